import { BlockList, isIP } from 'node:net';

/** What is not on the public internet (IANA's special-purpose registries): the machine itself, private networks, metadata services. */
const special = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [address = '', bits] = network.split('/');
  special.addSubnet(address, Number(bits), 'ipv4');
}
/** Of IPv6 one range is public; within it these are not, or lead to IPv4 addresses that were not looked at. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(address, bits, 'ipv6');

/** Whether an IP address, written as the system writes it, is on the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  // Addresses that hold an IPv4 address (::ffff:10.0.0.1) are outside of the public range, too.
  return family === 6 && !address.includes('%') && publicV6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

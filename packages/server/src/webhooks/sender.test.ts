import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-addresses.js';
import { WebhookSender, type Lookup } from './sender.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const now = new Date();
const message = (url: string) => ({
  url,
  secret,
  id: 'msg_AAAAAAAAAAAAAAAAAAAAAA',
  payload: '{"type":"case.changed"}',
});

interface Taken {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
const taken: Taken[] = [];
let answer = (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(204).end();
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    taken.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
    answer(request, response);
  });
});
let connections = 0;
server.on('connection', () => void (connections += 1));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address', () => {
  it('is public or not by every range that IANA keeps for something else', () => {
    for (const address of [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.255',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.255',
      '203.0.113.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fd12:3456::1',
      'fe80::1',
      'fe80::1%eth0',
      'ff02::1',
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      'localhost',
      '',
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])
      expect(isPublicAddress(address), address).toBe(true);
  });

  it('can be entered where it is https and not plainly private', () => {
    const sender = new WebhookSender(['hooks.county.example', '127.0.0.1:8080']);
    for (const url of [
      'https://platform.county.example/hooks/fulian',
      'https://8.8.8.8/x',
      'https://[2400:3200::1]:8443/x',
      'http://hooks.county.example/x',
      'http://127.0.0.1:8080/x',
    ])
      expect(sender.isUsable(url), url).toBe(true);
    for (const url of [
      'http://platform.county.example/x',
      'https://127.0.0.1/x',
      'https://2130706433/x',
      'https://0x7f.1/x',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://169.254.169.254/latest/meta-data',
      'https://localhost/x',
      'https://a.localhost/x',
      'https://db.internal/x',
      'https://database/x',
      'https://user:word@platform.county.example/x',
      'http://127.0.0.1:8081/x',
      'ftp://platform.county.example/x',
      'nonsense',
    ])
      expect(sender.isUsable(url), url).toBe(false);
  });
});

describe('sending', () => {
  it('is signed so that the library of standard-webhooks verifies it', async () => {
    const sender = new WebhookSender([`127.0.0.1:${port}`]);
    expect(await sender.send(message(`http://127.0.0.1:${port}/hook`), now)).toEqual({ status: 204 });
    const { headers, body } = taken.at(-1)!;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'case.changed' });
    expect(headers['webhook-id']).toBe('msg_AAAAAAAAAAAAAAAAAAAAAA');
    const other = new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`);
    expect(() => other.verify(body, headers as Record<string, string>)).toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  it('follows no redirect and tells how long the receiver wants to rest', async () => {
    const sender = new WebhookSender([`127.0.0.1:${port}`]);
    const before = taken.length;
    answer = (_, response) => void response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    expect(await sender.send(message(`http://127.0.0.1:${port}/hook`), now)).toEqual({ status: 302 });
    answer = (_, response) => void response.writeHead(503, { 'retry-after': '120' }).end();
    expect(await sender.send(message(`http://127.0.0.1:${port}/hook`), now)).toEqual({ status: 503, retryAfter: 120 });
    answer = (request) => void request.socket.destroy();
    expect(await sender.send(message(`http://127.0.0.1:${port}/hook`), now)).toEqual({ status: 0 });
    expect(taken.length - before).toBe(3);
  });

  it('connects to nobody whose name means a private address, even one among others, whatever it meant before', async () => {
    let means = ['127.0.0.1'];
    const lookup: Lookup = (_host, _options, found) =>
      found(
        null,
        means.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    const sender = new WebhookSender([], lookup);
    const before = connections;
    for (means of [['127.0.0.1'], ['::1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:127.0.0.1'], []])
      expect(await sender.send(message(`https://rebinding.example:${port}/hook`), now)).toEqual({ status: 0 });
    expect(await sender.send(message(`https://127.0.0.1:${port}/hook`), now)).toEqual({ status: 0 });
    expect(await sender.send(message(`http://127.0.0.1:${port}/hook`), now)).toEqual({ status: 0 });
    expect(connections).toBe(before);
    // It would have come here, had it been let.
    means = ['127.0.0.1'];
    const careless = new WebhookSender([`rebinding.example:${port}`], lookup);
    await careless.send(message(`http://rebinding.example:${port}/hook`), now);
    expect(connections).toBe(before + 1);
  });
});

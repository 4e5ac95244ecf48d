/** Passwords of twelve and more that everybody tries first, without what is between letters and digits. */
const common = [
  '123456789012',
  '1234567890123',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  '1q2w3e4r5t6y',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'adminadminadmin',
  'administrator',
  'administrator1',
  'abcdefghijkl',
  'abc123abc123',
  'abcd12345678',
  'iloveyou1234',
  'woaini1314520',
  'woaini5201314',
  'woaini123456',
  'aa1234567890',
  'a12345678901',
  'example-password-1',
];
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const refused = new Set(common.map(plain));

/** Why a password is not taken. */
export type PasswordFault = 'too-common' | 'too-simple' | 'holds-account';

/**
 * What is wrong with a new password besides its length, which the contract knows: everybody tries it first, it repeats a
 * few characters, or it holds the account's name. Nothing else is asked for: length is what counts (NIST SP 800-63B).
 */
export function findPasswordFault(password: string, account: string): PasswordFault | undefined {
  const given = plain(password);
  if (refused.has(given)) return 'too-common';
  if (new Set(given).size < 5 || isCounted(given)) return 'too-simple';
  const name = plain(account);
  if (name.length >= 4 && given.includes(name) && given.length - name.length < 8) return 'holds-account';
  return undefined;
}

/** Each character follows the one before it, as in 'abcdefghijklm'. */
function isCounted(text: string): boolean {
  const codes = [...text].map((one) => one.codePointAt(0)!);
  return codes.every((code, at) => at === 0 || [1, -1, -9, 9].includes(code - codes[at - 1]!));
}

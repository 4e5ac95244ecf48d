import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal } from '../keys/seal.js';
import { CaseTokens } from './case-tokens.js';

const clock = { time: Date.parse('2026-11-20T03:15:00Z'), now: () => new Date(clock.time) };
const key = randomBytes(32);
const tokens = new CaseTokens(key, clock);
const place = { home: '990101000000', id: '0f8fad5b-d9cb-469f-a165-70867728950e' };
const refused = (token: string) => expect(() => tokens.open(token)).toThrow(/^The case token is missing or not valid$/);

describe('a case token', () => {
  it('opens its case for half an hour, in any process with the same key', () => {
    const { token, expiresAt } = tokens.make(place);
    expect(token).toMatch(/^[A-Za-z0-9_-]{40,400}$/);
    expect(expiresAt.toISOString()).toBe('2026-11-20T03:45:00.000Z');
    expect(new CaseTokens(key, clock).open(token)).toEqual({ ...place, expiresAt });
    clock.time += 30 * 60_000 - 1;
    expect(tokens.open(token)).toMatchObject(place);
    clock.time += 1;
    refused(token);
  });

  it('is another one each time, and says nothing of the case', () => {
    const made = tokens.make(place).token;
    expect(tokens.make(place).token).not.toBe(made);
    const bytes = Buffer.from(made, 'base64url');
    expect(bytes.includes(place.home)).toBe(false);
    expect(bytes.includes(Buffer.from(place.id.replaceAll('-', ''), 'hex'))).toBe(false);
  });

  it('S4 is refused the same way whatever is wrong: changed, of another key, of another length, in another spelling', () => {
    const { token } = tokens.make(place);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      refused(token.slice(0, at) + other + token.slice(at + 1));
    }
    refused(new CaseTokens(randomBytes(32), clock).make(place).token);
    refused(seal(key, ['own-case', 'token'], Buffer.alloc(40)).toString('base64url'));
    refused(seal(key, ['case_keys', 'wrapped'], Buffer.alloc(34)).toString('base64url'));
    refused(`${token}A`);
    refused('A'.repeat(84));
    refused('');
  });
});

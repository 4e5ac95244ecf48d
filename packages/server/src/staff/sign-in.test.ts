import type { components } from '@fulian/contract/types';
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { deriveKeys } from '../keys/keyring.js';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from './staff-fixture.js';
import { Staff } from './staff.js';

type Schemas = components['schemas'];

const keys = deriveKeys(randomBytes(32));
const password = 'wiese-9-regen-salz';
const village = '990101001001';
const runs = { hash: 0, verify: 0 };
const waits: number[] = [];
/** Where checks of passwords wait for each other, if a test wants it. */
let meet: () => Promise<void> = () => Promise.resolve();
let service: TestService;
let administrator: TestPerson;

beforeAll(async () => {
  service = await createTestService({
    keys,
    argon2: {
      hash: (...args) => ((runs.hash += 1), hash(...args)),
      verify: async (...args) => {
        runs.verify += 1;
        await meet();
        return verify(...args);
      },
    },
    wait: async (ms) => void waits.push(ms),
    config: { staffSecondFactor: true, guessLimits: { perAddress: 1_000, perCase: 5 } },
  });
});
afterAll(() => service.close());
beforeEach(async () => {
  // Sessions do not live longer than a working day, and tests move the clock.
  administrator = await signedIn(service, 'administrator', county);
  waits.length = 0;
});

let made = 0;
async function addAccount(change: Partial<Schemas['StaffDraft']> = {}): Promise<Schemas['StaffMember']> {
  made += 1;
  const draft = {
    account: `worker-${made}`,
    name: '示例干部',
    role: 'worker',
    federation: village,
    password,
    ...change,
  };
  const answer = await service.call('createStaffAccount', {
    headers: { ...administrator.headers, 'idempotency-key': newToken() },
    body: draft,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}
const signIn = (body: Partial<Schemas['SignIn']>, address = '10.0.0.1') =>
  service.call('signInStaff', { body: { password, ...body }, address });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const who = (token: string) => service.call('getStaffSession', bearer(token));
const codeOf = (secret: string, at = service.clock.time) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
/** An account with one-time codes, its secret and a session that has shown one. */
async function withCodes(account: string) {
  const { token } = (await signIn({ account })).json<Schemas['StaffSession']>();
  const { secret, uri } = (await service.call('startSecondFactor', bearer(token))).json<Schemas['SecondFactorStart']>();
  const confirmed = await service.call('confirmSecondFactor', { ...bearer(token), body: { code: codeOf(secret) } });
  expect(confirmed.statusCode).toBe(204);
  service.clock.time += 60_000;
  return { token, secret, uri };
}

describe('signInStaff', () => {
  it('opens a session that tells who she is, and ends when she signs out', async () => {
    const member = await addAccount();
    const session = (await signIn({ account: member.account })).json<Schemas['StaffSession']>();
    expect(session).toMatchObject({
      member: { account: member.account, federation: { code: village, name: '荷塘村' }, role: 'worker' },
      secondFactorMissing: true,
      expiresAt: new Date(service.clock.time + 12 * 3_600_000).toISOString(),
    });
    expect((await who(session.token)).json()).toEqual(member);
    expect((await service.call('signOutStaff', bearer(session.token))).statusCode).toBe(204);
    expect((await who(session.token)).statusCode).toBe(401);
  });

  it('answers an unknown account, a wrong password and a disabled account with the same bytes after the same work', async () => {
    const { account } = await addAccount();
    const { account: disabled } = await addAccount();
    await service.admin.query('update staff_accounts set disabled = true where account = $1', [disabled]);
    await signIn({ account: 'nobody-here', password: 'first' });
    const answers = [];
    for (const [given, secret] of [
      ['nobody-there', 'some password'],
      [account, 'wrong password'],
      [disabled, password],
    ] as const) {
      runs.hash = runs.verify = 0;
      const began = performance.now();
      const { statusCode, headers, body } = await signIn({ account: given, password: secret });
      const { 'fulian-request-id': id, date: _, ...rest } = headers;
      // Refusals are sent on steps, so that small differences do not show.
      expect((performance.now() - began) / 100).toBeGreaterThanOrEqual(1);
      answers.push({ statusCode, rest, body: body.replace(String(id), ''), ...runs });
    }
    expect(answers[0]).toMatchObject({ statusCode: 401, hash: 0, verify: 1 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('slows who guesses at an account, and never locks out who knows the password', async () => {
    const { account } = await addAccount();
    for (let at = 0; at < 9; at += 1) await signIn({ account, password: 'wrong' }, '10.9.9.9');
    expect(waits).toEqual([1_000, 2_000, 3_000]);
    waits.length = 0;
    expect((await signIn({ account })).statusCode).toBe(201);
    expect(waits).toEqual([]);
  });

  it('opens nothing but the second factor until that is set up, where the operator wants one', async () => {
    const { account } = await addAccount({ role: 'administrator', federation: county });
    const { token } = (await signIn({ account })).json<Schemas['StaffSession']>();
    const list = () => service.call('listStaffAccounts', bearer(token));
    expect((await list()).json()).toMatchObject({ status: 403, code: 'role-refused' });
    const { secret } = (await service.call('startSecondFactor', bearer(token))).json<Schemas['SecondFactorStart']>();
    await service.call('confirmSecondFactor', { ...bearer(token), body: { code: codeOf(secret) } });
    expect((await list()).statusCode).toBe(200);
    expect(readConfig({ DATABASE_URL: 'postgres://x/y' }).staffSecondFactor).toBe(true);
    expect(readConfig({}).staffSecondFactor).toBe(false);
    expect(readConfig({ STAFF_SECOND_FACTOR: 'on' }).staffSecondFactor).toBe(true);
  });

  it('keeps ten sessions of an account at most', async () => {
    const { account } = await addAccount();
    const tokens: string[] = [];
    for (let at = 0; at < 11; at += 1) {
      service.clock.time += 1_000;
      tokens.push((await signIn({ account })).json<Schemas['StaffSession']>().token);
    }
    expect((await who(tokens[0]!)).statusCode).toBe(401);
    expect((await who(tokens[1]!)).statusCode).toBe(200);
  });
});

describe('one-time codes', () => {
  it('are asked for once they are set up, and each counts once', async () => {
    const { account } = await addAccount();
    const { secret, uri } = await withCodes(account);
    expect(uri).toContain(`secret=${secret}`);
    expect((await signIn({ account })).json()).toMatchObject({ status: 401, code: 'second-factor-missing' });
    const code = codeOf(secret);
    const session = (await signIn({ account, code })).json<Schemas['StaffSession']>();
    expect(session).toMatchObject({ secondFactorMissing: false, member: { secondFactor: true } });
    expect((await signIn({ account, code })).json()).toMatchObject({ code: 'sign-in-refused' });
    service.clock.time += 30_000;
    // Both have read the account before either has signed in.
    const arrived: (() => void)[] = [];
    meet = () =>
      new Promise((resolve) => {
        arrived.push(resolve);
        if (arrived.length === 2) for (const go of arrived) go();
      });
    const two = await Promise.all([1, 2].map(() => signIn({ account, code: codeOf(secret) })));
    meet = () => Promise.resolve();
    expect(two.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([201, 401]);
  });

  it('do not tell whether the password was right: a wrong code is refused as a wrong password is', async () => {
    const { account } = await addAccount();
    await withCodes(account);
    const bytesOf = async (body: Partial<Schemas['SignIn']>) => {
      const { body: text, headers } = await signIn({ account, ...body });
      return text.replace(String(headers['fulian-request-id']), '');
    };
    expect(await bytesOf({ code: '000000' })).toBe(await bytesOf({ password: 'wrong password' }));
  });

  it('are looked at one in half a minute after several wrong ones, but not from where she signed in before', async () => {
    const { account } = await addAccount();
    const { secret } = await withCodes(account);
    expect((await signIn({ account, code: codeOf(secret) }, '10.0.0.7')).statusCode).toBe(201);
    for (let at = 0; at < 5; at += 1) await signIn({ account, code: '000000' }, `10.8.0.${at}`);
    const codes = [];
    for (let at = 0; at < 3; at += 1)
      codes.push((await signIn({ account, code: '000000' }, `10.7.0.${at}`)).statusCode);
    expect(codes).toEqual([401, 429, 429]);
    // The code of the next half minute, which is taken now already.
    const code = codeOf(secret, service.clock.time + 30_000);
    expect((await signIn({ account, code }, '10.7.0.9')).statusCode).toBe(429);
    expect((await signIn({ account, code }, '10.0.0.7')).statusCode).toBe(201);
  });

  it('cannot be set up twice, and count only once a first code has come back', async () => {
    const { account } = await addAccount();
    const { token } = (await signIn({ account })).json<Schemas['StaffSession']>();
    const prove = (code: string) => service.call('confirmSecondFactor', { ...bearer(token), body: { code } });
    expect((await prove('123456')).json()).toMatchObject({ code: 'sign-in-refused' });
    const start = () => service.call('startSecondFactor', bearer(token));
    const first = (await start()).json<Schemas['SecondFactorStart']>();
    const second = (await start()).json<Schemas['SecondFactorStart']>();
    expect((await prove(codeOf(first.secret))).statusCode).toBe(401);
    expect((await signIn({ account })).statusCode).toBe(201);
    expect((await prove(codeOf(second.secret))).statusCode).toBe(204);
    expect((await start()).json()).toMatchObject({ status: 409, code: 'second-factor-there' });
  });
});

describe('a session', () => {
  it('ends after half an hour without use, and after twelve hours whatever is done', async () => {
    const { account } = await addAccount();
    const open = async () => (await signIn({ account })).json<Schemas['StaffSession']>().token;
    const idle = await open();
    service.clock.time += 29 * 60_000;
    expect((await who(idle)).statusCode).toBe(200);
    service.clock.time += 29 * 60_000;
    expect((await who(idle)).statusCode).toBe(200);
    service.clock.time += 30 * 60_000;
    expect((await who(idle)).json()).toMatchObject({ status: 401, code: 'staff-refused' });
    const long = await open();
    for (let at = 0; at < 28; at += 1) {
      service.clock.time += 25 * 60_000;
      expect((await who(long)).statusCode).toBe(200);
    }
    service.clock.time += 20 * 60_000;
    expect((await who(long)).statusCode).toBe(401);
  });

  it('opens nothing once its account is disabled, even where nobody has ended it', async () => {
    const { account } = await addAccount();
    const { token } = (await signIn({ account })).json<Schemas['StaffSession']>();
    await service.admin.query('update staff_accounts set disabled = true where account = $1', [account]);
    expect((await who(token)).json()).toMatchObject({ status: 401, code: 'staff-refused' });
  });

  it('is not used by a stream that only looks whether it is still open', async () => {
    const staff = new Staff(service.database, keys.staff, service.clock, true);
    const { account } = await addAccount();
    const { token } = await withCodes(account);
    const member = await staff.open(token, 'watchCases');
    service.clock.time += 20 * 60_000;
    expect(await staff.isOpen(token, member)).toBe(true);
    service.clock.time += 10 * 60_000;
    expect(await staff.isOpen(token, member)).toBe(false);
    const machine = (await staffHeader(service)).authorization.slice('Bearer '.length);
    expect(await staff.isOpen(machine, await staff.open(machine, 'exportServicePoints'))).toBe(true);
    expect(await staff.isOpen(machine, member)).toBe(false);
  });

  it('ends when another one changes the password, and that one goes on', async () => {
    const { account } = await addAccount();
    const { token, secret } = await withCodes(account);
    const other = (await signIn({ account, code: codeOf(secret) })).json<Schemas['StaffSession']>().token;
    const change = (body: Schemas['PasswordChange']) => service.call('changeOwnPassword', { ...bearer(token), body });
    const next = 'wolke-7-brot-kiesel';
    expect((await change({ current: 'wrong', next })).json()).toMatchObject({ code: 'sign-in-refused' });
    for (const [weak, code] of [
      [password, 'unchanged'],
      ['password1234', 'too-common'],
      ['aaaaaaaaaaaabb', 'too-simple'],
      [`${account}-2026`, 'holds-account'],
    ] as const)
      expect((await change({ current: password, next: weak })).json()).toMatchObject({
        code: 'staff-incomplete',
        findings: [{ where: 'body/next', code }],
      });
    expect((await change({ current: password, next })).statusCode).toBe(204);
    expect((await who(other)).statusCode).toBe(401);
    expect((await who(token)).statusCode).toBe(200);
    service.clock.time += 60_000;
    expect((await signIn({ account })).json()).toMatchObject({ code: 'sign-in-refused' });
    expect((await signIn({ account, password: next, code: codeOf(secret) })).statusCode).toBe(201);
  });

  it('is kept as a MAC, a password as an Argon2id hash that needs a key, and a secret of codes sealed', async () => {
    const { account } = await addAccount();
    const { token, secret } = await withCodes(account);
    const { rows } = await service.admin.query<{ all: string; password: string }>(
      `select a.password, to_jsonb(a)::text || (select string_agg(to_jsonb(s)::text, '') from staff_sessions s) as all
       from staff_accounts a where account = $1`,
      [account],
    );
    const [row] = rows;
    expect(row!.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(row!.password, password)).toBe(false);
    expect(await verify(row!.password, password, { secret: keys.password })).toBe(true);
    for (const kept of [token, Buffer.from(token, 'base64url').toString('hex'), secret, password])
      expect(row!.all).not.toContain(kept);
    expect(row!.all).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'));
  });

  it('of a machine is none: its token is for service points only', async () => {
    const headers = await staffHeader(service);
    for (const operation of ['getStaffSession', 'listStaffAccounts', 'listAuditEntries'] as const)
      expect((await service.call(operation, { headers })).json()).toMatchObject({ status: 403, code: 'role-refused' });
    expect((await service.call('exportServicePoints', { headers, query: { format: 'csv' } })).statusCode).toBe(200);
  });

  it('S3 leaves no password, code, token or account name in the log', async () => {
    const { account } = await addAccount();
    const { token, secret } = await withCodes(account);
    const code = codeOf(secret);
    await signIn({ account, password: 'a wrong one, typed by mistake', code });
    await signIn({ account, code });
    await signIn({ account, code: '999999' });
    await who(`${token.slice(0, -1)}A`);
    const log = service.lines.join('\n');
    expect(log).toContain('signInStaff');
    for (const word of [password, 'typed by mistake', code, '999999', token, token.slice(0, -1), secret, account])
      expect(log).not.toContain(word);
  });
});

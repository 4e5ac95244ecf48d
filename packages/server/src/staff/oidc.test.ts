import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.js';
import { county, createTestService, newToken, type TestService } from '../service-fixture.js';
import { startTestProvider, testProviderClient as client, type TestProvider } from '../testing/oidc-provider.js';
import { signedIn, type TestPerson } from './staff-fixture.js';

type Schemas = components['schemas'];

const returnTo = 'https://county.example/desk.html';

/** Follows a sign-in as a browser does, until the provider sends it back to our page. */
async function browse(from: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = from;
  for (let hop = 0; hop < 10; hop += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    address = new URL(answer.headers.get('location')!, address).href;
    if (address.startsWith(returnTo)) return address;
  }
  throw new Error('The provider never sent the browser back');
}

let provider: TestProvider;
let service: TestService;
let administrator: TestPerson;
beforeAll(async () => {
  // The provider tells its operator what a test needs not: how long its keys last.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockReturnValue();
  provider = await startTestProvider(returnTo);
  service = await createTestService({
    config: { oidc: { issuer: provider.issuer, ...client, returnTo: [returnTo] }, staffSecondFactor: true },
  });
  administrator = await signedIn(service, 'administrator', county);
});
afterAll(async () => {
  await service.close();
  await provider.close();
  vi.restoreAllMocks();
});
beforeEach(() => Object.assign(provider, { subject: newToken(), refuses: false, down: false }));

let made = 0;
async function link(subject: string): Promise<Schemas['StaffMember']> {
  made += 1;
  const answer = await service.call('createStaffAccount', {
    headers: { ...administrator.headers, 'idempotency-key': newToken() },
    body: {
      account: `linked-${made}`,
      name: '示例干部',
      role: 'worker',
      federation: county,
      password: 'wiese-9-regen-salz',
      subject,
    },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}
const start = async (on = service) =>
  (await on.call('startOidcSignIn', { body: { returnTo } })).json<Schemas['OidcStarted']>();
const finish = (flow: string, returned: string, on = service) =>
  on.call('finishOidcSignIn', { body: { flow, returned } });
/** Signs in at the provider, with the address that leads there changed on the way. */
async function come(change: (url: URL) => void = () => undefined) {
  const { authorizationUrl, flow } = await start();
  const url = new URL(authorizationUrl);
  change(url);
  return { flow, returned: await browse(url.href) };
}

describe('signing in at the county’s own provider', () => {
  it('opens a session of the account that the subject is linked to, with code, PKCE, state and nonce', async () => {
    const member = await link(provider.subject);
    const { authorizationUrl } = await start();
    const asked = Object.fromEntries(new URL(authorizationUrl).searchParams);
    expect(asked).toMatchObject({
      client_id: 'fulian',
      redirect_uri: returnTo,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const { flow, returned } = await come();
    const answer = await finish(flow, returned);
    const session = answer.json<Schemas['StaffSession']>();
    expect([answer.statusCode, session.member, session.secondFactorMissing]).toEqual([201, member, false]);
    const who = await service.call('getStaffSession', { headers: { authorization: `Bearer ${session.token}` } });
    expect(who.json()).toEqual(member);
    const { rows } = await service.admin.query(
      `select actor_id from audit_entries where operation = 'finishOidcSignIn'`,
    );
    expect(rows).toEqual([{ actor_id: member.id }]);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['another nonce', (url: URL) => url.searchParams.set('nonce', 'x'.repeat(43))],
    ['a code for another challenge', (url: URL) => url.searchParams.set('code_challenge', 'x'.repeat(43))],
  ])('refuses %s', async (_, change) => {
    await link(provider.subject);
    const { flow, returned } = await come(change);
    expect((await finish(flow, returned)).json()).toMatchObject({ status: 401, code: 'sign-in-refused' });
  });

  it('refuses what came back to another flow, another page, twice, too late or changed', async () => {
    await link(provider.subject);
    const other = await start();
    const refused = async (flow: string, returned: string) =>
      expect((await finish(flow, returned)).json()).toMatchObject({ code: 'sign-in-refused' });
    const one = await come();
    await refused(other.flow, one.returned);
    await refused(one.flow, one.returned.replace('county.example', 'elsewhere.example'));
    await refused(one.flow, one.returned.replace('desk.html', 'other.html'));
    await refused(one.flow, 'no address at all');
    await refused(`${one.flow.slice(0, -4)}AAAA`, one.returned);
    await refused('A'.repeat(60), one.returned);
    expect((await finish(one.flow, one.returned)).statusCode).toBe(201);
    await refused(one.flow, one.returned);
    const late = await come();
    service.clock.time += 11 * 60_000;
    await refused(late.flow, late.returned);
    service.clock.time -= 11 * 60_000;
  });

  it('refuses a subject that nobody is linked to, and a disabled account, like everything else that is wrong', async () => {
    const unknown = await come();
    const first = await finish(unknown.flow, unknown.returned);
    const { id } = await link(provider.subject);
    await service.admin.query('update staff_accounts set disabled = true where id = $1', [id]);
    const disabled = await come();
    const second = await finish(disabled.flow, disabled.returned);
    const bytes = ({ body, headers }: typeof first) => body.replace(String(headers['fulian-request-id']), '');
    expect(first.json()).toMatchObject({ code: 'sign-in-refused' });
    expect(bytes(second)).toBe(bytes(first));
    provider.refuses = true;
    const denied = await come();
    expect(bytes(await finish(denied.flow, denied.returned))).toBe(bytes(first));
  });

  it('links a subject to one account only, and to another one when an administrator says so', async () => {
    const first = await link(provider.subject);
    const second = await link(newToken());
    const change = (subject: string, tag: string) =>
      service.call('changeStaffAccount', {
        path: { code: county, staffId: second.id },
        headers: { ...administrator.headers, 'if-match': tag },
        body: { subject },
      });
    expect((await change(provider.subject, '"1"')).json()).toMatchObject({
      code: 'staff-incomplete',
      findings: [{ where: 'body/subject', code: 'taken' }],
    });
    provider.subject = newToken();
    expect((await change(provider.subject, '"1"')).statusCode).toBe(200);
    const { flow, returned } = await come();
    expect((await finish(flow, returned)).json<Schemas['StaffSession']>().member.id).toBe(second.id);
    expect(first.id).not.toBe(second.id);
    const { rows } = await service.admin.query<{ all: string }>(
      `select string_agg(login, ' ') as all from staff_logins`,
    );
    expect(rows[0]!.all).not.toContain(provider.subject);
  });

  it('goes to no page that the operator did not name', async () => {
    const answer = await service.call('startOidcSignIn', { body: { returnTo: `${returnTo}?x` } });
    expect(answer.json()).toMatchObject({
      code: 'staff-incomplete',
      findings: [{ where: 'body/returnTo', code: 'unknown' }],
    });
  });

  it('S3 leaves no code, state, subject or token in the log', async () => {
    await link(provider.subject);
    const { flow, returned } = await come();
    const { token } = (await finish(flow, returned)).json<Schemas['StaffSession']>();
    const { code, state } = Object.fromEntries(new URL(returned).searchParams);
    const log = service.lines.join('\n');
    expect(log).toContain('finishOidcSignIn');
    for (const word of [flow, code!, state!, provider.subject, token, client.clientSecret])
      expect(log).not.toContain(word);
  });
});

describe('a provider that does not answer', () => {
  const unavailable = { status: 503, code: 'oidc-unavailable' };

  it('is a clean problem before and after she was there, and is asked again later', async () => {
    const fresh = await createTestService({
      config: { oidc: { issuer: provider.issuer, ...client, returnTo: [returnTo] } },
    });
    provider.down = true;
    expect(await start(fresh)).toMatchObject(unavailable);
    provider.down = false;
    const { authorizationUrl, flow } = await start(fresh);
    const returned = await browse(authorizationUrl);
    provider.down = true;
    expect((await finish(flow, returned, fresh)).json()).toMatchObject(unavailable);
    provider.down = false;
    expect((await finish(flow, returned, fresh)).json()).toMatchObject({ code: 'sign-in-refused' });
    expect(fresh.lines.join('\n')).toContain('"code":"oidc-unavailable"');
    await fresh.close();
  });

  it('is one where nobody listens, one that is somebody else, and one that does not know us', async () => {
    const gone = await startTestProvider(returnTo);
    await gone.close();
    for (const [issuer, clientSecret] of [
      [gone.issuer, client.clientSecret],
      [provider.issuer.replace('127.0.0.1', 'localhost'), client.clientSecret],
      [provider.issuer, 'another secret'],
    ] as const) {
      const fresh = await createTestService({
        config: { oidc: { issuer, clientId: client.clientId, clientSecret, returnTo: [returnTo] } },
      });
      const started = await start(fresh);
      if (clientSecret === client.clientSecret) expect(started).toMatchObject(unavailable);
      else
        expect((await finish(started.flow, await browse(started.authorizationUrl), fresh)).json()).toMatchObject(
          unavailable,
        );
      await fresh.close();
    }
  });

  it('is one that nobody has set up', async () => {
    const without = await createTestService();
    expect(await start(without)).toMatchObject(unavailable);
    expect((await finish('A'.repeat(60), returnTo, without)).json()).toMatchObject(unavailable);
    await without.close();
  });
});

describe('its settings', () => {
  const settings = { OIDC_ISSUER: 'https://login.county.example', OIDC_CLIENT_ID: 'x', OIDC_RETURN_TO: returnTo };

  it('are taken together, and a public client has no secret', () => {
    expect(readConfig({}).oidc).toBeUndefined();
    expect(readConfig({ ...settings, OIDC_RETURN_TO: `${returnTo}, https://b.example/` }).oidc).toEqual({
      issuer: settings.OIDC_ISSUER,
      clientId: 'x',
      clientSecret: undefined,
      returnTo: [returnTo, 'https://b.example/'],
    });
  });

  it.each([
    [{ OIDC_ISSUER: 'http://login.county.example' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'county' }, 'OIDC_ISSUER'],
    [{ OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_RETURN_TO: '' }, 'OIDC_RETURN_TO'],
    [{ OIDC_RETURN_TO: 'http://county.example/' }, 'OIDC_RETURN_TO'],
    [{ OIDC_RETURN_TO: `${returnTo}#x` }, 'OIDC_RETURN_TO'],
  ])('are refused with %j', (bad, name) => {
    expect(() => readConfig({ ...settings, ...bad })).toThrow(`${name} is not usable`);
  });
});

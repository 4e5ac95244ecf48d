import type { components } from '@fulian/contract/types';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, type CouncilPortal } from '../config.js';
import { makeCouncil, type TestCouncil } from '../councils/council-fixture.js';
import { sweep } from '../database/sweep.js';
import { createTestService, newToken, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const issuer = 'https://portal.example';
const audience = 'https://fulian.example';
const keys: { ed: Key; ec: Key; stranger: Key } = {} as never;
let service: TestService;
let council: TestCouncil;
let elsewhere: TestCouncil;

beforeAll(async () => {
  const make = async (algorithm: string) => {
    const pair = await generateKeyPair(algorithm, { extractable: true });
    return { secret: pair.privateKey, jwk: await exportJWK(pair.publicKey) };
  };
  const [ed, ec, stranger] = await Promise.all([make('EdDSA'), make('ES256'), make('EdDSA')]);
  Object.assign(keys, { ed: ed.secret, ec: ec.secret, stranger: stranger.secret });
  const portals: CouncilPortal[] = [
    { issuer, audience, keys: [ec.jwk, ed.jwk] },
    { issuer: 'https://county.example', audience, keys: [ed.jwk], federation: '990102000000' },
  ];
  service = await createTestService({
    config: {
      councilPortals: readConfig({ COUNCIL_PORTALS: JSON.stringify(portals) }).councilPortals,
      guessLimits: { perAddress: 0, perCase: 0 },
    },
  });
  council = await makeCouncil(service, 3);
  elsewhere = await makeCouncil(service, 2);
  const named = [
    [council.members[0]!.id, 'sub-1'],
    [council.members[1]!.id, 'sub-2'],
    [elsewhere.members[0]!.id, 'sub-2'],
  ];
  for (const [id, subject] of named)
    await service.admin.query('update council_members set subject = $2 where id = $1', [id, subject]);
});
afterAll(() => service.close());

interface Word {
  readonly key?: Key;
  readonly alg?: string;
  readonly seconds?: number;
  readonly claims?: JWTPayload;
}

/** A word of the portal as it should be, but for what a test changes. */
function word({ key = keys.ed, alg = 'EdDSA', seconds = 120, claims = {} }: Word = {}): Promise<string> {
  const exp = Math.floor(service.clock.time / 1_000) + seconds;
  const all = { iss: issuer, aud: audience, sub: 'sub-1', jti: newToken(), exp, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg }).sign(key);
}
const open = async (voucher: string | Promise<string>, at?: TestCouncil) =>
  service.call('openMemberSession', { body: { voucher: await voucher, ...(at && { council: at.id }) } });

describe('openMemberSession with the word of a portal', () => {
  it.each([
    ['EdDSA', () => ({ key: keys.ed, alg: 'EdDSA' })],
    ['ES256', () => ({ key: keys.ec, alg: 'ES256' })],
    ['an audience among several', () => ({ claims: { aud: ['https://other.example', audience] } })],
    ['five minutes ahead', () => ({ seconds: 300 })],
  ])('opens a session: %s', async (_, options) => {
    const session = (await open(word(options()))).json<Schemas['MemberSession']>();
    expect(session).toMatchObject({ council: council.id, member: { id: council.members[0]!.id } });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['a key of somebody else', () => word({ key: keys.stranger })],
    ['another issuer', () => word({ claims: { iss: 'https://evil.example' } })],
    ['another audience', () => word({ claims: { aud: 'https://evil.example' } })],
    ['no audience', () => word({ claims: { aud: undefined } as never })],
    ['no id', () => word({ claims: { jti: undefined } as never })],
    ['an empty id', () => word({ claims: { jti: '' } })],
    ['an id that is no text', () => word({ claims: { jti: 7 } as never })],
    ['no subject', () => word({ claims: { sub: undefined } as never })],
    ['a subject with NUL', () => word({ claims: { sub: 'sub-1\u0000' } })],
    ['no end', () => word({ claims: { exp: undefined } as never })],
    ['an end that is over', () => word({ seconds: -31 })],
    ['an end too far ahead', () => word({ seconds: 331 })],
    ['a start that is ahead', () => word({ claims: { nbf: Math.floor(service.clock.time / 1_000) + 60 } })],
    ['a subject whom nobody knows', () => word({ claims: { sub: 'sub-9' } })],
    ['a portal that speaks for another county only', () => word({ claims: { iss: 'https://county.example' } })],
    [
      'alg none in the header of a signed one',
      async () => {
        const [, payload] = (await word()).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.AAAA`;
      },
    ],
    [
      'the public key used as a shared secret',
      async () => {
        const jwk = JSON.stringify((await exportJWK(keys.ed)).x);
        const exp = Math.floor(service.clock.time / 1_000) + 60;
        return new SignJWT({ iss: issuer, aud: audience, sub: 'sub-1', jti: newToken(), exp })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(Buffer.from(jwk.padEnd(40)));
      },
    ],
    [
      'another payload under its signature',
      async () => {
        const [head, , signature] = (await word()).split('.');
        const [, payload] = (await word({ claims: { sub: 'sub-2' } })).split('.');
        return `${head}.${payload}.${signature}`;
      },
    ],
  ])('S6 refuses %s, like a wrong code', async (_, voucher) => {
    const answer = await open(voucher());
    expect([answer.statusCode, answer.json<Schemas['Problem']>().code]).toEqual([401, 'invitation-refused']);
  });

  it('takes a word once, whoever sends it and wherever', async () => {
    const voucher = await word();
    const answers = await Promise.all([open(voucher), open(voucher), open(voucher, council), open(voucher)]);
    expect(answers.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([201, 401, 401, 401]);
    expect((await open(voucher)).statusCode).toBe(401);
    // The same id from its portal in another word, too.
    const claims = { jti: 'once' };
    expect((await open(word({ claims }))).statusCode).toBe(201);
    expect((await open(word({ claims, seconds: 90 }))).statusCode).toBe(401);
  });

  it('asks who is on two rolls which one is meant', async () => {
    const claims = { sub: 'sub-2' };
    expect((await open(word({ claims }))).statusCode).toBe(401);
    for (const one of [council, elsewhere])
      expect((await open(word({ claims }), one)).json()).toMatchObject({ council: one.id });
    expect((await open(word(), elsewhere)).statusCode).toBe(401);
  });

  it('is forgotten by the sweep once its age alone would refuse it', async () => {
    const voucher = await word({ seconds: 60 });
    expect((await open(voucher)).statusCode).toBe(201);
    const kept = async () => (await service.admin.query('select 1 from council_vouchers')).rowCount ?? 0;
    const before = await kept();
    await sweep(service.database, service.clock);
    expect(await kept()).toBe(before);
    service.clock.time += 400_000;
    await sweep(service.database, service.clock);
    expect([before > 0, await kept()]).toEqual([true, 0]);
    expect((await open(voucher)).statusCode).toBe(401);
  });

  it('does not let in who has left', async () => {
    await service.admin.query('update council_members set left_at = now() where id = $1', [elsewhere.members[0]!.id]);
    expect((await open(word({ claims: { sub: 'sub-2' } }), elsewhere)).statusCode).toBe(401);
    expect((await open(word({ claims: { sub: 'sub-2' } }))).json()).toMatchObject({ council: council.id });
  });
});

describe('COUNCIL_PORTALS', () => {
  const read = (value: unknown) => () => readConfig({ COUNCIL_PORTALS: JSON.stringify(value) });

  it('is empty where nothing is set', () => {
    expect(readConfig({}).councilPortals).toEqual([]);
  });

  it('is refused at the start where a portal could not be heard, or its secret key stands there', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const key = await exportJWK(publicKey);
    const good = { issuer, audience, keys: [key] };
    expect(read([good])().councilPortals).toEqual([good]);
    const rsa = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
    for (const portal of [
      { ...good, keys: [] },
      { ...good, keys: [await exportJWK(privateKey)] },
      { ...good, keys: [rsa] },
      { ...good, keys: [{ ...key, x: 'AA' }] },
      { ...good, issuer: '' },
      { ...good, audience: undefined },
      { ...good, federation: '99' },
      { ...good, jwksUri: 'https://portal.example/keys' },
      null,
    ])
      expect(read([portal]), JSON.stringify(portal)).toThrow('COUNCIL_PORTALS is not usable');
    expect(read(good)).toThrow('COUNCIL_PORTALS is not usable');
    expect(() => readConfig({ COUNCIL_PORTALS: 'x' })).toThrow('COUNCIL_PORTALS is not usable');
  });
});

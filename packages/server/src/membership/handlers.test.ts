import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCouncil, village, type TestCouncil, type TestMember } from '../councils/council-fixture.js';
import { sweep } from '../database/sweep.js';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { signedIn } from '../staff/staff-fixture.js';

type Schemas = components['schemas'];

let service: TestService;
let council: TestCouncil;
beforeAll(async () => {
  service = await createTestService({ config: { guessLimits: { perAddress: 0, perCase: 0 } } });
  council = await makeCouncil(service, 6);
});
afterAll(() => service.close());

const hours = 3_600_000;
/** Signed in anew, however far a test has moved the clock. */
const desk = async () => (await signedIn(service, 'supervisor', village)).headers;
const invite = async (members: readonly TestMember[], key = newToken()) =>
  service.call('inviteMembers', {
    path: council.path,
    headers: { ...(await desk()), 'idempotency-key': key },
    body: { members: members.map((one) => one.id) },
  });
const card = async (member: TestMember) => (await invite([member])).json<Schemas['InvitationCards']>().items[0]!.code;
const open = (body: Schemas['MemberSignIn'], address?: string) =>
  service.call('openMemberSession', { body, ...(address !== undefined && { address }) });
const own = (token: string) => service.call('getOwnMembership', { headers: { 'fulian-member': token } });
const roll = async () => service.call('listMembers', { path: council.path, headers: await desk() });
const entry = async (member: TestMember) =>
  (await roll()).json<Schemas['RollPage']>().items.find((one) => one.member.id === member.id)!;

describe('inviteMembers', () => {
  it('prints codes once: the same request again does not say them, and nothing that is stored does', async () => {
    const key = newToken();
    const members = council.members.slice(0, 2);
    const cards = (await invite(members, key)).json<Schemas['InvitationCards']>().items;
    expect(cards.map((one) => [one.member, one.name])).toEqual(members.map((one) => [one.id, one.name]));
    expect(new Set(cards.map((one) => one.code)).size).toBe(2);
    const again = await invite(members, key);
    expect([again.statusCode, again.json<Schemas['Problem']>().code]).toEqual([409, 'invitation-printed']);
    for (const { code } of cards) {
      for (const table of ['council_invitations', 'idempotency_keys', 'audit_entries', 'council_roll_changes']) {
        const { rows } = await service.admin.query(`select t::text as row from ${table} t`);
        const bytes = [code, Buffer.from(code).toString('hex')];
        for (const { row } of rows) for (const text of bytes) expect(row).not.toContain(text);
      }
      expect(service.lines.join('')).not.toContain(code);
    }
    expect((await entry(members[0]!)).invitation).toBe('printed');
    expect((await entry(members[0]!)).changes?.map((one) => one.kind)).toEqual(['joined', 'invited']);
  });

  it('prints none for who is not on the roll', async () => {
    const other = await makeCouncil(service, 1);
    const answer = await invite([council.members[0]!, other.members[0]!]);
    expect(answer.json()).toMatchObject({ code: 'member-unknown' });
  });
});

describe('openMemberSession with a card', () => {
  it('opens a session of hers, and again for 12 hours from the first time, and then never more', async () => {
    const member = council.members[2]!;
    const code = await card(member);
    service.clock.time += 20 * 24 * hours;
    const session = (await open({ code, council: council.id })).json<Schemas['MemberSession']>();
    expect(session).toMatchObject({ council: council.id, member: { id: member.id, name: member.name } });
    expect((await own(session.token)).json()).toMatchObject({ member: { id: member.id } });
    expect((await entry(member)).invitation).toBe('used');
    service.clock.time += 12 * hours - 1;
    const second = (await open({ code })).json<Schemas['MemberSession']>();
    expect(second.token).not.toBe(session.token);
    service.clock.time += 1;
    expect((await open({ code })).statusCode).toBe(401);
    // An earlier one of hers goes on.
    for (const { token } of [session, second]) expect((await own(token)).statusCode).toBe(200);
  });

  it('S6 answers a wrong, a used-up, an expired, a replaced code, one of another council and one of who left by the same bytes', async () => {
    const [used, late, replaced, gone] = council.members.slice(2);
    const usedUp = await card(used!);
    expect((await open({ code: usedUp })).statusCode).toBe(201);
    service.clock.time += 13 * hours;
    const expired = await card(late!);
    service.clock.time += 30 * 24 * hours;
    const before = await card(replaced!);
    const fresh = await card(replaced!);
    const left = await card(gone!);
    const changed = await service.call('changeMember', {
      path: { ...council.path, memberId: gone!.id },
      headers: { ...(await desk()), 'if-match': String((await roll()).headers.etag) },
      body: { name: gone!.name, role: 'member', left: true },
    });
    expect(changed.statusCode).toBe(200);
    const other = await makeCouncil(service, 1);
    const answers = await Promise.all([
      open({ code: '0000000000000000' }),
      open({ code: usedUp }),
      open({ code: expired }),
      open({ code: before }),
      open({ code: left }),
      open({ code: fresh, council: other.id }),
      open({ voucher: 'a.b.c' }),
    ]);
    const seen = answers.map((answer) => {
      const { 'fulian-request-id': id, date: _, ...headers } = answer.headers;
      return JSON.stringify([answer.statusCode, answer.body.replaceAll(String(id), ''), headers]);
    });
    expect(answers[0].json()).toMatchObject({ status: 401, code: 'invitation-refused' });
    expect(new Set(seen).size).toBe(1);
    // Asked for another council it was not used.
    expect((await open({ code: fresh })).statusCode).toBe(201);
  });

  it('asks for exactly one of code and voucher', async () => {
    for (const body of [{}, { code: '0000000000000000', voucher: 'a.b.c' }])
      expect((await open(body)).json()).toMatchObject({ code: 'invalid-request' });
  });

  it('keeps the newest 20 sessions of a member', async () => {
    const member = council.members[3]!;
    const code = await card(member);
    const tokens: string[] = [];
    for (let at = 0; at < 22; at += 1) {
      service.clock.time += 1_000;
      tokens.push((await open({ code })).json<Schemas['MemberSession']>().token);
    }
    const answers = await Promise.all(tokens.map(own));
    expect(answers.map((one) => one.statusCode)).toEqual([401, 401, ...Array.from({ length: 20 }, () => 200)]);
  });

  it('slows who guesses, and nobody else; a whole council may err five times as often as one person', async () => {
    const waits: number[] = [];
    const slowed = await createTestService({
      config: { guessLimits: { perAddress: 2, perCase: 0 } },
      wait: async (ms) => void waits.push(ms),
    });
    const guess = (at: number, address: string) =>
      slowed.call('openMemberSession', { body: { code: String(at).padStart(16, '0') }, address });
    for (let at = 0; at < 10; at += 1) expect((await guess(at, '192.0.2.1')).statusCode).toBe(401);
    expect(waits).toEqual([]);
    // The clock of the test stands still: the lane fills up.
    const statuses: number[] = [];
    for (let at = 0; at < 8; at += 1) statuses.push((await guess(at, '192.0.2.1')).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect(waits).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    expect((await guess(99, '192.0.2.2')).statusCode).toBe(401);
    expect(waits.length).toBe(5);
    await slowed.close();
  });
});

describe('the sweep', () => {
  it('removes sessions that have expired, and no other', async () => {
    const old = await makeCouncil(service, 3);
    service.clock.time += 29 * 24 * hours;
    const fresh = await makeCouncil(service, 2);
    const left = async (one: TestCouncil) =>
      (await service.admin.query('select 1 from council_sessions where council = $1', [one.council])).rowCount;
    await sweep(service.database, service.clock);
    expect([await left(old), await left(fresh)]).toEqual([3, 2]);
    service.clock.time += 24 * hours;
    expect((await sweep(service.database, service.clock)).sessions).toBeGreaterThanOrEqual(3);
    expect([await left(old), await left(fresh)]).toEqual([0, 2]);
  });
});

describe('getOwnMembership and closeMemberSession', () => {
  it('end with the session', async () => {
    const fresh = await makeCouncil(service, 1);
    expect((await own(fresh.members[0]!.token)).json()).toMatchObject({ council: fresh.id });
    const headers = { 'fulian-member': fresh.members[0]!.token };
    expect((await service.call('closeMemberSession', { headers })).statusCode).toBe(204);
    expect((await service.call('closeMemberSession', { headers })).json()).toMatchObject({ code: 'member-refused' });
    expect((await own(fresh.members[0]!.token)).json()).toMatchObject({ code: 'member-refused' });
    for (const wrong of ['', 'x', 'A'.repeat(43)])
      expect((await own(wrong)).json()).toMatchObject({ code: 'member-refused' });
  });
});

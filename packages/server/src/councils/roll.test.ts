import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { makeCouncil, type TestCouncil, type TestMember } from './council-fixture.js';

type Schemas = components['schemas'];
type Draft = Schemas['MemberDraft'];

let service: TestService;
let council: TestCouncil;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

const headers = () => council.organiser.headers;
const list = () => service.call('listMembers', { path: council.path, headers: headers() });
const tag = async () => String((await list()).headers.etag);
const entry = async (id: string) =>
  (await list()).json<Schemas['RollPage']>().items.find((one) => one.member.id === id)!;
const add = (body: Draft, key = newToken()) =>
  service.call('addMember', { path: council.path, headers: { ...headers(), 'idempotency-key': key }, body });
const change = async (memberId: string, body: Draft, ifMatch?: string) =>
  service.call('changeMember', {
    path: { ...council.path, memberId },
    headers: { ...headers(), 'if-match': ifMatch ?? (await tag()) },
    body,
  });
const logged = async () =>
  (await service.call('getCouncilLog', { path: council.path }))
    .json<Schemas['CouncilLog']>()
    .entries.map(({ kind, body }) => [kind, body.member, body.role]);
const names = async ({ headers: own }: TestMember) =>
  (await service.call('listRoll', { path: council.path, headers: own }))
    .json<Schemas['CouncilRoll']>()
    .items.map((one) => one.name);

describe('addMember and changeMember', () => {
  it('keep the roll, its history and its log, from joining to leaving and coming back', async () => {
    council = await makeCouncil(service, 3);
    const key = newToken();
    const made = await add({ name: '新来的', role: 'member', subject: 'portal-7', reason: '补选' }, key);
    const { id } = made.json<Schemas['RollEntry']>().member;
    expect((await add({ name: '新来的', role: 'member', subject: 'portal-7', reason: '补选' }, key)).body).toBe(
      made.body,
    );
    expect(made.json()).toMatchObject({ subject: 'portal-7', invitation: 'none', reason: '补选' });
    expect(await names(council.members[0]!)).toContain('新来的');

    const before = await tag();
    service.clock.time += 60_000;
    const renamed = await change(id, { name: '改名的', role: 'member' });
    expect(renamed.headers.etag).not.toBe(before);
    await change(id, { name: '改名的', role: 'secretary', reason: '换届' });
    const left = await change(id, { name: '改名的', role: 'secretary', left: true, reason: '搬走了' });
    expect(left.json()).toMatchObject({ leftAt: service.clock.now().toISOString(), reason: '搬走了' });
    expect(await names(council.members[0]!)).not.toContain('改名的');
    service.clock.time += 60_000;
    const back = await change(id, { name: '改名的', role: 'member' });
    expect(back.json<Schemas['RollEntry']>()).not.toHaveProperty('leftAt');
    expect(back.json()).toMatchObject({ joinedAt: service.clock.now().toISOString() });

    expect((await entry(id)).changes?.map((one) => [one.kind, one.by, one.reason])).toEqual([
      ['joined', '示例组织者', '补选'],
      ['changed', '示例组织者', undefined],
      ['changed', '示例组织者', '换届'],
      ['left', '示例组织者', '搬走了'],
      ['joined', '示例组织者', undefined],
    ]);
    // No name stands in the log, so another name is no entry of it.
    expect((await logged()).slice(4)).toEqual([
      ['member-joined', id, 'member'],
      ['member-changed', id, 'secretary'],
      ['member-left', id, undefined],
      ['member-joined', id, 'member'],
    ]);
    const log = await service.call('getCouncilLog', { path: council.path });
    for (const name of ['新来的', '改名的', '示例1']) expect(log.body).not.toContain(name);
  });

  it('refuse a second chair, somebody twice, and more than 500', async () => {
    council = await makeCouncil(service, 500);
    const findings = async (answer: ReturnType<typeof add>) => {
      const problem = (await answer).json<Schemas['Problem']>();
      expect(problem).toMatchObject({ status: 422, code: 'roll-refused' });
      return problem.findings;
    };
    expect(await findings(add({ name: '多一个', role: 'chair' }))).toEqual([
      { where: 'body', code: 'too-many' },
      { where: 'body/role', code: 'taken' },
    ]);
    const [chair, , third, fourth] = council.members;
    expect((await change(third!.id, { name: '甲', role: 'member', subject: 's' })).statusCode).toBe(200);
    expect(await findings(change(fourth!.id, { name: '乙', role: 'chair', subject: 's' }))).toEqual([
      { where: 'body/role', code: 'taken' },
      { where: 'body/subject', code: 'taken' },
    ]);
    // Her own entry does not stand against itself, and who has left stands against nobody.
    expect((await change(chair!.id, { name: '主席', role: 'chair' })).statusCode).toBe(200);
    expect((await change(chair!.id, { name: '主席', role: 'chair', left: true })).statusCode).toBe(200);
    expect((await change(fourth!.id, { name: '乙', role: 'chair' })).statusCode).toBe(200);
    expect((await add({ name: '又一个', role: 'member' })).statusCode).toBe(201);
    expect(await findings(change(chair!.id, { name: '主席', role: 'member' }))).toEqual([
      { where: 'body', code: 'too-many' },
    ]);
  });

  it('change for who has seen the last of the roll only', async () => {
    council = await makeCouncil(service, 2);
    const [first, second] = council.members;
    const seen = await tag();
    const both = await Promise.all([
      change(first!.id, { name: '甲', role: 'chair' }, seen),
      change(second!.id, { name: '乙', role: 'member' }, seen),
    ]);
    expect(both.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([200, 412]);
    const missing = await service.call('changeMember', {
      path: { ...council.path, memberId: first!.id },
      headers: headers(),
      body: { name: '甲', role: 'member' },
    });
    expect(missing.json()).toMatchObject({ code: 'precondition-missing' });
    expect((await change('A'.repeat(22), { name: '甲', role: 'member' })).json()).toMatchObject({
      code: 'member-unknown',
    });
  });

  it('add nobody to a council that has ended; who is on it may still leave', async () => {
    council = await makeCouncil(service, 2);
    await service.admin.query('update councils set ended = true where id = $1', [council.council]);
    expect((await add({ name: '甲', role: 'member' })).json()).toMatchObject({ code: 'council-ended' });
    expect((await change(council.members[1]!.id, { name: '乙', role: 'member', left: true })).statusCode).toBe(200);
  });

  it('leave one chain of log entries although two organisers write at once', async () => {
    council = await makeCouncil(service, 1);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => add({ name: `成员${at}`, role: 'member' })),
    );
    expect(answers.map((one) => one.statusCode)).toEqual(Array.from({ length: 12 }, () => 201));
    expect((await logged()).length).toBe(2 + 12);
    expect((await service.call('getCouncil', { path: council.path })).json()).toMatchObject({ members: 13 });
  });
});

describe('listMembers and listRoll', () => {
  it('show members names and roles, and the organiser everything', async () => {
    council = await makeCouncil(service, 3);
    const page = (await list()).json<Schemas['RollPage']>();
    expect(page.items.map((one) => one.member.id).sort()).toEqual(council.members.map((one) => one.id).sort());
    expect(
      (
        await service.call('listMembers', {
          path: council.path,
          headers: { ...headers(), 'if-none-match': await tag() },
        })
      ).statusCode,
    ).toBe(304);
    const roll = await service.call('listRoll', { path: council.path, headers: council.members[2]!.headers });
    expect(roll.json<Schemas['CouncilRoll']>().items.map((one) => Object.keys(one).sort())).toEqual(
      Array.from({ length: 3 }, () => ['id', 'name', 'role']),
    );
  });
});

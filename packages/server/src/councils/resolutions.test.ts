import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castOpen, draftOf, openBallot } from '../ballots/ballot-fixture.js';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { signedIn } from '../staff/staff-fixture.js';
import { makeCouncil, village, type TestCouncil, type TestMember } from './council-fixture.js';

type Schemas = components['schemas'];
type Draft = Schemas['ResolutionDraft'];
type Resolution = Schemas['Resolution'];
type Step = Schemas['ExecutionStep'];

let service: TestService;
let council: TestCouncil;
let chair: TestMember;
let other: TestMember;
beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 6);
  [chair, other] = council.members as [TestMember, TestMember];
});
afterAll(() => service.close());

const draft: Draft = { title: '修路灯', words: '修好十二盏。', responsible: '村委会', due: '2026-12-31' };
/** Signed in anew, however far a test has moved the clock. */
const desk = async () => (await signedIn(service, 'supervisor', village)).headers;
const record = async (body: Draft, key = newToken()) =>
  service.call('recordResolution', {
    path: council.path,
    headers: { ...(await desk()), 'idempotency-key': key },
    body,
  });
const made = async (more: Partial<Draft> = {}) => (await record({ ...draft, ...more })).json<Resolution>().id;
const pathOf = (resolutionId: string) => ({ ...council.path, resolutionId });
const read = async (id: string) => service.call('getResolution', { path: pathOf(id), headers: await desk() });
const change = async (id: string, body: Draft, ifMatch?: string) =>
  service.call('changeResolution', {
    path: pathOf(id),
    headers: { ...(await desk()), 'if-match': ifMatch ?? String((await read(id)).headers.etag) },
    body,
  });
const step = async (id: string, body: Step, key = newToken()) =>
  service.call('takeExecutionStep', { path: pathOf(id), headers: { ...(await desk()), 'idempotency-key': key }, body });
const answer = (who: TestMember, id: string, body: Schemas['Acceptance']) =>
  service.call('answerExecution', { path: pathOf(id), headers: who.headers, body });
const rate = (who: TestMember, id: string, points: number) =>
  service.call('rateResolution', { path: pathOf(id), headers: who.headers, body: { points } });
const own = async (who: TestMember, id: string) =>
  (await service.call('listOwnResolutions', { path: council.path, headers: who.headers }))
    .json<Schemas['ResolutionPage']>()
    .items.find((one) => one.id === id)!;
/** As the organiser's list has it. */
const listed = async (id: string) =>
  (await service.call('listAllResolutions', { path: council.path, headers: await desk() }))
    .json<Schemas['ResolutionPage']>()
    .items.find((one) => one.id === id)!;
const propose = async (who: TestMember) => {
  const headers = { ...who.headers, 'idempotency-key': newToken() };
  const proposed = await service.call('proposeTopic', {
    path: council.path,
    headers,
    body: { title: '灯', words: '灯' },
  });
  return proposed.json<{ id: string }>().id;
};
const logged = async (id: string) =>
  (await service.call('getCouncilLog', { path: council.path }))
    .json<Schemas['CouncilLog']>()
    .entries.filter((one) => one.body.resolution === id)
    .map(({ kind, body }) => [kind, body.state, body.due]);
const code = async (response: Promise<{ json<T>(): T }>) => (await response).json<Schemas['Problem']>().code;

describe('a resolution', () => {
  it('X2 goes from decided to done, accepted by the member who proposed it', async () => {
    const topic = await propose(chair);
    const key = newToken();
    const recorded = await record({ ...draft, topic }, key);
    expect((await record({ ...draft, topic }, key)).body).toBe(recorded.body);
    const { id } = recorded.json<Resolution>();
    expect(recorded.json()).toMatchObject({ ...draft, topic, state: 'assigned', isLate: false, evidence: [] });
    expect((await step(id, { kind: 'begin' })).json()).toMatchObject({ state: 'working' });
    service.clock.time += 86_400_000;
    await step(id, { kind: 'add', words: '买了灯' });
    const report = newToken();
    const reported = await step(id, { kind: 'report', words: '都换好了' }, report);
    expect(reported.json<Resolution>().evidence.map((one) => one.words)).toEqual(['买了灯', '都换好了']);
    const again = await step(id, { kind: 'report', words: '都换好了' }, report);
    expect([again.body, again.headers['idempotent-replayed'], again.headers.etag]).toEqual([
      reported.body,
      'true',
      reported.headers.etag,
    ]);
    // Not the organiser, and nobody else.
    expect((await read(id)).json()).toMatchObject({ mayAccept: false });
    expect(await code(step(id, { kind: 'accept', words: '好' }))).toBe('execution-refused');
    expect(await code(answer(other, id, { accepted: true }))).toBe('execution-refused');
    expect([(await own(chair, id)).mayAccept, (await own(other, id)).mayAccept]).toEqual([true, false]);
    expect((await listed(id)).mayAccept).toBe(false);
    const noWords = await answer(chair, id, { accepted: false });
    expect(noWords.json()).toMatchObject({ findings: [{ where: 'body/words', code: 'missing' }] });
    expect((await answer(chair, id, { accepted: false, words: '还有两盏' })).json()).toMatchObject({
      state: 'working',
      acceptance: '还有两盏',
    });
    await step(id, { kind: 'report', words: '又修了两盏' });
    const accepted = await answer(chair, id, { accepted: true });
    expect(accepted.json()).toMatchObject({ state: 'accepted', acceptedAt: service.clock.now().toISOString() });
    expect(accepted.json()).not.toHaveProperty('acceptance');
    expect(await code(answer(chair, id, { accepted: true }))).toBe('execution-refused');
    expect(await logged(id)).toEqual([
      ['resolution-made', 'assigned', draft.due],
      ['resolution-changed', 'working', draft.due],
      ['resolution-changed', 'reported', draft.due],
      ['resolution-changed', 'working', draft.due],
      ['resolution-changed', 'reported', draft.due],
      ['resolution-changed', 'accepted', draft.due],
    ]);
    const council_ = await service.call('getCouncil', { path: council.path });
    expect(council_.json<Schemas['Council']>().counts).toMatchObject({ due: 1, accepted: 1, late: 0 });
  });

  it('X2 is accepted or sent back by the organiser where the proposer is no member, or none any more', async () => {
    const id = await made();
    expect((await step(id, { kind: 'report', words: '好了' })).json()).toMatchObject({ mayAccept: true });
    expect((await listed(id)).mayAccept).toBe(true);
    const everybody = await service.call('listResolutions', { path: council.path });
    expect(everybody.body).toContain(id);
    expect(everybody.body).not.toContain('mayAccept');
    expect((await step(id, { kind: 'return', words: '没有' })).json()).toMatchObject({ state: 'working' });
    const left = council.members[5]!;
    const topic = await propose(left);
    const hers = await made({ topic });
    await step(hers, { kind: 'report', words: '好了' });
    expect(await code(step(hers, { kind: 'accept', words: '好' }))).toBe('execution-refused');
    await service.admin.query('update council_members set left_at = now() where id = $1', [left.id]);
    expect((await step(hers, { kind: 'accept', words: '好' })).json()).toMatchObject({
      state: 'accepted',
      acceptance: '好',
    });
  });

  it('X1 is late from the day after its last one, Chinese time, until it is accepted or dropped with words', async () => {
    const start = service.clock.time;
    const id = await made({ due: '2026-11-25' });
    const late = async () => (await read(id)).json<Resolution>().isLate;
    service.clock.time = Date.parse('2026-11-25T15:59:59Z');
    expect(await late()).toBe(false);
    service.clock.time += 1_000;
    expect(await late()).toBe(true);
    expect(await code(step(id, { kind: 'drop' }))).toBe('invalid-request');
    const dropped = await step(id, { kind: 'drop', words: '没有经费' });
    expect(dropped.json()).toMatchObject({ state: 'dropped', isLate: false, evidence: [{ words: '没有经费' }] });
    for (const kind of ['begin', 'add', 'report', 'accept', 'return', 'drop'] as const)
      expect(await code(step(id, { kind, words: '甲' }))).toBe('execution-refused');
    service.clock.time = start;
  });

  it('is changed for who has seen the last of it, and its log tells another day', async () => {
    const id = await made();
    const seen = String((await read(id)).headers.etag);
    const notice = { from: '2026-11-21', until: '2026-11-28' };
    const changed = await change(id, { ...draft, title: '修灯', notice }, seen);
    expect(changed.json()).toMatchObject({ title: '修灯', notice });
    expect(await code(change(id, draft, seen))).toBe('precondition-failed');
    // What members say meanwhile is another answer, and no reason to refuse.
    const now = String(changed.headers.etag);
    await step(id, { kind: 'add', words: '买灯' });
    expect(await code(change(id, draft, now))).toBe('precondition-failed');
    await change(id, { ...draft, due: '2027-01-31' });
    expect((await read(id)).json<Resolution>()).not.toHaveProperty('notice');
    expect(await logged(id)).toEqual([
      ['resolution-made', 'assigned', '2026-12-31'],
      ['resolution-changed', 'assigned', '2027-01-31'],
    ]);
  });

  it('is refused with days that are none, a topic that is not there, and a ballot that decided nothing', async () => {
    const findings = async (more: Partial<Draft>) => {
      const problem = (await record({ ...draft, ...more })).json<Schemas['Problem']>();
      expect(problem.code).toBe('resolution-refused');
      return problem.findings?.map((one) => [one.where, one.code]);
    };
    const never = '00000000-0000-4000-8000-000000000000';
    expect(await findings({ due: '2026-02-30', topic: never, ballot: never })).toEqual([
      ['body/due', 'bad-format'],
      ['body/topic', 'unknown'],
      ['body/ballot', 'unknown'],
    ]);
    expect(await findings({ notice: { from: '2026-13-01', until: '2026-11-31' } })).toEqual([
      ['body/notice/from', 'bad-format'],
      ['body/notice/until', 'bad-format'],
    ]);
    expect(await findings({ notice: { from: '2026-11-30', until: '2026-11-29' } })).toEqual([
      ['body/notice/until', 'too-small'],
    ]);
    const own_ = await makeCouncil(service, 2);
    const ballot = await openBallot(service, own_);
    council = own_;
    expect(await findings({ ballot: ballot.id })).toEqual([['body/ballot', 'undecided']]);
    for (const member of own_.members) await castOpen(service, ballot, member, { picks: ['no'] });
    const headers = { ...own_.organiser.headers, 'idempotency-key': newToken() };
    const closed = await service.call('closeBallot', { path: ballot.path, headers });
    expect(closed.json()).toMatchObject({ result: { outcome: 'failed' } });
    expect(await findings({ ballot: ballot.id })).toEqual([['body/ballot', 'undecided']]);
  });

  it('comes from the ballot that passed it, with its day and its topic', async () => {
    council = await makeCouncil(service, 3);
    [chair, other] = council.members as [TestMember, TestMember];
    const topic = await propose(chair);
    const motion = { title: '灯', words: '修灯', topic };
    const ballot = await openBallot(service, council, draftOf({}, { motion }));
    for (const member of council.members) await castOpen(service, ballot, member, { picks: ['yes'] });
    const headers = { ...(await desk()), 'idempotency-key': newToken() };
    const closed = await service.call('closeBallot', { path: ballot.path, headers });
    const recorded = await record({ ...draft, ballot: ballot.id });
    expect(recorded.json()).toMatchObject({
      ballot: ballot.id,
      topic,
      decidedAt: closed.json<Schemas['Ballot']>().closedAt,
    });
    const { entries } = (await service.call('getCouncilLog', { path: council.path })).json<Schemas['CouncilLog']>();
    expect(entries.at(-1)!.body).toMatchObject({ ballot: ballot.id, state: 'assigned' });
    // Nothing is recorded in a council that has ended; what was begun may be done.
    await service.admin.query('update councils set ended = true where id = $1', [council.council]);
    expect(await code(record(draft))).toBe('council-ended');
    expect((await step(recorded.json<Resolution>().id, { kind: 'begin' })).statusCode).toBe(200);
  });
});

describe('rateResolution', () => {
  it('is possible once it was reported, says the mean from five on, and may be changed', async () => {
    council = await makeCouncil(service, 6);
    const id = await made();
    expect(await code(rate(council.members[0]!, id, 5))).toBe('execution-refused');
    await step(id, { kind: 'report', words: '好了' });
    const shown = async () =>
      (await service.call('listResolutions', { path: council.path })).json<Schemas['ResolutionPage']>().items[0]!;
    for (const [at, points] of [5, 4, 4, 1].entries()) {
      const rated = await rate(council.members[at]!, id, points);
      expect(rated.json<Resolution>()).toMatchObject({ yourRating: points, ratings: { count: at + 1 } });
      expect(rated.json<Resolution>().ratings).not.toHaveProperty('mean');
    }
    await rate(council.members[4]!, id, 3);
    expect((await shown()).ratings).toEqual({ count: 5, mean: 3.4 });
    expect(await shown()).not.toHaveProperty('yourRating');
    await rate(council.members[3]!, id, 5);
    expect((await shown()).ratings).toEqual({ count: 5, mean: 4.2 });
    expect(await own(council.members[5]!, id)).not.toHaveProperty('yourRating');
    expect(await code(rate(council.members[0]!, '00000000-0000-4000-8000-000000000000', 5))).toBe('resolution-unknown');
  });
});

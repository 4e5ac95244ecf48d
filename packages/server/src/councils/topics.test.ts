import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { makeCouncil, type TestCouncil, type TestMember } from './council-fixture.js';

type Schemas = components['schemas'];
type Topic = Schemas['Topic'];

let service: TestService;
let council: TestCouncil;
let chair: TestMember;
let other: TestMember;
beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 4);
  [chair, other] = council.members as [TestMember, TestMember];
});
afterAll(() => service.close());

const desk = () => council.organiser.headers;
const suggest = async (title: string, more: Partial<Schemas['TopicSuggestion']> = {}, key = newToken()) =>
  service.call('suggestTopic', {
    path: council.path,
    headers: { 'idempotency-key': key },
    body: { title, words: '说明', ...more },
  });
const propose = async (who: TestMember, title: string) =>
  service.call('proposeTopic', {
    path: council.path,
    headers: { ...who.headers, 'idempotency-key': newToken() },
    body: { title, words: '说明' },
  });
const screen = (topicId: string, body: Schemas['TopicScreening'], key = newToken()) =>
  service.call('screenTopic', {
    path: { ...council.path, topicId },
    headers: { ...desk(), 'idempotency-key': key },
    body,
  });
const second = (who: TestMember, topicId: string, op: 'secondTopic' | 'unsecondTopic' = 'secondTopic') =>
  service.call(op, { path: { ...council.path, topicId }, headers: who.headers });
const items = async (op: 'listTopics' | 'listOwnTopics' | 'listAllTopics', headers = {}, query = {}) =>
  (await service.call(op, { path: council.path, headers, query })).json<Schemas['TopicPage']>().items;
const idOf = async (answer: Promise<{ json<T>(): T }>) => (await answer).json<{ id: string }>().id;

describe('topics', () => {
  it('T1 of anybody are shown once the organiser let them in, under the name that was given', async () => {
    const key = newToken();
    const made = await suggest('路灯', { name: '一位村民' }, key);
    expect(made.json()).toMatchObject({ state: 'suggested' });
    expect((await suggest('路灯', { name: '一位村民' }, key)).body).toBe(made.body);
    const { id } = made.json<Topic>();
    const shown = async () => [await items('listTopics'), await items('listOwnTopics', chair.headers)];
    for (const page of await shown()) expect(page.map((one) => one.id)).not.toContain(id);
    expect((await items('listAllTopics', desk(), { state: 'suggested' })).map((one) => one.id)).toEqual([id]);
    expect((await second(chair, id)).json()).toMatchObject({ code: 'topic-unknown' });
    expect((await screen(id, { decision: 'collect' })).json()).toMatchObject({ state: 'collected', by: '一位村民' });
    for (const page of await shown()) expect(page.find((one) => one.id === id)).toMatchObject({ fromMember: false });
    const anonymous = await idOf(suggest('没有名字'));
    expect((await screen(anonymous, { decision: 'admit' })).json<Topic>()).not.toHaveProperty('by');
  });

  it('T1 of members are shown at once, and tell a member what she did', async () => {
    const id = await idOf(propose(chair, '托管班'));
    expect((await second(chair, id)).json()).toMatchObject({ code: 'topic-refused' });
    const one = async (who?: TestMember) =>
      (await (who ? items('listOwnTopics', who.headers) : items('listTopics'))).find((topic) => topic.id === id);
    expect((await second(other, id)).json()).toMatchObject({ seconds: 1, secondedByYou: true, byYou: false });
    expect((await second(other, id)).json()).toMatchObject({ seconds: 1 });
    await second(council.members[2]!, id);
    expect(await one(chair)).toMatchObject({ byYou: true, secondedByYou: false, seconds: 2, by: chair.name });
    const everybody = await one();
    expect(everybody).toMatchObject({ seconds: 2, fromMember: true });
    expect(everybody).not.toHaveProperty('byYou');
    expect(everybody).not.toHaveProperty('secondedByYou');
    expect((await second(other, id, 'unsecondTopic')).json()).toMatchObject({ seconds: 1, secondedByYou: false });
    await screen(id, { decision: 'admit' });
    expect((await second(other, id)).json()).toMatchObject({ code: 'topic-refused' });
  });

  it('T1 are declined with words, merged into one that is talked about, and not decided twice', async () => {
    const [into, merged, declined] = [
      await idOf(propose(chair, '甲')),
      await idOf(suggest('乙')),
      await idOf(suggest('丙')),
    ];
    const faults = async (body: Schemas['TopicScreening']) => {
      const problem = (await screen(merged, body)).json<Schemas['Problem']>();
      return [problem.code, problem.findings?.[0]];
    };
    expect(await faults({ decision: 'decline' })).toEqual([
      'invalid-request',
      { where: 'body/words', code: 'missing' },
    ]);
    expect(await faults({ decision: 'merge' })).toEqual(['invalid-request', { where: 'body/into', code: 'missing' }]);
    for (const target of [merged, '00000000-0000-4000-8000-000000000000'])
      expect(await faults({ decision: 'merge', into: target })).toEqual([
        'invalid-request',
        { where: 'body/into', code: 'unknown' },
      ]);
    expect(await faults({ decision: 'merge', into: declined })).toEqual(['topic-refused', undefined]);
    expect((await screen(merged, { decision: 'merge', into })).json()).toMatchObject({ state: 'merged', into });
    const key = newToken();
    const decline: Schemas['TopicScreening'] = { decision: 'decline', words: '归镇里管' };
    const done = await screen(declined, decline, key);
    expect(done.json()).toMatchObject({ state: 'declined', answer: '归镇里管' });
    const again = await screen(declined, decline, key);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([done.body, 'true']);
    expect((await screen(declined, decline)).json()).toMatchObject({ code: 'topic-refused' });
    expect((await items('listTopics')).map((one) => one.id)).not.toContain(declined);
    expect((await screen('00000000-0000-4000-8000-000000000000', decline)).json()).toMatchObject({
      code: 'topic-unknown',
    });
  });

  it('go on in pages, the latest first, each list with cursors of its own', async () => {
    const many = await makeCouncil(service, 1);
    const path = many.path;
    const [member] = many.members;
    for (let at = 0; at < 5; at += 1) {
      service.clock.time += at % 2 === 0 ? 1_000 : 0;
      const headers = { ...member!.headers, 'idempotency-key': newToken() };
      await service.call('proposeTopic', { path, headers, body: { title: `题${at}`, words: '说明' } });
    }
    const page = async (query: Record<string, string>) =>
      (await service.call('listTopics', { path, query })).json<Schemas['TopicPage']>();
    const all = (await page({})).items.map((one) => one.id);
    expect(all.length).toBe(5);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items: some, nextCursor } = await page({ limit: '2', ...(cursor && { cursor }) });
      found.push(...some.map((one) => one.id));
      cursor = nextCursor;
    } while (cursor);
    expect(found).toEqual(all);
    const { nextCursor = '' } = await page({ limit: '1' });
    for (const [op, headers] of [
      ['listOwnTopics', member!.headers],
      ['listAllTopics', many.organiser.headers],
    ] as const)
      expect((await service.call(op, { path, headers, query: { cursor: nextCursor } })).json()).toMatchObject({
        code: 'cursor-invalid',
      });
    expect(
      (await service.call('listTopics', { path: council.path, query: { cursor: nextCursor } })).json(),
    ).toMatchObject({ code: 'cursor-invalid' });
  });

  it('are not added to a council that has ended, or that never was', async () => {
    const ended = await makeCouncil(service, 1);
    await service.admin.query('update councils set ended = true where id = $1', [ended.council]);
    const call = (councilId: string) =>
      service.call('suggestTopic', {
        path: { councilId },
        headers: { 'idempotency-key': newToken() },
        body: { title: '甲', words: '乙' },
      });
    expect((await call(ended.id)).json()).toMatchObject({ code: 'council-ended' });
    for (const id of [`${council.federation}-00000000-0000-4000-8000-000000000000`, `123456789012-${council.council}`])
      expect((await call(id)).json()).toMatchObject({ code: 'council-unknown' });
  });
});

describe('the discussion of a topic', () => {
  const write = (who: TestMember, topicId: string, words: string, key = newToken()) =>
    service.call('writeComment', {
      path: { ...council.path, topicId },
      headers: { ...who.headers, 'idempotency-key': key },
      body: { words },
    });
  const read = async (topicId: string, headers: Record<string, string>, op: 'listComments' | 'listAllComments') =>
    (await service.call(op, { path: { ...council.path, topicId }, headers })).json<Schemas['CommentPage']>().items;
  const touch = (
    op: 'takeBackComment' | 'reportComment' | 'moderateComment',
    [topicId, commentId]: readonly [string, string],
    headers: Record<string, string>,
    body?: Schemas['CommentModeration'],
  ) => service.call(op, { path: { ...council.path, topicId, commentId }, headers, ...(body && { body }) });

  it('is read by members, moderated with a reason, and says to the organiser alone what was reported', async () => {
    const topic = await idOf(propose(chair, '讨论'));
    const said = await idOf(write(other, topic, '说了别人家的私事'));
    const at = service.clock.now().toISOString();
    service.clock.time += 1_000;
    await write(chair, topic, '三组最急');
    expect((await touch('reportComment', [topic, said], chair.headers)).statusCode).toBe(204);
    const seen = async () => (await read(topic, chair.headers, 'listComments'))[0]!;
    expect(await seen()).toEqual({
      id: said,
      at,
      by: other.name,
      byYou: false,
      words: '说了别人家的私事',
      state: 'shown',
    });
    expect((await read(topic, desk(), 'listAllComments'))[0]).toMatchObject({ reported: true });
    const noReason = await touch('moderateComment', [topic, said], desk(), { hidden: true });
    expect(noReason.json()).toMatchObject({ findings: [{ where: 'body/reason', code: 'missing' }] });
    const reason = '说了别人家的私事，请换一种说法';
    const hidden = await touch('moderateComment', [topic, said], desk(), { hidden: true, reason });
    expect(hidden.json()).toMatchObject({ state: 'hidden', reason, words: '说了别人家的私事' });
    expect(hidden.json()).not.toHaveProperty('reported');
    // Not even she herself.
    for (const who of [chair, other]) {
      const [first] = await read(topic, who.headers, 'listComments');
      expect(first).toMatchObject({ state: 'hidden', reason });
      expect(first).not.toHaveProperty('words');
    }
    await touch('moderateComment', [topic, said], desk(), { hidden: false });
    expect(await seen()).toMatchObject({ state: 'shown', words: '说了别人家的私事' });
    const topics = await items('listTopics');
    expect(topics.find((one) => one.id === topic)).toMatchObject({ comments: 2 });
  });

  it('loses the words of what its author takes back, for good', async () => {
    const topic = await idOf(propose(chair, '收回'));
    const key = newToken();
    const sent = await write(other, topic, '我说错了一句话', key);
    const said = sent.json<{ id: string }>().id;
    expect((await write(other, topic, '我说错了一句话', key)).body).toBe(sent.body);
    expect((await touch('takeBackComment', [topic, said], chair.headers)).json()).toMatchObject({
      code: 'comment-unknown',
    });
    expect((await touch('takeBackComment', [topic, said], other.headers)).statusCode).toBe(204);
    const { rows } = await service.admin.query('select t::text as row from council_comments t');
    expect(rows.map(({ row }) => row).join('')).not.toContain('我说错了一句话');
    const replayed = await write(other, topic, '我说错了一句话', key);
    expect(replayed.json()).toMatchObject({ id: said, state: 'taken-back' });
    expect(replayed.json()).not.toHaveProperty('words');
    for (const body of [{ hidden: true, reason: '甲' }, { hidden: false }])
      expect((await touch('moderateComment', [topic, said], desk(), body)).json()).toMatchObject({
        state: 'taken-back',
      });
    const [first] = await read(topic, chair.headers, 'listComments');
    expect(first).toMatchObject({ state: 'taken-back', byYou: false });
    expect(first).not.toHaveProperty('words');
  });

  it('goes on while the topic is collected or admitted, and is found under its own topic only', async () => {
    const topic = await idOf(propose(chair, '讨论二'));
    const said = await idOf(write(other, topic, '甲'));
    const elsewhere = await idOf(propose(chair, '讨论三'));
    for (const path of [
      [elsewhere, said],
      [topic, '00000000-0000-4000-8000-000000000000'],
    ] as const) {
      expect((await touch('reportComment', path, chair.headers)).json()).toMatchObject({ code: 'comment-unknown' });
      expect((await touch('takeBackComment', path, other.headers)).json()).toMatchObject({ code: 'comment-unknown' });
      expect((await touch('moderateComment', path, desk(), { hidden: false })).json()).toMatchObject({
        code: 'comment-unknown',
      });
    }
    await screen(topic, { decision: 'decline', words: '不谈' });
    expect((await write(other, topic, '乙')).json()).toMatchObject({ code: 'topic-refused' });
    expect((await read(topic, other.headers, 'listComments')).length).toBe(1);
  });
});

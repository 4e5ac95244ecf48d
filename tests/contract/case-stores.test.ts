import { afterAll, beforeAll, expect, test } from 'vitest';
import { examples } from '@fulian/contract/examples';
import { createClient, type FetchLike } from '@fulian/sdk';
import { createCaseDeskStore } from '@fulian/sdk/stores/case-desk';
import { createCaseReportStore } from '@fulian/sdk/stores/case-report';
import { createCaseTrackerStore, type FileSource } from '@fulian/sdk/stores/case-tracker';
import { createStaffSession } from '@fulian/sdk/stores/staff-session';
import { sampleAnswers } from '@fulian/sdk/testing';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';

/** The stores of both sides against the service itself: what the service in memory cannot prove. */
const federation = '990101000000';
const secret = '204918375620193847562018';
/** One grey pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture: FileSource = {
  name: 'a.png',
  size: pixel.length,
  slice: (from, to) => ({ arrayBuffer: async () => Uint8Array.from(pixel.subarray(from, to)).buffer }),
};

let service: TestService;
let baseUrl: string;
beforeAll(async () => {
  service = await createTestService();
  baseUrl = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => service.close());

/** A session of somebody whose account has no password that is known: signing in is answered here, all else is real. */
async function sessionOf(role: 'worker' | 'supervisor') {
  const person = await signedIn(service, role, federation);
  const { id, account, name } = person;
  const member = { id, account, name, role, federation: { code: federation, name: '清溪县' } };
  const opened = {
    token: person.headers.authorization.slice('Bearer '.length),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    secondFactorMissing: false,
    member: { ...member, secondFactor: true, disabled: false },
  };
  const answering: FetchLike = async (url, init) =>
    url.endsWith('/v1/staff-sessions') ? Response.json(opened, { status: 201 }) : fetch(url, init);
  const client = createClient({ baseUrl, fetch: answering });
  const session = createStaffSession({ client });
  await session.signIn(account, 'unused');
  return { client, session };
}

const soon = { timeout: 10_000, interval: 20 };

test('a worker and the requester see what the other one does, as it happens', { timeout: 60_000 }, async () => {
  const { client, session } = await sessionOf('worker');
  const body = { ...examples.submitHelpRequest.requests.urgent, receiptSecret: secret } as never;
  const { number } = await client.submitHelpRequest({ path: { code: federation }, body });
  const desk = createCaseDeskStore({ session });
  await desk.load();
  expect(desk.state).toMatchObject({
    load: 'complete',
    queue: { load: 'complete', total: 1 },
    counts: { all: 1, red: 1 },
  });
  await desk.select(desk.rowAt(0)!.id);
  const tracker = createCaseTrackerStore({ client });
  await tracker.open({ number: number.replace(/(....)/g, '$1 '), secret });
  await expect.poll(() => [desk.state.live, tracker.state.live], soon).toEqual(['streaming', 'streaming']);

  expect(await desk.takeStep('accept')).toBe(true);
  desk.write('message', { words: '您好，明天上午方便吗？' });
  expect(await desk.takeStep('message')).toBe(true);
  await expect
    .poll(() => tracker.state.case!.timeline.map(({ words }) => words), soon)
    .toContain('您好，明天上午方便吗？');
  expect(tracker.state.unseen).toBe(2);

  tracker.addFiles([picture]);
  await expect.poll(() => tracker.state.draft.attachments[0]!.status, soon).toBe('stored');
  tracker.setDraft('可以。');
  expect(await tracker.sendMessage()).toBe(true);
  expect(tracker.state).toMatchObject({ outbox: [], case: { attachments: [{ mediaType: 'image/png' }] } });
  await expect.poll(() => desk.state.selected!.unseen, soon).toBe(1);
  expect(desk.state.selected!.events.items[0]).toMatchObject({ kind: 'own-message', words: '可以。' });
  // The case and its events are two answers; either may be the first.
  const file = () => desk.state.selected!.case!.attachments.find(({ mediaType }) => mediaType === 'image/png');
  await expect.poll(file, soon).toBeDefined();
  expect(
    Buffer.from(await desk.downloadFile(file()!.id))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  expect(await desk.takeStep('claim')).toBe(true);
  await desk.setFilters({ view: 'mine' });
  expect(desk.state.queue.total).toBe(1);
  await desk.setFilters({ view: 'all', find: number });
  expect(desk.rowAt(0)!.number).toBe(number);
  expect((await tracker.downloadAll())!.request.narrative).toBe(examples.submitHelpRequest.requests.urgent.narrative);
  tracker.wipe();
  desk.stop();
});

test('two workers at once: what adds something gets through, a decision comes back', { timeout: 60_000 }, async () => {
  const [first, second] = [await sessionOf('worker'), await sessionOf('supervisor')];
  const mine = createCaseDeskStore({ session: first.session });
  await mine.load();
  mine.startRegistration('visit');
  mine.answer(sampleAnswers.anonymous);
  expect(await mine.register()).toBe(true);
  const { caseId } = mine.state.registration!;
  const hers = createCaseDeskStore({ session: second.session });
  await Promise.all([mine.select(caseId), hers.load().then(() => hers.select(caseId))]);
  mine.write('note', { words: '先打电话。' });
  hers.write('regrade', { grade: 'orange', words: '加重' });
  const taken = await Promise.all([hers.takeStep('regrade'), mine.takeStep('note')]);
  // Whoever is second: a note is sent once more by itself; a grade that was decided on older facts is not.
  expect(taken[1]).toBe(true);
  if (!taken[0])
    expect(hers.state.selected!.step).toMatchObject({ status: 'refused', conflict: { stillAllowed: true } });
  const kinds = (await mine.allEvents()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'note')).toHaveLength(1);
  mine.stop();
  hers.stop();
});

test('the statistics, for staff and for everybody', async () => {
  const { client, session } = await sessionOf('supervisor');
  const staff = createCaseReportStore({ client, federation, session });
  const everybody = createCaseReportStore({ client, federation });
  await Promise.all([staff.load(), everybody.load()]);
  expect([staff.state.load, everybody.state.load]).toEqual(['complete', 'complete']);
  expect(Buffer.from((await staff.downloadCsv())!).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

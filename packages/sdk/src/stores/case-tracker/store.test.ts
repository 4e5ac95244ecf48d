import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../index.js';
import { emptyFile } from '../../testing/form-fixture.js';
import { createTestServer, testCaseId, testCaseNumber, testSecret } from '../../testing/index.js';
import { createCaseTrackerStore } from './index.js';
// Loaded when they are needed: here before, so that turns of a test's clock are enough.
import '../../stream.js';
import './acting.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const minute = 60_000;

function newTracker() {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const store = createCaseTrackerStore({ client });
  const calls = (operation: string) => server.requests.filter((one) => one.operation === operation);
  return { server, store, calls };
}

/** The same with a case on the screen. */
async function opened(index = 0) {
  const parts = newTracker();
  await parts.store.open({ number: testCaseNumber(index), secret: testSecret });
  await settle();
  return { ...parts, id: testCaseId(index) };
}
const herMessages = (server: ReturnType<typeof createTestServer>, id: string) =>
  server.state.cases.all.find((one) => one.id === id)!.events.filter(({ kind }) => kind === 'own-message');

describe('S4 opening with the receipt', () => {
  const grouped = (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1 ');

  test.each([
    ['in groups', grouped],
    ['with hyphens', (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1-')],
    [
      'in full-width digits',
      (digits: string) => digits.replace(/\d/g, (one) => String.fromCharCode(0xff10 + Number(one))),
    ],
    ['with what a copy brings along', (digits: string) => `\u200b ${digits}\u00a0\n`],
  ])('takes them %s', async (_, write) => {
    const { store } = newTracker();
    await store.open({ number: write(testCaseNumber(0)), secret: write(testSecret) });
    expect(store.state).toMatchObject({ phase: 'open', receiptFaults: [] });
    expect(store.state.case!.number).toBe(testCaseNumber(0));
  });

  test.each([
    ['', 'missing'],
    ['12a4', 'digits'],
    ['123', 'too-short'],
    ['1'.repeat(40), 'too-long'],
  ])('finds that %j is %s before anything is sent', async (typed, code) => {
    const { store, server } = newTracker();
    await store.open({ number: typed, secret: typed });
    expect(store.state).toMatchObject({
      phase: 'initial',
      receiptFaults: [
        { field: 'number', code },
        { field: 'secret', code },
      ],
    });
    expect(server.requests).toEqual([]);
  });

  test('number and secret and token are no part of the state', async () => {
    const { store, server } = await opened();
    const [token] = [...server.state.ownTokens.keys()];
    const text = JSON.stringify(store.state);
    expect(text).not.toContain(testSecret);
    expect(text).not.toContain(token);
  });

  test('a wrong secret is refused without saying what is wrong, and may be typed again', async () => {
    const { store } = newTracker();
    await store.open({ number: testCaseNumber(0), secret: '1'.repeat(24) });
    expect(store.state).toMatchObject({ phase: 'error', openError: { code: 'receipt-refused' } });
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    expect(store.state.phase).toBe('open');
    expect(store.state.openError).toBeUndefined();
  });

  test('what comes after she wiped is not shown (S1)', async () => {
    const { server, store } = newTracker();
    const gate = server.hold('readOwnCase');
    const opening = store.open({ number: testCaseNumber(0), secret: testSecret });
    await gate.arrived();
    store.wipe();
    gate.open();
    await opening;
    await settle();
    expect(store.state).toMatchObject({ phase: 'initial', live: 'off' });
    expect(store.state.case).toBeUndefined();
  });
});

describe('what happens to her case', () => {
  test('is shown as it happens, and counted until she has seen it', async () => {
    const { server, store, id } = await opened();
    expect(store.state.live).toBe('streaming');
    server.takeStep(id, 'worker.qingxi', { kind: 'message', words: '明天上午可以吗？' });
    server.takeStep(id, 'worker.qingxi', { kind: 'note', words: 'internal' });
    await settle();
    expect(store.state.unseen).toBe(1);
    expect(store.state.case!.timeline.slice(-1)).toMatchObject([{ kind: 'message', words: '明天上午可以吗？' }]);
    store.markSeen();
    expect(store.state.unseen).toBe(0);
  });

  test('is asked for now and then where streams do not work, and streamed again when they do', async () => {
    const { server, store } = newTracker();
    const undo = server.fail('watchOwnCase', 'drop-request', Infinity);
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    await pass(10_000);
    expect(store.state.live).toBe('polling');
    server.takeStep(testCaseId(0), 'worker.qingxi', { kind: 'message', words: '在吗？' });
    await pass(50_000);
    expect(store.state.unseen).toBe(1);
    undo();
    for (let minutes = 0; minutes < 9; minutes += 1) {
      store.touch();
      await pass(minute);
    }
    expect(store.state.live).toBe('streaming');
  });

  test('S2 nothing is said of being off line but that it is so; what was known stays', async () => {
    const { server, store } = await opened();
    server.isOffline = true;
    await pass(10_000);
    expect(store.state).toMatchObject({ phase: 'open', live: 'offline', refreshError: { code: 'network' } });
    expect(store.state.case).toBeDefined();
  });
});

describe('S10 a message', () => {
  test('arrives and is in her timeline', async () => {
    const { server, store, id } = await opened();
    store.setDraft('  我在娘家。 ');
    expect(await store.sendMessage()).toBe(true);
    expect(herMessages(server, id).map(({ words }) => words)).toContain('我在娘家。');
    expect(store.state).toMatchObject({ outbox: [], draft: { words: '', attachments: [] } });
    expect(store.state.case!.timeline.slice(-1)).toMatchObject([{ byYou: true, words: '我在娘家。' }]);
  });

  test.each([
    ['', 'missing'],
    ['  \n', 'missing'],
    ['字'.repeat(5001), 'too-long'],
  ])('that is blank or too long stays a draft', async (words, code) => {
    const { store, calls } = await opened();
    store.setDraft(words);
    expect(await store.sendMessage()).toBe(false);
    expect(store.state).toMatchObject({ draft: { words }, draftFaults: [{ field: 'words', code }] });
    expect(calls('sendOwnMessage')).toEqual([]);
  });

  test('of which no answer came is said to be unknown, is sent again by itself, and arrives once', async () => {
    const { server, store, id, calls } = await opened();
    const before = herMessages(server, id).length;
    server.fail('sendOwnMessage', 'drop-response');
    store.setDraft('一次');
    await store.sendMessage();
    expect(store.state.outbox).toMatchObject([{ words: '一次', status: 'unknown', error: { code: 'network' } }]);
    await pass(20_000);
    expect(store.state.outbox).toEqual([]);
    const keys = calls('sendOwnMessage').map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(herMessages(server, id)).toHaveLength(before + 1);
  });

  test('that was still unknown when its token ended goes on being sent when the case is open again', async () => {
    const { server, store, id } = await opened();
    const before = herMessages(server, id).length;
    const undo = server.fail('sendOwnMessage', 'drop-request', Infinity);
    store.setDraft('还在路上');
    await store.sendMessage();
    server.state.ownTokens.clear();
    await store.refresh();
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'expired', hasUnsent: true });
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    await settle();
    expect(store.state.outbox).toMatchObject([{ words: '还在路上', status: 'unknown' }]);
    undo();
    await pass(20_000);
    expect(store.state.outbox).toEqual([]);
    expect(herMessages(server, id)).toHaveLength(before + 1);
  });

  test('that was refused is not lost: its words come back before what she is writing', async () => {
    const { server, store, id } = await opened(2);
    server.takeStep(id, 'intake.qingxi', { kind: 'decline', words: '请拨 12345。' });
    store.setDraft('等一下');
    await store.sendMessage();
    expect(store.state.outbox).toMatchObject([{ status: 'refused', error: { code: 'step-refused' } }]);
    store.setDraft('还有');
    store.takeBackMessage(store.state.outbox[0]!.key);
    expect(store.state).toMatchObject({ outbox: [], draft: { words: '等一下\n还有' } });
  });

  test('takes its files along, from the federation that the case came to', async () => {
    const { server, store, calls } = await opened();
    const gate = server.hold('appendAttachment');
    store.addFiles([emptyFile('a.jpg')]);
    store.setDraft('照片');
    await gate.arrived();
    expect(await store.sendMessage()).toBe(false);
    expect(store.state.draftFaults).toEqual([{ field: 'attachments', code: 'unfinished' }]);
    gate.open();
    await settle();
    expect(store.state.draft.attachments).toMatchObject([{ name: 'a.jpg', status: 'stored' }]);
    expect(store.state.draftFaults).toEqual([]);
    await store.sendMessage();
    expect(calls('startAttachment')[0]!.url).toContain('/990101000000/');
    expect(store.state.case!.attachments).toHaveLength(1);
    expect(store.state.draft.attachments).toEqual([]);
    expect([...server.state.attachments.values()][0]!.request).toBe(testCaseNumber(0));
  });
});

describe('what she decides', () => {
  test('dissatisfied reopens the case, however often an answer is lost', async () => {
    const { server, store, calls } = await opened(12);
    expect(store.state.case!.may).toContain('rate');
    server.fail('rateOwnCase', 'drop-response');
    await store.rate(false, '还没有解决。');
    expect(store.state.rating).toMatchObject({ status: 'unknown' });
    await store.rate(false, '还没有解决。');
    expect(store.state.rating).toEqual({ status: 'done' });
    expect(store.state.case!.state).toBe('reopened');
    const keys = calls('rateOwnCase').map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
  });

  test('she withdraws, and can do it once', async () => {
    const { store } = await opened();
    await store.withdraw();
    expect(store.state).toMatchObject({ withdrawal: { status: 'done' }, case: { state: 'withdrawn' } });
    await store.withdraw();
    expect(store.state.withdrawal).toMatchObject({ status: 'failed', error: { code: 'step-refused' } });
  });

  test('her consent to a transfer is kept', async () => {
    const { server, store, id } = await opened(8);
    expect(store.state.case!.may).toContain('consent');
    await store.answerConsent(false);
    expect(store.state.consent).toEqual({ status: 'done' });
    expect(server.state.cases.all.find((one) => one.id === id)!.facts.transferConsent).toBe(false);
  });

  test('everything about her is hers, and is not kept in the state', async () => {
    const { store } = await opened();
    const all = await store.downloadAll();
    expect(all!.request.narrative).toContain('孩子也在旁边');
    expect(store.state.download).toEqual({ status: 'done' });
    expect(JSON.stringify(store.state)).not.toContain('孩子也在旁边');
  });

  test('a file of her case comes by its id, once at a time, and is not kept in the state', async () => {
    const { server, store, calls } = await opened();
    store.addFiles([{ name: '录音 1.m4a', size: 4, slice: () => ({ arrayBuffer: async () => new ArrayBuffer(4) }) }]);
    await pass(1000);
    store.setDraft('见附件');
    await store.sendMessage();
    await settle();
    const [file] = store.state.case!.timeline.at(-1)!.attachments!;
    expect(file).toMatchObject({ name: '录音 1.m4a', size: 4 });
    const gate = server.hold('downloadOwnCaseAttachment');
    const bytes = store.downloadFile(file!.id);
    await gate.arrived();
    expect(await store.downloadFile(file!.id)).toBeUndefined();
    gate.open();
    expect(new Uint8Array((await bytes)!)).toEqual(new Uint8Array(4));
    expect(calls('downloadOwnCaseAttachment')).toHaveLength(1);
    expect(calls('downloadOwnCaseAttachment')[0]!.url).not.toContain('录音');
    expect(store.state.fileDownload).toEqual({ id: file!.id, status: 'done' });
    server.fail('downloadOwnCaseAttachment', 'unavailable');
    expect(await store.downloadFile(file!.id)).toBeUndefined();
    expect(store.state.fileDownload).toMatchObject({ id: file!.id, status: 'failed', error: { code: 'unavailable' } });
    // A token that has ended ends the sitting.
    server.state.ownTokens.clear();
    expect(await store.downloadFile(file!.id)).toBeUndefined();
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'expired' });
  });

  test('a case is deleted for good, also where the answer was lost', async () => {
    const { server, store, id } = await opened(16);
    expect(store.state.case!.may).toContain('erase');
    server.fail('eraseOwnCase', 'drop-response');
    await store.erase();
    expect(store.state.erasure).toMatchObject({ status: 'unknown' });
    await store.erase();
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'erased' });
    expect(server.state.cases.all.some((one) => one.id === id)).toBe(false);
  });

  test('too early, it is not deleted', async () => {
    const { store } = await opened();
    await store.erase();
    expect(store.state).toMatchObject({
      phase: 'open',
      erasure: { status: 'failed', error: { code: 'erasure-too-early' } },
    });
  });
});

describe('S2 the end of a sitting', () => {
  test('without a sign of her everything is gone', async () => {
    const { store, server } = await opened();
    store.setDraft('半句');
    await pass(4 * minute);
    expect(store.state).toMatchObject({ phase: 'open', idleSoon: true });
    store.touch();
    expect(store.state.idleSoon).toBe(false);
    await pass(4 * minute + 1000);
    expect(store.state.idleSoon).toBe(true);
    await pass(minute);
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'idle', hasUnsent: false, live: 'off' });
    expect(JSON.stringify(store.state)).not.toContain('半句');
    expect(server.state.streams.count).toBe(0);
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    expect(store.state.draft.words).toBe('');
  });

  async function untilExpired(store: Awaited<ReturnType<typeof opened>>['store']) {
    for (let minutes = 0; minutes < 31 && store.state.phase === 'open'; minutes += 1) {
      store.touch();
      await pass(minute);
    }
  }

  test('after the token’s half hour, what she wrote comes back when she opens the same case', async () => {
    const { server, store, id } = await opened();
    const before = herMessages(server, id).length;
    const undo = server.fail('sendOwnMessage', 'drop-response', Infinity);
    store.setDraft('整句');
    await store.sendMessage();
    store.setDraft('半句');
    await untilExpired(store);
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'expired', hasUnsent: true, outbox: [] });
    expect(JSON.stringify(store.state)).not.toContain('句');
    undo();
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    expect(store.state.draft.words).toBe('半句');
    expect(herMessages(server, id)).toHaveLength(before + 1);
  });

  test('and does not come back for another case, nor after she was away', async () => {
    const { store } = await opened();
    store.setDraft('半句');
    await untilExpired(store);
    expect(store.state.hasUnsent).toBe(true);
    await store.open({ number: testCaseNumber(3), secret: testSecret });
    expect(store.state.draft.words).toBe('');
    store.setDraft('另一句');
    await untilExpired(store);
    await pass(6 * minute);
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'idle', hasUnsent: false });
  });

  test('a phone whose clock goes wrong closes nothing', async () => {
    const { server } = newTracker();
    const client = createClient({ baseUrl: '', fetch: server.fetch });
    const store = createCaseTrackerStore({ client, clock: () => Date.now() + 9 * 3_600_000 });
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    await pass(minute);
    expect(store.state).toMatchObject({ phase: 'open', expiresSoon: false });
  });

  test('she closes it, and nothing is left', async () => {
    const { server, store } = await opened();
    store.setDraft('半句');
    store.close();
    expect(store.state).toMatchObject({ phase: 'closed', closedBecause: 'left', hasUnsent: false });
    await settle();
    expect(server.state.streams.count).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

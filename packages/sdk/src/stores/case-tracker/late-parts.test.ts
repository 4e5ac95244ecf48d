import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../index.js';
import { emptyFile } from '../../testing/form-fixture.js';
import { createTestServer, testCaseId, testCaseNumber, testSecret } from '../../testing/index.js';
import { TrackerStore } from './store.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => {
  vi.doUnmock('../../stream.js');
  vi.useRealTimers();
});

async function opened(load?: () => Promise<Pick<typeof import('./acting.js'), 'Acting'>>) {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const store = new TrackerStore({ client }, load);
  await store.open({ number: testCaseNumber(0), secret: testSecret });
  const calls = (operation: string) => server.requests.filter((one) => one.operation === operation);
  return { server, store, calls };
}

describe('what acts comes with the first thing that she does', () => {
  /** A network over which it comes only with the second try. */
  const lost = () => {
    let tries = 0;
    return () => ((tries += 1) > 1 ? import('./acting.js') : Promise.reject(new TypeError('no network')));
  };

  test('where it cannot be loaded nothing is sent, what she wrote stays, and the same again tries again', async () => {
    const { store, calls } = await opened(lost());
    store.setDraft('我在娘家。');
    expect(await store.sendMessage()).toBe(false);
    expect(store.state).toMatchObject({
      draft: { words: '我在娘家。' },
      draftFaults: [{ field: 'words', code: 'unavailable' }],
      outbox: [],
    });
    expect(await store.sendMessage()).toBe(true);
    expect(store.state.case!.timeline.slice(-1)).toMatchObject([{ byYou: true, words: '我在娘家。' }]);
    expect(calls('sendOwnMessage')).toHaveLength(1);
    store.wipe();
  });

  test('says of files that they were not added', async () => {
    const { store } = await opened(lost());
    store.addFiles([emptyFile('a.jpg')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.state.draftFaults).toEqual([{ field: 'attachments', code: 'unavailable' }]);
    expect(store.state.draft.attachments).toEqual([]);
    store.addFiles([emptyFile('a.jpg')]);
    await vi.waitFor(() => expect(store.state.draft.attachments).toMatchObject([{ name: 'a.jpg', status: 'stored' }]));
    store.wipe();
  });

  test('says of a decision that it did not happen', async () => {
    const { store, calls } = await opened(lost());
    await store.withdraw();
    expect(store.state.withdrawal).toMatchObject({ status: 'failed', error: { code: 'network' } });
    expect(store.state.phase).toBe('open');
    expect(calls('withdrawOwnCase')).toEqual([]);
    await store.withdraw();
    expect(store.state.withdrawal).toEqual({ status: 'done' });
    store.wipe();
  });

  test('S1 does nothing for a sitting that ended while it was loaded', async () => {
    const { store, calls } = await opened();
    store.addFiles([emptyFile('a.jpg')]);
    store.setDraft('半句');
    const sending = store.sendMessage();
    store.wipe();
    expect(await sending).toBe(false);
    expect(store.state).toMatchObject({ phase: 'initial', draft: { words: '', attachments: [] }, draftFaults: [] });
    expect(['startAttachment', 'sendOwnMessage'].flatMap(calls)).toEqual([]);
  });

  test('S1 tells nothing of an upload or a message of a case that was put away', async () => {
    const { server, store } = await opened();
    const piece = server.hold('appendAttachment');
    const message = server.hold('sendOwnMessage');
    store.addFiles([emptyFile('a.jpg')]);
    await piece.arrived();
    store.close();
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    store.setDraft('一句');
    const sending = store.sendMessage();
    await message.arrived();
    store.close();
    await store.open({ number: testCaseNumber(3), secret: testSecret });
    piece.open();
    message.open();
    await sending;
    await vi.advanceTimersByTimeAsync(10);
    expect(store.state).toMatchObject({ phase: 'open', draft: { words: '', attachments: [] }, outbox: [] });
    store.wipe();
  });
});

describe('what listens comes after the case', () => {
  test('asks now and then where it cannot be loaded', async () => {
    const load = vi.fn(() => {
      throw new TypeError('no network');
    });
    vi.doMock('../../stream.js', load);
    const { server, store } = await opened();
    await vi.waitFor(() => expect(store.state).toMatchObject({ phase: 'open', live: 'polling' }));
    server.takeStep(testCaseId(0), 'worker.qingxi', { kind: 'message', words: '在吗？' });
    await vi.advanceTimersByTimeAsync(46_000);
    expect(store.state).toMatchObject({ unseen: 1, live: 'polling' });
    expect(load).toHaveBeenCalled();
    store.wipe();
  });
});

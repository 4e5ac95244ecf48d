import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../index.js';
import { emptyFile } from '../../testing/form-fixture.js';
import { createTestServer, testCaseId, testCaseNumber, testSecret } from '../../testing/index.js';
import { Uploads } from '../help-form/uploads.js';
import { Composing } from './composing.js';
import { createCaseTrackerStore } from './index.js';

const home = '990101000000';

function newMessage(load: () => Promise<{ Uploads: typeof Uploads }>) {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const message = new Composing(client, () => undefined, load);
  message.words = '照片';
  return { server, message, files: () => message.draft.attachments };
}

describe('what uploads files comes with the first one', () => {
  test('keeps files of which it cannot be loaded, says so, and uploads them when she tries again', async () => {
    const load = vi.fn().mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue({ Uploads });
    const { message, files } = newMessage(load);
    message.addFiles([emptyFile('a.jpg'), emptyFile('b.jpg')], home);
    expect(files()).toMatchObject([{ name: 'a.jpg', status: 'waiting' }, { status: 'waiting' }]);
    expect(message.faults()).toEqual([{ field: 'attachments', code: 'unfinished' }]);
    const fault = { code: 'network', retryable: true };
    await vi.waitFor(() =>
      expect(files()).toMatchObject([
        { status: 'failed', fault },
        { status: 'failed', fault },
      ]),
    );
    expect(message.faults()).toEqual([{ field: 'attachments', code: 'failed' }]);
    expect(message.isEmpty).toBe(false);
    message.retryFile(files()[0]!.key);
    await vi.waitFor(() => expect(files()).toMatchObject([{ status: 'stored' }, { status: 'stored' }]));
    expect(files().map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
    expect(message.storedIds).toHaveLength(2);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('loads it once for all that she adds meanwhile, and forgets what she takes away', async () => {
    const load = vi.fn(() => Promise.resolve({ Uploads }));
    const { message, files, server } = newMessage(load);
    message.addFiles([emptyFile('a.jpg')], home);
    message.addFiles([emptyFile('b.jpg')], home);
    message.removeFile(files()[0]!.key);
    expect(files()).toMatchObject([{ name: 'b.jpg' }]);
    await vi.waitFor(() => expect(files()).toMatchObject([{ name: 'b.jpg', status: 'stored' }]));
    message.addFiles([emptyFile('c.jpg')], home);
    await vi.waitFor(() => expect(files()).toMatchObject([{ name: 'b.jpg' }, { name: 'c.jpg', status: 'stored' }]));
    expect(load).toHaveBeenCalledTimes(1);
    expect(server.requests.filter(({ operation }) => operation === 'startAttachment')).toHaveLength(2);
  });

  test('S1 uploads nothing of a message that was put away while it was loaded', async () => {
    const { message, files, server } = newMessage(() => Promise.resolve({ Uploads }));
    message.addFiles([emptyFile('a.jpg')], home);
    const before = files();
    message.stop();
    await new Promise((turn) => setImmediate(turn));
    expect(files()).toBe(before);
    expect(server.requests).toEqual([]);
  });
});

describe('what listens comes after the case', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
  afterEach(() => {
    vi.doUnmock('../../stream.js');
    vi.useRealTimers();
  });

  test('asks now and then where it cannot be loaded', async () => {
    const load = vi.fn(() => {
      throw new TypeError('no network');
    });
    vi.doMock('../../stream.js', load);
    const server = createTestServer();
    const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
    const store = createCaseTrackerStore({ client });
    await store.open({ number: testCaseNumber(0), secret: testSecret });
    await vi.waitFor(() => expect(store.state).toMatchObject({ phase: 'open', live: 'polling' }));
    server.takeStep(testCaseId(0), 'worker.qingxi', { kind: 'message', words: '在吗？' });
    await vi.advanceTimersByTimeAsync(46_000);
    expect(store.state).toMatchObject({ unseen: 1, live: 'polling' });
    expect(load).toHaveBeenCalled();
    store.wipe();
  });
});

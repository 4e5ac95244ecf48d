import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../index.js';
import { createTestServer, type Fault } from '../../testing/index.js';
import { VirtualTime } from '../../testing/virtual-time.js';
import type { AttachmentItem, FileSource } from './types.js';
import { Uploads } from './uploads.js';

let time: VirtualTime;
beforeEach(() => {
  time = new VirtualTime();
});
afterEach(() => time.stop());

/** Lets happen what happens without waiting: nothing that is held runs into its time limit. */
const moment = () => time.run(time.now + 10);

const kib = 1024;
const draft = 'draft-key-of-this-request';

/** A file of so many bytes, each telling its place, so that a piece in the wrong place shows. */
function file(
  name: string,
  size: number,
  first: readonly number[] = [0xff, 0xd8, 0xff],
): FileSource & { bytes: Uint8Array } {
  const bytes = new Uint8Array(size).map((_, at) => first[at] ?? (at * 7 + (at >> 8)) % 251);
  return { name, size, bytes, slice: (from, to) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }) };
}

function setUp(limits = { maxCount: 10, maxBytes: 20 << 20 }) {
  const server = createTestServer();
  let items: readonly AttachmentItem[] = [];
  const seen: (readonly AttachmentItem[])[] = [];
  const uploads = new Uploads({
    client: createClient({ baseUrl: '', fetch: server.fetch }),
    federation: '990101000000',
    draft,
    limits: () => limits,
    changed: (now) => {
      items = now;
      seen.push(now);
    },
  });
  const stored = () => [...server.state.attachments.values()];
  const of = (operation: string) => server.requests.filter((request) => request.operation === operation);
  return { server, uploads, stored, of, seen, items: () => items, states: () => items.map(({ status }) => status) };
}

describe('a file', () => {
  test('arrives whole, in pieces of at most 1 MiB, the first of them small so that progress shows early', async () => {
    const { uploads, stored, of, items } = setUp();
    const photo = file('photo.jpg', 5_000_000);
    uploads.add([photo]);
    await time.run();
    expect(stored()).toMatchObject([{ name: 'photo.jpg', status: 'stored', draft, mediaType: 'image/jpeg' }]);
    expect(Buffer.compare(stored()[0]!.bytes, photo.bytes)).toBe(0);
    const sizes = of('appendAttachment').map(({ body }) => (body as Uint8Array).length);
    expect(sizes[0]).toBe(128 * kib);
    expect(Math.max(...sizes)).toBe(1024 * kib);
    expect(items()).toMatchObject([{ status: 'stored', sent: 5_000_000 }]);
    expect(uploads.storedIds).toEqual([stored()[0]!.id]);
  });

  test('arrives whole from Chromium 72, whose pieces of files cannot be asked for their bytes', async () => {
    const { uploads, stored } = setUp();
    const { name, size, bytes } = file('photo.jpg', 300 * kib);
    const slice = (from: number, to: number) =>
      Object.defineProperty(new Blob([bytes.slice(from, to)]), 'arrayBuffer', { value: undefined });
    uploads.add([{ name, size, slice }]);
    // What Node reads a piece with needs turns of its own.
    await vi.waitFor(
      async () => {
        await moment();
        expect(stored()).toMatchObject([{ name: 'photo.jpg', status: 'stored' }]);
      },
      { timeout: 10_000 },
    );
    expect(Buffer.compare(stored()[0]!.bytes, bytes)).toBe(0);
  });

  test('shows its progress, which never goes back', async () => {
    const { uploads, seen } = setUp();
    uploads.add([file('photo.jpg', 3_000_000)]);
    await time.run();
    const sent = seen.map(([item]) => item!.sent);
    expect(new Set(sent).size).toBeGreaterThan(4);
    expect(sent).toEqual(sent.slice().sort((a, b) => a - b));
  });

  test('goes up in smaller pieces where the connection is slow', async () => {
    const { server, uploads, of } = setUp();
    server.latency = { appendAttachment: 10_000 };
    uploads.add([file('photo.jpg', 700 * kib)]);
    await time.run();
    const sizes = of('appendAttachment').map(({ body }) => (body as Uint8Array).length / kib);
    expect(sizes.slice(0, 2)).toEqual([128, 64]);
    expect(Math.max(...sizes)).toBe(128);
  });

  test('with a name too long for the contract keeps the end of it, where its kind stands', async () => {
    const { uploads, stored } = setUp();
    uploads.add([file(`${'名'.repeat(300)}.jpg`, 10)]);
    await time.run();
    expect(stored()[0]!.name).toBe(`${'名'.repeat(196)}.jpg`);
  });

  test('goes on where the connection broke, and sends nothing twice that had arrived', async () => {
    const { server, uploads, stored, of, states } = setUp();
    const photo = file('photo.jpg', 2_000_000);
    let pieces = 0;
    server.fail('appendAttachment', () => ((pieces += 1) > 2 && pieces < 7 ? 'drop-request' : undefined), Infinity);
    uploads.add([photo]);
    await time.run();
    expect(states()).toEqual(['stored']);
    expect(of('getAttachment').length).toBeGreaterThan(0);
    expect(of('startAttachment')).toHaveLength(1);
    expect(Buffer.compare(stored()[0]!.bytes, photo.bytes)).toBe(0);
  });

  test('is whole whatever breaks on its way', async () => {
    const fault = fc.constantFrom<Fault | undefined>(
      'drop-request',
      'drop-response',
      'duplicate',
      'unavailable',
      undefined,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 30 }),
        fc.integer({ min: 1, max: 900_000 }),
        async (faults, size) => {
          const { server, uploads, stored, items, states } = setUp();
          const left = [...faults];
          server.fail('*', () => left.shift(), Infinity);
          const photo = file('photo.jpg', size, [1]);
          uploads.add([photo]);
          await time.run();
          while (states()[0] === 'failed') {
            expect(items()[0]!.fault!.retryable).toBe(true);
            uploads.retry(items()[0]!.key);
            await time.run();
          }
          expect(states()).toEqual(['stored']);
          expect(stored()).toHaveLength(1);
          expect(Buffer.compare(stored()[0]!.bytes, photo.bytes)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  test('that the service has lost is announced and sent anew', async () => {
    const { server, uploads, stored, states } = setUp();
    let pieces = 0;
    server.fail('appendAttachment', () => ((pieces += 1) === 2 ? 'drop-request' : undefined), Infinity);
    server.fail('getAttachment', 'attachment-unknown');
    uploads.add([file('photo.jpg', 400 * kib)]);
    await time.run();
    expect(states()).toEqual(['stored']);
    expect(stored().filter(({ status }) => status === 'stored')).toHaveLength(1);
  });
});

describe('several files', () => {
  test('go two at a time, in their order', async () => {
    const { server, uploads, states } = setUp();
    const gate = server.hold('appendAttachment');
    uploads.add(['a', 'b', 'c'].map((name) => file(name, 10)));
    await moment();
    expect(states()).toEqual(['uploading', 'uploading', 'waiting']);
    gate.release(1);
    await moment();
    expect(states()).toEqual(['stored', 'uploading', 'uploading']);
    gate.open();
    await time.run();
    expect(states()).toEqual(['stored', 'stored', 'stored']);
  });

  test('over the number that the form takes are refused at once; removing one makes room', async () => {
    const { uploads, states, items, of } = setUp({ maxCount: 2, maxBytes: 100 });
    uploads.add(['a', 'b', 'c'].map((name) => file(name, 10)));
    await time.run();
    expect(states()).toEqual(['stored', 'stored', 'failed']);
    expect(items()[2]!.fault).toEqual({ code: 'attachment-too-many', retryable: false });
    expect(of('startAttachment')).toHaveLength(2);
    uploads.remove(items()[0]!.key);
    uploads.add([file('d', 10)]);
    await time.run();
    expect(states()).toEqual(['stored', 'failed', 'stored']);
  });
});

describe('a file that cannot be taken', () => {
  test.each([
    ['is too large', 101, 'attachment-too-large'],
    ['is empty', 0, 'empty'],
  ])('because it %s fails at once and is not sent', async (_, size, code) => {
    const { uploads, items, server } = setUp({ maxCount: 2, maxBytes: 100 });
    uploads.add([file('a', size)]);
    expect(items()).toMatchObject([{ status: 'failed', fault: { code, retryable: false } }]);
    expect(server.requests).toEqual([]);
  });

  test('because of what it is fails with what the service says, and is not tried again', async () => {
    const { uploads, items, of } = setUp();
    uploads.add([
      file(
        'photo.jpg',
        10,
        [...'<svg>'].map((letter) => letter.charCodeAt(0)),
      ),
    ]);
    await time.run();
    expect(items()[0]).toMatchObject({
      status: 'failed',
      fault: { code: 'attachment-type-refused', retryable: false },
    });
    expect(of('appendAttachment')).toHaveLength(1);
    uploads.retry(items()[0]!.key);
    await time.run();
    expect(of('appendAttachment')).toHaveLength(1);
  });

  test.each([
    ['attachment-damaged', 'attachment-damaged', false],
    ['attachment-too-many', 'attachment-too-many', false],
    ['internal', 'other', true],
    ['invalid-request', 'other', false],
  ] as const)('with the problem %s fails with %s', async (problem, code, retryable) => {
    const { server, uploads, items } = setUp();
    server.fail(problem === 'attachment-too-many' ? 'startAttachment' : 'appendAttachment', problem, Infinity);
    uploads.add([file('a', 10)]);
    await time.run();
    expect(items()[0]).toMatchObject({ status: 'failed', fault: { code, retryable } });
  });

  test('because it cannot be read any more fails as damaged', async () => {
    const { uploads, items } = setUp();
    const gone = {
      ...file('a', 10),
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
    };
    uploads.add([gone]);
    await time.run();
    expect(items()[0]!.fault).toEqual({ code: 'attachment-damaged', retryable: false });
  });

  test('because the connection is gone fails after a while, and goes on when she asks', async () => {
    const { server, uploads, items, states } = setUp();
    server.isOffline = true;
    uploads.add([file('a', 10)]);
    await time.run();
    expect(items()[0]!.fault).toEqual({ code: 'network', retryable: true });
    server.isOffline = false;
    uploads.retry(items()[0]!.key);
    expect(items()[0]).not.toHaveProperty('fault');
    await time.run();
    expect(states()).toEqual(['stored']);
  });

  test('because the service asks for ten minutes fails at once: she decides whether to wait', async () => {
    const { server, uploads, items, of } = setUp();
    const problem = { type: '', title: '', status: 429, code: 'rate-limited', retryAfter: 600 };
    server.fail('startAttachment', { status: 429, body: problem }, Infinity);
    uploads.add([file('a', 10)]);
    await time.run();
    expect(items()[0]!.fault).toEqual({ code: 'other', retryable: true });
    expect(of('startAttachment')).toHaveLength(1);
  });
});

describe('a file that she removes', () => {
  test('is taken off the service, also in the middle of its way', async () => {
    const { server, uploads, stored, items, of } = setUp();
    const gate = server.hold('appendAttachment');
    uploads.add([file('a', 10)]);
    await moment();
    expect(gate.held).toBe(1);
    uploads.remove(items()[0]!.key);
    expect(items()).toEqual([]);
    gate.open();
    await time.run();
    expect(of('removeAttachment')).toHaveLength(1);
    expect(stored()).toEqual([]);
  });

  test('while it is being announced is taken off when its place is known', async () => {
    const { server, uploads, stored, items, of } = setUp();
    const gate = server.hold('startAttachment');
    uploads.add([file('a', 10)]);
    await moment();
    uploads.remove(items()[0]!.key);
    gate.open();
    await time.run();
    expect(of('appendAttachment')).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test('makes way for the next one that waits', async () => {
    const { server, uploads, states, items } = setUp();
    server.hold('appendAttachment');
    uploads.add(['a', 'b', 'c'].map((name) => file(name, 10)));
    await moment();
    uploads.remove(items()[0]!.key);
    await moment();
    expect(states()).toEqual(['uploading', 'uploading']);
  });
});

test('S1 stopped uploads send nothing more and tell nobody', async () => {
  const { server, uploads, seen } = setUp();
  const gate = server.hold('appendAttachment');
  uploads.add([file('a', 3_000_000), file('b', 3_000_000), file('c', 10)]);
  await moment();
  const [told, asked] = [seen.length, server.requests.length];
  uploads.stop();
  gate.open();
  await time.run();
  expect(seen).toHaveLength(told);
  expect(server.requests).toHaveLength(asked);
});

test('stored files that the service has forgotten are to be sent again', async () => {
  const { server, uploads, items, states } = setUp();
  uploads.add([file('a', 10)]);
  await time.run();
  server.state.attachments.clear();
  uploads.forget();
  expect(items()[0]).toMatchObject({ status: 'failed', sent: 0, fault: { retryable: true } });
  uploads.retry(items()[0]!.key);
  await time.run();
  expect(states()).toEqual(['stored']);
  expect(uploads.storedIds).toEqual([...server.state.attachments.keys()]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, isNetworkError, isProblemError } from './index.js';
import { requesterClientOf } from './requester.js';
import { EventParser } from './stream.js';
import { createTestServer, testCaseId, testCaseNumber, testSecret } from './testing/index.js';
import type { StreamEvent } from './operation-types.js';
import type { FetchLike } from './wire.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the parser of events', () => {
  const all = (...pieces: string[]) => {
    const parser = new EventParser();
    return pieces.flatMap((piece) => parser.take(piece));
  };

  test('takes fields as the standard says, whatever ends their lines', () => {
    const expected = [{ event: 'case', id: '7', data: '{"a":1}\n2' }];
    for (const end of ['\n', '\r\n', '\r'])
      expect(all(['id: 7', 'event: case', 'data: {"a":1}', 'data:2', '', ': '].join(end) + end)).toEqual(expected);
  });

  test('is not disturbed by where the pieces are cut', () => {
    const text = '\ufeff: hello\r\nid: 1\r\ndata: a\r\n\r\ndata: b\r\n\r\n';
    for (let at = 0; at <= text.length; at += 1)
      expect(all(text.slice(0, at), text.slice(at))).toEqual([
        { event: 'message', id: '1', data: 'a' },
        { event: 'message', id: '1', data: 'b' },
      ]);
  });

  test('makes no event of comments, of an id alone, or of what is not finished', () => {
    expect(all(': 15 s\n\n', 'id: 3\n\n', 'data: half')).toEqual([]);
  });

  test('tells how long the service wants to wait between connections', () => {
    const waits: number[] = [];
    new EventParser((wait) => waits.push(wait)).take('retry: 2500\nretry: soon\n\n');
    expect(waits).toEqual([2500]);
  });
});

/** A requester's client with an opened case, and the events that its stream gives. */
async function watching(change: (fetch: FetchLike) => FetchLike = (fetch) => fetch) {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: change(server.fetch), retry: { attempts: 1 } });
  const requester = requesterClientOf(client);
  await requester.openOwnCase({ receipt: { number: testCaseNumber(0), secret: testSecret } });
  const controller = new AbortController();
  const seen: StreamEvent[] = [];
  let ended: unknown = 'running';
  const listening = (async () => {
    for await (const event of requester.watchOwnCase({}, { signal: controller.signal })) seen.push(event);
  })().then(
    () => (ended = 'ended'),
    (error: unknown) => (ended = error),
  );
  await settle();
  const connections = () => server.requests.filter(({ operation }) => operation === 'watchOwnCase');
  return { server, requester, controller, seen, listening, connections, outcome: () => ended };
}
const note = { kind: 'note', words: 'x' } as const;

describe('a stream', () => {
  test('tells that it stands, and then what happens', async () => {
    const { server, seen, controller, listening, outcome } = await watching();
    expect(seen).toEqual([{ event: 'open', data: '' }]);
    server.takeStep(testCaseId(0), 'worker.qingxi', note);
    server.takeStep(testCaseId(5), 'supervisor.qingxi', note);
    await settle();
    expect(seen.slice(1)).toEqual([{ event: 'case', id: '1', data: expect.stringMatching(/^\{"revision":\d+\}$/) }]);
    controller.abort();
    await listening;
    expect(outcome()).toBe('ended');
    expect(server.state.streams.count).toBe(0);
  });

  test('goes on after a break where it stopped, and loses nothing', async () => {
    const { server, seen, connections } = await watching();
    server.takeStep(testCaseId(0), 'worker.qingxi', note);
    await settle();
    server.closeStreams();
    server.takeStep(testCaseId(0), 'worker.qingxi', note);
    await vi.advanceTimersByTimeAsync(1000);
    expect(connections().map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1']);
    expect(seen.map(({ event, id }) => id ?? event)).toEqual(['open', '1', 'open', '2']);
  });

  test('S10 goes on after an id that came without an event: what happened during the first break is not lost', async () => {
    const { server, seen, connections } = await watching((fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (!url.endsWith('stream') || init.headers['Last-Event-ID'] !== undefined) return answer;
      const pieces = [new TextEncoder().encode('id: 0\n\n')];
      const getReader = () => ({
        read: () => Promise.resolve(pieces.length > 0 ? { done: false, value: pieces.pop()! } : { done: true }),
        cancel: async () => undefined,
      });
      return { ...answer, body: { getReader } };
    });
    server.takeStep(testCaseId(0), 'worker.qingxi', note);
    await vi.advanceTimersByTimeAsync(1000);
    expect(connections().map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '0']);
    expect(seen.map(({ event, id }) => id ?? event)).toEqual(['open', 'open', '1']);
  });

  test('that ends by itself after its hour begins again', async () => {
    const { server, connections } = await watching();
    server.closeStreams('ended');
    await vi.advanceTimersByTimeAsync(1000);
    expect(connections()).toHaveLength(2);
  });

  test('that is silent for three heartbeats is dead', async () => {
    const { server, connections } = await watching();
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    expect(connections()).toHaveLength(1);
    server.state.streams.silence();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(connections()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(18_000);
    expect(connections()).toHaveLength(2);
    expect(server.state.streams.count).toBe(1);
  });

  test('gives up after four breaks in a row and says so', async () => {
    const { server, outcome, connections } = await watching();
    server.isOffline = true;
    await vi.advanceTimersByTimeAsync(8000);
    expect(isNetworkError(outcome())).toBe(true);
    expect(connections()).toHaveLength(4);
  });

  test('that is refused is refused at once', async () => {
    const { server, outcome, connections } = await watching();
    server.state.ownTokens.clear();
    server.closeStreams();
    await vi.advanceTimersByTimeAsync(1000);
    const error = outcome();
    expect(isProblemError(error) && error.code).toBe('case-token-refused');
    expect(connections()).toHaveLength(2);
  });

  test('waits as long as a service asks that is full', async () => {
    const { server, connections } = await watching();
    const problem = {
      type: 'x',
      title: 'x',
      status: 503,
      code: 'unavailable',
      detail: 'x',
      requestId: 'x',
      retryAfter: 20,
    };
    server.fail('watchOwnCase', { status: 503, body: problem });
    server.closeStreams();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(connections()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(connections()).toHaveLength(3);
  });

  test('cannot be had from a platform that reads no bodies piece by piece', async () => {
    const { outcome } = await watching((fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      return { ...answer, body: null };
    });
    await vi.advanceTimersByTimeAsync(8000);
    expect(isNetworkError(outcome())).toBe(true);
  });

  test('is no page that a gateway answers in its place', async () => {
    const { outcome, seen } = await watching((fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      return url.endsWith('stream') ? { ...answer, headers: { get: () => 'text/html' } } : answer;
    });
    await vi.advanceTimersByTimeAsync(8000);
    expect(isNetworkError(outcome())).toBe(true);
    expect(seen).toEqual([]);
  });

  test('is cut where something endless is no stream of events', async () => {
    const encoder = new TextEncoder();
    const { outcome } = await watching((fetch) => async (url, init) => {
      if (!url.endsWith('stream')) return fetch(url, init);
      const getReader = () => ({
        read: async () => ({ done: false, value: encoder.encode('x'.repeat(1 << 19)) }),
        cancel: async () => undefined,
      });
      return { ...(await fetch(url, init)), body: { getReader } };
    });
    await vi.advanceTimersByTimeAsync(8000);
    expect(isNetworkError(outcome())).toBe(true);
  });
});

describe('a requester’s client', () => {
  test('S3 S4 the secret travels once, the token with every other call, both in headers', async () => {
    const { server, requester } = await watching();
    await requester.readOwnCase();
    const [opening, ...others] = server.requests;
    expect(opening!.headers['fulian-receipt']).toBe(`${testCaseNumber(0)}.${testSecret}`);
    expect(others.length).toBeGreaterThan(1);
    for (const { headers, url } of others) {
      expect(headers['fulian-receipt']).toBeUndefined();
      expect(headers['fulian-case']).toMatch(/^[A-Za-z0-9_-]{40,}$/);
      expect(url).not.toContain(headers['fulian-case']);
    }
  });

  test('forgets its token', async () => {
    const { server, requester } = await watching();
    requester.forget();
    const refused = await requester.readOwnCase().catch((error: unknown) => error);
    expect(isProblemError(refused) && refused.code).toBe('case-token-refused');
    expect(server.requests[server.requests.length - 1]!.headers['fulian-case']).toBeUndefined();
  });

  test('is made from a client of this SDK only', () => {
    expect(() => requesterClientOf({} as never)).toThrow('no client of createClient');
  });
});

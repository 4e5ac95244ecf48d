import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestServer } from './testing/index.js';
import {
  createClient,
  isAbortedError,
  isContractError,
  isNetworkError,
  isProblemError,
  isTimeoutError,
} from './index.js';
import { examples } from '@fulian/contract/examples';
import { publicOperations } from '@fulian/contract/operations';
import type { FetchAnswer, FetchInit, FetchLike } from './wire.js';

const code = '990101000000';
const path = { code };
const body = examples.submitHelpRequest.requests.urgent as never;
const draft = 'a-draft-key-for-these-tests';

/** A client over a test server whose waits are made by fake timers, so that no test takes real time. */
function setUp(options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const server = createTestServer();
  const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, ...options });
  /** Runs all timers until the call is settled, and gives what came of it: its answer or its error. */
  const settle = async <T>(call: Promise<T>): Promise<T> => {
    let isSettled = false;
    const outcome = call.then(
      (value) => ((isSettled = true), value),
      (error: unknown) => ((isSettled = true), error as T),
    );
    while (!isSettled) await vi.advanceTimersToNextTimerAsync();
    return outcome;
  };
  return { server, client, settle, made: () => server.requests.length };
}

/** A fetch that answers once with what it is given, and keeps what it was called with. */
function answering(answer: Partial<FetchAnswer> & { text?: string }) {
  const calls: { url: string; init: FetchInit }[] = [];
  const headers = { get: () => null };
  const json = async (): Promise<unknown> => JSON.parse(answer.text ?? '{}');
  const arrayBuffer = async () => new ArrayBuffer(0);
  const fetch = async (url: string, init: FetchInit) => {
    calls.push({ url, init: { ...init } });
    return { status: 200, headers, json, arrayBuffer, ...answer };
  };
  return { fetch, calls };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createClient', () => {
  test('has one method for each operation that everybody may call, and none for staff', () => {
    const { client } = setUp();
    expect(Object.keys(client).sort()).toEqual([...Object.keys(publicOperations), 'baseUrl', 'pages'].sort());
  });

  test('sends nothing by itself', () => {
    expect(setUp().made()).toBe(0);
  });

  test('joins the base URL with and without a slash at its end', async () => {
    for (const baseUrl of ['https://a.example/api', 'https://a.example/api/', '/api', '']) {
      const { fetch, calls } = answering({ text: JSON.stringify(examples.getHealth.answers.alive) });
      await createClient({ baseUrl, fetch }).getHealth();
      expect(calls[0]!.url).toBe(`${baseUrl.replace(/\/$/, '')}/healthz`);
    }
  });

  test('fills the path and the query, and encodes both', async () => {
    const { fetch, calls } = answering({ text: '{"items":[]}' });
    const client = createClient({ baseUrl: '', fetch, check: false });
    await client.listChildFederations({ path: { code: 'a/b?c' }, query: { limit: 5, cursor: 'x&y' } });
    expect(calls[0]!.url).toBe('/v1/federations/a%2Fb%3Fc/children?limit=5&cursor=x%26y');
  });

  test.each(['', '.', '..'])('refuses the path parameter %j, which would change the address', async (bad) => {
    const { client, made } = setUp();
    const error = await client.getFederation({ path: { code: bad } }).catch((thrown: unknown) => thrown);
    expect(isContractError(error)).toBe(true);
    expect(made()).toBe(0);
  });

  test('sends no cookie, follows no redirect and names no referrer', async () => {
    const { fetch, calls } = answering({ text: '{"status":"ok"}' });
    await createClient({ baseUrl: '', fetch }).getHealth();
    expect(calls[0]!.init).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
    expect(calls[0]!.init.headers).toEqual({});
  });

  test('S3 a receipt and a draft travel in headers only, and what they fetch is not cached (S2)', async () => {
    const receipt = { number: '604817392255', secret: '493817206655018274639102' };
    const { fetch, calls } = answering({ text: '{}' });
    const client = createClient({ baseUrl: '', fetch, check: false });
    await client.readOwnHelpRequest({ receipt });
    await client.getAttachment({ path: { ...path, attachmentId: 'x'.repeat(22) }, draft });
    expect(calls[0]!.init.headers).toEqual({ 'Fulian-Receipt': '604817392255.493817206655018274639102' });
    expect(calls[1]!.init.headers).toEqual({ 'Fulian-Draft': draft });
    for (const { url, init } of calls) {
      expect(url).not.toMatch(/604817392255|4938|draft/);
      expect(init.cache).toBe('no-store');
    }
  });

  test('makes a new idempotency key for each keyed call, or takes the one given', async () => {
    const { server, client, settle } = setUp();
    await settle(client.submitHelpRequest({ path, body }));
    await settle(client.submitHelpRequest({ path, body }));
    await settle(client.submitHelpRequest({ path, body, idempotencyKey: 'a-key-of-my-own-0' }));
    const keys = server.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('a-key-of-my-own-0');
  });

  test('answers what the service answers: a shape, bytes, or nothing', async () => {
    const { client } = setUp();
    expect(await client.getFederation({ path })).toEqual(examples.getFederation.answers.county);
    const started = await client.startAttachment({ path, body: { name: 'a.jpg', size: 4 }, draft });
    const attachment = { ...path, attachmentId: started.id };
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1]).buffer;
    const headers = { 'Upload-Offset': 0 };
    await client.appendAttachment({ path: attachment, body: bytes, headers, draft });
    const submission = examples.submitHelpRequest.requests.urgent;
    const withFile = { ...submission, attachments: [started.id] } as never;
    const { number } = await client.submitHelpRequest({ path, body: withFile, draft });
    const receipt = { number, secret: submission.receiptSecret };
    const file = await client.downloadOwnAttachment({ path: { attachmentId: started.id }, receipt });
    expect([...new Uint8Array(file)]).toEqual([0xff, 0xd8, 0xff, 1]);
    expect(await client.removeAttachment({ path: { ...path, attachmentId: 'x'.repeat(22) }, draft })).toBeUndefined();
  });
});

describe('retries', () => {
  test('a GET is tried three times and then rejects with what happened last', async () => {
    const { server, client, settle, made } = setUp();
    server.isOffline = true;
    const error = await settle(client.getFederation({ path }));
    expect(isNetworkError(error)).toBe(true);
    expect(made()).toBe(3);
  });

  test('a keyed POST is tried again with the same key and the same body', async () => {
    const { server, client, settle, made } = setUp();
    server.fail('submitHelpRequest', 'drop-response', 1);
    server.fail('submitHelpRequest', 'unavailable', 1);
    const receipt = await settle(client.submitHelpRequest({ path, body }));
    expect(made()).toBe(3);
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(server.state.helpRequests.map((one) => one.receipt)).toEqual([receipt]);
  });

  test.each(['request-timeout', 'rate-limited', 'unavailable', 'idempotency-key-running'] as const)(
    'the problem %s passes: it is tried again',
    async (problem) => {
      const { server, client, settle, made } = setUp();
      server.fail('submitHelpRequest', problem);
      expect(await settle(client.submitHelpRequest({ path, body }))).toHaveProperty('number');
      expect(made()).toBe(2);
    },
  );

  test.each([
    'internal',
    'invalid-request',
    'federation-unknown',
    'idempotency-key-reused',
    'request-incomplete',
  ] as const)('the problem %s does not pass: it is not tried again', async (problem) => {
    const { server, client, settle, made } = setUp();
    server.fail('submitHelpRequest', problem);
    const error = await settle(client.submitHelpRequest({ path, body }));
    expect(isProblemError(error) && error.code).toBe(problem);
    expect(made()).toBe(1);
  });

  test.each([502, 503, 504])(
    'a gateway that answers %i with a page of its own is no answer: it is tried again',
    async (status) => {
      const { server, client, settle, made } = setUp();
      server.fail('*', { status, body: '<html>Bad gateway</html>' }, 3);
      const error = await settle(client.getFederation({ path }));
      expect(isNetworkError(error)).toBe(true);
      expect(made()).toBe(3);
    },
  );

  test('what the service asks for in Retry-After is waited for, and not less', async () => {
    const { server, client, settle } = setUp();
    server.fail('getFederation', { status: 503, headers: { 'retry-after': '7' }, body: '<html>' });
    const began = Date.now();
    await settle(client.getFederation({ path }));
    expect(Date.now() - began).toBeGreaterThanOrEqual(7000);
    expect(Date.now() - began).toBeLessThanOrEqual(7500);
  });

  test('where Retry-After asks for longer than anybody waits, the call rejects at once and says how long', async () => {
    const { server, client, settle, made } = setUp();
    server.fail('getFederation', { status: 503, headers: { 'retry-after': '120' }, body: '<html>' });
    const error = await settle(client.getFederation({ path }));
    expect(error).toMatchObject({ retryAfter: 120, retryable: true });
    expect(made()).toBe(1);
  });

  test('attempts: 1 switches retries off', async () => {
    const { server, client, settle, made } = setUp({ retry: { attempts: 1 } });
    server.isOffline = true;
    await settle(client.getFederation({ path }));
    expect(made()).toBe(1);
  });

  test('when the budget is used up calls fail at once, and successes earn it again', async () => {
    const { server, client, settle, made } = setUp({ retry: { budget: 2 } });
    server.isOffline = true;
    await settle(client.getFederation({ path }));
    expect(made()).toBe(3);
    await settle(client.getFederation({ path }));
    expect(made()).toBe(4);
    server.isOffline = false;
    for (let count = 0; count < 11; count += 1) await settle(client.getFederation({ path }));
    server.fail('getFederation', 'drop-request');
    await settle(client.getFederation({ path }));
    expect(made()).toBe(4 + 11 + 2);
  });
});

describe('time limit and abort', () => {
  test('a call without an answer ends after 15 s a try, also where fetch ignores its signal', async () => {
    const fetch = () => new Promise<never>(() => undefined);
    const { client, settle } = setUp({ fetch, retry: { attempts: 1 } });
    const began = Date.now();
    const error = await settle(client.getFederation({ path }));
    expect(isTimeoutError(error)).toBe(true);
    expect(Date.now() - began).toBe(15_000);
  });

  test('an answer whose body never ends is cut off, too', async () => {
    const { fetch } = answering({ json: () => new Promise(() => undefined) });
    const { client, settle } = setUp({ fetch, retry: { attempts: 1 }, timeout: 50 });
    expect(isTimeoutError(await settle(client.getFederation({ path })))).toBe(true);
  });

  test('a call may have a time limit of its own', async () => {
    const { server, client, settle } = setUp();
    server.fail('getFederation', 'hang', Infinity);
    const began = Date.now();
    await settle(client.getFederation({ path }, { timeout: 10 }));
    expect(Date.now() - began).toBeLessThan(3000);
  });

  test('abort ends a call under way at once, and tells fetch', async () => {
    const controller = new AbortController();
    const signals: boolean[] = [];
    const fetch = (_: string, { signal }: FetchInit) =>
      new Promise<never>(() => signal.addEventListener('abort', () => signals.push(true)));
    const { client } = setUp({ fetch });
    const call = client.getFederation({ path }, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    await Promise.resolve();
    controller.abort();
    expect(isAbortedError(await call)).toBe(true);
    expect(signals).toEqual([true]);
  });

  test('abort ends the wait before a retry', async () => {
    const controller = new AbortController();
    const { server, client, made } = setUp();
    server.fail('getFederation', { status: 503, headers: { 'retry-after': '20' }, body: '' });
    const call = client.getFederation({ path }, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(5000);
    controller.abort();
    expect(isAbortedError(await call)).toBe(true);
    expect(made()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a call with a signal that is aborted already sends nothing', async () => {
    const { client, made } = setUp();
    const error = await client
      .getFederation({ path }, { signal: AbortSignal.abort() })
      .catch((thrown: unknown) => thrown);
    expect(isAbortedError(error)).toBe(true);
    expect(made()).toBe(0);
  });

  test('a call that has ended leaves no timer and no listener behind', async () => {
    const listeners = new Set<unknown>();
    const signal = {
      aborted: false,
      addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    const { server, client, settle } = setUp();
    server.fail('getFederation', 'drop-request');
    await settle(client.getFederation({ path }, { signal }));
    server.fail('getFederation', 'internal');
    await settle(client.getFederation({ path }, { signal }));
    expect(listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a call that is aborted while its answer is being taken ends no later one', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const controller = new AbortController();
      const fetch: FetchLike = (_, { signal }) =>
        signal.aborted
          ? Promise.reject(new TypeError('aborted'))
          : Promise.resolve({ status: 200, headers: new Headers(), json: () => Promise.resolve({ code }) } as never);
      const { client } = setUp({ fetch, check: false, retry: { attempts: 1 } });
      const call = client.getFederation({ path }, { signal: controller.signal }).catch(() => undefined);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      controller.abort();
      await call;
      await expect(client.getFederation({ path }), `aborted after ${turns} turns`).resolves.toEqual({ code });
    }
  });

  test('one call that times out does not end another, although calls share controllers one after the other', async () => {
    const { server, client, settle } = setUp({ retry: { attempts: 1 } });
    await settle(client.getHealth());
    server.fail('getFederation', 'hang');
    const slow = client.getFederation({ path }, { timeout: 100 }).catch((thrown: unknown) => thrown);
    const gate = server.hold('getHealth');
    const other = client.getHealth();
    await vi.advanceTimersByTimeAsync(200);
    expect(isTimeoutError(await slow)).toBe(true);
    gate.open();
    expect(await other).toEqual({ status: 'ok' });
  });
});

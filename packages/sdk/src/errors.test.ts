import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  ContractError,
  isAbortedError,
  isContractError,
  isFulianError,
  isNetworkError,
  isProblemError,
  isTimeoutError,
  NetworkError,
  ProblemError,
  TimeoutError,
} from './errors.js';
import { createClient } from './index.js';
import type { FetchInit } from './wire.js';

const secrets = {
  narrative: 'HE-HIT-ME-AGAIN',
  number: '604817392255',
  secret: '493817206655018274639102',
  draft: 'draft-key-of-this-request',
  key: 'idempotency-key-of-this',
  code: '990101001001',
  words: 'WORDS-SHE-SEARCHED-FOR',
  host: 'portal.example',
};

/** Everything that a log, a console or an error tracker could print of an error. */
function printed(error: unknown): string {
  const parts: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const own = Object.getOwnPropertyNames(at).filter((name) => name !== 'problem');
    const values = own.map((name) => inspect((at as unknown as Record<string, unknown>)[name], { depth: 9 }));
    parts.push(at.name, at.message, at.stack ?? '', String(at), ...own, ...values, JSON.stringify(at));
  }
  parts.push(inspect(error, { depth: 20, showHidden: false }));
  return parts.join('\n');
}

/** What everything thrown underneath tells: as loosely as HTTP libraries do. */
function talkative(init: FetchInit, url: string): Error {
  const inner = Object.assign(new Error(`connect ECONNREFUSED for ${url}`), {
    code: 'ECONNREFUSED',
    config: { url, headers: init.headers, body: init.body },
    cause: new TypeError(`Headers.append: "${init.headers['Fulian-Receipt']}" is an invalid header value`),
  });
  return Object.assign(new TypeError(`fetch failed: ${url} ${String(init.body)}`, { cause: inner }), {
    request: init,
    [secrets.narrative]: true,
  });
}

const calls = {
  'a POST with a body, a draft and a key': (client: ReturnType<typeof createClient>) =>
    client.submitHelpRequest({
      path: { code: secrets.code },
      body: { narrative: secrets.narrative, receiptSecret: secrets.secret } as never,
      draft: secrets.draft,
      idempotencyKey: secrets.key,
    }),
  'a GET with a receipt': (client: ReturnType<typeof createClient>) =>
    client.readOwnHelpRequest({ receipt: { number: secrets.number, secret: secrets.secret } }),
  'a GET with a query': (client: ReturnType<typeof createClient>) =>
    client.searchFederations({ query: { q: secrets.words } }),
};

/** Ways to fail, each with a foreign error or an answer that repeats everything that was sent. */
const faults = {
  'fetch rejects': (url: string, init: FetchInit) => Promise.reject(talkative(init, url)),
  'fetch throws': (url: string, init: FetchInit) => {
    throw talkative(init, url);
  },
  'fetch rejects with no error': (url: string) => Promise.reject(url),
  'the answer is no JSON': (url: string, init: FetchInit) =>
    Promise.resolve(answer(200, () => JSON.parse(`${secrets.narrative} ${url} ${String(init.body)}`))),
  'the answer breaks off': (url: string, init: FetchInit) =>
    Promise.resolve(answer(200, () => Promise.reject(talkative(init, url)))),
  'the problem repeats what was sent': (url: string, init: FetchInit) =>
    Promise.resolve(
      answer(400, () => ({
        type: '/v1/problems/invalid-request',
        title: secrets.narrative,
        status: 400,
        code: 'invalid-request',
        detail: `${url} ${String(init.body)} ${JSON.stringify(init.headers)}`,
        requestId: 'request-1',
        findings: [],
      })),
    ),
  'it takes too long': () => new Promise<never>(() => undefined),
};

function answer(status: number, json: () => unknown) {
  return {
    status,
    headers: { get: () => null },
    json: async () => json(),
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}

describe.each(Object.keys(calls) as (keyof typeof calls)[])('S3 %s', (call) => {
  test.each(Object.keys(faults) as (keyof typeof faults)[])(
    'tells nothing of what was sent where %s',
    async (fault) => {
      const client = createClient({
        baseUrl: `https://${secrets.host}`,
        fetch: faults[fault],
        retry: { attempts: 1 },
        timeout: 20,
        check: false,
      });
      const error = await calls[call](client).then(
        () => 'no error',
        (thrown: unknown) => thrown,
      );
      expect(isFulianError(error)).toBe(true);
      const text = printed(error);
      expect(Object.entries(secrets).filter(([, value]) => text.includes(value))).toEqual([]);
      expect(text).toMatch(/(submitHelpRequest POST|readOwnHelpRequest GET|searchFederations GET) \/v1\//);
    },
  );
});

describe('what an error does tell', () => {
  test('the operation with its path template, and what was thrown underneath by kind and system code', async () => {
    const client = createClient({ baseUrl: '', fetch: faults['fetch rejects'], retry: { attempts: 1 } });
    const error = (await calls['a POST with a body, a draft and a key'](client).catch(
      (thrown: unknown) => thrown,
    )) as Error;
    expect(error.message).toBe(
      'submitHelpRequest POST /v1/federations/{code}/help-requests: no answer; check the connection and the base URL',
    );
    expect(error.cause).toMatchObject({ name: 'TypeError', cause: { name: 'Error', code: 'ECONNREFUSED' } });
  });

  test('a problem’s code, status, request id and whole problem', async () => {
    const problem = {
      type: '/v1/problems/rate-limited',
      title: 'Too many',
      status: 429,
      code: 'rate-limited',
      retryAfter: 60,
    };
    const headers = { get: (name: string) => (name === 'Fulian-Request-Id' ? 'request-7' : null) };
    const fetch = async () => ({ ...answer(429, () => problem), headers });
    const client = createClient({ baseUrl: '', fetch });
    const error = await client.getHealth().catch((thrown: unknown) => thrown);
    expect(isProblemError(error) && error.problem).toEqual(problem);
    expect(error).toMatchObject({
      code: 'rate-limited',
      status: 429,
      requestId: 'request-7',
      retryAfter: 60,
      retryable: true,
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ProblemError',
      code: 'rate-limited',
      message: 'getHealth GET /healthz: 429 rate-limited',
      retryable: true,
      requestId: 'request-7',
    });
  });
});

describe('guards', () => {
  const problem = { type: '', title: '', status: 404, code: 'federation-unknown' } as const;
  const all = [
    [isProblemError, new ProblemError('x', problem)],
    [isNetworkError, new NetworkError('x')],
    [isTimeoutError, new TimeoutError('x', 1)],
    [isAbortedError, new AbortedError('x')],
    [isContractError, new ContractError('x', 'y')],
  ] as const;

  test.each(all)('%o tells its own class from the others', (guard, own) => {
    for (const [, error] of all) {
      expect(guard(error)).toBe(error === own);
      expect(isFulianError(error)).toBe(true);
    }
  });

  test('recognise the errors of another copy of the SDK', async () => {
    const { vi } = await import('vitest');
    vi.resetModules();
    const other = await import('./errors.js');
    expect(other.NetworkError).not.toBe(NetworkError);
    expect(isNetworkError(new other.NetworkError('x'))).toBe(true);
  });

  test.each([
    undefined,
    null,
    'NetworkError',
    {},
    new Error('x'),
    Object.assign(new Error('x'), { name: 'NetworkError' }),
  ])('are false for %o', (value) => {
    for (const [guard] of all) expect(guard(value)).toBe(false);
    expect(isFulianError(value)).toBe(false);
  });
});

import { operations } from '@fulian/contract/operations';
import { expect, test } from 'vitest';
import { isProblemError } from './index.js';
import { createStaffClient } from './staff.js';
import { createTestServer } from './testing/index.js';
import type { FetchInit } from './wire.js';

const path = { code: '990101000000' };
const point = { ...path, pointId: 'x'.repeat(22) };

/** A fetch that answers nothing and keeps what it was sent. */
function keeping(headers: Record<string, string> = {}) {
  const sent: { url: string; init: FetchInit }[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    sent.push({ url, init });
    return {
      status: 204,
      headers: { get: (name: string) => headers[name] ?? null },
      json: async () => ({}),
      arrayBuffer: async () => new ArrayBuffer(0),
    };
  };
  return { sent, fetch };
}

test('a staff client has every operation of the contract', () => {
  const client = createStaffClient({ baseUrl: '', token: 'secret', fetch: keeping().fetch });
  expect(Object.keys(client).sort()).toEqual([...Object.keys(operations), 'baseUrl', 'pages'].sort());
});

test('S3 the token travels in a header, to operations for staff only, and what it fetches is not cached (S2)', async () => {
  const { sent, fetch } = keeping();
  const client = createStaffClient({ baseUrl: '', token: 'the-token', fetch, check: false });
  await client.exportServicePoints({ path, query: { format: 'csv' } });
  await client.retireServicePoint({ path: point, headers: { 'If-Match': '"3"' } });
  await client.getHealth();
  expect(sent[0]!.init.headers.Authorization).toBe('Bearer the-token');
  expect(sent[1]!.init.headers).toEqual({ Authorization: 'Bearer the-token', 'If-Match': '"3"' });
  expect(sent.map(({ init }) => init.cache)).toEqual(['no-store', 'no-store', undefined]);
  expect(sent[2]!.init.headers.Authorization).toBeUndefined();
  for (const { url } of sent) expect(url).not.toContain('the-token');
});

test('a token that changes is asked for before each call', async () => {
  const { sent, fetch } = keeping();
  let token = 'first';
  const client = createStaffClient({ baseUrl: '', token: () => token, fetch });
  await client.retireServicePoint({ path: point, headers: {} });
  token = 'second';
  await client.retireServicePoint({ path: point, headers: {} });
  expect(sent.map(({ init }) => init.headers.Authorization)).toEqual(['Bearer first', 'Bearer second']);
});

test('the ETag of an answer is told, for the change that follows', async () => {
  const client = createStaffClient({ baseUrl: '', token: 'x', fetch: keeping({ ETag: '"7"' }).fetch, check: false });
  const seen: (string | null)[] = [];
  const onHeaders = (headers: { get(name: string): string | null }) => void seen.push(headers.get('ETag'));
  await client.getServicePoint({ path: point }, { onHeaders });
  await client.exportServicePoints({ path, query: { format: 'csv' } }, { onHeaders });
  expect(seen).toEqual(['"7"', '"7"']);
});

test('the test server refuses a token that it does not know', async () => {
  const { fetch } = createTestServer();
  const client = createStaffClient({ baseUrl: '', token: 'x', fetch, retry: { attempts: 1 } });
  const refused = await client.listServicePointFeedback({ path }).catch((error: unknown) => error);
  expect(isProblemError(refused) && refused.code).toBe('staff-refused');
});

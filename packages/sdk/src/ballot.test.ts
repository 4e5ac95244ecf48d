import { ballotOperations } from '@fulian/contract/ballot-operations';
import { councilOperations } from '@fulian/contract/council-operations';
import { operationDetails } from '@fulian/contract/operation-details';
import { expect, test } from 'vitest';
import { ballotClientOf } from './ballot.js';
import { councilClientOf } from './council.js';
import { createClient } from './client.js';
import type { FetchInit } from './wire.js';

/** Calls every method of a client, and what each of them sent. */
async function sentBy(make: typeof councilClientOf | typeof ballotClientOf, token: string | (() => string)) {
  const sent: { readonly url: string; readonly init: FetchInit }[] = [];
  const fetch = async (url: string, init: FetchInit): Promise<never> => {
    sent.push({ url, init });
    throw new TypeError('Failed to fetch');
  };
  const client = make(createClient({ baseUrl: '', fetch, retry: { attempts: 1 } }), token) as unknown as Record<
    string,
    (input: object) => Promise<unknown>
  >;
  const path = { code: '1', councilId: 'c', ballotId: 'b', topicId: 't', commentId: 'd', resolutionId: 'r' };
  const calls: Record<string, FetchInit> = {};
  for (const id of Object.keys({ ...ballotOperations, ...councilOperations })) {
    if (!client[id]) continue;
    await client[id]({ path, body: {} }).catch(() => undefined);
    calls[id] = sent[sent.length - 1]!.init;
  }
  return calls;
}

const securityOf = (id: string): readonly string[] => operationDetails[id as keyof typeof operationDetails].security;

test.each([
  ['council', councilClientOf, { ...ballotOperations, ...councilOperations }],
  ['ballot', ballotClientOf, ballotOperations],
] as const)(
  'S9 the client of a %s sends the token with what asks for it, and with nothing else',
  async (_, make, table) => {
    const calls = await sentBy(make, () => 'token-of-hers');
    expect(Object.keys(calls).sort()).toEqual(Object.keys(table).sort());
    for (const [id, { headers, credentials, cache }] of Object.entries(calls)) {
      const isOfMembers = securityOf(id).includes('member');
      expect(headers['Fulian-Member'], id).toBe(isOfMembers ? 'token-of-hers' : undefined);
      expect(credentials, id).toBe('omit');
      if (isOfMembers) expect(cache, id).toBe('no-store');
    }
    expect(Object.keys(calls.castSecretVote!.headers)).toEqual(['Content-Type']);
    expect(calls.castSecretVote!.cache).toBe('no-store');
  },
);

test('without a token no header is sent', async () => {
  const calls = await sentBy(councilClientOf, '');
  for (const [id, { headers }] of Object.entries(calls)) expect(headers, id).not.toHaveProperty('Fulian-Member');
});

import { describe, expect, test } from 'vitest';
import { createClient, isNetworkError, isProblemError } from '../../index.js';
import { createTestServer, sampleAnswers } from '../../testing/index.js';
import { standardForm } from '../../testing/world.js';
import { Sending } from './sending.js';
import { submissionOf } from './submission.js';

const form = standardForm();
const { signal } = new AbortController();
const submission = (narrative: string) =>
  submissionOf(form, { ...sampleAnswers.urgent, narrative }, { attachments: [], receiptSecret: '0'.repeat(24) });

function setUp() {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const sending = new Sending(client, '990101000000', 'draft-key-of-this-request');
  const send = (narrative: string) => sending.send(submission(narrative), signal);
  const stored = () => server.state.helpRequests.map((one) => one.submission.narrative);
  const keys = () => [...new Set(server.requests.map(({ headers }) => headers['idempotency-key']))];
  return { server, send, stored, keys };
}

describe('S10 one form, one case', () => {
  test('a try whose answer was lost is repeated: the same receipt, one case', async () => {
    const { server, send, stored } = setUp();
    server.fail('submitHelpRequest', 'drop-response');
    expect(isNetworkError(await send('a').catch((error: unknown) => error))).toBe(true);
    const { receipt, isEarlier } = await send('a');
    expect(server.state.helpRequests[0]!.receipt).toEqual(receipt);
    expect(isEarlier).toBe(false);
    expect(stored()).toEqual(['a']);
  });

  test('what she changed after a try that never arrived is what is stored', async () => {
    const { server, send, stored, keys } = setUp();
    server.fail('submitHelpRequest', 'drop-request');
    await send('a').catch(() => undefined);
    expect(await send('b')).toMatchObject({ isEarlier: false });
    expect(stored()).toEqual(['b']);
    expect(keys()).toHaveLength(1);
  });

  test('what she changed after a try that did arrive is not stored, and she is told', async () => {
    const { server, send, stored, keys } = setUp();
    server.fail('submitHelpRequest', 'drop-response');
    await send('a').catch(() => undefined);
    const { receipt, isEarlier } = await send('b');
    expect(receipt).toEqual(server.state.helpRequests[0]!.receipt);
    expect(isEarlier).toBe(true);
    expect(stored()).toEqual(['a']);
    expect(keys()).toHaveLength(1);
  });

  test('of several tries with unknown ends the one that arrived is found, whichever it was', async () => {
    for (const arrived of [0, 1, 2]) {
      const { server, send, stored } = setUp();
      for (const [at, narrative] of ['a', 'b', 'c'].entries()) {
        server.fail('submitHelpRequest', at === arrived ? 'drop-response' : 'drop-request');
        await send(narrative).catch(() => undefined);
      }
      expect(await send('d')).toMatchObject({ isEarlier: true });
      expect(stored()).toEqual([['a', 'b', 'c'][arrived]]);
    }
  });

  test('a late try finds its key taken by what was stored meanwhile', async () => {
    const { server, send, stored } = setUp();
    // The first try is on its way for long; she gives up, changes an answer and sends again.
    const first = server.requests.length;
    server.fail('submitHelpRequest', 'drop-request');
    await send('a').catch(() => undefined);
    await send('b');
    const late = server.requests[first]!;
    const init = { method: late.method, headers: late.headers, body: JSON.stringify(late.body) };
    const answer = await server.fetch(late.url, init as never);
    expect(await answer.json()).toMatchObject({ code: 'idempotency-key-reused' });
    expect(stored()).toEqual(['b']);
  });

  test('while the end of an earlier try stays unknown nothing new is said to be sent', async () => {
    const { server, send, stored } = setUp();
    server.fail('submitHelpRequest', 'drop-response');
    await send('a').catch(() => undefined);
    // 'b' learns that the key is taken; the question which one it was breaks off.
    server.fail('submitHelpRequest', ({ body }) =>
      (body as { narrative: string }).narrative === 'a' ? 'drop-request' : undefined,
    );
    expect(isNetworkError(await send('b').catch((error: unknown) => error))).toBe(true);
    expect(await send('c')).toMatchObject({ isEarlier: true });
    expect(stored()).toEqual(['a']);
  });

  test('a request that was refused may be mended and sent again under the same key', async () => {
    const { server, send, stored, keys } = setUp();
    server.fail('submitHelpRequest', 'request-incomplete');
    const error = await send('a').catch((thrown: unknown) => thrown);
    expect(isProblemError(error) && error.code).toBe('request-incomplete');
    expect(await send('b')).toMatchObject({ isEarlier: false });
    expect(stored()).toEqual(['b']);
    expect(keys()).toHaveLength(1);
  });

  test('a service that binds a key to what it refused gets a new key, once it is sure that nothing is stored', async () => {
    const { server, send, stored, keys } = setUp();
    // As such a service would: the refused body is refused again under its key, any other is called another request.
    let bound: { key: string | undefined; body: string } | undefined;
    server.fail(
      'submitHelpRequest',
      ({ headers, body }) => {
        const key = headers['idempotency-key'];
        bound ??= { key, body: JSON.stringify(body) };
        if (key !== bound.key) return undefined;
        return JSON.stringify(body) === bound.body ? 'request-incomplete' : 'idempotency-key-reused';
      },
      Infinity,
    );
    await send('a').catch(() => undefined);
    expect(await send('b')).toMatchObject({ isEarlier: false });
    expect(stored()).toEqual(['b']);
    expect(keys()).toHaveLength(2);
  });

  test('where nothing shows what holds the key nothing new is sent: rather unsent than twice', async () => {
    const { server, send, stored, keys } = setUp();
    server.fail('submitHelpRequest', 'drop-response');
    await send('a').catch(() => undefined);
    // As if the service did not recognise its own request any more.
    server.fail('submitHelpRequest', 'idempotency-key-reused', Infinity);
    const error = await send('b').catch((thrown: unknown) => thrown);
    expect(isProblemError(error) && error.code).toBe('idempotency-key-reused');
    expect(stored()).toEqual(['a']);
    expect(keys()).toHaveLength(1);
  });

  test('a receipt of an earlier try is not asked for again and again: 503 while settling is told', async () => {
    const { server, send } = setUp();
    server.fail('submitHelpRequest', 'drop-response');
    await send('a').catch(() => undefined);
    server.fail('submitHelpRequest', ({ body }) =>
      (body as { narrative: string }).narrative === 'a' ? 'unavailable' : undefined,
    );
    const error = await send('b').catch((thrown: unknown) => thrown);
    expect(isProblemError(error) && error.code).toBe('unavailable');
  });
});

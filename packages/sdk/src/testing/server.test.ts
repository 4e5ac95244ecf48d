import { examples } from '@fulian/contract/examples';
import { type OperationId, publicOperations } from '@fulian/contract/operations';
import { decodePointTable } from '@fulian/contract/rules/map';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, isNetworkError, isProblemError, isTimeoutError, type Schemas } from '../index.js';
import { createTestServer } from './index.js';

const code = '990101000000';
const path = { code };
const draft = 'draft-key-of-this-request';
type Submission = Schemas['HelpRequestSubmission'];
const samples: Record<'anonymous' | 'urgent', Submission> = examples.submitHelpRequest.requests as never;
const { anonymous, urgent } = samples;

function setUp() {
  const server = createTestServer({ now: () => Date.parse('2026-11-20T03:15:00Z') });
  const client = createClient({ baseUrl: 'http://127.0.0.1:8080/api', fetch: server.fetch, retry: { attempts: 1 } });
  return { server, client };
}

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no problem',
    (error: unknown) => (isProblemError(error) ? error.code : `no problem but ${String(error)}`),
  );

/** Sends what no typed client would. */
async function raw(server: ReturnType<typeof createTestServer>, url: string, init: object) {
  const answer = await server.fetch(url, { method: 'GET', headers: {}, ...init } as never);
  return { status: answer.status, body: (await answer.json()) as { code: string; findings?: unknown } };
}

const json = { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-key-of-22-characters' };
const submitUrl = `/v1/federations/${code}/help-requests`;

describe('the test server', () => {
  test('answers every operation that is not for staff with what the contract says', async () => {
    const { server, client } = setUp();
    // The client checks every answer here, because tests resolve the development condition.
    const attachment = await client.startAttachment({ path, body: { name: 'a.pdf', size: 4 }, draft });
    const own = { ...path, attachmentId: attachment.id };
    const body = new Uint8Array([0x25, 0x50, 0x44, 0x46]).buffer;
    await client.appendAttachment({ path: own, body, headers: { 'Upload-Offset': 0 }, draft });
    await client.getAttachment({ path: own, draft });
    const submission = { ...examples.submitHelpRequest.requests.urgent, attachments: [attachment.id] } as never;
    const { number } = await client.submitHelpRequest({ path, body: submission, draft });
    const receipt = { number, secret: examples.submitHelpRequest.requests.urgent.receiptSecret };
    expect(await client.readOwnHelpRequest({ receipt })).toMatchObject({
      number,
      attachments: [{ id: attachment.id }],
    });
    await client.downloadOwnAttachment({ path: { attachmentId: attachment.id }, receipt });
    await client.removeAttachment({ path: own, draft });
    await client.getFederation({ path });
    await client.searchFederations({ query: { q: '县' } });
    await client.listChildFederations({ path });
    await client.getHelpForm({ path });
    await client.listProblems();
    await client.getProblem({ path: { problemCode: 'unavailable' } });
    await client.getHealth();
    await client.getReadiness();
    const { items } = await client.searchServicePoints({ path, query: { q: 'muying', limit: 3 } });
    const point = { ...path, pointId: items[0]!.id };
    expect(await client.getServicePoint({ path: point })).toEqual(items[0]);
    await client.findNearestServicePoints({ path, headers: { 'Fulian-Position': '118.412,27.905' } });
    await client.getServicePointCells({ path: { ...path, z: '9', x: '424', y: '214' } });
    const table = decodePointTable(new Uint8Array(await client.getServicePointTable({ path })));
    await client.listServicePointNames({ path: { ...path, tableVersion: table.version } });
    await client.sendServicePointFeedback({ path: point, body: { kind: 'closed' } });
    const answered = new Set(server.requests.map(({ operation }) => operation));
    expect(answered).toEqual(new Set(Object.keys(publicOperations) as OperationId[]));
  });

  test.each(Object.entries(examples.submitHelpRequest.requests))('takes the contract’s example %s', async (_, body) => {
    const { server, client } = setUp();
    const receipt = await client.submitHelpRequest({ path, body: body as never });
    expect(receipt.grade).toBe(body.riskScreen.grade);
    expect(server.state.helpRequests).toHaveLength(1);
  });

  test('knows the federations of the examples and what lies between them', async () => {
    const { client } = setUp();
    const village = await client.getFederation({ path: { code: '990101002001' } });
    expect(village.parents.map(({ name }) => name)).toEqual(['云岭省', '云溪市', '清溪县', '东湖街道']);
    expect((await client.listChildFederations({ path: { code: '990100000000' } })).items).toHaveLength(1);
    expect((await client.listChildFederations({ path: { code: '990101001001' } })).items).toEqual([]);
    expect(await problemOf(client.getFederation({ path: { code: '110000000000' } }))).toBe('federation-unknown');
    const { items } = await client.searchFederations({ query: { q: '镇', level: 'township' } });
    expect(items.map(({ name }) => name)).toEqual(['柳桥镇', '桃源镇']);
  });

  test('grades a request itself and sends it to the nearest unit that is not kept out', async () => {
    const { server, client } = setUp();
    const lied = {
      ...urgent,
      riskScreen: { answers: [{ question: 'immediate-danger', answer: 'yes' }], grade: 'none' },
    };
    const excluded = { ...lied, exclusion: { units: [code] } } as never;
    const receipt = await client.submitHelpRequest({ path, body: excluded });
    expect(receipt).toMatchObject({
      grade: 'red',
      handledBy: { name: '云溪市' },
      firstContactBy: '2026-11-20T04:15:00.000Z',
    });
    const nobody = { ...lied, exclusion: { units: [code, '990100000000', '990000000000'] } } as never;
    expect(await problemOf(client.submitHelpRequest({ path, body: nobody }))).toBe('no-unit-left');
    expect(server.state.helpRequests).toHaveLength(1);
  });

  test('keeps to the idempotency rules: missing, running, another body, replay', async () => {
    const { server, client } = setUp();
    const input = { path, body: anonymous, idempotencyKey: 'a-key-of-22-characters' };
    const gate = server.hold('submitHelpRequest');
    const first = client.submitHelpRequest(input);
    await gate.arrived();
    expect(await problemOf(client.submitHelpRequest(input))).toBe('idempotency-key-running');
    gate.open();
    const receipt = await first;
    expect(await client.submitHelpRequest(input)).toEqual(receipt);
    expect(await problemOf(client.submitHelpRequest({ ...input, body: urgent }))).toBe('idempotency-key-reused');
    expect(await problemOf(client.submitHelpRequest({ ...input, draft }))).toBe('idempotency-key-reused');
    const { 'Idempotency-Key': _, ...headers } = json;
    const missing = await raw(server, submitUrl, { method: 'POST', headers, body: JSON.stringify(anonymous) });
    expect(missing).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
    expect(server.state.helpRequests).toHaveLength(1);
  });

  test('a refused request does not hold its key', async () => {
    const { client } = setUp();
    const idempotencyKey = 'a-key-of-22-characters';
    const incomplete = {
      ...anonymous,
      consents: [{ kind: 'general', version: '1', givenBy: 'requester' }],
    };
    const refused = client.submitHelpRequest({ path, body: incomplete as never, idempotencyKey });
    expect(await problemOf(refused)).toBe('request-incomplete');
    expect(await client.submitHelpRequest({ path, body: anonymous, idempotencyKey })).toHaveProperty('number');
  });

  test.each([
    ['an unknown field', { body: JSON.stringify({ ...anonymous, mood: 'fine' }) }, 'invalid-request'],
    ['broken JSON', { body: '{"category":' }, 'invalid-request'],
    ['no body', {}, 'invalid-request'],
    [
      'another content type',
      { headers: { ...json, 'Content-Type': 'text/plain' }, body: '{}' },
      'media-type-unsupported',
    ],
    ['too much', { body: `"${'x'.repeat(1 << 20)}"` }, 'body-too-large'],
  ])('refuses %s', async (_, init, problem) => {
    const { server } = setUp();
    const answer = await raw(server, submitUrl, { method: 'POST', headers: json, ...init });
    expect(answer.body.code).toBe(problem);
    expect(server.state.helpRequests).toEqual([]);
  });

  test('says where a request breaks the contract, and repeats nothing of it', async () => {
    const { server } = setUp();
    const body = JSON.stringify({ ...anonymous, narrative: 7, mood: 'WHAT-SHE-TYPED' });
    const answer = await raw(server, submitUrl, { method: 'POST', headers: json, body });
    expect(answer.body.findings).toEqual([
      { where: 'body/narrative', code: 'wrong-type' },
      { where: 'body', code: 'unknown-field' },
    ]);
    expect(JSON.stringify(answer)).not.toContain('WHAT-SHE-TYPED');
  });

  test('has no other address and no other method', async () => {
    const { server } = setUp();
    expect((await raw(server, '/v1/secrets', {})).body.code).toBe('not-found');
    expect((await raw(server, '/healthz', { method: 'PUT' })).body.code).toBe('method-not-allowed');
  });

  test('asks for the draft and the receipt; a wrong number and a wrong secret are the same', async () => {
    const { server, client } = setUp();
    const start = `/v1/federations/${code}/attachments`;
    const announced = { method: 'POST', headers: json, body: '{"name":"a","size":1}' };
    expect((await raw(server, start, announced)).body.code).toBe('draft-missing');
    expect((await raw(server, '/v1/own-help-request', {})).body.code).toBe('receipt-missing');
    const { number } = await client.submitHelpRequest({ path, body: anonymous });
    const secret = examples.submitHelpRequest.requests.anonymous.receiptSecret;
    const wrong = [
      { number, secret: '0'.repeat(24) },
      { number: '000000000000', secret },
    ];
    for (const receipt of wrong)
      expect(await problemOf(client.readOwnHelpRequest({ receipt }))).toBe('receipt-refused');
  });

  test('takes pieces in order, again if need be, and no more than was announced', async () => {
    const { client } = setUp();
    const { id } = await client.startAttachment({ path, body: { name: 'a', size: 6 }, draft });
    const append = (from: number, length: number) =>
      client.appendAttachment({
        path: { ...path, attachmentId: id },
        body: new ArrayBuffer(length),
        headers: { 'Upload-Offset': from },
        draft,
      });
    expect(await append(0, 2)).toMatchObject({ offset: 2 });
    expect(await append(0, 2)).toMatchObject({ offset: 2 });
    const gap = await append(4, 2).catch((error: unknown) => error);
    expect(isProblemError(gap) && gap.problem).toMatchObject({ code: 'offset-mismatch', offset: 2 });
    expect(await problemOf(append(2, 5))).toBe('invalid-request');
    expect(await append(2, 4)).toMatchObject({ offset: 6, status: 'stored' });
    const submission = { ...anonymous, attachments: [id] } as never;
    expect(await problemOf(client.submitHelpRequest({ path, body: submission }))).toBe('attachment-unknown');
    expect(await client.submitHelpRequest({ path, body: submission, draft })).toHaveProperty('number');
  });
});

describe('faults on demand', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('off line nothing arrives, until it is on line again', async () => {
    const { server, client } = setUp();
    server.isOffline = true;
    expect(isNetworkError(await client.getHealth().catch((error: unknown) => error))).toBe(true);
    server.isOffline = false;
    expect(await client.getHealth()).toEqual({ status: 'ok' });
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ['drop-request', 0],
    ['drop-response', 1],
    ['duplicate', 1],
  ] as const)('%s leaves %i requests stored', async (fault, stored) => {
    const { server, client } = setUp();
    server.fail('submitHelpRequest', fault);
    const answer = await client.submitHelpRequest({ path, body: anonymous }).catch((error: unknown) => error);
    expect(isNetworkError(answer)).toBe(fault !== 'duplicate');
    expect(server.state.helpRequests).toHaveLength(stored);
  });

  test('hang ends with the time limit of the caller', async () => {
    const { server, client } = setUp();
    server.fail('getHealth', 'hang');
    const call = client.getHealth().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(isTimeoutError(await call)).toBe(true);
  });

  test('a fault is for one operation, for so many times, and can be taken back', async () => {
    const { server, client } = setUp();
    server.fail('getHealth', 'unavailable', 2);
    expect(await problemOf(client.getReadiness())).toBe('no problem');
    expect(await problemOf(client.getHealth())).toBe('unavailable');
    expect(await problemOf(client.getHealth())).toBe('unavailable');
    expect(await problemOf(client.getHealth())).toBe('no problem');
    const mend = server.fail('*', 'internal', Infinity);
    expect(await problemOf(client.getReadiness())).toBe('internal');
    mend();
    expect(await problemOf(client.getReadiness())).toBe('no problem');
  });

  test('a function chooses the requests by what is in them', async () => {
    const { server, client } = setUp();
    server.fail('startAttachment', ({ body }) =>
      (body as { name: string }).name === 'b' ? 'attachment-too-large' : undefined,
    );
    const start = (name: string) => problemOf(client.startAttachment({ path, body: { name, size: 1 }, draft }));
    expect([await start('a'), await start('b'), await start('b')]).toEqual([
      'no problem',
      'attachment-too-large',
      'no problem',
    ]);
  });

  test('latency is waited for with timers, for all operations or for one', async () => {
    const { server, client } = setUp();
    server.latency = { getHealth: 3000 };
    await client.getReadiness();
    const call = client.getHealth();
    let isBack = false;
    void call.then(() => (isBack = true));
    await vi.advanceTimersByTimeAsync(2999);
    expect(isBack).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toEqual({ status: 'ok' });
  });

  test('a gate holds requests until it is opened, or lets some go', async () => {
    const { server, client } = setUp();
    const gate = server.hold('getHealth');
    const calls = [client.getHealth(), client.getHealth()];
    await gate.arrived(2);
    expect(gate.held).toBe(2);
    gate.release(1);
    await calls[0];
    expect(gate.held).toBe(1);
    gate.open();
    await Promise.all([...calls, client.getHealth()]);
  });

  test('what goes back is a copy: who changes it changes nothing here', async () => {
    const { client } = setUp();
    const form = await client.getHelpForm({ path });
    form.categories.length = 0;
    expect((await client.getHelpForm({ path })).categories).toHaveLength(12);
  });
});

/**
 * The service under requests that are drawn from the contract: 2,000 in the tests, 200,000 in `npm run soak -- fuzz`. The
 * checks are those that Schemathesis made known. A failure prints seed and path; `FUZZ_SEED=<seed>` draws the same again.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestService,
  newToken,
  submissionOf,
  type TestService,
} from '../../packages/server/src/service-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { progressOf, scale, tellFigures } from '../faults/scale.js';
import { complaintsAboutAnswer, type Answered } from './answer-check.js';
import type { Right } from './bad-requests.js';
import { caseRight, elsewhere, makeCaseThings, type CaseThings } from './case-things.js';
import { councilRight, councilsElsewhere, makeCouncilThings, type CouncilThings } from './council-things.js';
import { operations, type Operation } from './document.js';
import { kinds, requestsOf } from './fuzz-cases.js';
import { makeMapThings, mapRight, type MapThings } from './map-things.js';
import type { Sent } from './wire.js';

const runs = scale(2_000, 200_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);
const county = '990101000000';

let service: TestService;
let known: {
  draft: string;
  uploading: string;
  attached: string;
  receipt: string;
  map: MapThings;
  cases: CaseThings;
  councils: CouncilThings;
};

beforeAll(async () => {
  // A fuzzer announces more files than any limit for people allows.
  const draftLimits = { addressFiles: 1e9, addressBytes: 1e15, federationBytes: 1e15 };
  service = await createTestService({ config: { draftLimits, logLevel: 'error', webhookAllow: ['127.0.0.1'] } });
  known = await prepare();
});
afterAll(() => service.close());

/** What right requests refer to: half a file of a draft, and a request with a file. */
async function prepare(): Promise<typeof known> {
  const draft = newToken();
  const headers = { 'fulian-draft': draft };
  const keyed = () => ({ ...headers, 'idempotency-key': newToken() });
  const start = async (size: number) => {
    const answer = await service.call('startAttachment', { headers: keyed(), body: { name: 'a.pdf', size } });
    return answer.json<{ id: string }>().id;
  };
  const send = (attachmentId: string, body: Buffer) =>
    service.call('appendAttachment', { path: { attachmentId }, headers: { ...headers, 'upload-offset': '0' }, body });
  const attached = await start(pdfOf().length);
  await send(attached, pdfOf());
  const submission = submissionOf('anonymous', { attachments: [attached] });
  const stored = await service.call('submitHelpRequest', { headers: keyed(), body: submission });
  const receipt = `${stored.json<{ number: string }>().number}.${submission.receiptSecret}`;
  const uploading = await start(1_000);
  await send(uploading, Buffer.alloc(512, '%PDF-1.4'));
  return {
    draft,
    attached,
    uploading,
    receipt,
    cases: await makeCaseThings(service, county, receipt),
    map: await makeMapThings(service, county, Math.max(200, Math.ceil(runs / 20))),
    councils: await makeCouncilThings(service, county),
  };
}

function rightFor(operation: Operation): Right {
  const { id, body } = operation;
  const map = mapRight(operation, known.map, county);
  const cases = caseRight(operation, known.cases);
  const councils = councilRight(operation, known.councils);
  // Removing what is not there is a success as well, and the file that other cases need stays.
  const ids: Record<string, string> = {
    downloadOwnAttachment: known.attached,
    downloadCaseAttachment: known.attached,
    downloadOwnCaseAttachment: known.attached,
    removeAttachment: 'A'.repeat(22),
  };
  const [example] = Object.values(body?.examples ?? {});
  return {
    path: {
      ...map.path,
      ...cases.path,
      ...councils.path,
      attachmentId: ids[id] ?? known.uploading,
      problemCode: 'federation-unknown',
    },
    parameters: { ...map.parameters, ...cases.parameters, ...councils.parameters, q: '清溪', 'Upload-Offset': '0' },
    credentials: {
      ...map.credentials,
      ...cases.credentials,
      ...councils.credentials,
      receipt: known.receipt,
      // A draft takes ten files, so that each announced one has its own; and the examples of a submission have none.
      ...(id !== 'submitHelpRequest' && { draft: id === 'startAttachment' ? newToken() : known.draft }),
    },
    body:
      body &&
      (example === undefined ? (map.body ?? Buffer.alloc(10, '%PDF-1.4')) : Buffer.from(JSON.stringify(example))),
  };
}

/** A name is free once, a roll has an end, and a period is over or not: what is good input of these depends on more than the document says. */
const moody = ['createStaffAccount', 'addMember', 'getCaseReport', 'exportCaseReport', 'getPublicCaseReport'];
const left = [...elsewhere, ...councilsElsewhere, ...moody];
const fuzzed = operations.filter(({ id }) => !left.includes(id));

async function answerTo({ method, target, headers, body }: Sent): Promise<Answered> {
  const answer = await service.app.inject({
    method,
    url: target,
    headers: Object.fromEntries(headers),
    ...(body && { payload: Buffer.from(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
}

const countOf = async (table: string) =>
  (await service.admin.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!.count;

describe('the service under fuzzing', () => {
  it('answers each request as the contract says, and stores what it acknowledged and nothing else', async () => {
    const counts: Record<string, number> = {};
    const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
    const progress = progressOf('fuzz', runs);
    const [requests, files] = [await countOf('help_requests'), await countOf('attachments')];
    const [points, said] = [await countOf('service_points'), await countOf('service_point_feedback')];
    let done = 0;
    const property = fc.asyncProperty(requestsOf(fuzzed, rightFor), async (one) => {
      const answer = await answerTo(one.sent);
      const complaints = complaintsAboutAnswer(one.operation, answer, one.expected);
      count(one.kind);
      count(String(answer.status));
      if (answer.status === 201 || answer.status === 204) count(one.operation.id);
      // A change of a point is right with the tag that it has then.
      if (one.operation.id === 'changeServicePoint' && answer.status === 200)
        known.map.tag = String(answer.headers.etag);
      if (one.operation.id === 'changeServicePointPhoto' && answer.status === 200)
        known.map.photoTag = String(answer.headers.etag);
      progress((done += 1));
      expect(complaints, `${one.operation.id}, ${one.kind}: ${one.change}`).toEqual([]);
    });
    await fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
    tellFigures('fuzz', { seed, cases: done, ...counts });
    for (const kind of kinds) expect(counts[kind], kind).toBeGreaterThan(runs / 50);
    expect((await countOf('help_requests')) - requests).toBe(
      (counts.submitHelpRequest ?? 0) + (counts.registerCase ?? 0),
    );
    expect((await countOf('attachments')) - files).toBe(counts.startAttachment);
    const { createServicePoint = 0, importServicePoints = 0, retireServicePoint = 0 } = counts;
    expect((await countOf('service_points')) - points).toBe(
      createServicePoint + importServicePoints - retireServicePoint,
    );
    expect((await countOf('service_point_feedback')) - said).toBe(counts.sendServicePointFeedback);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('S3 leaves no failure and none of what was sent in the log', () => {
    expect(service.lines).toEqual([]);
  });
});

describe('the check of an answer', () => {
  const operation = operations.find((one) => one.id === 'getFederation')!;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'fulian-request-id': '0'.repeat(32),
    'x-content-type-options': 'nosniff',
    etag: '"a"',
  };
  const federation = { code: county, level: 'county', name: '清溪县', hasChildren: true, parents: [] };
  const right: Answered = { status: 200, headers, body: Buffer.from(JSON.stringify(federation)) };
  const problem = (status: number, code: string): Answered => ({
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: Buffer.from(
      JSON.stringify({ type: `/v1/problems/${code}`, title: 'x', status, code, requestId: '0'.repeat(32) }),
    ),
  });

  it('has nothing to say about a right one', () => {
    expect(complaintsAboutAnswer(operation, right, { outcome: 'accepted' })).toEqual([]);
    const refused = problem(404, 'federation-unknown');
    expect(complaintsAboutAnswer(operation, refused, { outcome: 'refused', codes: ['federation-unknown'] })).toEqual(
      [],
    );
  });

  const accepted = { outcome: 'accepted' } as const;
  it.each([
    ['a 5xx', problem(500, 'internal'), accepted],
    ['a status that is not documented', { ...right, status: 202 }, accepted],
    ['another content type', { ...right, headers: { ...headers, 'content-type': 'text/html' } }, accepted],
    ['a body of another schema', { ...right, body: Buffer.from('{"code":7}') }, accepted],
    ['a body that is no JSON', { ...right, body: Buffer.from('{') }, accepted],
    ['a header that is missing', { ...right, headers: { ...headers, etag: undefined } }, accepted],
    ['no request id', { ...right, headers: { ...headers, 'fulian-request-id': undefined } }, accepted],
    ['good input that is refused', problem(404, 'federation-unknown'), accepted],
    [
      'input of the contract that is misunderstood',
      problem(400, 'invalid-request'),
      { outcome: 'understood' } as const,
    ],
    ['bad input that is accepted', right, { outcome: 'refused', codes: ['invalid-request'] } as const],
    [
      'bad input that is refused for another reason',
      problem(404, 'federation-unknown'),
      { outcome: 'refused', codes: ['invalid-request'] } as const,
    ],
    [
      'a problem that is not documented',
      problem(401, 'draft-missing'),
      { outcome: 'refused', codes: ['draft-missing'] } as const,
    ],
    [
      'a problem that is none',
      { ...problem(404, 'federation-unknown'), body: Buffer.from('{}') },
      { outcome: 'understood' } as const,
    ],
    ['a wrong method that is taken', right, { outcome: 'method', allowed: ['GET'] } as const],
    [
      'a wrong method without Allow',
      problem(405, 'method-not-allowed'),
      { outcome: 'method', allowed: ['GET'] } as const,
    ],
  ])('finds %s', (_, answer, expected) => {
    expect(complaintsAboutAnswer(operation, answer, expected)).not.toEqual([]);
  });
});

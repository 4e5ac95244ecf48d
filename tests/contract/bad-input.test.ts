/**
 * Whatever is wrong with a request: the answer is a problem that the contract documents, it repeats nothing that was
 * sent, and nothing was stored. The table is made from the contract, so that no field is forgotten.
 */
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, submissionOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { badRequests, planted, rightRequest, wrongMethods, type BadRequest, type Right } from './bad-requests.js';
import { caseRight, elsewhere, endless, makeCaseThings, type CaseThings } from './case-things.js';
import { councilRight, councilsElsewhere, makeCouncilThings, type CouncilThings } from './council-things.js';
import { complaintsOf, contract, operations, schemaOf, type Operation } from './document.js';
import { makeMapThings, mapRight, type MapThings } from './map-things.js';
import { unknownThings } from './unknown-things.js';
import { connections, send, sendBytes, type Received, type Sent } from './wire.js';

const county = '990101000000';
const byId = operations.map((operation) => [operation.id, operation] as const);
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

let service: TestService;
let port: number;
/** A draft with one file that has begun to arrive, and the receipt of a request with a file. */
let known: {
  draft: string;
  uploading: string;
  receipt: string;
  attached: string;
  map: MapThings;
  cases: CaseThings;
  councils: CouncilThings;
};

beforeAll(async () => {
  service = await createTestService({ config: { webhookAllow: ['127.0.0.1'] } });
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  port = (service.app.server.address() as AddressInfo).port;
  known = await prepare();
});

afterAll(async () => {
  connections.destroy();
  await service.close();
});

/** Makes by calls of the service itself what right requests refer to. */
async function prepare(): Promise<typeof known> {
  const draft = 'test-draft-0000000000000000';
  const key = (name: string) => ({ 'idempotency-key': `prepare-${name}-000000` });
  const start = async (size: number, name: string) =>
    service.call('startAttachment', {
      headers: { 'fulian-draft': draft, ...key(name) },
      body: { name: 'a.pdf', size },
    });
  const body = pdfOf();
  const { id } = (await start(body.length, 'whole')).json<{ id: string }>();
  await service.call('appendAttachment', {
    path: { attachmentId: id },
    headers: { 'fulian-draft': draft, 'upload-offset': '0' },
    body,
  });
  const submission = submissionOf('anonymous', { attachments: [id] });
  const stored = await service.call('submitHelpRequest', {
    headers: { 'fulian-draft': draft, ...key('submit') },
    body: submission,
  });
  expect(stored.statusCode).toBe(201);
  const receipt = `${stored.json<{ number: string }>().number}.${submission.receiptSecret}`;
  const uploading = (await start(1000, 'begun')).json<{ id: string }>().id;
  return {
    draft,
    uploading,
    attached: id,
    receipt,
    cases: await makeCaseThings(service, county, receipt),
    map: await makeMapThings(service, county, 50),
    councils: await makeCouncilThings(service, county),
  };
}

/** What a right request to an operation holds, beyond what the document can say. */
function rightFor(operation: Operation): Right {
  const { id, body } = operation;
  const example = Object.values(body?.examples ?? {})[0];
  const map = mapRight(operation, known.map, county);
  const cases = caseRight(operation, known.cases);
  const councils = councilRight(operation, known.councils);
  const isDownload = /^download\w*Attachment$/.test(id);
  return {
    path: {
      ...map.path,
      ...cases.path,
      ...councils.path,
      attachmentId: isDownload ? known.attached : known.uploading,
      problemCode: 'federation-unknown',
    },
    parameters: {
      ...map.parameters,
      ...cases.parameters,
      ...councils.parameters,
      q: '清溪',
      level: 'county',
      limit: '10',
      'Upload-Offset': '0',
    },
    credentials: {
      ...map.credentials,
      ...cases.credentials,
      ...councils.credentials,
      receipt: known.receipt,
      // A draft key needs a draft's attachments, and the example of a submission has none.
      ...(id === 'submitHelpRequest' ? {} : { draft: known.draft }),
    },
    body:
      body &&
      (example === undefined
        ? (map.body ?? Buffer.alloc(10, '%PDF-1.4'))
        : json(id === 'submitHelpRequest' ? submissionOf('urgent') : example)),
  };
}

/** An address of things that exist. */
function targetOf(path: string): string {
  const right = rightFor(operations.find((one) => one.path === path)!).path;
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => right[name]!);
}

/** How many rows each table of the database has. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await service.admin.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts = rows
    .map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`)
    .join(' union all ');
  const { rows: counted } = await service.admin.query<{ name: string; count: number }>(counts);
  return Object.fromEntries(counted.map(({ name, count }) => [name, count]));
}

/** What is wrong with an answer to a bad request; empty where nothing is. */
function complaintsAbout(answer: Received, operation: Operation, codes: readonly string[]): string[] {
  const text = answer.body.toString('utf8');
  const wrong: string[] = [];
  const claim = (holds: boolean, complaint: string) => void (holds || wrong.push(complaint));
  claim(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
  claim(
    /^application\/problem\+json(;|$)/.test(answer.headers['content-type'] ?? ''),
    `type ${answer.headers['content-type']}`,
  );
  claim(answer.headers['fulian-request-id'] !== undefined, 'no request id');
  for (const word of planted) claim(!text.includes(word), `repeats “${word}”`);
  const problem = parsed(text);
  for (const complaint of complaintsOf(schemaOf('Problem'), problem)) wrong.push(complaint);
  claim(problem.status === answer.status, `says ${problem.status} in a ${answer.status}`);
  claim(codes.includes(problem.code ?? ''), `code ${problem.code} instead of ${codes.join(' or ')}`);
  const documented = operation.problems.includes(problem.code ?? '') || problem.code === 'not-found';
  claim(documented, `${problem.code} is not documented`);
  return wrong;
}

function parsed(text: string): { status?: number; code?: string; findings?: { where: string }[] } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

/** Sends all cases, eight at a time, and gives those that were not answered as they should be. */
async function failuresOf(operation: Operation, cases: readonly BadRequest[]): Promise<string[]> {
  const failures: string[] = [];
  const waiting = [...cases];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      try {
        const answer = await send(port, one.sent);
        for (const complaint of complaintsAbout(answer, operation, one.codes))
          failures.push(`${one.title}: ${complaint}`);
      } catch (error) {
        failures.push(`${one.title}: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return failures;
}

describe('A bad request', () => {
  it.each(byId)('to %s is a documented problem each time, and stores nothing', async (_, operation) => {
    const before = await rowCounts();
    const cases = badRequests(operation, rightFor(operation));
    expect(cases.length).toBeGreaterThan(5);
    expect(await failuresOf(operation, cases)).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });

  it('is one of many: the table has a row for every field of a submission', () => {
    const submit = operations.find((one) => one.id === 'submitHelpRequest')!;
    const titles = badRequests(submit, rightFor(submit)).map((one) => one.title);
    expect(titles.length).toBeGreaterThan(300);
    for (const field of [
      'narrative',
      'asker/bodyName',
      'safeContact/days/0',
      'riskScreen/answers/0/answer',
      'consents/0/kind',
      'exclusion/units/0',
      'attachments/0',
    ])
      expect(titles.some((title) => title.includes(` at /${field}`))).toBe(true);
  });

  it('did not reach any prototype', () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('A method that an address does not have', () => {
  it.each(Object.keys(contract.paths))('%s answers 405 and names those that exist', async (path) => {
    const target = targetOf(path);
    for (const { method, allowed } of wrongMethods(path)) {
      const answer = await send(port, { method, target, headers: [] });
      const problem = parsed(answer.body.toString());
      expect({ method, status: answer.status, code: problem.code }).toEqual({
        method,
        status: 405,
        code: 'method-not-allowed',
      });
      expect(complaintsOf(schemaOf('Problem'), problem)).toEqual([]);
      const named = (answer.headers.allow ?? '').split(/, ?/);
      expect({ method, missing: allowed.filter((one) => !named.includes(one)) }).toEqual({ method, missing: [] });
      expect({ method, named: named.includes(method) }).toEqual({ method, named: false });
    }
  });

  it.each(Object.keys(contract.paths))('%s tells by OPTIONS what another origin may do', async (path) => {
    const target = targetOf(path);
    const answer = await send(port, {
      method: 'OPTIONS',
      target,
      headers: [
        ['Origin', 'https://portal.example'],
        ['Access-Control-Request-Method', 'GET'],
      ],
    });
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
    const methods = Object.keys(contract.paths[path]!)
      .filter((name) => name !== 'parameters')
      .map((name) => name.toUpperCase());
    for (const method of methods) expect(answer.headers['access-control-allow-methods']).toContain(method);
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each(byId.filter(([id, one]) => one.method === 'GET' && !endless.includes(id)))(
    '%s answers HEAD as GET, without a body',
    async (_, operation) => {
      const get = rightRequest(operation, rightFor(operation));
      const [whole, head] = [await send(port, get), await send(port, { ...get, method: 'HEAD' })];
      expect([head.status, head.body.length]).toEqual([whole.status, 0]);
      expect(head.headers['content-type']).toBe(whole.headers['content-type']);
    },
  );
});

describe('An address that does not exist', () => {
  it.each([
    '/',
    '/v2/federations',
    '/v1',
    '/v1/',
    '/v1//federations',
    '/v1/own-help-request/',
    '/V1/federations',
    '/favicon.ico',
    '/.env',
    '/v1/%2e%2e/healthz',
    `/${'x'.repeat(50)}`,
  ])('%s answers not-found to every method', async (target) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await send(port, { method, target, headers: [] });
      const problem = parsed(answer.body.toString());
      expect({ method, status: answer.status, code: problem.code }).toEqual({ method, status: 404, code: 'not-found' });
      expect(complaintsOf(schemaOf('Problem'), problem)).toEqual([]);
    }
  });

  it.each(unknownThings)('is a 404 of its own for %s', async (_, id, name, value, code) => {
    const operation = operations.find((one) => one.id === id)!;
    const right = rightFor(operation);
    const before = await rowCounts();
    const answer = await send(port, rightRequest(operation, { ...right, path: { ...right.path, [name]: value } }));
    expect({ status: answer.status, code: parsed(answer.body.toString()).code }).toEqual({ status: 404, code });
    expect(await rowCounts()).toEqual(before);
  });
});

describe('Bytes that are no request', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['a raw NUL in the address', 'GET /v1/problems\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a blank in the address', 'GET /v1/prob lems HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a header without a colon', 'GET /v1/problems HTTP/1.1\r\nHost: x\r\nplanted-word\r\n\r\n'],
    ['a raw NUL in a header', 'GET /v1/problems HTTP/1.1\r\nHost: x\r\nFulian-Draft: a\0b\r\n\r\n'],
    ['two lengths', 'POST /v1/problems HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /v1/problems HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a length that is no number', 'POST /v1/problems HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n'],
    [
      'a chunk that is no chunk',
      `POST /v1/federations/${county}/help-requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    ],
    ['a method of its own', 'PLANTED /v1/problems HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['headers of 100 kB', `GET /v1/problems HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['HTTP of the future', 'GET /v1/problems HTTP/9.9\r\nHost: x\r\n\r\n'],
  ])('%s: a problem, and the line is cut', async (_, bytes) => {
    const answer = (await sendBytes(port, bytes)).toString('latin1');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/^content-type: application\/problem\+json/im);
    expect(answer).not.toContain('planted-word');
    const problem = parsed(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    expect(complaintsOf(schemaOf('Problem'), problem)).toEqual([]);
    expect(String(problem.status)).toBe(answer.slice(9, 12));
  });
});

describe('A right request', () => {
  const named = operations
    .filter(({ id }) => !elsewhere.includes(id) && !councilsElsewhere.includes(id))
    .flatMap((operation) => {
      const examples = Object.entries(operation.body?.examples ?? {});
      // Without an example of its own, what `rightFor` makes.
      const rows: [string, unknown][] = examples.length > 0 ? examples : [['without an example', undefined]];
      return rows.map(([name, value]) => [operation.id, name, operation, value] as const);
    });

  it.each(named)('to %s is answered as the document says (%s)', async (_, __, operation, value) => {
    const right = rightFor(operation);
    const sent = rightRequest(operation, value === undefined ? right : { ...right, body: json(value) });
    const answer = await send(port, sent);
    const documented = operation.answers.find((one) => one.status < 300)!;
    expect({ status: answer.status, body: answer.status < 300 ? '' : answer.body.toString() }).toEqual({
      status: documented.status,
      body: '',
    });
    const type = (answer.headers['content-type'] ?? '').split(';')[0];
    expect(type).toBe(documented.content?.type ?? '');
    if (type === 'application/json')
      expect(complaintsOf(documented.content!.schema, JSON.parse(answer.body.toString()))).toEqual([]);
    for (const [name, schema] of Object.entries(documented.headers)) {
      const told = answer.headers[name.toLowerCase()];
      // Says whether an answer is a repetition; a first answer does not have it.
      if (told === undefined && name === 'Idempotent-Replayed') continue;
      expect({ name, complaints: complaintsOf(schema, told) }).toEqual({ name, complaints: [] });
    }
  });

  it('may name its charset, and not compress its body', async () => {
    const operation = operations.find((one) => one.id === 'submitHelpRequest')!;
    const plain = rightRequest(operation, rightFor(operation));
    const charset = plain.headers.map(([name, value]): [string, string] => [
      name,
      name === 'Content-Type' ? `${value}; charset=utf-8` : value,
    ]);
    expect((await send(port, { ...plain, headers: charset })).status).toBe(201);
    const packed = gzipSync(plain.body!);
    expect(gunzipSync(packed)).toEqual(Buffer.from(plain.body!));
    const zipped: Sent = { ...rightRequest(operation, rightFor(operation)), body: packed };
    zipped.headers.push(['Content-Encoding', 'gzip']);
    const refused = await send(port, zipped);
    expect([refused.status, parsed(refused.body.toString()).code]).toEqual([415, 'media-type-unsupported']);
  });

  it('keeps what is hard to write: NUL, half a surrogate pair, 5,000 emoji', async () => {
    const operation = operations.find((one) => one.id === 'submitHelpRequest')!;
    for (const narrative of ['a\u0000b', '\uD800', '😀'.repeat(5000), '\u202E', '</script>'.repeat(10)]) {
      const sent = rightRequest(operation, {
        ...rightFor(operation),
        body: json({ ...submissionOf('anonymous'), narrative }),
      });
      expect((await send(port, sent)).status).toBe(201);
    }
  });
});

describe('The log', () => {
  it('S3 holds no word of all that was sent here', () => {
    const log = service.lines.join('');
    expect(log.length).toBeGreaterThan(1000);
    for (const word of [...planted, known.receipt.split('.')[1]!, known.draft]) expect(log).not.toContain(word);
  });

  it('names no failure of the service', () => {
    expect(service.lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

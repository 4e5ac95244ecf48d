import { operations, type OperationId } from '@fulian/contract/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, newToken, requestOf, submissionOf, type TestService } from '../service-fixture.js';

let service: TestService;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

const keyed = () => ({ 'idempotency-key': newToken(), 'fulian-draft': newToken() });
const body = submissionOf('anonymous');
const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  service.app.inject({
    ...requestOf('submitHelpRequest'),
    headers: { 'content-type': 'application/json', ...keyed(), ...headers },
    payload,
  });
const stored = async () => Number((await service.admin.query('select count(*) as n from help_requests')).rows[0].n);
const json = JSON.stringify(body);

describe('a submitted body', () => {
  it.each([
    ['is missing', '', [{ where: 'body', code: 'missing' }]],
    ['is no JSON', '{"category":', [{ where: 'body', code: 'malformed' }]],
    ['is a number', '7', [{ where: 'body', code: 'wrong-type' }]],
    ['is a list', '[]', [{ where: 'body', code: 'wrong-type' }]],
    [
      'is not UTF-8',
      Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xff, 0xfe), Buffer.from('"}')]),
      [{ where: 'body', code: 'malformed' }],
    ],
    ['sets a prototype', json.replace('{', '{"__proto__":{"a":1},'), [{ where: 'body', code: 'malformed' }]],
    [
      'sets a constructor',
      json.replace('{', '{"constructor":{"prototype":{}},'),
      [{ where: 'body', code: 'malformed' }],
    ],
    ['is nested without end', '['.repeat(40_000), [{ where: 'body', code: 'malformed' }]],
    ['is nested deeply', '['.repeat(40_000) + ']'.repeat(40_000), [{ where: 'body', code: 'wrong-type' }]],
    [
      'is nested deeply around a prototype',
      '['.repeat(40_000) + '{"__proto__":1}' + ']'.repeat(40_000),
      [{ where: 'body', code: 'malformed' }],
    ],
    [
      'has a number without end',
      json.replace('"land-rights"', '1e999'),
      [{ where: 'body/category', code: 'wrong-type' }],
    ],
    ['has an unknown field', json.replace('{', '{"surprise":1,'), [{ where: 'body', code: 'unknown-field' }]],
    [
      'has an unknown field inside',
      json.replace('"role"', '"toString":1,"role"'),
      [{ where: 'body/asker', code: 'unknown-field' }],
    ],
    ['lacks a field', JSON.stringify({ ...body, asker: undefined }), [{ where: 'body/asker', code: 'missing' }]],
    ['has null', JSON.stringify({ ...body, asker: null }), [{ where: 'body/asker', code: 'wrong-type' }]],
    [
      'has a number for a text',
      JSON.stringify({ ...body, narrative: 1 }),
      [{ where: 'body/narrative', code: 'wrong-type' }],
    ],
    [
      'is too long',
      JSON.stringify({ ...body, narrative: '长'.repeat(5_001) }),
      [{ where: 'body/narrative', code: 'too-long' }],
    ],
    [
      'has a wrong choice',
      JSON.stringify({ ...body, childrenPresent: 'perhaps' }),
      [{ where: 'body/childrenPresent', code: 'not-a-choice' }],
    ],
    [
      'has a wrong format',
      JSON.stringify({ ...body, division: 'x' }),
      [{ where: 'body/division', code: 'bad-format' }],
    ],
    [
      'repeats an item',
      JSON.stringify({ ...body, exclusion: { units: ['990101001001', '990101001001'] } }),
      [{ where: 'body/exclusion/units', code: 'not-unique' }],
    ],
    ['has too few items', JSON.stringify({ ...body, consents: [] }), [{ where: 'body/consents', code: 'too-short' }]],
    [
      'is wrong in two places',
      JSON.stringify({ ...body, category: 1, identity: {} }),
      [
        { where: 'body/category', code: 'wrong-type' },
        { where: 'body/identity/kind', code: 'missing' },
      ],
    ],
  ])('that %s is refused with its place, and nothing is stored', async (_, payload, findings) => {
    const response = await send(payload);
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid-request', findings });
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).not.toContain('surprise');
    expect(await stored()).toBe(0);
  });

  it('that is larger than any valid one is refused', async () => {
    const response = await send(JSON.stringify({ ...body, narrative: 'x'.repeat(100_000) }));
    expect(response.json()).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('that is as long as the contract allows is taken, in whatever spelling', async () => {
    const widest = JSON.stringify({ ...body, narrative: '😀'.repeat(5_000), needs: { note: '😀'.repeat(500) } });
    const escaped = widest.replaceAll('😀', '\\ud83d\\ude00');
    expect((await send(escaped)).statusCode).toBe(201);
    expect((await send(JSON.stringify({ ...body, narrative: 'nul \u0000 and half \ud800' }))).statusCode).toBe(201);
    await service.admin.query('delete from help_requests');
  });

  it.each([
    ['another type', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['bytes', { 'content-type': 'application/octet-stream' }],
    ['another character set', { 'content-type': 'application/json; charset=gbk' }],
    ['an encoding', { 'content-encoding': 'gzip' }],
    ['a type that is none', { 'content-type': ';;' }],
  ])('that comes as %s is refused', async (_, headers) => {
    expect((await send(json, headers as Record<string, string>)).json()).toMatchObject({
      status: 415,
      code: 'media-type-unsupported',
    });
  });

  it('that names its character set is taken', async () => {
    expect((await send(json, { 'content-type': 'application/json; charset="UTF-8"' })).statusCode).toBe(201);
    await service.admin.query('delete from help_requests');
  });
});

describe('an address', () => {
  it.each([
    ['/v1/federations/12', 'path/code', 'bad-format'],
    [`/v1/federations/${'9'.repeat(3_000)}`, 'path/code', 'bad-format'],
    ['/v1/federations/990101000000/children?limit=0', 'query/limit', 'too-small'],
    ['/v1/federations/990101000000/children?limit=501', 'query/limit', 'too-big'],
    ['/v1/federations/990101000000/children?limit=1.5', 'query/limit', 'bad-format'],
    ['/v1/federations/990101000000/children?limit=5&limit=6', 'query/limit', 'wrong-type'],
    ['/v1/federations/990101000000/children?secret=1', 'query', 'unknown-field'],
    ['/v1/federations?q=', 'query/q', 'too-short'],
    ['/v1/federations?q=%00', 'query/q', 'bad-format'],
    ['/v1/federations', 'query/q', 'missing'],
    ['/v1/federations?q=%ff', 'query', 'malformed'],
    ['/v1/federations?q=a&__proto__=1', 'query', 'unknown-field'],
    ['/v1/federations/%ff', 'path', 'malformed'],
    ['/v1/federations/%', 'path', 'malformed'],
  ])('%s is refused at %s as %s', async (url, where, code) => {
    const response = await service.app.inject({ method: 'GET', url });
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid-request', findings: [{ where, code }] });
    expect(response.body).not.toContain('secret');
  });

  it.each(['/v1', '/v1/federation', '/admin.php', '/v1/federations/990101000000/', '//', '/v1/own-help-request/x'])(
    '%s that is none answers 404, whatever the method and the body',
    async (url) => {
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        const response = await service.app.inject({
          method,
          url,
          payload: '{',
          headers: { 'content-type': 'application/json' },
        });
        expect(response.json()).toMatchObject({ status: 404, code: 'not-found' });
      }
    },
  );
});

describe('every operation', () => {
  const ids = Object.keys(operations) as OperationId[];
  const attachmentId = 'A'.repeat(22);

  it.each(ids)('%s answers 405 with Allow to methods that it does not have', async (id) => {
    const { url } = requestOf(id, { path: { attachmentId, problemCode: 'internal' } });
    const known = ids
      .filter((one) => operations[one].path === operations[id].path)
      .map((one) => operations[one].method as string);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
      if (known.includes(method)) continue;
      const response = await service.app.inject({
        method: method as 'PUT',
        url,
        payload: '{',
        headers: { 'content-type': 'application/json' },
      });
      expect([method, response.json()]).toMatchObject([method, { status: 405, code: 'method-not-allowed' }]);
      for (const one of known) expect(response.headers.allow).toContain(one);
    }
  });

  it.each(ids)('%s may be called by a page on any origin, without credentials', async (id) => {
    const { url } = requestOf(id, { path: { attachmentId, problemCode: 'internal' } });
    const preflight = await service.app.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: 'https://portal.example', 'access-control-request-method': operations[id].method },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-methods']).toContain(operations[id].method);
    expect(preflight.headers['access-control-allow-headers']).toContain('Fulian-Receipt');
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
    expect(preflight.headers['set-cookie']).toBeUndefined();
  });

  it.each(ids.filter((id) => operations[id].method === 'GET'))(
    '%s answers HEAD like GET, without a body',
    async (id) => {
      const request = requestOf(id, { path: { attachmentId, problemCode: 'internal' } });
      const get = await service.app.inject(request);
      const head = await service.app.inject({ ...request, method: 'HEAD' });
      expect([head.statusCode, head.headers['content-type']]).toEqual([get.statusCode, get.headers['content-type']]);
    },
  );

  it.each([
    ['readOwnHelpRequest', 'receipt-missing'],
    ['downloadOwnAttachment', 'receipt-missing'],
    ['startAttachment', 'draft-missing'],
    ['getAttachment', 'draft-missing'],
    ['appendAttachment', 'draft-missing'],
    ['removeAttachment', 'draft-missing'],
  ] as const)('%s answers %s without its credentials', async (id, code) => {
    const response = await service.call(id, { path: { attachmentId } });
    expect(response.json()).toMatchObject({ status: 401, code });
  });
});

it('the type of a problem points to what it means', async () => {
  const { type } = (await service.call('getFederation', { path: { code: '123456789012' } })).json<{ type: string }>();
  expect((await service.app.inject(type)).json()).toMatchObject({ code: 'federation-unknown' });
  expect((await service.call('getProblem', { path: { problemCode: 'no-such' } })).json()).toMatchObject({
    code: 'not-found',
  });
});

import type { components } from '@fulian/contract/types';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../database/sweep.js';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';

type Attachment = components['schemas']['Attachment'];

/** Takes everything but what begins with `evil`; the working copy of a `photo` has its first byte changed. */
const inspect = async (bytes: Uint8Array) => {
  const text = Buffer.from(bytes.subarray(0, 5)).toString();
  if (text.startsWith('evil')) throw Object.assign(new Error(), { code: 'attachment-type-refused' });
  if (text.startsWith('torn')) throw Object.assign(new Error(), { code: 'attachment-damaged' });
  if (text !== 'photo') return { mediaType: 'application/pdf', working: undefined };
  return { mediaType: 'image/jpeg', working: Buffer.concat([Buffer.from('P'), bytes.subarray(1)]) };
};

let service: TestService;
let draft = '';
beforeAll(async () => {
  service = await createTestService({ inspect });
});
afterAll(() => service.close());
beforeEach(() => {
  draft = newToken();
});

const held = (headers = {}) => ({ 'fulian-draft': draft, ...headers });
const start = (size: number, headers = {}, name = 'IMG_0042.jpg') =>
  service.call('startAttachment', {
    headers: held({ 'idempotency-key': newToken(), ...headers }),
    body: { name, size },
  });
const append = (id: string, offset: number, body: Buffer, headers = {}) =>
  service.call('appendAttachment', {
    path: { code: county, attachmentId: id },
    headers: held({ 'upload-offset': String(offset), ...headers }),
    body,
  });
const get = (id: string, headers = {}) =>
  service.call('getAttachment', { path: { code: county, attachmentId: id }, headers: held(headers) });
const remove = (id: string, headers = {}) =>
  service.call('removeAttachment', { path: { code: county, attachmentId: id }, headers: held(headers) });
const upload = async (bytes: Buffer, step = bytes.length) => {
  const { id } = (await start(bytes.length)).json<Attachment>();
  let last = await get(id);
  for (let at = 0; at < bytes.length; at += step) last = await append(id, at, bytes.subarray(at, at + step));
  return last.json<Attachment>();
};
const submit = (attachments: string[], headers: Record<string, string> = held()) =>
  service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken(), ...headers },
    body: submissionOf('anonymous', { attachments }),
  });
const secret = submissionOf('anonymous').receiptSecret;
const download = (number: string, id: string, withSecret = secret) =>
  service.call('downloadOwnAttachment', {
    path: { attachmentId: id },
    headers: { 'fulian-receipt': `${number}.${withSecret}` },
  });
const count = async (sql: string) => Number((await service.admin.query(`select count(*) as n from ${sql}`)).rows[0].n);

describe('a file in pieces', () => {
  it('is put together, looked at, and known by its SHA-256', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF'), randomBytes(200_000)]);
    const stored = await upload(bytes, 65_536);
    expect(stored).toEqual({
      id: stored.id,
      status: 'stored',
      size: bytes.length,
      offset: bytes.length,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect((await get(stored.id)).json()).toEqual(stored);
  });

  it('may come twice, at the same time, too', async () => {
    const bytes = randomBytes(40_000);
    const { id } = (await start(bytes.length)).json<Attachment>();
    const [one, two] = await Promise.all([
      append(id, 0, bytes.subarray(0, 20_000)),
      append(id, 0, bytes.subarray(0, 20_000)),
    ]);
    expect([one.json().offset, two.json().offset]).toEqual([20_000, 20_000]);
    const both = await Promise.all([
      append(id, 20_000, bytes.subarray(20_000)),
      append(id, 20_000, bytes.subarray(20_000)),
    ]);
    expect(both.map((answer) => answer.json().status)).toEqual(['stored', 'stored']);
    expect((await append(id, 0, bytes.subarray(0, 20_000))).json().status).toBe('stored');
  });

  it('must follow what has arrived', async () => {
    const { id } = (await start(30)).json<Attachment>();
    await append(id, 0, Buffer.alloc(10));
    for (const [offset, length] of [
      [11, 5],
      [5, 10],
    ] as const)
      expect((await append(id, offset, Buffer.alloc(length))).json()).toMatchObject({
        status: 409,
        code: 'offset-mismatch',
        offset: 10,
      });
    expect((await append(id, 10, Buffer.alloc(21))).json()).toMatchObject({
      code: 'invalid-request',
      findings: [{ where: 'body', code: 'too-long' }],
    });
    expect((await append(id, 0, Buffer.alloc(0))).json()).toMatchObject({ status: 400, code: 'invalid-request' });
    expect((await append(id, 0, Buffer.alloc(1_048_577))).json()).toMatchObject({
      status: 413,
      code: 'body-too-large',
    });
  });

  it('cannot be a million crumbs', async () => {
    const { id } = (await start(1_000)).json<Attachment>();
    for (let at = 0; at < 17; at += 1) await append(id, at, Buffer.alloc(1));
    expect((await append(id, 17, Buffer.alloc(1))).json()).toMatchObject({
      code: 'invalid-request',
      findings: [{ where: 'body', code: 'too-short' }],
    });
  });

  it.each([
    ['evil!', 'attachment-type-refused'],
    ['torn!', 'attachment-damaged'],
  ])('that is %s is refused with %s and deleted at once', async (text, code) => {
    const { id } = (await start(5)).json<Attachment>();
    expect((await append(id, 0, Buffer.from(text))).json()).toMatchObject({ status: 422, code });
    expect((await get(id)).json()).toMatchObject({ status: 404, code: 'attachment-unknown' });
    expect(await count(`attachment_pieces where attachment_id = '${id}'`)).toBe(0);
  });

  it('that was never looked at because the service stopped is looked at when somebody asks', async () => {
    const { id } = await upload(Buffer.from('%PDF-again'));
    await service.admin.query('update attachments set stored = false, facts = null where id = $1', [id]);
    expect((await get(id)).json().status).toBe('stored');
  });

  it('is removed, once or twice', async () => {
    const { id } = await upload(Buffer.from('%PDF-'));
    expect([(await remove(id)).statusCode, (await remove(id)).statusCode]).toEqual([204, 204]);
    expect((await get(id)).statusCode).toBe(404);
  });

  it('is announced once for a key', async () => {
    const key = { 'idempotency-key': newToken() };
    const first = await start(9, key);
    const again = await start(9, key);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([first.body, 'true']);
    expect((await start(10, key)).json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it.each([
    ['no name', { size: 5 }, 'body/name'],
    ['no size', { name: 'a' }, 'body/size'],
    ['too many bytes', { name: 'a', size: 20_971_521 }, 'body/size'],
    ['an unknown field', { name: 'a', size: 5, type: 'image/png' }, 'body'],
  ])('cannot be announced with %s', async (_, body, where) => {
    const response = await service.call('startAttachment', { headers: held({ 'idempotency-key': newToken() }), body });
    expect(response.json()).toMatchObject({ status: 400, findings: [{ where }] });
  });
});

describe('the limits', () => {
  it('hold for the files of a draft, even at once', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => start(5)));
    expect(answers.filter((one) => one.statusCode === 201)).toHaveLength(10);
    expect(answers.filter((one) => one.statusCode !== 201).map((one) => one.json().code)).toEqual(
      Array(4).fill('attachment-too-many'),
    );
  });

  it('hold for an address and for a federation', async () => {
    const limits = { addressFiles: 3, addressBytes: 1_000, federationBytes: 1_200 };
    const small = await createTestService({ inspect, config: { draftLimits: limits, trustProxy: ['127.0.0.1'] } });
    const from = (address: string, size: number) =>
      small.call('startAttachment', {
        headers: { 'fulian-draft': newToken(), 'idempotency-key': newToken(), 'x-forwarded-for': address },
        body: { name: 'a', size },
      });
    expect((await from('192.0.2.1', 600)).statusCode).toBe(201);
    expect((await from('192.0.2.1', 401)).json()).toMatchObject({ status: 429, code: 'rate-limited' });
    expect((await from('192.0.2.2', 601)).json()).toMatchObject({ status: 429 });
    expect((await from('192.0.2.2', 600)).statusCode).toBe(201);
    await small.close();
  });

  it('follow the form of the federation', async () => {
    await service.admin.query("insert into federation_settings values ('990102000000', 'help-form', $1)", [
      { attachments: { maxCount: 1, maxBytes: 100 } },
    ]);
    const announce = (size: number) =>
      service.call('startAttachment', {
        path: { code: '990102000000' },
        headers: held({ 'idempotency-key': newToken() }),
        body: { name: 'a', size },
      });
    expect((await announce(101)).json()).toMatchObject({ status: 413, code: 'attachment-too-large' });
    expect((await announce(100)).statusCode).toBe(201);
    expect((await announce(100)).json()).toMatchObject({ code: 'attachment-too-many' });
  });
});

it('no more than twelve pieces of an address are on their way at once', async () => {
  const bytes = Buffer.alloc(1_000);
  const ids = await Promise.all(Array.from({ length: 10 }, async () => (await start(2_000)).json<Attachment>().id));
  const answers = await Promise.all([...ids, ...ids].map((id) => append(id, 0, bytes)));
  const refused = answers.filter((one) => one.statusCode !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one.json()).toMatchObject({ status: 503, code: 'unavailable', retryAfter: 2 });
  for (const id of ids) expect((await append(id, 0, bytes)).json().offset).toBe(1_000);
});

describe("another draft's file", () => {
  it('S6 is not there', async () => {
    const { id } = await upload(Buffer.from('%PDF-mine'));
    const other = { 'fulian-draft': newToken() };
    expect((await get(id, other)).json()).toMatchObject({ code: 'attachment-unknown' });
    expect((await append(id, 0, Buffer.from('x'), other)).json()).toMatchObject({ code: 'attachment-unknown' });
    expect((await remove(id, other)).statusCode).toBe(204);
    expect((await submit([id], other)).json()).toMatchObject({ code: 'attachment-unknown' });
    expect((await get(id)).statusCode).toBe(200);
  });
});

describe('a submitted file', () => {
  it('belongs to the request, and comes back as a download of its working copy', async () => {
    const bytes = Buffer.concat([Buffer.from('photo'), randomBytes(2_200_000)]);
    const photo = await upload(bytes, 1_048_576);
    const pdf = await upload(Buffer.from('%PDF-evidence'));
    const submitted = await submit([photo.id, pdf.id]);
    const { number } = submitted.json<{ number: string }>();
    const own = await service.call('readOwnHelpRequest', { headers: { 'fulian-receipt': `${number}.${secret}` } });
    expect(own.json<{ attachments: Attachment[] }>().attachments).toEqual(expect.arrayContaining([photo, pdf]));

    const response = await download(number, photo.id);
    expect(response.rawPayload.equals(Buffer.concat([Buffer.from('P'), bytes.subarray(1)]))).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="file.jpg"',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect((await download(number, pdf.id)).body).toBe('%PDF-evidence');
    expect((await download(number, 'A'.repeat(22))).json()).toMatchObject({ code: 'attachment-unknown' });
    expect((await download(number, pdf.id, '0'.repeat(24))).json()).toMatchObject({ code: 'receipt-refused' });
  });

  it('is out of reach of its draft', async () => {
    const { id } = await upload(Buffer.from('%PDF-done'));
    expect((await submit([id])).statusCode).toBe(201);
    expect((await get(id)).json()).toMatchObject({ code: 'attachment-unknown' });
    await remove(id);
    expect(await count(`attachments where id = '${id}'`)).toBe(1);
    expect((await submit([id])).json()).toMatchObject({ code: 'attachment-unknown' });
  });

  it('is answered again with the request that carries it', async () => {
    const { id } = await upload(Buffer.from('%PDF-once'));
    const key = { 'idempotency-key': newToken() };
    const first = await submit([id], held(key));
    const again = await submit([id], held(key));
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
  });

  it('must have arrived', async () => {
    const { id } = (await start(5)).json<Attachment>();
    expect((await submit([id])).json()).toMatchObject({ status: 422, code: 'attachment-unfinished' });
    expect((await submit(['A'.repeat(22)], {})).json()).toMatchObject({ status: 404, code: 'attachment-unknown' });
  });

  it('goes with the request past a unit that she excludes, and cannot be read by that unit', async () => {
    const { id } = await upload(Buffer.from('%PDF-secret'));
    const answer = await service.call('submitHelpRequest', {
      headers: held({ 'idempotency-key': newToken() }),
      body: submissionOf('anonymous', { attachments: [id], exclusion: { units: [county] } }),
    });
    const { number } = answer.json<{ number: string }>();
    expect((await download(number, id)).body).toBe('%PDF-secret');
    const seenBy = (federation: string) =>
      service.database.scoped({ scope: 'staff', federation }, (db) =>
        db.selectFrom('attachments').select('id').where('id', '=', id).execute(),
      );
    expect(await seenBy(county)).toEqual([]);
    expect(await seenBy('990100000000')).toEqual([{ id }]);
  });
});

describe('what is stored of a file', () => {
  it('S8 holds neither its name, its bytes, its type nor its SHA-256', async () => {
    const { id, sha256 } = await upload(Buffer.from('%PDF-planted-word-8101'));
    const { rows } = await service.admin.query(
      'select a::text || p::text as text from attachments a join attachment_pieces p on p.attachment_id = a.id where a.id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    for (const word of ['planted-word', 'IMG_0042', 'application/pdf', sha256!]) {
      expect(rows[0].text).not.toContain(word);
      expect(rows[0].text).not.toContain(Buffer.from(word).toString('hex'));
    }
  });

  it('is swept after 24 hours unless it was submitted', async () => {
    const kept = await upload(Buffer.from('%PDF-kept'));
    await submit([kept.id]);
    const forgotten = await upload(Buffer.from('%PDF-left'));
    service.clock.time += 23 * 3_600_000;
    await sweep(service.database, service.clock);
    expect(await count(`attachments where id = '${forgotten.id}'`)).toBe(1);
    service.clock.time += 3_600_001;
    await sweep(service.database, service.clock);
    expect(await count('attachments where request_id is null')).toBe(0);
    expect(await count(`attachments where id = '${kept.id}'`)).toBe(1);
    expect(await count(`attachment_pieces where attachment_id = '${forgotten.id}'`)).toBe(0);
    service.clock.time += 72 * 3_600_000;
    await sweep(service.database, service.clock);
    expect(await count('idempotency_keys')).toBe(0);
  });
});

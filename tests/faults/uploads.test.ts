/** Upload attacks on the service as it runs: refused or made harmless, within bounds of memory and number. */
import { examples } from '@fulian/contract/examples';
import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf, pictureOf } from '../../packages/server/src/testing/sample-files.js';
import { county, randomText } from './requester.js';
import { progressOf, scale, seeded, tellFigures } from './scale.js';
import { FaultyService } from './service.js';
import { attacks, harmless } from './upload-attacks.js';

const mostMegabytes = 256;
const megabyte = 1_048_576;
const tinyFiles = scale(300, 10_000);
/** Rounds of all attacks, four at a time, while memory is watched. */
const rounds = scale(1, 10);
/** Of one address, as the service is set by default. */
const mostFiles = 200;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const random = seeded(20_261_122);
const token = () => randomText(random, 22, letters);

const onLinux = process.platform === 'linux';

let service: FaultyService;
/** Megabytes that the service has in memory when it has done nothing yet. */
let idle = 0;
beforeAll(async () => {
  service = await FaultyService.start();
  await service.untilReady();
  if (!onLinux) return;
  idle = memory().now;
  // The peak begins anew: what starting took does not count.
  writeFileSync(`/proc/${service.pid}/clear_refs`, '5');
});
afterAll(() => service.remove());

interface Said {
  status: number;
  code?: string;
  id?: string;
  mediaType?: string;
}

const attachments = () => `${service.url}/v1/federations/${county}/attachments`;

async function told(response: Response): Promise<Said> {
  const body = response.status === 204 ? {} : ((await response.json()) as Omit<Said, 'status'> & { status?: unknown });
  return { ...body, status: response.status };
}

function start(draft: string, name: string, size: number): Promise<Said> {
  return fetch(attachments(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Fulian-Draft': draft, 'Idempotency-Key': token() },
    body: JSON.stringify({ name, size }),
  }).then(told);
}

function append(draft: string, id: string, offset: number, piece: Buffer, contentType = 'application/octet-stream') {
  return fetch(`${attachments()}/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': contentType, 'Fulian-Draft': draft, 'Upload-Offset': String(offset) },
    body: new Uint8Array(piece),
  }).then(told);
}

/** Sends a whole file; what the last answer said, and where the file is. */
async function upload(draft: string, name: string, file: Buffer): Promise<Said & { id: string }> {
  const { id, ...started } = await start(draft, name, file.length);
  if (id === undefined) throw new Error(`not begun: ${JSON.stringify(started)}`);
  let said: Said = started;
  for (let at = 0; at < file.length; at += megabyte) {
    said = await append(draft, id, at, file.subarray(at, at + megabyte));
    if (said.status >= 400) break;
  }
  return { ...said, id };
}

async function submit(draft: string, ids: readonly string[]): Promise<string> {
  const receiptSecret = randomText(random, 24, '0123456789');
  const response = await fetch(`${service.url}/v1/federations/${county}/help-requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Fulian-Draft': draft, 'Idempotency-Key': token() },
    body: JSON.stringify({ ...examples.submitHelpRequest.requests.anonymous, receiptSecret, attachments: ids }),
  });
  expect(response.status).toBe(201);
  return `${((await response.json()) as { number: string }).number}.${receiptSecret}`;
}

const download = (receipt: string, id: string) =>
  fetch(`${service.url}/v1/own-help-request/attachments/${id}`, { headers: { 'Fulian-Receipt': receipt } });

/** Megabytes that the service has in memory now, and had at most. */
function memory(): { now: number; most: number } {
  const status = readFileSync(`/proc/${service.pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)![1]) / 1_024;
  return { now: of('VmRSS'), most: of('VmHWM') };
}

describe('a file that was made to harm', () => {
  it.each(attacks)('is refused and leaves nothing behind: $title', async ({ name, make, refused }) => {
    const draft = token();
    const said = await upload(draft, name, await make());
    expect({ status: said.status, refused: refused.includes(said.code ?? '') }, said.code).toEqual({
      status: 422,
      refused: true,
    });
    const after = await fetch(`${attachments()}/${said.id}`, { headers: { 'Fulian-Draft': draft } });
    expect(after.status).toBe(404);
    const rows = await service.query<{ count: number }>(
      `select count(*)::int as count from attachment_pieces where attachment_id = '${said.id}'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  it.each(harmless)(
    'is made harmless and served as a download: $title',
    async ({ name, make, extension, mediaType }) => {
      const draft = token();
      const file = await make();
      const said = await upload(draft, name, file);
      expect([said.status, said.code, said.mediaType]).toEqual([200, undefined, mediaType]);
      const answer = await download(await submit(draft, [said.id]), said.id);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="file.${extension}"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
        'content-length': String(bytes.length),
      });
      expect(answer.headers.has('x-evil')).toBe(false);
      if (!mediaType.startsWith('image/')) return;
      const { exif, xmp, iptc, icc, format } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, type: `image/${format}` }).toEqual({ type: mediaType });
      for (const word of ['Planted', 'Exif', 'GPS']) expect(bytes.includes(word), word).toBe(false);
    },
  );

  it('had a position before, so that this proof can fail', async () => {
    const file = await harmless[0]!.make();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    expect(Buffer.from(file).includes('Planted')).toBe(true);
  });

  it('is not judged by its announced type: another one than bytes is refused, and the file goes on', async () => {
    const draft = token();
    const file = await pictureOf().jpeg().toBuffer();
    const { id } = await start(draft, 'a.jpg', file.length);
    for (const type of [
      'text/html',
      'image/jpeg',
      'image/svg+xml',
      'multipart/form-data; boundary=x',
      'application/json',
    ])
      expect(await append(draft, id!, 0, file, type), type).toMatchObject({
        status: 415,
        code: 'media-type-unsupported',
      });
    expect(await append(draft, id!, 0, file)).toMatchObject({ status: 200, mediaType: 'image/jpeg' });
  });

  it('is refused by its size before a byte of it is taken', async () => {
    const draft = token();
    expect(await start(draft, 'a.jpg', 20 * megabyte + 1)).toMatchObject({ status: 400, code: 'invalid-request' });
    const { id } = await start(draft, 'a.jpg', 10);
    expect(await append(draft, id!, 0, Buffer.alloc(megabyte + 1))).toMatchObject({
      status: 413,
      code: 'body-too-large',
    });
    expect(await append(draft, id!, 0, Buffer.alloc(11))).toMatchObject({ status: 400, code: 'invalid-request' });
  });
});

describe.runIf(onLinux)('all attacks at once', () => {
  it('take at most 256 MB above what the service takes when idle', async () => {
    const files = await Promise.all([...attacks, ...harmless].map(async (one) => ({ ...one, file: await one.make() })));
    const waiting = Array.from({ length: rounds }, () => files).flat();
    const all = waiting.length;
    const progress = progressOf('uploads', all);
    const attack = async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) {
        const draft = token();
        const said = await upload(draft, one.name, one.file);
        expect(said.status, one.title).toBe(one.refused.length > 0 ? 422 : 200);
        await fetch(`${attachments()}/${said.id}`, { method: 'DELETE', headers: { 'Fulian-Draft': draft } });
        progress(all - waiting.length);
      }
    };
    await Promise.all([attack(), attack(), attack(), attack()]);
    const { now, most } = memory();
    tellFigures('uploads', {
      attacks: all,
      'idle MB': Math.round(idle),
      'peak above idle MB': Math.round(most - idle),
      'after MB': Math.round(now),
      goal: `<= ${mostMegabytes}`,
    });
    expect(most).toBeGreaterThanOrEqual(idle);
    expect(most - idle).toBeLessThanOrEqual(mostMegabytes);
  });
});

describe('tiny files by the thousand', () => {
  it('are bounded for a draft and for an address, and do not keep the service from answering', async () => {
    const file = pdfOf();
    const count = async () =>
      (
        await service.query<{ count: number }>(
          'select count(*)::int as count from attachments where request_id is null',
        )
      )[0]!.count;
    const before = await count();
    const answers: Record<string, number> = {};
    const progress = progressOf('tiny files', tinyFiles);
    let draft = token();
    let inDraft = 0;
    for (let one = 0; one < tinyFiles; one += 1) {
      const { status, code, id } = await start(draft, `${one}.pdf`, file.length);
      const kind = code ?? String(status);
      answers[kind] = (answers[kind] ?? 0) + 1;
      if (id !== undefined) expect(await append(draft, id, 0, file)).toMatchObject({ status: 200 });
      inDraft += 1;
      // The eleventh of a draft is one too many.
      if (inDraft > 10) [draft, inDraft] = [token(), 0];
      progress(one);
    }
    tellFigures('tiny files', { sent: tinyFiles, kept: await count(), ...answers });
    expect(Object.keys(answers).sort()).toEqual(['201', 'attachment-too-many', 'rate-limited']);
    expect(answers['201']! + before).toBe(mostFiles);
    expect(await count()).toBe(mostFiles);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  });
});

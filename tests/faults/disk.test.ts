import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { county, randomText, submission } from './requester.js';
import { scale, seeded, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** How often the disk is filled and emptied. */
const rounds = scale(2, 20);
/** Bytes left free: next to nothing, and less than a segment of the write-ahead log. */
const left = [100_000, 9_000_000];

/** A file system of 260 MB in memory; `undefined` where this machine does not let us mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fulian-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

const probe = process.platform === 'linux' ? smallDisk() : undefined;
if (probe) unmount(probe);
else process.stdout.write('[disk] not run: this machine does not let us mount a small file system\n');

function unmount(folder: string): void {
  execFileSync('umount', [folder]);
  rmdirSync(folder);
}

describe.skipIf(!probe)('a full disk', () => {
  let disk: string;
  let service: FaultyService;
  beforeEach(async () => {
    disk = smallDisk()!;
    service = await FaultyService.start({}, disk);
  });
  afterEach(async () => {
    await service.remove();
    unmount(disk);
  });

  const random = seeded(5);
  const submit = async () => {
    const body = { ...submission(random), narrative: '字'.repeat(4_900) };
    const response = await fetch(`${service.url}/v1/federations/${county}/help-requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomText(random, 22, letters) },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { number?: string; code?: string };
    const receipt = answer.number !== undefined && { number: answer.number, secret: body.receiptSecret };
    return { status: response.status, code: answer.code, receipt, retryAfter: response.headers.get('Retry-After') };
  };
  const read = async (path: string, headers = {}) => (await fetch(`${service.url}${path}`, { headers })).status;
  const holds = ({ number, secret }: { number: string; secret: string }) =>
    read('/v1/own-help-request', { 'Fulian-Receipt': `${number}.${secret}` });

  it('S10 refuses with 503, goes on to answer reads, loses nothing and stores again when there is space', async () => {
    const kept: { number: string; secret: string }[] = [];
    let refused = 0;
    let slowest = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { receipt: first } = await submit();
      kept.push(first as { number: string; secret: string });
      const ballast = join(disk, 'ballast');
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - left[round % left.length]!));
      let refusals = 0;
      for (let tries = 0; refusals < 20; tries += 1) {
        expect(tries, 'the disk never became full').toBeLessThan(5_000);
        const { status, code, receipt, retryAfter } = await submit();
        if (receipt) {
          kept.push(receipt);
          continue;
        }
        expect({ status, code }).toEqual({ status: 503, code: 'unavailable' });
        expect(Number(retryAfter)).toBeGreaterThan(0);
        refusals += 1;
      }
      refused += refusals;
      expect(await read('/readyz')).toBe(503);
      expect(await read(`/v1/federations/${county}/children`)).toBe(200);
      expect(await holds(kept.at(-1)!)).toBe(200);

      rmSync(ballast);
      const began = performance.now();
      for (;;) {
        const { status, receipt } = await submit();
        if (receipt) kept.push(receipt);
        if (status === 201) break;
        expect(status).toBe(503);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      slowest = Math.max(slowest, performance.now() - began);
    }
    let missing = 0;
    for (const receipt of kept) if ((await holds(receipt)) !== 200) missing += 1;
    tellFigures('disk', {
      rounds,
      acknowledged: kept.length,
      refused,
      missing,
      'slowest back, ms': Math.round(slowest),
    });
    expect(missing).toBe(0);
    expect(slowest).toBeLessThan(10_000);
  });
});

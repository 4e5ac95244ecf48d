import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdFolder } from './embedded-lock.js';
import { processRealm, startTimeOf } from './embedded-process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fulian-lock-'));
  mkdirSync(join(folder, 'lock'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a claim there as another process would have. */
function plantClaim(change: Partial<ReturnType<typeof processRealm> & { pid: number; startTime: string }>): string {
  const claim = { pid: process.pid, startTime: startTimeOf(process.pid), ...processRealm(), ...change };
  const path = join(folder, 'lock', 'planted.json');
  writeFileSync(path, JSON.stringify(claim));
  return path;
}

describe('holdFolder', () => {
  it('lets at most one of many in that come in the same moment, and the next one when that has left', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => holdFolder(folder)));
    const held = results.filter((one) => one.status === 'fulfilled');
    expect(held.length).toBeLessThanOrEqual(1);
    for (const one of held) one.value();
    (await holdFolder(folder))();
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it.each([
    { title: 'of a process whose number was given to another', change: { startTime: '1' } },
    { title: 'of a process that is gone', change: { pid: 2 ** 22 + 1 } },
    { title: 'from before the machine was started', change: { boot: 'another boot' } },
  ])('clears away the claim $title', async ({ change }) => {
    const path = plantClaim(change);
    const letGo = await holdFolder(folder);
    expect(existsSync(path)).toBe(false);
    letGo();
  });

  it('refuses while a holder in another container gives signs of life', async () => {
    const path = plantClaim({ namespace: 'pid:[1]' });
    let ticks = 0;
    const life = setInterval(() => utimesSync(path, new Date(), new Date(Date.now() + ++ticks)), 20);
    await expect(holdFolder(folder, 200)).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(`in another container (${hostname()})`) as string,
    });
    clearInterval(life);
  });

  it('takes the folder over when a holder in another container stays silent', async () => {
    const path = plantClaim({ namespace: 'pid:[1]' });
    const letGo = await holdFolder(folder, 50);
    expect(existsSync(path)).toBe(false);
    letGo();
  });
});

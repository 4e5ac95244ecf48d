import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.js';
import { processRealm, startTimeOf } from './embedded-process.js';

interface Claim {
  pid: number;
  startTime: string;
  host: string;
  boot: string;
  namespace: string;
}

/**
 * Makes this process the only one that uses `folder`, until the returned function is called or the process ends,
 * however it ends.
 *
 * Everyone who wants the folder puts a claim of its own into `folder/lock/` and then looks for others. A claim names a
 * process by its id and start time, so a dead one's claim never comes to life again and may be removed by anybody
 * without a race: no file is ever changed by two. Who finds a living claim beside its own withdraws; two that start in
 * the same moment both withdraw and try again. Holders on another machine or in another container cannot be looked at:
 * they count as alive while their claim's file is touched, which happens every `heartbeat` milliseconds, and as dead
 * after three times that without a touch.
 *
 * Throws `EmbeddedError` `folder-in-use`.
 */
export async function holdFolder(folder: string, heartbeat = 2_000): Promise<() => void> {
  const claims = join(folder, 'lock');
  mkdirSync(claims, { recursive: true, mode: 0o700 });
  const startTime = startTimeOf(process.pid) ?? '';
  const own = `${process.pid}-${startTime.replace(/\W/g, '')}-${Math.random().toString(36).slice(2)}.json`;
  const ownPath = join(claims, own);
  const claim: Claim = { pid: process.pid, startTime, ...processRealm() };

  for (let attempt = 1; ; attempt++) {
    // Moved into place, so that nobody reads half a claim.
    writeFileSync(`${ownPath}.new`, JSON.stringify(claim), { mode: 0o600 });
    renameSync(`${ownPath}.new`, ownPath);
    const other = await findLivingClaim(claims, own, 3 * heartbeat);
    if (!other) break;
    rmSync(ownPath, { force: true });
    if (attempt === 3)
      throw new EmbeddedError(
        'folder-in-use',
        `The data folder ${folder} is in use by ${other}. Stop that one, or set DATA_DIR to another folder.`,
      );
    await delay(50 + Math.random() * 150);
  }

  const timer = setInterval(() => touch(ownPath), heartbeat);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(ownPath, { force: true });
  };
}

/** Who else holds the folder, in words; removes the claims of the dead on the way. */
async function findLivingClaim(claims: string, own: string, patience: number): Promise<string | undefined> {
  const here = processRealm();
  for (const name of readdirSync(claims)) {
    if (name === own || !name.endsWith('.json')) continue;
    const path = join(claims, name);
    const claim = readClaim(path);
    if (!claim) continue;
    if (claim.host === here.host && claim.boot === here.boot && claim.namespace === here.namespace) {
      if (claim.startTime !== '' && startTimeOf(claim.pid) === claim.startTime)
        return `another service (process ${claim.pid})`;
    } else if (claim.host === here.host && claim.boot !== here.boot) {
      // Written before this machine was started the last time: dead.
    } else if (await givesSignOfLife(path, patience)) {
      return `a service on another machine or in another container (${claim.host})`;
    }
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Undefined after its owner removed it. */
function readClaim(path: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Claim;
  } catch {
    return undefined;
  }
}

/** Watches for a change instead of comparing times: the clocks of two machines need not agree. */
async function givesSignOfLife(path: string, patience: number): Promise<boolean> {
  const before = touchedAt(path);
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const now = touchedAt(path);
    if (now === undefined) return false;
    if (now !== before) return true;
    await delay(100);
  }
  return false;
}

function touchedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder is full, read-only or gone for now; the next sign of life may succeed, and nothing hangs on one.
  }
}

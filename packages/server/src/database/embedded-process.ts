import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * When a process began, as an opaque string that differs between two processes which had the same id one after the
 * other; undefined where no such process runs. A zombie, which holds nothing any more, counts as not running.
 *
 * Linux answers in clock ticks since boot, macOS in seconds; on Windows only being alive is known.
 */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      // The command's name stands in brackets and may hold anything, so count from the last bracket.
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'alive';
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/**
 * Where process ids are comparable: host, boot and process namespace. Two containers that share a volume differ here,
 * and so does the same machine after a reboot.
 */
export function processRealm(): { host: string; boot: string; namespace: string } {
  return { host: hostname(), boot: bootId(), namespace: pidNamespace() };
}

/** Whether `pid` is a PostgreSQL server whose working folder is `folder`: every PostgreSQL moves into its data folder. */
export function isPostmasterOf(pid: number, folder: string, startedAt: number): boolean {
  if (startTimeOf(pid) === undefined) return false;
  try {
    if (process.platform === 'linux') {
      if (readFileSync(`/proc/${pid}/comm`, 'latin1').trim() !== 'postgres') return false;
      // Compared by inode and not by time: a clock that was set meanwhile must not make a live server look foreign.
      const cwd = statSync(`/proc/${pid}/cwd`);
      const own = statSync(folder);
      return cwd.dev === own.dev && cwd.ino === own.ino;
    }
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).includes('postgres');
    const line = execFileSync('ps', ['-o', 'lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const began = Date.parse(line.slice(0, 24)) / 1000;
    return line.endsWith('postgres') && Math.abs(began - startedAt) <= 3;
  } catch {
    return false;
  }
}

/** Resolves to whether the process `pid` that began at `startTime` is gone within `ms`. */
export async function waitUntilGone(pid: number, startTime: string, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (startTimeOf(pid) === startTime) {
    if (performance.now() >= end) return false;
    await delay(20);
  }
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return '';
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

import { readdirSync, readFileSync } from 'node:fs';

/** Ms of a tick in `/proc`: 100 a second wherever Linux runs. */
const tickMs = 10;

/**
 * Ms of CPU that a process has used so far, with the processes that it started and with those of them that have ended.
 * Undefined where the system does not tell: only Linux does.
 */
export function cpuOf(pid: number): number | undefined {
  const own = timesOf(pid);
  if (!own) return undefined;
  const started = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (timesOf(Number(name)) ?? []) : []));
  const children = started.filter(({ parent }) => parent === pid);
  return children.reduce((sum, one) => sum + one.ms, own.ms + own.endedMs);
}

/** A process in `/proc`; undefined where there is none. The name in brackets may hold anything. */
function timesOf(pid: number): { parent: number; ms: number; endedMs: number } | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { parent, ms: (user + system) * tickMs, endedMs: (endedUser + endedSystem) * tickMs };
}

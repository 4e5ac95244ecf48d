import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { workFolder } from '../peers.js';
import type { Figures } from '../rounds.js';
import { runScripts } from '../server/pgbench.js';
import { percentile } from '../statistics.js';
import { cpuOf } from './cpu.js';
import type { OpenLoad } from './load.js';

/** A process of its own that asks at a rate which does not wait for answers. */
export interface LoadGenerator {
  /** Ms of each answer. */
  run(load: OpenLoad): Promise<readonly number[]>;
  stop(): void;
}

/** Starts it. */
export async function startLoadGenerator(): Promise<LoadGenerator> {
  const outfile = join(workFolder, 'map-server', 'load.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'load.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'silent',
  });
  const child = fork(outfile, { execArgv: [] });
  return {
    run: (load) =>
      new Promise((resolve, reject) => {
        const exited = () => reject(new Error('the load generator ended'));
        child.once('exit', exited);
        child.once('message', (answer: { latencies: number[] } | { failure: string }) => {
          child.off('exit', exited);
          if ('failure' in answer) reject(new Error(answer.failure));
          else resolve(answer.latencies);
        });
        child.send(load);
      }),
    stop: () => void child.kill(),
  };
}

/** Latencies, and what an answer costs, however loaded the machine is: ms of CPU of each process that takes part. */
export async function measureKinds<Kind extends string>(
  kinds: readonly Kind[],
  pids: { readonly service?: number; readonly database: number },
  measure: (kind: Kind) => Promise<readonly number[]>,
): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const kind of kinds) {
    const used = () => ({ Node: pids.service && cpuOf(pids.service), PostgreSQL: cpuOf(pids.database) });
    const before = used();
    const latencies = await measure(kind);
    const after = used();
    for (const name of ['Node', 'PostgreSQL'] as const)
      if (before[name] !== undefined && after[name] !== undefined)
        figures[`${kind} CPU of ${name}`] = (after[name] - before[name]) / latencies.length;
    figures[`${kind} p50`] = percentile(latencies, 0.5);
    figures[`${kind} p99`] = percentile(latencies, 0.99);
  }
  return figures;
}

/** Statements (each with its semicolons) by pgbench, at a rate; from as many connections as the service has, unless told otherwise. */
export async function runStatements(
  databaseUrl: string,
  statements: readonly string[],
  {
    perSecond,
    milliseconds,
    clients = 16,
  }: { readonly perSecond: number; readonly milliseconds: number; readonly clients?: number },
): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fulian-pgbench-'));
  try {
    const scripts: string[] = [];
    for (const [at, sql] of statements.slice(0, 100).entries()) {
      const file = join(folder, `question-${at}.sql`);
      await writeFile(file, `${sql.replaceAll(/\s+/g, ' ')}\n`);
      scripts.push('--file', file);
    }
    const { latencies } = await runScripts({
      databaseUrl,
      folder,
      clients,
      seconds: Math.ceil(milliseconds / 1_000),
      options: ['--protocol=extended', `--rate=${perSecond}`, ...scripts],
    });
    return latencies;
  } finally {
    await rm(folder, { recursive: true });
  }
}

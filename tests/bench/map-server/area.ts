import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { systemClock } from '../../../packages/server/src/clock.js';
import { openDatabase } from '../../../packages/server/src/database/database.js';
import { seedPoints } from '../../../packages/server/src/demo/seed-points.js';
import { manyPoints } from '../../../packages/server/src/demo/service-points.js';
import { deriveKeys } from '../../../packages/server/src/keys/keyring.js';
import type { Area } from '../area.js';
import { warnOfStale } from '../built.js';
import { workFolder } from '../peers.js';
import { type Goal, type Metric, rowsOf } from '../rows.js';
import { type Figures, type Subject } from '../rounds.js';
import { asking, startOwnService } from '../server/own-service.js';
import { runScripts } from '../server/pgbench.js';
import { percentile } from '../statistics.js';
import { cpuOf } from './cpu.js';
import type { OpenLoad } from './load.js';
import { kinds, questionsOf, type Kind, type Question } from './questions.js';

const ours = 'Fulian Kit';
const limit = 'pgbench, same statements';
const perSecond = 200;
const mostMs = 50;

const metrics: readonly Metric[] = kinds.flatMap((kind): Metric[] => [
  { name: `${kind} p50`, unit: 'ms', better: 'less' },
  { name: `${kind} p99`, unit: 'ms', better: 'less' },
  { name: `${kind} CPU of Node`, unit: 'ms', better: 'less' },
  { name: `${kind} CPU of PostgreSQL`, unit: 'ms', better: 'less' },
]);

/** What the map asks of the service, at a rate that does not wait for answers, beside the statements alone. */
export const area: Area = {
  title: 'bbox, nearest and cells among 100,000 service points at 200 requests a second, beside pgbench',
  async run(bench) {
    const count = bench.quick ? 10_000 : 100_000;
    const milliseconds = bench.quick ? 1_000 : 6_000;
    warnOfStale(bench, 'packages/server/src', 'packages/server/dist');
    bench.tell('starting our service with its database');
    const stops: (() => unknown)[] = [];
    try {
      const service = await startOwnService();
      stops.unshift(() => service.stop());
      bench.tell(`writing ${count} service points`);
      await fill(service.databaseUrl, count);
      const load = await startLoad();
      stops.unshift(() => load.kill());
      const questions = new Map<Kind, readonly Question[]>();
      for (const kind of kinds) questions.set(kind, await questionsOf(kind, 400));
      const { database } = service.pids;
      const subjects: Subject[] = [
        {
          name: limit,
          measure: () =>
            each({ database }, (kind) => runLimit(service.databaseUrl, questions.get(kind)!, milliseconds)),
        },
        {
          name: ours,
          measure: () =>
            each(service.pids, (kind) =>
              runLoad(load, { origin: service.origin, questions: questions.get(kind)!, perSecond, milliseconds }),
            ),
        },
      ];
      const samples = await bench.rounds(subjects, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 5, warmUps: 1 });
      const goals: Goal[] = kinds.map((kind) => ({
        metric: `${kind} p99`,
        subject: ours,
        text: `≤ ${mostMs} ms`,
        missed: (own) => (own <= mostMs ? undefined : `${own.toFixed(1)} ms`),
      }));
      return rowsOf({ metrics, subjects: [limit, ours], limit, goals, samples });
    } finally {
      for (const stop of stops) await stop();
    }
  },
};

async function fill(databaseUrl: string, count: number): Promise<void> {
  const database = openDatabase(databaseUrl, { statementMs: 60_000 });
  try {
    // None of these points is confidential: no key is needed that the service would know.
    await seedPoints({ database, keys: deriveKeys(randomBytes(32)), clock: systemClock }, manyPoints(count));
  } finally {
    await database.close();
  }
  await asking(databaseUrl, (client) => client.query('vacuum analyze service_points'));
}

/** Latencies, and what an answer costs, however loaded the machine is: ms of CPU of each process that takes part. */
async function each(
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

/** The statements of the questions, at the same rate, from as many connections as the service has. */
async function runLimit(
  databaseUrl: string,
  questions: readonly Question[],
  milliseconds: number,
): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fulian-pgbench-'));
  try {
    const scripts: string[] = [];
    for (const [at, { sql }] of questions.slice(0, 100).entries()) {
      const file = join(folder, `question-${at}.sql`);
      await writeFile(file, `${sql.replaceAll(/\s+/g, ' ')};\n`);
      scripts.push('--file', file);
    }
    const { latencies } = await runScripts({
      databaseUrl,
      folder,
      clients: 16,
      seconds: Math.ceil(milliseconds / 1_000),
      options: ['--protocol=extended', `--rate=${perSecond}`, ...scripts],
    });
    return latencies;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function startLoad() {
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
  return fork(outfile, { execArgv: [] });
}

function runLoad(child: ReturnType<typeof fork>, load: OpenLoad): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const exited = () => reject(new Error('the load generator ended'));
    child.once('exit', exited);
    child.once('message', (answer: { latencies: number[] } | { failure: string }) => {
      child.off('exit', exited);
      if ('failure' in answer) reject(new Error(answer.failure));
      else resolve(answer.latencies);
    });
    child.send(load);
  });
}

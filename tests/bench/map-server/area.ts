import { randomBytes } from 'node:crypto';
import { systemClock } from '../../../packages/server/src/clock.js';
import { openDatabase } from '../../../packages/server/src/database/database.js';
import { seedPoints } from '../../../packages/server/src/demo/seed-points.js';
import { manyPoints } from '../../../packages/server/src/demo/service-points.js';
import { deriveKeys } from '../../../packages/server/src/keys/keyring.js';
import type { Area } from '../area.js';
import { warnOfStale } from '../built.js';
import { type Goal, type Metric, rowsOf } from '../rows.js';
import type { Subject } from '../rounds.js';
import { asking, startOwnService } from '../server/own-service.js';
import { measureKinds, runStatements, startLoadGenerator } from './loading.js';
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
      const load = await startLoadGenerator();
      stops.unshift(() => load.stop());
      const questions = new Map<Kind, readonly Question[]>();
      for (const kind of kinds) questions.set(kind, await questionsOf(kind, 400));
      const { database } = service.pids;
      const subjects: Subject[] = [
        {
          name: limit,
          measure: () =>
            measureKinds(kinds, { database }, (kind) =>
              runStatements(
                service.databaseUrl,
                questions.get(kind)!.map(({ sql }) => `${sql};`),
                { perSecond, milliseconds },
              ),
            ),
        },
        {
          name: ours,
          measure: () =>
            measureKinds(kinds, service.pids, (kind) =>
              load.run({ origin: service.origin, questions: questions.get(kind)!, perSecond, milliseconds }),
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

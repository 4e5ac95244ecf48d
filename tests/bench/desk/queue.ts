import type { Bench } from '../area.js';
import { measureKinds, runStatements, startLoadGenerator } from '../map-server/loading.js';
import type { Figures, Subject } from '../rounds.js';
import { rowsOf, type Metric, type Row } from '../rows.js';
import { kinds, type Kind } from './questions.js';
import { startQueueService, type QueueService } from './queue-service.js';

const ours = 'Fulian Kit';
const limit = 'pgbench, same statements';
/** Requests a second: many for one county. */
const perSecond = 20;

/** What the desk asks of the service, at a rate that does not wait for answers, beside the statements alone. */
export async function queueRows(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of bench.quick ? [2_000] : [10_000, 100_000]) rows.push(...(await rowsWith(bench, count)));
  bench.warn(
    'The statements are those that read what is shown, in one transaction under row-level security. Our service also looks up the session, opens what is sealed, and writes an entry of the audit log before it answers, which is a commit to the disk.',
  );
  return rows;
}

async function rowsWith(bench: Bench, count: number): Promise<Row[]> {
  const service = await startQueueService(count, (what) => bench.tell(what));
  const load = await startLoadGenerator();
  const milliseconds = bench.quick ? 1_000 : 6_000;
  try {
    const subjects: Subject[] = [
      { name: limit, measure: () => named(count, ofStatements(service, milliseconds)) },
      {
        name: ours,
        measure: () =>
          named(
            count,
            measureKinds(kinds, service.pids, (kind) =>
              load.run({
                origin: service.origin,
                questions: service.questions.get(kind)!.map(({ path }) => ({ path, headers: service.headers })),
                perSecond,
                milliseconds,
              }),
            ),
          ),
      },
    ];
    const samples = await bench.rounds(subjects, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 3, warmUps: 1 });
    return rowsOf({ metrics: metricsOf(count), subjects: [limit, ours], limit, goals: [], samples });
  } finally {
    load.stop();
    await service.stop();
  }
}

function ofStatements(service: QueueService, milliseconds: number): Promise<Figures> {
  const { database } = service.pids;
  return measureKinds(kinds, { database }, (kind) =>
    runStatements(
      service.databaseUrl,
      service.questions.get(kind)!.map(({ sql }) => sql),
      // Few connections, each of which soon knows the tables, as those of the service do.
      { perSecond, milliseconds, clients: 4 },
    ),
  );
}

const titles: Readonly<Record<Kind, string>> = {
  queue: 'first page of the queue',
  filtered: 'first page, filtered',
  deep: 'page far down, by cursor',
  case: 'one case',
};
const figures = ['p50', 'p99', 'CPU of Node', 'CPU of PostgreSQL'] as const;

const titleOf = (kind: Kind, figure: string, count: number) =>
  `${titles[kind]}, ${figure}, ${count.toLocaleString('en')} cases`;

async function named(count: number, measured: Promise<Figures>): Promise<Figures> {
  const found = await measured;
  const pairs = kinds.flatMap((kind) =>
    figures.map((figure): [string, number | undefined] => [titleOf(kind, figure, count), found[`${kind} ${figure}`]]),
  );
  return Object.fromEntries(pairs.filter((pair): pair is [string, number] => pair[1] !== undefined));
}

function metricsOf(count: number): Metric[] {
  return kinds.flatMap((kind) =>
    figures.map((figure): Metric => ({ name: titleOf(kind, figure, count), unit: 'ms', better: 'less' })),
  );
}

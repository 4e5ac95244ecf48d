import type { Bench } from '../area.js';
import { measureKinds, runStatements, startLoadGenerator } from '../map-server/loading.js';
import type { Figures, Subject } from '../rounds.js';
import { rowsOf, type Metric, type Row } from '../rows.js';
import { city, councils, type CouncilService } from './service.js';

const ours = 'Fulian Kit';
const limit = 'pgbench, same statement';
/** Requests a second. */
const perSecond = 10;
const titleOf = (figure: string) => `${councils.toLocaleString('en')} councils rolled up, ${figure}`;
const figures = ['p50', 'p99', 'CPU of Node', 'CPU of PostgreSQL'] as const;

/** The execution rate of a city, with its counties. */
export async function rollupRows(bench: Bench, service: CouncilService): Promise<Row[]> {
  const path = `/v1/federations/${city}/council-execution`;
  const report = await service.call<{ councils: number }>('GET', path, {});
  if (report.councils < councils) throw new Error(`${report.councils} of ${councils} councils are in the report`);
  const load = await startLoadGenerator();
  const milliseconds = bench.quick ? 1_000 : 6_000;
  const named = async (measured: Promise<Figures>): Promise<Figures> => {
    const found = await measured;
    return Object.fromEntries(
      figures.flatMap((figure) =>
        found[`report ${figure}`] === undefined ? [] : [[titleOf(figure), found[`report ${figure}`]!]],
      ),
    );
  };
  try {
    const subjects: Subject[] = [
      {
        name: limit,
        measure: () =>
          named(
            measureKinds(['report'], { database: service.pids.database }, () =>
              runStatements(service.databaseUrl, [statement], { perSecond, milliseconds, clients: 4 }),
            ),
          ),
      },
      {
        name: ours,
        measure: () =>
          named(
            measureKinds(['report'], service.pids, () =>
              load.run({ origin: service.origin, questions: [{ path, headers: {} }], perSecond, milliseconds }),
            ),
          ),
      },
    ];
    const samples = await bench.rounds(subjects, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 7, warmUps: 1 });
    const metrics = figures.map((figure): Metric => ({ name: titleOf(figure), unit: 'ms', better: 'less' }));
    const goals = [
      {
        metric: titleOf('p99'),
        subject: ours,
        text: '≤ 200',
        missed: (own: number) => (own <= 200 ? undefined : 'not ≤ 200'),
      },
    ];
    return rowsOf({ metrics, subjects: [limit, ours], limit, goals, samples });
  } finally {
    load.stop();
  }
}

/** Sums over what lies below a city, by its counties, under row-level security: what a report cannot do without. */
const statement = `begin;
  select set_config('fulian.scope', 'report', true);
  select left(federation, 6) part, count(*), count(*) filter (where state in ('accepted', 'dropped') or due < '2026-11-22'),
    count(*) filter (where state = 'accepted') from council_resolutions
  where federation between '990100000000' and '990199999999' group by 1;
  select left(federation, 6) part, count(*) from councils where federation between '990100000000' and '990199999999' group by 1;
  commit;`;

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blindPaper, newPaper, sealPaper } from '../../../packages/sdk/src/ballot-paper.js';
import type { Bench } from '../area.js';
import { startLoadGenerator, type LoadGenerator } from '../map-server/loading.js';
import type { Asked } from '../map-server/load.js';
import type { Figures, Subject } from '../rounds.js';
import { rowsOf, type Goal, type Metric, type Row } from '../rows.js';
import { asking } from '../server/own-service.js';
import { runScripts } from '../server/pgbench.js';
import { percentile } from '../statistics.js';
import { voters, type CouncilService } from './service.js';

const ours = 'Fulian Kit';
const limit = 'pgbench, same inserts';
const connections = 32;
/** Requests a second that nobody reaches; told to another process, which infinity cannot be. */
const asFastAsItGoes = 1e9;
const kinds = ['open', 'secret'] as const;
type Kind = (typeof kinds)[number];

const paced = (kind: Kind, figure: 'p50' | 'p95' | 'p99') => `${kind} votes, ${voters} in 60 s, ${figure}`;
const fast = (kind: Kind) => `${kind} votes, as fast as it goes`;
const papers = (figure: 'p50' | 'p95') => `papers of a secret ballot, ${voters} in 60 s, ${figure}`;

/** Votes as they come in on an evening, and as fast as they are stored. */
export async function voteRows(bench: Bench, service: CouncilService): Promise<Row[]> {
  const load = await startLoadGenerator();
  try {
    const pace = bench.quick ? voters : voters / 60;
    const evening: Subject = { name: ours, measure: () => anEvening(service, load, pace) };
    const rush: Subject[] = [
      { name: limit, measure: () => rushOfStatements(service) },
      { name: ours, measure: () => rushOf(service, load) },
    ];
    const slow = await bench.rounds([evening], { rounds: bench.quick ? 1 : 2, warmUps: 0 });
    const quick = await bench.rounds(rush, bench.quick ? { rounds: 1, warmUps: 0 } : { rounds: 7, warmUps: 1 });
    return [
      ...rowsOf({ metrics: eveningMetrics, subjects: [ours], limit, goals: eveningGoals, samples: slow }),
      ...rowsOf({ metrics: rushMetrics, subjects: [limit, ours], limit, goals: rushGoals, samples: quick }),
    ];
  } finally {
    load.stop();
  }
}

const eveningMetrics: readonly Metric[] = [
  ...kinds.flatMap((kind) => (['p50', 'p95', 'p99'] as const).map((figure) => paced(kind, figure))),
  ...(['p50', 'p95'] as const).map(papers),
].map((name) => ({ name, unit: 'ms', better: 'less' }));
const eveningGoals: readonly Goal[] = kinds.map((kind) => ({
  metric: paced(kind, 'p95'),
  subject: ours,
  text: '≤ 300',
  missed: (own) => (own <= 300 ? undefined : 'not ≤ 300'),
}));
const rushMetrics: readonly Metric[] = kinds.map((kind) => ({ name: fast(kind), unit: '1/s', better: 'more' }));
const rushGoals: readonly Goal[] = kinds.map((kind) => ({
  metric: fast(kind),
  subject: ours,
  text: '≥ 2,000 a minute',
  missed: (own) => (own >= 2_000 / 60 ? undefined : 'less than 2,000 a minute'),
}));

const yes = { picks: ['yes'] };
const json = { 'content-type': 'application/json' };
const put = (path: string, headers: Readonly<Record<string, string>>, body: unknown): Asked => ({
  path,
  method: 'PUT',
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
});

/** Everybody votes at her own moment of a minute, first in an open ballot and then in a secret one. */
async function anEvening(service: CouncilService, load: LoadGenerator, perSecond: number): Promise<Figures> {
  const run = (questions: readonly Asked[]) =>
    load.run({ origin: service.origin, questions, perSecond, milliseconds: 0, once: true });
  const open = await run(await openVotes(service));
  const secret = await secretBallot(service);
  const asked = await run(secret.papers);
  const cast = await run(await secret.votes());
  await closed(service, secret.id);
  return {
    ...Object.fromEntries(
      (['p50', 'p95', 'p99'] as const).flatMap((figure) => [
        [paced('open', figure), percentile(open, shareOf[figure])],
        [paced('secret', figure), percentile(cast, shareOf[figure])],
      ]),
    ),
    [papers('p50')]: percentile(asked, 0.5),
    [papers('p95')]: percentile(asked, 0.95),
  };
}

const shareOf = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** Everybody votes at once, over 32 connections. */
async function rushOf(service: CouncilService, load: LoadGenerator): Promise<Figures> {
  const run = async (questions: readonly Asked[]) => {
    const latencies = await load.run({
      origin: service.origin,
      questions,
      perSecond: asFastAsItGoes,
      milliseconds: 0,
      once: true,
      connections,
    });
    // All were asked for at the same moment, so the slowest one took as long as all together.
    return (latencies.length / Math.max(...latencies)) * 1_000;
  };
  const open = await run(await openVotes(service));
  const secret = await secretBallot(service);
  await run(secret.papers);
  const cast = await run(await secret.votes());
  await closed(service, secret.id);
  return { [fast('open')]: open, [fast('secret')]: cast };
}

async function openVotes(service: CouncilService): Promise<Asked[]> {
  const { council } = service;
  const { id } = await service.openBallot('open');
  const path = `/v1/councils/${council.id}/ballots/${id}/own-vote`;
  return council.members.map(({ headers }) => put(path, headers, { choice: yes }));
}

/** The papers are sealed between the two: that is work of the voters' devices. */
async function secretBallot(service: CouncilService) {
  const { council } = service;
  const { id, paperKey } = await service.openBallot('secret');
  const path = `/v1/councils/${council.id}/ballots/${id}`;
  const mine = council.members.map(() => blindPaper(newPaper(), id));
  return {
    id,
    papers: council.members.map(({ headers }, at) => put(`${path}/paper`, headers, { blinded: mine[at]!.blinded })),
    // The same blinded element is answered the same again.
    votes: async () => {
      const votes: Asked[] = [];
      for (const [at, { headers }] of council.members.entries()) {
        const answer = await service.call<{ evaluated: string; proof: string }>('PUT', `${path}/paper`, headers, {
          blinded: mine[at]!.blinded,
        });
        const seal = sealPaper(mine[at]!, id, paperKey!, answer);
        votes.push(put(`${path}/box`, {}, { paper: mine[at]!.paper, seal, choice: yes }));
      }
      return votes;
    },
  };
}

/** Refuses figures of a service that acknowledged what it did not count. */
async function closed({ call, council }: CouncilService, ballot: string): Promise<void> {
  const headers = { ...council.organiser.headers, 'idempotency-key': randomBytes(16).toString('base64url') };
  const { result } = await call<{ result?: { turnout: { cast: number } } }>(
    'POST',
    `/v1/council-desk/${council.id}/ballots/${ballot}/closing`,
    headers,
  );
  if (result?.turnout.cast !== voters)
    throw new Error(`${voters} votes were acknowledged, ${result?.turnout.cast} counted`);
}

/** The statements that store a vote, with fresh random bytes of the same sizes, by 32 clients of the database. */
async function rushOfStatements(service: CouncilService): Promise<Figures> {
  const { council } = service;
  const random = "sha256(convert_to(gen_random_uuid()::text, 'UTF8'))";
  const of = (ballot: string) => `'${council.federation}', '${council.council}', '${ballot}'`;
  const open = await service.openBallot('open');
  const secret = await service.openBallot('secret');
  const statements: Record<Kind, string> = {
    open: `select c.outcome from bench_voters b cross join lateral cast_open_vote(${of(open.id)}, b.id, '{"picks":["yes"]}', ${random}, ${random}) c where b.n = :client_id + 1 + :n * ${connections};`,
    secret: `select outcome from put_into_box(${of(secret.id)}, ${random}, decode(:sealed, 'hex'), null);`,
  };
  const each = Math.floor(voters / connections);
  const found: Record<string, number> = {};
  for (const kind of kinds) {
    const folder = await mkdtemp(join(tmpdir(), 'fulian-pgbench-'));
    try {
      const script = join(folder, 'vote.sql');
      await writeFile(script, `${statements[kind]}\n\\set n :n + 1\n`);
      const { perSecond } = await runScripts({
        databaseUrl: service.databaseUrl,
        folder,
        clients: connections,
        transactions: each,
        options: [
          '--protocol=prepared',
          '--define=n=0',
          `--define=sealed=${randomBytes(sealedBytes).toString('hex')}`,
          '--file',
          script,
        ],
      });
      found[fast(kind)] = perSecond;
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  const stored = await countVotes(service.databaseUrl, open.id, secret.id);
  if (stored.some((count) => count !== each * connections))
    throw new Error(`pgbench stored ${stored.join(' and ')} votes, not ${each * connections}`);
  return found;
}

/** A sealed vote of yes or no: nonce, 64 padded bytes, tag. */
const sealedBytes = 92;

async function countVotes(databaseUrl: string, open: string, secret: string): Promise<readonly number[]> {
  const { rows } = await asking(databaseUrl, (client) =>
    client.query<{ open: number; secret: number }>(
      `select (select count(*)::integer from ballot_open_votes where ballot = $1) open,
         (select cardinality(receipts) from ballot_boxes where ballot = $2) secret`,
      [open, secret],
    ),
  );
  return [rows[0]!.open, rows[0]!.secret];
}

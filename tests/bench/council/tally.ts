import { countBallots, type BallotRules, type Choice } from '@fulian/contract/rules/council';
import type { Bench } from '../area.js';
import type { Subject } from '../rounds.js';
import { rowsOf, type Metric, type Row } from '../rows.js';

const ours = 'Fulian Kit';
const limit = 'first preferences added up';
const ballots = 500;
const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({ id, title: id }));
const methods: readonly BallotRules['method'][] = ['instant-runoff', 'schulze', 'stv', 'score', 'approval'];
const titleOf = (method: string) => `tally of ${ballots} ballots, ${options.length} options, ${method}`;

/** What counting takes, beside one pass over the same ballots that only adds up who comes first. */
export async function tallyRows(bench: Bench): Promise<Row[]> {
  const elections = methods.map((method) => ({ method, rules: rulesOf(method), choices: choicesOf(method) }));
  const timed = (work: (one: (typeof elections)[number]) => unknown) => async () =>
    Object.fromEntries(
      elections.map((one) => {
        const before = performance.now();
        work(one);
        return [titleOf(one.method), performance.now() - before];
      }),
    );
  const subjects: Subject[] = [
    { name: limit, measure: timed(({ choices }) => firstPreferences(choices)) },
    {
      name: ours,
      measure: timed(({ rules, choices }) => {
        const { turnout } = countBallots({ rules, options, choices, eligible: ballots });
        if (turnout.cast !== ballots) throw new Error(`${turnout.cast} of ${ballots} ballots were counted`);
      }),
    },
  ];
  const samples = await bench.rounds(subjects, bench.quick ? { rounds: 3, warmUps: 1 } : { rounds: 21, warmUps: 5 });
  const metrics = methods.map((method): Metric => ({ name: titleOf(method), unit: 'ms', better: 'less' }));
  return rowsOf({ metrics, subjects: [limit, ours], limit, goals: [], samples });
}

function rulesOf(method: BallotRules['method']): BallotRules {
  return {
    version: 1,
    method,
    secrecy: 'open',
    ...(method === 'stv' && { seats: 3 }),
    ...(method === 'score' && { scale: { min: 0, max: 10 } }),
    ...(method === 'approval' && {
      threshold: { share: { numerator: 0, denominator: 1 }, relation: 'more-than' } as const,
    }),
    abstain: true,
    revote: false,
    base: 'cast',
    quorum: { share: { numerator: 0, denominator: 1 }, counts: 'cast' },
    tie: 'lot',
    lot: options.map(({ id }) => id),
  };
}

function choicesOf(method: BallotRules['method']): Choice[] {
  return Array.from({ length: ballots }, () => {
    const order = options.map(({ id }) => id).sort(() => Math.random() - 0.5);
    if (method === 'score')
      return { scores: options.map(({ id }) => ({ option: id, points: Math.floor(Math.random() * 11) })) };
    const some = order.slice(0, 3 + Math.floor(Math.random() * 6));
    return method === 'approval' ? { picks: some.sort() } : { ranking: some };
  });
}

function firstPreferences(choices: readonly Choice[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { picks, ranking, scores } of choices) {
    const first = picks?.[0] ?? ranking?.[0] ?? scores?.[0]?.option ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
}

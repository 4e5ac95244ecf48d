import {
  countBallots,
  findChoiceFaults,
  findRuleFaults,
  type BallotFacts,
  type BallotMethod,
  type BallotResult,
} from '@fulian/contract/rules/council';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { progressOf, scale } from '../faults/scale.js';
import { elections } from './tally-elections.js';
import { runOff, transfer, type SecondOutcome } from './tally-oracles.js';
import { countInSql, pairsInSql, type SecondCount } from './tally-sql.js';

/**
 * V2 to V6 against second implementations, on random ballots: sums, majorities and pairs in SQL, votes that move on beside this file.
 * `npm run soak -- tallies` counts 10,000 for each method.
 */
const count = scale(300, 10_000);
const seed = 20_261_122;
/** How many ballots the database counts at once. */
const portion = 250;

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
});
afterAll(() => client.end());

/** Random ballots of a method, in portions, each with what the database says of it. */
async function* counted<Second>(
  method: BallotMethod,
  inSql: (client: Client, facts: readonly BallotFacts[]) => Promise<Second[]>,
): AsyncGenerator<{ facts: BallotFacts; result: BallotResult; second: Second }> {
  const tell = progressOf(`tallies ${method}`, count);
  for (let done = 0; done < count; done += portion) {
    const some = fc.sample(elections(method), { seed: seed + done, numRuns: Math.min(portion, count - done) });
    const seconds = await inSql(client, some);
    for (const [at, facts] of some.entries()) yield { facts, result: countBallots(facts), second: seconds[at]! };
    tell(done);
  }
}

const votesOf = ({ counts }: Pick<BallotResult, 'counts'>) =>
  Object.fromEntries(counts.map(({ option, votes }) => [option, votes]));

/** What both counts say, from the first one. */
const seen = ({ outcome, winners, turnout, quorum, threshold, counts, tie }: BallotResult): SecondCount => ({
  outcome,
  winners,
  abstained: turnout.abstained,
  quorumNeeded: quorum.needed,
  ...(threshold && { needed: threshold.needed, reached: threshold.reached }),
  counts: Object.fromEntries(counts.map(({ option, votes }) => [option, Number(votes)])),
  tied: [...(tie?.between ?? [])].sort(),
});

describe('V2 to V6 agree with a second count in SQL', () => {
  test.each(['yes-no', 'single', 'approval', 'score'] as const)('%s', async (method) => {
    const outcomes = new Map<string, number>();
    for await (const { facts, result, second } of counted(method, countInSql)) {
      outcomes.set(result.outcome, (outcomes.get(result.outcome) ?? 0) + 1);
      if (result.outcome === 'too-few') {
        expect(second.outcome).toBe('too-few');
        expect(result.counts).toEqual([]);
        continue;
      }
      expect(seen(result), JSON.stringify(facts)).toEqual(second);
      if (result.tie)
        expect(result.tie.chosen).toBe(facts.rules.lot?.find((option) => result.tie!.between.includes(option)));
    }
    // Nothing was proven where one of them never happened.
    expect([...outcomes.keys()].sort()).toEqual(
      ['failed', 'no-quorum', method === 'yes-no' ? 'passed' : 'elected', 'tied', 'too-few'].sort(),
    );
  });

  test('schulze', async () => {
    let ties = 0;
    for await (const { facts, result, second } of counted('schulze', pairsInSql)) {
      const { outcome, pairs = [], order = [], winners, tie } = result;
      if (outcome === 'too-few') continue;
      expect(
        Object.fromEntries(pairs.map(({ option, over, votes }) => [option + over, votes])),
        JSON.stringify(facts),
      ).toEqual(second.pairs);
      const beaten = (option: string, by: readonly string[]) => by.some((one) => second.beats.includes(one + option));
      let rest = order.flat();
      expect([...rest].sort()).toEqual(facts.options.map(({ id }) => id).sort());
      for (const place of order) {
        expect(rest.filter((option) => !beaten(option, rest)).sort(), JSON.stringify(facts)).toEqual([...place].sort());
        rest = rest.filter((option) => !place.includes(option));
      }
      if (outcome === 'no-quorum') continue;
      const best = facts.choices.every(({ abstain }) => abstain) ? [] : order[0]!;
      const byLot = facts.rules.lot?.find((option) => best.includes(option));
      if (best.length > 1) {
        ties++;
        expect([outcome, tie?.between]).toEqual([byLot ? 'elected' : 'tied', best]);
        expect(winners).toEqual(byLot ? [byLot] : []);
      } else expect([outcome, winners]).toEqual([best.length === 0 ? 'failed' : 'elected', best]);
    }
    expect(ties).toBeGreaterThan(count / 20);
  });
});

describe('V2 to V6 agree with a second count of votes that move on', () => {
  const wayOf = ({ outcome, winners, tied }: SecondOutcome) => ({ outcome, winners, tied });

  test.each(['instant-runoff', 'stv'] as const)('%s', async (method) => {
    let ties = 0;
    let needless = 0;
    for await (const { facts, result, second: sums } of counted(method, countInSql)) {
      if (result.outcome === 'too-few' || result.outcome === 'no-quorum') {
        expect(result.outcome).toBe(sums.outcome);
        continue;
      }
      const options = facts.options.map(({ id }) => id);
      const rankings = facts.choices.flatMap(({ ranking }) => (ranking ? [ranking] : []));
      const words = rankings.map((ranking) => ranking.join(''));
      const { lot } = facts.rules;
      const needed = sums.needed ?? 1;
      const ways = (how: { lot?: readonly string[] | undefined; every?: boolean }) =>
        method === 'stv'
          ? transfer(rankings, options, facts.rules.seats ?? 1, how)
          : runOff(words, options.join(''), { needed, ...how });

      const { threshold } = result;
      expect(threshold?.needed).toBe(sums.needed);
      if (threshold && result.outcome !== 'tied') expect(threshold.met).toBe(result.winners.length > 0);
      const [second] = ways({ lot });
      if (method === 'instant-runoff' && threshold) expect(threshold.reached).toBe(second!.reached);
      const why = JSON.stringify(facts);
      expect(
        wayOf({
          ...result,
          outcome: result.outcome as 'elected',
          rounds: [],
          tied: lot ? [] : (result.tie?.between ?? []),
        }),
        why,
      ).toEqual({
        ...wayOf(second!),
        ...(lot && { tied: [] }),
      });
      expect(
        result.rounds!.map(({ elected, eliminated, ...round }) => ({ counts: votesOf(round), elected, eliminated })),
        why,
      ).toEqual(second!.rounds);

      // Who won without a lot wins in whatever order those go out who are tied, and a tie is where that differs.
      if (lot) continue;
      const every = ways({ every: true });
      const sets = new Set(every.map(({ outcome, winners }) => [outcome, ...[...winners].sort()].join(' ')));
      if (result.outcome !== 'tied')
        expect([...sets], why).toEqual([[result.outcome, ...[...result.winners].sort()].join(' ')]);
      else {
        ties++;
        if (sets.size === 1) needless++;
      }
    }
    expect(ties).toBeGreaterThan(0);
    expect(needless).toBe(0);
    process.stdout.write(
      `[tallies ${method}] ${ties} ties, of which ${needless} would come out alike in every order\n`,
    );
  });
});

describe('V2 what holds for every method', () => {
  const methods = ['yes-no', 'single', 'approval', 'score', 'instant-runoff', 'schulze', 'stv'] as const;
  const any = fc.constantFrom(...methods).chain((method) => elections(method));
  const options = { seed, numRuns: count };

  test('V1 the ballots of these tests fit their rules', () => {
    fc.assert(
      fc.property(any, ({ rules, options: list, choices }) => {
        expect(findRuleFaults(rules, list)).toEqual([]);
        for (const choice of choices) expect(findChoiceFaults(choice, rules, list)).toEqual([]);
      }),
      options,
    );
  });

  test('the order of the ballots never matters', () => {
    fc.assert(
      fc.property(
        any.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.choices], { minLength: facts.choices.length })),
        ),
        ([facts, choices]) => {
          expect(countBallots({ ...facts, choices })).toEqual(countBallots(facts));
        },
      ),
      options,
    );
  });

  test('neither the names of the options nor their order decide anything', () => {
    fc.assert(
      fc.property(
        any.chain((facts) => fc.tuple(fc.constant(facts), renaming(facts))),
        ([facts, name]) => {
          const ours = namesOf(countBallots(facts));
          const theirs = namesOf(countBallots(renamed(facts, name)));
          const translated = {
            ...ours,
            winners: ours.winners.map(name).sort(),
            between: ours.between.map(name).sort(),
            order: ours.order.map((place) => place.map(name).sort()),
          };
          expect(theirs).toEqual(translated);
        },
      ),
      options,
    );
  });

  test('in every round each vote is somewhere: with an option, or exhausted', () => {
    const moving = fc.constantFrom('instant-runoff' as const, 'stv' as const).chain((method) => elections(method));
    fc.assert(
      fc.property(moving, (facts) => {
        const said = facts.choices.filter(({ abstain }) => !abstain).length;
        for (const { counts, exhausted } of countBallots(facts).rounds ?? []) {
          // Each number is cut after nine places.
          const sum = counts.reduce((all, { votes }) => all + Number(votes), Number(exhausted));
          expect(Math.abs(sum - said)).toBeLessThan(1e-7);
        }
      }),
      options,
    );
  });

  test('a ballot in which every option is in every place as often as any other is a tie of all', () => {
    const seats = { 'yes-no': 1, single: 1, approval: 1, score: 1, 'instant-runoff': 1, schulze: 1, stv: 1 };
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 3, max: 6 }),
        (method, times, size) => {
          const ids = method === 'yes-no' ? ['yes', 'no'] : [...'abcdef'].slice(0, size);
          const turns = ids.map((_, at) => [...ids.slice(at), ...ids.slice(0, at)]);
          const choices = Array.from({ length: times }, () =>
            turns.map((ranking) => {
              if (method === 'score') return { scores: ranking.map((option, points) => ({ option, points })) };
              return method === 'instant-runoff' || method === 'schulze' || method === 'stv'
                ? { ranking }
                : { picks: ranking.slice(0, 1) };
            }),
          ).flat();
          const result = countBallots({
            rules: {
              version: 1,
              method,
              secrecy: 'open',
              seats: seats[method],
              abstain: true,
              revote: true,
              base: 'cast',
              quorum: { share: { numerator: 1, denominator: 1 }, counts: 'cast' },
              tie: 'again',
              ...(method === 'score' && { scale: { min: 0, max: 10 } }),
              ...(method === 'yes-no' && {
                threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' as const },
              }),
            },
            options: ids.map((id) => ({ id })),
            choices,
            eligible: choices.length,
          });
          // Six at once can go out in more orders than are followed, and the result says so.
          const { unfollowed: _, ...tie } = result.tie!;
          expect([result.outcome, result.winners, tie]).toEqual(['tied', [], { between: ids, rule: 'again' }]);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

/** Another name for each option, except that `yes` and `no` mean something; and another order of them. */
function renaming({ rules, options }: BallotFacts): fc.Arbitrary<(option: string) => string> {
  const ids = options.map(({ id }) => id);
  if (rules.method === 'yes-no') return fc.constant((option) => option);
  return fc
    .shuffledSubarray([...'uvwxyz'], { minLength: ids.length, maxLength: ids.length })
    .map((names) => (option) => names[ids.indexOf(option)]!);
}

function renamed({ rules, options, choices, ...rest }: BallotFacts, name: (option: string) => string): BallotFacts {
  return {
    ...rest,
    rules: { ...rules, ...(rules.lot && { lot: rules.lot.map(name) }) },
    options: options.map(({ id }) => ({ id: name(id) })).sort((one, other) => (one.id < other.id ? -1 : 1)),
    choices: choices.map((choice) => ({
      ...choice,
      ...(choice.picks && { picks: choice.picks.map(name) }),
      ...(choice.ranking && { ranking: choice.ranking.map(name) }),
      ...(choice.scores && { scores: choice.scores.map(({ option, points }) => ({ option: name(option), points })) }),
    })),
  };
}

/** What a result says of options, as sets: those alike are listed in the order in which they are shown. */
const namesOf = ({ outcome, winners, tie, order = [], rounds = [] }: BallotResult) => ({
  outcome,
  winners: [...winners].sort(),
  between: [...(tie?.between ?? [])].sort(),
  order: order.map((place) => [...place].sort()),
  rounds: rounds.map(({ counts, exhausted }) => [...counts.map(({ votes }) => votes).sort(), exhausted]),
});

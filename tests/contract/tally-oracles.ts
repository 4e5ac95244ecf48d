/**
 * Second implementations of the methods in which votes move on, written from the definitions in another style than the first: instant
 * runoff with ballots that are words from which letters are struck, the transferable vote with piles of paper and fractions in lowest terms.
 * Both can also try every order in which tied options could go out.
 */

/** What came out. */
export interface SecondOutcome {
  readonly outcome: 'elected' | 'failed' | 'tied';
  readonly winners: readonly string[];
  /** Between whom it was left open. */
  readonly tied: readonly string[];
  readonly rounds: readonly SecondRound[];
  /** With instant runoff: what the first one had in the end, or would have at least. */
  readonly reached?: number;
}

/** One round: the votes as decimals of nine places, cut. */
export interface SecondRound {
  readonly counts: Readonly<Record<string, string>>;
  readonly elected: readonly string[];
  readonly eliminated: readonly string[];
}

/** How ties are decided: by a lot, not at all, or in every way there is. */
export interface Ways {
  readonly lot?: readonly string[] | undefined;
  readonly every?: boolean;
}

interface RunoffRules extends Ways {
  readonly needed: number;
}

/** All ways in which instant runoff can come out; one, unless every order is tried. Options are single letters. */
export function runOff(words: readonly string[], letters: string, rules: RunoffRules): SecondOutcome[] {
  const tally = new Map([...letters].map((letter) => [letter, words.filter((word) => word.startsWith(letter)).length]));
  const votes = [...tally.values()];
  const top = Math.max(...votes);
  const leaders = [...letters].filter((letter) => tally.get(letter) === top);
  const round = (elected: readonly string[], eliminated: readonly string[]): SecondRound => ({
    counts: Object.fromEntries([...tally].map(([letter, count]) => [letter, `${count}`])),
    elected,
    eliminated,
  });
  const end = (
    outcome: SecondOutcome['outcome'],
    winners: readonly string[],
    tied: readonly string[] = [],
    reached = top,
  ): SecondOutcome[] => [{ outcome, winners, tied, reached, rounds: [round(winners, [])] }];
  const speaking = words.filter((word) => word !== '').length;
  if (speaking === 0) return end('failed', []);
  if (top > speaking - top && top >= rules.needed) return end('elected', leaders);
  if (letters.length <= 2) {
    if (top < rules.needed || leaders.length === 1) return end('failed', []);
    if (rules.every) return leaders.flatMap((leader) => end('elected', [leader]));
    return rules.lot ? end('elected', [firstOf(rules.lot, leaders)], leaders) : end('tied', [], leaders);
  }
  const least = Math.min(...votes);
  const last = [...letters].filter((letter) => tally.get(letter) === least);
  const above = votes.filter((count) => count > least);
  const strike = (out: readonly string[], every = rules.every) => {
    const without = (text: string) => out.reduce((rest, letter) => rest.replace(letter, ''), text);
    return runOff(words.map(without), without(letters), { ...rules, every: every ?? false }).map((later) => ({
      ...later,
      rounds: [round([], out), ...later.rounds],
    }));
  };
  if (last.length === 1) return strike(last);
  const each = (every: boolean) => last.flatMap((letter) => strike([letter], every));
  if (rules.every) return each(true);
  const isFar = above.length >= (rules.needed > 1 ? 2 : 1) && above.every((count) => count > least * last.length);
  if (isFar) return strike(last);
  if (rules.lot) return strike([firstOf([...rules.lot].reverse(), last)]);
  const [one, ...others] = each(true);
  const isSame = others.every(({ outcome, winners }) => outcome === one!.outcome && winners[0] === one!.winners[0]);
  if (!isSame) return end('tied', [], last);
  const got = [one!, ...others].map(({ reached = 0 }) => reached);
  return end(one!.outcome, one!.winners, [], one!.outcome === 'failed' ? Math.max(...got) : Math.min(...got));
}

const firstOf = (order: readonly string[], some: readonly string[]) => order.find((one) => some.includes(one))!;

/** A fraction in lowest terms. */
class Ratio {
  readonly over: bigint;
  readonly under: bigint;
  constructor(over: bigint, under = 1n) {
    let [a, b] = [over, under];
    while (b !== 0n) [a, b] = [b, a % b];
    this.over = a === 0n ? 0n : over / a;
    this.under = a === 0n ? 1n : under / a;
  }
  plus(other: Ratio): Ratio {
    return new Ratio(this.over * other.under + other.over * this.under, this.under * other.under);
  }
  minus(other: Ratio): Ratio {
    return this.plus(new Ratio(-other.over, other.under));
  }
  times(other: Ratio): Ratio {
    return new Ratio(this.over * other.over, this.under * other.under);
  }
  dividedBy(other: Ratio): Ratio {
    return this.times(new Ratio(other.under, other.over));
  }
  compare(other: Ratio): number {
    return Number(this.over * other.under - other.over * this.under);
  }
  /** By long division, nine places. */
  toString(): string {
    let rest = this.over % this.under;
    let places = '';
    while (rest !== 0n && places.length < 9) {
      rest *= 10n;
      places += rest / this.under;
      rest %= this.under;
    }
    places = places.replace(/0+$/, '');
    return places === '' ? `${this.over / this.under}` : `${this.over / this.under}.${places}`;
  }
}

interface Paper {
  readonly ranking: readonly string[];
  readonly worth: Ratio;
}
type Piles = ReadonlyMap<string, readonly Paper[]>;

const sumOf = (pile: readonly Paper[]) => pile.reduce((sum, { worth }) => sum.plus(worth), new Ratio(0n));

/** All ways in which the transferable vote can come out; one, unless every order of going out is tried. */
export function transfer(
  rankings: readonly (readonly string[])[],
  options: readonly string[],
  seats: number,
  ways: Ways = {},
) {
  const quota = new Ratio(BigInt(Math.floor(rankings.length / (seats + 1))) + 1n);
  const papers = rankings.map((ranking) => ({ ranking, worth: new Ratio(1n) }));
  const out = options.filter((option) => !rankings.some((ranking) => ranking.includes(option)));
  const hopeful = options.filter((option) => !out.includes(option));
  const piles = deal(papers, hopeful, new Map());
  const first = next({ quota, seats, ways, options }, { piles, hopeful, winners: [] });
  return first.map((found) => {
    const [round, ...rest] = found.rounds;
    const counts = Object.fromEntries(options.map((option) => [option, round!.counts[option] ?? '0']));
    return { ...found, rounds: [{ ...round!, counts, eliminated: [...out, ...round!.eliminated] }, ...rest] };
  });
}

/** Lays papers on the pile of who is next on each; those without anybody are put away. */
function deal(papers: readonly Paper[], hopeful: readonly string[], on: Piles): Piles {
  const piles = new Map(hopeful.map((option) => [option, [...(on.get(option) ?? [])]]));
  for (const paper of papers) {
    const to = paper.ranking.find((option) => piles.has(option));
    if (to !== undefined) piles.get(to)!.push(paper);
  }
  return piles;
}

interface Rules {
  readonly quota: Ratio;
  readonly seats: number;
  readonly ways: Ways;
  readonly options: readonly string[];
}
interface State {
  readonly piles: Piles;
  readonly hopeful: readonly string[];
  readonly winners: readonly string[];
}

function next(rules: Rules, { piles, hopeful, winners }: State): SecondOutcome[] {
  const { quota, seats, ways, options } = rules;
  const sums = new Map(hopeful.map((option) => [option, sumOf(piles.get(option)!)]));
  const round = (elected: readonly string[], eliminated: readonly string[]): SecondRound => ({
    counts: Object.fromEntries(
      options.flatMap((option) => {
        const votes = winners.includes(option) ? quota : sums.get(option);
        return votes ? [[option, votes.toString()]] : [];
      }),
    ),
    elected,
    eliminated,
  });
  const falling = [...hopeful].sort((a, b) => sums.get(b)!.compare(sums.get(a)!));
  const left = seats - winners.length;
  const seated = hopeful.length <= left ? falling : falling.filter((option) => sums.get(option)!.compare(quota) >= 0);
  const all = [...winners, ...seated];
  if (hopeful.length <= left || seated.length === left)
    return [{ outcome: all.length > 0 ? 'elected' : 'failed', winners: all, tied: [], rounds: [round(seated, [])] }];
  const then = (state: State, elected: readonly string[], eliminated: readonly string[]) =>
    next(rules, state).map((later) => ({ ...later, rounds: [round(elected, eliminated), ...later.rounds] }));

  if (seated.length > 0) {
    const rest = hopeful.filter((option) => !seated.includes(option));
    const moving = seated.flatMap((option) => {
      const share = sums.get(option)!.minus(quota).dividedBy(sums.get(option)!);
      return piles.get(option)!.map(({ ranking, worth }) => ({ ranking, worth: worth.times(share) }));
    });
    return then({ piles: deal(moving, rest, piles), hopeful: rest, winners: all }, seated, []);
  }

  const least = sums.get(falling.at(-1)!)!;
  const last = hopeful.filter((option) => sums.get(option)!.compare(least) === 0);
  const without = (out: readonly string[]): State => {
    const rest = hopeful.filter((option) => !out.includes(option));
    const moving = out.flatMap((option) => piles.get(option)!);
    return { piles: deal(moving, rest, piles), hopeful: rest, winners };
  };
  const together = () => {
    const after = without(last);
    const threatening = hopeful.filter(
      (option) => !last.includes(option) && sums.get(option)!.compare(least.times(new Ratio(BigInt(last.length)))) <= 0,
    );
    const lifted = after.hopeful.filter((option) => sumOf(after.piles.get(option)!).compare(quota) >= 0);
    return after.hopeful.length > 0 && after.hopeful.length >= left && threatening.length === 0 && lifted.length === 0;
  };
  if (last.length === 1 || (!ways.every && together())) return then(without(last), [], last);
  if (ways.every) return last.flatMap((option) => then(without([option]), [], [option]));
  if (ways.lot) {
    const out = [firstOf([...ways.lot].reverse(), last)];
    return then(without(out), [], out);
  }
  const [first, ...others] = last.flatMap((option) => next({ ...rules, ways: { every: true } }, without([option])));
  const isSure = (option: string) => first!.winners.includes(option);
  const isSame = others.every((other) => other.winners.length === first!.winners.length && other.winners.every(isSure));
  if (!isSame) return [{ outcome: 'tied', winners, tied: last, rounds: [round([], [])] }];
  const elected = falling.filter(isSure);
  return [{ outcome: 'elected', winners: [...winners, ...elected], tied: [], rounds: [round(elected, [])] }];
}

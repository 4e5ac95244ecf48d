/** Who wants to know who voted what, and holds everything that was kept. */
import type { Dump, DumpedRow } from './ballot-dump.js';

/** One place where a member or a choice stands, and everything by which it could be told from others. */
interface Sighting {
  readonly what: string;
  readonly row: DumpedRow;
  /** The innermost object or list that holds it. */
  readonly holder: unknown;
  readonly features: ReadonlyMap<string, number | string>;
}

/** What one attack says of each member. */
export interface Guesses {
  readonly attack: string;
  readonly of: ReadonlyMap<string, string>;
}

/** What is known beforehand: who voted, and what could be said, as texts. */
export interface Known {
  readonly members: readonly string[];
  readonly choices: readonly string[];
  /** Rows that do not name it say nothing of what was voted. */
  readonly ballot: string;
}

type Group = ReadonlyMap<string, readonly Sighting[]>;

/**
 * Tries everything: each table that names members against each that holds choices, by every header, time, size, place and column of either,
 * as the same value, as the nearest one and by rank. Knows nothing of what the tables are for.
 */
export function attacksOn(dump: Dump, known: Known): Guesses[] {
  const members = groupsOf(
    dump,
    (text) => known.members.includes(text),
    () => true,
  );
  const choices = groupsOf(
    dump,
    (text) => known.choices.includes(text),
    (row) => JSON.stringify(row.value).includes(known.ballot),
  );
  const found: Guesses[] = [];
  for (const [who, mine] of members) {
    // One sighting a member, the latest.
    const seen = [...new Map(mine.map((one) => [one.what, one])).values()].map((one) => withLog(one, dump));
    if (seen.length < known.members.length / 2) continue;
    for (const [what, theirs] of choices) {
      if (theirs.length < known.members.length / 2) continue;
      found.push(...joins(`${who} ~ ${what}`, seen, theirs));
    }
  }
  return found;
}

function joins(name: string, members: readonly Sighting[], choices: readonly Sighting[]): Guesses[] {
  const found: Guesses[] = [];
  const guess = (attack: string, of: Map<string, string>) => {
    if (of.size > 0) found.push({ attack: `${name}: ${attack}`, of });
  };
  guess('same row', direct(members, choices));
  for (const one of featuresOf(members))
    for (const other of featuresOf(choices)) {
      const mine = valuesOf(members, one);
      const theirs = valuesOf(choices, other);
      guess(`${one} ranked as ${other}`, ranked(mine, theirs));
      if (kindOf(one) !== kindOf(other)) continue;
      guess(`${one} equals ${other}`, equal(mine, theirs));
      guess(`${one} is nearest to ${other}`, nearest(mine, theirs));
    }
  return found;
}

type Valued = readonly { readonly what: string; readonly value: number | string }[];

function direct(members: readonly Sighting[], choices: readonly Sighting[]): Map<string, string> {
  const of = new Map<string, string>();
  for (const { what, row, holder } of members) {
    const inRow = choices.filter((one) => one.row === row);
    const beside = inRow.filter((one) => one.holder === holder);
    const only = beside.length === 1 ? beside : inRow;
    if (only.length === 1) of.set(what, only[0]!.what);
  }
  return of;
}

function ranked(members: Valued, choices: Valued): Map<string, string> {
  const sorted = [...choices].sort(byValue);
  return new Map(
    [...members]
      .sort(byValue)
      .map(({ what }, at, all) => [what, sorted[Math.floor((at * sorted.length) / all.length)]!.what]),
  );
}

function equal(members: Valued, choices: Valued): Map<string, string> {
  const of = new Map<string, string>();
  for (const { what, value } of members) {
    const same = choices.filter((one) => one.value === value);
    // Where all are the same it says nothing.
    if (same.length > 0 && same.length < choices.length) of.set(what, same[0]!.what);
  }
  return of;
}

function nearest(members: Valued, choices: Valued): Map<string, string> {
  const of = new Map<string, string>();
  for (const { what, value } of members) {
    if (typeof value !== 'number') continue;
    const distance = (one: Valued[number]) => Math.abs(Number(one.value) - value);
    of.set(what, choices.reduce((best, one) => (distance(one) < distance(best) ? one : best)).what);
  }
  return of;
}

function byValue(one: Valued[number], other: Valued[number]): number {
  if (typeof one.value === 'number' && typeof other.value === 'number') return one.value - other.value;
  return String(one.value) < String(other.value) ? -1 : 1;
}

/** Features by which at least two differ. */
function featuresOf(sightings: readonly Sighting[]): string[] {
  const names = new Set(sightings.flatMap(({ features }) => [...features.keys()]));
  return [...names].filter((name) => {
    const values = sightings.map(({ features }) => features.get(name));
    return !values.includes(undefined) && new Set(values).size > 1;
  });
}

/** What can be compared with each other: numbers of transactions, times, texts, … */
function kindOf(feature: string): string {
  return feature.split(' ', 1)[0]!;
}

function valuesOf(sightings: readonly Sighting[], feature: string): Valued {
  return sightings.map(({ what, features }) => ({ what, value: features.get(feature)! }));
}

/** A member who was seen at a time: which vote the service's log tells of next, and how long that took. */
function withLog(sighting: Sighting, { lines }: Dump): Sighting {
  const features = new Map(sighting.features);
  const casts = lines.filter(({ operationId }) => operationId === 'castSecretVote');
  for (const [name, value] of sighting.features) {
    if (kindOf(name) !== 'time') continue;
    const at = casts.findIndex(({ time }) => time >= Number(value));
    if (at < 0) continue;
    features.set(`order of the log after ${name}`, at);
    features.set(`duration in the log after ${name}`, casts[at]!.ms);
  }
  return { ...sighting, features };
}

function groupsOf(dump: Dump, wanted: (text: string) => boolean, looks: (row: DumpedRow) => boolean): Group {
  const groups = new Map<string, Sighting[]>();
  for (const row of dump.rows) {
    if (!looks(row)) continue;
    walk(row.value, row.table, (where, what, holder, index) => {
      if (!wanted(what)) return;
      const features = new Map<string, number | string>([
        ['xid xmin', row.xmin],
        ['xid xmax', row.xmax],
        ['place in the file', row.place],
        ['size of the row', row.size],
        ['size of the text', what.length],
      ]);
      if (index !== undefined) features.set('place in the list', index);
      for (const [name, value] of Object.entries(row.value)) addFeature(features, name, value);
      if (typeof holder === 'object' && holder !== null && !Array.isArray(holder))
        for (const [name, value] of Object.entries(holder)) addFeature(features, `beside ${name}`, value);
      // Lists of one length stand beside each other.
      if (index !== undefined)
        for (const [name, list] of Object.entries(row.value))
          if (Array.isArray(list)) addFeature(features, `listed ${name}`, list[index]);
      const group = groups.get(where) ?? [];
      group.push({ what, row, holder, features });
      groups.set(where, group);
    });
  }
  return groups;
}

function addFeature(features: Map<string, number | string>, name: string, value: unknown): void {
  if (typeof value === 'number') features.set(`number ${name}`, value);
  if (typeof value === 'boolean') features.set(`number ${name}`, Number(value));
  if (typeof value !== 'string') return;
  const time = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  features.set(Number.isNaN(time) ? `text ${name}` : `time ${name}`, Number.isNaN(time) ? value : time);
  features.set(`size of ${name}`, value.length);
}

type Told = (where: string, what: string, holder: unknown, index: number | undefined) => void;

/** Every text and every object as its JSON; texts that are JSON are looked into, too. */
function walk(value: unknown, where: string, tell: Told, holder?: unknown, index?: number): void {
  if (typeof value === 'string') {
    tell(where, value, holder, index);
    if (/^[[{]/.test(value)) walk(JSON.parse(value), where, tell, holder, index);
  } else if (Array.isArray(value)) {
    value.forEach((one, at) => walk(one, where, tell, value, at));
  } else if (typeof value === 'object' && value !== null) {
    tell(where, JSON.stringify(value), holder, index);
    for (const [name, inner] of Object.entries(value))
      // A list within a list of votes is not the place of the vote.
      walk(inner, `${where}.${name}`, tell, value, index);
  }
}

/** How well guesses do beside chance. */
export interface Score {
  readonly guessed: number;
  readonly hits: number;
  /** Hits that are to be expected where guesses and votes have nothing to do with each other, and the square of their deviation. */
  readonly expected: number;
  readonly variance: number;
}

export const noScore: Score = { guessed: 0, hits: 0, expected: 0, variance: 0 };

/**
 * Counts the hits of one ballot. Where a guess has nothing to do with a vote, how often each choice was guessed right is hypergeometric;
 * mean and variance of their sum are exact.
 */
export function scoreOf(guesses: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string>): Score {
  const total = truth.size;
  const voted = countsOf(truth.values());
  const guessed = countsOf(guesses.values());
  let [expected, variance, hits] = [0, 0, 0];
  for (const [member, choice] of guesses) if (truth.get(member) === choice) hits += 1;
  const scale = total ** 2 * (total - 1);
  for (const [choice, g] of guessed) {
    const n = voted.get(choice) ?? 0;
    expected += (g * n) / total;
    variance += (g * n * (total - g) * (total - n)) / scale;
    for (const [other, h] of guessed) if (other !== choice) variance += (g * n * h * (voted.get(other) ?? 0)) / scale;
  }
  return { guessed: guesses.size, hits, expected, variance };
}

/** Scores of several ballots together. */
export function together(one: Score, other: Score): Score {
  return {
    guessed: one.guessed + other.guessed,
    hits: one.hits + other.hits,
    expected: one.expected + other.expected,
    variance: one.variance + other.variance,
  };
}

/** How far the hits lie above chance, in standard deviations. */
export function aboveChance({ hits, expected, variance }: Score): number {
  return variance === 0 ? 0 : (hits - expected) / Math.sqrt(variance);
}

function countsOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Reads the public tally cases that lie beside the project (`../shared/tally/README.md` says where they come from); they are no part of it.
 * Each marked ballot becomes the ranking that the rules of its case read in it: what can be marked wrongly on paper – two options in one
 * place, one option twice, places left empty – cannot be sent to us.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../shared/tally/', import.meta.url);

/** Whether the cases are there. */
export const hasReferences = existsSync(folder);

/** One round as a case expects it. */
export interface ExpectedRound {
  readonly counts: Readonly<Record<string, number>>;
  /** Absent where the case does not say it. */
  readonly elected?: readonly string[];
  readonly eliminated?: readonly string[];
}

/** One case: what was voted, and what came out. */
export interface ReferenceCase {
  readonly options: readonly string[];
  /** Empty where a ballot says nothing. */
  readonly rankings: readonly (readonly string[])[];
  readonly rounds: readonly ExpectedRound[];
}

const readText = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const readJson = <T>(path: string) => JSON.parse(readText(path)) as T;

/** The same so many times. */
export const repeated = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

interface OpenRcvCase {
  readonly _meta: { readonly index: number };
  readonly input: { readonly ballots: readonly string[] };
  readonly output: {
    readonly rounds: readonly { readonly totals: Readonly<Record<string, number>>; readonly elected?: string[] }[];
  };
}

/** The cases of `open-rcv-irv.json` by their index. A ballot is `<how many> <option> …`; an option named twice counts where it is first. */
export function openRcvCases(): ReadonlyMap<number, ReferenceCase> {
  const { test_cases: cases } = readJson<{ test_cases: OpenRcvCase[] }>('open-rcv-irv.json');
  return new Map(
    cases.map(({ _meta, input, output }) => {
      const options = Object.keys(output.rounds[0]!.totals);
      const rankings = input.ballots.flatMap((line) => {
        const [count, ...places] = line.split(' ').map(Number);
        const ranking = [...new Set(places.map((place) => options[place - 1]!))];
        return repeated(count!, ranking);
      });
      const rounds = output.rounds.map(({ totals, elected }) => ({ counts: totals, ...(elected && { elected }) }));
      return [_meta.index, { options, rankings, rounds }];
    }),
  );
}

interface RctabRules {
  readonly overvoteRule: 'exhaustImmediately' | 'alwaysSkipToNextRank';
  /** A number as text. */
  readonly maxSkippedRanksAllowed: string;
  readonly exhaustOnDuplicateCandidate: boolean;
}

/** The options that a ballot has in each place, the first place first. */
type Marks = ReadonlyMap<number, readonly string[]>;

/** What RCTab reads in a ballot: its rules for places with two options or none, and for options named twice. */
function rankingOf(marks: Marks, rules: RctabRules): string[] {
  const ranking: string[] = [];
  let before = 0;
  for (const [place, options] of [...marks].sort(([one], [other]) => one - other)) {
    if (place - before - 1 > Number(rules.maxSkippedRanksAllowed)) break;
    before = place;
    const [option] = options;
    if (options.length > 1) {
      if (rules.overvoteRule === 'exhaustImmediately') break;
    } else if (option === undefined || ranking.includes(option)) {
      if (rules.exhaustOnDuplicateCandidate) break;
    } else ranking.push(option);
  }
  return ranking;
}

interface CastVoteRecords {
  readonly Election: readonly [
    {
      readonly Candidate: readonly { readonly '@id': string; readonly Name: string }[];
      readonly Contest: readonly [
        { readonly ContestSelection: readonly { readonly '@id': string; readonly CandidateIds?: readonly string[] }[] },
      ];
    },
  ];
  readonly CVR: readonly {
    readonly CurrentSnapshotId: string;
    readonly CVRSnapshot: readonly {
      readonly '@id': string;
      readonly CVRContest: readonly {
        readonly CVRContestSelection: readonly {
          readonly ContestSelectionId: string;
          readonly SelectionPosition: readonly { readonly HasIndication: string; readonly Rank: number }[];
        }[];
      }[];
    }[];
  }[];
}

function marksOf(pairs: readonly { readonly place: number; readonly option: string }[]): Marks {
  const marks = new Map<number, string[]>();
  for (const { place, option } of pairs) marks.set(place, [...(marks.get(place) ?? []), option]);
  return marks;
}

/** Ballots in the common data format of NIST (SP 1500-103). */
function ballotsOfJson(path: string): Marks[] {
  const { Election, CVR } = readJson<CastVoteRecords>(path);
  const [{ Candidate, Contest }] = Election;
  const names = new Map(Candidate.map((one) => [one['@id'], one.Name]));
  const selections = new Map(
    Contest[0].ContestSelection.map((one) => [one['@id'], names.get(one.CandidateIds?.[0] ?? '') ?? one['@id']]),
  );
  return CVR.map(({ CurrentSnapshotId, CVRSnapshot }) => {
    const snapshot = CVRSnapshot.find((one) => one['@id'] === CurrentSnapshotId)!;
    const marks = snapshot.CVRContest.flatMap(({ CVRContestSelection }) => CVRContestSelection);
    return marksOf(
      marks.flatMap(({ ContestSelectionId, SelectionPosition }) =>
        SelectionPosition.filter(({ HasIndication }) => HasIndication === 'yes').map(({ Rank }) => ({
          place: Rank,
          option: selections.get(ContestSelectionId)!,
        })),
      ),
    );
  });
}

/** Ballots as a table: a column an option from the fourth on, the place in each cell. */
function ballotsOfTable(path: string): Marks[] {
  const [head, ...lines] = readText(path).trim().split(/\r?\n/);
  const columns = head!.split(',');
  return lines.map((line) =>
    marksOf(
      line
        .split(',')
        .flatMap((cell, at) => (at < 3 || cell === '' ? [] : [{ place: Number(cell), option: columns[at]! }])),
    ),
  );
}

interface RctabReport {
  readonly results: readonly {
    readonly tally: Readonly<Record<string, string>>;
    readonly tallyResults: readonly { readonly elected?: string; readonly eliminated?: string }[];
  }[];
}

/** The names of all cases of RCTab. */
export function rctabNames(): string[] {
  return readdirSync(new URL('rcv/', folder)).sort();
}

/** One case of RCTab with its expected rounds. */
export function rctabCase(name: string): ReferenceCase & { readonly seats: number } {
  const at = `rcv/${name}/${name}`;
  const config = readJson<{
    candidates: { name: string }[];
    rules: RctabRules & { numberOfWinners: string };
  }>(`${at}_config.json`);
  const json = existsSync(new URL(`${at}_cvr.json`, folder));
  const ballots = json ? ballotsOfJson(`${at}_cvr.json`) : ballotsOfTable(`${at}_cvr.csv`);
  const options = config.candidates.map((one) => one.name).sort();
  const { results } = readJson<RctabReport>(`${at}_expected_detailed_report.json`);
  return {
    options,
    seats: Number(config.rules.numberOfWinners),
    rankings: ballots.map((marks) => rankingOf(marks, config.rules).filter((option) => options.includes(option))),
    rounds: results.map(({ tally, tallyResults }) => ({
      counts: Object.fromEntries(Object.entries(tally).map(([option, votes]) => [option, Number(votes)])),
      elected: tallyResults.flatMap(({ elected }) => elected ?? []),
      eliminated: tallyResults.flatMap(({ eliminated }) => eliminated ?? []),
    })),
  };
}

import type { Installation } from './peers.js';
import type { Row, Samples } from './rows.js';
import type { Subject } from './rounds.js';

/** What an area gets to work with. */
export interface Bench {
  /** A smoke run: few and short rounds, its figures mean little. */
  readonly quick: boolean;
  /** The peers of the area's `peers.json`, installed or with the reason why not. */
  readonly peers: ReadonlyMap<string, Installation>;
  /** What is being done now. */
  tell(what: string): void;
  /** What a reader of the figures has to know; printed below them. */
  warn(what: string): void;
  /** Measures subjects side by side, shuffled, with warm-up, and calibrates in between; see `runRounds`. */
  rounds(subjects: readonly Subject[], options: { rounds: number; warmUps: number }): Promise<Samples>;
}

/** One thing that is measured. A folder here with an `area.ts` that exports it as `area` is one; nothing else to do. */
export interface Area {
  /** One line for the list of areas. */
  readonly title: string;
  run(bench: Bench): Promise<Row[]>;
}

import type { CountRound } from '../ballot-facts.js';
import { byLot } from './method.js';

/** Votes of one option, as an integer of whatever unit the method counts in. */
export interface Standing<Votes> {
  readonly option: string;
  readonly votes: Votes;
}

/** Who goes out: all of `out`; `hangs` where that is not decided by the count. */
export interface Elimination {
  /** Those with the fewest. */
  readonly last: readonly string[];
  readonly out: readonly string[];
  /** Whether the lot said who of `last` goes. */
  readonly drawn: boolean;
}

/**
 * V2: the options with the fewest votes, and who of them goes out. One alone goes. Several go together where nothing can hang on who goes
 * first: even all their votes together are fewer than what the next one has, so that none of them could outlive another option, and
 * `together` finds nothing else that the order could change. Else the lot says who goes, and without a lot nobody does: a tie.
 */
export function eliminationOf<Votes extends number | bigint>(
  standings: readonly Standing<Votes>[],
  together: (last: readonly string[]) => boolean,
  lot: readonly string[] | undefined,
): Elimination {
  const fewest = standings.reduce((least, { votes }) => (votes < least ? votes : least), standings[0]!.votes);
  const last = standings.filter(({ votes }) => votes === fewest).map(({ option }) => option);
  if (last.length === 1) return { last, out: last, drawn: false };
  const others = standings.filter(({ votes }) => votes > fewest);
  const isFar = others.every(({ votes }) => BigInt(votes) > BigInt(fewest) * BigInt(last.length));
  if (others.length > 0 && isFar && together(last)) return { last, out: last, drawn: false };
  return lot === undefined ? { last, out: [], drawn: false } : { last, out: byLot(last, lot).slice(-1), drawn: true };
}

/** The last tie that the lot decided in these rounds. */
export function drawnIn(rounds: readonly CountRound[]): { tie: { between: string[] } } | undefined {
  const [drawn] = rounds.filter(({ tied }) => tied).slice(-1);
  return drawn?.tied && { tie: { between: drawn.tied } };
}

import type { Generated } from 'kysely';

/** Ballots of councils. */
export interface BallotsTable {
  federation: string;
  council: string;
  id: string;
  state: Generated<'draft' | 'open' | 'awaiting-chair' | 'closed' | 'cancelled'>;
  /** Canonical JSON of the contract's `Motion`; the same of `BallotOption[]` and `BallotRules`. */
  motion: string;
  options: string;
  rules: string;
  secret: boolean;
  revote: boolean;
  /** That the motion belongs to. */
  meeting: string | null;
  closes_at: Date;
  /** When it was prepared, then when it opened. */
  listed_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
  again: string | null;
  eligible: number | null;
  paper_key: Buffer | null;
  /** Canonical JSON of the contract's `BallotResult`. */
  result: string | null;
  receipts: Buffer[] | null;
  revision: Generated<number>;
}

/** Who may vote in a ballot, one row a ballot. */
export interface BallotRollsTable {
  federation: string;
  council: string;
  ballot: string;
  /** Sorted. */
  members: string[];
  /** What each asked her paper with, while a secret ballot is open. */
  blinded: (Buffer | null)[] | null;
  /** Who had got a paper, once it is closed. */
  given: boolean[] | null;
}

/** What was put into the box of a secret ballot that is open, one row a ballot. */
export interface BallotBoxesTable {
  federation: string;
  council: string;
  ballot: string;
  /** Sorted. */
  receipts: Buffer[];
  sealed: Buffer[];
}

/** The keys of a secret ballot that is open. */
export interface BallotKeysTable {
  federation: string;
  council: string;
  ballot: string;
  sealed: Buffer;
}

/** Votes of open ballots. */
export interface BallotOpenVotesTable {
  federation: string;
  council: string;
  ballot: string;
  member: string;
  /** Canonical JSON of the contract's `Choice`. */
  choice: string;
  salt: Buffer;
  receipt: Buffer;
}

/** The tables of ballots. */
export interface BallotTables {
  ballots: BallotsTable;
  ballot_rolls: BallotRollsTable;
  ballot_boxes: BallotBoxesTable;
  ballot_keys: BallotKeysTable;
  ballot_open_votes: BallotOpenVotesTable;
}

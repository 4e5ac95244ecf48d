import type { BallotResult, BallotRules, Choice } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import type { Selectable } from 'kysely';
import { createHash } from 'node:crypto';
import { councilIdOf } from '../councils/council-place.js';
import type { BallotsTable } from '../database/ballot-tables.js';
import type { BallotPlace } from './box.js';

type Schemas = components['schemas'];

/** A ballot as it is read. */
export interface BallotRow extends Omit<Selectable<BallotsTable>, 'meeting' | 'receipts' | 'secret' | 'revote'> {
  /** How many may vote: as it opened, before that as the roll is now. */
  readonly voters: number;
  /** That ran it again, and is no draft to who asks. */
  readonly rerun: string | null;
  /** The database's time. */
  readonly now: Date;
}

/** One vote of an open ballot that is closed. */
export interface VoteRow {
  readonly member: string;
  readonly name: string;
  readonly choice: string;
}

/** What does not change any more once a ballot is open. */
export interface OpenedFacts {
  readonly rules: BallotRules;
  readonly options: readonly Schemas['BallotOption'][];
}

/** The parts of a ballot that are stored as JSON. */
export function partsOf(row: Pick<BallotRow, 'motion' | 'options' | 'rules'>): OpenedFacts & {
  readonly motion: Schemas['Motion'];
} {
  return {
    motion: JSON.parse(row.motion) as Schemas['Motion'],
    options: JSON.parse(row.options) as Schemas['BallotOption'][],
    rules: JSON.parse(row.rules) as BallotRules,
  };
}

/** The result, where there is one. */
export function resultOf(row: Pick<BallotRow, 'result'>): BallotResult | undefined {
  return row.result === null ? undefined : (JSON.parse(row.result) as BallotResult);
}

/** The choice that is stored as a text. */
export function choiceOf(text: string): Choice {
  return JSON.parse(text) as Choice;
}

/** Where a ballot lies. */
export function placeOfRow({ federation, council, id }: Pick<BallotRow, 'federation' | 'council' | 'id'>): BallotPlace {
  return { federation, council, id };
}

/** A ballot on the wire. `votes`: of an open ballot, once it is closed. */
export function ballotOf(row: BallotRow, votes?: readonly VoteRow[]): Schemas['Ballot'] {
  const result = resultOf(row);
  return {
    id: row.id,
    council: councilIdOf(row),
    state: row.state,
    ...(partsOf(row) as unknown as Pick<Schemas['Ballot'], 'motion' | 'options' | 'rules'>),
    eligible: row.voters,
    ...(row.opened_at && { openedAt: row.opened_at.toISOString() }),
    closesAt: row.closes_at.toISOString(),
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    ...(row.again !== null && { again: row.again }),
    ...(row.rerun !== null && { rerun: row.rerun }),
    ...(row.paper_key && { paperKey: row.paper_key.toString('hex') }),
    serverTime: row.now.toISOString(),
    ...(result && { result }),
    ...(votes && {
      votes: votes.map(({ member, name, choice }) => ({ member, name, choice: choiceOf(choice) })),
    }),
  };
}

/** The tag that a change of a ballot names. Votes do not change it. */
export function ballotTag({ revision }: Pick<BallotRow, 'revision'>): string {
  return `"${revision}"`;
}

/** SHA-256 of a text, as hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

import type { ColumnType, Generated } from 'kysely';

/** Made by the database; never written. */
type Made<T> = ColumnType<T, never, never>;

/**
 * Requests for help, which are cases. Buffers are sealed under the case key. Times of open limits are infinite (`Infinity` when
 * read) where there is none.
 */
export interface HelpRequestsTable {
  /** The federation that it came to first; never changes. */
  federation: string;
  id: string;
  /** Through whose form it came. */
  portal: string;
  category: string;
  division: string | null;
  grade: string;
  state: string;
  submitted_at: Date;
  first_contact_by: Date;
  excluded_units: string[];
  narrative: Buffer | null;
  asker: Buffer;
  contact: Buffer;
  risk: Buffer;
  needs: Buffer | null;
  exclusion_note: Buffer | null;
  consents: Buffer;
  number: string;
  channel: Generated<string>;
  /** Who handles it now. */
  owner: string;
  /** The county of the owner, by the code alone. */
  county: Made<string>;
  /** All that see it besides those above them; the owner first. */
  access_units: string[];
  assignee: string | null;
  /** Her name when it was assigned. */
  assignee_name: string | null;
  waiting: string | null;
  revision: Generated<number>;
  last_seq: Generated<number>;
  changed_at: Date;
  unread: Generated<boolean>;
  /** `CaseLimitFacts` of the rules. */
  limits: Generated<unknown>;
  next_limit: string | null;
  next_due: Generated<Date | number>;
  next_due_2: Generated<Date | number>;
  next_due_3: Generated<Date | number>;
  /** When the next overdue level is to be told. */
  alarm_at: Generated<Date | number>;
  extended: Generated<boolean>;
  key_family: Generated<boolean>;
  /** `FollowUpFacts` of the rules. */
  follow_ups: Generated<unknown>;
  joint: Generated<string[]>;
  /** `CaseOffer` of the rules. */
  offer: unknown;
  asked: Generated<boolean>;
  consent_asked: Generated<boolean>;
  transfer_consent: boolean | null;
  closing_by: string | null;
  satisfied: boolean | null;
  dismissed: Generated<string[]>;
  helpers: Buffer | null;
  plan: Buffer | null;
  /** Those of `case_marks`. */
  marks: Generated<Buffer[]>;
  resolved_at: Date | null;
  ended_at: Date | null;
  erased_at: Date | null;
}

/** What happened to cases; only grows. */
export interface CaseEventsTable {
  federation: string;
  request_id: string;
  seq: number;
  at: Date;
  kind: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  actor_unit: string | null;
  internal: boolean;
  /** `CaseEventFacts` of the rules. */
  facts: unknown;
  words: Buffer | null;
}

/** MACs that a case is found by. */
export interface CaseMarksTable {
  federation: string;
  request_id: string;
  kind: string;
  mark: Buffer;
}

/** Federations besides its owner that see a case. */
export interface CaseGuestsTable {
  unit: string;
  federation: string;
  request_id: string;
}

/** What changed, for streams; kept for a day. */
export interface CaseFeedTable {
  id: Made<string>;
  federation: string;
  request_id: string;
  revision: number;
  kind: string;
  units: string[];
  at: Date;
  /** Filled in by the database. */
  excluded: Made<string[]>;
  /** Filled in by the database: nothing of it is for the requester. */
  internal: Made<boolean>;
}

/** Addresses that are told of events; address and secret sealed under the federation's key. */
export interface WebhooksTable {
  federation: string;
  id: string;
  url: Buffer;
  secret: Buffer;
  kinds: string[];
  created_at: Date;
}

/** Messages to webhooks; written by the database with the change that they tell of. */
export interface WebhookDeliveriesTable {
  federation: string;
  id: string;
  webhook: string;
  kind: string;
  payload: string;
  at: Date;
  attempts: number;
  last_status: number | null;
  state: string;
  next_at: Date;
  settled_at: Date | null;
}

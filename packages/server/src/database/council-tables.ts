import type { components } from '@fulian/contract/types';
import type { Generated } from 'kysely';

type Schemas = components['schemas'];

/** Councils of federations. */
export interface CouncilsTable {
  federation: string;
  /** A UUID; with the federation's code before it, it is the id on the wire. */
  id: string;
  name: string;
  words: string | null;
  ended: Generated<boolean>;
  created_at: Date;
  revision: Generated<number>;
  /** Of the roll as a whole. */
  roll_revision: Generated<number>;
}

/** Who is or was on a roll. */
export interface CouncilMembersTable {
  federation: string;
  council: string;
  id: string;
  name: string;
  role: Schemas['CouncilRole'];
  /** Who she is where a portal signs her in. */
  subject: string | null;
  joined_at: Date;
  left_at: Date | null;
  /** Why she left, or what was changed last. */
  reason: string | null;
}

/** What happened to the entries of a roll. */
export interface CouncilRollChangesTable {
  federation: string;
  council: string;
  member: string;
  seq: number;
  at: Date;
  kind: 'joined' | 'changed' | 'left' | 'invited';
  by_name: string | null;
  reason: string | null;
}

/** MACs of members' tokens. */
export interface CouncilSessionsTable {
  federation: string;
  council: string;
  mac: Buffer;
  member: string;
  created_at: Date;
  expires_at: Date;
}

/** The last card of each member; the MAC of its code. */
export interface CouncilInvitationsTable {
  federation: string;
  council: string;
  member: string;
  mac: Buffer;
  printed_at: Date;
  expires_at: Date;
  first_used_at: Date | null;
}

/** MACs of portals' words that were taken. */
export interface CouncilVouchersTable {
  mac: Buffer;
  federation: string;
  expires_at: Date;
}

/** Topics. */
export interface CouncilTopicsTable {
  federation: string;
  council: string;
  id: string;
  title: string;
  words: string;
  state: Schemas['TopicState'];
  at: Date;
  /** The member who proposed it. */
  member: string | null;
  /** The name that a visitor gave. */
  visitor: string | null;
  answer: string | null;
  into_topic: string | null;
}

/** Who seconds what. */
export interface CouncilSecondsTable {
  federation: string;
  council: string;
  topic: string;
  member: string;
}

/** What members said of topics. */
export interface CouncilCommentsTable {
  federation: string;
  council: string;
  id: string;
  topic: string;
  at: Date;
  member: string;
  words: string | null;
  state: Generated<Schemas['Comment']['state']>;
  reason: string | null;
  reported: Generated<boolean>;
}

/** Meetings. */
export interface CouncilMeetingsTable {
  federation: string;
  council: string;
  id: string;
  at: Date;
  place: string;
  form: NonNullable<Schemas['Meeting']['form']> | null;
  state: Schemas['Meeting']['state'];
  /** Items of the contract's `AgendaItem`; written as JSON text. */
  agenda: unknown;
  /** Ids of members; null before attendance was taken. */
  present: string[] | null;
  minutes: string | null;
  publish_minutes: Generated<boolean>;
  revision: Generated<number>;
}

/** What was decided. */
export interface CouncilResolutionsTable {
  federation: string;
  council: string;
  id: string;
  title: string;
  words: string;
  ballot: string | null;
  topic: string | null;
  decided_at: Date;
  state: Schemas['ResolutionState'];
  responsible: string;
  /** `YYYY-MM-DD`, Chinese time. */
  due: string;
  accepted_at: Date | null;
  acceptance: string | null;
  notice_from: string | null;
  notice_until: string | null;
  revision: Generated<number>;
}

/** What was done. */
export interface CouncilEvidenceTable {
  federation: string;
  council: string;
  resolution: string;
  seq: number;
  at: Date;
  words: string;
}

/** How satisfied members are. */
export interface CouncilRatingsTable {
  federation: string;
  council: string;
  resolution: string;
  member: string;
  points: number;
}

/** The public log; written by `append_council_log` only. */
export interface CouncilLogTable {
  federation: string;
  council: string;
  seq: number;
  /** Canonical JSON of the entry without its hash. */
  entry: string;
  hash: Buffer;
}

/** The end of each log. */
export interface CouncilLogHeadsTable {
  federation: string;
  council: string;
  seq: number;
  hash: Buffer;
  at: Date;
}

/** The tables of councils, as Kysely wants to know them. */
export interface CouncilTables {
  councils: CouncilsTable;
  council_members: CouncilMembersTable;
  council_roll_changes: CouncilRollChangesTable;
  council_sessions: CouncilSessionsTable;
  council_invitations: CouncilInvitationsTable;
  council_vouchers: CouncilVouchersTable;
  council_topics: CouncilTopicsTable;
  council_seconds: CouncilSecondsTable;
  council_comments: CouncilCommentsTable;
  council_meetings: CouncilMeetingsTable;
  council_resolutions: CouncilResolutionsTable;
  council_evidence: CouncilEvidenceTable;
  council_ratings: CouncilRatingsTable;
  council_log: CouncilLogTable;
  council_log_heads: CouncilLogHeadsTable;
}

import type { ColumnType, Generated } from 'kysely';
import type {
  CaseEventsTable,
  CaseFeedTable,
  CaseGuestsTable,
  CaseMarksTable,
  HelpRequestsTable,
  WebhookDeliveriesTable,
  WebhooksTable,
} from './case-tables.js';
import type { BallotTables } from './ballot-tables.js';
import type { CouncilTables } from './council-tables.js';
import type { StaffRole } from '../staff/roles.js';

/** Made by the database; never written. */
type Made<T> = ColumnType<T, never, never>;

/** The tree; public. */
export interface FederationsTable {
  code: string;
  name: string;
  phone: string | null;
  /** 1 province … 5 village. */
  depth: Made<number>;
  parent: Made<string | null>;
  /** The characters of the name in lower case, for the search. */
  characters: Made<string[]>;
}

/** What a federation sets for itself; public. */
export interface FederationSettingsTable {
  federation: string;
  /** `help-form`: a `HelpFormPatch`. */
  name: string;
  value: unknown;
}

/** Facts of this database: the check value of its master key. */
export interface ServiceStateTable {
  name: string;
  value: Buffer;
}

/** The key of a federation, wrapped by the master key. */
export interface FederationKeysTable {
  federation: string;
  wrapped: Buffer;
}

/** The key of a case, wrapped by its federation's. Without it the case cannot be read by anyone. */
export interface CaseKeysTable {
  federation: string;
  request_id: string;
  wrapped: Buffer;
}

/** Case numbers and the MAC of their secrets. */
export interface ReceiptsTable {
  number: string;
  federation: string;
  request_id: string;
  salt: Buffer;
  mac: Buffer;
}

/** Answers that are given again. */
export interface IdempotencyKeysTable {
  federation: string;
  key_mac: Buffer;
  body_mac: Buffer;
  answer: Buffer;
  created_at: Date;
}

/** Files of drafts and of requests. */
export interface AttachmentsTable {
  /** Where it was uploaded. */
  federation: string;
  id: string;
  /** Null once it belongs to a request. */
  draft_mac: Buffer | null;
  address_mac: Buffer | null;
  request_federation: string | null;
  request_id: string | null;
  size: number;
  received: Generated<number>;
  pieces: Generated<number>;
  stored: Generated<boolean>;
  /** The file's own key: wrapped under federation and draft at first, under the case key once it is bound. */
  wrapped_key: Buffer;
  name: Buffer;
  /** Sealed `{ mediaType, sha256 }`. */
  facts: Buffer | null;
  /** Bytes of the working copy; null where it is the same as the original. */
  working_size: number | null;
  started_at: Date;
}

/** Sealed pieces: part 0 is the original as it arrived, part 1 the working copy. */
export interface AttachmentPiecesTable {
  federation: string;
  attachment_id: string;
  part: number;
  position: number;
  sealed: Buffer;
}

/** Places where federations help; public. Of a confidential one the area only (S5). */
export interface ServicePointsTable {
  federation: string;
  id: string;
  /** Place in `categories` of the rules. */
  category: number;
  name: string;
  /** The name in pinyin. */
  initials: string;
  confidential: boolean;
  /** The public place, GCJ-02 in 1e-5 degrees. */
  lng_e5: number;
  lat_e5: number;
  /** Of the area, in metres; null where the place itself is public. */
  radius: number | null;
  world_x: number;
  world_y: number;
  source_crs: string;
  address: string | null;
  hours: string | null;
  phone: string | null;
  duty_role: string | null;
  /** Bits of `facilities` of the rules. */
  facilities: number;
  status: string;
  checked_on: string | null;
  /** What everybody reads of it but the rating, as JSON. */
  shown: string;
  /** Of accepted ratings. */
  rating_sum: Generated<number>;
  rating_count: Generated<number>;
  revision: Generated<number>;
}

/** Where confidential places really are, sealed under their federation's key. */
export interface ConfidentialPlacesTable {
  federation: string;
  id: string;
  sealed: Buffer;
}

/** How often an area was drawn for a confidential place of a federation. */
export interface ConfidentialDrawsTable {
  federation: string;
  drawn: number;
}

/** Counts the changes of a federation's own service points. */
export interface ServicePointVersionsTable {
  federation: string;
  version: string;
}

/** What visitors said of service points. */
export interface ServicePointFeedbackTable {
  federation: string;
  id: string;
  point_id: string;
  kind: string;
  stars: number | null;
  /** Sealed under the federation's key. */
  note: Buffer | null;
  state: Generated<string>;
  received_at: Date;
}

/** Photos of service points, in two sizes; their words are public, their bytes sealed under the federation's key. */
export interface ServicePointPhotosTable {
  federation: string;
  point_id: string;
  /** Of the large one's content. */
  id: string;
  /** Among the others of its point. */
  place: number;
  alt_zh: string;
  alt_en: string | null;
  width: number;
  height: number;
  small: Buffer;
  large: Buffer;
}

/** MACs of the tokens of staff. */
export interface StaffTokensTable {
  mac: Buffer;
  federation: string;
  label: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

/** Accounts of who works for federations. */
export interface StaffAccountsTable {
  federation: string;
  id: string;
  account: string;
  name: string;
  role: StaffRole;
  /** Argon2id, with a key that is not in the database. */
  password: string;
  /** Sealed under the federation's key; counts once it is confirmed. */
  totp: Buffer | null;
  totp_confirmed: Generated<boolean>;
  /** Step of the last code that was used. */
  totp_step: string | null;
  disabled: Generated<boolean>;
  revision: Generated<number>;
  created_at: Date;
}

/** What somebody signs in with. */
export interface StaffLoginsTable {
  /** The account's name, or `oidc:` and the MAC of who she is elsewhere. */
  login: string;
  federation: string;
  staff_id: string;
}

/** MACs of sessions' tokens. */
export interface StaffSessionsTable {
  mac: Buffer;
  federation: string;
  staff_id: string;
  created_at: Date;
  expires_at: Date;
  idle_until: Date;
  proven: boolean;
}

/** The audit log; only grows. */
export interface AuditEntriesTable {
  federation: string;
  seq: string;
  at: Date;
  actor_kind: 'staff' | 'requester' | 'service';
  actor_id: string | null;
  actor_name: string | null;
  actor_unit: string | null;
  operation: string;
  step: string | null;
  request_id: string | null;
  account_id: string | null;
  row_count: number | null;
  hash: Buffer;
}

/** The end of each federation's audit log. */
export interface AuditHeadsTable {
  federation: string;
  seq: string;
  hash: Buffer;
  mac: Buffer;
}

/** All tables, as Kysely wants to know them. */
export interface Tables extends CouncilTables, BallotTables {
  federations: FederationsTable;
  federation_settings: FederationSettingsTable;
  service_state: ServiceStateTable;
  federation_keys: FederationKeysTable;
  help_requests: HelpRequestsTable;
  case_keys: CaseKeysTable;
  case_events: CaseEventsTable;
  case_marks: CaseMarksTable;
  case_guests: CaseGuestsTable;
  case_feed: CaseFeedTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  receipts: ReceiptsTable;
  idempotency_keys: IdempotencyKeysTable;
  attachments: AttachmentsTable;
  attachment_pieces: AttachmentPiecesTable;
  service_points: ServicePointsTable;
  confidential_places: ConfidentialPlacesTable;
  confidential_draws: ConfidentialDrawsTable;
  service_point_versions: ServicePointVersionsTable;
  service_point_feedback: ServicePointFeedbackTable;
  service_point_photos: ServicePointPhotosTable;
  staff_tokens: StaffTokensTable;
  staff_accounts: StaffAccountsTable;
  staff_logins: StaffLoginsTable;
  staff_sessions: StaffSessionsTable;
  audit_entries: AuditEntriesTable;
  audit_heads: AuditHeadsTable;
}

import type { ColumnType, Generated } from 'kysely';

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

/** Requests for help. Buffers are sealed under the case key. */
export interface HelpRequestsTable {
  /** Who handles it. */
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

/** All tables, as Kysely wants to know them. */
export interface Tables {
  federations: FederationsTable;
  federation_settings: FederationSettingsTable;
  service_state: ServiceStateTable;
  federation_keys: FederationKeysTable;
  help_requests: HelpRequestsTable;
  case_keys: CaseKeysTable;
  receipts: ReceiptsTable;
  idempotency_keys: IdempotencyKeysTable;
  attachments: AttachmentsTable;
  attachment_pieces: AttachmentPiecesTable;
}

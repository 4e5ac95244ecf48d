import type { LogBodies, LogKind } from './bodies.js';
import { canonicalJson } from './canonical-json.js';

/** SHA-256 of a text's UTF-8 bytes as 64 hex digits; given by who calls, since rules hold no cryptography. */
export type Sha256 = (text: string) => string;

/** One entry before it is hashed. */
export interface LogRecord<Kind extends LogKind = LogKind> {
  readonly council: string;
  /** 1 for the first. */
  readonly seq: number;
  /** RFC 3339 with milliseconds, in UTC; never before that of the entry before it. */
  readonly at: string;
  readonly kind: Kind;
  readonly body: LogBodies[Kind];
}

/** One entry with its hash. */
export type LogEntry<Kind extends LogKind = LogKind> = LogRecord<Kind> & { readonly hash: string };

/** What stands for the hash before the first entry. */
export const firstHash = '0'.repeat(64);

/** **G1** The text that an entry's hash is taken of: the hash before it, a line feed, the canonical JSON of the entry without its hash. */
export function entryText(previous: string, { council, seq, at, kind, body }: LogRecord): string {
  return `${previous}\n${canonicalJson({ council, seq, at, kind, body })}`;
}

/** The entry with its hash, in a chain where `previous` is the hash before it. */
export function sealEntry<Kind extends LogKind>(
  sha256: Sha256,
  previous: string,
  record: LogRecord<Kind>,
): LogEntry<Kind> {
  return { ...record, hash: sha256(entryText(previous, record)) };
}

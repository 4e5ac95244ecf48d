import { macOf } from '../keys/keyring.js';
import { open, seal } from '../keys/seal.js';

/** Which file; where it was uploaded and its id. */
export interface FileId {
  readonly federation: string;
  readonly id: string;
}

/** What is known of a file's content once it was looked at. */
export interface FileFacts {
  readonly mediaType: string;
  /** Of the original, in hex. */
  readonly sha256: string;
}

/** Part 0 is the original as it arrived, part 1 the working copy. */
export type FilePart = 0 | 1;

/**
 * The key under which a file's own key is wrapped until it is submitted: of the federation and of the draft together.
 * The draft key is with the client only, so that what was never submitted cannot be read by anyone else, and what was
 * submitted cannot be read by an old copy of the row.
 */
export function draftWrappingKey(federationKey: Uint8Array, draft: string): Buffer {
  return macOf(federationKey, 'draft', draft);
}

/** Wraps a file's key for its draft or its case. */
export function wrapFileKey(wrapping: Uint8Array, file: FileId, key: Uint8Array): Buffer {
  return seal(wrapping, placeOf(file, 'wrapped_key'), key);
}

/** The reverse of `wrapFileKey`. */
export function unwrapFileKey(wrapping: Uint8Array, file: FileId, wrapped: Uint8Array): Buffer {
  return open(wrapping, placeOf(file, 'wrapped_key'), wrapped);
}

/** The file's name as on the requester's device. */
export function sealName(key: Uint8Array, file: FileId, name: string): Buffer {
  return seal(key, placeOf(file, 'name'), name);
}

/** The reverse of `sealName`. */
export function openName(key: Uint8Array, file: FileId, sealed: Uint8Array): string {
  return open(key, placeOf(file, 'name'), sealed).toString('utf8');
}

/** What the inspection found. */
export function sealFacts(key: Uint8Array, file: FileId, facts: FileFacts): Buffer {
  return seal(key, placeOf(file, 'facts'), JSON.stringify(facts));
}

/** The reverse of `sealFacts`. */
export function openFacts(key: Uint8Array, file: FileId, sealed: Uint8Array): FileFacts {
  return JSON.parse(open(key, placeOf(file, 'facts'), sealed).toString('utf8')) as FileFacts;
}

/** Bytes of a part from a position on. */
export function sealPiece(
  key: Uint8Array,
  file: FileId,
  { part, position }: { part: FilePart; position: number },
  bytes: Uint8Array,
): Buffer {
  return seal(key, piecePlace(file, part, position), bytes);
}

/** The reverse of `sealPiece`. */
export function openPiece(
  key: Uint8Array,
  file: FileId,
  { part, position }: { part: FilePart; position: number },
  sealed: Uint8Array,
): Buffer {
  return open(key, piecePlace(file, part, position), sealed);
}

function placeOf({ federation, id }: FileId, column: string): string[] {
  return ['attachments', column, federation, id];
}

function piecePlace({ federation, id }: FileId, part: FilePart, position: number): string[] {
  return ['attachment_pieces', 'sealed', federation, id, String(part), String(position)];
}

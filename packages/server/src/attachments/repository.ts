import { sql } from 'kysely';
import type { Database, Scope } from '../database/database.js';
import type { DraftLimits } from '../config.js';
import { isReadable } from '../own-case/readable.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';
import type { FileId, FilePart } from './file-keys.js';

/** A file as it is stored. */
export interface StoredFile {
  readonly id: string;
  readonly size: number;
  /** Bytes that have arrived. */
  readonly received: number;
  readonly stored: boolean;
  readonly wrappedKey: Buffer;
  readonly facts: Buffer | null;
  /** Null where the working copy is the original. */
  readonly workingSize: number | null;
}

/** A file that is announced. */
export interface NewFile extends FileId {
  readonly draftMac: Buffer;
  /** MAC of the address that it comes from, for the limits only. */
  readonly addressMac: Buffer;
  readonly size: number;
  readonly name: Buffer;
  readonly wrappedKey: Buffer;
  readonly startedAt: Date;
}

/** A piece to be added. */
export interface NewPiece {
  readonly position: number;
  readonly length: number;
  readonly sealed: Buffer;
}

/** A piece as it is stored. */
export interface StoredPiece {
  readonly position: number;
  readonly sealed: Buffer;
}

/** A copy without metadata; empty where the original is one. */
export interface WorkingCopy {
  readonly size: number | null;
  readonly pieces: Iterable<{ readonly position: number; readonly sealed: Buffer }>;
}

const columns = ['id', 'size', 'received', 'stored', 'wrapped_key', 'facts', 'working_size'] as const;
/**
 * So much of a piece comes as one row. A row is taken apart in one go: a whole piece would keep everybody else waiting for
 * ten milliseconds.
 */
const sliceBytes = 65_536;
const startText = `select outcome, answer from start_attachment(${Array.from({ length: 17 }, (_, at) => `$${at + 1}`).join(', ')})`;

/** Stores and reads files. `draftMac` stands for the draft's holder: another draft's file is not there. */
export class AttachmentRepository {
  constructor(private readonly database: Database) {}

  /** The outcome is `stored`, `too-many` (in the draft), `full` (address or federation), or one of the key. */
  async start(file: NewFile, maxCount: number, limits: DraftLimits, key: IdempotentRequest, sealedAnswer: Buffer) {
    const [row] = await this.database.call<KeyOutcome & { outcome: string }>('start-attachment', startText, [
      file.federation,
      key.keyMac,
      key.bodyMac,
      key.lock,
      file.startedAt,
      key.freshSince,
      sealedAnswer,
      file.id,
      file.draftMac,
      file.addressMac,
      file.size,
      file.name,
      file.wrappedKey,
      maxCount,
      limits.addressFiles,
      limits.addressBytes,
      limits.federationBytes,
    ]);
    return row!;
  }

  /** Files of a draft that is not submitted. */
  async ofDraft(federation: string, draftMac: Buffer, ids: readonly string[]): Promise<StoredFile[]> {
    const rows = await this.database.scoped(draftScope(federation, draftMac), (db) =>
      db
        .selectFrom('attachments')
        .select(columns)
        .where('federation', '=', federation)
        .where('id', 'in', ids)
        .where('draft_mac', '=', draftMac)
        .execute(),
    );
    return rows.map(fileOf);
  }

  /** Files of a case wherever they were uploaded, in the order in which they were announced; with `id` only that one. */
  async ofCase(
    scope: Scope,
    place: { readonly home: string; readonly id: string },
    id?: string,
  ): Promise<(StoredFile & { readonly federation: string; readonly name: Buffer })[]> {
    const rows = await this.database.scoped(scope, (db) =>
      db
        .selectFrom('attachments')
        .select(columns)
        .select(['federation', 'name'])
        .where('request_federation', '=', place.home)
        .where('request_id', '=', place.id)
        .$if(id !== undefined, (query) => query.where('id', '=', id!))
        .orderBy('started_at')
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => ({ ...fileOf(row), federation: row.federation, name: row.name }));
  }

  /** Files that came after the request, by id, and whether its requester may see them: those of messages to her and by her. */
  async ofEvents(federation: string, request: string): Promise<Map<string, boolean>> {
    const rows = await this.database.scoped({ scope: 'receipt', federation, request }, (db) =>
      db
        .selectFrom('case_events')
        .select(['kind', 'actor_kind', 'internal', 'facts'])
        .where('federation', '=', federation)
        .where('request_id', '=', request)
        .where(sql<boolean>`facts ? 'attachments'`)
        .execute(),
    );
    return new Map(
      rows.flatMap((row) => {
        const event = row as unknown as Parameters<typeof isReadable>[0] & { facts: { attachments: string[] } };
        return event.facts.attachments.map((id) => [id, isReadable(event)] as const);
      }),
    );
  }

  /** Adds a piece where it follows what has arrived; see `append_piece` for the outcomes. */
  async append(file: FileId, draftMac: Buffer, piece: NewPiece, maxPieces: number) {
    const [row] = await this.database.call<{
      outcome: 'appended' | 'moved' | 'gone' | 'too-small';
      received: number | null;
    }>('append-piece', 'select outcome, received from append_piece($1, $2, $3, $4, $5, $6, $7)', [
      file.federation,
      draftMac,
      file.id,
      piece.position,
      piece.length,
      piece.sealed,
      maxPieces,
    ]);
    return row!;
  }

  /** Sealed pieces of a draft's file, one after the other, so that only one is in memory. */
  async *piecesOfDraft(file: FileId, draftMac: Buffer) {
    yield* this.#pieces(file, 0, draftScope(file.federation, draftMac));
  }

  /** Sealed pieces of a request's file. */
  async *piecesOfRequest(file: FileId, part: FilePart, request: string) {
    yield* this.#pieces(file, part, { scope: 'receipt', federation: file.federation, request });
  }

  /** Sealed pieces of a case's file, for who the scope lets see it. */
  async *piecesOfCase(file: FileId, part: FilePart, scope: Scope) {
    yield* this.#pieces(file, part, scope);
  }

  /** Keeps what the inspection found, and the working copy. False where the file is gone or another was quicker. */
  async finish(file: FileId, draftMac: Buffer, facts: Buffer, working: WorkingCopy): Promise<boolean> {
    return this.database.scoped(draftScope(file.federation, draftMac), async (db) => {
      const changed = await db
        .updateTable('attachments')
        .set({ facts, stored: true, working_size: working.size })
        .where('federation', '=', file.federation)
        .where('id', '=', file.id)
        .where('draft_mac', '=', draftMac)
        .where('stored', '=', false)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) return false;
      for (const piece of working.pieces) {
        await db
          .insertInto('attachment_pieces')
          .values({ federation: file.federation, attachment_id: file.id, part: 1, ...piece })
          .execute();
      }
      return true;
    });
  }

  /** Removes a file of a draft; nothing happens where it is gone. */
  async remove(file: FileId, draftMac: Buffer): Promise<void> {
    await this.database.scoped(draftScope(file.federation, draftMac), (db) =>
      db
        .deleteFrom('attachments')
        .where('federation', '=', file.federation)
        .where('id', '=', file.id)
        .where('draft_mac', '=', draftMac)
        .execute(),
    );
  }

  async *#pieces(file: FileId, part: FilePart, scope: Parameters<Database['scoped']>[0]) {
    let after = -1;
    for (;;) {
      const slices = await this.database.scoped(scope, (db) =>
        db
          .with('piece', (one) =>
            one
              .selectFrom('attachment_pieces')
              .select(['position', 'sealed'])
              .where('federation', '=', file.federation)
              .where('attachment_id', '=', file.id)
              .where('part', '=', sql<number>`${part}::smallint`)
              .where('position', '>', after)
              .orderBy('position')
              .limit(1),
          )
          .selectFrom('piece')
          .innerJoin(
            sql<{ at: number }>`generate_series(1, length(piece.sealed), ${sliceBytes}::int)`.as<'slice'>(
              sql`slice(at)`,
            ),
            (join) => join.onTrue(),
          )
          .select(['position', sql<Buffer>`substring(piece.sealed from slice.at for ${sliceBytes}::int)`.as('bytes')])
          .orderBy('slice.at')
          .execute(),
      );
      const [first] = slices;
      if (!first) return;
      yield { position: first.position, sealed: Buffer.concat(slices.map(({ bytes }) => bytes)) };
      after = first.position;
    }
  }
}

function draftScope(federation: string, draftMac: Buffer) {
  return { scope: 'visitor', federation, draft: draftMac.toString('hex') } as const;
}

function fileOf(row: {
  id: string;
  size: number;
  received: number;
  stored: boolean;
  wrapped_key: Buffer;
  facts: Buffer | null;
  working_size: number | null;
}): StoredFile {
  return {
    id: row.id,
    size: row.size,
    received: row.received,
    stored: row.stored,
    wrappedKey: row.wrapped_key,
    facts: row.facts,
    workingSize: row.working_size,
  };
}

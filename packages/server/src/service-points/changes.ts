import type { Database } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';
import type { PointRow } from './point.js';

/** What is written at once. */
export interface PointChanges {
  readonly added: readonly PointRow[];
  /** With the revision that was read. */
  readonly changed: readonly (PointRow & { readonly revision: number })[];
  /** Of those among them that are confidential. */
  readonly places: readonly {
    readonly federation: string;
    readonly id: string;
    readonly sealed: Buffer;
    /** Whether its area was drawn for it. */
    readonly drawn: boolean;
  }[];
}

/** An idempotency key with the answer that is kept for it. */
export interface KeptAnswer {
  readonly request: IdempotentRequest;
  readonly sealed: Buffer;
}

/** Raised by the database where a point is not any more what was read. */
const movedState = 'FL412';
/** Raised by the database where a federation has drawn more areas than it can need. */
const tooManyState = 'FL409';

/** Writes service points, in the scope of a member of staff. */
export class ServicePointChanges {
  constructor(private readonly database: Database) {}

  /**
   * All or nothing, in one statement. `moved` (another one was faster) and `too-many` (areas were drawn for this
   * federation) write nothing.
   */
  async write(
    code: string,
    staff: string,
    now: Date,
    { added, changed, places }: PointChanges,
    kept?: KeptAnswer,
  ): Promise<KeyOutcome> {
    const sealed = places.map(({ federation, id, sealed: bytes }) => ({
      federation,
      id,
      sealed: `\\x${bytes.toString('hex')}`,
    }));
    const draws = new Map<string, number>();
    for (const { federation, drawn } of places) if (drawn) draws.set(federation, (draws.get(federation) ?? 0) + 1);
    try {
      const [row] = await this.database.call<KeyOutcome & Record<string, unknown>>(
        'write-service-points',
        'select outcome, answer from write_service_points($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
        [
          code,
          staff,
          kept?.request.keyMac ?? null,
          kept?.request.bodyMac ?? null,
          kept?.request.lock ?? null,
          now,
          kept?.request.freshSince ?? null,
          kept?.sealed ?? null,
          JSON.stringify(added),
          JSON.stringify(changed),
          JSON.stringify(sealed),
          JSON.stringify([...draws].map(([federation, drawn]) => ({ federation, drawn }))),
        ],
      );
      return row!;
    } catch (error) {
      const state = error instanceof DatabaseFailure ? error.sqlState : '';
      if (state === movedState) return { outcome: 'moved', answer: null };
      if (state === tooManyState) return { outcome: 'too-many', answer: null };
      throw error;
    }
  }

  /** Takes a point away: `retired`, `moved` where it has another revision, or `gone`. */
  async retire(staff: string, federation: string, id: string, revision: number): Promise<string> {
    const [row] = await this.database.call<{ outcome: string }>(
      'retire-service-point',
      'select outcome from retire_service_point($1, $2, $3, $4)',
      [staff, federation, id, revision],
    );
    return row!.outcome;
  }
}

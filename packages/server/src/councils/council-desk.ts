import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { ProblemError } from '../problem.js';
import type { StaffOperation } from '../staff/roles.js';
import type { Staff, StaffMember } from '../staff/staff.js';
import { placeOf, type CouncilPlace } from './council-place.js';

/** An organiser who may do an operation in the federation of a council; whether there is such a council, its rows say. */
export interface Organiser {
  readonly member: StaffMember;
  readonly operation: StaffOperation;
  readonly place: CouncilPlace;
}

/** Opens the desk of a council. Throws `staff-refused`, `role-refused`, and `council-unknown` for one beyond her reach (S6). */
export async function openDesk(
  staff: Staff,
  token: string,
  operation: StaffOperation,
  councilId: string,
): Promise<Organiser> {
  const place = placeOf(councilId);
  return { member: await staff.openFor(token, operation, place.federation, 'council-unknown'), operation, place };
}

/** The scope that an organiser's transactions have. */
export function scopeOf({ member }: Organiser) {
  return { scope: 'staff', federation: member.federation } as const;
}

/**
 * Throws `council-unknown` where a transaction sees no such council, and `council-ended` where nothing can be added to it. `locked`: until
 * the transaction ends nobody else changes the council or its roll. Default: only looked at.
 */
export async function assertCouncil(
  db: Kysely<Tables>,
  { federation, council }: CouncilPlace,
  { locked = false, evenEnded = false }: { readonly locked?: boolean; readonly evenEnded?: boolean } = {},
): Promise<{ readonly revision: number; readonly roll_revision: number }> {
  const row = await db
    .selectFrom('councils')
    .select(['ended', 'revision', 'roll_revision'])
    .where('federation', '=', federation)
    .where('id', '=', council)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new ProblemError('council-unknown');
  if (row.ended && !evenEnded) throw new ProblemError('council-ended');
  return row;
}

/** Throws where `If-Match` is missing or does not name this revision. A tag is the revision, a dot, and a hash of what was answered. */
export function assertMatches(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined) throw new ProblemError('precondition-missing');
  if (!ifMatch.trim().startsWith(`"${revision}.`)) throw new ProblemError('precondition-failed');
}

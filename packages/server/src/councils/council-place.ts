import type { Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';

/** Where a council stands in the database. */
export interface CouncilPlace {
  readonly federation: string;
  /** A UUID. */
  readonly council: string;
}

/** The place of a council by its id on the wire, which the contract has checked. */
export function placeOf(councilId: string): CouncilPlace {
  return { federation: councilId.slice(0, 12), council: councilId.slice(13) };
}

/** The id of a council on the wire. */
export function councilIdOf({ federation, council }: CouncilPlace): string {
  return `${federation}-${council}`;
}

/** The scope that sees one council and nothing else. */
export function pinned({ federation, council }: CouncilPlace) {
  return { scope: 'council', federation, council } as const;
}

/** Runs something that sees one council and nothing else. */
export function inCouncil<T>(
  database: Database,
  place: CouncilPlace,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.scoped(pinned(place), work);
}

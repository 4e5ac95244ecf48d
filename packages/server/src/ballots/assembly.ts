import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import type { Members } from '../membership/members.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import { BallotDesk } from './ballot-desk.js';
import { BallotKeys } from './ballot-keys.js';
import { BallotRepository } from './ballot-repository.js';
import { BallotTurns } from './ballot-turns.js';
import { ballotHandlers } from './handlers.js';
import { Voting } from './voting.js';

/** What ballots are made of. */
export interface BallotAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly members: Members;
  readonly staff: Staff;
  readonly audit: AuditLog;
}

/** The handlers of ballots, and the turns that the watcher takes. */
export function ballotHandlersOf(parts: BallotAssembly) {
  const { database, keys: keyring, clock, federationKeys, members } = parts;
  const ballots = new BallotRepository(database);
  const keys = new BallotKeys(database, federationKeys, clock);
  const turns = new BallotTurns({ database, ballots, keys, members });
  const voting = new Voting({ database, ballots, keys, members, clock });
  const cursorKey = keyring.cursor;
  const desk = new BallotDesk({ ...parts, ballots, turns, keys, cursorKey });
  return { turns, handlers: ballotHandlers({ ballots, voting, turns, desk, cursorKey }) };
}

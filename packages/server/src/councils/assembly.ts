import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Idempotency } from '../idempotency.js';
import type { Keyring } from '../keys/keyring.js';
import { membershipHandlers } from '../membership/handlers.js';
import { MemberSessions } from '../membership/member-sessions.js';
import { Members } from '../membership/members.js';
import { Vouchers } from '../membership/vouchers.js';
import { GuessBrake } from '../security/guess-brake.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import { Comments } from './comments.js';
import { CouncilLogs } from './council-log.js';
import { CouncilRepository } from './council-repository.js';
import { CouncilWrites } from './council-writes.js';
import { Councils } from './councils.js';
import { councilDeskHandlers } from './desk-handlers.js';
import { councilHandlers } from './handlers.js';
import { Invitations } from './invitations.js';
import { Meetings } from './meetings.js';
import { Resolutions } from './resolutions.js';
import { Roll } from './roll.js';
import { Topics } from './topics.js';

/** What councils are made of. */
export interface CouncilAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly config: Config;
  readonly federations: FederationRepository;
  readonly idempotency: Idempotency;
  readonly staff: Staff;
  readonly audit: AuditLog;
  /** How a slowed sign-in waits; replaced by tests only. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
}

/** A whole council signs in at once behind one address: it may err so many times as often there as somebody with a receipt. */
const roomful = 5;

/** What others of the service build on. */
export interface CouncilEngine {
  readonly members: Members;
  readonly logs: CouncilLogs;
  readonly writes: CouncilWrites;
}

/** What councils and their ballots share: one of each in a service. */
export function councilEngineOf({ database, keys, clock, idempotency, audit }: CouncilAssembly): CouncilEngine {
  return {
    members: new Members(database, keys.member, clock),
    logs: new CouncilLogs(database, keys.councilLog, clock),
    writes: new CouncilWrites(database, idempotency, audit, clock),
  };
}

/** All handlers of the tags `councils` and `membership`, and those of `council-desk` that are not about ballots. */
export function councilHandlersOf(parts: CouncilAssembly, { members, logs, writes }: CouncilEngine) {
  const { database, keys, clock, config, federations, staff } = parts;
  const { perAddress, perCase } = config.guessLimits;
  const shared = { database, writes, staff, members, clock, cursorKey: keys.cursor };
  const rooms = {
    councils: new Councils({ ...shared, councils: new CouncilRepository(database), federations }),
    roll: new Roll(shared),
    topics: new Topics(shared),
    comments: new Comments(shared),
    meetings: new Meetings(shared),
    resolutions: new Resolutions(shared),
    logs,
  };
  const invitations = new Invitations({ ...shared, invitationKey: keys.invitation });
  const sessions = new MemberSessions({
    ...shared,
    vouchers: new Vouchers(config.councilPortals, clock),
    brake: new GuessBrake({ perAddress: perAddress * roomful, perCase }, clock, parts.wait),
    invitationKey: keys.invitation,
  });
  return {
    ...councilHandlers(rooms),
    ...councilDeskHandlers({ ...rooms, invitations }),
    ...membershipHandlers(sessions, members),
  };
}

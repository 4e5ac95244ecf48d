import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import { GuessBrake } from '../security/guess-brake.js';
import { Accounts } from './accounts.js';
import { AuditReading } from './audit-reading.js';
import type { AuditLog } from './audit.js';
import { staffHandlers } from './handlers.js';
import { oidcLoginOf, OidcSignIn } from './oidc.js';
import { OneTimeCodes } from './one-time-codes.js';
import { OwnAccount } from './own-account.js';
import { Passwords, type Argon2 } from './passwords.js';
import { StaffRepository } from './repository.js';
import { SignIn } from './sign-in.js';
import type { Staff } from './staff.js';

/** What the handlers of the tag `staff` are made of. */
export interface StaffAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly config: Config;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  /** One for the whole service, and the same for the log. */
  readonly staff: Staff;
  readonly audit: AuditLog;
  /** Replaced by tests only. */
  readonly argon2?: Argon2 | undefined;
  /** How a slowed guess waits, milliseconds; replaced by tests only. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
}

/** Codes of an account that are looked at after too many wrong ones: one in half a minute, and nobody waits in line. */
const codePace = { spacing: 30_000, waiting: 0 };

/** All handlers of the tag `staff`. */
export function staffHandlersOf(parts: StaffAssembly) {
  const { database, keys, clock, config, federations, federationKeys, idempotency, staff, audit } = parts;
  const repository = new StaffRepository(database);
  const passwords = new Passwords(keys.password, parts.argon2);
  const codes = new OneTimeCodes(federationKeys);
  const brake = new GuessBrake(config.guessLimits, clock, parts.wait);
  const codeBrake = new GuessBrake(config.guessLimits, clock, parts.wait, codePace);
  const shared = { repository, federations, staff, passwords, codes, audit, brake, clock, macKey: keys.staff };
  const signIn = new SignIn({ ...shared, codeBrake, secondFactor: config.staffSecondFactor });
  const { oidc } = config;
  return staffHandlers({
    signIn,
    oidc: new OidcSignIn({ oidc, signIn, clock, key: keys.oidc }),
    own: new OwnAccount(shared),
    accounts: new Accounts({
      ...shared,
      idempotency,
      cursorKey: keys.cursor,
      loginOf: oidc && ((subject) => oidcLoginOf(keys.oidc, oidc.issuer, subject)),
    }),
    auditReading: new AuditReading({ database, federations, staff, audit, cursorKey: keys.cursor }),
  });
}

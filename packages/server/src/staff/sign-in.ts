import type { components } from '@fulian/contract/types';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import { ProblemError } from '../problem.js';
import type { GuessBrake } from '../security/guess-brake.js';
import { untilStep } from '../security/refusal-step.js';
import { actorOf } from './audit-chain.js';
import type { AuditLog } from './audit.js';
import { memberOf } from './member.js';
import type { OneTimeCodes } from './one-time-codes.js';
import type { Passwords } from './passwords.js';
import type { LoginRow, StaffRepository } from './repository.js';
import { idleMinutes, newStaffToken, sessionHours, staffTokenMac } from './staff.js';

type Schemas = components['schemas'];

/** What signing in needs. */
export interface SignInParts {
  readonly repository: StaffRepository;
  readonly federations: FederationRepository;
  readonly passwords: Passwords;
  readonly codes: OneTimeCodes;
  readonly audit: AuditLog;
  /** By address and by account. */
  readonly brake: GuessBrake;
  /** Of one-time codes, by account alone: who tries them knows the password, and comes from wherever she likes. */
  readonly codeBrake: GuessBrake;
  readonly clock: Clock;
  /** Of the keyring's purpose `staff`. */
  readonly macKey: Uint8Array;
  /** Whether whoever signs in with a password needs one-time codes, too. */
  readonly secondFactor: boolean;
}

/** Refusals are sent on steps of so many milliseconds after the check began; a hash and its wait fit into the first. */
const refusalStep = 100;
/** How long an address is remembered from which somebody has signed in to an account. */
const knownMs = 30 * 24 * 3_600_000;
const knownAddresses = 50_000;

/** Opens sessions. An unknown account, a wrong password, a wrong code and a disabled account are refused alike. */
export class SignIn {
  readonly #known: BoundedCache<true>;

  constructor(private readonly parts: SignInParts) {
    this.#known = new BoundedCache(parts.clock, knownAddresses, knownMs);
  }

  /** Throws `sign-in-refused`, `second-factor-missing` and `rate-limited`. */
  async withPassword(given: Schemas['SignIn'], address: string): Promise<Schemas['StaffSession']> {
    const { repository, passwords, brake } = this.parts;
    const began = performance.now();
    await brake.pace(address, given.account);
    const found = await repository.findLogin(given.account);
    const right = await passwords.verify(found?.password, given.password);
    if (found && right && !found.disabled) {
      const step = found.totp_confirmed ? await this.#stepOf(found, given.code, address) : undefined;
      if (step !== 'wrong') {
        const session = await this.#start(found, 'signInStaff', { password: found.password, step });
        if (session) {
          this.#known.set(`${found.id} ${address}`, true);
          return session;
        }
      }
    }
    brake.failed(address, given.account);
    await untilStep(began, refusalStep);
    throw new ProblemError('sign-in-refused');
  }

  /** For somebody for whom a provider answers. Throws `sign-in-refused`. */
  async withLogin(login: string): Promise<Schemas['StaffSession']> {
    const found = await this.parts.repository.findLogin(login);
    const session = found && !found.disabled ? await this.#start(found, 'finishOidcSignIn', {}) : undefined;
    if (!session) throw new ProblemError('sign-in-refused');
    return session;
  }

  /**
   * The step of a code that was not used before. Codes are few: after several wrong ones an account's are looked at one in
   * half a minute, except from an address from which its owner has signed in before; she is slowed like everybody else.
   */
  async #stepOf(found: LoginRow, code: string | undefined, address: string): Promise<number | 'wrong'> {
    const { codes, codeBrake, clock } = this.parts;
    if (code === undefined) throw new ProblemError('second-factor-missing');
    const known = this.#known.get(`${found.id} ${address}`) === true;
    if (!known) await codeBrake.pace(found.id, found.id);
    const step = await codes.stepOf(found, found.totp!, code, clock.now());
    if (step !== undefined && (found.totp_step === null || step > Number(found.totp_step))) return step;
    if (!known) codeBrake.failed(found.id, found.id);
    return 'wrong';
  }

  async #start(
    found: LoginRow,
    operation: 'signInStaff' | 'finishOidcSignIn',
    shown: { readonly password?: string; readonly step?: number | undefined },
  ): Promise<Schemas['StaffSession'] | undefined> {
    const { repository, federations, audit, clock, macKey, secondFactor } = this.parts;
    const token = newStaffToken();
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
    const proven = shown.step !== undefined || operation === 'finishOidcSignIn';
    const session = {
      federation: found.federation,
      id: found.id,
      password: shown.password,
      step: shown.step,
      mac: staffTokenMac(macKey, token),
      now,
      expiresAt,
      idleUntil: new Date(now.getTime() + idleMinutes * 60_000),
      proven,
    };
    const outcome = await audit.write(found.federation, { actor: actorOf(found), operation }, (entry) =>
      repository.startSession(session, entry),
    );
    if (outcome !== 'started') return undefined;
    return {
      token,
      expiresAt: expiresAt.toISOString(),
      member: memberOf({ ...found, unit_name: await federations.nameOf(found.federation) }),
      secondFactorMissing: secondFactor && !proven,
    };
  }
}

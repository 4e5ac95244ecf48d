import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import { ProblemError } from '../problem.js';
import type { GuessBrake } from '../security/guess-brake.js';
import { untilStep } from '../security/refusal-step.js';
import { actorOf } from './audit-chain.js';
import type { AuditLog } from './audit.js';
import { memberOf, type ShownMember } from './member.js';
import type { OneTimeCodes } from './one-time-codes.js';
import { findPasswordFault } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { LoginRow, StaffRepository } from './repository.js';
import { staffTokenMac, type OpenedSession, type Staff } from './staff.js';

type Schemas = components['schemas'];

/** What one's own account needs. */
export interface OwnAccountParts {
  readonly repository: StaffRepository;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly passwords: Passwords;
  readonly codes: OneTimeCodes;
  readonly audit: AuditLog;
  /** By address and by account. */
  readonly brake: GuessBrake;
  readonly clock: Clock;
  /** Of the keyring's purpose `staff`. */
  readonly macKey: Uint8Array;
}

const refusalStep = 100;

/** What somebody who has signed in does with her own session and account. */
export class OwnAccount {
  constructor(private readonly parts: OwnAccountParts) {}

  /** Who she is. Throws `staff-refused`. */
  async read(token: string): Promise<ShownMember> {
    const member = await this.parts.staff.open(token, 'getStaffSession');
    const own = await this.#own(member);
    return memberOf({ ...own, unit_name: await this.parts.federations.nameOf(own.federation) });
  }

  /** Ends her session. Throws `staff-refused`. */
  async signOut(token: string): Promise<void> {
    const { staff, repository, audit } = this.parts;
    const member = await staff.open(token, 'signOutStaff');
    await audit.write(member.federation, { actor: actorOf(member), operation: 'signOutStaff' }, (entry) =>
      repository.endSession(member, this.#macOf(token), entry),
    );
  }

  /** Throws `sign-in-refused` where the current password is wrong, `staff-incomplete` where the new one will not do. */
  async changePassword(token: string, { current, next }: Schemas['PasswordChange'], address: string): Promise<void> {
    const { staff, repository, passwords, audit, brake } = this.parts;
    const began = performance.now();
    const member = await staff.open(token, 'changeOwnPassword');
    await brake.pace(address, member.account);
    const own = await this.#own(member);
    const refuse = async () => {
      brake.failed(address, member.account);
      await untilStep(began, refusalStep);
      throw new ProblemError('sign-in-refused');
    };
    if (!(await passwords.verify(own.password, current))) await refuse();
    const fault = current === next ? 'unchanged' : findPasswordFault(next, own.account);
    if (fault) throw new ProblemError('staff-incomplete', { findings: [{ where: 'body/next', code: fault }] });
    const hashed = await passwords.hash(next);
    const outcome = await audit.write(
      member.federation,
      { actor: actorOf(member), operation: 'changeOwnPassword', account: member.id },
      (entry) => repository.changePassword(member, this.#macOf(token), own.password, hashed, entry),
    );
    if (outcome !== 'changed') await refuse();
  }

  /** A secret for one-time codes. Throws `second-factor-there`. */
  async startSecondFactor(token: string): Promise<Schemas['SecondFactorStart']> {
    const { staff, repository, codes } = this.parts;
    const member = await staff.open(token, 'startSecondFactor');
    const { sealed, secret, uri } = await codes.make(member);
    if ((await repository.startSecondFactor(member, sealed)) === 'there') throw new ProblemError('second-factor-there');
    return { secret, uri };
  }

  /** From then on codes are asked for. Throws `sign-in-refused` where it is none of the secret that was shown last. */
  async confirmSecondFactor(token: string, code: string): Promise<void> {
    const { staff, repository, codes, audit, clock } = this.parts;
    const member = await staff.open(token, 'confirmSecondFactor');
    const { totp, totp_confirmed: there } = await this.#own(member);
    const step = totp && !there ? await codes.stepOf(member, totp, code, clock.now()) : undefined;
    if (!totp || step === undefined) throw new ProblemError('sign-in-refused');
    const outcome = await audit.write(
      member.federation,
      { actor: actorOf(member), operation: 'confirmSecondFactor', account: member.id },
      (entry) => repository.confirmSecondFactor(member, this.#macOf(token), { totp, step }, entry),
    );
    if (outcome !== 'confirmed') throw new ProblemError('sign-in-refused');
  }

  async #own(member: OpenedSession): Promise<LoginRow> {
    const own = await this.parts.repository.findOwn(member);
    if (!own) throw new ProblemError('staff-refused');
    return own;
  }

  #macOf(token: string): Buffer {
    return staffTokenMac(this.parts.macKey, token);
  }
}

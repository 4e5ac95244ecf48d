import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { isWithin } from '../federations/tree.js';
import { macOf } from '../keys/keyring.js';
import { ProblemError, type ProblemCode } from '../problem.js';
import { mayDo, type Role, type StaffOperation } from './roles.js';

/** Minutes without use after which a session ends. */
export const idleMinutes = 30;
/** Hours after which a session ends, however much it is used. */
export const sessionHours = 12;

/** Who works for a federation, and reaches it and those below it (S6). */
export interface StaffMember {
  /** A `machine` has a token from the operator, and may look after service points only. */
  readonly kind: 'person' | 'machine';
  /** Of the account; empty for a machine. */
  readonly id: string;
  /** What she signs in with; empty for a machine. */
  readonly account: string;
  /** Her name; the token's label for a machine. */
  readonly name: string;
  readonly role: Role;
  readonly federation: string;
}

/** A member with what only the tag `staff` needs of her session. */
export interface OpenedSession extends StaffMember {
  /** The account has one-time codes. */
  readonly secondFactor: boolean;
  /** She must set up one-time codes before anything else. */
  readonly incomplete: boolean;
  readonly endsAt: Date;
}

interface OpenedRow {
  kind: 'person' | 'machine';
  federation: string;
  id: string;
  account: string;
  name: string;
  role: Role;
  second_factor: boolean;
  proven: boolean;
  ends_at: Date;
}

/** Finds out whose a token is and whether she may do it. A wrong token, an old one and a revoked one are refused alike. */
export class Staff {
  constructor(
    private readonly database: Database,
    private readonly macKey: Uint8Array,
    private readonly clock: Clock,
    /** Whether whoever signs in with a password needs one-time codes, too. */
    private readonly secondFactor = false,
  ) {}

  /** Throws `staff-refused` and `role-refused`. Counts as use of the session. */
  async open(token: string, operation: StaffOperation): Promise<OpenedSession> {
    const row = await this.#find(token, idleMinutes);
    if (!row) throw new ProblemError('staff-refused');
    const { kind, federation, id, account, name, role, second_factor: secondFactor, proven, ends_at: endsAt } = row;
    const incomplete = this.secondFactor && !proven;
    if (!mayDo(role, operation, !incomplete)) throw new ProblemError('role-refused');
    return { kind, federation, id, account, name, role, secondFactor, incomplete, endsAt };
  }

  /**
   * The same for a request about a federation. Beyond her reach it is as if there were none: throws `otherwise`, the code
   * of what the operation answers for what never was.
   */
  async openFor(
    token: string,
    operation: StaffOperation,
    code: string,
    otherwise: ProblemCode,
  ): Promise<OpenedSession> {
    const member = await this.open(token, operation);
    if (!isWithin(code, member.federation)) throw new ProblemError(otherwise);
    return member;
  }

  /**
   * Whether a token that was opened still opens the same. For streams: looking does not count as use, so that a desk that
   * nobody sits at is closed although it listens.
   */
  async isOpen(token: string, { id, role, federation }: StaffMember): Promise<boolean> {
    const row = await this.#find(token, 0);
    return row !== undefined && row.id === id && row.role === role && row.federation === federation;
  }

  async #find(token: string, lastsMinutes: number): Promise<OpenedRow | undefined> {
    const [row] = await this.database.call<OpenedRow & Record<string, unknown>>(
      'open-staff-token',
      'select * from open_staff_token($1, $2, make_interval(mins => $3))',
      [staffTokenMac(this.macKey, token), this.clock.now(), lastsMinutes],
    );
    return row;
  }
}

/** A new token: 256 random bits in base64url. */
export function newStaffToken(): string {
  return randomBytes(32).toString('base64url');
}

/** All that is stored of a token; a random text of 256 bits needs no salt and no slow hash. */
export function staffTokenMac(macKey: Uint8Array, token: string): Buffer {
  return macOf(macKey, 'staff token', token);
}

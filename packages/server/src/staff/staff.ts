import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { isWithin } from '../federations/tree.js';
import { macOf } from '../keys/keyring.js';
import { ProblemError, type ProblemCode } from '../problem.js';

/** Who works for a federation, and reaches it and those below it (S6). */
export interface StaffMember {
  readonly federation: string;
}

/** Finds out whose a token is. A wrong one, an old one and a revoked one are refused alike. */
export class Staff {
  constructor(
    private readonly database: Database,
    private readonly macKey: Uint8Array,
    private readonly clock: Clock,
  ) {}

  /** Throws `staff-refused`. */
  async open(token: string): Promise<StaffMember> {
    const [row] = await this.database.call<{ federation: string; expires_at: Date; revoked_at: Date | null }>(
      'find-staff-token',
      'select federation, expires_at, revoked_at from find_staff_token($1)',
      [staffTokenMac(this.macKey, token)],
    );
    const now = this.clock.now();
    if (!row || row.expires_at <= now || (row.revoked_at && row.revoked_at <= now))
      throw new ProblemError('staff-refused');
    return { federation: row.federation };
  }

  /**
   * The same for a request about a federation. Beyond her reach it is as if there were none: throws `otherwise`, the code
   * of what the operation answers for what never was.
   */
  async openFor(token: string, code: string, otherwise: ProblemCode): Promise<StaffMember> {
    const member = await this.open(token);
    if (!isWithin(code, member.federation)) throw new ProblemError(otherwise);
    return member;
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

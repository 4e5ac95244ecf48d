import type { components } from '@fulian/contract/types';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { councilIdOf, type CouncilPlace } from '../councils/council-place.js';
import type { Database } from '../database/database.js';
import { macOf } from '../keys/keyring.js';
import { ProblemError } from '../problem.js';

/** Days for which a session lasts. */
export const sessionDays = 30;

/** A member who has shown her token. */
export interface OpenedMember extends CouncilPlace {
  /** On the wire. */
  readonly councilId: string;
  readonly member: components['schemas']['CouncilMember'];
  readonly expiresAt: Date;
}

interface OpenedRow {
  federation: string;
  council: string;
  id: string;
  name: string;
  role: components['schemas']['CouncilRole'];
  has_left: boolean;
  expires_at: Date;
}

/** Finds out who a member is by her token. A wrong token, an old one, and one of who has left are refused alike. */
export class Members {
  constructor(
    private readonly database: Database,
    /** Of the keyring's purpose `member`. */
    private readonly macKey: Uint8Array,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `member-refused`.
   *
   * @param evenLeft lets in who has left the roll since: she keeps her vote in ballots that were open then. Default: false.
   */
  async open(token: string, { evenLeft = false }: { readonly evenLeft?: boolean } = {}): Promise<OpenedMember> {
    const [row] = await this.database.call<OpenedRow & Record<string, unknown>>(
      'open-member-token',
      'select * from open_member_token($1, $2)',
      [memberTokenMac(this.macKey, token), this.clock.now()],
    );
    if (!row || (row.has_left && !evenLeft)) throw new ProblemError('member-refused');
    const { federation, council, id, name, role, expires_at: expiresAt } = row;
    const place = { federation, council };
    return { ...place, councilId: councilIdOf(place), member: { id, name, role }, expiresAt };
  }

  /** The same for a request about a council: another one than hers is to her as if it had never been (`council-unknown`). */
  async openFor(
    token: string,
    councilId: string,
    options: { readonly evenLeft?: boolean } = {},
  ): Promise<OpenedMember> {
    const opened = await this.open(token, options);
    if (opened.councilId !== councilId) throw new ProblemError('council-unknown');
    return opened;
  }

  /** What is stored of a token. */
  macOf(token: string): Buffer {
    return memberTokenMac(this.macKey, token);
  }
}

/** A new token: 256 random bits in base64url. */
export function newMemberToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A new id of somebody on a roll: 128 random bits in base64url. */
export function newMemberId(): string {
  return randomBytes(16).toString('base64url');
}

/** All that is stored of a token; a random text of 256 bits needs no salt and no slow hash. */
export function memberTokenMac(macKey: Uint8Array, token: string): Buffer {
  return macOf(macKey, 'member token', token);
}

import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import { councilIdOf, placeOf } from '../councils/council-place.js';
import type { Database } from '../database/database.js';
import { macOf } from '../keys/keyring.js';
import { invalidRequest, ProblemError } from '../problem.js';
import type { GuessBrake } from '../security/guess-brake.js';
import { untilStep } from '../security/refusal-step.js';
import { newMemberToken, sessionDays, type Members } from './members.js';
import type { Vouchers } from './vouchers.js';

type Schemas = components['schemas'];

/** What opening sessions needs. */
export interface SessionParts {
  readonly database: Database;
  readonly members: Members;
  readonly vouchers: Vouchers;
  readonly brake: GuessBrake;
  readonly clock: Clock;
  /** Of the keyring's purpose `invitation`. */
  readonly invitationKey: Uint8Array;
}

interface SessionRow {
  federation: string;
  council: string;
  id: string;
  name: string;
  role: Schemas['CouncilRole'];
}

/** Hours for which a code works from its first use. */
export const codeHours = 12;
/** A member's newest sessions are kept. */
const mostSessions = 20;
/** Refusals are sent on steps of so many milliseconds after the check began. */
const refusalStep = 8;

/** All that is stored of a code. */
export function invitationMac(key: Uint8Array, code: string): Buffer {
  return macOf(key, 'invitation code', code);
}

/** Opens and closes the sessions of members. Whatever is wrong with a code or a portal's word is answered the same (S6). */
export class MemberSessions {
  constructor(private readonly parts: SessionParts) {}

  /** Throws `invitation-refused`, and `rate-limited` for an address that guesses. */
  async open({ code, voucher, council }: Schemas['MemberSignIn'], address: string): Promise<Schemas['MemberSession']> {
    if ((code === undefined) === (voucher === undefined))
      throw invalidRequest('body', code === undefined ? 'missing' : 'only-one');
    const { brake, clock, members, invitationKey } = this.parts;
    const began = performance.now();
    const shown = macOf(invitationKey, 'shown', code ?? voucher!).toString('base64url');
    await brake.pace(address, shown);
    const token = newMemberToken();
    const expiresAt = new Date(clock.now().getTime() + sessionDays * 86_400_000);
    const mac = members.macOf(token);
    const row =
      code === undefined
        ? await this.#byVoucher(voucher!, council, mac, expiresAt)
        : await this.#byCode(code, council, mac, expiresAt);
    if (!row) {
      brake.failed(address, shown);
      await untilStep(began, refusalStep);
      throw new ProblemError('invitation-refused');
    }
    const { id, name, role } = row;
    return { token, expiresAt: expiresAt.toISOString(), council: councilIdOf(row), member: { id, name, role } };
  }

  /** Ends the session of a token. Throws `member-refused`. */
  async close(token: string): Promise<void> {
    const { database, members } = this.parts;
    const { federation, council } = await members.open(token, { evenLeft: true });
    await database.scoped({ scope: 'council', federation, council }, (db) =>
      db
        .deleteFrom('council_sessions')
        .where('federation', '=', federation)
        .where('council', '=', council)
        .where('mac', '=', members.macOf(token))
        .execute(),
    );
  }

  #byCode(code: string, council: string | undefined, mac: Buffer, expiresAt: Date): Promise<SessionRow | undefined> {
    const { clock, invitationKey } = this.parts;
    return this.#call('open-session-by-code', 'open_session_by_code($1, $2, $3, $4, $5, $6, $7, $8)', [
      invitationMac(invitationKey, code),
      ...placeValues(council),
      clock.now(),
      codeHours,
      mac,
      expiresAt,
      mostSessions,
    ]);
  }

  async #byVoucher(
    voucher: string,
    council: string | undefined,
    mac: Buffer,
    expiresAt: Date,
  ): Promise<SessionRow | undefined> {
    const { clock, vouchers, invitationKey } = this.parts;
    const vouched = await vouchers.read(voucher);
    if (!vouched) return undefined;
    return this.#call('open-session-by-subject', 'open_session_by_subject($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      vouched.subject,
      vouched.federation ?? null,
      ...placeValues(council),
      macOf(invitationKey, 'voucher', vouched.issuer, vouched.id),
      vouched.forgettableAt,
      clock.now(),
      mac,
      expiresAt,
      mostSessions,
    ]);
  }

  async #call(name: string, call: string, values: readonly unknown[]): Promise<SessionRow | undefined> {
    const [row] = await this.parts.database.call<SessionRow & Record<string, unknown>>(
      name,
      `select * from ${call}`,
      values,
    );
    return row;
  }
}

function placeValues(councilId: string | undefined): [federation: string | null, council: string | null] {
  if (councilId === undefined) return [null, null];
  const { federation, council } = placeOf(councilId);
  return [federation, council];
}

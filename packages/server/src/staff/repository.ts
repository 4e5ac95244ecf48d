import type { Database } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import { subtreeOf } from '../federations/tree.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';
import type { StaffRole } from './roles.js';

/** What a list shows of an account. */
export interface AccountRow {
  readonly federation: string;
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly totp_confirmed: boolean;
  readonly disabled: boolean;
  readonly revision: number;
  /** Name of the federation. */
  readonly unit_name: string;
}

/** What signing in needs of an account. */
export interface LoginRow extends Omit<AccountRow, 'unit_name'> {
  readonly password: string;
  /** Sealed. */
  readonly totp: Buffer | null;
  /** A bigint, as text. */
  readonly totp_step: string | null;
}

/** An account by its key. */
export interface AccountKey {
  readonly federation: string;
  readonly id: string;
}

/** A session to be opened. */
export interface NewSession extends AccountKey {
  /** The hash that was checked; absent where a provider answers for her. */
  readonly password: string | undefined;
  /** Of the one-time code that was shown. */
  readonly step: number | undefined;
  readonly mac: Buffer;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly idleUntil: Date;
  readonly proven: boolean;
}

/** An account to be added. */
export interface NewAccount extends AccountKey {
  readonly account: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly password: string;
  /** What opens it: its name, and who she is elsewhere. */
  readonly logins: readonly string[];
}

/** What is changed of an account; what is absent stays. */
export interface AccountChange {
  readonly name: string | undefined;
  readonly role: StaffRole | undefined;
  readonly disabled: boolean | undefined;
  readonly password: string | undefined;
  readonly dropSecondFactor: boolean;
  readonly subject: string | undefined;
}

/** An answer that is kept for an idempotency key. */
export interface KeptAnswer {
  readonly request: IdempotentRequest;
  readonly sealed: Buffer;
}

/** A name or a subject that opens another account already. */
const isTaken = '23505';
/** More sessions than that of one account end with the oldest. */
const mostSessions = 10;

/** Reads and writes accounts and sessions. `audit` is what `AuditLog.write` hands out. */
export class StaffRepository {
  constructor(private readonly database: Database) {}

  /** The account that a login opens. */
  async findLogin(login: string): Promise<LoginRow | undefined> {
    const [row] = await this.database.call<LoginRow & Record<string, unknown>>(
      'find-staff-login',
      `select federation, id, account, name, role, password, totp, totp_confirmed, totp_step, disabled, revision
       from find_staff_login($1)`,
      [login],
    );
    return row;
  }

  /** One's own account with what signing in needs. */
  async findOwn({ federation, id }: AccountKey): Promise<LoginRow | undefined> {
    const [row] = await this.database.call<LoginRow & Record<string, unknown>>(
      'find-own-staff-account',
      `select federation, id, account, name, role, password, totp, totp_confirmed, totp_step, disabled, revision
       from find_own_account($1, $2)`,
      [federation, id],
    );
    return row;
  }

  /** `refused` where the account is not any more what was checked, or the code was used. */
  async startSession(session: NewSession, audit: string): Promise<'started' | 'refused'> {
    return this.#outcome('start-staff-session', 'start_staff_session', [
      session.federation,
      session.id,
      session.password ?? null,
      session.step ?? null,
      session.mac,
      session.now,
      session.expiresAt,
      session.idleUntil,
      session.proven,
      mostSessions,
      audit,
    ]);
  }

  async endSession({ federation, id }: AccountKey, mac: Buffer, audit: string): Promise<void> {
    await this.#outcome('end-staff-session', 'end_staff_session', [federation, id, mac, audit]);
  }

  /** `refused` where the password is not any more what was checked. Ends all sessions but one. */
  async changePassword(
    { federation, id }: AccountKey,
    mac: Buffer,
    before: string,
    password: string,
    audit: string,
  ): Promise<'changed' | 'refused'> {
    return this.#outcome('change-own-password', 'change_own_password', [federation, id, mac, before, password, audit]);
  }

  async startSecondFactor({ federation, id }: AccountKey, sealed: Buffer): Promise<'started' | 'there'> {
    return this.#outcome('start-second-factor', 'start_second_factor', [federation, id, sealed]);
  }

  async confirmSecondFactor(
    { federation, id }: AccountKey,
    mac: Buffer,
    { totp, step }: { readonly totp: Buffer; readonly step: number },
    audit: string,
  ): Promise<'confirmed' | 'refused'> {
    return this.#outcome('confirm-second-factor', 'confirm_second_factor', [federation, id, mac, totp, step, audit]);
  }

  /** At most `limit` accounts of a federation and those below it, by name, after one. */
  async list(
    staff: string,
    code: string,
    after: { readonly account: string } | undefined,
    limit: number,
  ): Promise<AccountRow[]> {
    const { low, high } = subtreeOf(code);
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      accountsOf(db)
        .where('staff_accounts.federation', '>=', low)
        .where('staff_accounts.federation', '<=', high)
        .$if(after !== undefined, (query) => query.where('staff_accounts.account', '>', after!.account))
        .orderBy('staff_accounts.account')
        .limit(limit)
        .execute(),
    );
  }

  /** An account of a federation or one below it. */
  async find(staff: string, code: string, id: string): Promise<AccountRow | undefined> {
    const { low, high } = subtreeOf(code);
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      accountsOf(db)
        .where('staff_accounts.id', '=', id)
        .where('staff_accounts.federation', '>=', low)
        .where('staff_accounts.federation', '<=', high)
        .executeTakeFirst(),
    );
  }

  /** All or nothing. `taken` where a login opens another account already. */
  async create(
    code: string,
    staff: string,
    now: Date,
    { logins, ...account }: NewAccount,
    { audit, kept }: { readonly audit: string; readonly kept?: KeptAnswer },
  ): Promise<KeyOutcome> {
    return unlessTaken(
      async () => {
        const [row] = await this.database.call<KeyOutcome & Record<string, unknown>>(
          'create-staff-account',
          `select outcome, answer from create_staff_account($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb)`,
          [
            code,
            staff,
            kept?.request.keyMac ?? null,
            kept?.request.bodyMac ?? null,
            kept?.request.lock ?? null,
            now,
            kept?.request.freshSince ?? null,
            kept?.sealed ?? null,
            JSON.stringify(account),
            logins,
            audit,
          ],
        );
        return row!;
      },
      { outcome: 'taken', answer: null },
    );
  }

  /** `moved` where it is not any more what was read. */
  async change(
    staff: string,
    { federation, id, revision }: AccountKey & { readonly revision: number },
    change: AccountChange,
    audit: string,
  ): Promise<'changed' | 'moved' | 'taken'> {
    const { name, role, disabled, password, dropSecondFactor, subject } = change;
    return unlessTaken<'changed' | 'moved' | 'taken'>(
      () =>
        this.#outcome('change-staff-account', 'change_staff_account', [
          staff,
          federation,
          id,
          revision,
          name ?? null,
          role ?? null,
          disabled ?? null,
          password ?? null,
          dropSecondFactor,
          subject ?? null,
          audit,
        ]),
      'taken',
    );
  }

  /** Calls one of our functions, whose name and number of arguments are known here. */
  async #outcome<T>(name: string, called: string, values: readonly unknown[]): Promise<T> {
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    const [row] = await this.database.call<{ outcome: T }>(name, `select ${called}(${places}) as outcome`, values);
    return row!.outcome;
  }
}

function accountsOf(db: Database['kysely']) {
  return db
    .selectFrom('staff_accounts')
    .innerJoin('federations', 'federations.code', 'staff_accounts.federation')
    .select([
      'staff_accounts.federation',
      'staff_accounts.id',
      'staff_accounts.account',
      'staff_accounts.name',
      'staff_accounts.role',
      'staff_accounts.totp_confirmed',
      'staff_accounts.disabled',
      'staff_accounts.revision',
      'federations.name as unit_name',
    ]);
}

async function unlessTaken<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseFailure && error.sqlState === isTaken) return otherwise;
    throw error;
  }
}

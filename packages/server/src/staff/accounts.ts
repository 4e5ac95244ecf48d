import type { components } from '@fulian/contract/types';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import { isWithin } from '../federations/tree.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import type { Idempotency } from '../idempotency.js';
import { ProblemError } from '../problem.js';
import { actorOf } from './audit-chain.js';
import type { AuditLog } from './audit.js';
import { accountTag, memberOf, type ShownMember } from './member.js';
import { findPasswordFault } from './password-rules.js';
import type { Passwords } from './passwords.js';
import type { AccountRow, StaffRepository } from './repository.js';
import type { OpenedSession, Staff } from './staff.js';

type Schemas = components['schemas'];
type Finding = Schemas['Finding'];

/** What looking after accounts needs. */
export interface AccountParts {
  readonly repository: StaffRepository;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly passwords: Passwords;
  readonly audit: AuditLog;
  readonly idempotency: Idempotency;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
  /** What a subject at the county's own provider signs in with; absent where none is set up. */
  readonly loginOf: ((subject: string) => string) | undefined;
}

/** A change of one account, as an administrator sends it. */
export interface AccountChangeCall {
  readonly token: string;
  readonly code: string;
  readonly id: string;
  readonly ifMatch: string | undefined;
}

const defaultLimit = 100;

/** A new id: 128 random bits in base64url. */
export function newStaffId(): string {
  return randomBytes(16).toString('base64url');
}

/** What an administrator does with the accounts of her federation and those below it. */
export class Accounts {
  constructor(private readonly parts: AccountParts) {}

  /** A page, by account name. Throws `staff-refused`, `role-refused`, `federation-unknown` and `cursor-invalid`. */
  async list(
    token: string,
    code: string,
    { cursor, limit = defaultLimit }: { readonly cursor?: string; readonly limit?: number },
  ): Promise<Schemas['StaffPage']> {
    const { repository, staff, federations, cursorKey } = this.parts;
    const member = await staff.openFor(token, 'listStaffAccounts', code, 'federation-unknown');
    const listing = ['listStaffAccounts', code];
    const [account] = readCursor(cursorKey, listing, cursor, 1) ?? [];
    const found = await repository.list(
      member.federation,
      code,
      account === undefined ? undefined : { account },
      limit + 1,
    );
    if (found.length === 0) await assertThere(federations, code);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(memberOf),
      ...(found.length > limit && last && { nextCursor: writeCursor(cursorKey, listing, [last.account]) }),
    };
  }

  /** One account and its tag. Throws `staff-refused`, `role-refused` and `staff-unknown`. */
  async read(token: string, code: string, id: string): Promise<{ body: ShownMember; etag: string }> {
    const member = await this.parts.staff.openFor(token, 'getStaffAccount', code, 'staff-unknown');
    return answerOf(await this.#found(member, code, id));
  }

  /** Adds an account. Throws the problems that the contract names. */
  async create(
    token: string,
    code: string,
    key: string,
    draft: Schemas['StaffDraft'],
  ): Promise<{ text: string; replayed: boolean }> {
    const { repository, staff, federations, passwords, audit, idempotency, clock, loginOf } = this.parts;
    const member = await staff.openFor(token, 'createStaffAccount', code, 'federation-unknown');
    await assertThere(federations, code);
    const request = idempotency.request('createStaffAccount', code, key, [draft, member.federation]);
    const kept = await idempotency.find(request);
    if (kept !== undefined) return { text: kept, replayed: true };
    const findings = await this.#faultsOf(draft, code);
    if (findings.length > 0) throw new ProblemError('staff-incomplete', { findings });
    const { account, name, role, federation, password, subject } = draft;
    const id = newStaffId();
    const shown: ShownMember = {
      id,
      account,
      name,
      role,
      federation: { code: federation, name: await federations.nameOf(federation) },
      secondFactor: false,
      disabled: false,
    };
    const text = JSON.stringify(shown);
    const sealed = await idempotency.sealAnswer(request, text);
    const logins = [account, ...(subject === undefined || !loginOf ? [] : [loginOf(subject)])];
    const row = { federation, id, account, name, role, password: await passwords.hash(password), logins };
    const outcome = await audit.write(
      federation,
      { actor: actorOf(member), operation: 'createStaffAccount', account: id },
      (entry) =>
        repository.create(code, member.federation, clock.now(), row, { audit: entry, kept: { request, sealed } }),
    );
    const before = await idempotency.resolve(request, outcome);
    if (before !== undefined) return { text: before, replayed: true };
    if (outcome.outcome === 'taken') throw new ProblemError('account-taken');
    return { text, replayed: false };
  }

  /** Changes an account. Throws the problems that the contract names. */
  async change(
    { token, code, id, ifMatch }: AccountChangeCall,
    change: Schemas['StaffChange'],
  ): Promise<{ body: ShownMember; etag: string }> {
    const { repository, staff, passwords, audit, loginOf } = this.parts;
    const member = await staff.openFor(token, 'changeStaffAccount', code, 'staff-unknown');
    const found = await this.#found(member, code, id);
    if (ifMatch === undefined) throw new ProblemError('precondition-missing');
    if (ifMatch.trim() !== accountTag(found.revision)) throw new ProblemError('precondition-failed');
    const findings = [...changeFaults(change, found, member), ...this.#subjectFaults(change)];
    if (findings.length > 0) throw new ProblemError('staff-incomplete', { findings });
    const { name, role, disabled, password, subject } = change;
    const wanted = {
      name,
      role,
      disabled,
      password: password === undefined ? undefined : await passwords.hash(password),
      // Whoever gets a new password may have lost her device with the old one.
      dropSecondFactor: change.dropSecondFactor === true || password !== undefined,
      subject: subject === undefined ? undefined : loginOf?.(subject),
    };
    const outcome = await audit.write(
      found.federation,
      { actor: actorOf(member), operation: 'changeStaffAccount', account: id },
      (entry) => repository.change(member.federation, found, wanted, entry),
    );
    if (outcome === 'moved') throw new ProblemError('precondition-failed');
    if (outcome === 'taken')
      throw new ProblemError('staff-incomplete', { findings: [{ where: 'body/subject', code: 'taken' }] });
    return answerOf({
      ...found,
      name: name ?? found.name,
      role: role ?? found.role,
      disabled: disabled ?? found.disabled,
      totp_confirmed: found.totp_confirmed && !wanted.dropSecondFactor,
      revision: found.revision + 1,
    });
  }

  async #found(member: OpenedSession, code: string, id: string): Promise<AccountRow> {
    const found = await this.parts.repository.find(member.federation, code, id);
    if (!found) throw new ProblemError('staff-unknown');
    return found;
  }

  #subjectFaults({ subject }: { readonly subject?: string }): Finding[] {
    return subject === undefined || this.parts.loginOf ? [] : [{ where: 'body/subject', code: 'unavailable' }];
  }

  async #faultsOf(draft: Schemas['StaffDraft'], code: string): Promise<Finding[]> {
    const findings = this.#subjectFaults(draft);
    const { federation, account, password } = draft;
    // One that she does not reach is as if there were none.
    if (!isWithin(federation, code) || !(await this.parts.federations.existing([federation])).has(federation))
      findings.push({ where: 'body/federation', code: 'unknown' });
    const fault = findPasswordFault(password, account);
    if (fault) findings.push({ where: 'body/password', code: fault });
    return findings;
  }
}

/** Of her own account an administrator changes the name only: who signs herself out for good leaves nobody to undo it. */
function changeFaults(change: Schemas['StaffChange'], found: AccountRow, member: OpenedSession): Finding[] {
  const findings: Finding[] = [];
  if (found.id === member.id)
    for (const field of ['role', 'disabled', 'password', 'dropSecondFactor'] as const)
      if (change[field] !== undefined) findings.push({ where: `body/${field}`, code: 'own-account' });
  const fault = change.password === undefined ? undefined : findPasswordFault(change.password, found.account);
  if (fault) findings.push({ where: 'body/password', code: fault });
  return findings;
}

function answerOf(row: AccountRow): { body: ShownMember; etag: string } {
  return { body: memberOf(row), etag: accountTag(row.revision) };
}

async function assertThere(federations: FederationRepository, code: string): Promise<void> {
  if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
}

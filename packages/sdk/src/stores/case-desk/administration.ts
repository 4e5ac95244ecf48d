import { isProblemError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import { asFulianError, isUnknown } from '../observable.js';
import type { StaffSessionStore } from '../staff-session/types.js';
import { PagedList } from './paged-list.js';
import type { AuditLogState, AuditLogStore, StaffAccountsState, StaffAccountsStore, StaffMember } from './types.js';
import { faultsIn } from './writing.js';

/** What the lists of an administrator or an auditor are made for. */
export interface AdministrationOptions {
  readonly session: StaffSessionStore;
  /** 12-digit code. Default: the member's own federation. */
  readonly federation?: string;
}

const pageSize = 100;

/** Makes the headless state of the accounts of a federation and those below it. It sends nothing before `load`. */
export function createStaffAccountsStore(options: AdministrationOptions): StaffAccountsStore {
  return new AccountsStore(options);
}

/** Makes the headless state of the audit log of a federation. It sends nothing before `load`. */
export function createAuditLogStore(options: AdministrationOptions): AuditLogStore {
  return new LogStore(options);
}

const blank = { load: 'initial', items: [], hasMore: false } as const;

function pathOf({ session, federation }: AdministrationOptions): { readonly code: string } {
  return { code: federation ?? session.state.member?.federation.code ?? '' };
}

class LogStore extends PagedList<Schemas['AuditEntry'], AuditLogState> implements AuditLogStore {
  constructor(private readonly options: AdministrationOptions) {
    super(blank);
    options.session.onForget(() => this.forget(blank));
  }

  protected page(cursor: string | undefined) {
    const query = { limit: pageSize, ...(cursor !== undefined && { cursor }) };
    return this.options.session.client.listAuditEntries({ path: pathOf(this.options), query });
  }
}

class AccountsStore extends PagedList<StaffMember, StaffAccountsState> implements StaffAccountsStore {
  /** Of each draft that was sent, until it is known what became of it. */
  private readonly keys = new Map<string, string>();

  constructor(private readonly options: AdministrationOptions) {
    super(blank);
    options.session.onForget(() => {
      this.keys.clear();
      this.forget(blank);
    });
  }

  async create(draft: Schemas['StaffDraft']): Promise<boolean> {
    const text = JSON.stringify(draft);
    const idempotencyKey = this.keys.get(text) ?? randomKey();
    this.keys.set(text, idempotencyKey);
    const { client } = this.options.session;
    const member = await this.changing(undefined, () =>
      client.createStaffAccount({ path: pathOf(this.options), body: draft, idempotencyKey }),
    );
    // A draft holds a password: it is kept no longer than it takes to know that it arrived, or did not.
    if (this.state.change?.status !== 'unknown') this.keys.delete(text);
    if (member) this.set({ items: [...this.state.items.filter(({ id }) => id !== member.id), member] });
    return member !== undefined;
  }

  async change(id: string, change: Schemas['StaffChange']): Promise<boolean> {
    const { client } = this.options.session;
    const shown = this.state.items.find((one) => one.id === id);
    const path = { ...pathOf(this.options), staffId: id };
    const member = await this.changing(id, async () => {
      let etag = '';
      const now = await client.getStaffAccount(
        { path },
        { onHeaders: (headers) => (etag = headers.get('ETag') ?? '') },
      );
      this.show(now);
      // What the administrator looked at while she decided is not what it is now.
      if (shown && JSON.stringify(shown) !== JSON.stringify(now)) etag = '"0"';
      return client.changeStaffAccount({ path, headers: { 'If-Match': etag }, body: change });
    });
    if (member) this.show(member);
    return member !== undefined;
  }

  dismissChange(): void {
    this.set({ change: undefined });
  }

  protected page(cursor: string | undefined) {
    const query = { limit: pageSize, ...(cursor !== undefined && { cursor }) };
    return this.options.session.client.listStaffAccounts({ path: pathOf(this.options), query });
  }

  private show(member: StaffMember): void {
    this.set({ items: this.state.items.map((one) => (one.id === member.id ? member : one)) });
  }

  private async changing(id: string | undefined, call: () => Promise<StaffMember>): Promise<StaffMember | undefined> {
    if (this.state.change?.status === 'sending') return undefined;
    const which = id === undefined ? {} : { id };
    this.set({ change: { status: 'sending', faults: [], ...which } });
    try {
      const member = await call();
      this.set({ change: { status: 'done', faults: [], ...which } });
      return member;
    } catch (thrown) {
      const error = asFulianError(thrown, 'staff account');
      const faults = isProblemError(error) ? faultsIn(error.problem.findings) : [];
      this.set({ change: { status: isUnknown(error) ? 'unknown' : 'refused', error, faults, ...which } });
      return undefined;
    }
  }
}

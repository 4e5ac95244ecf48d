import { addressOf } from '../http/rate-limits.js';
import type { HandlersOf } from '../routes.js';
import type { Accounts } from './accounts.js';
import type { AuditReading } from './audit-reading.js';
import { accountTag } from './member.js';
import type { OidcSignIn } from './oidc.js';
import type { OwnAccount } from './own-account.js';
import type { SignIn } from './sign-in.js';

/** What the handlers of the tag `staff` need. */
export interface StaffHandlerParts {
  readonly signIn: SignIn;
  readonly oidc: OidcSignIn;
  readonly own: OwnAccount;
  readonly accounts: Accounts;
  readonly auditReading: AuditReading;
}

type StaffIds =
  | 'signInStaff'
  | 'getStaffSession'
  | 'signOutStaff'
  | 'changeOwnPassword'
  | 'startSecondFactor'
  | 'confirmSecondFactor'
  | 'startOidcSignIn'
  | 'finishOidcSignIn'
  | 'listStaffAccounts'
  | 'createStaffAccount'
  | 'getStaffAccount'
  | 'changeStaffAccount'
  | 'listAuditEntries';

const noStore = { 'Cache-Control': 'no-store' } as const;

/** Answers the tag `staff`. */
export function staffHandlers({ signIn, oidc, own, accounts, auditReading }: StaffHandlerParts): HandlersOf<StaffIds> {
  return {
    async signInStaff({ body, request }) {
      return { body: await signIn.withPassword(body, addressOf(request)), headers: noStore };
    },

    async getStaffSession({ staff: token }) {
      return { body: await own.read(token), headers: noStore };
    },

    async signOutStaff({ staff: token }) {
      await own.signOut(token);
      return {};
    },

    async changeOwnPassword({ staff: token, body, request }) {
      await own.changePassword(token, body, addressOf(request));
      return {};
    },

    async startSecondFactor({ staff: token }) {
      return { body: await own.startSecondFactor(token), headers: noStore };
    },

    async confirmSecondFactor({ staff: token, body }) {
      await own.confirmSecondFactor(token, body.code);
      return {};
    },

    async startOidcSignIn({ body }) {
      return { body: await oidc.start(body.returnTo), headers: noStore };
    },

    async finishOidcSignIn({ body }) {
      return { body: await oidc.finish(body), headers: noStore };
    },

    async listStaffAccounts({ path: { code }, query, staff: token }) {
      return { body: await accounts.list(token, code, query), headers: noStore };
    },

    async createStaffAccount({ path: { code }, header, body, staff: token }) {
      const { text, replayed } = await accounts.create(token, code, header['idempotency-key']!, body);
      return { text, etag: accountTag(1), headers: { ...(replayed && { 'Idempotent-Replayed': 'true' }) } };
    },

    async getStaffAccount({ path: { code, staffId }, staff: token }) {
      return { ...(await accounts.read(token, code, staffId)), headers: noStore };
    },

    async changeStaffAccount({ path: { code, staffId }, header, body, staff: token }) {
      return accounts.change({ token, code, id: staffId, ifMatch: header['if-match'] }, body);
    },

    async listAuditEntries({ path: { code }, query, staff: token }) {
      return { body: await auditReading.list(token, code, query), headers: noStore };
    },
  };
}

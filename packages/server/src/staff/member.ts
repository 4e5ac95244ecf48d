import type { components } from '@fulian/contract/types';
import type { AccountRow } from './repository.js';

/** An account as it is shown. */
export type ShownMember = components['schemas']['StaffMember'];

/** What an account shows of itself. */
export function memberOf(row: Omit<AccountRow, 'revision'>): ShownMember {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    role: row.role,
    federation: { code: row.federation, name: row.unit_name },
    secondFactor: row.totp_confirmed,
    disabled: row.disabled,
  };
}

/** The tag of an account as it was read. */
export function accountTag(revision: number): string {
  return `"${revision}"`;
}

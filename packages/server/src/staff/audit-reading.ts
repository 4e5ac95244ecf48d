import { operationDetails } from '@fulian/contract/operation-details';
import type { components } from '@fulian/contract/types';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { ProblemError } from '../problem.js';
import { actorOf } from './audit-chain.js';
import type { AuditLog } from './audit.js';
import type { Staff } from './staff.js';

type Schemas = components['schemas'];

/** What reading the log needs. */
export interface AuditReadingParts {
  readonly database: Database;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly audit: AuditLog;
  readonly cursorKey: Uint8Array;
}

const defaultLimit = 100;

/** Shows the audit log to an auditor; that she looked stands in it, too. */
export class AuditReading {
  constructor(private readonly parts: AuditReadingParts) {}

  /** A page, the newest first. Throws `staff-refused`, `role-refused`, `federation-unknown` and `cursor-invalid`. */
  async list(
    token: string,
    code: string,
    { cursor, limit = defaultLimit }: { readonly cursor?: string; readonly limit?: number },
  ): Promise<Schemas['AuditPage']> {
    const { staff, federations, audit, cursorKey } = this.parts;
    const member = await staff.openFor(token, 'listAuditEntries', code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    const listing = ['listAuditEntries', code];
    const [before] = readCursor(cursorKey, listing, cursor, 1) ?? [];
    const found = await this.#find(member.federation, code, before, limit + 1);
    const shown = found.slice(0, limit);
    await audit.add(code, { actor: actorOf(member), operation: 'listAuditEntries', rows: shown.length });
    const last = shown.at(-1);
    return {
      items: shown.map((row) => entryOf(code, row)),
      ...(found.length > limit && last && { nextCursor: writeCursor(cursorKey, listing, [last.seq]) }),
    };
  }

  #find(staff: string, code: string, before: string | undefined, limit: number) {
    return this.parts.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      db
        .selectFrom('audit_entries')
        .leftJoin('federations', 'federations.code', 'audit_entries.actor_unit')
        .selectAll('audit_entries')
        .select('federations.name as unit_name')
        .where('audit_entries.federation', '=', code)
        .$if(before !== undefined, (query) => query.where('audit_entries.seq', '<', before!))
        .orderBy('audit_entries.seq', 'desc')
        .limit(limit)
        .execute(),
    );
  }
}

interface EntryRow {
  readonly seq: string;
  readonly at: Date;
  readonly actor_kind: 'staff' | 'requester' | 'service';
  readonly actor_name: string | null;
  readonly actor_unit: string | null;
  readonly unit_name: string | null;
  readonly operation: string;
  readonly step: string | null;
  readonly request_id: string | null;
  readonly account_id: string | null;
  readonly row_count: number | null;
  readonly hash: Buffer;
}

function entryOf(code: string, row: EntryRow): Schemas['AuditEntry'] {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: {
      kind: row.actor_kind,
      ...(row.actor_name !== null && { name: row.actor_name }),
      ...(row.actor_unit !== null && { unit: { code: row.actor_unit, name: row.unit_name ?? row.actor_unit } }),
    },
    operation: row.operation,
    ...(row.step !== null && { step: row.step as Schemas['CaseEventKind'] }),
    ...(row.request_id !== null && { [thingOf(row.operation)]: `${code}-${row.request_id}` }),
    ...(row.account_id !== null && { account: row.account_id }),
    ...(row.row_count !== null && { rows: row.row_count }),
    hash: row.hash.toString('hex'),
  };
}

/** What the UUID of an entry is one of. */
function thingOf(operation: string): 'case' | 'council' {
  const details: Partial<Record<string, { readonly tag: string }>> = operationDetails;
  return details[operation]?.tag === 'council-desk' ? 'council' : 'case';
}

import { macOf } from '../keys/keyring.js';
import type { StaffMember } from './staff.js';

/** Who did something. */
export interface AuditActor {
  readonly kind: 'staff' | 'requester' | 'service';
  /** Of the account. */
  readonly id?: string;
  /** As she was called then. */
  readonly name?: string;
  /** The federation that she works for. */
  readonly unit?: string;
}

/** What an entry tells, besides where and when it stands in the log. Codes only: no word of a case. */
export interface AuditFacts {
  readonly actor: AuditActor;
  /** An operation of the contract, or the operator's command. */
  readonly operation: string;
  /** Kind of the step or event. */
  readonly step?: string;
  /** UUID of the case or the council; its home federation is the one whose log it is. */
  readonly request?: string;
  /** Id of the account that was changed. */
  readonly account?: string;
  /** How many rows of a list were shown. */
  readonly rows?: number;
}

/** Where a chain ends. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: Buffer;
}

/** An entry as it is stored. */
export interface AuditRow extends AuditFacts {
  readonly seq: number;
  readonly at: Date;
  readonly hash: Buffer;
}

/** Before the first entry. */
export const emptyHead: AuditHead = { seq: 0, hash: Buffer.alloc(0) };

/** The actor that a member of staff is. */
export function actorOf(member: Pick<StaffMember, 'id' | 'name' | 'federation'>): AuditActor {
  return { kind: 'staff', id: member.id, name: member.name, unit: member.federation };
}

/** The hash of an entry: HMAC-SHA-256 over all of it, its federation and the hash before. */
export function hashOf(key: Uint8Array, federation: string, before: Buffer, row: Omit<AuditRow, 'hash'>): Buffer {
  const { seq, at, actor, operation, step, request, account, rows } = row;
  const told = [actor.kind, actor.id, actor.name, actor.unit, operation, step, request, account, rows];
  return macOf(
    key,
    'audit entry',
    federation,
    String(seq),
    at.toISOString(),
    before,
    // What is absent is not the same as an empty text.
    ...told.map((value) => (value === undefined ? '' : `=${value}`)),
  );
}

/** The MAC of a head. It differs from an entry's hash, so that who removes the last entries cannot make the head of before. */
export function headMacOf(key: Uint8Array, federation: string, { seq, hash }: AuditHead): Buffer {
  return macOf(key, 'audit head', federation, String(seq), hash);
}

/** Chains entries after a head: what `append_audit` takes, as JSON, and the head after it. */
export function link(
  key: Uint8Array,
  federation: string,
  head: AuditHead,
  at: Date,
  facts: readonly AuditFacts[],
): { readonly text: string; readonly next: AuditHead } {
  let next = head;
  const entries = facts.map((one) => {
    const seq = next.seq + 1;
    const hash = hashOf(key, federation, next.hash, { ...one, seq, at });
    next = { seq, hash };
    const { actor, ...rest } = one;
    return {
      ...rest,
      at: at.toISOString(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      actorUnit: actor.unit,
      hash: hash.toString('hex'),
    };
  });
  const text = JSON.stringify({
    federation,
    after: head.seq,
    before: head.hash.toString('hex'),
    entries,
    headMac: headMacOf(key, federation, next).toString('hex'),
  });
  return { text, next };
}

import {
  accessUnits,
  outlookOf,
  waitingOf,
  type CaseFacts,
  type CaseLimitFacts,
  type CaseOffer,
  type FollowUpFacts,
  type OverdueLevel,
} from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import type { Selectable } from 'kysely';
import type { HelpRequestsTable } from '../database/case-tables.js';

type Schemas = components['schemas'];

/** Which case: the federation that it came to first, and its UUID. */
export interface CasePlace {
  readonly home: string;
  readonly id: string;
}

/** A case as it is stored. */
export type CaseRow = Selectable<HelpRequestsTable>;

/** The columns that the rules' facts are made of. */
export const factColumns = [
  'help_requests.federation',
  'help_requests.id',
  'number',
  'channel',
  'category',
  'division',
  'grade',
  'state',
  'submitted_at',
  'excluded_units',
  'owner',
  'assignee',
  'assignee_name',
  'waiting',
  'revision',
  'last_seq',
  'changed_at',
  'unread',
  'limits',
  'next_limit',
  'next_due',
  'next_due_2',
  'next_due_3',
  'extended',
  'key_family',
  'follow_ups',
  'joint',
  'offer',
  'asked',
  'consent_asked',
  'transfer_consent',
  'closing_by',
  'satisfied',
  'dismissed',
  'resolved_at',
  'ended_at',
  'erased_at',
] as const;

/** A row of `factColumns`. */
export type CaseFactsRow = Pick<
  CaseRow,
  (typeof factColumns)[number] extends infer Name
    ? Name extends `help_requests.${infer Column}`
      ? Column & keyof CaseRow
      : Name & keyof CaseRow
    : never
>;

/** What a queue shows of a row. */
export type CaseSummaryRow = Pick<
  CaseFactsRow,
  | 'federation'
  | 'id'
  | 'number'
  | 'revision'
  | 'state'
  | 'waiting'
  | 'grade'
  | 'category'
  | 'channel'
  | 'division'
  | 'owner'
  | 'assignee'
  | 'assignee_name'
  | 'submitted_at'
  | 'changed_at'
  | 'next_limit'
  | 'next_due'
  | 'next_due_2'
  | 'next_due_3'
  | 'ended_at'
  | 'unread'
>;

/** What the rules know of a stored case. */
export function factsOf(row: CaseFactsRow): CaseFacts {
  return {
    revision: row.revision,
    lastSeq: row.last_seq,
    state: row.state as CaseFacts['state'],
    grade: row.grade as CaseFacts['grade'],
    category: row.category,
    home: row.federation,
    owner: row.owner,
    ...(row.assignee !== null && { assignee: { id: row.assignee, name: row.assignee_name ?? '' } }),
    excludedUnits: row.excluded_units,
    joint: row.joint,
    ...(row.offer !== null && { offer: row.offer as CaseOffer }),
    asked: row.asked,
    consentAsked: row.consent_asked,
    ...(row.transfer_consent !== null && { transferConsent: row.transfer_consent }),
    ...(row.closing_by !== null && { closingAskedBy: row.closing_by }),
    limits: row.limits as CaseLimitFacts[],
    extended: row.extended,
    keyFamily: row.key_family,
    followUps: row.follow_ups as FollowUpFacts[],
    ...(row.satisfied !== null && { satisfied: row.satisfied }),
    unread: row.unread,
    dismissed: row.dismissed,
    submittedAt: row.submitted_at.toISOString(),
    ...(row.resolved_at && { resolvedAt: row.resolved_at.toISOString() }),
    ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
  };
}

/** The columns that facts are kept in, as JSON for `take_case_step`. All of them, so that what is absent becomes null. */
export function rowOf(facts: CaseFacts): Readonly<Record<string, unknown>> {
  const { next, due, due2, due3, alarmAt } = outlookOf(facts.limits);
  return {
    revision: facts.revision,
    last_seq: facts.lastSeq,
    state: facts.state,
    grade: facts.grade,
    owner: facts.owner,
    access_units: accessUnits(facts),
    assignee: facts.assignee?.id ?? null,
    assignee_name: facts.assignee?.name ?? null,
    waiting: waitingOf(facts) ?? null,
    unread: facts.unread,
    limits: facts.limits,
    next_limit: next?.kind ?? null,
    next_due: due ?? 'infinity',
    next_due_2: due2 ?? 'infinity',
    next_due_3: due3 ?? 'infinity',
    alarm_at: alarmAt ?? 'infinity',
    extended: facts.extended,
    key_family: facts.keyFamily,
    follow_ups: facts.followUps,
    joint: facts.joint,
    offer: facts.offer ?? null,
    asked: facts.asked,
    consent_asked: facts.consentAsked,
    transfer_consent: facts.transferConsent ?? null,
    closing_by: facts.closingAskedBy ?? null,
    satisfied: facts.satisfied ?? null,
    dismissed: facts.dismissed,
    resolved_at: facts.resolvedAt ?? null,
    ended_at: facts.endedAt ?? null,
  };
}

/** A case's id on the wire. */
export function caseIdOf(row: Pick<CaseRow, 'federation' | 'id'>): string {
  return `${row.federation}-${row.id}`;
}

/** The reverse of `caseIdOf`; the contract has checked the shape. */
export function placeOfId(caseId: string): CasePlace {
  return { home: caseId.slice(0, 12), id: caseId.slice(13) };
}

/** How late the open limits of a case are. */
export function overdueOf(
  row: Pick<CaseSummaryRow, 'next_due' | 'next_due_2' | 'next_due_3' | 'ended_at'>,
  now: Date,
): OverdueLevel {
  const past = (due: Date | number) => typeof due !== 'number' && due <= now;
  if (row.ended_at) return 0;
  return past(row.next_due_3) ? 3 : past(row.next_due_2) ? 2 : past(row.next_due) ? 1 : 0;
}

/** A case as the queue shows it. */
export function summaryOf(row: CaseSummaryRow, now: Date, nameOf: (code: string) => string): Schemas['CaseSummary'] {
  return {
    id: caseIdOf(row),
    number: row.number,
    revision: row.revision,
    state: row.state as Schemas['CaseState'],
    ...(row.waiting !== null && { waiting: row.waiting as Schemas['CaseWaiting'] }),
    grade: row.grade as Schemas['Grade'],
    category: row.category,
    channel: row.channel as Schemas['CaseChannel'],
    ...(row.division !== null && { division: row.division }),
    owner: { code: row.owner, name: nameOf(row.owner) },
    ...(row.assignee !== null && { assignee: { id: row.assignee, name: row.assignee_name ?? '–' } }),
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    ...(row.next_limit !== null && { nextLimit: row.next_limit as Schemas['LimitKind'] }),
    ...(typeof row.next_due !== 'number' && { nextDue: row.next_due.toISOString() }),
    overdue: overdueOf(row, now),
    unread: row.unread,
  };
}

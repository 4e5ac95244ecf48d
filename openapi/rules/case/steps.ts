import type { CaseFacts, CaseStaff, CaseState, CaseStepKind, StaffRole } from './case-facts.js';
import { reaches } from './reach.js';

/** States in which nothing more has to be done. */
export const endedStates: readonly CaseState[] = ['closed', 'declined', 'withdrawn'];
const working: readonly CaseState[] = ['accepted', 'in-progress', 'reopened'];
const done: readonly CaseState[] = ['resolved', 'followed-up'];
const open: readonly CaseState[] = ['submitted', ...working, ...done];
const everyState: readonly CaseState[] = [...open, ...endedStates];

/** What somebody of staff is to a case. */
export type Standing = 'handler' | 'joint' | 'receiver' | 'none';

/**
 * Who somebody is to a case: `handler` reaches its owner; `joint` reaches a federation that works on it together with the owner;
 * `receiver` is nothing of these, but may accept or return it (see `mayAnswerOffer`).
 */
export function standingOf(
  facts: Pick<CaseFacts, 'owner' | 'joint' | 'offer' | 'excludedUnits'>,
  unit: string,
): Standing {
  if (facts.excludedUnits.includes(unit)) return 'none';
  if (reaches(unit, facts.owner)) return 'handler';
  if (facts.joint.some((one) => reaches(unit, one))) return 'joint';
  return mayAnswerOffer(facts, unit) ? 'receiver' : 'none';
}

/**
 * C4: who accepts or returns an offer. Of a federation: its own staff, and who is above it but not above the owner. Of a partner
 * agency, which has no accounts here: the owner's staff, who note what it said. Who is above both could otherwise accept for the
 * receiver what she offers herself.
 */
export function mayAnswerOffer(facts: Pick<CaseFacts, 'owner' | 'offer'>, unit: string): boolean {
  const { offer, owner } = facts;
  if (!offer) return false;
  if (offer.federation === undefined) return reaches(unit, owner);
  return unit === offer.federation || (reaches(unit, offer.federation) && !reaches(unit, owner));
}

/** S6: whether staff of a federation may know of a case: she reaches one of those that see it, and is not of a unit that is excluded. */
export function seesCase(facts: Pick<CaseFacts, 'owner' | 'joint' | 'offer' | 'excludedUnits'>, unit: string): boolean {
  return !facts.excludedUnits.includes(unit) && accessUnits(facts).some((one) => reaches(unit, one));
}

interface StepRule {
  /** C1: in which states. */
  readonly in: readonly CaseState[];
  /** C3: who, by role. */
  readonly roles: readonly StaffRole[];
  /** Whether federations that work on it together may, too. */
  readonly joint?: true;
  /** What else must hold. */
  readonly when?: (facts: CaseFacts, actor: CaseStaff) => boolean;
}

const everybody: readonly StaffRole[] = ['intake', 'worker', 'supervisor'];
const workers: readonly StaffRole[] = ['worker', 'supervisor'];
const noOffer = (facts: CaseFacts) => facts.offer === undefined;
const isAssignee = (facts: CaseFacts, actor: CaseStaff) => facts.assignee?.id === actor.id;

/**
 * C1 and C3 in one table: each step, the states in which it may be taken, the roles that may take it, and what else it asks
 * for. What a step makes of the case is said by `applyStep`.
 */
const table: Record<CaseStepKind, StepRule> = {
  accept: { in: ['submitted'], roles: everybody, when: noOffer },
  decline: { in: ['submitted'], roles: everybody, when: noOffer },
  claim: { in: [...working, ...done], roles: workers, when: (facts) => facts.assignee === undefined },
  release: {
    in: [...working, ...done],
    roles: workers,
    when: (facts, actor) => facts.assignee !== undefined && (isAssignee(facts, actor) || actor.role === 'supervisor'),
  },
  assign: {
    in: [...working, ...done],
    roles: workers,
    when: (facts, actor) => actor.role === 'supervisor' || isAssignee(facts, actor),
  },
  regrade: { in: ['submitted', ...working], roles: everybody },
  contact: { in: open, roles: everybody, joint: true },
  ask: { in: open, roles: everybody, joint: true },
  message: { in: everyState, roles: everybody, joint: true },
  'mark-read': { in: everyState, roles: everybody, joint: true, when: (facts) => facts.unread },
  note: { in: everyState, roles: everybody, joint: true },
  measure: { in: [...working, ...done], roles: workers, joint: true },
  plan: { in: [...working, ...done], roles: workers, joint: true },
  extend: {
    in: working,
    roles: workers,
    // C6
    when: (facts) => !facts.extended && facts.limits.some((one) => one.kind === 'resolution' && !one.metAt),
  },
  'offer-transfer': { in: ['submitted', ...working], roles: everybody, when: noOffer },
  'cancel-transfer': { in: open, roles: everybody, when: (facts) => facts.offer !== undefined },
  'accept-transfer': { in: open, roles: everybody, when: (facts, { unit }) => mayAnswerOffer(facts, unit) },
  'return-transfer': { in: open, roles: everybody, when: (facts, { unit }) => mayAnswerOffer(facts, unit) },
  invite: { in: working, roles: workers, when: (facts) => facts.joint.length < 10 },
  leave: { in: open, roles: workers, joint: true, when: (facts) => facts.joint.length > 0 },
  resolve: { in: ['in-progress', 'reopened'], roles: workers, when: noOffer },
  'follow-up': { in: done, roles: workers, joint: true, when: (facts) => facts.closingAskedBy === undefined },
  'request-closing': {
    in: ['followed-up'],
    roles: workers,
    when: (facts) => facts.grade === 'red' && facts.closingAskedBy === undefined,
  },
  // C5: not by who asked for it.
  'approve-closing': {
    in: ['followed-up'],
    roles: ['supervisor'],
    when: (facts, actor) => facts.closingAskedBy !== undefined && facts.closingAskedBy !== actor.id,
  },
  'refuse-closing': {
    in: ['followed-up'],
    roles: ['supervisor'],
    when: (facts) => facts.closingAskedBy !== undefined,
  },
  close: { in: ['followed-up'], roles: workers, when: (facts) => facts.grade !== 'red' },
  'dismiss-repeat': { in: open, roles: everybody },
  consent: { in: open, roles: everybody },
};

/** All kinds of steps, in the order in which they are shown. */
export const stepKinds = Object.keys(table) as CaseStepKind[];

/** C3: whether a role takes part in casework at all. */
export function seesCases(role: StaffRole): boolean {
  return everybody.includes(role);
}

/** C1, C3, C4: what somebody may do with a case now; the service answers it as `may`. */
export function stepsAllowed(facts: CaseFacts, actor: CaseStaff): CaseStepKind[] {
  const standing = standingOf(facts, actor.unit);
  return stepKinds.filter((kind) => {
    const rule = table[kind];
    if (!rule.in.includes(facts.state) || !rule.roles.includes(actor.role)) return false;
    if (kind === 'accept-transfer' || kind === 'return-transfer') {
      if (standing === 'none') return false;
    } else if (standing !== 'handler' && !(standing === 'joint' && rule.joint)) return false;
    return rule.when === undefined || rule.when(facts, actor);
  });
}

/** What the requester can do with her case. */
export type OwnAct = 'message' | 'rate' | 'withdraw' | 'consent' | 'erase';

/**
 * What she may do now. She writes until the case was declined or withdrawn; says whether she is satisfied once it is resolved and,
 * after it was closed, as long as being dissatisfied reopens it (C8); withdraws while it is open.
 */
export function ownActsAllowed(
  facts: CaseFacts,
  now: Date,
  rules: { readonly reopenDays: number; readonly eraseAfterDays: number },
): OwnAct[] {
  const acts: OwnAct[] = [];
  const isOpen = open.includes(facts.state);
  if (isOpen || facts.state === 'closed') acts.push('message');
  const until = reopenUntil(facts, rules.reopenDays);
  if (done.includes(facts.state) || (facts.state === 'closed' && until !== undefined && now < until)) acts.push('rate');
  if (isOpen) acts.push('withdraw');
  if (isOpen && facts.consentAsked) acts.push('consent');
  const from = erasableFrom(facts, rules.eraseAfterDays);
  if (from && now >= from) acts.push('erase');
  return acts;
}

const dayMs = 86_400_000;

/** C8: until when being dissatisfied reopens the case; undefined where it is not resolved. */
export function reopenUntil(facts: Pick<CaseFacts, 'resolvedAt' | 'state'>, reopenDays: number): Date | undefined {
  if (facts.resolvedAt === undefined || (!done.includes(facts.state) && facts.state !== 'closed')) return undefined;
  return new Date(Date.parse(facts.resolvedAt) + reopenDays * dayMs);
}

/** From when she may have an ended case deleted; undefined while it is open. */
export function erasableFrom(facts: Pick<CaseFacts, 'endedAt'>, eraseAfterDays: number): Date | undefined {
  return facts.endedAt === undefined ? undefined : new Date(Date.parse(facts.endedAt) + eraseAfterDays * dayMs);
}

/** For whom a case waits: a supervisor, the receiver of an offer, or her. */
export function waitingOf(
  facts: Pick<CaseFacts, 'closingAskedBy' | 'offer' | 'asked' | 'consentAsked'>,
): 'approval' | 'receiver' | 'requester' | undefined {
  if (facts.closingAskedBy !== undefined) return 'approval';
  if (facts.offer) return 'receiver';
  return facts.asked || facts.consentAsked ? 'requester' : undefined;
}

/** The federations that see a case besides those above them: its owner first, those that work on it, who it was offered to. */
export function accessUnits(facts: Pick<CaseFacts, 'owner' | 'joint' | 'offer'>): string[] {
  const all = [facts.owner, ...facts.joint];
  if (facts.offer?.federation !== undefined) all.push(facts.offer.federation);
  return [...new Set(all)];
}

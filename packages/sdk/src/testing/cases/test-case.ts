import {
  applyOwnStep,
  applyStep,
  type CaseChange,
  type CaseEventFacts,
  type CaseFacts,
  type CaseStaff,
  type CaseStep,
  callAllowed,
  limitsOf,
  outlookOf,
  overdueLevel,
  type OwnStep,
  stepsAllowed,
  waitingOf,
} from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { calendar } from '../calendar.js';
import { standardCaseRules } from './standard-rules.js';

/** Something that happened to a case of the test server. */
export interface TestCaseEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind: Schemas['CaseEventKind'];
  readonly by: Schemas['CaseActor'];
  readonly internal: boolean;
  readonly facts: CaseEventFacts;
  readonly words?: string;
}

/** A case of the test server. Tests read it, and change it by `TestServer.takeStep` and `takeOwnStep`. */
export interface TestCase {
  readonly id: string;
  readonly number: string;
  readonly channel: Schemas['CaseChannel'];
  /** As it was sent, with its receipt secret. */
  readonly submission: Schemas['HelpRequestSubmission'];
  facts: CaseFacts;
  changedAt: string;
  helpers: readonly Schemas['Helper'][];
  plan?: Schemas['HouseholdPlan'];
  /** The oldest first. */
  readonly events: TestCaseEvent[];
}

/** How the wire names federations. */
export type NameOf = (code: string) => string;

/** Limits by what they depend on: working days take their time, and in a long queue many cases are alike. */
const limits = new Map<string, CaseFacts['limits']>();

function limitsFor(category: string, grade: Schemas['Grade'], submittedAt: Date): CaseFacts['limits'] {
  const key = [category, grade, submittedAt.getTime()].join(' ');
  const context = { rules: standardCaseRules, calendar };
  const known = limits.get(key) ?? limitsOf({ category, grade, submittedAt }, context);
  if (limits.size > 5000) limits.clear();
  limits.set(key, known);
  return known;
}

/** A new case, as it is when it has just come. */
export function newCase(
  given: Pick<TestCase, 'id' | 'number' | 'channel' | 'submission'>,
  { grade, owner, at }: { readonly grade: Schemas['Grade']; readonly owner: string; readonly at: Date },
  by: Schemas['CaseActor'] = { kind: 'requester' },
): TestCase {
  const { category, exclusion } = given.submission;
  const submittedAt = at.toISOString();
  const kind = by.kind === 'staff' ? 'registered' : 'submitted';
  return {
    ...given,
    facts: {
      revision: 1,
      lastSeq: 1,
      state: 'submitted',
      grade,
      category,
      home: given.id.slice(0, 12),
      owner,
      excludedUnits: exclusion?.units ?? [],
      joint: [],
      asked: false,
      consentAsked: false,
      limits: limitsFor(category, grade, at),
      extended: false,
      keyFamily: false,
      followUps: [],
      unread: false,
      dismissed: [],
      submittedAt,
    },
    changedAt: submittedAt,
    helpers: [],
    events: [{ seq: 1, at: submittedAt, kind, by, internal: false, facts: { channel: given.channel } }],
  };
}

/** Who takes a step, when, and whom it is given to. */
export interface StepTaken {
  readonly actor: CaseStaff;
  readonly now: Date;
  readonly nameOf: NameOf;
  readonly worker?: { readonly id: string; readonly name: string } | undefined;
}

/** Lets staff take a step. Throws a `RangeError` where the rules do not allow it. */
export function takeStep(one: TestCase, step: CaseStep, { actor, now, nameOf, worker }: StepTaken): void {
  const context = { rules: standardCaseRules, calendar, now, actor, ...(worker && { worker }) };
  const unit = { code: actor.unit, name: nameOf(actor.unit) };
  keep(one, applyStep(one.facts, step, context), { kind: 'staff', name: actor.name, unit }, now);
}

/** Lets its requester do something. Throws a `RangeError` where the rules do not allow it. */
export function takeOwnStep(one: TestCase, step: OwnStep, now: Date): void {
  keep(one, applyOwnStep(one.facts, step, { rules: standardCaseRules, calendar, now }), { kind: 'requester' }, now);
}

function keep(one: TestCase, change: CaseChange, by: Schemas['CaseActor'], now: Date): void {
  const at = now.toISOString();
  one.facts = change.facts;
  one.changedAt = at;
  if (change.helpers) one.helpers = change.helpers;
  if (change.plan) one.plan = change.plan;
  for (const event of change.events) one.events.push({ ...event, at, by });
}

interface Outlook extends ReturnType<typeof outlookOf> {
  /** Milliseconds; `Infinity` where nothing is due. */
  readonly at: readonly [number, number, number];
}
const outlooks = new WeakMap<CaseFacts, Outlook>();

function outlook(facts: CaseFacts): Outlook {
  const known = outlooks.get(facts);
  if (known) return known;
  const made = outlookOf(facts.limits);
  const ms = (due: string | undefined) => (due === undefined ? Infinity : Date.parse(due));
  const all: Outlook = { ...made, at: [ms(made.due), ms(made.due2), ms(made.due3)] };
  outlooks.set(facts, all);
  return all;
}

/** When the next limit of a case ends, as milliseconds; `Infinity` where none is open. */
export function nextDueOf({ facts }: TestCase): number {
  return outlook(facts).at[0];
}

/** How late it is. */
export function overdueOf({ facts }: TestCase, now: number): Schemas['OverdueLevel'] {
  return outlook(facts).at.filter((due) => due <= now).length;
}

/** A case as the queue shows it. */
export function summaryOf(one: TestCase, now: number, nameOf: NameOf): Schemas['CaseSummary'] {
  const { facts, submission } = one;
  const { next, due } = outlook(facts);
  const waiting = waitingOf(facts);
  return {
    id: one.id,
    number: one.number,
    revision: facts.revision,
    state: facts.state,
    ...(waiting && { waiting }),
    grade: facts.grade,
    category: facts.category,
    channel: one.channel,
    ...(submission.division !== undefined && { division: submission.division }),
    owner: { code: facts.owner, name: nameOf(facts.owner) },
    ...(facts.assignee && { assignee: facts.assignee }),
    submittedAt: facts.submittedAt,
    changedAt: one.changedAt,
    ...(next && { nextLimit: next.kind }),
    ...(due !== undefined && { nextDue: due }),
    overdue: overdueOf(one, now),
    unread: facts.unread,
  };
}

/** What of a case its worker sees, besides its summary, files and possible repeats. */
export function detailOf(one: TestCase, actor: CaseStaff, now: number, nameOf: NameOf) {
  const { facts, submission, events } = one;
  const { narrative, asker, identity, safeContact, riskScreen, concernedPerson, childrenPresent } = submission;
  const { needs, consents, exclusion } = submission;
  const call = callAllowed(safeContact, new Date(now));
  const unitOf = (code: string) => ({ code, name: nameOf(code) });
  return {
    ...(narrative !== undefined && { narrative }),
    asker,
    identity,
    safeContact,
    risk: riskScreen.answers,
    concernedPerson,
    childrenPresent,
    ...(needs && { needs }),
    consents,
    ...(exclusion && { exclusion }),
    limits: facts.limits.map((limit) => ({
      kind: limit.kind,
      due: limit.due,
      ...(limit.metAt !== undefined && { metAt: limit.metAt }),
      overdue: overdueLevel(limit, new Date(now)),
    })),
    extended: facts.extended,
    helpers: [...one.helpers],
    ...(one.plan && { plan: one.plan }),
    transfers: transfersOf(events, facts, unitOf),
    joint: facts.joint.map(unitOf),
    followUps: [...facts.followUps],
    keyFamily: facts.keyFamily,
    ...(facts.transferConsent !== undefined && { transferConsent: facts.transferConsent }),
    ...(facts.satisfied !== undefined && { satisfied: facts.satisfied }),
    may: stepsAllowed(facts, actor),
    callAllowed: call.allowed,
    ...(call.until && { callAllowedUntil: call.until.toISOString() }),
  };
}

const answered = {
  'accept-transfer': 'accepted',
  'return-transfer': 'returned',
  'cancel-transfer': 'cancelled',
} as const;

function transfersOf(
  events: readonly TestCaseEvent[],
  { owner }: CaseFacts,
  unitOf: (code: string) => Schemas['UnitName'],
): Schemas['CaseTransfer'][] {
  const transfers: Schemas['CaseTransfer'][] = [];
  for (const { seq, at, kind, by, facts, words = '' } of events) {
    if (kind === 'offer-transfer')
      transfers.push({
        id: seq,
        state: 'offered',
        from: by.unit ?? unitOf(owner),
        ...(facts.unit !== undefined && { to: unitOf(facts.unit) }),
        ...(facts.partner !== undefined && { partner: facts.partner }),
        reason: words || '…',
        named: facts.named === true,
        offeredAt: at,
      });
    const offer = transfers.find(({ id }) => id === facts.transfer);
    if (!offer || !(kind in answered)) continue;
    Object.assign(offer, {
      state: answered[kind as keyof typeof answered],
      answeredAt: at,
      ...(words && { answer: words }),
    });
  }
  return transfers;
}

/** An event as staff sees it, without its files. */
export function eventOf(event: TestCaseEvent, nameOf: NameOf): Schemas['CaseEvent'] {
  const { seq, at, kind, by, internal, facts, words } = event;
  const about = facts.grade ?? (facts.unit !== undefined ? nameOf(facts.unit) : (facts.partner ?? facts.worker?.name));
  return {
    seq,
    at,
    kind,
    by,
    internal,
    ...(words !== undefined && { words }),
    ...(facts.fromGrade && { from: facts.fromGrade }),
    ...(about !== undefined && { to: about }),
    ...(facts.measure && { measure: facts.measure }),
    ...(facts.on !== undefined && { on: facts.on }),
    ...(facts.reached !== undefined && { reached: facts.reached }),
    ...(facts.outcome && { outcome: facts.outcome }),
    ...(facts.limit && { limit: facts.limit }),
    ...(facts.level !== undefined && { level: facts.level }),
  };
}

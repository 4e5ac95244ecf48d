import type { CaseChange, CaseEventFacts, CaseFacts, CaseRules, CaseStaff, CaseStep, LimitKind } from './case-facts.js';
import {
  dropOpen,
  extended,
  followUpLimit,
  limitOf,
  endOfSpan,
  limitRuleOf,
  meet,
  putLimit,
  regraded,
  type LimitContext,
} from './limits.js';
import { leaver } from './step-faults.js';
import { stepsAllowed } from './steps.js';
import { isShown } from './timeline.js';
import { addDays, addMonths, chinaDay } from './working-days.js';

/** What a step is taken with; nothing of it is read from the machine. */
export interface StepContext extends LimitContext {
  readonly rules: CaseRules;
  readonly now: Date;
}

/** Of staff besides. */
export interface StaffStepContext extends StepContext {
  readonly actor: CaseStaff;
  /** Who `assign` names; the service has looked her up. */
  readonly worker?: { readonly id: string; readonly name: string };
  /** The federation that the step's files were uploaded to. */
  readonly uploadedTo?: string;
}

/** Days until somebody tries again who was not reached at a follow-up. */
const retryDays = 7;

/** What a step changes of the facts, and what its event says of it. `undefined` takes a field away. */
export interface Effect {
  readonly set: { readonly [Key in keyof CaseFacts]?: CaseFacts[Key] | undefined };
  readonly event?: CaseEventFacts;
}

/**
 * What becomes of a case by a step of staff (C1, C4 to C8). Pure: the same step with the same context gives the same case. Expects
 * that `stepsAllowed` names the step and that neither `findStepFaults` nor `findStepMisfits` finds anything; throws `RangeError` where
 * the step is not allowed.
 */
export function applyStep(facts: CaseFacts, step: CaseStep, context: StaffStepContext): CaseChange {
  if (!stepsAllowed(facts, context.actor).includes(step.kind))
    throw new RangeError(`${step.kind} is not allowed in the state ${facts.state}`);
  const { set, event = {} } = effectOf(facts, step, context);
  const next = changed(facts, set);
  const attachments = step.attachments ?? [];
  return {
    facts: next,
    events: [
      {
        seq: next.lastSeq,
        kind: step.kind,
        internal: !isShown(step.kind, { ...event, ...(next.state !== facts.state && { state: next.state }) }),
        facts: {
          ...event,
          ...(next.state !== facts.state && { state: next.state }),
          ...(attachments.length > 0 && { attachments, uploadedTo: context.uploadedTo ?? facts.home }),
        },
        ...(step.words !== undefined && { words: step.words }),
      },
    ],
    ...(step.helpers && { helpers: step.helpers }),
    ...(step.plan && { plan: step.plan }),
  };
}

/** The facts with what an effect changes, one revision and one event later. */
export function changed(facts: CaseFacts, set: Effect['set']): CaseFacts {
  const next: Record<string, unknown> = { ...facts, revision: facts.revision + 1, lastSeq: facts.lastSeq + 1 };
  for (const [key, value] of Object.entries(set)) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next as unknown as CaseFacts;
}

function effectOf(facts: CaseFacts, step: CaseStep, context: StaffStepContext): Effect {
  const { now, actor } = context;
  const at = now.toISOString();
  const met = (...kinds: LimitKind[]) => ({ limits: meet(facts.limits, kinds, now) });
  const self = { id: actor.id, name: actor.name };
  const starts = facts.state === 'accepted' || facts.state === 'reopened';
  const begun = starts ? ({ state: 'in-progress' } as const) : {};
  switch (step.kind) {
    case 'accept':
      return { set: { state: 'accepted', ...met('acceptance') } };
    case 'decline':
      return { set: { ...ended(at), state: 'declined', limits: dropOpen(met('acceptance', 'first-contact').limits) } };
    case 'claim':
      return { set: { ...begun, assignee: self }, event: { worker: self } };
    case 'release':
      return { set: { assignee: undefined } };
    case 'assign':
      return context.worker
        ? { set: { ...begun, assignee: context.worker }, event: { worker: context.worker } }
        : { set: { ...begun } };
    case 'regrade':
      return {
        set: { grade: step.grade!, limits: regraded(facts, step.grade!, context) },
        event: { fromGrade: facts.grade, grade: step.grade! },
      };
    case 'contact':
      return {
        set: step.reached ? { ...begun, ...met('first-contact'), asked: false } : {},
        event: { reached: step.reached!, ...(step.on !== undefined && { on: step.on }) },
      };
    case 'ask':
      return { set: { asked: true, unread: false, ...met('first-contact') } };
    case 'message':
      return { set: { unread: false, ...met('first-contact') } };
    case 'mark-read':
      return { set: { unread: false } };
    case 'note':
    case 'plan':
      return { set: {} };
    case 'measure':
      return {
        set: begun,
        event: { measure: step.measure!, on: step.on ?? chinaDay(now) },
      };
    case 'extend': {
      const limit = extended(facts, now, context)!;
      return { set: { extended: true, limits: putLimit(facts.limits, limit) }, event: { due: limit.due } };
    }
    case 'dismiss-repeat':
      return {
        set: { dismissed: [...facts.dismissed.filter((one) => one !== step.repeat), step.repeat!].slice(-50) },
        event: { repeat: step.repeat! },
      };
    case 'consent':
      return consented(step.given, step.to?.partner);
    default:
      return transferEffect(facts, step, context) ?? closingEffect(facts, step, context);
  }
}

/** Of a case that ends: nothing of it waits any more. */
export function ended(at: string): Effect['set'] {
  return { endedAt: at, offer: undefined, closingAskedBy: undefined, asked: false, consentAsked: false };
}

/** C7: asks for her consent, or keeps what she said. */
export function consented(given: boolean | undefined, partner?: string): Effect {
  const event = { ...(given !== undefined && { given }), ...(partner !== undefined && { partner }) };
  return given === undefined
    ? { set: { consentAsked: true }, event }
    : { set: { consentAsked: false, transferConsent: given }, event };
}

function transferEffect(facts: CaseFacts, step: CaseStep, context: StaffStepContext): Effect | undefined {
  const { offer } = facts;
  const about = offer && {
    transfer: offer.id,
    ...(offer.federation !== undefined && { unit: offer.federation }),
    ...(offer.partner !== undefined && { partner: offer.partner }),
  };
  switch (step.kind) {
    case 'offer-transfer': {
      const { federation, partner } = step.to!;
      const to = { ...(federation !== undefined && { federation }), ...(partner !== undefined && { partner }) };
      // Within the federations the receiver learns who she is unless it is said otherwise; outside she does not (C7).
      const named = step.named ?? federation !== undefined;
      return {
        set: { offer: { id: facts.lastSeq + 1, ...to, named } },
        event: {
          named,
          ...(federation !== undefined && { unit: federation }),
          ...(partner !== undefined && { partner }),
        },
      };
    }
    case 'cancel-transfer':
    case 'return-transfer':
      return { set: { offer: undefined }, event: about! };
    case 'accept-transfer': {
      // C4: only now it changes hands. A partner agency has it from now on, and the federation that gave it goes on watching it.
      const owner = offer!.federation ?? facts.owner;
      const { state } = facts;
      const limits = meet(facts.limits, ['acceptance'], context.now);
      return {
        set: {
          offer: undefined,
          owner,
          joint: facts.joint.filter((one) => one !== owner),
          ...(owner !== facts.owner && { assignee: undefined }),
          ...(state === 'submitted' && { state: 'accepted', limits }),
          ...((state === 'accepted' || state === 'reopened') && { state: 'in-progress' }),
        },
        event: about!,
      };
    }
    case 'invite':
      return { set: { joint: [...facts.joint, step.unit!] }, event: { unit: step.unit! } };
    case 'leave': {
      const unit = leaver(step, facts, context.actor)!;
      return { set: { joint: facts.joint.filter((one) => one !== unit) }, event: { unit } };
    }
    default:
      return undefined;
  }
}

function closingEffect(facts: CaseFacts, step: CaseStep, context: StaffStepContext): Effect {
  const { now, rules, actor } = context;
  const at = now.toISOString();
  const closed = { ...ended(at), state: 'closed', limits: dropOpen(facts.limits) } as const;
  switch (step.kind) {
    case 'resolve': {
      const due = step.next ?? addDays(chinaDay(now), rules.followUpDays);
      // What she is told when it is resolved is a contact, too.
      const limits = meet(facts.limits, ['first-contact', 'resolution'], now);
      return {
        set: {
          state: 'resolved',
          resolvedAt: at,
          satisfied: undefined,
          keyFamily: step.keyFamily ?? facts.keyFamily,
          followUps: [...facts.followUps.filter((one) => one.doneAt !== undefined), { due }],
          limits: putLimit(limits, followUpLimit(due, context)),
        },
        event: { due: followUpLimit(due, context).due },
      };
    }
    case 'follow-up':
      return followUpEffect(facts, step, context);
    case 'request-closing':
      return { set: { closingAskedBy: actor.id } };
    case 'refuse-closing':
      return { set: { closingAskedBy: undefined } };
    case 'approve-closing':
    case 'close':
      return { set: closed };
    default:
      throw new RangeError(`Nothing is known of the step ${step.kind}`);
  }
}

function followUpEffect(facts: CaseFacts, step: CaseStep, context: StaffStepContext): Effect {
  const { now, rules } = context;
  const today = chinaDay(now);
  const outcome = step.outcome!;
  const keyFamily = step.keyFamily ?? facts.keyFamily;
  const open = facts.followUps.find((one) => one.doneAt === undefined);
  const done = {
    due: open?.due ?? today,
    doneAt: now.toISOString(),
    outcome,
  };
  const followUps = [...facts.followUps.filter((one) => one.doneAt !== undefined), done];
  const event = { outcome, on: step.on ?? today };
  const limits = meet(facts.limits, ['follow-up'], now);
  if (outcome === 'needs-help')
    return {
      set: { keyFamily, ...reopened({ ...facts, followUps, limits }, context) },
      event: { ...event, reopened: true },
    };
  // A key family is visited for good, every quarter; who was not reached is tried again.
  const next =
    step.next ??
    (outcome === 'not-reached'
      ? addDays(today, retryDays)
      : keyFamily
        ? addMonths(today, rules.keyFamilyMonths)
        : undefined);
  return {
    set: {
      ...(outcome !== 'not-reached' && { state: 'followed-up' }),
      keyFamily,
      followUps: next === undefined ? followUps : [...followUps, { due: next }],
      limits: next === undefined ? limits : putLimit(limits, followUpLimit(next, context)),
    },
    event: { ...event, ...(next !== undefined && { due: followUpLimit(next, context).due }) },
  };
}

/** C8: a case that is taken up again gets its whole time to resolve from now on; who had it has it again. */
export function reopened(
  facts: Pick<CaseFacts, 'category' | 'grade' | 'limits' | 'followUps'>,
  context: StepContext,
): Effect['set'] {
  const { resolution } = limitRuleOf(context.rules, facts.category, facts.grade);
  const due = endOfSpan(context.now, resolution, context.calendar);
  const limit = limitOf('resolution', due, resolution.hours !== undefined, context);
  return {
    state: 'reopened',
    resolvedAt: undefined,
    endedAt: undefined,
    closingAskedBy: undefined,
    followUps: facts.followUps.filter((one) => one.doneAt !== undefined),
    limits: putLimit(dropOpen(facts.limits, ['follow-up']), limit),
  };
}

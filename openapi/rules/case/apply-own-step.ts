import { changed, consented, ended, reopened, type Effect, type StepContext } from './apply-step.js';
import type { CaseChange, CaseFacts, NewCaseEvent } from './case-facts.js';
import { dropOpen, overdueLevel } from './limits.js';
import { ownActsAllowed, reopenUntil, type OwnAct } from './steps.js';

/** Something that the requester does. */
export type OwnStep =
  | {
      readonly kind: 'own-message';
      readonly words: string;
      readonly attachments?: readonly string[];
      readonly uploadedTo?: string;
    }
  | { readonly kind: 'own-satisfied' | 'own-dissatisfied'; readonly words?: string }
  | { readonly kind: 'own-withdraw'; readonly words?: string }
  | { readonly kind: 'consent'; readonly given: boolean };

const acts: Record<OwnStep['kind'], OwnAct> = {
  'own-message': 'message',
  'own-satisfied': 'rate',
  'own-dissatisfied': 'rate',
  'own-withdraw': 'withdraw',
  consent: 'consent',
};

/** The act of `ownActsAllowed` that a step of hers is. */
export function ownActOf(kind: OwnStep['kind']): OwnAct {
  return acts[kind];
}

/**
 * What becomes of a case by what its requester does (C7, C8). Pure. Throws `RangeError` where `ownActsAllowed` does not name it.
 */
export function applyOwnStep(facts: CaseFacts, step: OwnStep, context: StepContext): CaseChange {
  if (!ownActsAllowed(facts, context.now, context.rules).includes(acts[step.kind]))
    throw new RangeError(`${step.kind} is not allowed in the state ${facts.state}`);
  const { set, event = {} } = ownEffect(facts, step, context);
  const next = changed(facts, set);
  const files =
    step.kind === 'own-message' && step.attachments && step.attachments.length > 0
      ? { attachments: step.attachments, uploadedTo: step.uploadedTo ?? facts.home }
      : {};
  const words = 'words' in step ? step.words : undefined;
  return {
    facts: next,
    events: [
      {
        seq: next.lastSeq,
        kind: step.kind,
        internal: false,
        facts: { ...event, ...(next.state !== facts.state && { state: next.state }), ...files },
        ...(words !== undefined && { words }),
      },
    ],
  };
}

function ownEffect(facts: CaseFacts, step: OwnStep, context: StepContext): Effect {
  const { now, rules } = context;
  switch (step.kind) {
    case 'own-message':
      return { set: { unread: true, asked: false } };
    case 'own-satisfied':
      return { set: { satisfied: true } };
    case 'own-dissatisfied': {
      const until = reopenUntil(facts, rules.reopenDays);
      // C8: later it is kept and seen, and a new request is the way.
      if (until === undefined || now >= until) return { set: { satisfied: false, unread: true } };
      return {
        set: { ...reopened(facts, context), satisfied: false, unread: true },
        event: { reopened: true },
      };
    }
    case 'own-withdraw':
      return { set: { ...ended(now.toISOString()), state: 'withdrawn', limits: dropOpen(facts.limits) } };
    case 'consent':
      return consented(step.given);
  }
}

/**
 * L5: what is told of a case whose open limits have passed a level that was not told yet: an event each, the highest level of a
 * limit only. Undefined where there is nothing to tell. The revision stays: nothing changed that a worker decided by.
 */
export function applyOverdue(facts: CaseFacts, now: Date): CaseChange | undefined {
  const events: NewCaseEvent[] = [];
  const limits = facts.limits.map((limit) => {
    if (limit.metAt !== undefined) return limit;
    const level = overdueLevel(limit, now);
    if (level <= (limit.told ?? 0)) return limit;
    events.push({
      seq: facts.lastSeq + events.length + 1,
      kind: 'overdue',
      // She is told once that something is late, not who was told of it.
      internal: (limit.told ?? 0) > 0,
      facts: { limit: limit.kind, level },
    });
    return { ...limit, told: level };
  });
  if (events.length === 0) return undefined;
  return { facts: { ...facts, limits, lastSeq: facts.lastSeq + events.length }, events };
}

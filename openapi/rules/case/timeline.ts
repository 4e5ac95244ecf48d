import type { components } from '../../generated/types.js';
import type { CaseEventFacts, CaseEventKind } from './case-facts.js';

type Schemas = components['schemas'];
type OwnKind = Schemas['OwnCaseEvent']['kind'];

/** An event as it is stored, opened. */
export interface CaseEventRecord {
  readonly seq: number;
  readonly at: string;
  readonly kind: CaseEventKind;
  readonly by: 'staff' | 'requester' | 'service';
  readonly internal: boolean;
  readonly facts: CaseEventFacts;
  readonly words?: string;
  readonly attachments?: readonly Schemas['Attachment'][];
}

const same: Partial<Record<CaseEventKind, OwnKind>> = {
  submitted: 'submitted',
  registered: 'submitted',
  accept: 'accepted',
  decline: 'declined',
  claim: 'working',
  ask: 'asked',
  message: 'message',
  measure: 'measure',
  extend: 'extended',
  'offer-transfer': 'offered',
  'accept-transfer': 'handed-over',
  resolve: 'resolved',
  'follow-up': 'followed-up',
  close: 'closed',
  'approve-closing': 'closed',
  'own-message': 'message',
  'own-satisfied': 'satisfied',
  'own-dissatisfied': 'dissatisfied',
  'own-withdraw': 'withdrawn',
  overdue: 'late',
};

/** Kinds whose words are written to her, or by her. Those of all others are the federation's own. */
const saidToHer: readonly CaseEventKind[] = ['accept', 'decline', 'ask', 'message', 'extend', 'resolve', 'consent'];

function ownKindOf(kind: CaseEventKind, facts: CaseEventFacts): OwnKind | undefined {
  if (kind === 'contact') return facts.reached ? 'contacted' : 'not-reached';
  if (kind === 'consent') return facts.given === undefined ? 'consent-asked' : 'consent';
  // A claim says that work begins; later ones change only who does it.
  if (kind === 'claim' && facts.state === undefined) return undefined;
  if (kind === 'assign') return facts.state === undefined ? undefined : 'working';
  if (facts.reopened) return 'reopened';
  if (kind === 'follow-up' && facts.outcome === 'not-reached') return 'not-reached';
  return same[kind];
}

/** Whether the requester may know of an event at all. */
export function isShown(kind: CaseEventKind, facts: CaseEventFacts): boolean {
  return ownKindOf(kind, facts) !== undefined;
}

/** Whether she reads the words of a step of this kind; the desk says so beside the field. */
export function isReadByHer(kind: CaseEventKind): boolean {
  return saidToHer.includes(kind);
}

/**
 * What of an event its requester may see; undefined for what is not for her: notes, grades, who it is assigned to, plans, what was
 * read, possible repeats, who is invited, a transfer that was returned, and who approves closing. Never a name of staff, and of the words
 * only those that were written to her or by her: what a worker writes of a measure or of a visit may name somebody else.
 *
 * @param nameOf names a federation or partner agency by its code; undefined where it is unknown
 */
export function ownEventOf(
  event: CaseEventRecord,
  nameOf: (code: string) => string | undefined,
): Schemas['OwnCaseEvent'] | undefined {
  const { kind, facts, by, words, attachments = [] } = event;
  const own = event.internal ? undefined : ownKindOf(kind, facts);
  if (own === undefined) return undefined;
  const about = facts.unit ?? facts.partner;
  const unit = about === undefined ? undefined : nameOf(about);
  const isHers = by === 'requester';
  const readable = isHers || saidToHer.includes(kind);
  return {
    at: event.at,
    kind: own,
    byYou: isHers,
    ...(readable && words !== undefined && { words }),
    ...(unit !== undefined && { unit }),
    ...(kind === 'measure' && facts.measure && { measure: facts.measure }),
    ...(facts.due !== undefined && { due: facts.due }),
    ...(own === 'consent' && { given: facts.given === true }),
    ...(readable && attachments.length > 0 && { attachments: [...attachments] }),
  };
}

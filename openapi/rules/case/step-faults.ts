import type { components } from '../../generated/types.js';
import type { CaseFacts, CaseRules, CaseStaff, CaseStep, CaseStepKind } from './case-facts.js';
import { chinaDay } from './working-days.js';
import { reaches } from './reach.js';

type Finding = components['schemas']['Finding'];
type Field = Exclude<keyof CaseStep, 'kind'>;

/** What the rules below say is wrong with a step; stable, because catalogues have words for each. */
export type StepFaultCode =
  | 'missing'
  | 'unexpected'
  | 'not-offered'
  | 'not-allowed'
  | 'consent-missing'
  | 'same'
  | 'past'
  | 'too-many';

interface Fields {
  readonly needs?: readonly Field[];
  /** One of these at least. */
  readonly needsOne?: readonly Field[];
  readonly takes?: readonly Field[];
}

/** C2: the fields of each kind. Files come with what they prove or explain. */
const fields: Record<CaseStepKind, Fields> = {
  accept: { takes: ['words'] },
  decline: { needs: ['words'] },
  claim: {},
  release: { takes: ['words'] },
  assign: { needsOne: ['worker', 'helpers'], takes: ['words'] },
  regrade: { needs: ['grade', 'words'] },
  contact: { needs: ['reached'], takes: ['words', 'on'] },
  ask: { needs: ['words'], takes: ['attachments'] },
  message: { needs: ['words'], takes: ['attachments'] },
  'mark-read': {},
  note: { needs: ['words'], takes: ['attachments'] },
  measure: { needs: ['measure'], takes: ['on', 'words', 'attachments'] },
  plan: { needs: ['plan'], takes: ['words'] },
  extend: { needs: ['words'] },
  'offer-transfer': { needs: ['to', 'words'], takes: ['named'] },
  'cancel-transfer': { takes: ['words', 'transfer'] },
  'accept-transfer': { takes: ['words', 'transfer'] },
  'return-transfer': { needs: ['words'], takes: ['transfer'] },
  invite: { needs: ['unit'], takes: ['words'] },
  leave: { takes: ['unit', 'words'] },
  resolve: { needs: ['words'], takes: ['next', 'keyFamily', 'attachments'] },
  'follow-up': { needs: ['outcome'], takes: ['words', 'on', 'next', 'keyFamily', 'attachments'] },
  'request-closing': { takes: ['words'] },
  'approve-closing': { takes: ['words'] },
  'refuse-closing': { needs: ['words'] },
  close: { takes: ['words'] },
  'dismiss-repeat': { needs: ['repeat'], takes: ['words'] },
  consent: { takes: ['given', 'to', 'words'] },
};

/** The fields that a kind of step takes, for a form: those that it needs, of which it needs one, and those that it may have. */
export function fieldsOf(kind: CaseStepKind): Required<Fields> {
  return { needs: [], needsOne: [], takes: [], ...fields[kind] };
}

/** C2: which fields of a step are missing or do not belong to its kind. Empty where all is well. */
export function findStepFaults(step: CaseStep): Finding[] {
  const { needs, needsOne, takes } = fieldsOf(step.kind);
  const faults: Finding[] = [];
  const fault = (where: string, code: StepFaultCode) => faults.push({ where: `body/${where}`, code });
  const has = (field: Field) => step[field] !== undefined && !(field === 'words' && step.words!.trim() === '');
  for (const field of needs) if (!has(field)) fault(field, 'missing');
  if (needsOne.length > 0 && !needsOne.some(has)) fault(needsOne[0]!, 'missing');
  const known: readonly string[] = ['kind', ...needs, ...needsOne, ...takes];
  for (const field of Object.keys(step)) if (!known.includes(field)) fault(field, 'unexpected');
  if (step.to !== undefined && known.includes('to')) {
    const { federation, partner } = step.to;
    if (federation === undefined && partner === undefined) fault('to', 'missing');
    if (federation !== undefined && partner !== undefined) fault('to/partner', 'unexpected');
    // Consent is asked of her for what leaves the federations.
    if (step.kind === 'consent' && federation !== undefined) fault('to/federation', 'unexpected');
  }
  return faults;
}

/** What a step is held against. */
export interface StepFacing {
  readonly facts: CaseFacts;
  readonly actor: CaseStaff;
  readonly rules: Pick<CaseRules, 'partners'>;
  readonly now: Date;
}

/**
 * C5, C7, C9: what is wrong with the values of a step for this case. A unit that she excluded is refused as one that does not exist
 * (C9). Whether workers and federations exist is for the service to say, with the same findings.
 */
export function findStepMisfits(step: CaseStep, { facts, actor, rules, now }: StepFacing): Finding[] {
  const faults: Finding[] = [];
  const fault = (where: string, code: StepFaultCode) => faults.push({ where: `body/${where}`, code });
  const today = chinaDay(now);
  const { to, unit } = step;
  if (step.grade !== undefined) {
    if (step.grade === facts.grade) fault('grade', 'same');
    // C5: else anybody could close a red case by calling it something else first.
    else if (facts.grade === 'red' && actor.role !== 'supervisor') fault('grade', 'not-allowed');
  }
  if (step.worker !== undefined && actor.role !== 'supervisor') fault('worker', 'not-allowed');
  if (to?.federation !== undefined && (to.federation === facts.owner || facts.excludedUnits.includes(to.federation)))
    fault('to/federation', 'not-offered');
  if (to?.partner !== undefined && !rules.partners.some((one) => one.code === to.partner))
    fault('to/partner', 'not-offered');
  // C7
  if (step.kind === 'offer-transfer' && to?.partner !== undefined && step.named && facts.transferConsent !== true)
    fault('named', 'consent-missing');
  if (step.kind === 'invite' && unit !== undefined) {
    if (unit === facts.owner || facts.joint.includes(unit) || facts.excludedUnits.includes(unit))
      fault('unit', 'not-offered');
  }
  if (step.kind === 'leave') {
    const left = leaver(step, facts, actor);
    if (left === undefined) fault('unit', unit === undefined ? 'missing' : 'not-offered');
  }
  if (step.transfer !== undefined && step.transfer !== facts.offer?.id) fault('transfer', 'not-offered');
  if (step.next !== undefined && step.next < today) fault('next', 'past');
  if (step.on !== undefined && step.on > today) fault('on', 'not-offered');
  return faults;
}

/** Who leaves: the unit that is named, or the one federation for which the actor works on it; undefined where that is none. */
export function leaver(
  step: Pick<CaseStep, 'unit'>,
  facts: Pick<CaseFacts, 'joint' | 'owner'>,
  actor: CaseStaff,
): string | undefined {
  const mine = facts.joint.filter((one) => reaches(actor.unit, facts.owner) || reaches(actor.unit, one));
  if (step.unit !== undefined) return mine.find((one) => one === step.unit);
  if (reaches(actor.unit, facts.owner)) return undefined;
  return mine.length === 1 ? mine[0] : mine.find((one) => one === actor.unit);
}

import type { components } from '../../generated/types.js';
import type { Finding } from './ballot-facts.js';

type Schemas = components['schemas'];

/** Where a resolution stands. */
export type ResolutionState = Schemas['ResolutionState'];
/** What happens with a resolution. */
export type ExecutionStepKind = Schemas['ExecutionStep']['kind'];
/** What the execution rate is made of. */
export type ExecutionCounts = Schemas['ExecutionCounts'];
/** Who says that a resolution was carried out. */
export type Acceptor = 'proposer' | 'organiser';

/** All that the rules need of a resolution. */
export interface ResolutionFacts {
  readonly state: ResolutionState;
  /** The last day `YYYY-MM-DD`, Chinese time. */
  readonly due: string;
}

/** Whether the last day is over and it is not done; `today` is a day `YYYY-MM-DD` in China. */
export function isLate({ state, due }: ResolutionFacts, today: string): boolean {
  return due < today && state !== 'accepted' && state !== 'dropped';
}

/**
 * **X1** The counts of the execution rate, which is `accepted` of `due`. Due are resolutions whose last day is over, and those that were
 * accepted or dropped before it: a promise that is dropped was not kept. One that was accepted late counts as accepted.
 */
export function executionCounts(resolutions: readonly ResolutionFacts[], today: string): ExecutionCounts {
  const in_ = (state: ResolutionState) => resolutions.filter((one) => one.state === state).length;
  const late = resolutions.filter((one) => isLate(one, today)).length;
  const accepted = in_('accepted');
  return { resolutions: resolutions.length, due: accepted + in_('dropped') + late, accepted, late };
}

/** X1 of several councils or federations together: the sums, not a mean of rates. */
export function addCounts(all: readonly ExecutionCounts[]): ExecutionCounts {
  const sum = { resolutions: 0, due: 0, accepted: 0, late: 0 };
  for (const one of all) for (const name of ['resolutions', 'due', 'accepted', 'late'] as const) sum[name] += one[name];
  return sum;
}

/**
 * **X2** Who says that it was carried out: the member who proposed the topic, as long as she is on the roll; else the organiser, for a
 * visitor's topic, one without a topic, and a member who has left.
 */
export function acceptedBy({ proposer, onRoll }: { readonly proposer?: string; readonly onRoll: boolean }): Acceptor {
  return proposer !== undefined && onRoll ? 'proposer' : 'organiser';
}

/** X2: what each step may follow on, what becomes of it, and whether it needs words. `add` changes no state. */
const steps: Record<
  ExecutionStepKind,
  { readonly from: readonly ResolutionState[]; readonly to?: ResolutionState; readonly words: boolean }
> = {
  begin: { from: ['assigned'], to: 'working', words: false },
  add: { from: ['assigned', 'working', 'reported'], words: true },
  report: { from: ['assigned', 'working'], to: 'reported', words: true },
  accept: { from: ['reported'], to: 'accepted', words: true },
  return: { from: ['reported'], to: 'working', words: true },
  drop: { from: ['assigned', 'working', 'reported'], to: 'dropped', words: true },
};

/** **X2** What the organiser may do with a resolution now; to accept it or send it back only where nobody else does. */
export function executionStepsAllowed(state: ResolutionState, acceptor: Acceptor): ExecutionStepKind[] {
  return (Object.keys(steps) as ExecutionStepKind[]).filter(
    (kind) =>
      steps[kind].from.includes(state) && (acceptor === 'organiser' || (kind !== 'accept' && kind !== 'return')),
  );
}

/** **X2** Whether the proposer says now whether it was carried out. */
export function mayAccept(state: ResolutionState, acceptor: Acceptor): boolean {
  return acceptor === 'proposer' && state === 'reported';
}

/** The state after a step that is allowed. */
export function afterStep(state: ResolutionState, kind: ExecutionStepKind): ResolutionState {
  return steps[kind].to ?? state;
}

/** X2: every step but `begin` needs words; a proposer's sending back needs them, her accepting does not. */
export function findExecutionFaults(step: Schemas['ExecutionStep'] | Schemas['Acceptance']): Finding[] {
  const needed = 'kind' in step ? steps[step.kind].words : !step.accepted;
  return needed && !step.words?.trim() ? [{ where: 'body/words', code: 'missing' }] : [];
}

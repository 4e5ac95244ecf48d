import type { components } from '../../generated/types.js';
import type { Finding } from './ballot-facts.js';

type Schemas = components['schemas'];

/** Where a topic stands. */
export type TopicState = Schemas['TopicState'];
/** What the organiser decides about a topic. */
export type TopicDecision = Schemas['TopicScreening']['decision'];

/** **T1** The first state: a member's topic is shown at once, a visitor's when the organiser let it in. */
export function firstTopicState(fromMember: boolean): TopicState {
  return fromMember ? 'collected' : 'suggested';
}

const decisions: Record<TopicDecision, { readonly from: readonly TopicState[]; readonly to: TopicState }> = {
  collect: { from: ['suggested', 'declined'], to: 'collected' },
  admit: { from: ['suggested', 'collected'], to: 'admitted' },
  merge: { from: ['suggested', 'collected', 'admitted'], to: 'merged' },
  decline: { from: ['suggested', 'collected', 'admitted'], to: 'declined' },
};

/** **T1** What the organiser may decide about a topic now. To collect one that was declined takes that back. */
export function topicDecisionsAllowed(state: TopicState): TopicDecision[] {
  return (Object.keys(decisions) as TopicDecision[]).filter((decision) => decisions[decision].from.includes(state));
}

/** The state after a decision that is allowed. */
export function afterDecision(decision: TopicDecision): TopicState {
  return decisions[decision].to;
}

/**
 * **T1** Whether a decision says what it must: words to decline, the other topic to merge, and that only there. Whether the other topic
 * is one of the council that is still talked about is `mayMergeInto`.
 */
export function findScreeningFaults(screening: Schemas['TopicScreening']): Finding[] {
  const faults: Finding[] = [];
  const { decision, words, into } = screening;
  if (decision === 'decline' && !words?.trim()) faults.push({ where: 'body/words', code: 'missing' });
  if (decision === 'merge' && into === undefined) faults.push({ where: 'body/into', code: 'missing' });
  if (decision !== 'merge' && into !== undefined) faults.push({ where: 'body/into', code: 'unexpected' });
  return faults;
}

/** **T1** Whether another topic can go on in this one. */
export function mayMergeInto(state: TopicState): boolean {
  return state === 'collected' || state === 'admitted';
}

/** **T1** Whether a topic is shown to everybody. What a visitor sent and the organiser declined is not. */
export function isTopicShown({
  state,
  fromMember,
}: {
  readonly state: TopicState;
  readonly fromMember: boolean;
}): boolean {
  return state !== 'suggested' && (state !== 'declined' || fromMember);
}

/** **T1** Whether members may second it: while it is collected, and not their own. */
export function maySecond(state: TopicState, own: boolean): boolean {
  return state === 'collected' && !own;
}

/** **T1** Whether members may talk about it. */
export function mayComment(state: TopicState): boolean {
  return state === 'collected' || state === 'admitted';
}

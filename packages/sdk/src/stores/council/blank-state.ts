import type { Schemas } from '../../operation-types.js';
import type { MemberSessionStore } from '../member-session/types.js';
import { noList } from './paged.js';
import type { CouncilState, ExecutionRate, ProposalDraft } from './types.js';

/** Nothing is proposed. */
export const noProposal: ProposalDraft = { title: '', words: '', name: '' };

/** Fields that are empty, as findings. */
export function missing(fields: Readonly<Record<string, string>>): Schemas['Finding'][] {
  const empty = Object.keys(fields).filter((name) => fields[name] === '');
  return empty.map((name) => ({ where: `body/${name}`, code: 'missing' }));
}

/** A state in which nothing is known but who is signed in. */
export function blank(session: MemberSessionStore): CouncilState {
  return {
    load: 'initial',
    topics: noList,
    meetings: noList,
    ballots: noList,
    resolutions: noList,
    roll: noList,
    session: session.state,
    proposal: noProposal,
    answerDrafts: {},
    acts: {},
    hasUnsent: false,
  };
}

/** What the counts add up to. */
export function rateOf(counts: ExecutionRate): ExecutionRate {
  const { due, accepted } = counts;
  return { ...counts, ...(due > 0 && { percent: Math.floor((accepted * 100) / due) }) };
}

import type { BallotState, BallotStore, Choice, DraftChoice } from '@fulian/sdk/stores/ballot';
import type { Language } from '../base/language.js';
import type { MemberSignInView } from '../base/member-sign-in.js';
import type { GapValues } from '../base/language.js';
import type { BallotKey } from './ballot.words.js';

/** What is on the screen; `choose` to `check` are for who may vote. */
export type Screen =
  | 'loading'
  | 'error'
  | 'motion'
  | 'sign-in'
  | 'secrecy'
  | 'paper'
  | 'choose'
  | 'check'
  | 'casting'
  | 'voted'
  | 'result'
  | 'left';

/** How far she is before her choice; the rest of the way is the store's. */
export type Stage = 'motion' | 'sign-in' | 'secrecy' | 'paper' | 'choose';

/** All that a view gets to draw itself and to say what she did. Views hold no state of their own. */
export interface BallotView extends MemberSignInView {
  readonly state: BallotState;
  readonly store: BallotStore;
  readonly language: Language;
  /** Her paper is kept on this device, as she asked. */
  readonly keepsPaper: boolean;
  /** Whether a card would let her do more. */
  readonly waitsForCard: boolean;
  /** What she typed of a receipt was too short to look for. */
  readonly shortReceipt: boolean;
  /** Words by key, gaps filled. */
  t(key: BallotKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; undefined where there are none. */
  words(key: string, values?: GapValues): string | undefined;
  /** Goes to what comes before her choice. */
  go(stage: Stage): void;
  /** From what secrecy means to the choice; `keep` leaves her paper on this device until the closing. */
  begin(keep: boolean): void;
  /** To the look at her choice once more, or to what is wrong with it. */
  review(): void;
  /** Casts it, or sends it again. */
  cast(): void;
  /** Looks for a receipt that she typed. */
  check(receipt: string): void;
  /** The chair's casting vote. */
  decide(option: string): void;
  /** Says something to who listens, once. */
  announce(words: string): void;
  /** After the page was left: begins anew. */
  restart(): void;
}

/** The steps that she goes, for 'step 2 of 4'. */
export function stepsOf({ state }: BallotView): readonly Screen[] {
  const isSecret = state.ballot!.rules.secrecy === 'secret';
  return isSecret ? ['motion', 'secrecy', 'choose', 'check'] : ['motion', 'choose', 'check'];
}

/** The title of an option. */
export function titleOf({ state }: BallotView, option: string): string {
  return state.ballot!.options.find(({ id }) => id === option)?.title ?? option;
}

/** Titles of options, as they are listed in a sentence. */
export function titlesOf(view: BallotView, options: readonly string[]): string {
  return options.map((one) => titleOf(view, one)).join(view.t('comma'));
}

/** A choice that was made, in lines: what was picked, points, or places. */
export function linesOf(view: BallotView, { abstain, picks, scores, ranking }: Choice): readonly string[] {
  if (abstain) return [view.t('abstain')];
  if (scores)
    return scores.map(({ option, points }) => view.t('points-of', { title: titleOf(view, option), n: points }));
  if (ranking) return ranking.map((one, at) => `${view.t('rank-place', { n: at + 1 })} ${titleOf(view, one)}`);
  return picks && picks.length > 0 ? picks.map((one) => titleOf(view, one)) : [view.t('none-picked')];
}

/** A draft as the choice that it becomes, with the points of those that got none. */
export function choiceOf(view: BallotView, { abstain, picks, scores, ranking }: DraftChoice): Choice {
  const { rules, options } = view.state.ballot!;
  if (abstain) return { abstain };
  if (rules.method === 'score')
    return { scores: options.map(({ id }) => ({ option: id, points: scores[id] ?? rules.scale!.min })) };
  return isRanked(rules.method) ? { ranking: [...ranking] } : { picks: [...picks] };
}

/** Whether a method asks for an order of preference. */
export function isRanked(method: string): boolean {
  return method === 'instant-runoff' || method === 'schulze' || method === 'stv';
}

import type { ActName, CouncilState, CouncilStore } from '@fulian/sdk/stores/council';
import type { GapValues, Language } from '../base/language.js';
import type { MemberSignInView } from '../base/member-sign-in.js';
import type { CouncilKey } from './council.words.js';

/** The sections of a council, in their order. */
export const sections = ['topics', 'meetings', 'ballots', 'resolutions'] as const;

/** One of them. */
export type Section = (typeof sections)[number];

/** What can be unfolded, one at a time each. */
export interface Unfolded {
  /** Where a card is typed. */
  signIn: boolean;
  /** Where a topic is written. */
  proposal: boolean;
}

/** All that a view gets to draw itself and to say what she did. Views hold no state of their own. */
export interface CouncilView extends MemberSignInView {
  readonly state: CouncilState;
  readonly store: CouncilStore;
  readonly language: Language;
  readonly section: Section;
  readonly unfolded: Readonly<Unfolded>;
  /** Words by key, gaps filled. */
  t(key: CouncilKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; undefined where there are none. */
  words(key: string, values?: GapValues): string | undefined;
  /** Shows a section. */
  show(section: Section): void;
  unfold(what: keyof Unfolded, on: boolean): void;
  /** Goes to a ballot. */
  choose(ballot: string): void;
  propose(): void;
  signOut(): void;
}

/** Whether she has signed in. */
export function isMember({ state }: CouncilView): boolean {
  return state.session.phase === 'open';
}

/** Whether an act is on its way. */
export function isBusy({ state }: CouncilView, name: ActName): boolean {
  const status = state.acts[name]?.status;
  return status === 'sending' || status === 'waiting';
}

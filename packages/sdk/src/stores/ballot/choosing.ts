import { findChoiceFaults, picksOf, voteFieldOf } from '@fulian/contract/rules/council';
import { type Change, Observable } from '../observable.js';
import type { MemberSessionStore } from '../member-session/types.js';
import { choiceOf, Draft, noChoice } from './draft.js';
import { explanationOf } from './explanation.js';
import { countdownTo, type ServerClock } from '../server-clock.js';
import type { Ballot, BallotState, Hindrance } from './types.js';

/** Choosing, and which phase a ballot is in: all of its store that asks nobody. */
export abstract class Choosing extends Observable<BallotState> {
  abstract readonly session: MemberSessionStore;
  protected readonly drafting = new Draft();
  protected hindrance: Hindrance | undefined;
  protected isReviewing = false;

  protected constructor(
    state: BallotState,
    protected readonly clock: ServerClock,
  ) {
    super(state);
  }

  /** A vote is on its way. */
  protected abstract readonly isVoting: boolean;
  /** She has chosen something. */
  protected abstract chosen(ballot: Ballot): void;
  /** What is shown is up to date; `changesIn`: milliseconds until the countdown reads differently. */
  protected abstract shown(changesIn: number): void;

  pick(option: string): void {
    this.choose('picks', option, () => this.drafting.pick(option));
  }

  toggle(option: string): boolean {
    const { ballot } = this.state;
    return this.choose('picks', option, () =>
      this.drafting.toggle(option, picksOf(ballot!.rules, ballot!.options).max),
    );
  }

  score(option: string, points: number | undefined): void {
    this.choose('scores', option, () => this.drafting.score(option, points));
  }

  rank(option: string): void {
    this.moveTo(option, Infinity);
  }

  unrank(option: string): void {
    this.choose('ranking', option, () => this.drafting.rank(option, undefined));
  }

  move(option: string, by: 1 | -1): boolean {
    const { ranking } = this.drafting.current;
    const place = ranking.indexOf(option) + by;
    if (place - by < 0 || place < 0 || place >= ranking.length) return false;
    this.moveTo(option, place);
    return true;
  }

  moveTo(option: string, place: number): void {
    this.choose('ranking', option, () => this.drafting.rank(option, place));
  }

  abstain(on = true): void {
    if (this.state.ballot?.rules.abstain)
      this.choose(undefined, undefined, () => this.drafting.set({ ...noChoice, abstain: on }));
  }

  clear(): void {
    this.choose(undefined, undefined, () => this.drafting.set(noChoice));
  }

  undo(): void {
    this.choose(undefined, undefined, () => this.drafting.undo());
  }

  redo(): void {
    this.choose(undefined, undefined, () => this.drafting.redo());
  }

  review(): boolean {
    const { phase, ballot } = this.state;
    if (!ballot || (phase !== 'choosing' && phase !== 'reviewing')) return false;
    const faults = findChoiceFaults(choiceOf(this.drafting.current, ballot), ballot.rules, ballot.options);
    this.isReviewing = faults.length === 0;
    this.show({ faults });
    return this.isReviewing;
  }

  back(): void {
    this.isReviewing = false;
    this.show();
  }

  /** A change of the draft, where one may be made now. */
  private choose(
    field: 'picks' | 'scores' | 'ranking' | undefined,
    option: string | undefined,
    change: () => unknown,
  ): boolean {
    const { ballot, phase } = this.state;
    if (!ballot || (phase !== 'choosing' && phase !== 'reviewing')) return false;
    if (field !== undefined && voteFieldOf(ballot.rules.method) !== field) return false;
    if (option !== undefined && !ballot.options.some(({ id }) => id === option)) return false;
    const isDone = change() !== false;
    if (isDone) this.isReviewing = false;
    this.show({ faults: [], castError: undefined });
    this.chosen(ballot);
    return isDone;
  }

  /** Replaces the state, with everything that follows from it. */
  protected show(change: Change<BallotState> = {}): void {
    const { drafting } = this;
    this.set({
      ...change,
      session: this.session.state,
      draft: drafting.current,
      canUndo: drafting.canUndo,
      canRedo: drafting.canRedo,
    });
    const { ballot } = this.state;
    if (!ballot) return;
    const left =
      ballot.closesAt !== undefined && ballot.state === 'open'
        ? countdownTo(ballot.closesAt, this.clock.now())
        : undefined;
    const phase = this.phaseOf(ballot, left?.shown.urgency === 'over');
    const { member } = this.session.state;
    this.set({
      phase,
      countdown: left?.shown,
      hindrance: phase === 'hindered' ? this.hindrance : undefined,
      mayChange: phase === 'cast' && ballot.rules.revote,
      explanation: ballot.result ? explanationOf(ballot) : [],
      mayDecide: ballot.state === 'awaiting-chair' && member?.role === 'chair',
    });
    this.shown(left?.changesIn ?? Infinity);
  }

  private phaseOf(ballot: Ballot, isTimeOver: boolean): BallotState['phase'] {
    if (ballot.state === 'draft') return 'not-open';
    if (ballot.state !== 'open') return 'closed';
    if (this.isVoting) return 'casting';
    if (isTimeOver) return 'counting';
    if (this.session.state.phase !== 'open') return 'sign-in';
    if (this.state.receipt !== undefined && !this.state.isChange) return 'cast';
    if (this.hindrance) return 'hindered';
    return this.isReviewing ? 'reviewing' : 'choosing';
  }
}

/** A state in which nothing of anybody is known. */
export function blank(session: MemberSessionStore): BallotState {
  return {
    phase: 'initial',
    session: session.state,
    draft: noChoice,
    canUndo: false,
    canRedo: false,
    faults: [],
    isChange: false,
    mayHaveVoted: false,
    mayChange: false,
    explanation: [],
    mayDecide: false,
  };
}

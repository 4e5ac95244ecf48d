import { picksOf, voteFieldOf } from '@fulian/contract/rules/council';
import type { Ballot, Choice, DraftChoice } from './types.js';

/** Nothing is chosen. */
export const noChoice: DraftChoice = { abstain: false, picks: [], scores: {}, ranking: [] };

const longest = 100;

/** A choice that is being made, with its way back. */
export class Draft {
  current = noChoice;
  private before: readonly DraftChoice[] = [];
  private after: readonly DraftChoice[] = [];

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** Another choice; the one before can be undone to. */
  set(next: DraftChoice): void {
    if (JSON.stringify(next) === JSON.stringify(this.current)) return;
    this.before = [...this.before.slice(1 - longest), this.current];
    this.after = [];
    this.current = next;
  }

  /** One option and no other. */
  pick(option: string): void {
    this.set({ ...noChoice, picks: [option] });
  }

  /** With it or without it; false where that would be more than `most`. */
  toggle(option: string, most: number): boolean {
    const { picks } = this.current;
    const rest = picks.filter((one) => one !== option);
    if (rest.length === picks.length && picks.length >= most) return false;
    this.set({ ...noChoice, picks: rest.length < picks.length ? rest : [...picks, option] });
    return true;
  }

  score(option: string, points: number | undefined): void {
    const { [option]: _, ...rest } = this.current.scores;
    this.set({ ...noChoice, scores: points === undefined ? rest : { ...rest, [option]: points } });
  }

  /** To a place in the order; `undefined` takes it out. */
  rank(option: string, place: number | undefined): void {
    const rest = this.current.ranking.filter((one) => one !== option);
    const at = Math.max(0, Math.min(rest.length, place ?? 0));
    const ranking = place === undefined ? rest : [...rest.slice(0, at), option, ...rest.slice(at)];
    this.set({ ...noChoice, ranking });
  }

  undo(): void {
    const last = this.before[this.before.length - 1];
    if (!last) return;
    this.before = this.before.slice(0, -1);
    this.after = [this.current, ...this.after];
    this.current = last;
  }

  redo(): void {
    const [next, ...rest] = this.after;
    if (!next) return;
    this.before = [...this.before, this.current];
    this.after = rest;
    this.current = next;
  }

  /** Begins with a choice, without a way back. */
  begin(choice: Choice | undefined): void {
    this.before = this.after = [];
    const scores: Record<string, number> = {};
    for (const { option, points } of choice?.scores ?? []) scores[option] = points;
    const { abstain = false, picks = [], ranking = [] } = choice ?? {};
    this.current = { abstain, picks, scores, ranking };
  }
}

/** What the service takes; `{}` where nothing is chosen. */
export function choiceOf({ abstain, picks, scores, ranking }: DraftChoice, { rules, options }: Ballot): Choice {
  if (abstain) return { abstain: true };
  const field = voteFieldOf(rules.method);
  if (field === 'picks') return picks.length > 0 || picksOf(rules, options).min === 0 ? { picks: [...picks] } : {};
  if (field === 'ranking') return ranking.length > 0 ? { ranking: [...ranking] } : {};
  const given = options.flatMap(({ id }) => {
    const points = scores[id];
    return points === undefined ? [] : [{ option: id, points }];
  });
  return given.length > 0 ? { scores: given } : {};
}

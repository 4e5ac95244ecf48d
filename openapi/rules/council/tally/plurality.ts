import type { MethodCount, MethodInput } from './method.js';
import { mostOf } from './sums.js';

/** V2, `single`: one pick each; the option with the most wins. */
export function countPlurality(input: MethodInput): MethodCount {
  return mostOf(picked(input), input);
}

/** How many picked each option. */
export function picked({ choices }: Pick<MethodInput, 'choices'>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { picks = [] } of choices) for (const option of picks) sums.set(option, (sums.get(option) ?? 0) + 1);
  return sums;
}

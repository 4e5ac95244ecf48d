import type { MethodCount, MethodInput } from './method.js';
import { mostOf } from './sums.js';

/**
 * V2, `score`: the options with the most points win. Who is left out of a ballot got the fewest points that it could give. An option that
 * nobody gave more than those is never elected.
 */
export function countScore(input: MethodInput): MethodCount {
  const { options, choices, leastPoints } = input;
  const least = leastPoints * choices.length;
  const sums = new Map(options.map((option) => [option, least]));
  for (const { scores = [] } of choices)
    for (const { option, points } of scores) sums.set(option, sums.get(option)! + points - leastPoints);
  return mostOf(sums, { ...input, needed: least + 1 });
}

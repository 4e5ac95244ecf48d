import type { MethodCount, MethodInput } from './method.js';
import { picked } from './plurality.js';
import { mostOf } from './sums.js';

/** V2, `approval`: as many picks as the rules allow, each counts one; the options with the most win. */
export function countApproval(input: MethodInput): MethodCount {
  return mostOf(picked(input), input);
}

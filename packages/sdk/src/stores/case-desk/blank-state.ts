import { blankQueue, standardFilters } from './queue.js';
import type { CaseDeskState } from './types.js';

/** A desk at which nobody works yet. */
export function blank(federation: string): CaseDeskState {
  return {
    load: 'initial',
    federation,
    queue: blankQueue(standardFilters, 0),
    saved: [],
    live: 'off',
    unsent: [],
  };
}

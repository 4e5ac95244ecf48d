import type { CaseTrackerState } from './types.js';

/** Nothing is written. */
export const noDraft = { words: '', attachments: [] } as const;

/** A state in which nothing of anybody is known. */
export function blank(phase: CaseTrackerState['phase']): CaseTrackerState {
  return {
    phase,
    receiptFaults: [],
    hasUnsent: false,
    expiresSoon: false,
    idleSoon: false,
    live: 'off',
    unseen: 0,
    draft: noDraft,
    draftFaults: [],
    outbox: [],
  };
}

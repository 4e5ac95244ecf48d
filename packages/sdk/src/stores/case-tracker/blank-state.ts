import type { CaseTrackerState } from './types.js';

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
    draft: { words: '', attachments: [] },
    draftFaults: [],
    outbox: [],
  };
}

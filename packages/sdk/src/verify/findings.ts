/** What can be wrong with a log; stable, because whoever shows it has words for each. */
export const logFindingCodes = [
  // The text and the chain.
  'not-a-log',
  'text-changed',
  'entry-malformed',
  'other-council',
  'sequence-broken',
  'time-goes-back',
  'hash-wrong',
  // The head, and heads that are known from elsewhere.
  'head-malformed',
  'head-not-the-end',
  'head-unsigned',
  'head-other-key',
  'known-head-missing',
  'known-head-differs',
  'known-head-unsigned',
  // What the entries say.
  'body-malformed',
  'council-not-created',
  'roll-broken',
  'resolution-broken',
  'ballot-opened-twice',
  'ballot-not-open',
  'ballot-roll-differs',
  'ballot-rules-misfit',
  'ballot-again-unknown',
  'ballot-closed-early',
  // Votes.
  'vote-late',
  'vote-logged-in-secret',
  'votes-more-than-members',
  'revote-not-allowed',
  'receipt-repeated',
  'receipt-replaced-unknown',
  'receipt-wrong',
  'receipt-not-logged',
  'vote-dropped',
  'vote-of-stranger',
  'votes-unsorted',
  'choice-misfit',
  // Papers of secret ballots.
  'paper-key-wrong',
  'papers-more-than-members',
  'papers-used-more-than-given',
  'papers-unsorted',
  'choices-not-as-papers',
  // What came out.
  'result-wrong',
  'casting-vote-wrong',
] as const;

/** What is wrong. */
export type LogFindingCode = (typeof logFindingCodes)[number];

/** One thing that is wrong. */
export interface LogFinding {
  readonly code: LogFindingCode;
  /** The entry; absent where it is none in particular. */
  readonly seq?: number;
  /** The ballot's id, where it is about one. */
  readonly ballot?: string;
  /** Whom or what it is about: a member's id, a receipt, a paper. */
  readonly about?: string;
}

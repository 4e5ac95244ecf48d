/** What the driver in the page tells the harness outside of it. Plain data; both sides share it. */

/** The public elements, in the order in which they are walked through; the quick exit leaves the page. */
export const journeyNames = ['help-form', 'service-map', 'case-tracker', 'council', 'ballot', 'quick-exit'] as const;
export type JourneyName = (typeof journeyNames)[number];

/** What the driver needs to know of the service's world. */
export interface Facts {
  /** 12 digits, of a case that is being worked on. */
  readonly openCase: string;
  /** 12 digits, of a case whose requester is asked whether she is satisfied. */
  readonly resolvedCase: string;
  /** 24 digits; of both cases. */
  readonly secret: string;
  readonly council: string;
  /** Digits on the card of a member. */
  readonly card: string;
  /** Ids of ballots in which she may vote. */
  readonly openBallot: string;
  readonly secretBallot: string;
}

/** What the page's script tag tells the driver, as JSON in `data-settings`. */
export interface Settings {
  /** Where reports go. */
  readonly reportTo: string;
  /** Where it asks for a picture and waits until one was taken; absent: no pictures. */
  readonly picturesAt?: string;
  /** Which journeys, in this order. The first element may stand in the page's markup; the others are made as they come. */
  readonly journeys: readonly JourneyName[];
  /** How she leaves. */
  readonly leaveBy: 'escape' | 'press';
  /** Where the exit leads. */
  readonly exit: string;
  readonly facts: Facts;
  /** Milliseconds since 1970 that the page believes at its beginning. */
  readonly now: number;
  /** Part of the address of every script of ours; before the first of them runs, the page is taken stock of. */
  readonly ours: string;
  /** Milliseconds until what does not come counts as missing. */
  readonly patience: number;
}

/** One journey. */
export interface JourneyReport {
  readonly name: JourneyName;
  /** What was done, in order. */
  readonly steps: readonly string[];
  /** Why it did not come to its end; absent where it did. */
  readonly fault?: string;
  readonly milliseconds: number;
}

/** One breach of the page's policy. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  /** Script and line, where the browser says so. */
  readonly at: string;
}

/** All that happened in a page. */
export interface Report {
  readonly engine: string;
  readonly journeys: readonly JourneyReport[];
  readonly violations: readonly Violation[];
  /** Errors and rejections that nobody caught. */
  readonly errors: readonly string[];
  /** What was said to the console as a warning or an error. */
  readonly complaints: readonly string[];
  /** Names on `window` that were not there before our scripts ran. */
  readonly globals: readonly string[];
  /** What our scripts have changed of built-ins, of interfaces of the document, and of functions of the page. */
  readonly changes: readonly string[];
  /** How many properties were compared. */
  readonly compared: number;
  /** False where the page is about to be left and nothing can follow. */
  readonly isLast: boolean;
}

import {
  canonicalJson,
  countBallots,
  fewestSecretVotes,
  receiptOfPaper,
  stateAfterCount,
  tooFew,
  type BallotResult,
  type BallotRules,
  type BallotState,
  type Option,
  type OpenBallotClosedBody,
  type SecretBallotClosedBody,
} from '@fulian/contract/rules/council';
import type { BallotKeyPair } from './ballot-keys.js';
import { choiceOf, sha256 } from './ballot-rows.js';
import { openVote, type BallotPlace } from './box.js';

/** A ballot that is to be counted. */
export interface CountedFacts {
  readonly place: BallotPlace;
  readonly rules: BallotRules;
  readonly options: readonly Option[];
  readonly eligible: number;
  readonly present: number | undefined;
}

/** What closing writes. */
export interface Counted {
  readonly state: BallotState;
  readonly result: BallotResult;
  /** Sorted. */
  readonly receipts: readonly Buffer[];
  /** Of the log's entry `ballot-closed`. */
  readonly body: OpenBallotClosedBody | SecretBallotClosedBody;
}

/** A vote of an open ballot as it is stored. */
export interface StoredVote {
  readonly member: string;
  readonly choice: string;
  readonly salt: Buffer;
  readonly receipt: Buffer;
}

/** Counts an open ballot; `votes` sorted by member. */
export function countOpen({ place, present, ...facts }: CountedFacts, votes: readonly StoredVote[]): Counted {
  const logged = votes.map(({ member, choice, salt, receipt }) => ({
    member,
    choice: choiceOf(choice),
    salt: salt.toString('hex'),
    receipt: receipt.toString('hex'),
  }));
  const result = countBallots({
    ...facts,
    ...(present !== undefined && { present }),
    choices: logged.map(({ choice }) => choice),
  });
  return {
    state: stateAfterCount(result),
    result,
    receipts: votes.map(({ receipt }) => receipt).sort(byBytes),
    body: { ballot: place.id, ...presentOf(result), votes: logged, result },
  };
}

/** What lies in the box of a secret ballot. */
export interface Box {
  readonly receipts: readonly Buffer[];
  readonly sealed: readonly Buffer[];
  /** How many papers were handed out. */
  readonly papers: number;
}

/** Opens the box and counts. Of fewer than five votes none is opened. What it answers says nothing of which paper said what. */
export function countSecret({ place, present, ...facts }: CountedFacts, box: Box, keys: BallotKeyPair): Counted {
  const { papers } = box;
  const given = { ...facts, ...(present !== undefined && { present }), papers };
  const key = Buffer.from(keys.paper.secret).toString('hex');
  if (box.sealed.length < fewestSecretVotes) {
    const result = tooFew(given, box.sealed.length);
    return {
      state: 'closed',
      result,
      receipts: [],
      body: { ballot: place.id, ...presentOf(result), papers, key, result },
    };
  }
  const votes = box.sealed.map((sealed, at) => openVote(keys.box, place, box.receipts[at]!.toString('hex'), sealed));
  // Each sorted by itself: nothing stands beside what it came with.
  const used = votes.map(({ paper }) => paper).sort();
  const choices = votes
    .map(({ choice }) => choice)
    .sort()
    .map(choiceOf);
  const result = countBallots({ ...given, choices });
  return {
    state: stateAfterCount(result),
    result,
    receipts: used.map((paper) => Buffer.from(receiptOfPaper(sha256, paper), 'hex')).sort(byBytes),
    body: { ballot: place.id, ...presentOf(result), papers, key, used, choices, result },
  };
}

const byBytes = (one: Buffer, other: Buffer) => one.compare(other);

/** The attendance where the rules ask for it. */
function presentOf({ turnout }: BallotResult): { present?: number } {
  return turnout.present === undefined ? {} : { present: turnout.present };
}

/** The text of a result as it is stored. */
export function resultText(result: BallotResult): string {
  return canonicalJson(result);
}

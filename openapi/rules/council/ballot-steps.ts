import type { components } from '../../generated/types.js';
import type { BallotResult, BallotRules, BallotState, Option } from './ballot-facts.js';
import { findRuleFaults } from './rule-faults.js';
import { asksForAttendance, fewestSecretVotes, quorumNeeded } from './majority.js';

type Check = components['schemas']['BallotCheck']['checks'][number];

/** What can be done with a ballot besides voting. */
export type BallotStep = 'change' | 'open' | 'close' | 'decide' | 'cancel';

const from: Record<BallotStep, readonly BallotState[]> = {
  change: ['draft'],
  open: ['draft'],
  close: ['open'],
  decide: ['awaiting-chair'],
  cancel: ['draft', 'open'],
};

/** **B1** In which states a step may be taken: a draft is changed, opened or dropped; an open ballot closed or cancelled; a tie decided. */
export function ballotStepsAllowed(state: BallotState): BallotStep[] {
  return (Object.keys(from) as BallotStep[]).filter((step) => from[step].includes(state));
}

/** **B1** The state of a ballot that was counted: `awaiting-chair` where a tie is hers to decide. */
export function stateAfterCount(result: BallotResult): BallotState {
  return result.outcome === 'tied' && result.tie?.rule === 'chair' ? 'awaiting-chair' : 'closed';
}

/** **B1** Whether a ballot may be run again: the count was a tie, and the rules say so. */
export function mayRunAgain(state: BallotState, result: BallotResult | undefined): boolean {
  return state === 'closed' && result?.outcome === 'tied' && result.tie?.rule === 'again';
}

/** What the checklist looks at. */
export interface CheckFacts {
  readonly state: BallotState;
  readonly rules: BallotRules;
  /** May be left out with `yes-no` while it is a draft. */
  readonly options: readonly Option[];
  readonly closesAt: Date;
  readonly now: Date;
  /** How many may vote: on the roll now, or as it opened. */
  readonly eligible: number;
  /** How many of them have neither a card nor a portal that signs them in. */
  readonly notInvited: number;
  readonly hasChair: boolean;
  /** How many attended the meeting; absent where nobody took attendance. */
  readonly present?: number;
  /** How many have voted; of a secret ballot how many votes are in the box. */
  readonly voted?: number;
}

/**
 * **B2** What the organiser looks at before the next step of a ballot, in the order in which it is shown: a draft's before opening, an open
 * ballot's before closing; nothing in other states. `blocks` says what refuses the step where it is not `ok`; the rest reminds.
 */
export function ballotChecks(facts: CheckFacts): Check[] {
  if (facts.state === 'draft') return openingChecks(facts);
  return facts.state === 'open' ? closingChecks(facts) : [];
}

/** Whether nothing stands against the next step. */
export function checksPass(checks: readonly Check[]): boolean {
  return checks.every(({ ok, blocks }) => ok || !blocks);
}

function openingChecks({
  rules,
  options,
  closesAt,
  now,
  eligible,
  notInvited,
  hasChair,
  present,
}: CheckFacts): Check[] {
  const faults = findRuleFaults(rules, options);
  const aboutOptions = faults.filter(({ where }) => where.startsWith('body/options'));
  const checks: Check[] = [
    { id: 'rules-fit', ok: faults.length === aboutOptions.length, blocks: true },
    { id: 'options-enough', ok: aboutOptions.length === 0, blocks: true, number: options.length },
    { id: 'closing-ahead', ok: closesAt > now, blocks: true },
    { id: 'roll-there', ok: eligible > 0, blocks: true, number: eligible },
    { id: 'roll-invited', ok: notInvited === 0, blocks: false, number: notInvited },
  ];
  if (rules.secrecy === 'secret') {
    checks.push({ id: 'secret-enough', ok: eligible >= fewestSecretVotes, blocks: true, number: eligible });
    checks.push({ id: 'unanimity-told', ok: true, blocks: false });
  }
  const needed = quorumNeeded(rules, eligible);
  // Nobody can come to a meeting that is over; those who have no card may still get one.
  if (rules.quorum.counts === 'cast')
    checks.push({ id: 'quorum-possible', ok: eligible - notInvited >= needed, blocks: false, number: needed });
  else if (present !== undefined)
    checks.push({ id: 'quorum-possible', ok: present >= needed, blocks: true, number: needed });
  if (asksForAttendance(rules)) checks.push({ id: 'attendance-taken', ok: present !== undefined, blocks: false });
  if (rules.tie === 'chair') checks.push({ id: 'chair-there', ok: hasChair, blocks: true });
  return checks;
}

/** It is closed once the time is over or everybody has voted: each of the two stands against it only as long as the other does. */
function closingChecks({ rules, closesAt, now, eligible, hasChair, present, voted = 0 }: CheckFacts): Check[] {
  const everyone = voted >= eligible;
  const over = now >= closesAt;
  const checks: Check[] = [
    { id: 'everyone-voted', ok: everyone, blocks: !over, number: Math.max(0, eligible - voted) },
    { id: 'time-over', ok: over, blocks: !everyone },
  ];
  if (asksForAttendance(rules)) checks.push({ id: 'attendance-taken', ok: present !== undefined, blocks: false });
  if (rules.tie === 'chair') checks.push({ id: 'chair-there', ok: hasChair, blocks: false });
  return checks;
}

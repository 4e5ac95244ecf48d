import {
  canonicalChoice,
  countBallots,
  decideTie,
  type LogBodies,
  type LogKind,
  receiptOfVote,
  stateAfterCount,
} from '@fulian/contract/rules/council';
import { hexOf } from '../../ballot-paper/hex.js';
import { newPaperKeys, type PaperKeys } from '../../ballot-paper/service.js';
import { receiptOf } from '../../ballot-paper.js';
import type { Schemas } from '../../operation-types.js';
import { sha256Text } from './hashing.js';

type Choice = Schemas['ballot_Choice'];

/** A vote of an open ballot. */
export interface TestVote {
  readonly choice: Choice;
  readonly salt: string;
  readonly receipt: string;
}

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/** Of the platform. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

const yesNo: Schemas['BallotOption'][] = [
  { id: 'yes', title: '同意' },
  { id: 'no', title: '不同意' },
];

/** What a ballot needs of its council. */
export interface BallotHome {
  readonly id: string;
  readonly meetings: readonly { readonly id: string; readonly draft: Schemas['MeetingDraft'] }[];
  /** Who is on it now. */
  readonly roll: readonly { readonly id: string }[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  member(id: string | undefined): { readonly name: string } | undefined;
  /** Adds to the log. */
  note<Kind extends LogKind>(kind: Kind, body: LogBodies[Kind]): void;
}

/** A ballot of the test server. Tests read it, and may change it. */
export class TestBallot {
  state: Schemas['BallotState'] = 'draft';
  revision = 1;
  /** Ids of those who may vote. */
  members: readonly string[] = [];
  openedAt?: string;
  closedAt?: string;
  rerun?: string;
  /** Of a secret ballot: the blinded element that each member's paper was made out for. */
  readonly papers = new Map<string, string>();
  /** Of a secret ballot: what each paper says. */
  readonly box = new Map<string, Choice>();
  /** Of an open ballot, by member. */
  readonly votes = new Map<string, TestVote>();
  result?: Schemas['BallotResult'];
  /** What the closing publishes. */
  readonly receipts: string[] = [];
  private made: PaperKeys | undefined;

  constructor(
    readonly council: BallotHome,
    readonly id: string,
    public draft: Schemas['BallotDraft'],
  ) {}

  get options(): readonly Schemas['BallotOption'][] {
    return this.draft.rules.method === 'yes-no' ? yesNo : this.draft.options;
  }

  get isSecret(): boolean {
    return this.draft.rules.secrecy === 'secret';
  }

  /** Made when they are first asked for: a pair takes some milliseconds. */
  get keys(): PaperKeys {
    this.made ??= newPaperKeys(randomBytes);
    return this.made;
  }

  /** How many attended the meeting; `undefined` where nobody took attendance. */
  get present(): number | undefined {
    const meeting = this.council.meetings.find(({ id }) => id === this.draft.motion.meeting);
    return meeting?.draft.present?.length;
  }

  /** How many votes there are. */
  get cast(): number {
    return this.isSecret ? this.box.size : this.votes.size;
  }

  open(): void {
    const { council, draft } = this;
    this.state = 'open';
    this.revision += 1;
    this.openedAt = new Date(council.now()).toISOString();
    this.members = council.roll.map(({ id }) => id).sort();
    council.note('ballot-opened', {
      ballot: this.id,
      motion: draft.motion,
      options: this.options,
      rules: draft.rules,
      members: this.members,
      closesAt: new Date(draft.closesAt).toISOString(),
      ...(this.isSecret && { paperKey: this.keys.paperKey }),
      ...(draft.again !== undefined && { again: draft.again }),
    });
  }

  /** Whether a vote is in time. */
  get isOpen(): boolean {
    return this.state === 'open' && this.council.now() < Date.parse(this.draft.closesAt);
  }

  /** Stores a vote of an open ballot; its receipt. */
  vote(member: string, given: Choice): string {
    const choice = canonicalChoice(given, this.draft.rules);
    const before = this.votes.get(member);
    if (before && JSON.stringify(before.choice) === JSON.stringify(choice)) return before.receipt;
    const salt = hexOf(randomBytes(32));
    const receipt = receiptOfVote(sha256Text, salt, member, choice);
    this.votes.set(member, { choice, salt, receipt });
    this.council.note('vote-stored', { ballot: this.id, receipt, ...(before && { replaces: before.receipt }) });
    return receipt;
  }

  /** Closes and counts. */
  close(): void {
    const { council, id: ballot, draft, present } = this;
    if (this.state !== 'open') return;
    const choices = [...(this.isSecret ? this.box.values() : [...this.votes.values()].map(({ choice }) => choice))];
    const facts = {
      rules: draft.rules,
      options: this.options,
      choices,
      eligible: this.members.length,
      ...(present !== undefined && { present }),
      ...(this.isSecret && { papers: this.papers.size }),
    };
    const result = countBallots(facts);
    this.result = result;
    this.state = stateAfterCount(result);
    this.closedAt = new Date(council.now()).toISOString();
    this.revision += 1;
    const attended = present === undefined ? {} : { present };
    if (this.isSecret) {
      const used = [...this.box.keys()].sort();
      const isCounted = result.outcome !== 'too-few';
      if (isCounted) this.receipts.push(...used.map(receiptOf).sort());
      const sorted = choices.map((choice) => JSON.stringify(canonicalChoice(choice, draft.rules))).sort();
      const opened = { used, choices: sorted.map((text) => JSON.parse(text) as Choice) };
      const { size: papers } = this.papers;
      council.note('ballot-closed', {
        ballot,
        ...attended,
        papers,
        key: this.keys.secret,
        ...(isCounted && opened),
        result,
      });
      this.box.clear();
    } else {
      const votes = [...this.votes].map(([member, vote]) => ({ member, ...vote }));
      votes.sort((a, b) => (a.member < b.member ? -1 : 1));
      this.receipts.push(...votes.map(({ receipt }) => receipt).sort());
      council.note('ballot-closed', { ballot, ...attended, votes, result });
    }
  }

  /** The chair's vote. Throws a RangeError where it is none. */
  decide(member: string, option: string): void {
    this.result = decideTie(this.result!, this.draft.rules, option);
    this.state = 'closed';
    this.revision += 1;
    this.council.note('casting-vote', {
      ballot: this.id,
      member,
      choice: { picks: [option] },
      result: this.result,
    });
  }

  cancel(): void {
    this.state = 'cancelled';
    this.revision += 1;
    this.closedAt = new Date(this.council.now()).toISOString();
    this.box.clear();
    this.votes.clear();
    this.council.note('ballot-cancelled', { ballot: this.id });
  }

  /** As everybody sees it. */
  wire(): Schemas['Ballot'] {
    const { council, draft, isSecret } = this;
    const nameOf = (id: string) => council.member(id)?.name ?? id;
    const isDraft = this.state === 'draft';
    const wire: Schemas['Ballot'] = {
      id: this.id,
      council: council.id,
      state: this.state,
      motion: draft.motion,
      options: [...this.options],
      rules: draft.rules,
      eligible: isDraft ? council.roll.length : this.members.length,
      closesAt: draft.closesAt,
      serverTime: new Date(council.now()).toISOString(),
    };
    if (this.openedAt !== undefined) wire.openedAt = this.openedAt;
    if (this.closedAt !== undefined) wire.closedAt = this.closedAt;
    if (draft.again !== undefined) wire.again = draft.again;
    if (this.rerun !== undefined) wire.rerun = this.rerun;
    if (isSecret && !isDraft) wire.paperKey = this.keys.paperKey;
    if (this.result) wire.result = this.result;
    if (!isSecret && this.result)
      wire.votes = [...this.votes].map(([member, { choice }]) => ({ member, name: nameOf(member), choice }));
    return wire;
  }
}

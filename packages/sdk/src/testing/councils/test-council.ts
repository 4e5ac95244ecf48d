import {
  executionCounts,
  type LogBodies,
  type LogEntry,
  type LogRecord,
  type LogKind,
  sealEntry,
  firstHash,
} from '@fulian/contract/rules/council';
import type { Schemas } from '../../operation-types.js';
import { sha256Text } from './hashing.js';
import type { TestBallot } from './test-ballot.js';

/** Somebody who is or was on a roll of the test server. */
export interface TestMember {
  readonly id: string;
  name: string;
  role: Schemas['CouncilRole'];
  readonly joinedAt: string;
  leftAt?: string;
  reason?: string;
  subject?: string;
  /** 16 digits. */
  code?: string;
  /** Milliseconds since 1970: when her code was used first. */
  usedAt?: number;
  readonly changes: NonNullable<Schemas['RollEntry']['changes']>;
}

/** A contribution. */
export interface TestComment {
  readonly id: string;
  readonly at: string;
  readonly member: string;
  words?: string;
  state: Schemas['Comment']['state'];
  reason?: string;
  reported: boolean;
}

/** A topic. */
export interface TestTopic {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly at: string;
  /** Who proposed it, or the name that a visitor gave. */
  readonly member?: string;
  readonly by?: string;
  state: Schemas['TopicState'];
  readonly seconds: Set<string>;
  answer?: string;
  into?: string;
  readonly comments: TestComment[];
}

/** A meeting. */
export interface TestMeeting {
  readonly id: string;
  revision: number;
  draft: Schemas['MeetingDraft'];
}

/** A resolution. */
export interface TestResolution {
  readonly id: string;
  revision: number;
  draft: Schemas['ResolutionDraft'];
  readonly decidedAt: string;
  state: Schemas['ResolutionState'];
  readonly evidence: { readonly at: string; readonly words: string }[];
  acceptedAt?: string;
  acceptance?: string;
  /** By member. */
  readonly ratings: Map<string, number>;
}

/** A council of the test server. Tests read it, and may change it. */
export class TestCouncil {
  name: string;
  words: string | undefined;
  ended = false;
  revision = 1;
  /** Of the roll as a whole. */
  rollRevision = 1;
  readonly members: TestMember[] = [];
  readonly topics: TestTopic[] = [];
  readonly meetings: TestMeeting[] = [];
  readonly ballots: TestBallot[] = [];
  readonly resolutions: TestResolution[] = [];
  private readonly sealed: LogEntry[] = [];
  private readonly unsealed: Omit<LogRecord, 'seq'>[] = [];
  private made = 0;

  /** `id`: the federation's 12-digit code, and the rest. */
  constructor(
    readonly id: string,
    { name, words }: { readonly name: string; readonly words?: string | undefined },
    readonly now: () => number,
  ) {
    this.name = name;
    this.words = words;
    this.note('council-created', { name });
  }

  get federation(): string {
    return this.id.slice(0, 12);
  }

  /** Those who are on the roll now. */
  get roll(): TestMember[] {
    return this.members.filter(({ leftAt }) => leftAt === undefined);
  }

  /** What the execution rate is made of. */
  get counts(): Schemas['ExecutionCounts'] {
    const facts = this.resolutions.map(({ state, draft: { due } }) => ({ state, due }));
    return executionCounts(facts, todayInChina(this.now()));
  }

  /** Everything that is asked for by its id: `ballot(id)` and the others are `undefined` where there is none. */
  member(id: string | undefined): TestMember | undefined {
    return this.members.find((one) => one.id === id);
  }

  ballot(id: string | undefined): TestBallot | undefined {
    return this.ballots.find((one) => one.id === id);
  }

  /** An id that nothing else here has. */
  newId(): string {
    this.made += 1;
    return itemId(this.made);
  }

  /** The chain, whole. Hashed when somebody reads it: most tests never do. */
  get log(): readonly LogEntry[] {
    const { sealed, unsealed } = this;
    for (const record of unsealed.splice(0)) {
      const previous = sealed[sealed.length - 1]?.hash ?? firstHash;
      sealed.push(sealEntry(sha256Text, previous, { ...record, seq: sealed.length + 1 }));
    }
    return sealed;
  }

  /** Adds to the log. */
  note<Kind extends LogKind>(kind: Kind, body: LogBodies[Kind]): void {
    const { unsealed, sealed, id: council } = this;
    const last = unsealed[unsealed.length - 1] ?? sealed[sealed.length - 1];
    const at = new Date(Math.max(this.now(), last ? +new Date(last.at) : 0)).toISOString();
    unsealed.push({ council, at, kind, body: JSON.parse(JSON.stringify(body)) as typeof body });
  }
}

/** The same number, the same id. */
export function itemId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** `YYYY-MM-DD`. */
export function todayInChina(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}

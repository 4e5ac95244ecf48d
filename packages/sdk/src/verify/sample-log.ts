/**
 * A log as the service writes it, for tests of what checks one: a council of nine with open and secret ballots, votes that were changed, a
 * tie that the chair decided, a ballot without its quorum that was run again, one that was called off, one with too few papers, one that
 * is open still, and resolutions. Randomness, hash and signature come in.
 */
import {
  type BallotRules,
  canonicalJson,
  type Choice,
  countBallots,
  decideTie,
  firstHash,
  headText,
  type LogBodies,
  type LogEntry,
  type LogKind,
  receiptOfVote,
  sealEntry,
  type Sha256,
  tooFew,
} from '@fulian/contract/rules/council';
import { newPaperKeys } from '../ballot-paper/service.js';
import type { LogHead } from './shapes.js';

/** What a log is made with. */
export interface LogTools {
  /** From 0 to 1, 1 excluded; seeded, so that a failure can be repeated. */
  readonly random: () => number;
  readonly sha256: Sha256;
  /** The service's key, Ed25519. */
  readonly key: string;
  readonly sign: (text: string) => string;
}

/** A log that can be changed; entries and their bodies are plain objects. */
export interface DraftLog {
  readonly council: string;
  entries: LogEntry[];
  head: LogHead;
}

/** The text that the service answers. */
export function textOf({ council, entries, head }: DraftLog): string {
  return canonicalJson({ council, entries, head });
}

/** A copy that can be changed without changing the other. */
export function copyOf(log: DraftLog): DraftLog {
  return JSON.parse(JSON.stringify(log)) as DraftLog;
}

/** What somebody does who changed a log and covers it up: numbers and hashes all entries again. The head stays as it is. */
export function rehash(log: DraftLog, sha256: Sha256): void {
  let hash = firstHash;
  log.entries = log.entries.map((entry, index) => {
    const sealed = sealEntry(sha256, hash, { ...entry, seq: index + 1 });
    ({ hash } = sealed);
    return sealed;
  });
}

/** The same with a new head, as only who holds the service's key can do it. */
export function reseal(log: DraftLog, { sha256, key, sign }: LogTools): void {
  rehash(log, sha256);
  const last = log.entries[log.entries.length - 1];
  const facts = { council: log.council, seq: log.entries.length, hash: last?.hash ?? firstHash, at: log.head.at };
  log.head = { ...facts, key, signature: sign(headText(facts)) };
}

const yesNo = [
  { id: 'yes', title: '同意' },
  { id: 'no', title: '不同意' },
];
const three = ['a', 'b', 'c'].map((id) => ({ id, title: `示例${id}` }));
const half = { numerator: 1, denominator: 2 };
const rulesOf = (change: Partial<BallotRules>): BallotRules => ({
  version: 1,
  method: 'yes-no',
  secrecy: 'open',
  abstain: true,
  revote: true,
  base: 'cast',
  quorum: { share: half, counts: 'cast' },
  ...((change.method ?? 'yes-no') === 'yes-no' && { threshold: { share: half, relation: 'more-than' } }),
  tie: 'fails',
  ...change,
});
const yes: Choice = { picks: ['yes'] };
const no: Choice = { picks: ['no'] };
const abstained: Choice = { abstain: true };
const pick = (...picks: string[]): Choice => ({ picks });

/** Makes it. */
export function sampleLog(tools: LogTools): DraftLog {
  return new Scribe(tools).write();
}

class Scribe {
  private readonly council: string;
  private readonly entries: LogEntry[] = [];
  private roll: string[] = [];
  private minute = 0;

  constructor(private readonly tools: LogTools) {
    this.council = `990101001001-${this.uuid()}`;
  }

  write(): DraftLog {
    this.add('council-created', { name: '荷塘村妇女议事会' });
    for (let at = 0; at < 9; at += 1) this.join(at === 0 ? 'chair' : 'member');
    const gone = this.roll[4]!;
    this.add('member-changed', { member: this.roll[1]!, role: 'secretary' });
    this.add('member-left', { member: gone });
    this.roll = this.roll.filter((member) => member !== gone);
    this.join('member');

    const passed = this.open({}, '路灯修缮', [yes, yes, yes, yes, abstained, yes, no, yes, yes], { again: 3 });
    this.resolve(passed);
    const tied = this.open({ tie: 'chair', method: 'single' }, '会议时间', [
      pick('a'),
      pick('b'),
      pick('a'),
      pick('b'),
      pick('c'),
    ]);
    this.decide(tied, 'b');
    this.open({ method: 'approval', picks: { min: 1, max: 2 } }, '活动项目', [
      pick('a', 'b'),
      pick('a'),
      pick('b', 'c'),
      pick('a', 'c'),
      pick('b'),
    ]);
    const missed = this.open(
      { secrecy: 'secret', quorum: { share: { numerator: 8, denominator: 9 }, counts: 'cast' } },
      '章程修改',
      [yes, yes, yes, yes, no, no],
    );
    this.open({ secrecy: 'secret' }, '章程修改', [yes, yes, yes, yes, no, yes, abstained, yes], {
      papers: 9,
      runs: missed,
    });
    this.open(
      { secrecy: 'secret', method: 'single', tie: 'again' },
      '推选代表',
      [pick('a'), pick('b'), pick('b'), pick('c'), pick('b'), pick('a')],
      { papers: 7 },
    );
    this.open({ secrecy: 'secret' }, '人少的表决', [yes, no, yes], { papers: 4 });
    const scores = [3, 1, 2, 3, 2].map((points, at) => ({ scores: [{ option: 'abc'[at % 3]!, points }] }));
    this.open(
      { method: 'score', scale: { min: 0, max: 3 }, base: 'present', quorum: { share: half, counts: 'present' } },
      '花园样式',
      scores,
      { present: 7 },
    );
    this.add('ballot-cancelled', { ballot: this.open({}, '写错了的表决', [yes], { end: 'none' }) });
    this.open({ revote: false }, '还开着的表决', [yes, no, no, yes], { end: 'none' });

    const log = { council: this.council, entries: this.entries } as unknown as DraftLog;
    log.head = { at: this.now() } as LogHead;
    reseal(log, this.tools);
    return log;
  }

  private join(role: 'chair' | 'member'): void {
    const member = this.letters(22);
    this.roll.push(member);
    this.add('member-joined', { member, role });
  }

  /** Opens a ballot, lets the members vote, and closes it. Gives its id. */
  private open(
    change: Partial<BallotRules>,
    title: string,
    choices: readonly Choice[],
    more: {
      readonly end?: 'none';
      readonly again?: number;
      readonly papers?: number;
      readonly present?: number;
      readonly runs?: string;
    } = {},
  ): string {
    const rules = rulesOf(change);
    const ballot = this.uuid();
    const options = rules.method === 'yes-no' ? yesNo : three;
    const members = [...this.roll].sort();
    const keys = rules.secrecy === 'secret' ? newPaperKeys((count) => this.bytes(count)) : undefined;
    const closesAt = this.at(this.minute + 60);
    this.add('ballot-opened', {
      ballot,
      motion: { title, words: `${title}，请表决。` },
      options,
      rules,
      members,
      closesAt,
      ...(keys && { paperKey: keys.paperKey }),
      ...(more.runs !== undefined && { again: more.runs }),
    });

    const facts = {
      rules,
      options,
      eligible: members.length,
      ...(more.present !== undefined && { present: more.present }),
    };
    const present = more.present !== undefined && { present: more.present };
    const ends = () => {
      this.minute = Math.max(this.minute, 60 + this.minute);
    };
    if (!keys) {
      const votes = choices.map((choice, at) => {
        const vote = this.vote(members[at]!, choice);
        this.add('vote-stored', { ballot, receipt: vote.receipt });
        return vote;
      });
      for (let at = 0; at < (more.again ?? 0); at += 1) {
        const vote = this.vote(votes[at]!.member, no);
        this.add('vote-stored', { ballot, receipt: vote.receipt, replaces: votes[at]!.receipt });
        // The last one changes her mind back.
        votes[at] = at < 2 ? vote : this.vote(vote.member, yes);
        if (at >= 2) this.add('vote-stored', { ballot, receipt: votes[at]!.receipt, replaces: vote.receipt });
      }
      if (more.end === 'none') return ballot;
      ends();
      const result = countBallots({ ...facts, choices: votes.map(({ choice }) => choice) });
      this.add('ballot-closed', { ballot, ...present, votes, result });
      return ballot;
    }
    ends();
    const papers = more.papers ?? choices.length;
    const closed = { ballot, ...present, papers, key: keys.secret };
    if (choices.length < 5)
      this.add('ballot-closed', { ...closed, result: tooFew({ ...facts, papers }, choices.length) });
    else
      this.add('ballot-closed', {
        ...closed,
        used: choices.map(() => this.hex(32)).sort(),
        choices: choices
          .map(canonicalJson)
          .sort()
          .map((text) => JSON.parse(text) as Choice),
        result: countBallots({ ...facts, papers, choices }),
      });
    return ballot;
  }

  private vote(member: string, choice: Choice) {
    const salt = this.hex(32);
    return { member, choice, salt, receipt: receiptOfVote(this.tools.sha256, salt, member, choice) };
  }

  private decide(ballot: string, chosen: string): void {
    const { body } = this.entries[this.entries.length - 1] as LogEntry<'ballot-closed'>;
    const result = decideTie(body.result, rulesOf({ tie: 'chair', method: 'single' }), chosen);
    this.add('casting-vote', { ballot, member: this.roll[0]!, choice: pick(chosen), result });
  }

  private resolve(ballot: string): void {
    const resolution = this.uuid();
    this.add('resolution-made', { resolution, state: 'assigned', due: '2026-12-31', ballot });
    for (const state of ['working', 'reported', 'accepted'] as const)
      this.add('resolution-changed', { resolution, state, due: '2026-12-31', ballot });
  }

  private add<Kind extends LogKind>(kind: Kind, body: LogBodies[Kind]): void {
    this.minute += 1;
    const { council, entries } = this;
    const previous = entries[entries.length - 1]?.hash ?? firstHash;
    entries.push(
      sealEntry(this.tools.sha256, previous, { council, seq: entries.length + 1, at: this.now(), kind, body }),
    );
  }

  private now(): string {
    return this.at(this.minute);
  }

  private at(minute: number): string {
    return new Date(Date.UTC(2026, 0, 10, 2) + minute * 60_000).toISOString();
  }

  private bytes(count: number): Uint8Array {
    return new Uint8Array(count).map(() => Math.floor(this.tools.random() * 256));
  }

  private hex(count: number): string {
    return [...this.bytes(count)].map((byte) => (256 + byte).toString(16).slice(1)).join('');
  }

  private uuid(): string {
    return this.hex(16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  private letters(count: number): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return [...this.bytes(count)].map((byte) => alphabet[byte & 63]).join('');
  }
}

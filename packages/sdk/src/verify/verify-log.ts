import {
  isCanonicalJson,
  type LogBodies,
  type LogEntry,
  type LogKind,
  type Sha256,
} from '@fulian/contract/rules/council';
import { type BallotRecord, BallotReplay } from './ballots.js';
import { checkChain, checkHead, checkKnownHead, type IsSigned, type KnownHead } from './chain.js';
import type { LogFinding, LogFindingCode } from './findings.js';
import { isBody, isLog, type LogHead } from './shapes.js';

/** What a log is checked with. Cryptography comes from the platform. */
export interface VerifyOptions {
  readonly sha256: Sha256;
  readonly isSigned: IsSigned;
  /** Heads that were kept, printed or posted: whoever holds the service's key can rewrite a log, but not these. */
  readonly heads?: readonly KnownHead[];
  /** The service's public key, 64 hex digits, where it is known from elsewhere than from the log. */
  readonly key?: string;
}

/** What came out of checking a log. */
export interface Verification {
  /** Empty where nothing is wrong; otherwise in the order of the log. */
  readonly findings: readonly LogFinding[];
  /** The first entry that something is wrong with; absent where all is well, or where nothing could be read. */
  readonly firstBroken?: number;
  readonly council?: string;
  /** The council's name, as the log began. */
  readonly name?: string;
  readonly entries: number;
  /** How many are on the roll at the end. */
  readonly members: number;
  readonly head?: LogHead;
  readonly ballots: readonly BallotRecord[];
}

/**
 * Checks a council's log, the text that `getCouncilLog` answers: the chain of hashes, the head's signature, heads that were kept, the roll,
 * and of each ballot that its rules stayed, that all votes are of members and none is missing, and that counting them again gives the
 * published result. Pure.
 *
 * It cannot show that a log is the newest one (a copy of last week is a whole log, too: compare its head with a posted one), nor that the
 * service gave no paper to somebody who should have none (papers handed out stand beside the number of members).
 */
export function verifyLog(text: string, options: VerifyOptions): Verification {
  const found: LogFinding[] = [];
  let log: unknown;
  try {
    log = JSON.parse(text);
  } catch {
    log = undefined;
  }
  if (!isLog(log)) return { findings: [{ code: 'not-a-log' }], entries: 0, members: 0, ballots: [] };

  const { council, entries } = log;
  const { sha256, isSigned, key } = options;
  if (!isCanonicalJson(text)) found.push({ code: 'text-changed' });
  const read = checkChain(sha256, council, entries, found);
  const head = checkHead(log, isSigned, key, found);
  const usedKey = key ?? head?.key;
  for (const known of options.heads ?? [])
    checkKnownHead(known, { council, entries, ...(usedKey !== undefined && { key: usedKey }) }, isSigned, found);

  const replay = new LogReplay(sha256, found);
  for (const entry of read) replay.apply(entry);
  if (entries.length > 0 && replay.name === undefined) found.push({ code: 'council-not-created', seq: 1 });

  found.sort((one, other) => (one.seq ?? Infinity) - (other.seq ?? Infinity) || 0);
  const broken = found.find(({ seq }) => seq !== undefined);
  return {
    findings: found,
    ...(broken?.seq !== undefined && { firstBroken: broken.seq }),
    council,
    ...(replay.name !== undefined && { name: replay.name }),
    entries: entries.length,
    members: replay.roll.size,
    ...(head && { head }),
    ballots: [...replay.ballots.values()].map((ballot) => ballot.record()),
  };
}

/** Does again what the entries say was done. */
class LogReplay {
  name: string | undefined;
  /** Who is on the roll, with her role. */
  readonly roll = new Map<string, string>();
  readonly ballots = new Map<string, BallotReplay>();
  private readonly resolutions = new Set<string>();

  constructor(
    private readonly sha256: Sha256,
    private readonly found: LogFinding[],
  ) {}

  apply(entry: LogEntry): void {
    const { kind, body, seq } = entry;
    if (!isBody(kind, body)) return this.fault('body-malformed', seq);
    const apply = this.steps[kind] as (entry: LogEntry, body: LogBodies[LogKind]) => void;
    return apply(entry, body);
  }

  private readonly steps: { readonly [Kind in LogKind]: (entry: LogEntry, body: LogBodies[Kind]) => void } = {
    'council-created': ({ seq }, { name }) => {
      if (seq !== 1 || this.name !== undefined) this.fault('council-not-created', seq);
      this.name ??= name;
    },
    'member-joined': ({ seq }, { member, role }) => {
      if (this.roll.has(member)) this.fault('roll-broken', seq, { about: member });
      this.roll.set(member, role);
    },
    'member-changed': ({ seq }, { member, role }) => {
      if (!this.roll.has(member)) this.fault('roll-broken', seq, { about: member });
      this.roll.set(member, role);
    },
    'member-left': ({ seq }, { member }) => {
      if (!this.roll.delete(member)) this.fault('roll-broken', seq, { about: member });
    },
    'ballot-opened': ({ seq, at }, body) => {
      const { ballot, again } = body;
      if (this.ballots.has(ballot)) return this.fault('ballot-opened-twice', seq, { ballot });
      if (again !== undefined && !this.ballots.get(again)?.hasEnded())
        this.fault('ballot-again-unknown', seq, { ballot, about: again });
      const opened = new BallotReplay(this.sha256, seq, body, this.found);
      opened.checkOpening(at, [...this.roll.keys()]);
      this.ballots.set(ballot, opened);
      return undefined;
    },
    'vote-stored': (entry, body) => this.ballot(entry, body.ballot)?.storeVote(entry, body),
    'ballot-closed': (entry, body) => this.ballot(entry, body.ballot)?.close(entry, body),
    'casting-vote': (entry, body) =>
      this.ballot(entry, body.ballot)?.decide(entry, body, this.roll.get(body.member) === 'chair'),
    'ballot-cancelled': (entry, body) => this.ballot(entry, body.ballot)?.cancel(entry),
    'resolution-made': ({ seq }, { resolution, ballot }) => {
      const isKnown = this.resolutions.has(resolution);
      if (isKnown || (ballot !== undefined && !this.ballots.get(ballot)?.hasEnded()))
        this.fault('resolution-broken', seq, { about: resolution });
      this.resolutions.add(resolution);
    },
    'resolution-changed': ({ seq }, { resolution }) => {
      if (!this.resolutions.has(resolution)) this.fault('resolution-broken', seq, { about: resolution });
    },
  };

  private ballot({ seq }: LogEntry, ballot: string): BallotReplay | undefined {
    const known = this.ballots.get(ballot);
    if (!known) this.fault('ballot-not-open', seq, { ballot });
    return known;
  }

  private fault(code: LogFindingCode, seq: number, about: Omit<LogFinding, 'code' | 'seq'> = {}): void {
    this.found.push({ code, seq, ...about });
  }
}

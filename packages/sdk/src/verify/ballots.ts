/** Recomputes what the log says of ballots, from the opening to the result. */
import {
  type BallotOpenedBody,
  type BallotResult,
  canonicalChoice,
  canonicalJson,
  countBallots,
  decideTie,
  fewestSecretVotes,
  findChoiceFaults,
  findRuleFaults,
  type LogBodies,
  type LogEntry,
  type LoggedChoice,
  type OpenBallotClosedBody,
  receiptOfVote,
  type SecretBallotClosedBody,
  type Sha256,
  tooFew,
} from '@fulian/contract/rules/council';
import { paperKeyOf } from '../ballot-paper/service.js';
import type { LogFinding, LogFindingCode } from './findings.js';

/** What the log says of one ballot, and whether it adds up. */
export interface BallotRecord {
  readonly ballot: string;
  /** The entry that opened it. */
  readonly seq: number;
  readonly opened: BallotOpenedBody;
  readonly state: 'open' | 'closed' | 'cancelled';
  /** What the log says came out. */
  readonly result?: BallotResult;
  /**
   * Whether counting the published votes again gives that result. `destroyed`: fewer than five secret votes are never published, so there
   * is nothing to count.
   */
  readonly recount?: 'agrees' | 'differs' | 'destroyed';
}

/** One ballot while the log is read. */
export class BallotReplay {
  private state: BallotRecord['state'] = 'open';
  private result: BallotResult | undefined;
  private recount: BallotRecord['recount'];
  /** Receipts that were logged, and those of them that none replaced. */
  private readonly logged = new Set<string>();
  private readonly standing = new Set<string>();
  private readonly members: ReadonlySet<string>;

  constructor(
    private readonly sha256: Sha256,
    private readonly seq: number,
    private readonly opened: BallotOpenedBody,
    private readonly found: LogFinding[],
  ) {
    this.members = new Set(opened.members);
  }

  /** What is known of it now. */
  record(): BallotRecord {
    const { seq, opened, state, result, recount } = this;
    return { ballot: opened.ballot, seq, opened, state, ...(result && { result }), ...(recount && { recount }) };
  }

  /** Whether it came to its end. */
  hasEnded(): boolean {
    return this.state !== 'open';
  }

  /** Checks its opening: who may vote, and by which rules. */
  checkOpening(at: string, roll: readonly string[]): void {
    const { members, rules, options, paperKey, closesAt } = this.opened;
    const isSecret = rules.secrecy === 'secret';
    if (canonicalJson(members) !== canonicalJson([...roll].sort())) this.fault('ballot-roll-differs', this.seq);
    if (
      findRuleFaults(rules, options).length > 0 ||
      closesAt <= at ||
      isSecret !== (paperKey !== undefined) ||
      (isSecret && members.length < fewestSecretVotes)
    )
      this.fault('ballot-rules-misfit', this.seq);
  }

  /** A vote of an open ballot was stored. */
  storeVote({ seq, at }: LogEntry, { receipt, replaces }: LogBodies['vote-stored']): void {
    const { rules, closesAt, members } = this.opened;
    if (this.state !== 'open') this.fault('ballot-not-open', seq);
    if (rules.secrecy === 'secret') this.fault('vote-logged-in-secret', seq);
    if (at >= closesAt) this.fault('vote-late', seq);
    if (this.logged.has(receipt)) this.fault('receipt-repeated', seq, receipt);
    if (replaces !== undefined) {
      if (!rules.revote) this.fault('revote-not-allowed', seq);
      if (!this.standing.delete(replaces)) this.fault('receipt-replaced-unknown', seq, replaces);
    }
    this.logged.add(receipt);
    this.standing.add(receipt);
    if (this.standing.size > members.length) this.fault('votes-more-than-members', seq);
  }

  /** It was closed and counted. */
  close({ seq, at }: LogEntry, body: OpenBallotClosedBody | SecretBallotClosedBody): void {
    const { closesAt, rules, members } = this.opened;
    if (this.state !== 'open') return this.fault('ballot-not-open', seq);
    this.state = 'closed';
    this.result = body.result;
    if ((rules.secrecy === 'secret') === 'votes' in body) return this.fault('body-malformed', seq);
    const votes = 'votes' in body ? body.votes : (body.used ?? []);
    if (at < closesAt && votes.length < members.length) this.fault('ballot-closed-early', seq);
    if ('votes' in body) this.closeOpen(seq, body);
    else this.closeSecret(seq, body);
  }

  private closeOpen(seq: number, { votes, present, result }: OpenBallotClosedBody): void {
    let last = '';
    const published = new Set<string>();
    for (const { member, choice, salt, receipt } of votes) {
      if (member <= last) this.fault('votes-unsorted', seq, member);
      last = member;
      if (!this.members.has(member)) this.fault('vote-of-stranger', seq, member);
      if (receiptOfVote(this.sha256, salt, member, choice) !== receipt) this.fault('receipt-wrong', seq, member);
      if (!this.standing.has(receipt)) this.fault('receipt-not-logged', seq, member);
      published.add(receipt);
    }
    for (const receipt of this.standing) if (!published.has(receipt)) this.fault('vote-dropped', seq, receipt);
    this.count(
      seq,
      votes.map(({ choice }) => choice),
      { result, ...(present !== undefined && { present }) },
    );
  }

  private closeSecret(seq: number, body: SecretBallotClosedBody): void {
    const { present, papers, key, used, choices, result } = body;
    const { paperKey, members, rules } = this.opened;
    if (paperKeyOf(key) !== paperKey) this.fault('paper-key-wrong', seq);
    if (papers > members.length) this.fault('papers-more-than-members', seq);
    const more = { papers, ...(present !== undefined && { present }) };
    if (!used || !choices) {
      // Destroyed: all that is said is how many they were.
      const { cast } = result.turnout;
      if (used || choices || cast >= fewestSecretVotes) return this.fault('choices-not-as-papers', seq);
      if (cast > papers) this.fault('papers-used-more-than-given', seq);
      const expected = tooFew({ rules, eligible: members.length, ...more }, cast);
      this.compare(seq, result, expected);
      if (this.recount === 'agrees') this.recount = 'destroyed';
      return undefined;
    }
    if (used.length > papers) this.fault('papers-used-more-than-given', seq);
    if (used.some((paper, at) => at > 0 && paper <= used[at - 1]!)) this.fault('papers-unsorted', seq);
    const texts = choices.map(canonicalJson);
    if (used.length !== choices.length || texts.some((text, at) => at > 0 && text < texts[at - 1]!))
      this.fault('choices-not-as-papers', seq);
    this.count(seq, choices, { ...more, result });
    return undefined;
  }

  private count(
    seq: number,
    choices: readonly LoggedChoice[],
    { result, ...more }: { readonly result: BallotResult; readonly present?: number; readonly papers?: number },
  ): void {
    const { rules, options, members } = this.opened;
    const misfit = choices.some(
      (choice) =>
        findChoiceFaults(choice, rules, options).length > 0 ||
        canonicalJson(canonicalChoice(choice, rules)) !== canonicalJson(choice),
    );
    if (misfit) this.fault('choice-misfit', seq);
    this.compare(seq, result, recounted());

    function recounted(): BallotResult | undefined {
      try {
        return countBallots({ rules, options, choices, eligible: members.length, ...more });
      } catch {
        // A choice or rules that do not fit, which was found already.
        return undefined;
      }
    }
  }

  private compare(seq: number, said: BallotResult, expected: BallotResult | undefined): void {
    this.recount = expected && canonicalJson(expected) === canonicalJson(said) ? 'agrees' : 'differs';
    if (this.recount === 'differs') this.fault('result-wrong', seq);
  }

  /** The chair decided a tie. */
  decide({ seq }: LogEntry, { member, choice, result }: LogBodies['casting-vote'], chair: boolean): void {
    const before = this.result;
    this.result = result;
    const named = choice.picks ?? choice.ranking ?? choice.scores?.map(({ option }) => option) ?? [];
    if (this.state !== 'closed' || !before || !chair || named.length !== 1)
      return this.fault('casting-vote-wrong', seq, member);
    try {
      const expected = decideTie(before, this.opened.rules, named[0]!);
      const agreed = this.recount === 'agrees';
      this.compare(seq, result, expected);
      if (!agreed) this.recount = 'differs';
    } catch {
      this.recount = 'differs';
      this.fault('casting-vote-wrong', seq, member);
    }
    return undefined;
  }

  /** It was called off. */
  cancel({ seq }: LogEntry): void {
    if (this.state !== 'open') this.fault('ballot-not-open', seq);
    else this.state = 'cancelled';
  }

  private fault(code: LogFindingCode, seq: number, about?: string): void {
    this.found.push({ code, seq, ballot: this.opened.ballot, ...(about !== undefined && { about }) });
  }
}

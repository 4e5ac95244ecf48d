import { canonicalChoice } from '@fulian/contract/rules/council';
import { isProblemError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import { createMemberSession } from '../member-session/store.js';
import type { MemberSessionStore } from '../member-session/types.js';
import { alwaysOnline, type NetworkLike } from '../network.js';
import { asFulianError, isUnknown, Life } from '../observable.js';
import { blank, Choosing } from './choosing.js';
import { choiceOf } from './draft.js';
import { Papers } from './papers.js';
import { ServerClock } from '../server-clock.js';
import { Timer } from '../timer.js';
import type { Ballot, BallotStore, BallotStoreOptions, Choice } from './types.js';
import { isProblem, type Outcome, Voting } from './voting.js';

/** Makes the headless state of one ballot. It sends nothing before `load`. */
export function createBallotStore(options: BallotStoreOptions): BallotStore {
  return new OneBallotStore(options);
}

/** Milliseconds between two readings of a ballot that is open, or waits for its chair. */
const usualPause = 60_000;
const firstPause = 1500;
const longestPause = 15_000;
/** Longer timers overflow, and a countdown of days says the same for minutes. */
const longestTimer = 60_000;
/** Digits of a receipt that are enough to look for it. */
const enoughDigits = 16;

class OneBallotStore extends Choosing implements BallotStore {
  readonly session: MemberSessionStore;
  private readonly path: { readonly councilId: string; readonly ballotId: string };
  private readonly network: NetworkLike;
  private readonly papers: Papers;
  private readonly undoes: readonly (() => void)[];
  private life = new Life();
  /** Whose choice, paper and vote are here. */
  private member: string | undefined;
  private voting: Voting | undefined;
  /** Sent when the session ended, and not settled: goes on when the same member is here again. */
  private unsettled: Choice | undefined;
  /** A reading says what became of the vote that was refused. */
  private isSettling = false;
  private pause = firstPause;
  private readonly poll = new Timer();
  private readonly tick = new Timer();
  private reading: Promise<void> | undefined;
  /** Nobody looks any more: what was under way sets no clock going again. */
  private isStopped = false;

  constructor(options: BallotStoreOptions) {
    const { client, council, ballot, keepSession, keep, network = alwaysOnline, clock = Date.now, random } = options;
    const session = options.session ?? createMemberSession({ client, council, keep: keepSession });
    super(blank(session), new ServerClock(clock));
    this.session = session;
    this.path = { councilId: council, ballotId: ballot };
    this.network = network;
    this.papers = new Papers(session.client, keep, random);
    this.undoes = [
      session.subscribe(() => void this.sessionChanged()),
      network.subscribe(() => {
        if (network.isOnline && this.state.phase !== 'initial') void this.refresh();
      }),
    ];
  }

  async load(): Promise<void> {
    if (this.state.phase !== 'initial' && this.state.phase !== 'error') return this.refresh();
    this.set({ phase: 'loading', loadError: undefined });
    await this.session.resume();
    await this.refresh();
  }

  refresh(): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    this.reading ??= this.read(this.life).finally(() => (this.reading = undefined));
    return this.reading;
  }

  async cast(): Promise<void> {
    if (this.voting) return this.voting.send();
    const { ballot } = this.state;
    if (!ballot || !this.review()) return;
    await this.begin(ballot, canonicalChoice(choiceOf(this.drafting.current, ballot), ballot.rules), false);
  }

  change(): void {
    if (this.state.phase !== 'cast' || !this.state.mayChange) return;
    this.drafting.begin(this.state.stored);
    this.isReviewing = false;
    this.show({ isChange: true, castError: undefined, faults: [] });
  }

  keepVote(): void {
    if (!this.state.isChange || this.voting) return;
    this.isReviewing = false;
    this.show({ isChange: false, castError: undefined, faults: [] });
  }

  async checkReceipt(given = this.state.receipt): Promise<void> {
    const wanted = (given ?? '')
      .normalize('NFKC')
      .replace(/[^0-9A-Fa-f]/g, '')
      .toLowerCase();
    const { life } = this;
    this.set({ inclusion: { status: 'pending' } });
    try {
      const { receipts } = await this.session.client.getBallotReceipts({ path: this.path }, life);
      if (life.isOver) return;
      const isIn = wanted.length >= enoughDigits && receipts.some((one) => one.startsWith(wanted));
      this.set({ inclusion: { status: isIn ? 'counted' : 'missing', of: receipts.length } });
      // What was not sure is now.
      if (isIn && wanted === this.state.receipt) this.set({ castError: undefined, mayHaveVoted: false });
      if (wanted === this.state.receipt) await this.papers.forget(true);
    } catch (error) {
      if (!life.isOver) this.set({ inclusion: { status: 'error', error: asFulianError(error, 'getBallotReceipts') } });
    }
  }

  async decide(option: string): Promise<boolean> {
    const { life } = this;
    if (!this.state.mayDecide || this.state.decision?.status === 'sending') return false;
    this.set({ decision: { status: 'sending' } });
    try {
      const body = { choice: { picks: [option] } };
      const ballot = await this.session.client.castDecidingVote({ path: this.path, body }, life);
      if (!life.isOver) this.show({ ballot, decision: { status: 'done' } });
      return true;
    } catch (thrown) {
      if (life.isOver) return false;
      const error = asFulianError(thrown, 'castDecidingVote');
      const faults = isProblemError(error) ? error.problem.findings : undefined;
      this.set({ decision: { status: isUnknown(error) ? 'unknown' : 'failed', error, ...(faults && { faults }) } });
      this.session.refusedBy(error);
      return false;
    }
  }

  async wipe(): Promise<void> {
    const { current } = this.papers;
    this.end();
    const isSpent = current?.state === 'stored';
    this.replace(blank(this.session));
    await this.papers.forget(isSpent);
  }

  stop(): void {
    this.isStopped = true;
    this.end();
    for (const undo of this.undoes) undo();
  }

  /** With the first choice that she makes: who only looks keeps the right to vote on another device. */
  protected chosen(ballot: Ballot): void {
    if (ballot.rules.secrecy !== 'secret' || !this.papers.areKept) return;
    this.papers.take(ballot, this.life.signal, true).catch((error: unknown) => this.hinder(error));
  }

  private async begin(ballot: Ballot, choice: Choice, isUnsure: boolean): Promise<void> {
    const { life, papers, network } = this;
    const voting: Voting = new Voting(
      {
        client: this.session.client,
        network,
        papers,
        changed: (casting) => {
          if (this.voting === voting) this.show({ casting });
        },
        ended: async (outcome) => {
          return this.voting === voting ? this.ended(ballot, choice, outcome) : undefined;
        },
      },
      ballot,
      choice,
      life,
      isUnsure,
    );
    this.voting = voting;
    this.show({ castError: undefined, casting: voting.state });
    const { member } = this.session.state;
    // She may be quicker than the reading that begins when she signs in.
    if (ballot.rules.secrecy === 'secret' && member) await papers.read(member.id);
    if (this.voting === voting) await voting.send();
  }

  private async ended(ballot: Ballot, choice: Choice, outcome: Outcome): Promise<void> {
    const isSecret = ballot.rules.secrecy === 'secret';
    if (outcome.kind === 'stored') {
      const { receipt } = outcome;
      if (isSecret) await this.papers.stored(receipt);
      this.voting = undefined;
      this.isReviewing = false;
      return this.show({ stored: choice, receipt, casting: undefined, isChange: false, mayHaveVoted: false });
    }
    const { error, mayHaveArrived } = outcome;
    const findings = isProblem(error, 'vote-invalid') && isProblemError(error) ? error.problem.findings : undefined;
    if (findings) this.isReviewing = false;
    if (isProblem(error, 'member-refused') && mayHaveArrived) this.unsettled = choice;
    this.set({ castError: error, mayHaveVoted: mayHaveArrived, ...(findings && { faults: findings }) });
    const { voting } = this;
    if (isProblem(error, 'vote-counted') || isProblem(error, 'ballot-not-open')) await this.settle(isSecret);
    if (voting !== this.voting) return;
    this.voting = undefined;
    this.show({ casting: undefined });
    this.session.refusedBy(error);
    this.hinder(error);
  }

  /** A refusal that leaves open which vote of hers counts: the roll knows of an open one, her paper's receipt tells of a secret one. */
  private async settle(isSecret: boolean): Promise<void> {
    const { life } = this;
    const { castError, mayHaveVoted } = this.state;
    const isCounted = isProblem(castError, 'vote-counted');
    if (isSecret && (isCounted || mayHaveVoted)) {
      const receipt = await this.papers.receipt().catch(() => undefined);
      if (receipt !== undefined && isCounted) await this.papers.stored(receipt);
      if (life.isOver) return;
      if (receipt !== undefined) this.set({ receipt, isChange: false, ...(isCounted && { mayHaveVoted: false }) });
    }
    this.isSettling = true;
    await this.reading;
    await this.refresh();
    this.isSettling = false;
  }

  private hinder(error: unknown): void {
    if (isProblem(error, 'paper-given')) this.hindrance = 'paper-elsewhere';
    else if (isProblem(error, 'not-eligible')) this.hindrance = 'not-eligible';
    else return;
    this.show();
  }

  /** Reads the ballot, and where she stands with it. Never rejects. */
  private async read(life: Life): Promise<void> {
    const { client } = this.session;
    const input = { path: this.path };
    try {
      const askedAt = this.clock.stamp();
      const isOpen = this.session.state.phase === 'open';
      // Of a ballot that is closed nothing is asked that says who looks at it.
      const own = isOpen && !isOver(this.state.ballot) ? client.getOwnBallot(input, life) : undefined;
      own?.catch(() => undefined);
      const ballot = await client.getBallot(input, life);
      if (life.isOver) return;
      if (ballot.serverTime !== undefined) this.clock.hear(ballot.serverTime, askedAt);
      await this.showOwn(ballot, own, life);
      if (!life.isOver) this.show({ ballot, loadError: undefined, refreshError: undefined });
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, 'getBallot');
      this.show(this.state.ballot ? { refreshError: error } : { phase: 'error', loadError: error });
    }
    this.pollLater();
  }

  private async showOwn(ballot: Ballot, asked: Promise<Schemas['OwnBallot']> | undefined, life: Life): Promise<void> {
    const member = this.session.state.member?.id;
    const isSecret = ballot.rules.secrecy === 'secret';
    if (member !== undefined && isSecret) {
      if (!isOver(ballot)) this.papers.prepare();
      await this.papers.read(member);
      if (life.isOver) return;
    }
    this.member = member;
    const { current } = this.papers;
    if (isSecret && current) {
      if (current.receipt !== undefined) this.set({ receipt: current.receipt });
      else if (current.state === 'sent' && !this.voting) this.set({ mayHaveVoted: true });
    }
    if (!asked) return;
    try {
      const own = await asked;
      if (life.isOver || (this.voting && !this.isSettling)) return;
      const { stored, receipt, castError } = this.state;
      if (!isSecret && own.hasVoted)
        this.set({ ...(own.choice && { stored: own.choice }), ...(own.receipt && { receipt: own.receipt }) });
      // What she sent before the time was over did arrive.
      if (!isSecret && own.hasVoted && isProblem(castError, 'ballot-not-open')) this.set({ castError: undefined });
      const isGone = isSecret && own.hasPaper && !current;
      this.hindrance = !own.eligible
        ? 'not-eligible'
        : isGone
          ? 'paper-elsewhere'
          : !own.mayVote && !own.hasVoted && !own.hasPaper && !stored && !receipt
            ? 'counted'
            : undefined;
    } catch (error) {
      if (life.isOver) return;
      this.session.refusedBy(error);
      // The service may know her and not answer now: what she chooses is checked when it is cast.
      this.set({ refreshError: asFulianError(error, 'getOwnBallot') });
    }
  }

  /** Somebody has signed in, or nobody is signed in any more. */
  private async sessionChanged(): Promise<void> {
    const { phase, member, because } = this.session.state;
    const before = this.member;
    if (because === 'left' || (member && before !== undefined && member.id !== before)) {
      this.forgetHer();
      await this.papers.forget(false);
    }
    this.show();
    if (this.state.phase === 'initial' || phase !== 'open' || !member || member.id === this.member) {
      if (phase === 'open') await this.goOn();
      return;
    }
    // A reading that began before does not know her.
    await this.reading;
    await this.refresh();
    await this.goOn();
  }

  private async goOn(): Promise<void> {
    const { unsettled: choice, member } = this;
    const { ballot, session } = this.state;
    if (!choice || !ballot || session.member?.id !== member) return;
    this.unsettled = undefined;
    await this.begin(ballot, choice, true);
  }

  private forgetHer(): void {
    this.life.end();
    this.life = new Life();
    this.reading = undefined;
    this.voting?.stop();
    this.voting = this.unsettled = this.hindrance = this.member = undefined;
    this.isReviewing = false;
    this.drafting.begin(undefined);
    const { ballot, loadError } = this.state;
    this.replace({
      ...blank(this.session),
      phase: this.state.phase,
      ...(ballot && { ballot }),
      ...(loadError && { loadError }),
    });
  }

  protected get isVoting(): boolean {
    return this.voting !== undefined;
  }

  protected shown(changesIn: number): void {
    const { phase, receipt, inclusion } = this.state;
    if (changesIn === Infinity || this.isStopped) this.tick.clear();
    else
      this.tick.set(Math.min(longestTimer, Math.max(changesIn, 20)), () => {
        this.show();
        if (phase !== this.state.phase && this.state.phase === 'counting') void this.refresh();
      });
    if (phase === 'closed') this.afterClosing(receipt, inclusion !== undefined);
  }

  /** Her receipt is looked for by itself, once; then nothing of the ballot stays on the device. */
  private afterClosing(receipt: string | undefined, isLookedFor: boolean): void {
    this.voting?.stop();
    this.voting = undefined;
    const isCounted = this.state.ballot?.state !== 'cancelled' && this.state.ballot?.result?.outcome !== 'too-few';
    if (receipt !== undefined && isCounted && !isLookedFor) void this.checkReceipt(receipt);
    else if (this.papers.current && !isLookedFor) void this.receiptAfterClosing(isCounted);
  }

  private async receiptAfterClosing(isCounted: boolean): Promise<void> {
    if (isCounted && this.papers.current?.state === 'sent') {
      const receipt = await this.papers.receipt().catch(() => undefined);
      if (receipt !== undefined && this.state.receipt === undefined) this.show({ receipt });
    } else await this.papers.forget(true);
  }

  private pollLater(): void {
    const { phase, ballot } = this.state;
    if ((phase === 'closed' && ballot?.state !== 'awaiting-chair') || phase === 'initial') return this.poll.clear();
    const isHasty = phase === 'counting' || phase === 'error';
    this.pause = isHasty ? Math.min(longestPause, this.pause * 2) : firstPause;
    const wait = (isHasty ? this.pause : usualPause) * (0.75 + Math.random() / 2);
    this.poll.set(wait, () => void (this.network.isOnline ? this.refresh() : this.pollLater()));
  }

  private end(): void {
    this.forgetHer();
    this.poll.clear();
    this.tick.clear();
  }
}

function isOver(ballot: Ballot | undefined): boolean {
  return ballot?.state === 'closed' || ballot?.state === 'cancelled';
}

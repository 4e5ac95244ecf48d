import type { BallotClient } from '../../ballot.js';
import { type FulianError, isProblemError } from '../../errors.js';
import { asFulianError, isUnknown, type Life } from '../observable.js';
import type { NetworkLike } from '../network.js';
import { Timer } from '../timer.js';
import type { Papers } from './papers.js';
import type { Ballot, Casting, Choice } from './types.js';

/** Milliseconds before the first retry; doubles with each, up to the longest. */
const firstWait = 1000;
const longestWait = 20_000;

/** What became of a vote. */
export type Outcome =
  | { readonly kind: 'stored'; readonly receipt: string }
  /** It does not count; `mayHaveArrived`: an earlier try of it was sent, and this refusal does not say what became of that one. */
  | { readonly kind: 'refused'; readonly error: FulianError; readonly mayHaveArrived: boolean };

/** What a vote needs of its surroundings. */
export interface VotingHost {
  readonly client: BallotClient;
  readonly network: NetworkLike;
  readonly papers: Papers;
  changed(casting: Casting): void;
  /** Awaited: until then it is on its way. */
  ended(outcome: Outcome): Promise<void>;
}

/**
 * One vote on its way. What was chosen never changes under it, and with a secret ballot neither does the paper: so the service may get it
 * as often as the network likes, and stores one. It goes on until an answer says what became of it.
 */
export class Voting {
  private casting: Casting = { status: 'sending' };
  private isRunning = false;
  private mayHaveArrived: boolean;
  private wait = firstWait;
  private readonly timer = new Timer();
  private readonly undo: () => void;
  private readonly settled: (() => void)[] = [];

  constructor(
    private readonly host: VotingHost,
    private readonly ballot: Ballot,
    readonly choice: Choice,
    private readonly life: Life,
    /** An earlier try of the same may have arrived. */
    isUnsure = false,
  ) {
    this.mayHaveArrived = isUnsure;
    const { network } = host;
    this.undo = network.subscribe(() => {
      if (network.isOnline) void this.send();
    });
  }

  get state(): Casting {
    return this.casting;
  }

  /** It was sent, and nobody knows whether it arrived. */
  get isUnsure(): boolean {
    return this.mayHaveArrived;
  }

  /** Sends it for the first time, or again at once. Resolves when it is stored, refused, waiting, or not sure yet. */
  async send(): Promise<void> {
    if (this.isRunning) return new Promise((resolve) => void this.settled.push(resolve));
    this.timer.clear();
    if (!this.host.network.isOnline && !this.mayHaveArrived && this.casting.status !== 'waiting')
      return this.tell({ status: 'waiting' });
    this.isRunning = true;
    await this.attempt();
    this.isRunning = false;
    for (const resolve of this.settled.splice(0)) resolve();
  }

  /** Ends the tries. What is on its way may still arrive. */
  stop(): void {
    this.timer.clear();
    this.undo();
  }

  private async attempt(): Promise<void> {
    let isSent = false;
    let outcome: Outcome;
    try {
      outcome = { kind: 'stored', receipt: await this.post(() => (isSent = true)) };
    } catch (thrown) {
      if (this.life.isOver) return this.stop();
      const error = asFulianError(thrown, 'vote');
      // Before it is sent, an answer that nobody understands says that there is no paper yet, and nothing of the vote.
      const isUnsettled = isSent ? isUnknown(error) : error.retryable;
      if (isUnsettled) {
        this.mayHaveArrived ||= isSent;
        this.tell({ status: this.mayHaveArrived ? 'unknown' : 'preparing', error });
        return this.later(error);
      }
      outcome = { kind: 'refused', error, mayHaveArrived: this.mayHaveArrived };
    }
    this.stop();
    if (!this.life.isOver) await this.host.ended(outcome);
  }

  private async post(sending: () => void): Promise<string> {
    const { host, ballot, choice, life } = this;
    const { signal } = life;
    const path = { councilId: ballot.council, ballotId: ballot.id };
    if (ballot.rules.secrecy === 'open') {
      this.tellSending(sending);
      return (await host.client.castOpenVote({ path, body: { choice } }, { signal })).receipt;
    }
    if (!this.mayHaveArrived) this.tell({ status: 'preparing' });
    const { paper, seal = '' } = await host.papers.take(ballot, signal);
    await host.papers.sent();
    this.tellSending(sending);
    const { receipt } = await host.client.castSecretVote({ path, body: { paper, seal, choice } }, { signal });
    return (await host.papers.receipt()) ?? receipt;
  }

  private tellSending(sending: () => void): void {
    sending();
    // 'Not sure yet' stays on the screen while it is tried again.
    if (!this.mayHaveArrived) this.tell({ status: 'sending' });
  }

  private tell(casting: Casting): void {
    this.casting = casting;
    if (!this.life.isOver) this.host.changed(casting);
  }

  private later({ retryAfter = 0 }: FulianError): void {
    const wait = Math.max(retryAfter * 1000, this.wait * (0.5 + Math.random()));
    this.wait = Math.min(longestWait, this.wait * 2);
    this.timer.set(wait, () => void this.send());
  }
}

/** Whether an error is the problem of this code. */
export function isProblem(error: unknown, code: string): error is FulianError {
  return isProblemError(error) && error.code === code;
}

import type { BallotClient } from '../../ballot.js';
import { AbortedError, ContractError, isProblemError, NetworkError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { SignalLike } from '../../wire.js';
import type { Ballot, PaperKeeper } from './types.js';

type Making = typeof import('../../ballot-paper.js');

/** A paper on this device. */
export interface Paper {
  /** 64 hexadecimal digits, as the others. */
  readonly paper: string;
  readonly blind: string;
  readonly blinded: string;
  /** 128; once the service has sealed it. */
  readonly seal?: string;
  /** `sent`: it went into the box, and nobody knows whether it arrived. `stored`: it did. */
  readonly state: 'unused' | 'sent' | 'stored';
  /** With `stored`. */
  readonly receipt?: string;
}

/** By member: two of a family may vote on one telephone. */
type Kept = { readonly [member: string]: Paper };

/**
 * The paper of one member for one secret ballot. It is kept before the service hears of it and stays the same for all tries, so that
 * she is never without it: the service hands out no second one.
 */
export class Papers {
  private paper: Paper | undefined;
  private member: string | undefined;
  private making: Promise<Making> | undefined;
  private taking: Promise<Paper> | undefined;
  private isTakenEarly = false;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly client: BallotClient,
    private readonly keep: PaperKeeper | undefined,
    private readonly random: ((count: number) => Uint8Array) | undefined,
  ) {}

  /** What is here, of the member that it was read for. */
  get current(): Paper | undefined {
    return this.paper;
  }

  /** Whether a paper outlives the page. */
  get areKept(): boolean {
    return this.keep !== undefined;
  }

  /** Begins to load what papers are made with. */
  prepare(): void {
    void this.load().catch(() => undefined);
  }

  /** Takes up what is kept for a member. Never rejects. */
  async read(member: string): Promise<void> {
    if (member !== this.member) {
      this.member = member;
      this.taking = undefined;
      this.paper = undefined;
      this.reading = this.kept().then(({ [member]: kept }) => {
        if (member === this.member) this.paper ??= kept;
      });
    }
    // Whoever asks in the meantime waits, too: else it would seem that her paper is elsewhere.
    await this.reading;
  }

  /**
   * The sealed paper; asks the service for it if need be. `isEarly`: only where it can be kept, since she may not vote on this page at
   * all. Rejects.
   */
  take(ballot: Ballot, signal: SignalLike, isEarly = false): Promise<Paper> {
    if (this.paper?.seal !== undefined) return Promise.resolve(this.paper);
    if (!this.taking) {
      const taking = this.fetch(ballot, signal, isEarly).finally(() => {
        if (this.taking === taking) this.taking = undefined;
      });
      this.taking = taking;
      this.isTakenEarly = isEarly;
    }
    // What could not be kept is not asked for early; when she votes it is.
    if (this.isTakenEarly && !isEarly) return this.taking.catch(() => this.take(ballot, signal));
    return this.taking;
  }

  /**
   * The receipt of the paper that is here, computed on this device and not believed of an answer. Rejects with a `FulianError` where what
   * computes it cannot be loaded.
   */
  async receipt(): Promise<string | undefined> {
    const { paper } = this;
    return paper && (paper.receipt ?? (await this.load()).receiptOf(paper.paper));
  }

  /** Notes that the paper goes into the box. Never rejects. */
  async sent(): Promise<void> {
    if (this.paper?.state === 'unused') await this.write({ ...this.paper, state: 'sent' });
  }

  /** Notes that it is in the box. Never rejects. */
  async stored(receipt: string): Promise<void> {
    if (this.paper && this.paper.state !== 'stored') await this.write({ ...this.paper, state: 'stored', receipt });
  }

  /** Forgets it here; on the device, too, where `everywhere`. Never rejects. */
  async forget(everywhere: boolean): Promise<void> {
    const { member } = this;
    this.paper = this.member = this.taking = undefined;
    if (!everywhere || !this.keep) return;
    try {
      const { [member ?? '']: _, ...rest } = await this.kept();
      await (Object.keys(rest).length > 0 ? this.keep.write(JSON.stringify(rest)) : this.keep.remove());
    } catch {
      // A keeper that fails keeps a paper that nobody can vote with any more.
    }
  }

  private async fetch(ballot: Ballot, signal: SignalLike, isEarly: boolean): Promise<Paper> {
    const making = await this.load();
    const member = this.member ?? '';
    // Another page of hers on this device may have one by now.
    let mine = this.paper ?? (await this.kept())[member];
    if (member !== this.member) throw new AbortedError('takeBallotPaper');
    if (!mine) {
      mine = { ...making.blindPaper(making.newPaper(this.random), ballot.id, this.random), state: 'unused' };
      // Kept first: a paper that the service has sealed and nobody has any more would be a lost vote.
      const isKept = await this.write(mine);
      if (isEarly && !isKept) throw new ContractError('takeBallotPaper', 'the paper could not be kept');
    }
    let answer: Schemas['PaperAnswer'];
    try {
      const path = { councilId: ballot.council, ballotId: ballot.id };
      answer = await this.client.takeBallotPaper({ path, body: { blinded: mine.blinded } }, { signal });
    } catch (error) {
      const other = isProblemError(error) && error.code === 'paper-given' ? (await this.kept())[member] : undefined;
      // Two pages of hers asked at the same moment, and the other one was first.
      if (!other || other.paper === mine.paper || member !== this.member) throw error;
      this.paper = other;
      return other.seal === undefined ? this.fetch(ballot, signal, isEarly) : other;
    }
    let seal: string;
    try {
      seal = making.sealPaper(mine, ballot.id, ballot.paperKey ?? '', answer);
    } catch (cause) {
      throw new ContractError('takeBallotPaper', 'the paper was not sealed with the key of the ballot', [], { cause });
    }
    const sealed = { ...mine, seal };
    // Where somebody else is here now, what was asked for stays hers.
    if (member === this.member) await this.write(sealed);
    return sealed;
  }

  private load(): Promise<Making> {
    this.making ??= import('../../ballot-paper.js').catch((cause: unknown) => {
      // The next one tries again.
      this.making = undefined;
      throw new NetworkError('takeBallotPaper', { cause });
    });
    return this.making;
  }

  /** In memory in any case; whether it is kept, too. Never rejects. */
  private async write(paper: Paper): Promise<boolean> {
    this.paper = paper;
    const { member, keep } = this;
    if (!keep || member === undefined) return false;
    try {
      await keep.write(JSON.stringify({ ...(await this.kept()), [member]: paper }));
      return true;
    } catch {
      return false;
    }
  }

  private async kept(): Promise<Kept> {
    try {
      const kept = JSON.parse((await this.keep?.read()) ?? '{}') as Kept | null;
      return typeof kept === 'object' && kept !== null ? kept : {};
    } catch {
      return {};
    }
  }
}

import type { BallotClient } from '../../ballot.js';
import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';

export type CouncilMember = Schemas['CouncilMember'];

/**
 * Where a member's session stays on her device. The page gives it; the store writes only where she asked for it
 * (`remember`), and removes it when she leaves or the service does not know the session any more (S2).
 */
export interface SessionKeeper {
  read(): string | null | Promise<string | null>;
  write(text: string): void | Promise<void>;
  remove(): void | Promise<void>;
}

/** Where taking part is. The code and the token are never part of it. */
export interface MemberSessionState {
  /**
   * - `initial`: nobody has signed in; asks for a code, or goes on as a visitor;
   * - `pending`: waits for the service;
   * - `open`: `member` is there;
   * - `error`: the last attempt failed, see `error`; the code is asked for again.
   */
  readonly phase: 'initial' | 'pending' | 'open' | 'error';
  /** `digits`: other signs than digits. `too-short`, `too-long`: not 16 digits. Found before anything is sent. */
  readonly codeFault?: 'missing' | 'digits' | 'too-short' | 'too-long';
  /** With `error`. `invitation-refused`: wrong, used up and expired look the same (S6). */
  readonly error?: FulianError;
  /** With `initial`: `left` (she left), `ended` (the service does not know the session any more). */
  readonly because?: 'left' | 'ended';
  readonly member?: CouncilMember;
  /** When the session ends. UTC. */
  readonly expiresAt?: string;
  /** It is kept on this device, because she asked for it. */
  readonly isKept: boolean;
}

/** One member's session with one council, for all stores of it on a page. Its token lives in memory (S2), or in `keep`. */
export interface MemberSessionStore extends Store<MemberSessionState> {
  /** 12-digit code and id of the council. */
  readonly council: string;
  /** Calls operations with the session's token, where they are for members; never `castSecretVote`. */
  readonly client: BallotClient;
  /** What carries the token, for a client of another kind; `''` where there is none. */
  readonly token: () => string;
  /** Takes up a kept session, if there is one. Never rejects. The stores call it when they load. */
  resume(): Promise<void>;
  /**
   * With the digits of a printed card: spaces, hyphens and full-width digits do not matter. `remember` keeps the session on this
   * device, where the page gave a keeper. Never rejects: see `phase`, `codeFault` and `error`.
   */
  openWithCode(code: string, options?: { readonly remember?: boolean }): Promise<void>;
  /** With the word of the host portal for its signed-in member. Never rejects. */
  openWithVoucher(voucher: string): Promise<void>;
  /** Ends the session here at once, and on the service as soon as it answers. */
  leave(): Promise<void>;
  /** An answer has refused the token: the session has ended. Stores that use `client` need not call it. */
  refusedBy(error: unknown): void;
}

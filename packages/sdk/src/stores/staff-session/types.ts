import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { StaffClient } from '../../staff.js';
import type { Store } from '../../store.js';

export type StaffMember = Schemas['StaffMember'];
export type StaffRole = Schemas['StaffRole'];

/** Where signing in is. All that a sign-in shows, at one moment. Passwords and tokens are never part of it. */
export interface StaffSessionState {
  /**
   * - `signed-out`: asks for account and password;
   * - `pending`: waits for the service;
   * - `code-needed`: account and password were given, the one-time code is asked for (`giveCode`);
   * - `setting-up`: the account has no one-time code yet and may do nothing else (`startSecondFactor`, `confirmSecondFactor`);
   * - `signed-in`: `member` is there;
   * - `locked`: nothing is shown, nothing is lost: the same person signs in again (`unlock`) and goes on where she was.
   */
  readonly phase: 'signed-out' | 'pending' | 'code-needed' | 'setting-up' | 'signed-in' | 'locked';
  /**
   * Why it is `locked` or `signed-out`: `idle` (no sign of her), `expired` (the session's time is over), `ended` (the service
   * does not know the session any more), `left` (she signed out, or locked the desk herself).
   */
  readonly because?: 'idle' | 'expired' | 'ended' | 'left';
  /** What went wrong last, at signing in, with a code, or with a new password. `sign-in-refused`: which is wrong nobody says. */
  readonly error?: FulianError;
  /** With `signed-in` and `setting-up`, and with `locked`, for whose desk it is. */
  readonly member?: StaffMember;
  /** When the session ends. UTC. */
  readonly expiresAt?: string;
  /** It ends within ten minutes: finish, and sign in again. */
  readonly expiresSoon: boolean;
  /** Without a sign of her, it is locked within a minute. */
  readonly idleSoon: boolean;
  /** While `setting-up`, or when she sets one-time codes up later: the secret, to be scanned or typed, until a first code proves it. */
  readonly secondFactor?: Schemas['SecondFactorStart'];
  /** How changing her password went. */
  readonly passwordChange?: 'sending' | 'done' | 'failed';
}

/**
 * One person's session, for all stores of the desk on a page. Its token lives in memory, so a reload signs out (S2).
 */
export interface StaffSessionStore extends Store<StaffSessionState> {
  /** Calls every operation with the session's token. An answer that refuses the token locks the session. */
  readonly client: StaffClient;
  /** Signs in. Never rejects: see `phase` and `error`. */
  signIn(account: string, password: string): Promise<void>;
  /** The one-time code, with `code-needed`; account and password are kept for it for two minutes. */
  giveCode(code: string): Promise<void>;
  /** From `code-needed` back to account and password. */
  cancel(): void;
  /** With `locked`: the same person again. */
  unlock(password: string): Promise<void>;
  /**
   * Where to go to sign in with the county's own accounts; `flow` has to come back to `finishOidc` (keep it in the window that
   * opened the other one; or, only where the page says so, in its own storage). `undefined` where it failed, see `error`.
   */
  startOidc(returnTo: string): Promise<Schemas['OidcStarted'] | undefined>;
  /** `returned` is the whole address that the provider sent the browser back to. */
  finishOidc(flow: string, returned: string): Promise<void>;
  /** Asks for a secret for one-time codes; `secondFactor` has it. */
  startSecondFactor(): Promise<void>;
  /** The first code. Resolves to whether it was right. */
  confirmSecondFactor(code: string): Promise<boolean>;
  /** A new password for her own account. Resolves to whether it was taken; see `error`. */
  changePassword(current: string, next: string): Promise<boolean>;
  /** Minutes without a sign after which it is locked; a federation's case rules say how many. Default 5. */
  setIdleMinutes(minutes: number): void;
  /** A sign of her (a key, a touch). */
  touch(): void;
  /** Blanks the desk, without losing anything. */
  lock(): void;
  /** Ends the session here at once, and on the service as soon as it answers. Everything typed is forgotten. */
  signOut(): Promise<void>;
  /**
   * Called whenever somebody's data has to go from memory: she signed out, or another person signed in. Not when it is locked.
   * The returned function undoes it.
   */
  onForget(listener: () => void): () => void;
}

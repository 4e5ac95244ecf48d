import type { Client } from '../../client.js';
import { type FulianError, isProblemError } from '../../errors.js';
import { type StaffClient, staffClientOf } from '../../staff.js';
import type { FetchLike } from '../../wire.js';
import type { Answer, Schemas } from '../../operation-types.js';
import { made } from '../../client.js';
import { optionsOf } from '../../derived.js';
import { asFulianError, Observable } from '../observable.js';
import type { StaffSessionState, StaffSessionStore } from './types.js';

declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** What a session is made for. */
export interface StaffSessionOptions {
  readonly client: Client;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
}

/** Makes a session that nobody has signed in to. It sends nothing by itself. */
export function createStaffSession(options: StaffSessionOptions): StaffSessionStore {
  return new SessionStore(options);
}

const minute = 60_000;
/** How long account and password wait for a one-time code. */
const codePatience = 2 * minute;
const warning = 10 * minute;
/** A session never lasts longer; what says otherwise is a clock that goes wrong. */
const longestSession = 12 * 60 * minute + minute;

type Secrets = Pick<Schemas['SignIn'], 'account' | 'password'>;

class SessionStore extends Observable<StaffSessionState> implements StaffSessionStore {
  readonly client: StaffClient;
  private readonly clock: () => number;
  private readonly forgetters = new Set<() => void>();
  private token = '';
  /** Whose data may be in memory: hers come back when she unlocks. */
  private whose: string | undefined;
  private secrets: Secrets | undefined;
  private timer: number | undefined;
  private codeTimer: number | undefined;
  private idleAfter = 5 * minute;
  private lastSign = 0;
  private endsAt = Infinity;
  /** Counts what began, so that a late answer changes nothing. */
  private turn = 0;

  constructor({ client, clock = Date.now }: StaffSessionOptions) {
    super(signedOut);
    this.clock = clock;
    const options = optionsOf(client);
    const watched = { ...client, [made]: { ...options, fetch: this.watching(options.fetch!) } };
    this.client = staffClientOf(watched, () => this.token);
  }

  async signIn(account: string, password: string): Promise<void> {
    await this.trySignIn({ account: account.trim().toLowerCase(), password });
  }

  async giveCode(code: string): Promise<void> {
    const { secrets } = this;
    if (!secrets) return this.replace(signedOut);
    await this.trySignIn(secrets, code.normalize('NFKC').replace(/\D/g, ''));
  }

  cancel(): void {
    if (this.state.phase === 'code-needed') this.backToStart();
  }

  async unlock(password: string): Promise<void> {
    const { phase, member } = this.state;
    if (phase === 'locked' && member) await this.trySignIn({ account: member.account, password });
  }

  async startOidc(returnTo: string): Promise<Schemas['OidcStarted'] | undefined> {
    return this.ask((client) => client.startOidcSignIn({ body: { returnTo } }));
  }

  async finishOidc(flow: string, returned: string): Promise<void> {
    await this.opening(() => this.client.finishOidcSignIn({ body: { flow, returned } }));
  }

  async startSecondFactor(): Promise<void> {
    const secondFactor = await this.ask((client) => client.startSecondFactor());
    if (secondFactor) this.set({ secondFactor });
  }

  async confirmSecondFactor(code: string): Promise<boolean> {
    const body = { code: code.normalize('NFKC').replace(/\D/g, '') };
    const isRight = await this.ask(async (client) => {
      await client.confirmSecondFactor({ body });
      return true;
    });
    if (!isRight) return false;
    const { member } = this.state;
    this.set({ secondFactor: undefined, ...(member && { member: { ...member, secondFactor: true } }) });
    if (this.state.phase === 'setting-up') this.set({ phase: 'signed-in' });
    return true;
  }

  async changePassword(current: string, next: string): Promise<boolean> {
    this.set({ passwordChange: 'sending' });
    const isTaken = await this.ask(async (client) => {
      await client.changeOwnPassword({ body: { current, next } });
      return true;
    });
    this.set({ passwordChange: isTaken ? 'done' : 'failed' });
    return isTaken === true;
  }

  setIdleMinutes(minutes: number): void {
    this.idleAfter = minutes * minute;
    this.look();
  }

  touch(): void {
    this.lastSign = this.clock();
    if (this.state.idleSoon) this.look();
  }

  lock(): void {
    this.lockBecause('left');
  }

  async signOut(): Promise<void> {
    const { token } = this;
    this.forget();
    this.replace({ ...signedOut, because: 'left' });
    if (token === '') return;
    // Best effort: the token is forgotten here already, and half an hour without use ends it there.
    const client = staffClientOf(this.client, token);
    await client.signOutStaff().catch(() => undefined);
  }

  onForget(listener: () => void): () => void {
    this.forgetters.add(listener);
    return () => void this.forgetters.delete(listener);
  }

  private async trySignIn(secrets: Secrets, code?: string): Promise<void> {
    const body = { ...secrets, ...(code !== undefined && { code }) };
    await this.opening(
      () => this.client.signInStaff({ body }),
      (error) => {
        const isAsked = error.code === 'second-factor-missing';
        // A wrong code, and no wrong password as far as anybody knows: it may be typed again.
        if (!isAsked && (code === undefined || !isRefused(error))) return false;
        this.secrets = secrets;
        this.set({ phase: 'code-needed', error: isAsked ? undefined : error });
        this.armCode();
        return true;
      },
    );
  }

  /** Opens a session by one of the ways in. */
  private async opening(
    open: () => Promise<Answer<'signInStaff'>>,
    otherwise: (error: FulianError) => boolean = () => false,
  ): Promise<void> {
    const { phase, because, member } = this.state;
    const isLocked = phase === 'locked' || (phase === 'code-needed' && member !== undefined);
    const turn = (this.turn += 1);
    this.set({ phase: 'pending', error: undefined });
    try {
      const session = await open();
      if (turn === this.turn) this.begin(session);
    } catch (thrown) {
      if (turn !== this.turn) return;
      const error = asFulianError(thrown, 'signInStaff');
      if (otherwise(error)) return;
      this.secrets = undefined;
      this.set({ phase: isLocked ? 'locked' : 'signed-out', because, error });
    }
  }

  private begin({ token, expiresAt, member, secondFactorMissing }: Schemas['StaffSession']): void {
    this.secrets = undefined;
    if (this.codeTimer !== undefined) clearTimeout(this.codeTimer);
    // Another person must not see, nor send, what was written before.
    if (this.whose !== undefined && this.whose !== member.id) this.tellForget();
    this.whose = member.id;
    this.token = token;
    const now = this.clock();
    const left = +new Date(expiresAt) - now;
    this.endsAt = now + (left > 0 && left < longestSession ? left : longestSession);
    this.lastSign = now;
    this.replace({
      phase: secondFactorMissing ? 'setting-up' : 'signed-in',
      member,
      expiresAt,
      expiresSoon: false,
      idleSoon: false,
    });
    this.look();
  }

  /** Calls an operation, and keeps what went wrong. */
  private async ask<T>(call: (client: StaffClient) => Promise<T>): Promise<T | undefined> {
    const { turn } = this;
    this.set({ error: undefined });
    try {
      const answer = await call(this.client);
      return turn === this.turn ? answer : undefined;
    } catch (error) {
      if (turn === this.turn) this.set({ error: asFulianError(error, 'staff session') });
      return undefined;
    }
  }

  private lockBecause(because: NonNullable<StaffSessionState['because']>): void {
    const { phase, member } = this.state;
    if (!member || (phase !== 'signed-in' && phase !== 'setting-up')) return;
    const { token } = this;
    this.turn += 1;
    this.token = '';
    this.disarm();
    this.replace({ phase: 'locked', because, member, expiresSoon: false, idleSoon: false });
    // Whoever finds this desk must not find a token that still opens something.
    if (because !== 'ended')
      staffClientOf(this.client, token)
        .signOutStaff()
        .catch(() => undefined);
  }

  private backToStart(): void {
    const { member } = this.state;
    this.secrets = undefined;
    this.turn += 1;
    this.replace(member ? { ...signedOut, phase: 'locked', because: 'left', member } : signedOut);
  }

  private armCode(): void {
    if (this.codeTimer !== undefined) clearTimeout(this.codeTimer);
    this.codeTimer = setTimeout(() => this.cancel(), codePatience);
  }

  private look(): void {
    this.disarm();
    const { phase, idleSoon, expiresSoon } = this.state;
    if (phase !== 'signed-in' && phase !== 'setting-up') return;
    const now = this.clock();
    const idleAt = this.lastSign + this.idleAfter;
    if (now >= idleAt) return this.lockBecause('idle');
    if (now >= this.endsAt) return this.lockBecause('expired');
    const next = { idleSoon: idleAt - now <= minute, expiresSoon: this.endsAt - now <= warning };
    const ends = [idleAt - minute, idleAt, this.endsAt - warning, this.endsAt];
    this.timer = setTimeout(() => this.look(), Math.min(...ends.filter((end) => end > now)) - now);
    if (next.idleSoon !== idleSoon || next.expiresSoon !== expiresSoon) this.set(next);
  }

  private disarm(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  private forget(): void {
    this.turn += 1;
    this.token = '';
    this.secrets = undefined;
    this.whose = undefined;
    this.disarm();
    if (this.codeTimer !== undefined) clearTimeout(this.codeTimer);
    this.tellForget();
  }

  private tellForget(): void {
    for (const listener of this.forgetters) listener();
  }

  /** The same `fetch`; an answer that refuses the token that is in use locks the session, whoever asked. */
  private watching(fetch: FetchLike): FetchLike {
    return async (url, init) => {
      const answer = await fetch(url, init);
      const sent = init.headers['Authorization'];
      if (answer.status === 401 && sent !== undefined && sent === `Bearer ${this.token}` && !isOwnBusiness(url))
        this.lockBecause('ended');
      return answer;
    };
  }
}

/** Signing in, and a password or a code of her own that was wrong, say nothing of the token. */
function isOwnBusiness(url: string): boolean {
  return /\/staff-(?:sessions|oidc-)|\/staff-session\/(?:password|second-factor)/.test(url);
}

function isRefused(error: FulianError): boolean {
  return isProblemError(error) && error.code === 'sign-in-refused';
}

const signedOut: StaffSessionState = { phase: 'signed-out', expiresSoon: false, idleSoon: false };

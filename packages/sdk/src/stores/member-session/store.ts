import { type BallotClient, ballotClientOf } from '../../ballot.js';
import type { Client } from '../../client.js';
import { ContractError, isProblemError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import { asFulianError, Observable } from '../observable.js';
import type { CouncilMember, MemberSessionState, MemberSessionStore, SessionKeeper } from './types.js';

/** What a member's session is made for. */
export interface MemberSessionOptions {
  readonly client: Client;
  /** Its id: 12-digit code and the rest. */
  readonly council: string;
  /** Where the session stays if she asks for it. Without one it lasts as long as the page. */
  readonly keep?: SessionKeeper | undefined;
}

/** Makes a session that nobody has opened. It sends nothing by itself. */
export function createMemberSession(options: MemberSessionOptions): MemberSessionStore {
  return new SessionStore(options);
}

const nobody: MemberSessionState = { phase: 'initial', isKept: false };
const codeLength = 16;

interface Kept {
  readonly token: string;
  readonly member: CouncilMember;
  readonly expiresAt: string;
}

class SessionStore extends Observable<MemberSessionState> implements MemberSessionStore {
  readonly council: string;
  readonly client: BallotClient;
  readonly token = (): string => this.secret;
  private readonly keep: SessionKeeper | undefined;
  private secret = '';
  /** Counts what began, so that a late answer changes nothing. */
  private turn = 0;
  private resuming: Promise<void> | undefined;

  constructor({ client, council, keep }: MemberSessionOptions) {
    super(nobody);
    this.council = council;
    this.keep = keep;
    this.client = ballotClientOf(client, this.token);
  }

  resume(): Promise<void> {
    this.resuming ??= this.takeUp();
    return this.resuming;
  }

  async openWithCode(typed: string, { remember = false } = {}): Promise<void> {
    const code = digitsOf(typed);
    const codeFault = faultOf(code);
    if (codeFault && this.state.phase !== 'pending') this.replace({ ...nobody, codeFault });
    if (!codeFault) await this.open({ code, council: this.council }, remember);
  }

  async openWithVoucher(voucher: string): Promise<void> {
    // Her portal vouches for her again on each page: nothing is kept.
    await this.open({ voucher, council: this.council }, false);
  }

  async leave(): Promise<void> {
    const { secret } = this;
    if (secret === '' && this.state.phase !== 'pending') return this.replace(nobody);
    this.end('left');
    try {
      if (secret !== '') await ballotClientOf(this.client, secret).closeMemberSession();
    } catch {
      // Here it is over in any case; there it ends by its time.
    }
  }

  refusedBy(error: unknown): void {
    if (this.secret !== '' && isProblemError(error) && error.code === 'member-refused') this.end('ended');
  }

  private async open(body: Schemas['MemberSignIn'], remember: boolean): Promise<void> {
    if (this.state.phase === 'pending' || this.state.phase === 'open') return;
    const turn = (this.turn += 1);
    this.replace({ ...nobody, phase: 'pending' });
    try {
      const session = await this.client.openMemberSession({ body });
      if (turn !== this.turn) return;
      if (session.council !== this.council)
        throw new ContractError('openMemberSession', 'it opened a session of another council');
      const { token, member, expiresAt } = session;
      this.secret = token;
      const isKept = remember && (await this.write({ token, member, expiresAt }));
      if (turn === this.turn) this.replace({ phase: 'open', member, expiresAt, isKept });
    } catch (error) {
      if (turn === this.turn)
        this.replace({ ...nobody, phase: 'error', error: asFulianError(error, 'openMemberSession') });
    }
  }

  private async takeUp(): Promise<void> {
    if (!this.keep || this.state.phase !== 'initial') return;
    const turn = (this.turn += 1);
    const kept = await this.read();
    if (!kept || turn !== this.turn) return;
    this.secret = kept.token;
    // She goes on where she was, also without a network; the service is asked whether it still knows her.
    this.replace({ phase: 'open', member: kept.member, expiresAt: kept.expiresAt, isKept: true });
    try {
      const { member, expiresAt } = await this.client.getOwnMembership();
      if (turn === this.turn) this.set({ member, expiresAt });
    } catch (error) {
      if (turn === this.turn) this.refusedBy(error);
    }
  }

  private end(because: 'left' | 'ended'): void {
    this.turn += 1;
    this.secret = '';
    this.replace({ ...nobody, because });
    void this.unkeep();
  }

  private async unkeep(): Promise<void> {
    try {
      await this.keep?.remove();
    } catch {
      // A keeper that fails keeps a token that opens nothing any more, or that ends by its time.
    }
  }

  /** Storage that is full or forbidden is no reason not to go on. */
  private async write(kept: Kept): Promise<boolean> {
    if (!this.keep) return false;
    try {
      await this.keep.write(JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  private async read(): Promise<Kept | undefined> {
    try {
      const kept = JSON.parse((await this.keep?.read()) ?? 'null') as Kept | null;
      return typeof kept?.token === 'string' && typeof kept.member?.id === 'string' ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Digits as they were typed or pasted: full-width ones count, and what people write between groups does not. */
function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2010-\u2015\u2212\u2060\ufeff.,、·_/-]/g, '');
}

function faultOf(code: string): MemberSessionState['codeFault'] {
  if (code === '') return 'missing';
  if (/\D/.test(code)) return 'digits';
  return code.length < codeLength ? 'too-short' : code.length > codeLength ? 'too-long' : undefined;
}

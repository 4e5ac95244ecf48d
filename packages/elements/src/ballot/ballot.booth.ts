import type { BallotState, BallotStore } from '@fulian/sdk/stores/ballot';
import type { MemberSessionStore } from '@fulian/sdk/stores/member-session';
import { BaseVisit, LatePart, type VisitHost } from '../base/visit.js';
import { leftWords } from './ballot.pieces.js';
import type { BallotView, Screen, Stage } from './ballot.view.js';
import { catalogue, type BallotKey } from './ballot.words.js';

/** What shows a result; its module is loaded when the ballot is over. */
type Late = typeof import('./ballot.result.js');

/** What a booth needs of the element that shows it. */
export interface BoothHost extends VisitHost<BallotKey> {
  /** Makes the store anew so that it keeps her paper on this device. */
  keepPaper(): BallotStore;
}

/**
 * One voter's way through a ballot as the element goes it: which screen is due, where the focus goes, and what is said to who listens.
 * What is chosen and cast is the store's.
 */
export class Booth extends BaseVisit<BallotKey, BoothHost> implements BallotView {
  shortReceipt = false;
  /** For who listens: said once, politely. */
  said = '';
  private readonly result = new LatePart<Late>(this, () => import('./ballot.result.js'));
  private stage: Stage = 'motion';
  /** Her session ended while she was choosing: with the next one she goes on where she was. */
  private goesOn = false;
  private wiped = false;
  private drawn: Screen | undefined;
  private urgency: string | undefined;
  private phase: BallotState['phase'] | undefined;

  constructor(
    host: BoothHost,
    public store: BallotStore,
    public keepsPaper: boolean,
  ) {
    super(host, catalogue);
  }

  /** What shows a result, once it is here. */
  get late(): Late | undefined {
    return this.result.module;
  }

  get state(): BallotState {
    return this.store.state;
  }

  get session(): MemberSessionStore {
    return this.store.session;
  }

  /** Which screen was drawn last. */
  get shown(): Screen | undefined {
    return this.drawn;
  }

  /** Which screen is due. */
  get screen(): Screen {
    if (this.wiped) return 'left';
    const { phase, ballot } = this.state;
    switch (phase) {
      case 'initial':
      case 'loading':
        return 'loading';
      case 'error':
        return 'error';
      case 'not-open':
      case 'hindered':
      case 'counting':
        return 'motion';
      case 'sign-in':
        return this.stage === 'motion' ? 'motion' : 'sign-in';
      case 'choosing':
        if (this.stage === 'motion' || this.stage === 'choose') return this.stage;
        return ballot!.rules.secrecy === 'open' ? 'choose' : this.stage === 'paper' ? 'paper' : 'secrecy';
      case 'reviewing':
        return 'check';
      case 'casting':
        return 'casting';
      case 'cast':
        return 'voted';
      case 'closed':
        if (this.stage === 'sign-in' && this.waitsForCard) return 'sign-in';
        return this.late ? 'result' : this.result.failed ? 'error' : 'loading';
    }
  }

  /** Whether a card, or the word of a portal, would let her do more. */
  get waitsForCard(): boolean {
    const { phase, ballot, session } = this.state;
    const isTied = phase === 'closed' && ballot!.state === 'awaiting-chair';
    return phase === 'sign-in' || (isTied && session.phase !== 'open');
  }

  go(stage: Stage): void {
    this.stage = stage;
    this.redraw();
  }

  begin(keep: boolean): void {
    this.stage = 'choose';
    if (keep && !this.keepsPaper) {
      this.keepsPaper = true;
      this.store = this.host.keepPaper();
    }
    this.redraw();
  }

  retry(): void {
    if (this.state.phase === 'closed') void this.result.bring();
    else void this.store.load();
  }

  review(): void {
    if (!this.store.review()) this.focus('fault');
  }

  cast(): void {
    void this.store.cast().then(() => {
      if (this.wiped) return;
      if (this.state.phase === 'cast') this.tell('fl-voted', { ballot: this.state.ballot!.id });
      else if (this.state.castError) this.focus('refused');
    });
  }

  check(receipt: string): void {
    const typed = receipt.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
    this.shortReceipt = !this.state.receipt && !/^[0-9a-f]{16,64}$/.test(typed);
    if (this.shortReceipt) return this.focus('typed');
    void this.store.checkReceipt(typed || undefined);
  }

  decide(option: string): void {
    void this.store.decide(option).then((stored) => {
      if (stored) this.focus('heading');
    });
  }

  announce(words: string): void {
    // The same words once more are no change, and would not be said.
    this.said = this.said === words ? `${words}\u00a0` : words;
    this.redraw();
  }

  restart(): void {
    this.wiped = false;
    this.stage = 'motion';
    void this.store.load();
    this.focus('heading');
  }

  /** Forgets what she chose at once, and shows nothing any more (S1). What she had kept on the device stays there. */
  leave(): void {
    this.wiped = true;
    this.stage = 'motion';
    this.said = '';
    void this.store.wipe();
    if (!this.session.state.isKept && this.session.state.phase !== 'initial') void this.session.leave();
    this.emptyControls();
    this.redraw();
  }

  /** Before each drawing: what follows from where she is now. */
  prepare(): void {
    const { phase, countdown, isChange } = this.state;
    // Signed out, or a change of mind after the vote: the way begins where it is of use.
    if (phase !== this.phase) {
      const wasChoosing = this.phase === 'choosing' || this.phase === 'reviewing' || this.phase === 'casting';
      if (phase === 'sign-in' && wasChoosing) {
        this.goesOn = true;
        this.stage = 'sign-in';
      }
      if (phase === 'choosing' && (isChange || this.goesOn)) this.stage = 'choose';
      if (phase !== 'sign-in') this.goesOn = false;
    }
    this.phase = phase;
    if (phase === 'closed' && this.result.isBehind) void this.result.bring();
    if (countdown && countdown.urgency !== this.urgency) {
      if (this.urgency !== undefined && countdown.urgency !== 'over') this.said = leftWords(this);
      this.urgency = countdown.urgency;
    }
  }

  /** After each drawing: a new screen takes the focus with its heading, unless something else was asked for. */
  settle(): void {
    const { drawn, screen, focusNext } = this;
    this.drawn = screen;
    this.focusNext = undefined;
    const moved = drawn !== undefined && drawn !== 'loading' && drawn !== screen;
    const id = focusNext ?? (moved && screen !== 'loading' && screen !== 'left' ? 'heading' : undefined);
    if (id) this.moveFocus(id, id === 'heading');
  }
}

import type { CouncilState, CouncilStore } from '@fulian/sdk/stores/council';
import type { MemberSessionStore } from '@fulian/sdk/stores/member-session';
import { BaseVisit, type VisitHost as Host } from '../base/visit.js';
import type { CouncilView, Section, Unfolded } from './council.view.js';
import { catalogue, type CouncilKey } from './council.words.js';

/** What a visit needs of the element that shows it. */
export interface VisitHost extends Host<CouncilKey> {
  /** Shows a ballot inside the element. */
  openBallot(ballot: string): void;
}

/** One visit to a council as the element goes it: which section is open, what is unfolded, where the focus goes. */
export class Visit extends BaseVisit<CouncilKey, VisitHost> implements CouncilView {
  unfolded: Unfolded = { signIn: false, proposal: false };
  /** Left by a quick exit or otherwise: nothing is shown, in case the page comes back. */
  hasLeft = false;
  private wasOpen = false;

  constructor(
    host: VisitHost,
    readonly store: CouncilStore,
    public section: Section,
  ) {
    super(host, catalogue);
  }

  get state(): CouncilState {
    return this.store.state;
  }

  get session(): MemberSessionStore {
    return this.store.session;
  }

  show(section: Section): void {
    this.section = section;
    this.redraw();
  }

  unfold(what: keyof Unfolded, on: boolean): void {
    this.unfolded = { ...this.unfolded, [what]: on };
    if (what === 'signIn') this.focus(on ? 'code' : 'member-in');
    else this.focus(on ? 'proposal-heading' : 'propose');
    if (what === 'proposal' && on) this.store.dismiss('propose');
  }

  choose(ballot: string): void {
    const detail = { ballot };
    const wants = new CustomEvent('fl-ballot-chosen', { bubbles: true, composed: true, cancelable: true, detail });
    if (this.host.dispatchEvent(wants)) this.host.openBallot(ballot);
  }

  propose(): void {
    void this.store.propose().then((stored) => {
      if (stored) {
        this.unfolded = { ...this.unfolded, proposal: false };
        return this.focus('propose');
      }
      const [fault] = this.state.acts.propose?.faults ?? [];
      if (fault) this.focus(fault.where.replace(/^body\//, ''));
    });
  }

  signOut(): void {
    void this.session.leave();
    this.tell('fl-signed-out');
    this.focus('member-in');
  }

  restart(): void {
    this.hasLeft = false;
    void this.store.load();
    this.focus('heading');
  }

  /** Forgets at once what she wrote and who she is, and shows nothing any more (S1). */
  leave(): void {
    this.hasLeft = true;
    this.unfolded = { signIn: false, proposal: false };
    this.store.wipe();
    if (!this.session.state.isKept && this.session.state.phase !== 'initial') void this.session.leave();
    this.emptyControls();
    this.redraw();
  }

  /** Before each drawing: what follows from who she is now. */
  prepare(): void {
    const isOpen = this.state.session.phase === 'open';
    if (isOpen && !this.wasOpen && this.unfolded.signIn) {
      this.unfolded = { ...this.unfolded, signIn: false };
      this.tell('fl-signed-in');
      this.focusNext = 'sign-out';
    }
    this.wasOpen = isOpen;
  }

  /** After each drawing. */
  settle(): void {
    const { focusNext: id } = this;
    this.focusNext = undefined;
    if (id) this.host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }
}

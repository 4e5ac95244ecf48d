import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CaseDeskState, FilterKeeper } from '@fulian/sdk/stores/case-desk';
import { createStaffSession, type StaffSessionState, type StaffSessionStore } from '@fulian/sdk/stores/staff-session';
import { connectionOf } from '../base/connection.js';
import { controls } from '../base/controls.styles.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { answerOpener, openElsewhere } from '../base/staff-oidc.js';
import { signInScreen } from '../base/staff-sign-in.js';
import { signInStyles } from '../base/staff-sign-in.styles.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import { bar, seesCases, warnings } from './case-desk.bar.js';
import { caseStyles } from './case-desk.case.styles.js';
import { Day, type DayHost } from './case-desk.day.js';
import { formStyles } from './case-desk.forms.styles.js';
import { printStyles } from './case-desk.print.styles.js';
import { queue } from './case-desk.queue.js';
import { queueStyles } from './case-desk.queue.styles.js';
import { styles } from './case-desk.styles.js';
import { catalogue, type DeskKey } from './case-desk.words.js';

/** How often clocks are looked at again, ms. */
const tick = 20_000;
/** How wide the element must be for queue and case side by side, CSS px; in elder mode, where all is larger. */
const wideFrom = 840;
const wideFromElder = 1120;
/** What tells that somebody is there. */
const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * @summary The desk of case workers: sign-in, the queue with clocks to every limit, one case with all that may be done with it, and
 * taking a request down on the telephone. Keyboard first, live, and locked after a while without anybody there.
 *
 * Keeps what is read and typed in memory and nowhere else, so a reload signs out (S2). Writes nothing into the page's address, title
 * or history, and its events carry nobody's words (S3). No call button stands outside the hours in which a call is safe.
 *
 * @slot - What is shown where the script never runs, such as whom to call. Not shown once the element is awake.
 * @fires {CustomEvent<null>} fl-signed-in - Somebody has signed in.
 * @fires {CustomEvent<null>} fl-signed-out - She has signed out, or the page was left.
 * @fires {CustomEvent<null>} fl-locked - The desk was locked.
 * @fires {CustomEvent<null>} fl-opened - Somebody looks at one case. Says nothing of which.
 * @fires {CustomEvent<{ kind: string }>} fl-step - A step was taken; says which kind, and nothing of the case.
 * @fires {CustomEvent<null>} fl-registered - A request was taken down and stored.
 * @csspart base - Everything.
 * @csspart bar - The bar on top.
 * @csspart lock - The button that locks the desk.
 * @csspart queue - The queue with its filters.
 * @csspart rows - The list of cases.
 * @csspart row - One case in the list.
 * @csspart case - The case on the screen.
 * @csspart contact - How contact with her is safe.
 * @csspart call - The button that calls her; only there while a call is safe.
 * @csspart actions - The steps that may be taken.
 * @csspart timeline - What happened.
 * @csspart event - One thing that happened.
 * @csspart composer - Where messages, notes and steps are written.
 * @csspart send - The button that sends what was written.
 * @csspart conflict - What others changed while something was written.
 * @csspart facts - What is known of the case.
 * @csspart panel - What stands in the place of a case: taking a request down, accounts, the audit log.
 * @csspart receipt - Number and secret of a request that was taken down.
 * @csspart overlay - What stands above everything: shortcuts, printing.
 * @cssprop [--fl-desk-height=100vh] - Height of the desk.
 * @cssprop [--fl-desk-red=#a8201a] - Cases of the grade red.
 * @cssprop [--fl-desk-orange=#8f4300] - Cases of the grade orange, and what is due soon.
 * @cssprop [--fl-desk-orange-soft=#fff1e2] - The background of what needs attention.
 * @cssprop [--fl-desk-pink=#9a1f5c] - Cases of the grade pink.
 * @cssprop [--fl-desk-note-soft=#f3f1ec] - The background of internal notes.
 */
export class FlCaseDesk extends FlElement<DeskKey> implements DayHost {
  static override styles = [tokens, controls, signInStyles, styles, queueStyles, caseStyles, formStyles, printStyles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    federation: {},
    keep: { attribute: false },
    session: { attribute: false },
    oidcReturnTo: { attribute: 'oidc-return-to' },
    isWide: { state: true },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** 12-digit code of the federation whose queue it is. Default: that of who signs in. */
  federation: string | null = null;

  /** Where saved filters stay, given by the page. Default: they last as long as the session. */
  keep: FilterKeeper | undefined;

  /** A session that other elements of the page share. Default: one of its own, made when it is first shown. */
  session: StaffSessionStore | undefined;

  /** Address of this page, as the operator allows it, to sign in with the county's own accounts. Default: not offered. */
  oidcReturnTo: string | null = null;

  protected readonly catalogue = catalogue;

  private readonly boundSession = new StoreController<StaffSessionState>(this);
  private readonly boundDesk = new StoreController<CaseDeskState>(this);
  private day: Day | undefined;
  private connection: Client | undefined;
  /** For whoever builds the page: why there is no service. */
  private unconnected: string | undefined;
  private phase: StaffSessionState['phase'] = 'signed-out';
  private isWide = true;
  private stopWiping: (() => void) | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;
  private resizing: ResizeObserver | undefined;
  private stopElsewhere: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    answerOpener(this.oidcReturnTo);
    this.stopWiping ??= onWipe(() => void this.session?.signOut());
    this.clock ??= setInterval(() => this.requestUpdate(), tick);
    if (typeof ResizeObserver === 'function') (this.resizing = new ResizeObserver(this.measure)).observe(this);
    for (const sign of signs) window.addEventListener(sign, this.touched, { capture: true, passive: true });
    window.addEventListener('beforeunload', this.leaving);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopElsewhere?.();
    clearInterval(this.clock);
    this.resizing?.disconnect();
    this.stopWiping = this.clock = this.resizing = this.stopElsewhere = undefined;
    for (const sign of signs) window.removeEventListener(sign, this.touched, { capture: true });
    window.removeEventListener('beforeunload', this.leaving);
    this.day?.rest();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.isWide = this.hasRoom;
    this.connect();
    this.follow();
    this.overrides = this.boundDesk.state?.form?.words;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected) this.day?.settle();
  }

  protected override render(): TemplateResult {
    const { day } = this;
    const phase = day?.session.state.phase;
    return html`<div
      class="base desk ${this.isWide ? 'wide' : 'narrow'} ${this.isAside ? 'busy' : ''}"
      part="base"
      lang=${this.language}
      dir=${this.direction}
      @keydown=${this.keyed}
    >
      ${
        !day
          ? this.renderUnconnected()
          : phase === 'signed-in'
            ? this.renderDesk(day)
            : html`<div class="gate">${signInScreen(day)}</div>`
      }
    </div>`;
  }

  private renderDesk(day: Day): TemplateResult {
    const { load, loadError, selected } = day.state;
    const own = seesCases(day.member);
    const side = () => {
      if (day.scratch.panel) return day.more?.panel(day) ?? day.waiting('more');
      if (selected) return day.parts?.caseScreen(day) ?? day.waiting('parts');
      return html`<p class="saying hint">${this.t(own ? 'choose-case' : 'no-cases')}</p>`;
    };
    const body = () => {
      if (own && load === 'error') return day.failed(loadError!);
      if (own && load !== 'complete') return html`<p class="saying hint" role="status">${this.t('loading')}</p>`;
      return html`<div class="panes ${this.isAside ? 'aside' : ''}">
        ${own ? queue(day) : nothing}
        <div class="side">${side()}</div>
      </div>`;
    };
    return html`${bar(day)} ${warnings(day)} ${body()}
    ${day.scratch.overlay ? (day.more?.overlay(day) ?? nothing) : nothing}`;
  }

  private renderUnconnected(): TemplateResult {
    return this.unconnected === undefined
      ? html`<p class="saying hint" role="status">${this.t('loading')}</p>`
      : html`<p class="notice danger" role="alert" lang="en">${this.unconnected}</p>`;
  }

  /** Begins anew where the service changes. */
  private connect(): void {
    const client = this.client ?? this.provider?.state?.client;
    const found = client ? undefined : connectionOf(this, this.provider);
    this.unconnected = typeof found === 'string' ? found : undefined;
    const known = this.day?.session;
    if (!client || (client === this.connection && (this.session === known || !this.session))) return;
    this.connection = client;
    this.day?.stop();
    this.session ??= createStaffSession({ client });
    this.boundSession.store = this.session;
    this.day = new Day(this, this.session);
    this.boundDesk.store = this.day.store;
  }

  /** What the session has come to since the last drawing. */
  private follow(): void {
    const { day, phase: before } = this;
    if (!day) return;
    const { phase } = day.session.state;
    if (phase === before) return;
    this.phase = phase;
    if (phase === 'signed-in') day.sitDown();
    else day.rest();
    day.focus(phase === 'signed-in' ? 'rows' : phase === 'code-needed' ? 'code' : 'sign-in-title');
    if (phase === 'signed-in') day.tell('fl-signed-in', null);
    else if (phase === 'locked' && before === 'signed-in') day.tell('fl-locked', null);
    else if (phase === 'signed-out' && before !== 'pending') day.tell('fl-signed-out', null);
  }

  /** @internal */
  readonly signInElsewhere = (): void => {
    const { session, oidcReturnTo } = this;
    this.stopElsewhere?.();
    if (session && oidcReturnTo !== null) this.stopElsewhere = openElsewhere(session, oidcReturnTo);
  };

  /** Something stands beside the queue: on a narrow screen, in its place. */
  private get isAside(): boolean {
    const { day } = this;
    return day?.scratch.panel !== undefined || day?.state.selected !== undefined;
  }

  private get hasRoom(): boolean {
    const { width } = this.getBoundingClientRect();
    return width === 0 || width >= (this.elder ? wideFromElder : wideFrom);
  }

  private readonly measure = (): void => {
    this.isWide = this.hasRoom;
  };

  private readonly touched = (): void => this.session?.touch();

  /** Nothing that was written is lost by a wrong key. */
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.phase === 'signed-in' && (this.boundDesk.state?.unsent.length ?? 0) > 0) event.preventDefault();
  };

  private readonly keyed = (event: KeyboardEvent): void => this.day?.keyed(event);
}

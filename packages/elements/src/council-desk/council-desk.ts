import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CouncilDeskState } from '@fulian/sdk/stores/council-desk';
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
import { bar, councilHead, warnings } from './council-desk.bar.js';
import { councilsScreen, notForYou } from './council-desk.councils.js';
import { Day, type DayHost } from './council-desk.day.js';
import { formStyles } from './council-desk.forms.styles.js';
import { failed, waiting } from './council-desk.gates.js';
import { printStyles } from './council-desk.print.styles.js';
import { question } from './council-desk.question.js';
import { styles } from './council-desk.styles.js';
import { catalogue, type DeskKey } from './council-desk.words.js';

/** How often clocks are looked at again, ms; and of how many looks one is drawn where no seconds are counted. */
const tick = 1000;
const calm = 20;
/** What tells that somebody is there. */
const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * @summary The desk of who organises women's councils: the roll and its printed cards, topics, meetings, ballots, and what became of
 * what was decided.
 *
 * Keeps what is read and typed in memory and nowhere else, so a reload signs out (S2). Writes nothing into the page's address, title
 * or history, and its events carry nobody's words (S3). Shows nothing of what was voted before a ballot is closed.
 *
 * @slot - What is shown where the script never runs, such as whom to call. Not shown once the element is awake.
 * @fires {CustomEvent<null>} fl-signed-in - Somebody has signed in.
 * @fires {CustomEvent<null>} fl-signed-out - She has signed out, or the page was left.
 * @fires {CustomEvent<null>} fl-locked - The desk was locked.
 * @fires {CustomEvent<null>} fl-opened - Somebody looks at one council. Says nothing of which.
 * @fires {CustomEvent<{ what: string }>} fl-changed - Something was stored: `council`, `member`, `meeting`, `ballot`, `resolution`, or
 * what was done, such as `screen`, `open` or `close`.
 * @fires {CustomEvent<{ what: string }>} fl-printed - `cards`, `minutes`, `result` or `notice` were given to the printer.
 * @csspart base - Everything.
 * @csspart bar - The bar on top.
 * @csspart lock - The button that locks the desk.
 * @csspart tabs - The parts of a council's desk.
 * @csspart list - A list of things.
 * @csspart item - One thing in a list.
 * @csspart cards - Cards with codes.
 * @csspart card - One card.
 * @csspart checks - What stands against the next step of a ballot.
 * @csspart clock - How much time a ballot still has.
 * @csspart result - How a ballot ended.
 * @csspart conflict - What others changed while something was written.
 * @csspart overlay - The question that comes before what nothing undoes.
 */
export class FlCouncilDesk extends FlElement<DeskKey> implements DayHost {
  static override styles = [tokens, controls, signInStyles, styles, formStyles, printStyles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    federation: {},
    session: { attribute: false },
    cardAddress: { attribute: 'card-address' },
    oidcReturnTo: { attribute: 'oidc-return-to' },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** 12-digit code of the federation whose councils are shown. Default: that of who signs in. */
  federation: string | null = null;

  /** A session that other elements of the page share. Default: one of its own, made when it is first shown. */
  session: StaffSessionStore | undefined;

  /** Where members go with their card, as it is printed there: `www.example.cn/council`. Default: they ask the organiser. */
  cardAddress: string | null = null;

  /** Address of this page, as the operator allows it, to sign in with the county's own accounts. Default: not offered. */
  oidcReturnTo: string | null = null;

  protected readonly catalogue = catalogue;

  private readonly boundSession = new StoreController<StaffSessionState>(this);
  private readonly boundDesk = new StoreController<CouncilDeskState>(this);
  private day: Day | undefined;
  private connection: Client | undefined;
  /** For whoever builds the page: why there is no service. */
  private unconnected: string | undefined;
  private phase: StaffSessionState['phase'] = 'signed-out';
  private stopWiping: (() => void) | undefined;
  private stopElsewhere: (() => void) | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;
  private looks = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    answerOpener(this.oidcReturnTo);
    this.stopWiping ??= onWipe(() => void this.session?.signOut());
    this.clock ??= setInterval(() => this.look(), tick);
    for (const sign of signs) window.addEventListener(sign, this.touched, { capture: true, passive: true });
    window.addEventListener('beforeunload', this.leaving);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopElsewhere?.();
    clearInterval(this.clock);
    this.stopWiping = this.clock = this.stopElsewhere = undefined;
    for (const sign of signs) window.removeEventListener(sign, this.touched, { capture: true });
    window.removeEventListener('beforeunload', this.leaving);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connect();
    this.follow();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected) this.day?.settle();
  }

  protected override render(): TemplateResult {
    const { day } = this;
    return html`<div
      class="base desk"
      part="base"
      lang=${this.language}
      dir=${this.direction}
      @keydown=${(event: KeyboardEvent) => day?.keyed(event)}
    >
      ${
        !day
          ? this.renderUnconnected()
          : day.session.state.phase === 'signed-in'
            ? this.renderDesk(day)
            : html`<div class="gate">${signInScreen(day)}</div>`
      }
    </div>`;
  }

  private renderDesk(day: Day): TemplateResult {
    const { selected } = day.state;
    const room = () => {
      const refused = notForYou(day);
      if (refused !== nothing) return refused;
      if (!selected || day.scratch.place.section === 'council') return councilsScreen(day);
      if (selected.load === 'error')
        return html`${councilHead(day, selected)}
        ${failed(day, selected.error, () => void day.store.select(selected.id))}`;
      return html`${councilHead(day, selected)}
      ${selected.council ? day.section({ view: day, shown: selected }) : waiting(day)}`;
    };
    return html`${bar(day)} ${warnings(day)}
      <div class="room">${room()}</div>
      ${day.scratch.question ? question(day) : nothing}`;
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
    day.focus(phase === 'signed-in' ? 'council-title' : phase === 'code-needed' ? 'code' : 'sign-in-title');
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

  private look(): void {
    const { day } = this;
    if (!day || this.phase !== 'signed-in') return;
    day.tick();
    this.looks += 1;
    if (day.countsDown || this.looks % calm === 0) this.requestUpdate();
  }

  private readonly touched = (): void => this.session?.touch();

  /** Nothing that was written is lost by a wrong key. */
  private readonly leaving = (event: BeforeUnloadEvent): void => {
    const { state } = this.boundDesk;
    const hasCards = (state?.selected?.cards.length ?? 0) > 0;
    if (this.phase === 'signed-in' && (state?.hasUnsaved || hasCards)) event.preventDefault();
  };
}

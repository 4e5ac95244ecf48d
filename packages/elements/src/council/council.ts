import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type CouncilState, type CouncilStore, createCouncilStore } from '@fulian/sdk/stores/council';
import { createMemberSession, type MemberSessionStore } from '@fulian/sdk/stores/member-session';
import { controls } from '../base/controls.styles.js';
import { councilPlace } from '../base/council-place.js';
import { councilStyles } from '../base/council.styles.js';
import { sweepPapers } from '../base/council-papers.js';
import { network, placeOnDevice } from '../base/device.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import { head, openBallots, tabs } from './council.head.js';
import { ballotsSection, meetingsSection } from './council.meetings.js';
import { button, errorWords } from './council.pieces.js';
import { resolutionsSection } from './council.resolutions.js';
import { styles } from './council.styles.js';
import { topicsSection } from './council.topics.js';
import { sections } from './council.view.js';
import { Visit } from './council.visit.js';
import { catalogue, type CouncilKey } from './council.words.js';

const panels = {
  topics: topicsSection,
  meetings: meetingsSection,
  ballots: ballotsSection,
  resolutions: resolutionsSection,
} as const;

/** What was not opened, why, and the way to try again. */
function notOpened(visit: Visit, code: string | undefined, again: () => void): TemplateResult {
  return html`<div class="notice danger" part="error" role="alert">
    <p><b>${visit.t('failed')}</b> ${errorWords(visit, code)}</p>
    ${button(visit.t('again'), again, 'secondary', 'retry')}
  </div>`;
}

/**
 * @summary A women's council for everybody: its topics, meetings, ballots and resolutions, who carries them out, until when, and
 * whether it was done. Anyone may suggest a topic; members sign in with a printed card to second, discuss, vote, and say whether what
 * they proposed was done.
 *
 * Keeps what is written in memory and nowhere else; a session stays on the device only where she asked for it (S2). Goes blank on a
 * quick exit and whenever the page is left (S1), and changes neither address nor title (S3).
 *
 * @slot - What is shown where the script never runs: a telephone number. Not shown once the element is awake.
 * @slot footer - The page's own words below.
 * @fires {CustomEvent<{ ballot: string }>} fl-ballot-chosen - Somebody goes to a ballot. Opens it inside, unless the page prevents that
 * and shows an `<fl-ballot>` of its own.
 * @fires {CustomEvent<{ ballot: string }>} fl-voted - Her vote is stored. Says nothing of what it is.
 * @fires {CustomEvent<null>} fl-signed-in - She signed in with her card.
 * @fires {CustomEvent<null>} fl-signed-out - She signed out.
 * @csspart base - Everything.
 * @csspart sheet - The sheet that everything stands on.
 * @csspart heading - The council's name.
 * @csspart roll - Who is on the roll, folded; for members.
 * @csspart sign-in - Where a card is typed.
 * @csspart rate - The execution rate.
 * @csspart now - What can be voted on now.
 * @csspart tabs - The list of sections.
 * @csspart tab - One of them.
 * @csspart panel - The section that is open.
 * @csspart items - A list of the section.
 * @csspart item - One topic, meeting, ballot or resolution.
 * @csspart proposal - Where a topic is written.
 * @csspart discussion - What members say about a topic.
 * @csspart comment - What one of them says.
 * @csspart minutes - Minutes of a meeting, folded.
 * @csspart evidence - What was done.
 * @csspart accept - Where the proposer says whether it was done.
 * @csspart satisfaction - How satisfied people are.
 * @csspart error - Why nothing could be loaded.
 */
export class FlCouncil extends FlElement<CouncilKey> {
  static override styles = [tokens, controls, councilStyles, styles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    council: {},
    session: { attribute: false },
    voucher: { attribute: false },
    section: {},
    chosen: { state: true },
    ballotFailed: { state: true },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** Id of the council: 12 digits, a hyphen, and a UUID. */
  council: string | null = null;

  /** A member's session that the page has opened. Default: one of its own. */
  session: MemberSessionStore | undefined;

  /** The host portal's word for its signed-in member (a signed JWT), in the place of a card. Counts once. */
  voucher: string | undefined;

  /** Which section is open at first: `topics`, `meetings`, `ballots` or `resolutions`. Default: `topics`. */
  section: string | null = null;

  protected readonly catalogue = catalogue;

  /** The ballot that is shown in the place of everything else. */
  private chosen: string | undefined;
  /** What shows it could not be loaded. */
  private ballotFailed = false;
  private readonly bound = new StoreController<CouncilState, CouncilStore>(this);
  private visit: Visit | undefined;
  /** What the store was made for. */
  private made: readonly unknown[] = [];
  /** For whoever builds the page: what is missing. */
  private unconnected: string | undefined;
  private usedVoucher: string | undefined;
  private stopWiping: (() => void) | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;
  /** In a meeting the page lies open while votes are opened. */
  private readonly look = () => {
    if (!document.hidden && !this.chosen && this.visit && !this.visit.hasLeft) void this.visit.store.refresh();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => this.visit?.leave());
    this.requestUpdate();
    this.clock ??= setInterval(this.look, 60_000);
    document.addEventListener('visibilitychange', this.look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    clearInterval(this.clock);
    this.stopWiping = this.clock = undefined;
    document.removeEventListener('visibilitychange', this.look);
    this.bound.store?.stop();
    this.bound.store = this.visit = this.chosen = undefined;
    this.made = [];
  }

  /** Shows a ballot inside; its element is loaded now. @internal */
  openBallot(ballot: string): void {
    void this.loadBallot();
    this.chosen = ballot;
    this.visit?.focus('ballot-back');
  }

  private async loadBallot(): Promise<void> {
    this.ballotFailed = false;
    try {
      await import('../ballot/index.js');
    } catch {
      this.ballotFailed = true;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connect();
    this.visit?.prepare();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.visit?.settle();
  }

  protected override render(): TemplateResult {
    const { visit, unconnected } = this;
    return html`<div class="base" part="base" lang=${this.language} dir=${this.direction}>
      <div class="sheet" part="sheet">
        ${
          unconnected
            ? html`<p class="notice danger" role="alert" lang="en">${unconnected}</p>`
            : visit
              ? this.renderVisit(visit)
              : html`<p class="hint" role="status">${this.t('loading')}</p>`
        }
        <slot name="footer"></slot>
      </div>
    </div>`;
  }

  private renderVisit(visit: Visit): TemplateResult {
    const { load, council, loadError } = visit.state;
    if (visit.hasLeft)
      return html`<p>${visit.t('left-page')}</p>
        <div class="actions">${button(visit.t('open-again'), () => visit.restart(), 'secondary')}</div>`;
    if (!council)
      return load === 'error'
        ? notOpened(visit, loadError?.code, () => void visit.store.load())
        : html`<p class="hint" role="status">${visit.t('loading')}</p>`;
    if (this.chosen) return this.renderBallot(visit, this.chosen);
    const { section } = visit;
    return html`${head(visit)} ${openBallots(visit)} ${tabs(visit)}
      <div class="panel" id="panel" part="panel" role="tabpanel" aria-labelledby="tab-${section}">
        ${panels[section](visit)}
      </div>`;
  }

  private renderBallot(visit: Visit, ballot: string): TemplateResult {
    const back = () => {
      this.chosen = undefined;
      visit.focus(`tab-${visit.section}`);
      void visit.store.refresh();
    };
    return html`<div>${button(visit.t('ballot-back'), back, 'plain', 'ballot-back')}</div>
      <fl-ballot
        .client=${this.made[0]}
        .council=${this.council}
        .ballot=${ballot}
        .session=${visit.session}
        .locale=${this.locale}
        .elder=${this.elder}
        appearance=${this.getAttribute('appearance') || nothing}
        >${
          // Seen until it is awake.
          this.ballotFailed
            ? notOpened(visit, 'network', () => this.openBallot(ballot))
            : html`<p class="hint" role="status">${visit.t('loading')}</p>`
        }</fl-ballot
      >`;
  }

  /** Begins anew where the service, the council, or who looks at it changes. */
  private connect(): void {
    // Out of the page: nobody would end what begins now.
    if (!this.isConnected) return;
    const { council } = this;
    const found = councilPlace(this, this.provider, { council });
    this.unconnected = typeof found === 'string' ? found : undefined;
    if (typeof found !== 'object') return;
    const wanted = [found, council, this.session];
    if (wanted.some((one, at) => one !== this.made[at])) {
      this.made = wanted;
      this.chosen = undefined;
      this.bound.store?.stop();
      const session =
        this.session ??
        createMemberSession({ client: found, council: council!, keep: placeOnDevice(`fulian-member:${council}`) });
      const store = createCouncilStore({ client: found, council: council!, session, network });
      this.bound.store = store;
      this.visit = new Visit(this, store, sections.find((one) => one === this.section) ?? 'topics');
      void this.updateComplete.then(() => store.load()).then(() => sweepPapers(store.state.ballots.items));
    }
    this.vouch();
  }

  private vouch(): void {
    const { voucher, visit } = this;
    const isReady = visit?.state.load === 'complete' && visit.state.session.phase === 'initial';
    if (!voucher || voucher === this.usedVoucher || !isReady) return;
    this.usedVoucher = voucher;
    void visit.session.openWithVoucher(voucher);
  }
}

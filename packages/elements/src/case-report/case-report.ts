import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import {
  createCaseReportStore,
  type CaseReportState,
  type CaseReportStore,
  type PeriodKind,
} from '@fulian/sdk/stores/case-report';
import { createStaffSession, type StaffSessionState, type StaffSessionStore } from '@fulian/sdk/stores/staff-session';
import { connectionOf } from '../base/connection.js';
import { controls } from '../base/controls.styles.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { errorWords, signInScreen, type SignInView } from '../base/staff-sign-in.js';
import { signInStyles } from '../base/staff-sign-in.styles.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import { figures, periodWords } from './case-report.figures.js';
import { styles } from './case-report.styles.js';
import { catalogue, type ReportKey } from './case-report.words.js';

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half-year'];

/**
 * @summary Statistics of requests for help: how many, what for, how fast, with charts that are tables at the same time. For the
 * public with small numbers left out, or for staff with all of them.
 *
 * @slot - What is shown where the script never runs. Not shown once the element is awake.
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart tools - The choice of a period, and what can be done with the figures.
 * @csspart figures - How many, and the rates.
 * @csspart suppressed - Why numbers are left out.
 * @csspart chart - One chart with its table.
 * @csspart error - Why nothing could be loaded.
 */
export class FlCaseReport extends FlElement<ReportKey> {
  static override styles = [tokens, controls, signInStyles, styles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    federation: {},
    staff: { type: Boolean },
    session: { attribute: false },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** 12-digit code of the federation that it is about, with those below it. Default: that of the nearest `<fl-client>`. */
  federation: string | null = null;

  /** For staff, with all figures; asks to sign in where nobody has. Default: false, for everybody. */
  staff = false;

  /** A session that a desk of the same page has opened; makes it a report for staff. Default: one of its own. */
  session: StaffSessionStore | undefined;

  protected readonly catalogue = catalogue;

  private readonly bound = new StoreController<CaseReportState, CaseReportStore>(this);
  private readonly boundSession = new StoreController<StaffSessionState>(this);
  private made: string | undefined;
  private connection: Client | undefined;
  /** For whoever builds the page: why there is no service. */
  private unconnected: string | undefined;
  private stopWiping: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => {
      if (this.staff || this.session) void this.session?.signOut();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopWiping = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connect();
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const isGated = session !== undefined && session.state.phase !== 'signed-in';
    return html`<div class="base report" part="base" lang=${this.language} dir=${this.direction}>
      ${
        this.unconnected
          ? html`<p class="notice danger" role="alert" lang="en">${this.unconnected}</p>`
          : isGated
            ? signInScreen(this.signIn(session))
            : this.bound.store
              ? this.renderReport(this.bound.store)
              : html`<p class="hint" role="status">${this.t('loading')}</p>`
      }
    </div>`;
  }

  private renderReport(store: CaseReportStore): TemplateResult {
    const { load, error, report, audience } = store.state;
    return html`<h2 part="heading">
        ${report ? html`<bdi>${report.federation.name}</bdi> · ` : nothing}${this.t('report')}
      </h2>
      <p class="hint">
        ${this.t(audience)}${report ? html` · ${this.t('from-to', { from: report.from, to: report.to })}` : nothing}
      </p>
      ${this.tools(store)}
      ${
        load === 'error'
          ? html`<div part="error" role="alert">
              <p><b>${this.t('failed')}</b> ${errorWords(this, error!)}</p>
              <button class="button" id="retry" type="button" @click=${() => void store.load()}>
                ${this.t('retry')}
              </button>
            </div>`
          : load === 'complete'
            ? figures(this, store.state)
            : html`<p class="hint" role="status">${this.t('loading')}</p>`
      }`;
  }

  private tools(store: CaseReportStore): TemplateResult {
    const { period, periods, periodKind, download, load } = store.state;
    return html`<div class="tools" part="tools">
      <label
        ><span class="label">${this.t('kind')}</span
        ><select
          class="input"
          id="kind"
          autocomplete="off"
          @change=${(event: Event) => void store.setPeriodKind((event.target as HTMLSelectElement).value as PeriodKind)}
        >
          ${kinds.map(
            (one) => html`<option .value=${one} .selected=${one === periodKind}>${this.t(`kind-${one}`)}</option>`,
          )}
        </select></label
      >
      <label
        ><span class="label">${this.t('period')}</span
        ><select
          class="input"
          id="period"
          autocomplete="off"
          @change=${(event: Event) => void store.setPeriod((event.target as HTMLSelectElement).value)}
        >
          ${periods.map(
            (one) => html`<option .value=${one} .selected=${one === period}>${periodWords(this, one)}</option>`,
          )}
        </select></label
      >
      <button
        class="button secondary"
        id="csv"
        type="button"
        aria-disabled=${load !== 'complete' || download === 'pending' ? 'true' : nothing}
        @click=${() => void this.download(store)}
      >
        ${this.t('csv')}
      </button>
      <button class="button secondary" id="print" type="button" @click=${() => window.print()}>
        ${this.t('print')}
      </button>
      ${download === 'error' ? html`<p class="fault" role="alert">${this.t('csv-failed')}</p>` : nothing}
    </div>`;
  }

  private signIn(session: StaffSessionStore): SignInView {
    return { session, t: (key, values) => this.t(key, values), signInElsewhere: undefined };
  }

  private async download(store: CaseReportStore): Promise<void> {
    const { period } = store.state;
    const bytes = await store.downloadCsv();
    if (!bytes) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'text/csv;charset=utf-8' }));
    link.download = `report-${period}.csv`;
    link.click();
    // The browser has taken it over by the next turn.
    setTimeout(() => URL.revokeObjectURL(link.href), 0);
  }

  /** Begins anew where the service, the federation, or who looks at it changes. */
  private connect(): void {
    const client = this.client ?? this.provider?.state?.client;
    const given = this.federation ?? this.provider?.state?.federation;
    if (this.staff && client && (!this.session || (this.connection && this.connection !== client)))
      this.session = createStaffSession({ client });
    const { session } = this;
    this.boundSession.store = session;
    const federation = session ? (this.federation ?? session.state.member?.federation.code) : given;
    const found = client && (federation || session) ? undefined : connectionOf(this, this.provider);
    this.unconnected = typeof found === 'string' ? found : undefined;
    const isReady = client !== undefined && federation && (!session || session.state.phase === 'signed-in');
    if (!isReady) return;
    const made = `${federation} ${session ? 'staff' : 'public'}`;
    if (made === this.made && client === this.connection) return;
    this.made = made;
    this.connection = client;
    this.bound.store?.wipe();
    const store = createCaseReportStore({ client, federation, ...(session && { session }) });
    this.bound.store = store;
    void this.updateComplete.then(() => store.load());
  }
}

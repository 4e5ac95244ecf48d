import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createHelpFormStore, type HelpFormState } from '@fulian/sdk/stores/help-form';
import { connectionOf, type Connection } from '../base/connection.js';
import { controls } from '../base/controls.styles.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import '../quick-exit/index.js';
import { emergencyRow } from './help-form.emergency.js';
import { closedScreen, dangerStep, gate } from './help-form.first.js';
import { actions, errorSummary, progress } from './help-form.frame.js';
import { Journey } from './help-form.journey.js';
import { laterStyles } from './help-form.later.styles.js';
import { styles } from './help-form.styles.js';
import { catalogue, type HelpFormKey } from './help-form.words.js';

/**
 * @summary Asks for help at a Women's Federation, one question a screen, and ends with a receipt to write down. The first
 * question can be answered before anything else is loaded; where somebody is in danger the numbers to call come first.
 *
 * Keeps what is typed in memory and nowhere else, and forgets it on a quick exit and whenever the page is left (S1, S2).
 * Changes neither the page's address nor its title nor its history (S3).
 *
 * @slot - What is shown where the script never runs: a telephone number. Not shown once the element is awake.
 * @slot footer - The page's own words below every question, such as a link to its privacy notice.
 * @fires {CustomEvent<{ step: string }>} fl-step - Somebody went on to another question, or back to one.
 * @fires {CustomEvent<null>} fl-submitted - The service has stored the request. Says nothing of its number or content.
 * @fires {CustomEvent<null>} fl-exited - Somebody left by the quick exit.
 * @csspart screen - One question with its buttons.
 * @csspart base - Everything.
 * @csspart form - The sheet that the questions stand on.
 * @csspart progress - Which question of how many.
 * @csspart heading - The question of the screen.
 * @csspart field - One question with its choices or its box.
 * @csspart fault - What is wrong, beside a field.
 * @csspart error-summary - What is wrong, on top.
 * @csspart safety - The note on how to leave, on the first screen.
 * @csspart emergency - The numbers to call where somebody is in danger.
 * @csspart call - A number that can be tapped.
 * @csspart continue - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart submit - The button that sends the request.
 * @csspart file - A file that was added.
 * @csspart place - A place that can be chosen.
 * @csspart summary - The answers on the last screen.
 * @csspart unsent - Why the request was not sent.
 * @csspart receipt - Number and code.
 * @csspart as-telephone - The button that shows the receipt like telephone numbers.
 * @csspart print - The button that prints the receipt.
 * @csspart confirm - The button that checks the group that was typed back.
 * @csspart finish - The button that clears the receipt away.
 * @cssprop [--fl-sticky-top=0] - Where the emergency numbers stop below a sticky header of the page.
 */
export class FlHelpForm extends FlElement<HelpFormKey> {
  static override styles = [tokens, controls, styles, laterStyles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    federation: {},
    exitHref: { attribute: 'exit-href' },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** 12-digit code of the federation that is asked. Default: that of the nearest `<fl-client>`. */
  federation: string | null = null;

  /** Where the quick exit leads. Default: a page about the weather. */
  exitHref: string | null = null;

  protected readonly catalogue = catalogue;

  private readonly bound = new StoreController<HelpFormState>(this);
  private connection: Connection | undefined;
  /** For whoever builds the page: why there is no service. */
  private unconnected: string | undefined;
  private journey: Journey | undefined;
  private stopWiping: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => this.journey?.close());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopWiping = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connect();
    this.overrides = this.journey?.state.form?.words;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.journey?.settle();
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base" lang=${this.language} dir=${this.direction} @keydown=${this.keyed}>
      <fl-quick-exit
        href=${this.exitHref || nothing}
        .locale=${this.locale}
        .elder=${this.elder}
        appearance=${this.getAttribute('appearance') || nothing}
      ></fl-quick-exit>
      <div class="form" part="form">
        ${this.journey ? this.renderScreen(this.journey) : this.renderUnconnected()}
        <slot name="footer"></slot>
      </div>
    </div>`;
  }

  private renderScreen(journey: Journey): TemplateResult {
    const { screen, later } = journey;
    if (screen === 'closed') return closedScreen(journey);
    if (screen === 'receipt') return html`${emergencyRow(journey)} ${later!.receiptScreen(journey)}`;
    const waits = screen === 'loading' || screen === 'offline' || screen === 'service';
    const body = () => {
      if (waits) return gate(journey, screen);
      if (screen === 'danger') return dangerStep(journey);
      return later!.laterStep(journey, screen);
    };
    return html`${progress(journey)} ${screen === 'danger' ? nothing : emergencyRow(journey)}
      <div class="screen" part="screen">${errorSummary(journey)} ${body()} ${waits ? nothing : actions(journey)}</div>`;
  }

  private renderUnconnected(): TemplateResult {
    return this.unconnected === undefined
      ? html`<p class="hint" role="status">${this.t('loading')}</p>`
      : html`<p class="notice danger" role="alert" lang="en">${this.unconnected}</p>`;
  }

  /** Begins anew where the service or the federation changes. */
  private connect(): void {
    const found = connectionOf(this, this.provider);
    this.unconnected = typeof found === 'string' ? found : undefined;
    if (found === undefined || typeof found === 'string') return;
    if (found.client === this.connection?.client && found.federation === this.connection.federation) return;
    this.connection = found;
    this.journey?.close();
    const store = (this.bound.store = createHelpFormStore(found));
    const journey = (this.journey = new Journey(this, store));
    // After the first question is on the screen, so that nothing competes with it.
    void this.updateComplete.then(() => journey.load());
  }

  /** Enter in a line of text is Continue; while an input method composes, it is the input method's. */
  private keyed(event: KeyboardEvent): void {
    const field = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    if (field.localName !== 'input' || ['attachments', 'place-filter', 'typed-group'].includes(field.id)) return;
    event.preventDefault();
    const { journey } = this;
    if (journey && journey.screen === journey.state.step && journey.screen !== 'check') journey.next();
  }
}

import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type CaseTrackerState, createCaseTrackerStore } from '@fulian/sdk/stores/case-tracker';
import { controls } from '../base/controls.styles.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import '../quick-exit/index.js';
import { caseScreen } from './case-tracker.opened.js';
import { closedScreen, receiptScreen } from './case-tracker.receipt.js';
import { styles } from './case-tracker.styles.js';
import { Visit } from './case-tracker.visit.js';
import { catalogue, type TrackerKey } from './case-tracker.words.js';

/** What shows that she is there. */
const signs = ['keydown', 'pointerdown', 'wheel', 'input'];

/**
 * @summary Shows a woman what happens to her request, after she typed the number and the secret of her receipt: who handles
 * it, what comes next and by when, what happened. She can write back, say whether she is satisfied, withdraw, take everything
 * along, and have it deleted.
 *
 * Keeps number, secret and case in memory and nowhere else; goes blank on a quick exit, whenever the page is left (S1, S2),
 * when she puts it away, and when nobody touched it for some minutes. Changes neither the page's address nor its title (S3).
 *
 * @slot - What is shown where the script never runs: a telephone number. Not shown once the element is awake.
 * @slot footer - The page's own words below, such as a link to its privacy notice.
 * @fires {CustomEvent<null>} fl-opened - Number and secret fitted, and the case is on the screen. Says nothing of it.
 * @fires {CustomEvent<null>} fl-put-away - She closed it by the button.
 * @fires {CustomEvent<null>} fl-exited - Somebody left by the quick exit.
 * @csspart base - Everything.
 * @csspart sheet - The sheet that everything stands on.
 * @csspart screen - Number and secret, or the case.
 * @csspart heading - How the case stands; on the first screen what it is for.
 * @csspart safety - The note on how to leave.
 * @csspart field - Number, or secret.
 * @csspart fault - What is wrong, beside a field.
 * @csspart error - Why it did not open.
 * @csspart open - The button that opens the case.
 * @csspart lost - What to do when the receipt is lost.
 * @csspart put-away - The button that closes the case.
 * @csspart news - Says that something happened.
 * @csspart next - What comes next.
 * @csspart call - A number that can be tapped.
 * @csspart consent - The question whether her data may go to a partner agency.
 * @csspart rating - The question whether she is satisfied.
 * @csspart write - Where she writes, or the button that opens it.
 * @csspart send - The button that sends it.
 * @csspart file - A file that was added.
 * @csspart outgoing - A message on its way.
 * @csspart timeline - What happened.
 * @csspart older - What happened before that, folded.
 * @csspart event - One thing that happened.
 * @csspart attachment - A file that came with it.
 * @csspart more - What is rarely used.
 * @csspart panel - What of it is unfolded.
 * @cssprop [--fl-sticky-top=0] - Where news stop below a sticky header of the page.
 */
export class FlCaseTracker extends FlElement<TrackerKey> {
  static override styles = [tokens, controls, styles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    exitHref: { attribute: 'exit-href' },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** Where the quick exit leads. Default: a page about the weather. */
  exitHref: string | null = null;

  protected readonly catalogue = catalogue;

  private readonly bound = new StoreController<CaseTrackerState>(this);
  private connected: Client | undefined;
  private visit: Visit | undefined;
  private stopWiping: (() => void) | undefined;

  constructor() {
    super();
    for (const sign of signs) this.addEventListener(sign, () => this.visit?.store.touch(), { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => this.visit?.close());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    this.stopWiping = undefined;
    // Out of the page: nobody can see it, and nobody would close it.
    this.visit?.close(true);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const client = this.client ?? this.provider?.state?.client;
    if (!client || client === this.connected) return;
    this.connected = client;
    this.visit?.close();
    this.visit = new Visit(this, (this.bound.store = createCaseTrackerStore({ client })));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.visit?.settle();
  }

  protected override render(): TemplateResult {
    const { visit } = this;
    return html`<div class="base" part="base" lang=${this.language} dir=${this.direction}>
      <fl-quick-exit
        href=${this.exitHref || nothing}
        .locale=${this.locale}
        .elder=${this.elder}
        appearance=${this.getAttribute('appearance') || nothing}
      ></fl-quick-exit>
      <div class="sheet" part="sheet">
        ${
          visit
            ? { receipt: receiptScreen, case: caseScreen, closed: closedScreen }[visit.screen](visit)
            : html`<p class="hint" role="status">${this.t('loading')}</p>`
        }
        <slot name="footer"></slot>
      </div>
    </div>`;
  }
}

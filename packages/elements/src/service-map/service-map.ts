import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createServiceMapStore, type ServiceMapState } from '@fulian/sdk/stores/service-map';
import { connectionOf, type Connection } from '../base/connection.js';
import { controls } from '../base/controls.styles.js';
import { FlElement } from '../base/element.js';
import type { Client } from '../base/provider.js';
import { StoreController } from '../base/store-controller.js';
import { tokens } from '../base/tokens.styles.js';
import { onWipe } from '../base/wipe.js';
import '../quick-exit/index.js';
import { detailStyles } from './service-map.detail.styles.js';
import { filters } from './service-map.filters.js';
import type { LayerState, MapLayer } from './service-map.layer.js';
import { pointList } from './service-map.list.js';
import { mapStyles } from './service-map.map.styles.js';
import { MapPane, type MapLabel, type Page } from './service-map.pane.js';
import { placePanel } from './service-map.panel.js';
import { Session, type Locate, type SessionHost } from './service-map.session.js';
import { styles } from './service-map.styles.js';
import type { OpenLocation } from './service-map.view.js';
import { catalogue, type ServiceMapKey } from './service-map.words.js';

/** How wide the element must be for list and map side by side, CSS px; in elder mode, where all is larger. */
const wideFrom = 720;
const wideFromElder = 960;
/** How often 'open now' is looked at again, ms. */
const minute = 60_000;

/**
 * @summary The places of a Women's Federation (nursing rooms, homes, mediation, legal aid, counselling, shelters): a list,
 * the nearest first, and beside it a map that says the same. Works where the map cannot.
 *
 * Draws no boundaries and asks nobody but the service for anything, unless the page puts a layer inside. Where somebody is
 * stays in memory, with three decimals, and is forgotten on a quick exit and when the page is left (S1, S2).
 *
 * @slot - An `<fl-tile-layer>` or an `<fl-vector-layer>`; and what is shown where the script never runs, such as a telephone
 * number. Not shown once the element is awake.
 * @slot footer - The page's own words below.
 * @fires {CustomEvent<null>} fl-opened - Somebody looks at one place. Says nothing of which.
 * @fires {CustomEvent<{ target: string }>} fl-handed-over - Somebody opened another map to go there.
 * @fires {CustomEvent<null>} fl-feedback-sent - The service has what somebody said of a place.
 * @fires {CustomEvent<null>} fl-exited - Somebody left by the quick exit.
 * @csspart base - Everything.
 * @csspart sheet - The sheet that all stands on.
 * @csspart filters - What to look for.
 * @csspart near - Her position or township.
 * @csspart near-me - The button that asks for her position.
 * @csspart township-toggle - The button that opens the choice of a township.
 * @csspart township - The choice of a township.
 * @csspart filters-toggle - The button that opens what to look for, in elder mode on a small screen.
 * @csspart category - A category to look for.
 * @csspart text - The box for a name.
 * @csspart open-now - The button for what is open now.
 * @csspart photos - The row of its photos.
 * @csspart photo-viewer - The dialog with one of them large.
 * @csspart facilities-toggle - The button that opens the choice of facilities.
 * @csspart switch - List or map, where there is no room for both.
 * @csspart list - The list.
 * @csspart point - One place in the list.
 * @csspart more - The button that lengthens the list.
 * @csspart empty - What is said where nothing is to be shown.
 * @csspart clear - The button that clears all conditions.
 * @csspart error - Why nothing could be loaded.
 * @csspart retry - The button that loads again.
 * @csspart call - A number that can be tapped.
 * @csspart detail - One place with all that is known of it.
 * @csspart back - The button that leads back to the list.
 * @csspart confidential - Why there is no address.
 * @csspart way - Other maps that show the way.
 * @csspart way-link - One of them.
 * @csspart week - The opening hours of seven days.
 * @csspart facilities - What is there.
 * @csspart feedback-opener - The buttons that open the forms for what is wrong and for a rating.
 * @csspart feedback - That form.
 * @csspart send - The button that sends it.
 * @csspart map - The map.
 * @csspart marker - A place, or several, on the map.
 * @csspart control - The buttons that bring the map nearer, take it farther away, and show all places.
 * @csspart scale - The scale bar.
 * @csspart credits - Who made what is seen.
 * @cssprop [--fl-sticky-top=0] - Where the map stops below a sticky header of the page.
 * @cssprop [--fl-map-height=62vh] - Height of the map.
 * @cssprop [--fl-map-ground=#f4efe8] - Ground of the map.
 * @cssprop [--fl-map-cluster=#812b4c] - Several places in one marker, under white words.
 */
export class FlServiceMap extends FlElement<ServiceMapKey> implements Page, SessionHost {
  static override styles = [tokens, controls, styles, detailStyles, mapStyles];
  static override properties: PropertyDeclarations = {
    client: { attribute: false },
    federation: {},
    exitHref: { attribute: 'exit-href' },
    appName: { attribute: 'app-name' },
    labels: { attribute: false },
    locate: { attribute: false },
    openLocation: { attribute: false },
    isWide: { state: true },
  };

  /** A client made by the page. Default: that of the nearest `<fl-client>`. */
  client: Client | undefined;

  /** 12-digit code of the federation whose places are shown, with those below it. Default: that of the nearest `<fl-client>`. */
  federation: string | null = null;

  /** Where the quick exit leads. Default: a page about the weather. */
  exitHref: string | null = null;

  /** What other maps are told that the visitor comes from, as `organisation.application`. Default: `fulian.kit`. */
  appName = 'fulian.kit';

  /** Names to write on the map, such as those of the townships, in degrees GCJ-02. Default: none. */
  labels: readonly MapLabel[] = [];

  /** Says where the visitor is, for example by WeChat's `wx.getLocation`. Default: the browser is asked. */
  locate: Locate | undefined;

  /** Opens WeChat's own map, by `wx.openLocation`. Default: it is not offered. */
  openLocation: OpenLocation | undefined;

  /** List and map are side by side. @internal */
  isWide = false;

  protected readonly catalogue = catalogue;

  private readonly bound = new StoreController<ServiceMapState>(this);
  private connection: Connection | undefined;
  /** For whoever builds the page: why there is no service. */
  private unconnected: string | undefined;
  private session: Session | undefined;
  private pane: MapPane | undefined;
  private layers: readonly MapLayer[] = [];
  private unfollow: (() => void)[] = [];
  private stopWiping: (() => void) | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;
  private resizing: ResizeObserver | undefined;

  /** What the layers inside give, those that are awake. @internal */
  get layerStates(): readonly LayerState[] {
    return this.layers.flatMap(({ state }) => (state ? [state] : []));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopWiping ??= onWipe(() => this.wipe());
    this.clock ??= setInterval(() => this.session?.store.refresh(), minute);
    // Without it the map is behind its button on every screen.
    if (typeof ResizeObserver === 'function') (this.resizing = new ResizeObserver(this.measure)).observe(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWiping?.();
    clearInterval(this.clock);
    this.resizing?.disconnect();
    this.stopWiping = this.clock = this.resizing = undefined;
    for (const stop of this.unfollow.splice(0)) stop();
    this.layers = [];
    this.pane?.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.isWide = this.resizing !== undefined && this.hasRoom;
    this.connect();
    if (this.isConnected) this.followLayers();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isConnected) return;
    this.session?.settle();
    this.pane?.settle(this.renderRoot);
  }

  protected override render(): TemplateResult {
    return html`<div
      class="base ${this.isWide ? 'wide' : ''} ${this.session?.state.selected ? 'detailed' : ''}"
      part="base"
      lang=${this.language}
      dir=${this.direction}
    >
      <fl-quick-exit
        href=${this.exitHref || nothing}
        .locale=${this.locale}
        .elder=${this.elder}
        appearance=${this.getAttribute('appearance') || nothing}
      ></fl-quick-exit>
      <div class="sheet" part="sheet">
        ${this.session ? this.renderSession(this.session) : this.renderUnconnected()}
        <slot name="footer"></slot>
      </div>
      <div hidden><slot @slotchange=${() => this.requestUpdate()}></slot></div>
    </div>`;
  }

  private renderSession(session: Session): TemplateResult {
    if (session.closed) return this.renderClosed();
    const { pane } = session.scratch;
    const { selected } = session.state;
    return html`<h2 class="heading">${this.t('heading')}</h2>
      <p class="hint intro">${this.t('intro')}</p>
      ${filters(session)}
      <div class="switch" part="switch">
        ${(['list', 'map'] as const).map(
          (one) =>
            html`<button
              class="button"
              id="show-${one}"
              type="button"
              aria-pressed=${pane === one ? 'true' : 'false'}
              @click=${() => session.showPane(one)}
            >
              ${this.t(one)}
            </button>`,
        )}
      </div>
      <div class="panes">
        <div class="list-pane ${pane === 'map' ? 'aside' : ''}">
          ${selected ? placePanel(session) : pointList(session)}
        </div>
        <div class="map-pane ${pane === 'list' ? 'aside' : ''}">${this.pane!.render()}</div>
      </div>`;
  }

  /** After leaving, in case the page comes back: blank but for a way to begin anew. */
  private renderClosed(): TemplateResult {
    return html`<p>${this.t('page-closed')}</p>
      <button class="button secondary" type="button" @click=${this.begin}>${this.t('open-again')}</button>`;
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
    this.begin();
  }

  private begin(): void {
    this.pane?.stop();
    this.session?.store.stop();
    const store = (this.bound.store = createServiceMapStore(this.connection!));
    const session = (this.session = new Session(this, store));
    this.pane = new MapPane(session, this);
    void store.load();
  }

  private wipe(): void {
    this.pane?.stop();
    this.session?.wipe();
  }

  private get hasRoom(): boolean {
    return this.clientWidth >= (this.elder ? wideFromElder : wideFrom);
  }

  /** Later and not at once: a change of our height while the browser tells of heights would be an error on the page. */
  private readonly measure = (): void => {
    if (this.hasRoom !== this.isWide) setTimeout(() => (this.isWide = this.hasRoom));
  };

  /** Listens to the layers that stand inside. */
  private followLayers(): void {
    const layers = [...this.querySelectorAll<MapLayer>('fl-tile-layer,fl-vector-layer')];
    if (layers.length === this.layers.length && layers.every((layer, at) => layer === this.layers[at])) return;
    this.layers = layers;
    for (const stop of this.unfollow.splice(0)) stop();
    for (const layer of layers)
      void customElements.whenDefined(layer.localName).then(() => {
        if (this.layers !== layers || !this.isConnected) return;
        this.unfollow.push(layer.subscribe(() => this.requestUpdate()));
        this.requestUpdate();
      });
  }
}

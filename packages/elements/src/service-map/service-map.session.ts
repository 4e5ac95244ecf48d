import {
  type Crs,
  type HandoverTarget,
  type MapItem,
  type MapMarker,
  type ServiceMapState,
  type ServiceMapStore,
  type ServicePointFeedback,
} from '@fulian/sdk/stores/service-map';
import { BaseVisit, LatePart, type VisitHost } from '../base/visit.js';
import type { OpenLocation, Scratch, ServiceMapView } from './service-map.view.js';
import { catalogue, type ServiceMapKey } from './service-map.words.js';

/** Where somebody is, as the page's adapter knows it. */
export type Locate = () => Promise<{ readonly lng: number; readonly lat: number; readonly crs: Crs }>;

/** What a session needs of the element that shows it. */
export interface SessionHost extends VisitHost<ServiceMapKey> {
  readonly elder: boolean;
  readonly isWide: boolean;
  readonly locate: Locate | undefined;
  readonly openLocation: OpenLocation | undefined;
  readonly appName: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The module of the panel of one place. */
export type Place = typeof import('./service-map.place.js');

/** How long a browser may look for her, ms; and how near the map comes then. */
const patience = 10_000;
const nearZoom = 14;

/** What a row of the list is found by: its number in the table, or its id where there is no table. */
function handleOf({ row, id }: MapItem): string {
  return row >= 0 ? String(row) : (id ?? '');
}

const fresh = (): Scratch => ({
  pane: 'list',
  showsFacilities: false,
  showsFilters: false,
  showsTownships: false,
  townships: undefined,
  locating: 'idle',
  here: undefined,
  form: undefined,
  chosen: '',
  unchosen: false,
  note: '',
  copied: false,
});

/** One visit to the map, as the element goes it: what somebody does, and where the focus goes. The rest is the store's. */
export class Session extends BaseVisit<ServiceMapKey, SessionHost> implements ServiceMapView {
  scratch = fresh();
  /** Left by the quick exit or otherwise: nothing of what was here is shown, in case the page comes back. */
  closed = false;
  private readonly late = new LatePart<Place>(this, () => import('./service-map.place.js'));
  /** The marker that opened the panel, or the handle of the row. */
  private openedFrom: HTMLElement | string | undefined;

  constructor(
    host: SessionHost,
    readonly store: ServiceMapStore,
  ) {
    super(host, catalogue);
  }

  /** There after the first place was opened. */
  get place(): Place | undefined {
    return this.late.module;
  }

  /** It could not be loaded. */
  get placeFailed(): boolean {
    return this.late.failed;
  }

  get state(): ServiceMapState {
    return this.store.state;
  }

  get folds(): boolean {
    return this.host.elder && !this.host.isWide;
  }

  get now(): number {
    return Date.now();
  }

  get page(): ServiceMapView['page'] {
    return this.host;
  }

  open(item: MapItem): void {
    const active = (this.host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.openedFrom = active?.dataset.key === undefined ? handleOf(item) : active;
    this.resetForm();
    this.scratch.pane = 'list';
    this.select(item);
    this.focus('detail-name');
    this.tell('fl-opened');
  }

  reload(): void {
    const { item } = this.state.selected!;
    if (item) this.select(item);
  }

  close(): void {
    const { openedFrom, scratch } = this;
    const wasDetail = this.state.selected !== undefined;
    if (wasDetail) void this.store.select(undefined);
    else scratch.here = undefined;
    this.resetForm();
    if (typeof openedFrom === 'object' && openedFrom.isConnected) {
      this.redraw();
      openedFrom.focus({ preventScroll: true });
    } else {
      // The list is drawn anew: its row is found by its handle.
      this.focus(wasDetail && typeof openedFrom === 'string' ? `row:${openedFrom}` : 'count');
    }
  }

  /** Several points that no zoom tells apart: the list shows them, and no others. */
  showHere(marker: MapMarker): void {
    this.scratch.here = marker;
    this.scratch.pane = 'list';
    if (this.state.selected) void this.store.select(undefined);
    this.focus('here');
  }

  handedOver(target: HandoverTarget): void {
    this.tell('fl-handed-over', { target });
  }

  copy(text: string): void {
    // Undefined on pages without https.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void clipboard?.writeText(text).then(
      () => {
        this.scratch.copied = true;
        this.redraw();
      },
      // Not allowed: the address can still be marked by hand.
      () => undefined,
    );
  }

  openForm(form: Scratch['form']): void {
    this.resetForm();
    this.scratch.form = form;
    this.redraw();
  }

  send(): void {
    const { form, chosen, note } = this.scratch;
    if (this.state.feedback === 'sending') return;
    if (!chosen) {
      this.scratch.unchosen = true;
      this.redraw();
      return;
    }
    const words = note.trim();
    const feedback: ServicePointFeedback =
      form === 'rate'
        ? { kind: 'rating', stars: Number(chosen) }
        : { kind: chosen as ServicePointFeedback['kind'], ...(words ? { note: words } : {}) };
    void this.store.sendFeedback(feedback).then(() => {
      if (this.closed || this.state.feedback !== 'sent') return;
      this.resetForm();
      this.focus('feedback-said');
      this.tell('fl-feedback-sent');
    });
  }

  showPane(pane: Scratch['pane']): void {
    this.scratch.pane = pane;
    this.focus(`show-${pane}`);
  }

  locate(): void {
    const { scratch } = this;
    if (scratch.locating === 'pending') return;
    scratch.locating = 'pending';
    this.redraw();
    const isGone = () => this.closed || scratch !== this.scratch;
    const take = async (place: Awaited<ReturnType<Locate>>) => {
      if (!isGone()) await this.store.setMe(place, nearZoom);
    };
    (this.host.locate ?? askBrowser)()
      .then(take)
      .then(
        () => {
          if (isGone()) return;
          scratch.locating = 'idle';
          this.focus('count');
        },
        () => {
          if (isGone()) return;
          scratch.locating = 'refused';
          if (!scratch.showsTownships) this.toggleTownships();
          this.focus('locate-said');
        },
      );
  }

  forgetMe(): void {
    void this.store.setMe(undefined);
    this.scratch.locating = 'idle';
    this.redraw();
  }

  toggleTownships(): void {
    const { scratch } = this;
    scratch.showsTownships = !scratch.showsTownships;
    this.redraw();
    if (!scratch.showsTownships || (scratch.townships !== undefined && scratch.townships !== 'error')) return;
    scratch.townships = 'pending';
    const done = (townships: Scratch['townships']) => {
      scratch.townships = townships;
      this.redraw();
    };
    this.store.placesBelow().then(done, () => done('error'));
  }

  chooseTownship(code: string): void {
    const { townships } = this.scratch;
    const chosen = typeof townships === 'object' ? townships.find((one) => one.code === code) : undefined;
    if (!chosen) {
      this.forgetMe();
      return;
    }
    this.scratch.locating = 'idle';
    this.store.chooseTownship(chosen).then(
      (found) => {
        if (found && !this.closed) this.goToMe();
      },
      () => {
        this.scratch.townships = 'error';
        this.redraw();
      },
    );
  }

  /** After each drawing: moves the focus where it was asked to go. */
  settle(): void {
    const { focusNext } = this;
    if (this.place && this.late.isBehind) void this.late.bring();
    if (focusNext === undefined) return;
    this.focusNext = undefined;
    const root = this.host.renderRoot;
    const row = /^row:(.*)/.exec(focusNext);
    const target =
      (row ? root.querySelector<HTMLElement>(`[data-row="${row[1]!}"]`) : null) ??
      root.querySelector<HTMLElement>(`#${row ? 'count' : focusNext}`);
    target?.focus({ preventScroll: true });
    // Shows where the panel begins; where it is in sight already, nothing jumps.
    target?.scrollIntoView({ block: focusNext === 'show-map' ? 'start' : 'nearest' });
  }

  /** Forgets where she was and what she wrote, and shows nothing of it any more (S1). */
  wipe(): void {
    this.closed = true;
    this.store.stop();
    this.scratch = fresh();
    this.emptyControls();
    this.redraw();
  }

  private select({ row, id }: MapItem): void {
    void this.store.select(row >= 0 ? row : id);
    if (!this.place) void this.late.bring();
  }

  private goToMe(): void {
    const { me } = this.state;
    if (me) this.store.setViewport({ lng: me.lng, lat: me.lat, zoom: nearZoom });
    this.focus('count');
  }

  private resetForm(): void {
    Object.assign(this.scratch, { form: undefined, chosen: '', unchosen: false, note: '', copied: false });
  }
}

/** What the browser says, which is WGS-84. Rejects where there is no such browser, or somebody does not allow it. */
function askBrowser(): ReturnType<Locate> {
  return new Promise((resolve, reject) => {
    const { geolocation } = navigator as { readonly geolocation?: Geolocation };
    if (!geolocation) {
      reject(new Error('no geolocation'));
      return;
    }
    geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ lng: longitude, lat: latitude, crs: 'WGS-84' }),
      reject,
      { timeout: patience, maximumAge: 60_000 },
    );
  });
}

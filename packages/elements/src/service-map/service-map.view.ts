import type {
  FederationSummary,
  HandoverTarget,
  MapItem,
  MapMarker,
  ServiceMapState,
  ServiceMapStore,
  WechatLocation,
} from '@fulian/sdk/stores/service-map';
import type { Language } from '../base/language.js';
import type { Speaking } from './service-map.words.js';

/** What belongs to the screen and not to the map's data; new after every wipe. */
export interface Scratch {
  /** Where list and map do not fit side by side: which of them is there. */
  pane: 'list' | 'map';
  showsFacilities: boolean;
  /** Where they are folded: what to look for is there. */
  showsFilters: boolean;
  showsTownships: boolean;
  /** The divisions to choose from; undefined until somebody wants them. */
  townships: readonly FederationSummary[] | 'pending' | 'error' | undefined;
  locating: 'idle' | 'pending' | 'refused';
  /** A marker of points that no zoom tells apart: the list shows them alone. */
  here: MapMarker | undefined;
  /** Which form about the selected point is open. */
  form: 'report' | 'rate' | undefined;
  /** What is chosen in it. */
  chosen: string;
  /** It was sent without a choice. */
  unchosen: boolean;
  note: string;
  copied: boolean;
  /** Which of the selected point's photos is shown large. */
  photo?: number | undefined;
  /** Ids of photos that did not load. */
  broken?: readonly string[];
}

/** What the page's WeChat adapter opens. */
export type OpenLocation = (location: WechatLocation) => void;

/** All that a view gets to draw itself and to say what somebody did. Views hold no state of their own. */
export interface ServiceMapView extends Speaking {
  readonly state: ServiceMapState;
  readonly store: ServiceMapStore;
  readonly language: Language;
  readonly scratch: Scratch;
  /** There is so little room that what to look for is behind a button. */
  readonly folds: boolean;
  /** What the page has set for handing places over to other maps, which way it is read, and where it is drawn. */
  readonly page: {
    readonly openLocation: OpenLocation | undefined;
    readonly appName: string;
    readonly direction: 'ltr' | 'rtl';
    readonly renderRoot: HTMLElement | DocumentFragment;
  };
  /** This moment, milliseconds since 1970. */
  readonly now: number;
  open(item: MapItem): void;
  /** Loads the selected point again. */
  reload(): void;
  /** Closes the panel of the selected point; the keyboard goes back to where it was. */
  close(): void;
  handedOver(target: HandoverTarget): void;
  copy(text: string): void;
  openForm(form: Scratch['form']): void;
  /** Sends the open form. */
  send(): void;
  showPane(pane: Scratch['pane']): void;
  /** Asks the browser, or the page's adapter, where she is. */
  locate(): void;
  forgetMe(): void;
  /** Opens or closes the choice of a township. */
  toggleTownships(): void;
  chooseTownship(code: string): void;
  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void;
  /** Draws again after a change of `scratch`. */
  redraw(): void;
}

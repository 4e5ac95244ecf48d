import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from './catalogue.js';
import type { GapValues, Language } from './language.js';

/** What a visit needs of the element that shows it. */
export interface VisitHost<Key extends string> extends ReactiveControllerHost, EventTarget {
  readonly language: Language;
  readonly renderRoot: HTMLElement | DocumentFragment;
  t(key: Key, values?: GapValues): string;
}

/** What every visit to an element does alike, as the element goes it: words, where the focus goes, and what the page is told. */
export abstract class BaseVisit<Key extends string, Host extends VisitHost<Key> = VisitHost<Key>> {
  /** Id of what takes the focus after the next drawing. */
  protected focusNext: string | undefined;

  constructor(
    protected readonly host: Host,
    private readonly catalogue: Catalogue<Key>,
  ) {}

  get language(): Language {
    return this.host.language;
  }

  /** Words by key, gaps filled. */
  t(key: Key, values?: GapValues): string {
    return this.host.t(key, values);
  }

  /** Words for a key that is put together at run time; undefined where there are none. */
  words(key: string, values?: GapValues): string | undefined {
    return this.catalogue.knows(key) ? this.t(key, values) : undefined;
  }

  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void {
    this.focusNext = id;
    this.redraw();
  }

  redraw(): void {
    this.host.requestUpdate();
  }

  /** Tells the page. */
  protected tell(name: string, detail: object | null = null): void {
    this.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Empties what stands in the controls (S1). */
  protected emptyControls(): void {
    for (const control of this.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      control.value = '';
      control.checked = false;
    }
  }

  /** Moves the focus now; `onTop` begins the sheet from its top where that is out of sight. */
  protected moveFocus(id: string, onTop: boolean): void {
    const root = this.host.renderRoot;
    root.querySelector<HTMLElement>(`#${id}`)?.focus({ preventScroll: onTop });
    const sheet = root.querySelector('.sheet,.form')!;
    if (onTop && sheet.getBoundingClientRect().top < 0) sheet.scrollIntoView();
  }
}

/** A part of an element that is loaded when it is needed, with its words. */
export class LatePart<Module extends { loadWords(language: Language): Promise<void> }> {
  /** Once it is here. */
  module: Module | undefined;
  /** It is not here and could not be loaded. */
  failed = false;
  private spoken: Language | undefined;

  constructor(
    private readonly host: { readonly language: Language; redraw(): void },
    private readonly load: () => Promise<Module>,
  ) {}

  /** The page speaks another language than when it was loaded. */
  get isBehind(): boolean {
    return this.spoken !== this.host.language;
  }

  /** Loads it, or its words in the language that is spoken now. Never rejects: see `failed`. */
  async bring(): Promise<void> {
    const { host } = this;
    this.failed = false;
    this.spoken = host.language;
    host.redraw();
    try {
      const module = await this.load();
      await module.loadWords(this.spoken);
      this.module = module;
    } catch {
      this.failed = this.module === undefined;
    }
    host.redraw();
  }
}

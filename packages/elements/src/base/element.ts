import { LitElement, adoptStyles, type CSSResultOrNative } from 'lit';
import { property } from 'lit/decorators.js';
import { languageOf, type Catalogue, type GapValues, type Language, type WordOverrides } from './catalogue.js';
import { nearestLang, nearestProvider, type LocalizedText, type Provider } from './connection.js';

/** How long the first drawing waits for the words of another language; then it goes on in Chinese. Milliseconds. */
const patience = 2000;

const sheets = new WeakMap<CSSResultOrNative, CSSStyleSheet>();

/** The sheet for one `css` text; made once, shared by every element. */
function sheetOf(style: CSSResultOrNative): CSSStyleSheet {
  if (style instanceof CSSStyleSheet) return style;
  let sheet = sheets.get(style);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    sheets.set(style, sheet);
  }
  return sheet;
}

/**
 * What every element of ours can do: speak a language, follow the page's elder mode, find its provider, and style itself
 * under a strict content security policy.
 */
export abstract class FlElement<Key extends string = string> extends LitElement {
  /**
   * BCP 47 tag of the language to speak. Default: that of the nearest `<fl-client>`, else the nearest `lang`, else
   * `zh-CN`. `x-rtl` is for tests: Chinese words, laid out from right to left.
   */
  @property() locale: string | null = null;

  /** Larger type and targets. Follows the nearest `<fl-client>`, too. Default: false. */
  @property({ type: Boolean, reflect: true }) elder = false;

  /** `light` or `dark`; without it the element follows the device. */
  @property({ reflect: true }) appearance: string | null = null;

  /** The element's words. */
  protected abstract readonly catalogue: Catalogue<Key>;

  /** Words that the federation wants in the place of ours; set before a drawing. */
  protected overrides: WordOverrides | undefined;

  /** The nearest `<fl-client>`; its `state` is undefined until it is upgraded. */
  protected provider: Provider | undefined;

  /** The language that is really spoken now; for the `lang` of what is drawn. */
  language: Language = 'zh-CN';

  private unsubscribe: (() => void) | undefined;
  private followsElder = false;

  /** For the `dir` of what is drawn. */
  get direction(): 'ltr' | 'rtl' {
    return this.wantedLocale === 'x-rtl' ? 'rtl' : 'ltr';
  }

  /** The words for `key`; `values` fill the `{gaps}`. */
  t(key: Key, values?: GapValues): string {
    return this.catalogue.say(key, this.language, values, this.overrides);
  }

  /** The words of a text that came from the service. */
  localized(text: LocalizedText): string {
    return text[this.language] ?? text['zh-CN'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.provider = nearestProvider(this);
    if (!this.provider) return;
    this.followProvider();
    if (!this.unsubscribe)
      void customElements.whenDefined('fl-client').then(() => {
        if (this.isConnected && !this.unsubscribe) this.followProvider();
      });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.provider = undefined;
  }

  /**
   * Adopts our sheets by what this root can do, and not by `Document.prototype`, which old libraries of the page replace:
   * Lit would fall back to `<style>` there, and the page's policy would block it.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRootOptions, elementStyles } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    if ('adoptedStyleSheets' in root) root.adoptedStyleSheets = elementStyles.map(sheetOf);
    else adoptStyles(root, elementStyles);
    this.renderOptions.renderBefore ??= root.firstChild;
    return root;
  }

  /** Puts off the first drawing until the words are there, so that nobody sees one language flip into another. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const wanted = languageOf(this.wantedLocale);
    this.language = this.catalogue.has(wanted) ? wanted : 'zh-CN';
    if (this.language === wanted) return super.scheduleUpdate();
    const loading = this.catalogue.load(wanted).then(() => {
      if (this.hasUpdated && this.catalogue.has(wanted)) this.requestUpdate();
      else if (this.catalogue.has(wanted)) this.language = wanted;
    });
    if (this.hasUpdated) return super.scheduleUpdate();
    const waited = new Promise<void>((resolve) => setTimeout(resolve, patience));
    return Promise.race([loading, waited]).then(() => super.scheduleUpdate());
  }

  private get wantedLocale(): string {
    return this.locale ?? this.provider?.state?.locale ?? nearestLang(this) ?? 'zh-CN';
  }

  private followProvider(): void {
    const provider = this.provider;
    if (!provider?.subscribe) return;
    const follow = () => {
      const { elder } = provider.state;
      if (elder !== this.elder && (elder || this.followsElder)) this.elder = this.followsElder = elder;
      this.requestUpdate();
    };
    this.unsubscribe = provider.subscribe(follow);
    follow();
  }
}

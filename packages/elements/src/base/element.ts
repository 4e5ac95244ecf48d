import { LitElement, type PropertyDeclarations } from 'lit';
import { languageOf, type GapValues, type Language, type Speaker, type WordOverrides } from './language.js';
import { nearestLang, nearestProvider, type LocalizedText, type Provider } from './provider.js';

/**
 * What every element of ours can do: speak a language, follow the page's elder mode, and find its provider.
 *
 * @attr {'plain' | 'light' | 'dark' | 'contrast' | 'blue' | 'red'} appearance - The colours. On `<fl-client>` each dresses all that is inside; an
 * element by itself knows `light`, `dark` and `contrast`, and the others where the page has their style sheet (`themes/blue.css`). Default: those
 * of what is around it, else what the device asks for.
 */
export abstract class FlElement<Key extends string = string> extends LitElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    elder: { type: Boolean, reflect: true },
  };

  /**
   * BCP 47 tag of the language to speak. Default: that of the nearest `<fl-client>`, else the nearest `lang`, else
   * `zh-CN`. `x-rtl` is for tests: Chinese words, laid out from right to left.
   */
  locale: string | null = null;

  /** Larger type and targets. Follows the nearest `<fl-client>`, too. Default: false. */
  elder = false;

  /** The element's words. */
  protected abstract readonly catalogue: Speaker<Key>;

  /** Words that the federation wants in the place of ours; set before a drawing. */
  protected overrides: WordOverrides | undefined;

  /** The nearest `<fl-client>`; its `state` is undefined until it is upgraded. */
  protected provider: Provider | undefined;

  /** The language that is really spoken now; for the `lang` of what is drawn. @internal */
  language: Language = 'zh-CN';

  private unsubscribe: (() => void) | undefined;
  private followsElder: boolean | undefined;

  /** For the `dir` of what is drawn. @internal */
  get direction(): 'ltr' | 'rtl' {
    return this.wantedLocale === 'x-rtl' ? 'rtl' : 'ltr';
  }

  /** The words for `key`; `values` fill the `{gaps}`. A federation's own words come first. @internal */
  t(key: Key, values?: GapValues): string {
    return this.catalogue.say(key, this.language, values, this.overrides);
  }

  /** The words of a text that came from the service. @internal */
  localized(text: LocalizedText): string {
    return text[this.language] ?? text['zh-CN'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.provider = nearestProvider(this);
    if (!this.provider) return;
    this.followProvider();
    void customElements.whenDefined('fl-client').then(() => this.followProvider());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.unsubscribe = this.provider = undefined;
  }

  /**
   * Puts off the first drawing until the words are there, so that nobody sees one language flip into another; what the page
   * put inside stays on the screen until then.
   */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const wanted = languageOf(this.wantedLocale);
    this.language = this.catalogue.has(wanted) ? wanted : 'zh-CN';
    const waiting = this.catalogue.await?.(wanted, this);
    if (!waiting) return super.scheduleUpdate();
    const slot = document.createElement('slot');
    if (!this.hasUpdated) this.renderRoot.append(slot);
    return waiting.then(() => {
      slot.remove();
      return this.scheduleUpdate();
    });
  }

  private get wantedLocale(): string {
    return this.locale || this.provider?.state?.locale || nearestLang(this) || '';
  }

  private followProvider(): void {
    const { provider } = this;
    if (this.unsubscribe || !provider?.subscribe) return;
    const follow = () => {
      const { elder } = provider.state;
      if (elder || this.followsElder) this.elder = this.followsElder = elder;
      this.requestUpdate();
    };
    this.unsubscribe = provider.subscribe(follow);
    follow();
  }
}

import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Speaker } from '../base/language.js';
import { FlElement } from '../base/element.js';
import { frame } from '../base/frame.styles.js';
import { words as english } from '../locales/en/quick-exit.js';
import { words as chinese } from '../locales/zh-CN/quick-exit.js';
import { holdEscape, listenForExitKeys, type ExitKeysListener, type ExitProgress } from './quick-exit.keys.js';
import { afterPaint, coverPage, hidePage, raise, replacePage, safeTarget } from './quick-exit.leave.js';
import { layerOver } from './quick-exit.reach.js';
import { styles } from './quick-exit.styles.js';

type Word = keyof typeof chinese;

// Both languages at once: this button cannot wait for a second request.
const words = { 'zh-CN': chinese, en: english };
const catalogue: Speaker<Word> = { has: () => true, say: (key, language) => words[language][key] };

/**
 * @summary A button that is always in reach and leaves the page at once: it covers the window, has everything that was
 * typed forgotten, and opens another page in the place of this one, so that Back does not lead here.
 *
 * Escape twice or Shift three times does the same, also while somebody types. It does not erase history: the address of
 * the page that it stands on, and those visited before, stay in the browser's history. Say so to those who rely on it.
 *
 * @slot - A link that works where scripts do not: `<a href="https://…">…</a>`. Its address is taken over; it is not shown
 * once the element is awake.
 * @fires {CustomEvent<null>} fl-exited - Somebody leaves; fired after the window is covered and before the page is left.
 * Whatever holds something personal empties itself now.
 * @csspart base - What holds the button: the lower edge of a phone, the upper corner of a desktop.
 * @csspart button - The link that leaves.
 * @csspart hint - The line about the keyboard.
 * @cssprop [--fl-quick-exit-background=#a8201a] - Background of the button.
 * @cssprop [--fl-quick-exit-color=#fff] - Words on the button.
 * @cssprop [--fl-quick-exit-top=8px] - Distance from the upper edge on a desktop.
 */
export class FlQuickExit extends FlElement<Word> implements ExitKeysListener {
  static override styles = [frame, styles];
  static override properties: PropertyDeclarations = { href: {}, label: {}, progress: { state: true } };

  /** Where to go; `http`, `https` or relative. Default: the link inside, else a page about the weather. */
  href: string | null = null;

  /** Words on the button. Default: 'Leave this page' in the element's language. */
  label: string | null = null;

  protected readonly catalogue = catalogue;

  /** Said to screen readers. */
  private progress: ExitProgress | undefined;
  private stopKeys: (() => void) | undefined;
  private leaving = false;
  /** Stands where this one cannot be reached: in a modal dialog, which makes the rest of the page inert. */
  private deputy: FlQuickExit | undefined;

  private get base(): HTMLElement {
    return this.renderRoot.querySelector('.base')!;
  }

  /** The address that it leaves for. */
  get target(): string {
    return safeTarget(this.href || this.querySelector('a')?.getAttribute('href'));
  }

  /** Leaves at once, as if somebody had pressed the button. */
  exit(): void {
    holdEscape();
    if (!this.leaving) {
      this.leaving = true;
      coverPage().addEventListener('click', () => this.leave(this.target));
      this.afterPaint(() => {
        hidePage();
        this.dispatchEvent(new CustomEvent('fl-exited', { bubbles: true, composed: true }));
        this.leave(this.target);
      });
    } else this.leave(this.target);
  }

  /** Says to screen readers how far the keys are. @internal */
  tell(progress: ExitProgress): void {
    this.progress = progress;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopKeys = listenForExitKeys(this);
    this.listen('addEventListener');
    if (this.hasUpdated) raise(this.base);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopKeys!();
    this.listen('removeEventListener');
    this.deputy?.remove();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    raise(this.base);
    this.settle();
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base" lang=${this.language} dir=${this.direction}>
      <a class="button" part="button" href=${this.target} rel="noreferrer" draggable="false" @click=${this.clicked}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4H4v16h6M9 12h12m-5-5 5 5-5 5"></path></svg>
        <span>
          ${this.label || this.t('leave')}
          <span class="hint" part="hint" aria-hidden="true">${this.t('hintKeys')}</span>
        </span>
      </a>
      <div class="visually-hidden" role="status">${this.progress && this.t(this.progress)}</div>
    </div>`;
  }

  /** Apart from `exit`, so that a test need not wait. */
  protected afterPaint(run: () => void): void {
    afterPaint(run);
  }

  /** Apart from `exit`, so that a test can look at the address. */
  protected leave(target: string): void {
    replacePage(target);
  }

  private clicked(event: MouseEvent): void {
    event.preventDefault();
    this.exit();
  }

  private listen(verb: 'addEventListener' | 'removeEventListener'): void {
    window[verb]('pageshow', this.restored as EventListener);
    // Whatever opens above the page takes the focus, toggles, fills the screen, or is touched or scrolled past by her.
    for (const type of ['resize', 'scroll', 'focusin', 'toggle', 'fullscreenchange', 'pointerdown']) {
      window[verb](type, this.settle, true);
      window.visualViewport?.[verb](type, this.settle);
    }
  }

  /** A page from the browser's memory is still covered; it leaves again. */
  private readonly restored = (event: PageTransitionEvent): void => {
    if (event.persisted && this.leaving) this.leave(this.target);
  };

  /**
   * Keeps it in reach: above a phone's keyboard, which covers the lower part of a page without making it smaller, and
   * above what the page has opened since.
   */
  private readonly settle = (event?: Event): void => {
    if (!this.hasUpdated || this.leaving) return;
    if (event?.type === 'fullscreenchange') this.deputy?.remove();
    const { base, localName } = this;
    const view = window.visualViewport;
    if (view) {
      const lift = view.offsetTop + view.height - document.documentElement.clientHeight;
      base.style.setProperty('--_lift', `${Math.min(0, lift)}px`);
    }
    let layer = layerOver(base, localName);
    if (layer && layer.localName !== localName) {
      raise(base);
      layer = layerOver(base, localName);
    }
    if (!layer || layer.localName === localName) {
      if (layer !== this.deputy) this.deputy?.remove();
      return;
    }
    const { target: href, label, language: locale } = this;
    const deputy = (this.deputy ??= this.cloneNode() as FlQuickExit);
    // It looks for nothing itself, and leaves through this one, to whom the page listens.
    layer.append(Object.assign(deputy, { id: '', href, label, locale, exit: () => this.exit(), settle() {} }));
  };
}

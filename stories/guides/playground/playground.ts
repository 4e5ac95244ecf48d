import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { faintPairs, type FaintPair } from '../../../packages/elements/tokens/contrast.js';
import {
  beginnings,
  colourFrom,
  colourPaths,
  draftCss,
  draftFrom,
  halfCss,
  importTokens,
  sizeFrom,
  sizePaths,
  valueIn,
  withValue,
  type Beginning,
  type Draft,
  type Half,
  type Import,
} from '../../../packages/elements/tokens/draft.js';
import { propertyOf } from '../../../packages/elements/tokens/format.js';
import { tokens } from '../../../packages/elements/tokens/presets.js';
import { dress, halves, radios, takeAway } from './playground.parts.js';
import { playgroundStyles } from './playground.styles.js';
import { chineseNames, faultWords, words } from './words.js';

type Word = keyof typeof words;

const english = new Map(tokens.map(({ path, description }) => [path, description ?? path]));

/** Makes a theme: what it changes is seen at once in the story `Preview`, in a frame of its own. */
export class ThemePlayground extends LitElement {
  static override styles = playgroundStyles;
  static override properties: PropertyDeclarations = {
    locale: {},
    previewAddress: { attribute: 'preview-address' },
    draft: { state: true },
    half: { state: true },
    isElder: { state: true },
    isPhone: { state: true },
    said: { state: true },
    imported: { state: true },
    pasteFault: { state: true },
    typed: { state: true },
    isSettled: { state: true },
  };

  /** `en`; anything else is Chinese. */
  locale = 'zh-CN';

  /** Where the preview is. */
  previewAddress = '';

  private draft: Draft = draftFrom('plain');
  private past: readonly Draft[] = [];
  private half: Half = 'day';
  private isElder = false;
  private isPhone = true;
  /** What was last done, for screen readers, too. */
  private said = '';
  private imported: Import | undefined;
  private pasteFault: Word | undefined;
  /** What stands in the boxes whose words are no value, by token. */
  private typed: ReadonlyMap<string, string> = new Map();

  /** The preview has come to its state, and takes the keyboard from nobody any more. */
  private isSettled = false;
  /** Where the keyboard was last, but in the preview. */
  private last: HTMLElement | undefined;

  /** The theme as it is now. */
  get theme(): Draft {
    return this.draft;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.heard);
  }

  protected override updated(): void {
    this.dress();
  }

  protected override render(): TemplateResult {
    return html`<main lang=${this.isEnglish ? 'en' : 'zh-CN'}>
      <div class="panel" @focusin=${({ target }: Event) => (this.last = target as HTMLElement)}>
        <h1>${this.say('title')}</h1>
        <p>${this.say('intro')}</p>
        ${this.choices()} ${this.contrast()}
        <h2>${this.say('colours')}</h2>
        ${colourPaths.filter((path) => path.startsWith('color.')).map((path) => this.colour(path))}
        <h2>${this.say('more')}</h2>
        ${colourPaths.filter((path) => !path.startsWith('color.')).map((path) => this.colour(path))}
        <h2>${this.say('sizes')}</h2>
        ${sizePaths.map((path) => this.size(path))}
        ${takeAway(
          this.draft,
          (word) => this.say(word),
          () => this.copy(),
        )}
        ${this.bring()}
      </div>
      <div class="preview">
        <iframe
          class=${this.isPhone ? 'phone' : ''}
          title=${this.say('preview')}
          src=${this.previewAddress || nothing}
          ?inert=${!this.isSettled}
          @load=${() => this.dress()}
        ></iframe>
      </div>
    </main>`;
  }

  private readonly heard = ({ data, origin }: MessageEvent): void => {
    if (origin !== location.origin || data !== 'fulian-preview-settled') return;
    this.isSettled = true;
    // What came into it has taken the keyboard, which is hers who works here.
    if (this.shadowRoot?.activeElement !== this.frame) return;
    this.frame?.blur();
    this.last?.focus();
  };

  private choices(): TemplateResult {
    return html`${radios<Beginning>(
        this.say('beginning'),
        'beginning',
        beginnings.map((one) => [one, this.say(one)]),
        this.draft.beginning,
        (one) => this.change(draftFrom(one)),
      )}
      ${radios<Half>(
        this.say('half'),
        'half',
        halves.map((one) => [one, this.say(one)]),
        this.half,
        (one) => {
          this.half = one;
          this.typed = new Map();
        },
      )}
      ${radios<'phone' | 'whole'>(
        this.say('width'),
        'width',
        [
          ['phone', this.say('phone')],
          ['whole', this.say('whole')],
        ],
        this.isPhone ? 'phone' : 'whole',
        (one) => (this.isPhone = one === 'phone'),
      )}
      <p>
        <label class="choice"
          ><input
            id="elder"
            type="checkbox"
            .checked=${this.isElder}
            @change=${() => (this.isElder = !this.isElder)}
          />${this.say('elder')}</label
        >
      </p>
      <button
        id="undo"
        type="button"
        aria-disabled=${this.past.length === 0 ? 'true' : 'false'}
        @click=${() => this.undo()}
      >
        ${this.say('undo')}
      </button>
      <p id="said" role="status">${this.said}</p>`;
  }

  /** Which pairs of colours are too faint, of both halves. */
  private contrast(): TemplateResult {
    const faint = halves.flatMap((half) => this.faintIn(half).map((pair) => ({ ...pair, half })));
    return html`<section aria-labelledby="contrast-heading">
      <h2 id="contrast-heading">${this.say('contrastHeading')}</h2>
      <div id="contrast" class="note ${faint.length > 0 ? 'warning' : ''}" role="status">
        ${
          faint.length === 0
            ? html`<p>${this.say('allClear')}</p>`
            : html`<p>${this.say('faintCount', { count: faint.length })}</p>
                <ul>
                  ${faint.map(
                    ({ half, ink, ground, ratio, least }) =>
                      html`<li>
                        ${this.say('faint', { half: this.say(half), ink: this.name(ink), ground: this.name(ground), ratio, least })}
                      </li>`,
                  )}
                </ul>`
        }
      </div>
    </section>`;
  }

  private faintIn(half: Half): FaintPair[] {
    return faintPairs((path) => this.draft[half].get(path), 'AA');
  }

  private colour(path: string): TemplateResult {
    const value = valueIn(this.draft, this.half, path);
    return html`<div class="token">
      ${this.label(path)} ${this.box(path, value, colourFrom)}
      <input
        type="color"
        aria-label=${this.say('picker', { name: this.name(path) })}
        .value=${value}
        @input=${(event: Event) => this.set(path, (event.target as HTMLInputElement).value)}
      />
      ${this.faultOf(path, 'badColour')}
      ${this.faintIn(this.half)
        .filter(({ ink, ground }) => ink === path || ground === path)
        .map(({ ink, ground, ratio, least }) => {
          const other = this.name(ink === path ? ground : ink);
          return html`<span class="faint">${this.say('faintHere', { other, ratio, least })}</span>`;
        })}
    </div>`;
  }

  private size(path: string): TemplateResult {
    return html`<div class="token size">
      ${this.label(path)} ${this.box(path, valueIn(this.draft, this.half, path), sizeFrom)}
      ${this.faultOf(path, 'badSize')}
    </div>`;
  }

  private label(path: string): TemplateResult {
    return html`<label for=${path}>${this.name(path)}<code>${propertyOf(path)}</code></label>`;
  }

  private box(path: string, value: string, valueFrom: (text: string) => string | undefined): TemplateResult {
    const isWrong = this.typed.has(path);
    return html`<input
      id=${path}
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby=${isWrong ? `${path}-fault` : nothing}
      .value=${this.typed.get(path) ?? value}
      @change=${(event: Event) => {
        const { value: text } = event.target as HTMLInputElement;
        const next = valueFrom(text);
        if (next === undefined) this.typed = new Map(this.typed).set(path, text);
        else this.set(path, next);
      }}
    />`;
  }

  private faultOf(path: string, word: Word): TemplateResult | typeof nothing {
    return this.typed.has(path)
      ? html`<span class="fault" id="${path}-fault" role="alert">${this.say(word)}</span>`
      : nothing;
  }

  private bring(): TemplateResult {
    const { imported } = this;
    return html`<h2>${this.say('bringHeading')}</h2>
      <p id="bring-hint">${this.say('bringHint')}</p>
      <p>
        <label class="label" for="file">${this.say('file')}</label>
        <input
          id="file"
          type="file"
          accept=".json,application/json"
          aria-describedby="bring-hint"
          @change=${(event: Event) => this.readFile(event)}
        />
      </p>
      <label class="label" for="paste">${this.say('paste')}</label>
      <textarea
        id="paste"
        rows="5"
        spellcheck="false"
        aria-invalid=${this.pasteFault ? 'true' : 'false'}
        aria-describedby=${this.pasteFault ? 'paste-fault' : nothing}
      ></textarea>
      <p>
        ${this.pasteFault ? html`<span class="fault" id="paste-fault" role="alert">${this.say(this.pasteFault)}</span>` : nothing}
      </p>
      <button id="bring" type="button" @click=${() => this.readPasted()}>${this.say('bring')}</button>
      <div id="brought" role="status">
        ${
          imported &&
          html`<div class="note ${imported.faults.length > 0 ? 'warning' : ''}">
            <p>${imported.taken > 0 ? this.say('taken', { count: imported.taken }) : this.say('takenNone')}</p>
            ${
              imported.faults.length > 0
                ? html`<p>${this.say('left')}</p>
                    <ul>
                      ${imported.faults.map(({ kind, path, found }) => html`<li>${this.fill(faultWords[kind], { path, found })}</li>`)}
                    </ul>`
                : nothing
            }
          </div>`
        }
      </div>`;
  }

  private get isEnglish(): boolean {
    return this.locale === 'en';
  }

  private say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
    return this.fill(words[word], values);
  }

  private fill(
    [chinese, inEnglish]: readonly [string, string],
    values: Readonly<Record<string, string | number>>,
  ): string {
    return (this.isEnglish ? inEnglish : chinese).replace(/\{(\w+)\}/g, (gap, name: string) =>
      String(values[name] ?? gap),
    );
  }

  private name(path: string): string {
    if (path === '#ffffff') return this.say('white');
    return (this.isEnglish ? english.get(path) : chineseNames[path]) ?? path;
  }

  private set(path: string, css: string): void {
    const typed = new Map(this.typed);
    typed.delete(path);
    this.typed = typed;
    if (css !== valueIn(this.draft, this.half, path)) this.change(withValue(this.draft, this.half, path, css));
  }

  /** Another draft; what was before can be had back. */
  private change(draft: Draft): void {
    // A picker that is drawn about says a hundred colours; a hundred steps back are enough.
    this.past = [...this.past.slice(-99), this.draft];
    this.draft = draft;
    this.said = '';
  }

  private undo(): void {
    const last = this.past.at(-1);
    if (!last) return;
    this.past = this.past.slice(0, -1);
    this.draft = last;
    this.typed = new Map();
    this.said = this.say('undone');
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(draftCss(this.draft));
      this.said = this.say('copied');
    } catch {
      this.said = this.say('notCopied');
    }
  }

  private async readFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      this.takeIn(await file.text());
    } catch {
      this.pasteFault = 'unreadable';
    }
    // The same file again is a choice, too.
    input.value = '';
  }

  private readPasted(): void {
    const { value } = this.renderRoot.querySelector<HTMLTextAreaElement>('#paste')!;
    if (value.trim() === '') this.pasteFault = 'nothingPasted';
    else this.takeIn(value);
  }

  private takeIn(text: string): void {
    this.pasteFault = undefined;
    this.imported = importTokens(this.draft, this.half, text);
    if (this.imported.draft !== this.draft) this.change(this.imported.draft);
  }

  /** Gives the preview the half that is worked at. */
  private dress(): void {
    const ground = this.half === 'night' ? '#0d0d0f' : '#fff';
    const css = `${halfCss(this.draft, this.half, 'fl-client')}body { background: ${ground}; }`;
    dress(this.frame?.contentDocument, css, this.isElder);
  }

  private get frame(): HTMLIFrameElement | null {
    return this.renderRoot.querySelector('iframe');
  }
}

if (!customElements.get('theme-playground')) customElements.define('theme-playground', ThemePlayground);

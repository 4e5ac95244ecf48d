import type { FlElement } from '../base/element.js';
import { names, palettes, presets } from './client.presets.js';

// Fetched when a page asks for a preset or names a mode of its own; see `attributeChangedCallback` of `<fl-client>`.

type PaletteName = keyof typeof palettes;

/** An `<fl-client>`, as far as it matters here. */
type Wearer = FlElement<never> & { readonly appearance: string | null | undefined };

/** By day, at night and in high contrast. */
const conditions = ['', '@media(prefers-color-scheme:dark)', '@media(prefers-contrast:more)'];
const properties = names.split('|');

/** What the page is in, by its own means. */
type Mode = 'dark' | 'contrast' | undefined;

/** The palettes that hold, in the order of `conditions`; none where the page asks for nothing. */
function palettesFor(appearance: string | null | undefined, mode: Mode): readonly PaletteName[] {
  if (mode === 'contrast') return ['contrast'];
  // A name such as `constructor` is no preset.
  const own = Object.keys(presets).includes(appearance ?? '') ? presets[appearance!]! : [];
  return mode ? [own[1] ?? 'dark'] : own;
}

function sheetOf(chosen: readonly PaletteName[]): string {
  return chosen
    .map((palette, place) => {
      const values = palettes[palette].split('|');
      // Nothing of a page's holds in high contrast: it is there for people who need it.
      const end = palette === 'contrast' ? '!important;' : ';';
      const declarations = values.map((value, index) => value && `--fl-${properties[index]!}:${value}${end}`).join('');
      const rule = `:host{${declarations}}`;
      return place === 0 ? rule : `${conditions[place]!}{${rule}}`;
    })
    .join('');
}

/** A sheet of its own in `root`; returns what writes into it. As Lit does where sheets cannot be adopted. */
function sheetIn(root: ShadowRoot): (text: string) => void {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = root.adoptedStyleSheets.concat(sheet);
    return (text) => sheet.replaceSync(text);
  }
  const style = (document as Document).createElement('style');
  const { litNonce } = window as { litNonce?: string };
  const nonce = litNonce || (document as Document).querySelector<HTMLElement>('[nonce]')?.nonce;
  if (nonce) style.setAttribute('nonce', nonce);
  root.append(style);
  return (text) => void (style.textContent = text);
}

/** Gives one `<fl-client>` its preset, and has it follow the modes of the page as long as it stands there. */
class Looks {
  private readonly watching = new MutationObserver(() => this.settle());
  /** The selectors that are watched for. */
  private watched: string | undefined;
  private write: ((text: string) => void) | undefined;
  private written = '';
  private mode: Mode;
  private madeElder = false;
  private readonly told: string[] = [];

  constructor(private readonly client: Wearer) {}

  hostConnected(): void {
    this.settle();
  }

  hostUpdated(): void {
    this.settle();
  }

  hostDisconnected(): void {
    this.watching.disconnect();
    this.watched = undefined;
  }

  /** Does what the attributes and the page say now. */
  settle(): void {
    const { client } = this;
    if (!client.isConnected) return;
    this.watch();
    const isElder = this.holds('elder-when');
    // What the page has set itself stays.
    if (isElder ? !client.elder : this.madeElder) client.elder = this.madeElder = isElder;
    const { appearance } = client;
    if (appearance && !Object.keys(presets).includes(appearance))
      this.tell(`there is no appearance "${appearance}"; there are ${Object.keys(presets).join(', ')}`);
    const mode = this.holds('contrast-when') ? 'contrast' : this.holds('dark-when') ? 'dark' : undefined;
    this.show(mode);
    this.wear(sheetOf(palettesFor(appearance, mode)));
  }

  /** Says so in an attribute: a style sheet of the page, such as that of a preset, would come before ours. */
  private show(mode: Mode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    if (mode) this.client.setAttribute('mode', mode);
    else this.client.removeAttribute('mode');
  }

  private wear(text: string): void {
    if (text === this.written) return;
    this.written = text;
    (this.write ??= sheetIn(this.client.renderRoot as ShadowRoot))(text);
  }

  /** Whether something on the page fits the selector in an attribute. */
  private holds(attribute: string): boolean {
    const selector = this.client.getAttribute(attribute);
    if (!selector) return false;
    try {
      return document.querySelector(selector) !== null;
    } catch {
      this.tell(`"${selector}" in ${attribute} is not a CSS selector`);
      return false;
    }
  }

  private watch(): void {
    const selectors = ['elder', 'dark', 'contrast'].map((mode) => this.client.getAttribute(`${mode}-when`)).join(' ');
    if (selectors === this.watched) return;
    this.watched = selectors;
    this.watching.disconnect();
    this.watching.observe(this.client, { attributeFilter: ['elder-when', 'dark-when', 'contrast-when'] });
    if (!selectors.trim()) return;
    // What can change about a selector: classes, ids, and the attributes that it names. Nothing else wakes us.
    const named = (selectors.match(/\[\s*[\w-]+/g) ?? []).map((one) => one.slice(1).trim());
    const attributeFilter = ['class', 'id'].concat(named);
    this.watching.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });
  }

  /** For whoever builds the page; once. */
  private tell(fault: string): void {
    if (this.told.includes(fault)) return;
    this.told.push(fault);
    // oxlint-disable-next-line no-console -- addressed to whoever builds the page; nothing else would show it
    console.warn(`<fl-client>: ${fault}.`);
  }
}

const followed = new WeakSet<Wearer>();

/** Has `client` do from now on what its attributes about looks say. */
export function follow(client: Wearer): void {
  if (followed.has(client)) return;
  followed.add(client);
  client.addController(new Looks(client));
}

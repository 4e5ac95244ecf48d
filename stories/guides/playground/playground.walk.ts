import { draftTokens, type Half } from '../../../packages/elements/tokens/draft.js';
import type { ThemePlayground } from './playground.js';

/** Milliseconds until something that has not come counts as missing. */
const patience = 15_000;

/** Goes through the playground as somebody who makes a theme does. */
export class PlaygroundWalk {
  private readonly playground: ThemePlayground;

  constructor(canvas: HTMLElement) {
    const playground = canvas.querySelector<ThemePlayground>('theme-playground');
    if (!playground) throw new Error('This story shows no playground');
    this.playground = playground;
  }

  /** Writes into the box of a token and leaves it. */
  async type(path: string, text: string): Promise<void> {
    const box = await this.there<HTMLInputElement>(`[id="${path}"]`);
    box.value = text;
    box.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.playground.updateComplete;
  }

  /** Presses a button or chooses something. */
  async tap(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.playground.updateComplete;
  }

  /** Puts a document into the box and takes it in. */
  async paste(text: string): Promise<void> {
    (await this.there<HTMLTextAreaElement>('#paste')).value = text;
    await this.tap('#bring');
  }

  /** Resolves as soon as something says these words. */
  async says(selector: string, words: string): Promise<void> {
    const found = () => this.playground.shadowRoot?.querySelector(selector)?.textContent ?? '';
    await this.until(
      () => found().includes(words),
      () => `'${selector}' does not say '${words}' but '${found()}'`,
    );
  }

  /** Throws where the style sheet does not say `declaration`. */
  holds(declaration: string): void {
    const css = this.playground.shadowRoot?.querySelector<HTMLTextAreaElement>('#css')?.value ?? '';
    if (!css.includes(declaration)) throw new Error(`The style sheet does not say '${declaration}'`);
  }

  /** One half of the theme as it would be downloaded. */
  tokens(half: Half): string {
    return draftTokens(this.playground.theme, half);
  }

  /** Resolves as soon as the elements of the preview wear the theme. */
  async dressed(primary = '#812b4c'): Promise<void> {
    const frame = await this.there<HTMLIFrameElement>('iframe');
    const worn = () => {
      const client = frame.contentDocument?.querySelector('fl-client');
      return client ? getComputedStyle(client).getPropertyValue('--fl-color-primary').trim() : '';
    };
    await this.until(
      () => worn() === primary,
      () => `The preview wears '${worn()}'`,
    );
  }

  private async there<Found extends HTMLElement>(selector: string): Promise<Found> {
    const find = () => this.playground.shadowRoot?.querySelector<Found>(selector);
    await this.until(
      () => Boolean(find()),
      () => `${selector} has not come`,
    );
    return find()!;
  }

  private async until(holds: () => boolean, fault: () => string): Promise<void> {
    const end = Date.now() + patience;
    while (!holds()) {
      if (Date.now() > end) throw new Error(fault());
      await new Promise((drawn) => setTimeout(drawn, 20));
    }
  }
}

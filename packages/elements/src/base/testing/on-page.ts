import type { LitElement, TemplateResult } from 'lit';
import { Environment } from './environment.js';

/** Milliseconds after which what has not come counts as missing. */
const patience = 10_000;

/** Somebody who uses one element of a test's page: finds, reads, presses and types in it, and waits for what is to come. */
export class OnPage<Shown extends LitElement> {
  private static readonly environment = new Environment();

  constructor(readonly element: Shown) {}

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return OnPage.environment.render<Type>(template);
  }

  /** Closes every page of this test, and takes what it left on the device. */
  static leaveAll(): void {
    OnPage.environment.cleanUp();
    localStorage.clear();
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** The id of what has the focus. */
  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }

  /** The words of the first element that matches. */
  words(selector: string): string {
    return this.find(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  find<Type extends HTMLElement = HTMLElement>(selector: string): Type {
    const found = this.root.querySelector<Type>(selector);
    if (!found) throw new Error(`Nothing matches '${selector}' on the screen '${this.words('.base')}'`);
    return found;
  }

  all<Type extends HTMLElement = HTMLElement>(selector: string): Type[] {
    return [...this.root.querySelectorAll<Type>(selector)];
  }

  /** Waits until `happened`; never longer than patience. */
  async until(happened: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + patience; !happened() || this.element.isUpdatePending;) {
      if (Date.now() > end) throw new Error(`${what} has not happened; the screen says '${this.words('.base')}'`);
      await new Promise((turn) => setTimeout(turn));
      await this.element.updateComplete;
    }
  }

  /** Waits for something to be on the screen. */
  async there<Type extends HTMLElement = HTMLElement>(selector: string): Promise<Type> {
    await this.until(() => this.has(selector), selector);
    return this.find<Type>(selector);
  }

  /** Waits until the first element that matches says `words`. */
  async says(selector: string, words: string): Promise<void> {
    await this.until(() => this.has(selector) && this.words(selector).includes(words), `'${words}' in ${selector}`);
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.element.updateComplete;
  }

  /** Presses the first button or label that says `words`. */
  async pressWords(words: string): Promise<void> {
    const target = () => this.all('button, label, summary').find(({ textContent }) => textContent.includes(words));
    await this.until(() => target() !== undefined, `the button '${words}'`);
    target()!.click();
    await this.element.updateComplete;
  }

  async type(id: string, text: string): Promise<void> {
    const input = await this.there<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
    await this.element.updateComplete;
  }

  /** A key on what has the focus. */
  async key(key: string): Promise<void> {
    const target = this.root.activeElement ?? this.element;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true }),
    );
    await this.element.updateComplete;
  }
}

/** All that stands in any storage of the page. */
export function everythingStored(): string {
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
}

/** Ways to leave a page; after each nothing of it may be there. */
export const waysToLeave = {
  'a quick exit': () => void document.body.dispatchEvent(new CustomEvent('fl-exited', { bubbles: true })),
  'leaving the page in any other way': () =>
    void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
} as const;

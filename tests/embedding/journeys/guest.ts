/** Somebody in front of one element of a page, with what the page has left of the browser. */
import * as pristine from './pristine.js';

interface Drawn extends HTMLElement {
  readonly isUpdatePending?: boolean;
  readonly updateComplete?: Promise<unknown>;
}

export class Guest {
  constructor(
    /** What was done, in order; goes on where another guest has begun. */
    private readonly steps: string[],
    readonly element: Drawn,
    /** Milliseconds until what does not come counts as missing. */
    private readonly patience: number,
    /** Takes a picture of the element, where somebody wants one. */
    readonly picture: (name: string) => Promise<void>,
  ) {}

  /** Says what is done next, for whoever reads a report. */
  step(words: string): void {
    pristine.add(this.steps, words);
  }

  get root(): ShadowRoot {
    const root = pristine.shadowOf(this.element);
    if (!root) throw new Error(`<${this.element.localName}> never woke up`);
    return root;
  }

  has(selector: string): boolean {
    return pristine.first(this.root, selector) !== null;
  }

  all(selector: string): HTMLElement[] {
    return pristine.all(this.root, selector);
  }

  find(selector: string): HTMLElement {
    const found = pristine.first(this.root, selector);
    if (!found) throw new Error(`nothing matches '${selector}'; ${this.screen}`);
    return found;
  }

  words(selector: string): string {
    return pristine.wordsOf(this.find(selector));
  }

  private get screen(): string {
    const root = pristine.shadowOf(this.element);
    const base = root && pristine.first(root, '.base');
    return `the screen says '${base ? pristine.slice(pristine.wordsOf(base), 0, 600) : ''}'`;
  }

  /** Waits until `happened`; never longer than patience. */
  async until(happened: () => boolean, what: string): Promise<void> {
    for (const end = pristine.now() + this.patience; ;) {
      if (this.element.updateComplete) await this.element.updateComplete;
      if (happened() && !this.element.isUpdatePending) return;
      if (pristine.now() > end) throw new Error(`${what} has not come; ${this.screen}`);
      await pristine.turn();
    }
  }

  /** Waits for the element to be awake. */
  awake(): Promise<void> {
    return this.until(() => pristine.shadowOf(this.element) !== null && this.has('.base'), 'the element');
  }

  async there(selector: string): Promise<HTMLElement> {
    await this.until(() => this.has(selector), selector);
    return this.find(selector);
  }

  /** Waits until the first that matches says `words`. */
  async says(selector: string, words: string): Promise<void> {
    const says = () => this.has(selector) && pristine.indexOf(this.words(selector), words) >= 0;
    await this.until(says, `'${words}' in ${selector}`);
  }

  async press(selector: string): Promise<void> {
    pristine.clickOn(await this.there(selector));
    await this.element.updateComplete;
  }

  /** Presses the first button, label or summary below `within` that says `words`. */
  async pressWords(words: string, within = '.base'): Promise<void> {
    const target = () => {
      const places = this.all(within);
      for (let place = 0; place < places.length; place++) {
        const buttons = pristine.all(places[place]!, 'button, label, summary');
        for (let at = 0; at < buttons.length; at++)
          if (pristine.indexOf(pristine.wordsOf(buttons[at]!), words) >= 0) return buttons[at];
      }
      return undefined;
    };
    await this.until(() => target() !== undefined, `the button '${words}'`);
    pristine.clickOn(target()!);
    await this.element.updateComplete;
  }

  /** Chooses the nth answer of a question by its words, as a finger would. */
  async choose(answer: string, nth: number): Promise<void> {
    const input = await this.there(`#${answer}${nth === 0 ? '' : `-${nth}`}`);
    pristine.clickOn(pristine.closest(input, 'label')!);
    await this.element.updateComplete;
  }

  async type(id: string, text: string): Promise<void> {
    const input = (await this.there(`#${id}`)) as HTMLTextAreaElement;
    pristine.focusOn(input);
    input.value = text;
    pristine.dispatch(
      input,
      new pristine.InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }),
    );
    await this.element.updateComplete;
  }

  /** Adds a file of so many bytes as if she had chosen it on her phone; an image by its first bytes. */
  async attach(id: string, name: string, size: number): Promise<void> {
    const input = (await this.there(`#${id}`)) as HTMLInputElement;
    const content = new Uint8Array(size);
    for (let at = 0; at < size; at++) content[at] = at % 251;
    content[0] = 0xff;
    content[1] = 0xd8;
    content[2] = 0xff;
    content[3] = 0xe0;
    const chosen = new pristine.DataTransfer();
    chosen.items.add(new pristine.File([content], name, { type: 'image/jpeg' }));
    input.files = chosen.files;
    pristine.dispatch(input, new pristine.CustomEvent('change', { bubbles: true }));
    await this.element.updateComplete;
  }
}

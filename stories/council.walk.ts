import { testInvitation } from '@fulian/sdk/testing';

/** Milliseconds until something that has not come counts as missing. */
const patience = 10_000;

interface Drawn extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
}

/** Goes through a ballot or a council as a person does, so that a story shows a state that can really be reached. */
export class CouncilWalk {
  private readonly element: Drawn;

  constructor(canvas: HTMLElement, tag: 'fl-ballot' | 'fl-council') {
    const element = canvas.querySelector<Drawn>(tag);
    if (!element) throw new Error(`This story shows no <${tag}>`);
    this.element = element;
  }

  /** All elements of the screen that a selector finds. */
  all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  /** Resolves to the first element that a selector finds, as soon as there is one. */
  async there(selector: string): Promise<HTMLElement> {
    const end = Date.now() + patience;
    for (;;) {
      await this.element.updateComplete;
      const [found] = this.all(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} has not come to the screen`);
      await new Promise((drawn) => setTimeout(drawn, 10));
    }
  }

  /** Presses a button, a choice or a link. */
  async tap(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.element.updateComplete;
  }

  /** Writes into a field. */
  async write(selector: string, words: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLTextAreaElement;
    input.value = words;
    input.dispatchEvent(new CustomEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** With a member's card; `opener` unfolds the field. */
  async signIn(opener: '#begin' | '#member-in', member = 4): Promise<void> {
    await this.tap(opener);
    await this.write('#code', testInvitation(member).replace(/\d{4}(?=\d)/g, '$& '));
    await this.tap('#sign-in-go');
  }
}

import { testCaseNumber, testPassword } from '@fulian/sdk/testing';

/** Milliseconds after which what has not come counts as missing. */
const patience = 10_000;

/** Somebody who works at the desk of a story. */
export class DeskWalk {
  constructor(private readonly canvas: HTMLElement) {}

  private get root(): ShadowRoot | null | undefined {
    return this.canvas.querySelector('fl-case-desk')?.shadowRoot;
  }

  /** The first element of the desk that matches, as soon as it is there. */
  async there(selector: string, fits: (one: HTMLElement) => boolean = () => true): Promise<HTMLElement> {
    for (const end = Date.now() + patience; ;) {
      const found = [...(this.root?.querySelectorAll<HTMLElement>(selector) ?? [])].find(fits);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} is not there: '${this.root?.textContent ?? 'no desk'}'`);
      await new Promise((turn) => setTimeout(turn, 20));
    }
  }

  async tap(selector: string): Promise<void> {
    (await this.there(selector)).click();
  }

  async write(selector: string, text: string): Promise<void> {
    const field = (await this.there(selector)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  async choose(selector: string, value: string): Promise<void> {
    const list = (await this.there(selector)) as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  async send(form = 'form'): Promise<void> {
    ((await this.there(form)) as HTMLFormElement).requestSubmit();
  }

  async signIn(account: string): Promise<void> {
    await this.write('#account', account);
    await this.write('#password', testPassword);
    await this.send();
  }

  /** Opens one of the sample cases by its row. */
  async open(index: number): Promise<void> {
    const number = testCaseNumber(index);
    const cell = await this.there('.row .number', (one) => one.textContent.replace(/ /g, '') === number);
    cell.click();
    await this.there('.event');
  }
}

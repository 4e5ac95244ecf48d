import { testCouncilId, testPassword } from '@fulian/sdk/testing';

/** Milliseconds after which what has not come counts as missing. */
const patience = 10_000;

/** Somebody who organises councils at the desk of a story. */
export class OrganiserWalk {
  constructor(private readonly canvas: HTMLElement) {}

  private get root(): ShadowRoot | null | undefined {
    return this.canvas.querySelector('fl-council-desk')?.shadowRoot;
  }

  /** The first element of the desk that matches, as soon as it is there. */
  async there(selector: string): Promise<HTMLElement> {
    for (const end = Date.now() + patience; ;) {
      const found = this.root?.querySelector<HTMLElement>(selector);
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
    field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  async choose(selector: string, value: string): Promise<void> {
    const list = (await this.there(selector)) as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }

  async signIn(account: string): Promise<void> {
    await this.write('#account', account);
    await this.write('#password', testPassword);
    ((await this.there('form')) as HTMLFormElement).requestSubmit();
  }

  /** Opens a section of one of the sample councils, and one thing in it. */
  async open(council: number, section: string, item?: string): Promise<void> {
    await this.tap(`[data-id="${testCouncilId(council)}"]`);
    await this.tap(`#to-${section}`);
    if (item !== undefined) await this.tap(`button[data-id="${item}"]`);
  }
}

/** Milliseconds after which what has not come counts as missing. */
const patience = 10_000;

/** Somebody who uses the map of a story. */
export class MapWalk {
  constructor(private readonly canvas: HTMLElement) {}

  /** The first element of the map that matches, as soon as it is there. */
  async there(selector: string): Promise<HTMLElement> {
    for (const end = Date.now() + patience; ;) {
      const root = this.canvas.querySelector('fl-service-map')?.shadowRoot;
      const found = root?.querySelector<HTMLElement>(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} is not there: '${root?.textContent ?? 'no map'}'`);
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
}

import type { Page } from 'puppeteer-core';

/** Milliseconds until what she looks for counts as missing. */
const patience = 20_000;

/** What `probe.js` leaves on the page. */
interface Probe {
  readonly usable?: number;
  keys: number[];
  untilPainted(count: number): Promise<void>;
  findWords(words: string, nth: number): Place | null;
  findBox(nth: number): Place | null;
}

/** CSS px in the window. */
interface Place {
  readonly x: number;
  readonly y: number;
}

declare const window: { readonly bench: Probe };

/** Somebody who fills in a form of whatever make: finds things by their words and uses a real mouse and keyboard. */
export class Visitor {
  constructor(private readonly page: Page) {}

  /** Waits until the form has reacted to its first answer; gives when, in ms since the navigation began. */
  async waitUsable(): Promise<number> {
    const look = () => this.page.evaluate(() => window.bench.usable ?? null);
    return this.find('a first field that reacts', look, 100);
  }

  /** Waits until these words are on the screen. */
  async sees(words: string): Promise<void> {
    await this.placeOf(words, 0);
  }

  /** Chooses or presses what says `words`; of several the nth, from 0. */
  async click(words: string, nth = 0): Promise<void> {
    const { x, y } = await this.placeOf(words, nth);
    await this.page.mouse.click(x, y);
  }

  /** Writes into the first box to type in. */
  async write(text: string): Promise<void> {
    await this.enterBox();
    await this.page.keyboard.type(text);
  }

  /** Types letter by letter, each after the one before is on the screen; gives ms from each key to its paint. */
  async typeMeasured(text: string): Promise<readonly number[]> {
    await this.enterBox();
    await this.page.evaluate(() => void (window.bench.keys = []));
    for (const [at, letter] of [...text].entries()) {
      await this.page.keyboard.press(letter as 'a');
      await this.page.evaluate((count) => window.bench.untilPainted(count), at + 1);
      // At no fixed distance from the screen's refresh.
      await new Promise((again) => setTimeout(again, 5 + Math.random() * 20));
    }
    return this.page.evaluate(() => window.bench.keys);
  }

  private async enterBox(): Promise<void> {
    const { x, y } = await this.find('a box to type in', () => this.page.evaluate(() => window.bench.findBox(0)));
    await this.page.mouse.click(x, y);
  }

  private placeOf(words: string, nth: number): Promise<Place> {
    const look = () => this.page.evaluate((text, at) => window.bench.findWords(text, at), words, nth);
    return this.find(`'${words}'`, look);
  }

  /** Looks until there is something and it stands still: forms move while they unfold. */
  private async find<Found>(what: string, look: () => Promise<Found | null>, pause = 60): Promise<Found> {
    const end = performance.now() + patience;
    let before: Found | null = null;
    for (;;) {
      const found = await look();
      if (found !== null && JSON.stringify(found) === JSON.stringify(before)) return found;
      before = found;
      if (performance.now() > end) throw new Error(`${what} did not come up`);
      await new Promise((again) => setTimeout(again, pause));
    }
  }
}

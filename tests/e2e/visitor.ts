/**
 * Somebody in front of a page: finds things by the words that she sees, and uses a pointer or the keyboard alone. Sees
 * into open shadow roots, as eyes do. Never waits for time, always for something to be there.
 */
import type { ElementHandle, Page } from 'puppeteer-core';

/** Milliseconds until something that she waits for counts as missing. */
const patience = 30_000;
/** Milliseconds between two looks at the page. */
const pause = 25;

/** What she looks for. `choice` is a radio button or a checkbox, `field` something to write in or to choose from. */
export type Kind = 'choice' | 'field' | 'button' | 'link' | 'file';

/** Runs in the page: the visible control of a kind with these words, else null. */
function findControl(kind: Kind, words: string, group: string | null): Element | null {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  /** The words of an element without what only explains them. */
  const wordsOf = (element: Element) => {
    const copy = element.cloneNode(true) as Element;
    for (const extra of copy.querySelectorAll('.choice-text .hint, .optional, select, [aria-hidden=true]'))
      extra.remove();
    return clean(copy.textContent);
  };
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length; at++)
    for (const element of roots[at]!.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const shown = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const inGroup = (element: Element) =>
    group === null || clean(element.closest('fieldset')?.querySelector('legend')?.textContent) === group;
  const labelled = (root: Document | ShadowRoot, selector: string) =>
    [...root.querySelectorAll('label')]
      .filter((label) => wordsOf(label) === words && inGroup(label))
      .map((label) => label.control)
      .find((control) => control?.matches(selector) && shown(control));
  const named = (root: Document | ShadowRoot, selector: string) =>
    [...root.querySelectorAll(selector)].find(
      (one) => shown(one) && !one.matches(':disabled') && (one.getAttribute('aria-label') ?? wordsOf(one)) === words,
    );
  for (const root of roots) {
    const found =
      kind === 'choice'
        ? labelled(root, 'input[type=radio], input[type=checkbox]')
        : kind === 'field'
          ? labelled(root, 'input, textarea, select')
          : kind === 'file'
            ? labelled(root, 'input[type=file]')
            : named(root, kind === 'link' ? 'a[href]' : 'button');
    if (found) return found;
  }
  return null;
}

/** Runs in the page: whether the control is chosen as it should be. */
const isChosen = (control: Element) => (control as HTMLInputElement).checked;

/**
 * Runs in the page: the middle of what a pointer would aim at, once it has stopped moving, and what lies on top of it
 * there. Like a person, who does not press what is still sliding away.
 */
export async function aim(control: Element): Promise<{ x: number; y: number; covered: string | null }> {
  const input = control as HTMLInputElement;
  const target = input.labels?.[0] && /radio|checkbox|file/.test(input.type) ? input.labels[0] : control;
  const middle = () => {
    const { left, top, width, height } = target.getClientRects()[0]!;
    return { x: left + width / 2, y: top + height / 2 };
  };
  const inView = ({ x, y }: { x: number; y: number }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight;
  let last = { x: NaN, y: NaN };
  for (let looks = 0, still = 0; still < 2 && looks < 300; looks++) {
    if (looks === 0 || !inView(middle())) target.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn)));
    const { x, y } = middle();
    still = x === last.x && y === last.y && inView(last) ? still + 1 : 0;
    last = { x, y };
  }
  const { x, y } = middle();
  let hit: Element | null = null;
  for (let root: DocumentOrShadowRoot | null = document; root;) {
    const deeper: Element | null = root.elementFromPoint(x, y);
    root = deeper === hit ? null : (deeper?.shadowRoot ?? null);
    hit = deeper;
  }
  const reached = hit !== null && (target.contains(hit) || hit.contains(target));
  const beside = `${hit?.outerHTML.slice(0, 200) ?? 'nothing'} at ${x}, ${y} of ${innerWidth} x ${innerHeight}`;
  return { x, y, covered: reached ? null : beside };
}

/** Runs in the page: whether the keyboard stands on this control. */
function hasFocus(control: Element): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === control;
}

/** Runs in the page: all that can be read in it, hosts' and elements' words alike. */
function readAll(): string {
  const read = (root: Document | ShadowRoot): string =>
    [...root.querySelectorAll('*')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const own = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent);
        const value = element.matches('input:not([type=radio]):not([type=checkbox]), textarea')
          ? (element as HTMLInputElement).value
          : '';
        return [...own, value, element.shadowRoot ? read(element.shadowRoot) : ''].join(' ');
      })
      .join('\n');
  return read(document);
}

/** Looks until there is something; fails by saying what was waited for and, where it is told how, what was there. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  there?: () => Promise<string>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(
        `waited ${patience / 1000} s for ${what}${there ? `; there was: ${(await there()).slice(0, 1500)}` : ''}`,
      );
    await new Promise((again) => setTimeout(again, pause));
  }
}

export class Visitor {
  constructor(
    readonly page: Page,
    /** Whether she uses the keyboard alone. */
    private readonly keyboardOnly = false,
  ) {}

  /** The words of the question on the screen; undefined while there is none. */
  async question(): Promise<string | undefined> {
    const words = await this.page.evaluate(
      () => document.querySelector('fl-help-form')?.shadowRoot?.querySelector('#heading')?.textContent,
    );
    return words?.replace(/\s+/g, ' ').trim();
  }

  /** Everything that is to be read on the page now. */
  async reads(): Promise<string> {
    return (await this.page.evaluate(readAll))
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/\s*\n\s*/g, '\n')
      .trim();
  }

  /** Waits until these words are to be read. */
  async sees(words: string): Promise<void> {
    await until(
      `the words “${words}”`,
      async () => (await this.reads()).includes(words),
      () => this.reads(),
    );
  }

  /** Whether a control is there now. */
  async hasControl(kind: Kind, words: string): Promise<boolean> {
    return (await this.look(kind, words, null)) !== null;
  }

  /** Chooses a radio button or ticks a checkbox; `group` is the question that it belongs to. */
  async choose(words: string, group?: string): Promise<void> {
    const control = await this.find('choice', words, group);
    if (await control.evaluate(isChosen)) return;
    if (this.keyboardOnly) await this.chooseByKeys(control);
    else await this.click(control);
    await until(`“${words}” to be chosen`, async () => (await this.find('choice', words, group)).evaluate(isChosen));
  }

  /** Writes into a field, in the place of what stands there. */
  async write(words: string, text: string): Promise<void> {
    const field = await this.find('field', words);
    await this.goTo(field);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyA');
    await this.page.keyboard.up('Control');
    // One by one: Firefox takes no more at a time.
    for (const character of text) await this.page.keyboard.sendCharacter(character);
  }

  /** Chooses from a list. */
  async pick(words: string, value: string): Promise<void> {
    const field = (await this.find('field', words)) as ElementHandle<HTMLSelectElement>;
    await this.goTo(field);
    if (!this.keyboardOnly) {
      await field.select(value);
      return;
    }
    // As a list that is closed: the arrow chooses the next one, without opening it.
    await until(`“${value}” in ${words}`, async () => {
      if ((await field.evaluate((list) => list.value)) === value) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
  }

  /** Presses a button. */
  async press(words: string): Promise<void> {
    await this.use(await this.find('button', words));
  }

  /** Follows a link. */
  async follow(words: string): Promise<void> {
    await this.use(await this.find('link', words));
  }

  /** Presses a button twice, faster than anything can answer. */
  async pressTwice(words: string): Promise<void> {
    const { x, y } = await this.aimAt(await this.find('button', words));
    await this.page.mouse.click(x, y, { count: 2 });
  }

  /** Adds files to the question on the screen. */
  async attach(words: string, ...paths: string[]): Promise<void> {
    const input = (await this.find('file', words)) as ElementHandle<HTMLInputElement>;
    if (!this.keyboardOnly) return input.uploadFile(...paths);
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), this.use(input)]);
    return chooser.accept(paths);
  }

  /** A control by its words; waits until it is there. */
  async find(kind: Kind, words: string, group: string | null = null): Promise<ElementHandle> {
    return until(
      `the ${kind} “${words}”`,
      () => this.look(kind, words, group),
      () => this.reads(),
    );
  }

  private async look(kind: Kind, words: string, group: string | null): Promise<ElementHandle | null> {
    const handle = await this.page.evaluateHandle(findControl, kind, words, group);
    return handle.asElement() as ElementHandle | null;
  }

  private async use(control: ElementHandle): Promise<void> {
    if (!this.keyboardOnly) return this.click(control);
    await this.tabTo(control);
    await this.page.keyboard.press('Enter');
  }

  /** Where to click; fails where something else lies on top of it. */
  private async aimAt(control: ElementHandle): Promise<{ x: number; y: number }> {
    const { x, y, covered } = await control.evaluate(aim);
    if (covered) throw new Error(`out of reach behind ${covered}`);
    return { x, y };
  }

  private async click(control: ElementHandle): Promise<void> {
    const { x, y } = await this.aimAt(control);
    await this.page.mouse.click(x, y);
  }

  private async goTo(control: ElementHandle): Promise<void> {
    if (this.keyboardOnly) await this.tabTo(control);
    else await this.click(control);
  }

  /** Goes on by Tab until the keyboard stands on the control; round the page at most twice. */
  private async tabTo(control: ElementHandle): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      if (await control.evaluate(hasFocus)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached by Tab: ${await control.evaluate((one) => one.outerHTML.slice(0, 200))}`);
  }

  /** A checkbox by Tab and the space bar; a radio button by Tab into its group, then by the arrows. */
  private async chooseByKeys(control: ElementHandle): Promise<void> {
    if (await control.evaluate((one) => (one as HTMLInputElement).type === 'checkbox')) {
      await this.tabTo(control);
      await this.page.keyboard.press('Space');
      return;
    }
    const entry = await control.evaluateHandle((one) => {
      const { name } = one as HTMLInputElement;
      const group = [...(one.getRootNode() as ShadowRoot).querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
      return group.find((radio) => radio.checked) ?? group[0]!;
    });
    await this.tabTo(entry);
    if (!(await control.evaluate(hasFocus))) {
      for (let presses = 0; presses < 50 && !(await control.evaluate(hasFocus)); presses++)
        await this.page.keyboard.press('ArrowDown');
      return;
    }
    await this.page.keyboard.press('Space');
  }
}

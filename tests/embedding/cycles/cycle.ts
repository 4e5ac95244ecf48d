/**
 * What runs in the page: an element is made, put in, moved and taken out again, over and over, as a single-page portal does. Is put
 * into the page as it stands here, so it uses nothing around it.
 */

/** One of our elements, as far as a page knows it. */
interface Guest extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  client?: unknown;
  federation?: string | null;
}

/** How an element is treated. */
export interface Treatment {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands inside it. */
  readonly inside: string;
  /** What is in its shadow root once it has all that it needs. */
  readonly whole: string;
  /** Every so many cycles the new one is waited for until it is whole, and used. */
  readonly wholeEvery: number;
  /** What she does then, step by step: presses something, writes into a field, or sees something come. */
  readonly steps: readonly (readonly [what: 'press' | 'write' | 'see', selector: string, words?: string])[];
}

/**
 * Goes through so many cycles. In each of them a new element is put into one place, moved into another (under another
 * `<fl-client>`, in a shadow root of the page), and taken out: at once, or drawn, or whole and used. Another one, that stays, is moved
 * along; it ends in the document. All in one call, since each call from outside leaves a script behind.
 */
export async function cycle(treatment: Treatment, from: number, times: number): Promise<void> {
  const { tag, attributes, inside, whole, wholeEvery, steps } = treatment;
  const light = document.querySelector('#light')!;
  const provider = light as unknown as { state: { client: unknown; federation: string } };
  const shaded = document.querySelector('#shaded')!.shadowRoot!.querySelector('#dark')!;
  const turn = () => new Promise<void>((next) => setTimeout(next));
  const there = async (element: Guest, selector: string) => {
    const end = Date.now() + 30_000;
    for (;;) {
      const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`${tag} has no ${selector}; it shows ${element.shadowRoot?.textContent?.replace(/\s+/g, ' ')}`);
      await turn();
    }
  };
  const make = () => {
    const made = document.createElement(tag) as Guest;
    for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]!);
    made.innerHTML = inside;
    return made;
  };
  const veteran = document.querySelector<Guest>('#veteran') ?? Object.assign(make(), { id: 'veteran' });
  light.append(veteran);
  const use = async (element: Guest) => {
    await there(element, whole);
    for (const [what, selector, words] of steps) {
      const found = await there(element, selector);
      if (what === 'press') found.click();
      if (what !== 'write') continue;
      (found as HTMLInputElement).value = words!;
      found.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  };
  for (let at = from; at < from + times; at += 1) {
    const one = make();
    // As frameworks do: what it talks to is set by the page, and not by what stands around it.
    if (at % 3 === 1) Object.assign(one, { client: provider.state.client, federation: provider.state.federation });
    light.append(one);
    if (at % wholeEvery === 0) await use(one);
    else if (at % 2 === 0) await one.updateComplete;
    shaded.append(one);
    if (at % 3 === 0) await one.updateComplete;
    one.remove();
    (at % 2 === 0 ? shaded : light).append(veteran);
    if (at % 5 === 0) await veteran.updateComplete;
    // A page that does nothing else would never get to what waits for its turn.
    if (at % 10 === 0) await turn();
  }
  // What was moved may look otherwise now: a tracker is empty once it has left the page. The next one stands as the first did.
  veteran.remove();
  const next = Object.assign(make(), { id: 'veteran' });
  light.append(next);
  await there(next, whole);
}

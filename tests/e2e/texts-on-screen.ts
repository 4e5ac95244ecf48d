/** Looks at texts of others on the screens of our elements: whether anything runs, turns or leaves its box. */

/** Runs in the page before everything else: what a script that ran would call, and what a page must not be asked for. */
export function listenForRunning(): void {
  const ran: string[] = [];
  Object.assign(globalThis, { ran: () => ran.push('ran'), hasRun: ran, alert: () => ran.push('alert') });
  // The printed sheet is looked at where the browser would open its dialog.
  const here = globalThis as unknown as { inspectTexts(tag: string, within: string): Findings; printed: Findings[] };
  here.printed = [];
  Object.assign(globalThis, { print: () => here.printed.push(here.inspectTexts('fl-case-desk', '.paper')) });
}

/** What was found on a screen. */
export interface Findings {
  /** What was made of a text that is an element. */
  readonly elements: string[];
  /** Texts that turn the direction of what stands around them. */
  readonly turning: string[];
  /** Texts that paint or reach beyond their box. */
  readonly leaving: string[];
  /** How many texts of ours were seen. */
  readonly seen: number;
}

/** Runs in the page: looks at every text inside an element of ours, or of one within another: `fl-council >>> fl-ballot`. */
export function inspect(host: string, within: string): Findings {
  const inner = host.split(' >>> ').reduce<ParentNode>((at, one) => at.querySelector(one)!.shadowRoot!, document);
  const root = inner.querySelector(within)!;
  const all = [...root.querySelectorAll<HTMLElement>('*')];
  const elements = all
    .filter(
      (one) =>
        /^(SCRIPT|IFRAME|OBJECT|EMBED|LINK|META)$/.test(one.tagName) ||
        one.matches('img:not([src^="blob:"]), [onerror], [onload]'),
    )
    .map((one) => one.outerHTML.slice(0, 200));
  const turning: string[] = [];
  const leaving: string[] = [];
  let seen = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const parent = node.parentElement!;
    if (!/〔\d+〕|=1\+1/.test(text) || parent.closest('textarea, select, datalist')) continue;
    if (parent.getClientRects().length === 0) continue;
    seen += 1;
    const up: HTMLElement[] = [];
    for (let one: HTMLElement | null = parent; one && root.contains(one); one = one.parentElement) up.push(one);
    const where = `${up
      .slice(0, 3)
      .map((one) => `${one.tagName}.${one.className}`)
      .join(' < ')}: ${text.trim().slice(0, 60)}`;
    // A paragraph of its own keeps to itself; within one with other words the text must stand apart from them.
    const block = up.find((one) => getComputedStyle(one).display !== 'inline')!;
    const isAlone = block.textContent.trim() === text.trim();
    const isKept =
      isAlone ||
      up.slice(0, up.indexOf(block)).some((one) => /isolate|plaintext/.test(getComputedStyle(one).unicodeBidi));
    if (/[\u202a-\u202e\u2066-\u2069]/.test(text) && !isKept) turning.push(where);
    // Stacked marks paint beyond their line: a box cuts them off, and that box lies within the element.
    const isCut = up.some((one) => /hidden|clip|auto|scroll/.test(getComputedStyle(one).overflowY));
    const box = up.at(-1)!.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    const isOutside = [...range.getClientRects()].some(
      ({ left, right }) => left < box.left - 1 || right > box.right + 1,
    );
    const isCutAside = up.some((one) => /hidden|clip|auto|scroll/.test(getComputedStyle(one).overflowX));
    if ((/\u0351/.test(text) && !isCut) || (isOutside && !isCutAside)) leaving.push(where);
  }
  const page = document.scrollingElement!;
  if (page.scrollWidth > page.clientWidth + 1) leaving.push(`the page is ${page.scrollWidth} wide`);
  return { elements, turning, leaving, seen };
}

/** Nothing wrong. */
export const clean = (seen: number): Findings => ({ elements: [], turning: [], leaving: [], seen });

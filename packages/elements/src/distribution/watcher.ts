/** The elements that can be loaded: by name without `fl-`, the files that each brings with it, its own among them. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** Looks after one part of a page: the document, or a shadow root that the page gives. The returned function stops it. */
export type Watch = (root?: Document | DocumentFragment | Element) => () => void;

/**
 * Makes what loads the elements that a page really has, also those that come later. `base` is the address of a file that
 * lies where they lie; `load` runs one as a module. All files of an element are asked for at the same time.
 *
 * What fails is a warning and is tried again when the network comes back, or when its tag is added again.
 */
export function createWatcher(parts: Parts, base: string, load: (address: string) => Promise<unknown>): Watch {
  const names = Object.keys(parts);
  const selector = names.map((name) => `fl-${name}`).join();
  /** How often each failed; undefined where nobody asked, NaN while it is on its way and when it is there. */
  const failures: Record<string, number | undefined> = {};

  const loadFrom = (name: string, place: string) =>
    Promise.all(parts[name]!.map((file) => load(new URL(file, place).href)));

  const ask = async (name: string) => {
    const tag = `fl-${name}`;
    const before = failures[name] ?? 0;
    if (isNaN(before) || customElements.get(tag)) return;
    failures[name] = NaN;
    try {
      const first = loadFrom(name, base);
      await (before ? first.catch(() => loadFrom(name, respelled(base, before))) : first);
    } catch (cause) {
      failures[name] = before + 1;
      // oxlint-disable-next-line no-console -- addressed to whoever builds the page; nothing else would show it
      console.warn(`Fulian Kit: <${tag}> could not be loaded; what stands between its tags stays. ${String(cause)}`);
    }
  };

  const meet = (element: Element) => {
    const { localName } = element;
    const name = localName.slice(3);
    if (localName === `fl-${name}` && parts[name]) void ask(name);
  };

  const look = (node: Node) => {
    if (node.nodeType === Node.ELEMENT_NODE) meet(node as Element);
    // Words and comments have nothing inside.
    if (node.firstChild) (node as Element).querySelectorAll(selector).forEach(meet);
  };

  window.addEventListener('online', () => {
    for (const name of names) if (failures[name]) void ask(name);
  });

  return (root = document) => {
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) addedNodes.forEach(look);
    });
    observer.observe(root, { childList: true, subtree: true });
    look(root);
    return () => observer.disconnect();
  };
}

/**
 * Another spelling of the same folder, with more slashes at its end, which servers take for one.
 *
 * Most engines remember for as long as a page lives that a module could not be fetched, and refuse it ever after without
 * asking. Under another address, which those that it imports inherit, it is another module to them. (Letters in
 * percent-encoding would mean the same to every server; but Chromium writes them plainly again.)
 */
function respelled(base: string, times: number): string {
  return new URL('.', base).href + '/'.repeat(times);
}

/**
 * Registers `constructor` as `tag`.
 *
 * A tag that is taken already is a warning and not an error: a portal that loads our script twice, or two versions of it,
 * keeps working with the one that came first.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) {
    customElements.define(tag, constructor);
  } else if (existing !== constructor) {
    // oxlint-disable-next-line no-console -- addressed to whoever builds the page; nothing else would show it
    console.warn(`<${tag}> is defined already: load the script of Fulian Kit once.`);
  }
}

import { above } from '../base/provider.js';

/**
 * What holds the middle of `element`, as a finger would find it: the nearest of a quick exit (`tag`), a dialog and the
 * element that fills the screen, else the page. Undefined where `element` is not shown, or lies outside of the window.
 *
 * Elements that a modal dialog makes inert are no hit, although they may be painted above it.
 */
export function layerOver(element: Element, tag: string): Element | undefined {
  const { left, top, width, height } = element.getBoundingClientRect();
  let hit: Element | null = null;
  let root: DocumentOrShadowRoot | null | undefined = width ? document : null;
  while (root) {
    const deeper: Element | null = root.elementFromPoint(left + width / 2, top + height / 2);
    root = deeper === hit ? null : deeper?.shadowRoot;
    hit = deeper ?? hit;
  }
  for (let at: Node | undefined = hit ?? undefined; at; at = above(at))
    if ([tag, 'dialog'].includes((at as Element).localName) || at === document.fullscreenElement) return at as Element;
  return hit ? document.documentElement : undefined;
}

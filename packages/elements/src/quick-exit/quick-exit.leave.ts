/** Where the exit leads where the page names no other place: the weather. Neutral, and nobody wonders at it. */
export const neutralTarget = 'https://www.weather.com.cn/';

/** The address to leave for: `wanted` where it is a web page, else the neutral one. Never `javascript:` and the like. */
export function safeTarget(wanted: string | null | undefined): string {
  const link = document.createElement('a');
  link.href = wanted || neutralTarget;
  return /^https?:$/.test(link.protocol) ? link.href : neutralTarget;
}

/**
 * Covers the whole window with nothing, in the same task. It stays: what comes back from the browser's memory of pages
 * (bfcache) is blank.
 *
 * Styled through the object model, which a strict content security policy allows. Attached to the root element, because a
 * transformed body would shrink it.
 */
export function coverPage(): HTMLElement {
  const cover = document.createElement('div');
  cover.style.cssText =
    'all:initial!important;position:fixed!important;top:0!important;left:0!important;width:100%!important;' +
    'height:100%!important;background:#fff!important;z-index:2147483647!important';
  document.documentElement.append(cover);
  raise(cover);
  return cover;
}

/** Takes the page's body away behind the cover, also from screen readers and printing. */
export function hidePage(): void {
  // Not `hidden`: pages give their body a display of its own.
  document.body.style.setProperty('display', 'none', 'important');
}

/** Lifts an element above every layer that is there now, where the engine can (Chromium 114, Firefox 125, Safari 17). */
export function raise(element: HTMLElement): void {
  // An old engine: it stays where its z-index puts it. Chromium 106 to 113 would complain of the attribute in the page's console.
  if (!element.showPopover) return;
  try {
    // Whatever opened last is on top: hides it, so that it opens anew.
    element.removeAttribute('popover');
    element.setAttribute('popover', 'manual');
    element.showPopover();
  } catch {
    // Not in a document.
  }
}

/**
 * Calls `run` once, as soon as what was changed is on its way to the screen, within a tenth of a second in any case: in
 * the background nothing is painted.
 *
 * Taking the page away, emptying forms and beginning to leave take three times as long as the cover, and until a task has
 * ended nothing of it is seen.
 */
export function afterPaint(run: () => void): void {
  let waits = true;
  const once = () => {
    if (waits) run();
    waits = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}

/**
 * Leaves for `target` in the place of this page, so that Back does not lead here (S1).
 *
 * Sends no referrer. A page that asks 'really leave?' is not listened to. Inside a frame the whole window leaves, where
 * the browser lets us, else the frame.
 */
export function replacePage(target: string): void {
  const meta = document.createElement('meta');
  document.head.append(Object.assign(meta, { name: 'referrer', content: 'no-referrer' }));
  // A listener of ours would come after the page's, which asks by either of these two.
  const { prototype } = BeforeUnloadEvent;
  // Defined and not assigned: where the page has frozen `Event.prototype`, an assignment would end our script here.
  Object.defineProperties(prototype, { preventDefault: { value() {} }, returnValue: { value: 0 } });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- what it returns would ask, too
  window.onbeforeunload = null;
  if (window.top && window.top !== window) {
    try {
      window.top.location.replace(target);
    } catch {
      // A sandboxed frame: only the frame can leave.
    }
  }
  window.location.replace(target);
}

/**
 * Calls `wipe` when somebody leaves in a hurry (`fl-exited`) and when the page is left in any other way (`pagehide`), so
 * that nothing typed comes back with Back, Forward or a restored page (S1). The returned function undoes it.
 *
 * Listens to the event and not to the quick exit itself: it works across copies of our script, and a portal may wipe its
 * own forms in the same way. On the window and in the capture phase, because a host may stop events.
 */
export function onWipe(wipe: () => void): () => void {
  const listener = () => wipe();
  window.addEventListener('fl-exited', listener, true);
  window.addEventListener('pagehide', listener, true);
  return () => {
    window.removeEventListener('fl-exited', listener, true);
    window.removeEventListener('pagehide', listener, true);
  };
}

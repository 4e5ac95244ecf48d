import type { StaffSessionStore } from '@fulian/sdk/stores/staff-session';

/** What a window that came back from the provider says to the one that opened it. */
const message = 'fl-staff-returned';

/**
 * In the window that the provider sent back: hands the address to the element that opened it, and closes. That one keeps `flow` in
 * memory, so that nothing is written to any storage (S2).
 */
export function answerOpener(returnTo: string | null): void {
  const { opener } = window as { readonly opener: Window | null };
  if (returnTo === null || !opener || !/[?&]state=/.test(location.search) || !location.href.startsWith(returnTo))
    return;
  opener.postMessage({ type: message, returned: location.href }, location.origin);
  window.close();
}

/** Opens the provider in a window of its own and finishes when that comes back. The returned function stops listening. */
export function openElsewhere(session: StaffSessionStore, returnTo: string): () => void {
  // Opened at once, while the browser still knows that somebody pressed a button.
  const other = window.open('', '_blank', 'popup,width=520,height=720');
  let flow: string | undefined;
  const listen = ({ data, origin, source }: MessageEvent) => {
    const { type, returned } = (data ?? {}) as { readonly type?: unknown; readonly returned?: unknown };
    if (type !== message || typeof returned !== 'string' || origin !== location.origin || source !== other) return;
    stop();
    if (flow !== undefined) void session.finishOidc(flow, returned);
  };
  const stop = () => window.removeEventListener('message', listen);
  window.addEventListener('message', listen);
  void session.startOidc(returnTo).then((started) => {
    if (!started || !other) {
      other?.close();
      stop();
      return;
    }
    ({ flow } = started);
    other.location.replace(started.authorizationUrl);
  });
  return stop;
}

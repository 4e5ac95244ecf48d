/**
 * What runs in the page before anything else: counts what a page still holds that nobody sees, that is timers and frames to come,
 * calls under way, and listeners on what outlives an element. Is put into the page as it stands here, so it uses nothing around it.
 */

/** What the watch leaves on the window. */
export interface Watch {
  /** Timers, intervals and frames that are still to come, each as its kind and time. */
  timers(): string[];
  /** Calls under way; a stream counts until it is closed. */
  calls(): number;
  /** Listeners on the window, the document, its root and body, and on whatever is no node, as `Window resize`. */
  listeners(): string[];
}

declare global {
  interface Window {
    watch: Watch;
  }
}

/** Sets up the watch, and has the page believe that it is `now`, in milliseconds since 1970, as the service in memory does. */
export function watchPage(now: number): void {
  const ahead = now - Date.now();
  window.Date = class extends Date {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Date.now()]) as [number]));
    }
    static override now(): number {
      return super.now() + ahead;
    }
  } as DateConstructor;
  const timers = new Map<string, string>();
  const calls = new Set<Promise<unknown>>();
  const listeners = new Map<EventTarget, Map<unknown, string[]>>();

  const { fetch } = window;
  window.fetch = (...given) => {
    const call = fetch(...given);
    calls.add(call);
    call.finally(() => calls.delete(call)).catch(() => undefined);
    return call;
  };
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
    ['requestIdleCallback', 'cancelIdleCallback', false],
  ] as const) {
    const host = window as unknown as Record<string, (...given: unknown[]) => number>;
    const [begin, end] = [host[set]!.bind(window), host[clear]!.bind(window)];
    host[set] = (act, ...rest) => {
      const id = begin(
        (...given: unknown[]) => {
          if (!repeats) timers.delete(`${set} ${id}`);
          (act as (...all: unknown[]) => void)(...given);
        },
        ...rest,
      );
      timers.set(`${set} ${id}`, `${set} ${typeof rest[0] === 'number' ? rest[0] : ''}`.trim());
      return id;
    };
    host[clear] = (id) => {
      timers.delete(`${set} ${String(id)}`);
      return end(id);
    };
  }

  // Of an element and what is below it nobody counts: it takes its listeners along.
  const outlives = (target: EventTarget) =>
    !(target instanceof Node) || target === document || target === document.documentElement || target === document.body;
  /** A listener counts once for a kind of event and phase, however often it is added. */
  const keyOf = (type: string, options: unknown) =>
    `${type} ${String(typeof options === 'object' && options ? (options as { capture?: boolean }).capture === true : options === true)}`;
  const forget = (target: EventTarget, listener: unknown, key: string) => {
    const own = listeners.get(target);
    const kept = own?.get(listener)?.filter((one) => one !== key) ?? [];
    if (kept.length > 0) own!.set(listener, kept);
    else own?.delete(listener);
    if (own?.size === 0) listeners.delete(target);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    if (listener && outlives(target) && !(target instanceof AbortSignal)) {
      const key = keyOf(type, options);
      const own = listeners.get(target) ?? listeners.set(target, new Map()).get(target)!;
      const keys = own.get(listener) ?? [];
      if (!keys.includes(key)) own.set(listener, [...keys, key]);
      const { once, signal } = typeof options === 'object' && options ? options : {};
      const gone = () => forget(target, listener, key);
      if (once) addEventListener.call(target, type, gone, { once: true, capture: key.endsWith('true') });
      if (signal) addEventListener.call(signal, 'abort', gone, { once: true });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function remove(this: EventTarget | undefined, type, listener, options) {
    forget(this ?? window, listener, keyOf(type, options));
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  window.watch = {
    timers: () => [...timers.values()],
    calls: () => calls.size,
    listeners: () =>
      [...listeners].flatMap(([target, own]) =>
        [...own.values()].flat().map((key) => `${target.constructor.name} ${key.split(' ')[0]}`),
      ),
  };
}

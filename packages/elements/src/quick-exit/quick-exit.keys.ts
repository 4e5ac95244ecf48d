/** What the keys have added up to so far; also the key of the words for it. */
export type ExitProgress = 'escapeOneMore' | 'shiftTwoMore' | 'shiftOneMore' | 'timedOut';

/** Who is told about the keys. */
export interface ExitKeysListener {
  /** The keys were pressed as often as it takes. */
  exit(): void;
  /** For those who cannot see the button; `timedOut` when the presses so far no longer count. */
  tell(progress: ExitProgress): void;
}

/** Two presses of Escape count together within this time; milliseconds. */
const escapeWindow = 1500;
/** Each press of Shift counts with the one before within this time; milliseconds. */
const shiftWindow = 5000;

/** All who listen, the youngest first; it is told. */
const listeners: ExitKeysListener[] = [];
/** The Shift keys that are down; a hand may rest on both. */
const held = new Set<string>();
/** Another key went down while a Shift was held: then it makes a capital letter and does not count. */
let modified = false;
let escapes = 0;
let shifts = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let leaving = false;

/**
 * Listens for Escape twice and Shift three times, with one set of listeners for the page however many elements ask. The
 * returned function undoes it.
 *
 * By the place of the key (`code`) and not by its meaning: with a Chinese input method open a key says `Process` or 229.
 * On the window and in the capture phase, so that it works while somebody types and whatever the page does with keys.
 */
export function listenForExitKeys(listener: ExitKeysListener): () => void {
  if (listeners.unshift(listener) === 1) listen('addEventListener');
  return () => {
    listeners.splice(listeners.indexOf(listener), 1);
    if (listeners.length > 0) return;
    listen('removeEventListener');
    forget();
    release();
    leaving = false;
  };
}

/** From now on Escape does nothing any more: its default would stop the navigation under way. */
export function holdEscape(): void {
  leaving = true;
}

function listen(verb: 'addEventListener' | 'removeEventListener'): void {
  window[verb]('keydown', pressed as EventListener, true);
  window[verb]('keyup', pressed as EventListener, true);
  window[verb]('blur', release);
}

function pressed(event: KeyboardEvent): void {
  const { code, type, repeat } = event;
  const down = type === 'keydown';
  if (code === 'Escape' || event.key === 'Escape') {
    if (down && !repeat && !leaving) count('escape');
    if (leaving) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  } else if (/^Shift./.test(code)) {
    if (down) held.add(code);
    else if (held.delete(code) && !modified) count('shift');
    if (held.size === 0) modified = false;
  } else if (down) {
    modified = held.size > 0;
    if (shifts > 0) forget();
  }
}

function count(key: 'escape' | 'shift'): void {
  clearTimeout(timer);
  escapes = key === 'escape' ? escapes + 1 : 0;
  shifts = key === 'shift' ? shifts + 1 : 0;
  const [first] = listeners;
  if (escapes > 1 || shifts > 2) {
    forget();
    first!.exit();
    return;
  }
  timer = setTimeout(
    () => {
      forget();
      first!.tell('timedOut');
    },
    escapes > 0 ? escapeWindow : shiftWindow,
  );
  first!.tell(escapes > 0 ? 'escapeOneMore' : shifts > 1 ? 'shiftOneMore' : 'shiftTwoMore');
}

function forget(): void {
  clearTimeout(timer);
  escapes = shifts = 0;
}

/** The window lost the keyboard, so that the end of a press may never be heard. */
function release(): void {
  held.clear();
  modified = false;
}

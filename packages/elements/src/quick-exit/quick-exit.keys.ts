/** What the keys have added up to so far. */
export type ExitProgress = 'escape-one-more' | 'shift-two-more' | 'shift-one-more' | 'timed-out';

/** Who is told about the keys. */
export interface ExitKeysListener {
  /** The keys were pressed as often as it takes. */
  leaveByKeys(): void;
  /** For those who cannot see the button; `timed-out` when the presses so far no longer count. */
  tellProgress(progress: ExitProgress): void;
}

/** Two presses of Escape count together within this time; milliseconds. */
export const escapeWindow = 1500;
/** Each press of Shift counts with the one before within this time; milliseconds. */
export const shiftWindow = 5000;

const listeners = new Set<ExitKeysListener>();
let escapes = 0;
let shifts = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The Shift keys that are down; a hand may rest on both. */
const held = new Set<string>();
/** Another key went down while a Shift was held: then it makes a capital letter and does not count. */
let modified = false;
let left = false;

/**
 * Listens for Escape twice and Shift three times, with one pair of listeners for the page however many elements ask.
 * The returned function undoes it.
 *
 * By the place of the key (`code`) and not by its meaning: with a Chinese input method open a key says `Process` or 229.
 * On the window and in the capture phase, so that it works while somebody types and whatever the page does with keys.
 */
export function listenForExitKeys(listener: ExitKeysListener): () => void {
  if (listeners.size === 0) {
    window.addEventListener('keydown', keyDown, true);
    window.addEventListener('keyup', keyUp, true);
    window.addEventListener('blur', release);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('keydown', keyDown, true);
    window.removeEventListener('keyup', keyUp, true);
    window.removeEventListener('blur', release);
    forget();
    release();
    left = false;
  };
}

/** From now on Escape does nothing any more: its default would stop the navigation under way. */
export function holdEscape(): void {
  left = true;
}

function isEscape(event: KeyboardEvent): boolean {
  return event.code === 'Escape' || event.key === 'Escape' || event.key === 'Esc';
}

function isShift(event: KeyboardEvent): boolean {
  return event.code === 'ShiftLeft' || event.code === 'ShiftRight';
}

function keyDown(event: KeyboardEvent): void {
  if (isEscape(event)) {
    if (left) swallow(event);
    else if (!event.repeat) countEscape(event);
  } else if (isShift(event)) {
    if (!event.repeat) held.add(event.code);
  } else {
    if (held.size > 0) modified = true;
    if (shifts > 0) forget();
  }
}

function keyUp(event: KeyboardEvent): void {
  if (left && isEscape(event)) swallow(event);
  if (!isShift(event)) return;
  const pressed = held.delete(event.code);
  const counts = pressed && !modified && !left;
  if (held.size === 0) modified = false;
  if (counts) countShift();
}

function countEscape(event: KeyboardEvent): void {
  escapes += 1;
  shifts = 0;
  if (escapes === 2) {
    swallow(event);
    leave();
  } else {
    wait('escape-one-more', escapeWindow);
  }
}

function countShift(): void {
  shifts += 1;
  escapes = 0;
  if (shifts === 3) leave();
  else wait(shifts === 1 ? 'shift-two-more' : 'shift-one-more', shiftWindow);
}

function leave(): void {
  forget();
  for (const listener of [...listeners].slice(0, 1)) listener.leaveByKeys();
}

function wait(progress: ExitProgress, time: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    forget();
    tell('timed-out');
  }, time);
  tell(progress);
}

function tell(progress: ExitProgress): void {
  for (const listener of [...listeners].slice(0, 1)) listener.tellProgress(progress);
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

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

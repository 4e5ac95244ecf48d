import type { CaseStepKind } from '@fulian/sdk/stores/case-desk';
import type { DeskView, Pen } from './case-desk.view.js';

/** Keys that begin a step of the case on the screen. */
export const stepKeys: { readonly [key: string]: CaseStepKind | undefined } = {
  a: 'accept',
  c: 'claim',
  g: 'regrade',
  t: 'offer-transfer',
  o: 'contact',
  e: 'measure',
  f: 'follow-up',
};
/** Keys that lead to a text. */
export const penKeys: { readonly [key: string]: Pen | undefined } = { m: 'message', w: 'ask', n: 'note' };

/** What typing goes into; keys belong to it. */
function isField(target: EventTarget | undefined): boolean {
  const { localName = '', type = '' } = (target ?? {}) as Partial<HTMLInputElement>;
  return ['textarea', 'select'].includes(localName) || (localName === 'input' && !['checkbox', 'radio'].includes(type));
}

/** Single keys, which work while the focus is on the desk and nobody types (WCAG 2.1.4). */
export function pressed(day: DeskView, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.composedPath()[0];
  if (event.key === 'Escape') {
    escape(day, event, isField(target));
    return;
  }
  if (isField(target) || day.scratch.overlay) return;
  if (run(day, event.key)) event.preventDefault();
}

function run(day: DeskView, key: string): boolean {
  const { state, store, scratch } = day;
  const { selected } = state;
  const step = stepKeys[key];
  const pen = penKeys[key];
  if (key === '/') day.focus('find');
  else if (key === '?') day.lay('shortcuts');
  else if (key === 'l') day.session.lock();
  else if (key === 'r') void store.reload();
  else if (key === 'i') day.show('register');
  else if (scratch.panel || !selected?.case) return false;
  else if (key === 'j' || key === 'k') void day.beside(key === 'j' ? 1 : -1);
  else if (key === 'u') day.back();
  else if (key === 'p') day.lay('print');
  else if (step) {
    if (!selected.case.may.includes(step)) return false;
    day.begin(step);
  } else if (pen) {
    if (!selected.case.may.includes(pen)) return false;
    Object.assign(scratch, { pen, step: undefined });
    day.focus('words');
  } else return false;
  return true;
}

/** One step back: what lies on top, the form of a step, the text, the case. */
function escape(day: DeskView, event: KeyboardEvent, inField: boolean): void {
  const { scratch, state } = day;
  if (scratch.overlay) day.lay(undefined);
  else if (scratch.panel) {
    if (inField) return;
    day.show(undefined);
  } else if (scratch.step) day.leaveStep();
  else if (inField) day.focus(state.selected ? 'case-title' : 'rows');
  else if (state.selected) day.back();
  else return;
  event.preventDefault();
}

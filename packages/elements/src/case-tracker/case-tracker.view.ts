import type { TemplateResult } from 'lit';
import type { CaseTrackerState, CaseTrackerStore, OwnCase, OwnCaseEvent } from '@fulian/sdk/stores/case-tracker';
import type { GapValues, Language } from '../base/language.js';
import type { TrackerKey } from './case-tracker.words.js';

/** What can be unfolded at the end of the page. */
export type Panel = 'download' | 'withdraw' | 'erase';

/** What belongs to the screen and not to the case; new whenever the case is closed. */
export interface Scratch {
  panel?: Panel | undefined;
  /** She is about to say that she is not satisfied. */
  complains?: boolean;
  /** What she types to say why. */
  complaint: string;
  /** She is writing, or has just written. */
  writes?: boolean;
  /** Her last message has arrived. */
  sent?: boolean;
  /** When that happened whose files she wants to see. */
  files?: string;
  /** The file that she is about to save. */
  saves?: string | undefined;
  /** The group that she typed was not the one of her number. */
  wrongGroup?: boolean;
}

/** What she does something with; its module is loaded when she does. */
export interface More {
  /** What she is asked to decide: consent, and whether she is satisfied. */
  questions(view: TrackerView): TemplateResult;
  /** What is unfolded at the end of the page. */
  panelOf(view: TrackerView, panel: Panel): TemplateResult;
  /** The files of something that happened. */
  filesOf(view: TrackerView, event: OwnCaseEvent): TemplateResult;
  /** What she writes to the federation, and what of it is on its way. */
  writing(view: TrackerView): TemplateResult;
}

/** All that a view gets to draw itself and to say what she did. Views hold no state of their own. */
export interface TrackerView {
  readonly state: CaseTrackerState;
  readonly store: CaseTrackerStore;
  readonly language: Language;
  readonly scratch: Scratch;
  /** What she does something with, once it is here. */
  readonly more: More | undefined;
  /** It could not be loaded. */
  readonly moreFailed: boolean;
  /** Words by key, gaps filled. */
  t(key: TrackerKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; undefined where there are none. */
  words(key: string, values?: GapValues): string | undefined;
  /** Number and secret as they stand in the two fields. */
  open(): void;
  /** Closes the case at once. */
  putAway(): void;
  /** Asks for number and secret again. */
  restart(): void;
  /** Unfolds a panel, or folds it with `undefined`. */
  unfold(panel: Panel | undefined): void;
  /** Opens the box that she writes in. */
  write(): void;
  /** Fetches what she does something with. Never rejects: see `moreFailed`. */
  loadMore(): Promise<void>;
  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void;
  /** Changes what belongs to the screen, and draws again. */
  change(scratch: Partial<Scratch>): void;
}

/** Whether the case asks her to decide something. */
export function asks({ case: own }: CaseTrackerState): boolean {
  return own !== undefined && (own.may.includes('consent') || own.may.includes('rate'));
}

/** Whether the box that she writes in is open without her opening it: she was asked, or something has not been sent yet. */
export function writes({ case: own, draft, outbox }: CaseTrackerState): boolean {
  return own?.next.kind === 'your-answer' || draft.words !== '' || draft.attachments.length + outbox.length > 0;
}

/** A time as it is in China, wherever the device believes to be. */
export function whenInChina({ language }: TrackerView, time: string): string {
  const at = new Date(time);
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    ...(at.getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  }).format(at);
}

/** A name inside a sentence of ours: signs that turn the direction of writing are taken out, so that it stays in its place. */
export function nameIn(name: string): string {
  return name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The federation that handles a case, as people call it. */
export function whoHandles(view: TrackerView, { handledBy: { name } }: OwnCase): string {
  return view.t('unit', { name: nameIn(name) });
}

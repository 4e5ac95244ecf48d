import type { HelpFormState, HelpFormStore, StepId } from '@fulian/sdk/stores/help-form';
import type { GapValues, Language } from '../base/language.js';
import type { LocalizedText } from '../base/provider.js';
import type { PlaceChooser } from './help-form.place-chooser.js';
import type { HelpFormKey } from './help-form.words.js';

/** What belongs to a screen and not to her answers; new after every wipe. */
export interface Scratch {
  readonly places: PlaceChooser;
  /** The receipt is shown as three lines that look like telephone numbers. */
  asTelephone: boolean;
  /** The group of the secret as she is typing it back. */
  typedGroup: string;
}

/** All that a view gets to draw itself and to say what she did. Views hold no state of their own. */
export interface HelpFormView {
  readonly state: HelpFormState;
  readonly store: HelpFormStore;
  readonly language: Language;
  /** There with the later steps. */
  readonly scratch: Scratch | undefined;
  /** Words by key, gaps filled. */
  t(key: HelpFormKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; undefined where there are none. */
  words(key: string, values?: GapValues): string | undefined;
  /** Words that came from the service. */
  localized(text: LocalizedText): string;
  /** Merges answers; one that is set to `undefined` is taken back. */
  answer(change: Parameters<HelpFormStore['answer']>[0]): void;
  /** Continue: checks the step and goes on, or shows what is missing. Loads again what could not be loaded. */
  next(): void;
  back(): void;
  change(step: StepId): void;
  submit(): void;
  /** Wipes everything and shows nothing of it any more. */
  close(): void;
  /** Begins anew after that. */
  restart(): void;
  /** Moves the focus to an element of the form, after the next drawing. */
  focus(id: string): void;
  /** Draws again after a change of `scratch`. */
  redraw(): void;
}

import type { ReactiveControllerHost } from 'lit';
import type { LocalizedText } from './provider.js';

/** The languages of the interface; the first one is spoken where nothing else is asked for. */
export type Language = 'zh-CN' | 'en';

/** Every key of a catalogue with its words; `{name}` in them is a gap. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Words that a federation puts in the place of ours, by key. */
export type WordOverrides = Readonly<Record<string, LocalizedText | undefined>>;

/** What fills the gaps of a text. */
export type GapValues = Readonly<Record<string, string | number>>;

/** What gives an element its words. */
export interface Speaker<Key extends string> {
  /** Whether the words of `language` are there; those of `zh-CN` always are. */
  has(language: Language): boolean;
  /**
   * Where the words of `language` are missing: fetches them, has `element` drawn again when they come, and returns what
   * its first drawing waits for. Undefined where there is nothing to wait for.
   */
  await?(language: Language, element: ReactiveControllerHost): Promise<unknown> | undefined;
  /** The words for `key`, with the gaps filled; a federation's own words come first. Chinese where others are missing. */
  say(key: Key, language: Language, values?: GapValues, overrides?: WordOverrides): string;
}

/** The language for a BCP 47 tag such as `en-GB`; Chinese where we do not speak it. */
export function languageOf(locale: string): Language {
  return /^en(?![a-z])/i.test(locale) ? 'en' : 'zh-CN';
}

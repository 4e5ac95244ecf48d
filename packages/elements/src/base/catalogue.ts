import type { ReactiveControllerHost } from 'lit';
import type { LocalizedText } from './connection.js';

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

/** How long a first drawing waits for the words of another language; then it goes on in Chinese. Milliseconds. */
const patience = 2000;

/** The language for a BCP 47 tag such as `en-GB`; Chinese where we do not speak it. */
export function languageOf(locale: string): Language {
  return /^en\b/i.test(locale) ? 'en' : 'zh-CN';
}

/**
 * Words of which Chinese is there from the start and English is fetched when somebody needs it. One object a module, so
 * that what is loaded once is there for every element of the page.
 */
export class Catalogue<Key extends string> implements Speaker<Key> {
  private english: Words<Key> | undefined;
  private loading: Promise<void> | undefined;
  private readonly waited = new WeakSet<ReactiveControllerHost>();

  constructor(
    private readonly chinese: Words<Key>,
    private readonly fetchEnglish: () => Promise<Words<Key>>,
  ) {}

  has(language: Language): boolean {
    return language !== 'en' || this.english !== undefined;
  }

  /** Fetches the words of `language`. Never rejects: where it fails, Chinese goes on and the next call tries again. */
  async load(language: Language): Promise<void> {
    if (this.has(language)) return;
    this.loading ??= this.fetchEnglish().then(
      (words) => void (this.english = words),
      () => void (this.loading = undefined),
    );
    await this.loading;
  }

  await(language: Language, element: ReactiveControllerHost): Promise<unknown> | undefined {
    if (this.has(language)) return undefined;
    const loading = this.load(language).then(() => {
      if (this.has(language)) element.requestUpdate();
    });
    if (this.waited.has(element)) return undefined;
    this.waited.add(element);
    return Promise.race([loading, new Promise((resolve) => setTimeout(resolve, patience))]);
  }

  say(key: Key, language: Language, values?: GapValues, overrides?: WordOverrides): string {
    const words = (language === 'en' && this.english) || this.chinese;
    const text = overrides?.[key]?.[language] ?? words[key];
    return values ? text.replace(/\{(\w+)\}/g, (gap: string, name: string) => String(values[name] ?? gap)) : text;
  }
}

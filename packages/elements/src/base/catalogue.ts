import type { LocalizedText } from './connection.js';

/** The languages of the interface; the first one is spoken where nothing else is asked for. */
export type Language = 'zh-CN' | 'en';

/** Every key of a catalogue with its words; `{name}` in them is a gap. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Words that a federation puts in the place of ours, by key. */
export type WordOverrides = Readonly<Record<string, LocalizedText | undefined>>;

/** What fills the gaps of a text. */
export type GapValues = Readonly<Record<string, string | number>>;

type Source<Key extends string> = Words<Key> | (() => Promise<Words<Key>>);

/** The language for a BCP 47 tag such as `en-GB`; Chinese where we do not speak it. */
export function languageOf(locale: string): Language {
  return /^en\b/i.test(locale) ? 'en' : 'zh-CN';
}

/**
 * All words of one element. Chinese is there from the start, English is fetched when somebody needs it (or is there too,
 * for an element that cannot wait). One object a module: what is loaded once is there for every element of the page.
 */
export class Catalogue<Key extends string> {
  private readonly loaded: { [Name in Language]?: Words<Key> };
  private loading: Promise<void> | undefined;

  constructor(
    private readonly chinese: Words<Key>,
    private readonly english: Source<Key>,
  ) {
    this.loaded = { 'zh-CN': chinese, ...(typeof english === 'function' ? {} : { en: english }) };
  }

  /** Whether the words of `language` are there. */
  has(language: Language): boolean {
    return this.loaded[language] !== undefined;
  }

  /** Fetches the words of `language`. Never rejects: where it fails, Chinese goes on and the next call tries again. */
  async load(language: Language): Promise<void> {
    if (this.has(language) || typeof this.english !== 'function') return;
    this.loading ??= this.english().then(
      (words) => void (this.loaded.en = words),
      () => void (this.loading = undefined),
    );
    await this.loading;
  }

  /** The words for `key`, with the gaps filled; a federation's own words come first. */
  say(key: Key, language: Language, values?: GapValues, overrides?: WordOverrides): string {
    const text = overrides?.[key]?.[language] ?? (this.loaded[language] ?? this.chinese)[key];
    return values ? text.replace(/\{(\w+)\}/g, (gap: string, name: string) => String(values[name] ?? gap)) : text;
  }
}

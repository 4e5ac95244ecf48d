import type { ReactiveControllerHost } from 'lit';
import type { GapValues, Language, Speaker, WordOverrides } from './language.js';

export type { GapValues, Language, WordOverrides };

/** How long a first drawing waits for the words of another language; then it goes on in Chinese. Milliseconds. */
const patience = 2000;

/**
 * Words of which Chinese is there from the start and English is fetched when somebody needs it. One object a module, so
 * that what is loaded once is there for every element of the page.
 */
export class Catalogue<Key extends string> implements Speaker<Key> {
  private readonly chinese: Record<string, string>;
  /** What is not there in English (yet) is said in Chinese. */
  private readonly english: Record<string, string>;
  private hasEnglish = false;
  private loading: Promise<void> | undefined;
  private readonly waited = new WeakSet<ReactiveControllerHost>();

  /** Words of `Key` that are not among these come later, see `add`. */
  constructor(
    chinese: Readonly<Record<string, string>>,
    private readonly fetchEnglish: () => Promise<Readonly<Record<string, string>>>,
  ) {
    this.chinese = { ...chinese };
    this.english = Object.create(this.chinese) as Record<string, string>;
  }

  has(language: Language): boolean {
    return language !== 'en' || this.hasEnglish;
  }

  /** Whether there are words for a key that is put together at run time. */
  knows(key: string): key is Key {
    return key in this.chinese;
  }

  /** Adds words of a part that came later. */
  add(language: Language, words: Readonly<Record<string, string>>): void {
    Object.assign(language === 'en' ? this.english : this.chinese, words);
  }

  /** Fetches the words of `language`. Never rejects: where it fails, Chinese goes on and the next call tries again. */
  async load(language: Language): Promise<void> {
    if (this.has(language)) return;
    this.loading ??= this.fetchEnglish().then(
      (words) => {
        this.add('en', words);
        this.hasEnglish = true;
      },
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
    const text = overrides?.[key]?.[language] ?? (language === 'en' ? this.english : this.chinese)[key]!;
    return values ? text.replace(/\{(\w+)\}/g, (gap: string, name: string) => String(values[name] ?? gap)) : text;
  }
}

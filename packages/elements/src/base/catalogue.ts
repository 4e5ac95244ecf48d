import type { ReactiveControllerHost } from 'lit';
import type { GapValues, Language, Speaker, WordOverrides, Words } from './language.js';

export type { GapValues, Language, WordOverrides, Words };

/** How long a first drawing waits for the words of another language; then it goes on in Chinese. Milliseconds. */
const patience = 2000;

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

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The words of our own form by key, with their gaps filled. */
export interface Words {
  /** Throws where there are none: the form has changed, and what is compared with it has to follow. */
  say(key: string, gaps?: Readonly<Record<string, string | number>>): string;
  /** Whether there are any. */
  has(key: string): boolean;
}

/** Reads them from the elements' Chinese catalogue, so that every subject asks the same questions in the same words. */
export async function readWords(): Promise<Words> {
  const folder = join(import.meta.dirname, '../../../packages/elements/src/locales/zh-CN');
  const load = async (file: string) =>
    (await import(pathToFileURL(join(folder, file)).href)) as Record<string, Record<string, string>>;
  const modules = await Promise.all(['help-form.ts', 'help-form-later.ts'].map(load));
  const words: Record<string, string> = Object.assign({}, ...modules.flatMap((one) => Object.values(one)));
  return {
    say(key, gaps = {}) {
      const text = words[key];
      if (text === undefined)
        throw new Error(`our form has no words for '${key}' any more: see tests/bench/form/questions.ts`);
      return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
    },
    has: (key) => key in words,
  };
}

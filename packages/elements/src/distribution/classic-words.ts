import { address, nonce, wantsIntegrity } from './classic-script.js';

/** One catalogue's module. */
interface Catalogue {
  readonly words: Readonly<Record<string, string>>;
}

/** What `fl.iife.en.js` leaves on its own script element, where no other script looks for it: catalogues by name. */
export interface WordsScript extends HTMLScriptElement {
  catalogues?: Readonly<Record<string, Catalogue>>;
}

/** The part of Trusted Types that is used here; TypeScript does not know them yet. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** SHA-384 of `fl.iife.en.js`; the build fills it in. */
declare const ENGLISH_INTEGRITY: string;

let all: Promise<WordsScript['catalogues']> | undefined;
let trusted: string | undefined;

/** The English words of one catalogue; all come with one script. Rejects where it cannot be had, and is then tried again. */
export async function englishWords(name: string): Promise<Catalogue> {
  const catalogue = (await (all ??= load()))?.[name];
  if (catalogue) return catalogue;
  all = undefined;
  throw new Error('no English words');
}

function load(): Promise<WordsScript['catalogues']> {
  return new Promise((resolve) => {
    const script: WordsScript = document.createElement('script');
    const end = () => {
      script.remove();
      resolve(script.catalogues);
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    if (nonce) script.nonce = nonce;
    if (wantsIntegrity) {
      script.crossOrigin = '';
      script.integrity = ENGLISH_INTEGRITY;
    }
    trusted ??= trust(new URL('fl.iife.en.js', address).href);
    script.src = trusted;
    (document.head || document.documentElement).append(script);
  });
}

/** Under Trusted Types an address of a script needs a policy. Lit has one of these two names, the other is free. */
function trust(href: string): string {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  for (const name of trustedTypes ? ['fulian-kit', 'lit-html'] : []) {
    try {
      return trustedTypes!.createPolicy(name, { createScriptURL: () => href }).createScriptURL('');
    } catch {
      // The page does not allow this name, or somebody else has it.
    }
  }
  return href;
}

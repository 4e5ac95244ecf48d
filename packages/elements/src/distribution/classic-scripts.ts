import { address, nonce, wantsIntegrity } from './classic-script.js';

/** A script that belongs to `fl.iife.js`. What the two give each other stands on its element, where no other script looks for it. */
interface PartScript extends HTMLScriptElement {
  /** What it may use. */
  uses?: object;
  /** What it brings, once it has run. */
  brings?: Brought;
}

/** The part of Trusted Types that is used here; TypeScript does not know them yet. */
interface Policy {
  createScriptURL(file: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** SHA-384 of `fl.iife.en.js` and of the ballot's script; the build fills them in. */
declare const ENGLISH_INTEGRITY: string;
declare const BALLOT_INTEGRITY: string;
/** What `fl.iife.js` has for its parts: the build makes it. */
declare const exports: object;

/** What a script brings, by names that it shares with those who ask. */
type Brought = Readonly<Record<string, unknown>>;

/** The English words of one catalogue; all come with one script. Rejects where it cannot be had, and is then tried again. */
export async function englishWords(name: string): Promise<{ readonly words: Readonly<Record<string, string>> }> {
  const catalogues = await load('fl.iife.en.js', ENGLISH_INTEGRITY);
  return catalogues[name] as Awaited<ReturnType<typeof englishWords>>;
}

/** Runs the ballot's script; `file` is its name. Rejects where it cannot be had, and is then tried again. */
export const ballotScript = (file: string): Promise<unknown> => load(file, BALLOT_INTEGRITY);

const asked: Record<string, Promise<Brought> | undefined> = {};

/** What the script `file`, which lies beside `fl.iife.js`, brings. */
function load(file: string, integrity: string): Promise<Brought> {
  return (asked[file] ??= new Promise<Brought>((resolve, reject) => {
    const script: PartScript = document.createElement('script');
    const end = () => {
      script.remove();
      if (script.brings) resolve(script.brings);
      else reject(new Error(`no ${file}`));
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    script.uses = exports;
    if (nonce) script.nonce = nonce;
    if (wantsIntegrity) {
      script.crossOrigin = '';
      script.integrity = integrity;
    }
    script.src = trusted(file);
    (document.head || document.documentElement).append(script);
  }).catch((cause: unknown) => {
    asked[file] = undefined;
    throw cause;
  }));
}

const beside: Policy = { createScriptURL: (file) => new URL(file, address).href };
let policy: Policy | undefined;

/** Under Trusted Types an address of a script needs a policy. Lit has one of these two names, the other is free. */
function trusted(file: string): string {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  for (const name of trustedTypes && !policy ? ['fulian-kit', 'lit-html'] : []) {
    try {
      policy ??= trustedTypes!.createPolicy(name, beside);
    } catch {
      // The page does not allow this name, or somebody else has it.
    }
  }
  return (policy ?? beside).createScriptURL(file);
}

/** The script element that runs now; it is only known while the script runs for the first time. */
const script = document.currentScript as HTMLScriptElement | null;

/** Where `fl.iife.js` was loaded from; empty where the page ran its text by other means. */
export const address = script?.src ?? '';

/** The nonce of its element, for what it adds to the page; undefined where there is none. */
export const nonce = script?.nonce || undefined;

/** Whether the page wants only what it knows by its hash. */
export const wantsIntegrity = Boolean(script?.integrity);

/** Whether the page asks for a part from the start: `<script data-with="ballot">`. */
export const wants = (part: string): boolean => script?.dataset.with === part;

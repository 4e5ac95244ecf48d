/**
 * `fl.js`: one line in a page. Loads, from beside itself, the elements that the page has, also those that are added later.
 */
import { parts } from './parts.js';
import { createWatcher } from './watcher.js';

/**
 * Looks after a shadow root of the page's as well, into which nobody sees from outside: `const stop = watch(root)`. The
 * document is looked after already.
 */
export const watch = createWatcher(parts, import.meta.url, (address) => import(address));

watch();

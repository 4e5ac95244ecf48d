/**
 * `fl.iife.js`: one classic script for pages that have no modules: the elements for the public, in Chinese. A ballot and English
 * words come as scripts of their own when somebody opens one or reads the other, see `classic-scripts.ts`.
 */
import '../quick-exit/index.js';
import '../client/index.js';
import '../help-form/index.js';
import '../service-map/index.js';
import '../tile-layer/index.js';
import '../case-tracker/index.js';
import '../council/index.js';
import { address, wants } from './classic-script.js';
import { createWatcher } from './watcher.js';

const watch = createWatcher({ ballot: [''] }, address || document.baseURI, () => import('../ballot/index.js'));

watch();
// A page that has one where nobody sees it from outside, in a shadow root of its own, says so: as if one stood before us.
if (wants('ballot')) watch(document.createElement('fl-ballot'));

/**
 * `fl.iife.js`: one classic script for pages that have no modules: the elements for the public, in Chinese; English words
 * come when somebody reads English, see `classic-words.ts`.
 */
import '../quick-exit/index.js';
import '../client/index.js';
import '../help-form/index.js';
import '../service-map/index.js';
import '../tile-layer/index.js';
import '../case-tracker/index.js';
import '../council/index.js';
import '../ballot/index.js';

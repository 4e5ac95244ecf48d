import type { Parts } from './watcher.js';

/**
 * All elements. The build puts in its place what `rollup` has made: each with the files that it brings with it, so that
 * they are fetched at the same time.
 */
export const parts: Parts = {
  ballot: [],
  'case-desk': [],
  'case-report': [],
  'case-tracker': [],
  client: [],
  council: [],
  'council-desk': [],
  'help-form': [],
  'quick-exit': [],
  'service-map': [],
  'tile-layer': [],
  'vector-layer': [],
};

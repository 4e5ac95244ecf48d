import type { Area } from '../area.js';
import { warnOfStale } from '../built.js';
import { queueRows } from './queue.js';

/** The desk of case workers: what it asks of the service, and its list in the browser. */
export const area: Area = {
  title: 'the desk: queue and case among 100,000 cases beside pgbench',
  async run(bench) {
    warnOfStale(bench, 'packages/server/src', 'packages/server/dist');
    return queueRows(bench);
  },
};

import type { Area } from '../area.js';
import { warnOfStale } from '../built.js';
import { listRows } from './list.js';
import { queueRows } from './queue.js';

/** The desk of case workers: its list in the browser, and what it asks of the service. */
export const area: Area = {
  title: 'the desk: its list of 10,000 rows in Chromium beside others, and queue and case among 100,000 beside pgbench',
  async run(bench) {
    warnOfStale(bench, 'packages/elements/src', 'packages/elements/dist');
    warnOfStale(bench, 'packages/server/src', 'packages/server/dist');
    return [...(await listRows(bench)), ...(await queueRows(bench))];
  },
};

import type { Area } from '../area.js';
import { warnOfStale } from '../built.js';
import { ownModules } from '../desk/site.js';
import type { Row } from '../rows.js';
import { rollupRows } from './rollup.js';
import { startCouncilService } from './service.js';
import { tallyRows } from './tally.js';
import { voteRows } from './votes.js';

/** Ballots of a council: storing votes, counting them, adding up what was done, and what a voter's phone loads. */
export const area: Area = {
  title: 'votes of 500 members beside pgbench, tallies, 1,000 councils rolled up, bytes of the ballot',
  async run(bench) {
    warnOfStale(bench, 'packages/elements/src', 'packages/elements/dist');
    warnOfStale(bench, 'packages/server/src', 'packages/server/dist');
    const rows = [await sizeRow('ballot', 30), await sizeRow('council', 35), ...(await tallyRows(bench))];
    const service = await startCouncilService((what) => bench.tell(what));
    try {
      return [...rows, ...(await rollupRows(bench, service)), ...(await voteRows(bench, service))];
    } finally {
      await service.stop();
    }
  },
};

/** What an element brings with it, whatever of it comes late included. */
async function sizeRow(element: string, most: number): Promise<Row> {
  const row = { metric: `fl-${element} with all it needs, gzip`, subject: 'Fulian Kit', unit: 'kB', goal: `≤ ${most}` };
  const none = { median: null, min: null, max: null, ratio: null, noise: null };
  try {
    const size = (await ownModules(`${element}.js`)) / 1_000;
    return { ...row, ...none, median: size, min: size, max: size, holds: size <= most };
  } catch (error) {
    return { ...row, ...none, holds: false, note: (error as Error).message };
  }
}

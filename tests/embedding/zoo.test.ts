/**
 * The zoo: every public element in pages that make it hard, beside the same elements in a clean page of the same engine. In
 * `npm test` all pages but variations in Chromium, and the worst in the others; `npm run soak -- zoo` has all of them in all three. One page:
 * `npm run soak -- zoo -t 'quirks'`; what differs too much is kept as pictures.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soaking, tellFigures } from '../faults/scale.js';
import { install } from './install.mjs';
import { fileIn, type JourneyService, startJourneyService } from './journeys/service.js';
import type { HostilePage } from './zoo/page.js';
import { hostilePages } from './zoo/pages.js';
import { type Engine, engines, Tabs } from './zoo/tabs.js';
import { faultsOf, findingsOf, keepPictures, walk, type Walk } from './zoo/walk.js';

const zoo = fileURLToPath(new URL('zoo', import.meta.url));
/** Where Debian puts old libraries that the registry does not have. */
const debian = '/usr/share/javascript';
const clean: HostilePage = { name: 'nothing else' };
/** Milliseconds for one page, and for those that wait for a window. */
const patience = 600_000;

/** Puts the libraries and the damage on the portal. */
async function startZoo(): Promise<JourneyService> {
  await install(zoo);
  const service = await startJourneyService();
  service.serve('/lib/', (rest) => fileIn(`${zoo}/node_modules`, rest));
  service.serve('/damage/', (rest) => fileIn(`${zoo}/damage`, rest));
  service.serve('/debian/', (rest) => fileIn(debian, rest));
  return service;
}

describe.each(engines)('in %s', (engine: Engine) => {
  const pages = hostilePages.filter(
    ({ isWorst, isVariation }) => soaking || isWorst || (engine === 'Chromium' && !isVariation),
  );
  const tabs = new Tabs(engine);
  const figures = { pages: 0, journeys: 0, passed: 0, violations: 0, bytes: 0, worst: 0, globals: 0, changes: 0 };
  let service: JourneyService;
  let cleanWalk: Walk;

  beforeAll(async () => {
    service = await startZoo();
    cleanWalk = await tabs.use((tab) => walk(service, tab, clean));
  }, patience);
  afterAll(async () => {
    const { worst, ...rest } = figures;
    tellFigures(`zoo ${engine}`, { ...rest, 'worst pixels, %': (100 * worst).toFixed(4) });
    await Promise.all([tabs.stop(), service?.stop()]);
  });

  it('a clean page has nothing to complain of, and is the same a second time', { timeout: patience }, async () => {
    const again = await tabs.use((tab) => walk(service, tab, clean));
    expect(faultsOf(findingsOf(clean, again, cleanWalk))).toEqual([]);
    expect(again.pictures.size).toBeGreaterThan(10);
  });

  for (const page of pages) {
    const absent = (page.needs ?? []).filter((file) => !existsSync(`${debian}/${file}`));
    // A machine without Debian's packages can walk through all others; where CI installs them, their absence is a failure.
    if (absent.length > 0 && !process.env.CI) {
      it.skip(`everything is as in a clean page with ${page.name}: ${absent.join(', ')} of Debian is not here`);
      continue;
    }
    it.concurrent(`everything is as in a clean page with ${page.name}`, { timeout: patience }, async () => {
      if (absent.length > 0) throw new Error(`${absent.join(', ')} is not in ${debian}: see the packages in .ci/run`);
      const here = await tabs.use((tab) => walk(service, tab, page));
      const findings = findingsOf(page, here, cleanWalk);
      const faults = faultsOf(findings);
      figures.pages += 1;
      figures.journeys += here.report.journeys.length;
      figures.passed += here.report.journeys.length - findings.journeys.length;
      figures.violations += findings.violations.length;
      figures.bytes += findings.bytes.length;
      figures.worst = Math.max(figures.worst, ...findings.pixels.values());
      figures.globals += findings.globals.length;
      figures.changes += findings.changes.length;
      if (faults.length > 0) faults.push(`pictures in ${keepPictures(engine, page, here, cleanWalk)}`);
      expect(faults).toEqual([]);
    });
  }
});

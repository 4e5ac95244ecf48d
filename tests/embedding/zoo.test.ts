/**
 * The zoo: every public element in pages that make it hard, beside the same elements in a clean page of the same engine. In
 * `npm test` all pages in Chromium and the worst in the others; `npm run soak -- zoo` has all of them in all three.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scale, soaking, tellFigures } from '../faults/scale.js';
import { install } from './install.mjs';
import { fileIn, type JourneyService, startJourneyService } from './journeys/service.js';
import type { HostilePage } from './zoo/page.js';
import { hostilePages } from './zoo/pages.js';
import { type Engine, engines, startTab, type Tab } from './zoo/tabs.js';
import { faultsOf, findingsOf, keepPictures, walk, type Walk } from './zoo/walk.js';

const zoo = fileURLToPath(new URL('zoo', import.meta.url));
/** Where Debian puts old libraries that the registry does not have. */
const debian = '/usr/share/javascript';
const clean: HostilePage = { name: 'nothing else' };

/** Files of Debian's libraries that a page needs and that are not here. */
const missing = ({ needs = [] }: HostilePage) => needs.filter((file) => !existsSync(`${debian}/${file}`));

/** Puts the libraries and the damage on the portal. */
async function startZoo(): Promise<JourneyService> {
  await install(zoo);
  const service = await startJourneyService();
  service.serve('/lib/', (rest) => fileIn(`${zoo}/node_modules`, rest));
  service.serve('/damage/', (rest) => fileIn(`${zoo}/damage`, rest));
  service.serve('/debian/', (rest) => fileIn(debian, rest));
  return service;
}

const wanted = process.env.ZOO_PAGES ? new RegExp(process.env.ZOO_PAGES) : undefined;
const wantedEngines = process.env.ENGINES?.toLowerCase().split(',');

describe.each(engines.filter((engine) => wantedEngines?.includes(engine.toLowerCase()) ?? true))(
  'in %s',
  (engine: Engine) => {
    const pages = hostilePages.filter(
      (page) => (soaking || engine === 'Chromium' || page.isWorst) && (wanted?.test(page.name) ?? true),
    );
    let service: JourneyService;
    let tab: Tab;
    let cleanWalk: Walk;
    const figures = { pages: 0, journeys: 0, passed: 0, violations: 0, bytes: 0, worst: 0, globals: 0, changes: 0 };

    beforeAll(async () => {
      [service, tab] = await Promise.all([startZoo(), startTab(engine)]);
      cleanWalk = await walk(service, tab, clean);
    }, 600_000);
    afterAll(async () => {
      const { worst, ...rest } = figures;
      tellFigures(`zoo ${engine}`, { ...rest, 'worst pixels %': (100 * worst).toFixed(4) });
      await Promise.all([tab?.stop(), service?.stop()]);
    });

    it('the clean page itself has nothing to complain of, and is the same a second time', async () => {
      const again = await walk(service, tab, clean);
      expect(faultsOf(findingsOf(clean, again, cleanWalk))).toEqual([]);
      expect(again.pictures.size).toBeGreaterThan(10);
    });

    it.each(pages.map((page) => [page.name, page] as const))('it is as in a clean page with %s', async (_, page) => {
      const absent = missing(page);
      if (absent.length > 0 && process.env.CI)
        throw new Error(`apt-get install libjs-…: ${absent.join(', ')} is not here`);
      if (absent.length > 0) return console.warn(`without ${absent.join(', ')} of Debian this page is not tried`);
      const here = await walk(service, tab, page);
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
  },
);
void scale;

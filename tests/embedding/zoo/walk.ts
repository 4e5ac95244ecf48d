/** One walk through a page, and what is to be said against it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Report } from '../journeys/report.js';
import type { JourneyService, Sent, VisitOptions } from '../journeys/service.js';
import { type HostilePage, hostPage } from './page.js';
import { compare, crop } from './pictures.js';
import type { Engine, Tab } from './tabs.js';
import { changesSent, differences } from './wire.js';

/** How much of a picture may differ. */
export const mostPixels = 0.001;

export interface Walk {
  readonly report: Report;
  readonly sent: readonly Sent[];
  readonly pictures: ReadonlyMap<string, PNG>;
}

/** Opens a page and goes all the ways. */
export async function walk(
  service: JourneyService,
  tab: Tab,
  page: HostilePage,
  options: VisitOptions = {},
): Promise<Walk> {
  const visit = service.visit(hostPage(page), { pictures: true, ...options });
  const pictures = new Map<string, PNG>();
  await tab.open(visit.address);
  const report = await visit.finish(async ({ name, box }) => {
    pictures.set(name, crop(await tab.picture(), box));
  });
  return { report, sent: visit.sent, pictures };
}

/** What is wrong with a walk, beside the same one in a clean page. */
export interface Findings {
  /** Journeys that did not come to their end, and why. */
  readonly journeys: readonly string[];
  readonly violations: readonly string[];
  /** Errors and words on the console that are not the page's own. */
  readonly complaints: readonly string[];
  /** Requests that are not byte for byte those of the clean page. */
  readonly bytes: readonly string[];
  /** By picture: the share of pixels that differ. */
  readonly pixels: ReadonlyMap<string, number>;
  readonly globals: readonly string[];
  readonly changes: readonly string[];
}

/** Compares a walk with that in a clean page. */
export function findingsOf(page: HostilePage, { report, sent, pictures }: Walk, clean: Walk): Findings {
  const isOwn = (words: string) => page.says?.test(words) ?? false;
  const pixels = new Map<string, number>();
  for (const [name, picture] of clean.pictures) {
    const other = pictures.get(name);
    pixels.set(name, other ? compare(picture, other).share : 1);
  }
  return {
    journeys: report.journeys.flatMap(({ name, fault, steps }) =>
      fault === undefined ? [] : [`${name}, after ${steps.at(-1) ?? 'nothing'}: ${fault}`],
    ),
    // Old libraries of the page breach its policy themselves, and browsers ask for its icon.
    violations: report.violations
      .filter(({ at, blocked }) => !/\/(?:lib|debian|damage)\//.test(at) && !blocked.endsWith('/favicon.ico'))
      .map(({ directive, blocked, at }) => `${directive}: ${blocked} at ${at}`),
    complaints: [...report.errors, ...report.complaints].filter((words) => !isOwn(words)),
    bytes: differences(changesSent(sent, !page.isTwice), changesSent(clean.sent, !page.isTwice)),
    pixels,
    globals: report.globals.filter((name) => !page.adds?.test(name)),
    changes: report.changes.filter((change) => !page.adds?.test(change)),
  };
}

/** All that must not be, in words; empty where a page is as good as a clean one. */
export function faultsOf({ journeys, violations, complaints, bytes, pixels, globals, changes }: Findings): string[] {
  const say = (what: string, list: readonly string[]) => list.map((one) => `${what}: ${one.slice(0, 1500)}`);
  return [
    ...say('journey', journeys),
    ...say('violation', violations),
    ...say('complaint', complaints),
    ...say('bytes', bytes),
    ...[...pixels].flatMap(([name, share]) =>
      share > mostPixels ? [`picture: ${name}, ${(100 * share).toFixed(3)} % differ`] : [],
    ),
    ...say('global', globals),
    ...say('changed', changes),
  ];
}

/** Keeps the pictures that differ too much, beside the clean ones, for whoever looks into it; gives the folder. */
export function keepPictures(engine: Engine, page: HostilePage, { pictures }: Walk, clean: Walk): string {
  const folder = new URL(`../../../.cache/zoo/${engine}/${page.name.replace(/\W+/g, '-')}/`, import.meta.url);
  for (const [name, picture] of clean.pictures) {
    const other = pictures.get(name);
    const { share, where } = other ? compare(picture, other) : { share: 1, where: undefined };
    if (share <= mostPixels) continue;
    mkdirSync(folder, { recursive: true });
    const keep = (kind: string, png: PNG | undefined) =>
      png && writeFileSync(new URL(`${name}-${kind}.png`, folder), PNG.sync.write(png));
    keep('clean', picture);
    keep('here', other);
    keep('where', where);
  }
  return folder.pathname;
}

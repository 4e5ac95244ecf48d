/** Vector tiles under the map with the real MapLibre and the real pmtiles, which the portal hosts; and all that can be missing. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromGcj02 } from '../../openapi/rules/map/index.js';
import { seedPoints } from '../../packages/server/src/demo/seed-points.js';
import { demoPoints } from '../../packages/server/src/demo/service-points.js';
import { startEnvironment, type Environment, type Visit, type VisitOptions } from './environment.js';
import type { Portal, PortalFile } from './portal.js';
import { countyArchive } from './vector-county.js';

/** Where she says that she is, GCJ-02; the lake is drawn around it, in WGS-84 as archives are. */
const here = { lng: 118.42, lat: 27.9 };
const lake = fromGcj02(here, 'WGS-84');
/** Half the lake, degrees; 47 px at zoom 14. The two systems differ by some 55 px there. */
const halfLake = 0.004;
/** Small, because every pixel is drawn without a graphics card; wide enough for list and map side by side. */
const desk = { width: 900, height: 600 };
/** Ms that a picture may take on a machine with other work. */
const patience = 60_000;

const layer = (attributes: string) =>
  `<fl-vector-layer crs="WGS-84" approval-number="GS(2026)0001" source="示例地图院" ${attributes}></fl-vector-layer>`;
const archived = layer('library="/map-library.mjs" pmtiles="/county.pmtiles"');

/** What the page must allow for MapLibre: its modules and data from the portal, and its worker. */
const allowing = (portal: Portal, service: string) => ({
  'script-src': `${service} ${portal.origin}`,
  'connect-src': `${service} ${portal.origin}`,
  'worker-src': "'self'",
  'require-trusted-types-for': undefined,
  'trusted-types': undefined,
});

let house: Environment;
let visit: Visit | undefined;
/** What was asked of the portal for the layer, and by which range. */
let asked: string[];

beforeAll(async () => {
  house = await startEnvironment('chromium', { args: ['--enable-unsafe-swiftshader'] });
  const points = demoPoints().filter(({ federation }) => federation === '990101000000');
  await seedPoints(house.service, points.slice(0, 40));
  await hostLibrary(house.portal);
});
afterAll(() => house.stop());
afterEach(async () => {
  await visit?.end();
  visit = undefined;
});

async function hostLibrary(portal: Portal): Promise<void> {
  const require = createRequire(import.meta.url);
  const folderOf = (manifest: string) => new URL('.', `file://${manifest}`);
  const script = (code: string | Uint8Array): PortalFile => {
    return (request, response) => {
      asked.push(request.url!.split('?')[0]!);
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    };
  };
  const maplibre = folderOf(require.resolve('maplibre-gl/package.json'));
  const pmtiles = folderOf(require.resolve('pmtiles/package.json'));
  for (const name of ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl-shared.mjs'])
    portal.serve(`/${name}`, script(readFileSync(new URL(`dist/${name}`, maplibre))));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('dist/esm/index.js', pmtiles))],
    bundle: true,
    format: 'esm',
    write: false,
  });
  portal.serve('/pmtiles.mjs', script(outputFiles[0]!.contents));
  portal.serve('/map-library.mjs', script("export * from './maplibre-gl.mjs'; export * from './pmtiles.mjs';"));
  portal.serve('/empty-library.mjs', script('export const nothing = 0;'));
  const archive = countyArchive(lake, halfLake);
  portal.serve('/county.pmtiles', (request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    asked.push(`/county.pmtiles ${from}-${to}`);
    const part = archive.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${archive.length}` });
    response.end(part);
  });
  // A server that knows no ranges, and an archive that is larger than what was asked for.
  portal.serve('/unranged.pmtiles', (_, response) => void response.end(Buffer.concat([archive, Buffer.alloc(20_000)])));
}

/** Runs in the page before anything else: keeps what the layer says of a failure. */
function listen(): void {
  const told: object[] = [];
  Object.assign(window, { told });
  document.addEventListener('fl-layer-failed', (event) => told.push((event as CustomEvent<object>).detail));
}

const countIn = (selector: string) =>
  document.querySelector('fl-service-map')!.shadowRoot?.querySelectorAll(selector).length ?? 0;

/** Runs in the page: whether MapLibre's picture is to be seen. */
const isPictured = () => {
  const stage = document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLElement>('.tiles > div');
  return stage?.style.opacity === '1';
};

async function arrive(options: VisitOptions = {}): Promise<Page> {
  asked = [];
  visit = await house.visit({
    strict: true,
    element: 'service-map',
    also: ['vector-layer'],
    inside: archived,
    policy: allowing(house.portal, house.origin),
    viewport: desk,
    prepare: listen,
    ...options,
  });
  const { page } = visit;
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.waitForFunction(countIn, { timeout: patience }, '.point-name');
  return page;
}

/** What the console said, besides how slow software is at drawing. */
const complaints = () => visit!.complaints.filter((one) => !one.includes('GL Driver Message'));

/** What was told of the map, but that it is late: on a busy machine it is, and why comes none the less. */
const reasonIn = async (page: Page) => {
  const told = () =>
    page.evaluate(() =>
      (window as unknown as { told: { reason: string; message: string }[] }).told.filter(
        ({ reason }) => reason !== 'late',
      ),
    );
  await expect.poll(async () => (await told()).length, { timeout: patience }).toBeGreaterThan(0);
  return told();
};

/** The colour at a place of the map, px from its middle: that of the lake, or another. */
async function colours(page: Page, places: readonly (readonly [number, number])[]): Promise<string[]> {
  const box = await page.evaluate(() => {
    const root = document.querySelector('fl-service-map')!.shadowRoot!;
    // What lies above the picture would be in the way.
    for (const selector of ['.markers', '.base-lines', '.controls', '.scale'])
      root.querySelector<HTMLElement>(selector)!.style.visibility = 'hidden';
    const { x, y, width, height } = root.querySelector('.map')!.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });
  const { data, info } = await sharp(await page.screenshot({ clip: box }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return places.map(([dx, dy]) => {
    const x = Math.round(info.width / 2 + dx);
    const y = Math.round(info.height / 2 + dy);
    const at = (y * info.width + x) * info.channels;
    return data[at + 2]! > data[at]! + 20 ? 'lake' : 'land';
  });
}

const inside = [
  [0, 0],
  [-40, -38],
  [40, -38],
  [-40, 38],
  [40, 38],
] as const;
const outside = [
  [-58, 0],
  [58, 0],
  [0, -64],
  [0, 64],
] as const;
const moved = (places: readonly (readonly [number, number])[], by: number) =>
  places.map(([dx, dy]) => [dx + by, dy] as const);

/** Puts up a style with one vector source and what is in it in blue. */
function serveStyle(path: string, source: object): void {
  const style = {
    version: 8,
    sources: { county: { type: 'vector', ...source } },
    layers: [{ id: 'w', type: 'fill', source: 'county', 'source-layer': 'water', paint: { 'fill-color': '#00f' } }],
  };
  house.portal.serve(path, (_, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(style)),
  );
}

/** Goes to where the lake is, at zoom 14. */
async function goThere(page: Page): Promise<void> {
  await page.evaluate((place) => {
    const map = document.querySelector<HTMLElement & { locate?: unknown }>('fl-service-map')!;
    map.locate = async () => ({ ...place, crs: 'GCJ-02' });
    map.shadowRoot!.querySelector<HTMLElement>('#near-me')!.click();
  }, here);
  await page.waitForFunction(countIn, {}, '.point-far');
}

describe('vector tiles under the map', () => {
  it('draws an archive where it lies in our coordinates, moves with the map, and says by whose approval it is', async () => {
    const page = await arrive();
    await goThere(page);
    await page.waitForFunction(isPictured, { timeout: patience });
    expect(await colours(page, [...inside, ...outside])).toEqual([
      ...inside.map(() => 'lake'),
      ...outside.map(() => 'land'),
    ]);
    const { x, y } = await page.evaluate(() => {
      const map = document.querySelector('fl-service-map')!.shadowRoot!.querySelector('.map')!;
      map.scrollIntoView({ block: 'center' });
      const box = map.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 5 });
    // Held: nothing is drawn anew yet, the plane alone has moved.
    expect(await colours(page, moved(inside, 94))).toEqual(inside.map(() => 'lake'));
    await page.mouse.up();
    expect(await colours(page, moved(inside, 94))).toEqual(inside.map(() => 'lake'));
    expect(await colours(page, moved(outside, 94))).toEqual(outside.map(() => 'land'));
    expect(
      await page.evaluate(
        () => document.querySelector('fl-service-map')!.shadowRoot!.querySelector('.credits')!.textContent,
      ),
    ).toContain('审图号：GS(2026)0001 · 来源：示例地图院');
    expect(asked.filter((one) => one.startsWith('/county.pmtiles'))).not.toEqual([]);
    expect(complaints()).toEqual([]);
  });

  it('fetches nothing of it before the map is seen', async () => {
    const page = await arrive({ viewport: { width: 360, height: 740 } });
    // Whoever would fetch it early has had the time to.
    await page.evaluate(() => new Promise((next) => requestIdleCallback(next, { timeout: 5_000 })));
    expect(asked).toEqual([]);
    await page.evaluate(() =>
      document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLElement>('#show-map')!.click(),
    );
    await page.waitForFunction(isPictured, { timeout: patience });
    expect(asked).toContain('/maplibre-gl.mjs');
  });

  it.each([
    ['forbids every worker', 'worker-src', { 'worker-src': "'none'" }],
    [
      'demands trusted types',
      'require-trusted-types-for',
      { 'require-trusted-types-for': "'script'", 'trusted-types': 'lit-html' },
    ],
  ])('keeps the drawn base on a page that %s, and says why', async (_, directive, policy) => {
    const page = await arrive({ policy: { ...allowing(house.portal, house.origin), ...policy } });
    expect(await reasonIn(page)).toEqual([
      { reason: 'worker', message: expect.stringContaining(`(${directive})`) as unknown },
    ]);
    expect(await page.evaluate(countIn, '.tiles > div')).toBe(0);
    await page.waitForFunction(countIn, {}, '.map-frame > .notice');
    expect(await page.evaluate(countIn, '.marker:not([hidden])')).toBeGreaterThan(0);
  });

  it.each([
    ['the library is not there', 'library="/nothing.mjs" pmtiles="/county.pmtiles"', 'library'],
    ['the library is something else', 'library="/empty-library.mjs" pmtiles="/county.pmtiles"', 'library'],
    ['pmtiles is not with it', 'library="/maplibre-gl.mjs" pmtiles="/county.pmtiles"', 'library'],
    ['the archive is not there', 'library="/map-library.mjs" pmtiles="/nothing.pmtiles"', 'data'],
    ['its server knows no ranges', 'library="/map-library.mjs" pmtiles="/unranged.pmtiles"', 'data'],
    ['the style is not there', 'library="/map-library.mjs" map-style="/nothing.json"', 'data'],
    ['all of its tiles fail', 'library="/map-library.mjs" map-style="/broken.json"', 'data'],
    [
      'the archive of a style is not there',
      `library="/map-library.mjs" pmtiles="/nothing.pmtiles" map-style="/style.json"`,
      'data',
    ],
  ])('keeps the drawn base where %s', async (_, attributes, reason) => {
    serveStyle('/style.json', {});
    serveStyle('/broken.json', { tiles: [`${house.portal.origin}/broken`], maxzoom: 4 });
    house.portal.serve('/broken', (__, response) => void response.writeHead(500).end());
    const page = await arrive({ inside: layer(attributes) });
    const [told, ...more] = await reasonIn(page);
    expect(told).toMatchObject({ reason });
    expect(more).toEqual([]);
    expect(await page.evaluate(countIn, '.tiles > div')).toBe(0);
    expect(await page.evaluate(countIn, '.marker:not([hidden])')).toBeGreaterThan(0);
  });

  it('draws a style of the page over the archive', async () => {
    serveStyle('/own-style.json', {});
    const page = await arrive({
      inside: layer('library="/map-library.mjs" pmtiles="/county.pmtiles" map-style="/own-style.json"'),
    });
    await goThere(page);
    await page.waitForFunction(isPictured, { timeout: patience });
    expect(await colours(page, inside)).toEqual(inside.map(() => 'lake'));
    expect(complaints()).toEqual([]);
  });
});

describe('a browser without WebGL', () => {
  let plain: Environment;
  beforeAll(async () => {
    plain = await startEnvironment('chromium', { args: ['--disable-gpu', '--disable-3d-apis'] });
    await seedPoints(
      plain.service,
      demoPoints()
        .filter(({ federation }) => federation === '990101000000')
        .slice(0, 40),
    );
    await hostLibrary(plain.portal);
  });
  afterAll(() => plain.stop());

  it('keeps the drawn base and does not even fetch the library', async () => {
    asked = [];
    visit = await plain.visit({
      strict: true,
      element: 'service-map',
      also: ['vector-layer'],
      inside: archived,
      policy: allowing(plain.portal, plain.origin),
      viewport: desk,
      prepare: listen,
    });
    const { page } = visit;
    expect(await reasonIn(page)).toMatchObject([{ reason: 'webgl' }]);
    expect(asked).toEqual([]);
    await page.waitForFunction(countIn, {}, '.marker:not([hidden])');
    await page.waitForFunction(countIn, {}, '.map-frame > .notice');
  });
});

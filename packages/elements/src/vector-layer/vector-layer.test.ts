import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { fromGcj02 } from '@fulian/sdk/stores/service-map';
import { Guest, type GuestOptions } from '../service-map/testing/guest.js';
import { FakeLibrary, pretendWebGl, restoreWebGl } from './testing/fake-library.js';
import type { FlVectorLayer } from './vector-layer.js';
import './index.js';

const approved = 'GS(2026)0001';
const here = { lng: 118.467, lat: 27.871 } as const;

let library: FakeLibrary;
let warnings: string[];
const { warn } = console;

beforeEach(() => {
  library = new FakeLibrary();
  warnings = [];
  Object.assign(console, { warn: (...words: unknown[]) => void warnings.push(words.join(' ')) });
  pretendWebGl(true);
});
afterEach(() => {
  Guest.leaveAll();
  restoreWebGl();
  Object.assign(console, { warn });
});

const layer = (crs = 'WGS-84'): TemplateResult =>
  html`<fl-vector-layer
    .library=${library.fetch}
    map-style="/style.json"
    crs=${crs}
    approval-number=${approved}
    source="示例地图院"
  ></fl-vector-layer>`;

const arrive = async (inside: TemplateResult, options: GuestOptions = {}) => {
  const guest = await Guest.arrive({ inside, ...options });
  const told: { reason: string; message: string }[] = [];
  guest.map.addEventListener('fl-layer-failed', (event) =>
    told.push((event as CustomEvent<{ reason: string; message: string }>).detail),
  );
  await guest.there('.marker');
  return { guest, told };
};

const pictured = (guest: Guest) => guest.all('.tiles > div').map(({ style }) => style.opacity);

/** A map that has drawn its first view. */
const arrivePictured = async (crs?: string) => {
  const { guest, told } = await arrive(layer(crs), { locate: async () => ({ ...here, crs: 'GCJ-02' }) });
  await guest.until(() => library.maps.length === 1, 'a map');
  library.map.fire('load');
  return { guest, told };
};

describe('fl-vector-layer', () => {
  const source = '示例地图院';
  for (const [lack, inside, words] of [
    [
      'MapLibre',
      html`<fl-vector-layer
        map-style="/s.json"
        crs="GCJ-02"
        approval-number=${approved}
        source=${source}
      ></fl-vector-layer>`,
      'library',
    ],
    [
      'a style or an archive',
      html`<fl-vector-layer
        library="/l.mjs"
        crs="GCJ-02"
        approval-number=${approved}
        source=${source}
      ></fl-vector-layer>`,
      'pmtiles',
    ],
    [
      'a coordinate system',
      html`<fl-vector-layer
        library="/l.mjs"
        pmtiles="/a.pmtiles"
        approval-number=${approved}
        source=${source}
      ></fl-vector-layer>`,
      'crs',
    ],
    [
      'an approval number',
      html`<fl-vector-layer library="/l.mjs" pmtiles="/a.pmtiles" crs="GCJ-02" source=${source}></fl-vector-layer>`,
      'approval-number',
    ],
    [
      'a source',
      html`<fl-vector-layer
        library="/l.mjs"
        pmtiles="/a.pmtiles"
        crs="GCJ-02"
        approval-number=${approved}
      ></fl-vector-layer>`,
      'source',
    ],
  ] as const)
    it(`draws nothing without ${lack}, and says what is missing`, async () => {
      const { guest } = await arrive(inside);
      await guest.there('.map-pane [role=alert]');
      expect(guest.words('.map-pane [role=alert]'))
        .to.match(/^<fl-vector-layer>: nothing is drawn/)
        .and.to.contain(words);
      expect(pictured(guest)).to.deep.equal([]);
      expect(guest.words('.credits')).to.equal('示意图，不画任何界线。');
    });

  it('shows approval number and source from the beginning, and the drawn base until all of the picture is there', async () => {
    const { guest } = await arrive(layer());
    await guest.until(() => library.maps.length === 1, 'a map');
    expect(guest.words('.credits')).to.equal('审图号：GS(2026)0001 · 来源：示例地图院');
    expect(pictured(guest)).to.deep.equal(['0']);
    library.map.fire('load');
    expect(pictured(guest)).to.deep.equal(['1']);
    expect(guest.find('.tiles > div').getAttribute('aria-hidden')).to.equal('true');
    await expect(guest.map).to.be.accessible();
  });

  for (const [crs, place] of [
    ['WGS-84', fromGcj02({ ...here }, 'WGS-84')],
    ['GCJ-02', here],
  ] as const)
    it(`shows what the map shows, in ${crs}, in the same frame`, async () => {
      const { guest } = await arrivePictured(crs);
      const { options, calls } = library.map;
      expect(options.interactive).to.be.false;
      expect(options.container.getBoundingClientRect().width).to.equal(guest.find('.map').clientWidth + 320);
      await guest.press('#near-me');
      await guest.there('.point-far');
      const [jump, redraw] = calls.slice(-2);
      expect(redraw!.name, 'drawn at once, not in the next frame').to.equal('redraw');
      expect(jump!.place!.center[0]).to.be.closeTo(place.lng, 1e-6);
      expect(jump!.place!.center[1]).to.be.closeTo(place.lat, 1e-6);
      // Its world is 512 px wide at zoom 0.
      expect(jump!.place!.zoom).to.equal(13);
      const { length } = calls;
      guest.find('#zoom-in').click();
      expect(calls[length]!.place!.zoom, 'with the press itself').to.equal(14);
      await guest.press('[part=category]');
      expect(calls.length, 'and nothing where the view is the same').to.equal(length + 2);
    });

  it('follows the size of the map', async () => {
    const { guest } = await arrivePictured();
    const { calls, options } = library.map;
    guest.map.style.setProperty('--fl-map-height', '333px');
    await guest.until(() => calls.some(({ name }) => name === 'resize'), 'another size');
    expect(options.container.getBoundingClientRect().height).to.equal(guest.find('.map').clientHeight + 320);
  });

  it('fetches nothing before the map is seen', async () => {
    // Narrow from the first drawing: a page in the background is told of no other size.
    document.body.style.width = '360px';
    try {
      const guest = await Guest.arrive({ inside: layer(), width: 360 });
      await guest.listed();
      expect(library.fetched).to.equal(0);
      await guest.press('#show-map');
      await guest.until(() => library.maps.length === 1, 'a map');
    } finally {
      document.body.style.width = '';
    }
  });

  it('fetches nothing where there is no WebGL; the drawn base stays and the page is told once', async () => {
    pretendWebGl(false);
    const { guest } = await arrive(layer());
    await guest.there('.map-frame > .notice');
    expect(guest.words('.map-frame > .notice')).to.equal('底图没有打开，地点不受影响。');
    guest.find('#zoom-in').click();
    await guest.map.updateComplete;
    expect(warnings.filter((one) => one.startsWith('<fl-vector-layer>'))).to.have.length(1);
    expect(library.fetched).to.equal(0);
    expect(pictured(guest)).to.deep.equal([]);
  });

  for (const [what, fetch, reason] of [
    ['does not come', () => Promise.reject(new Error('no network')), 'library'],
    ['is something else', async () => ({}) as never, 'library'],
    [
      'cannot make a map',
      async () => ({
        Map: function Broken() {
          throw new Error('no context');
        } as never,
      }),
      'webgl',
    ],
  ] as const)
    it(`keeps the drawn base where the library ${what}, and says so to the page`, async () => {
      const { guest, told } = await arrive(html``);
      const late = document.createElement('fl-vector-layer');
      Object.assign(late, { library: fetch, mapStyle: '/s.json', crs: 'GCJ-02', approvalNumber: approved, source });
      guest.map.append(late);
      await guest.until(() => told.length > 0, 'word of it');
      expect(told.map((one) => one.reason)).to.deep.equal([reason]);
      await guest.there('.map-frame > .notice');
      expect(pictured(guest)).to.deep.equal([]);
      expect(guest.marked).to.equal(64);
    });

  it('takes holes as they are, and a picture of nothing but holes as none', async () => {
    const { guest, told } = await arrive(layer());
    await guest.until(() => library.maps.length === 1, 'a map');
    library.map.fire('error', { error: new Error('500'), sourceId: 'a', tile: { state: 'errored' } });
    expect(library.map.calls.map(({ name }) => name)).to.deep.equal(['triggerRepaint']);
    library.map.fire('data', { tile: { state: 'loaded' } });
    library.map.fire('load');
    expect(pictured(guest)).to.deep.equal(['1']);
    guest.map.querySelector<FlVectorLayer>('fl-vector-layer')!.mapStyle = '/other.json';
    await guest.until(() => library.maps.length === 2, 'another map');
    library.map.fire('error', { error: new Error('500'), sourceId: 'a', tile: { state: 'errored' } });
    library.map.fire('load');
    expect(told).to.deep.equal([{ reason: 'data', message: '500' }]);
    expect(library.maps.map(({ removed }) => removed)).to.deep.equal([true, true]);
  });

  it('gives way to the drawn base while the graphics card is gone', async () => {
    const { guest } = await arrivePictured();
    library.map.fire('webglcontextlost');
    expect(pictured(guest)).to.deep.equal(['0']);
    library.map.fire('webglcontextrestored');
    expect(pictured(guest)).to.deep.equal(['1']);
  });

  it('draws an archive in quiet colours and leaves out its boundaries and names', async () => {
    const { guest } = await arrive(
      html`<fl-vector-layer
        .library=${library.fetch}
        pmtiles="/county.pmtiles"
        crs="WGS-84"
        approval-number=${approved}
        source=${source}
      ></fl-vector-layer>`,
    );
    await guest.until(() => library.maps.length === 1, 'a map');
    expect(library.protocols).to.deep.equal(['pmtiles', 'archive']);
    const style = library.map.options.style as { sources: object; layers: { id: string; type: string }[] };
    expect(style.sources).to.deep.equal({
      archive: { type: 'vector', url: `pmtiles://${location.origin}/county.pmtiles` },
    });
    expect(style.layers.map(({ id, type }) => [id, type])).to.deep.equal([
      ['water areas', 'fill'],
      ['water lines', 'line'],
    ]);
  });

  it('ends with the map: taken out, hidden by a quick exit, or changed; the language alone changes nothing', async () => {
    const { guest } = await arrivePictured();
    const element = guest.map.querySelector<FlVectorLayer>('fl-vector-layer')!;
    element.locale = 'en';
    await element.updateComplete;
    expect(library.maps.length).to.equal(1);
    const home = guest.map.parentElement!;
    for (let cycle = 0; cycle < 20; cycle += 1) {
      guest.map.remove();
      home.append(guest.map);
      await guest.map.updateComplete;
    }
    await guest.until(() => library.maps.filter(({ removed }) => !removed).length === 1, 'one map');
    element.remove();
    await guest.until(() => library.maps.every(({ removed }) => removed), 'none');
    expect(pictured(guest)).to.deep.equal([]);
    guest.map.append(element);
    await guest.until(() => library.maps.some(({ removed }) => !removed), 'one again');
    window.dispatchEvent(new CustomEvent('fl-exited'));
    await guest.until(() => library.maps.every(({ removed }) => removed), 'none after she has left');
  });

  it('makes no map for somebody who has gone while the library was on its way', async () => {
    let arrived = () => undefined as void;
    const way = new Promise<void>((resolve) => (arrived = resolve));
    const { fetch } = library;
    Object.assign(library, { fetch: () => way.then(fetch) });
    const { guest } = await arrive(layer());
    await guest.until(() => guest.has('.tiles > div'), 'the beginning');
    guest.map.remove();
    arrived();
    await guest.until(() => library.fetched === 1, 'the library');
    await new Promise((turn) => setTimeout(turn));
    expect(library.maps).to.deep.equal([]);
  });
});

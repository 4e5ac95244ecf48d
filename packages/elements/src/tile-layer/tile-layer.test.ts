import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { Guest } from '../service-map/testing/guest.js';
import type { FlTileLayer } from './tile-layer.js';

afterEach(() => Guest.leaveAll());

const approved = 'GS(2026)0001';

/** Addresses of our own server that no picture is at, and one that is. */
const missing = '/no-such-tiles/{z}/{x}/{y}.png';
const picture = '/packages/server/portal/emblem.svg?{z}/{x}/{y}';

const withLayer = async (inside: TemplateResult) => {
  const guest = await Guest.arrive({ inside });
  await guest.there('.marker');
  return guest;
};

describe('fl-tile-layer', () => {
  for (const [lack, inside, words] of [
    ['an approval number', html`<fl-tile-layer preset="tianditu" key="k"></fl-tile-layer>`, 'approval-number'],
    [
      'an approval number that says something',
      html`<fl-tile-layer preset="tianditu" key="k" approval-number=" "></fl-tile-layer>`,
      'approval-number',
    ],
    [
      'a source',
      html`<fl-tile-layer url=${picture} crs="GCJ-02" approval-number=${approved}></fl-tile-layer>`,
      'source',
    ],
    [
      'a coordinate system',
      html`<fl-tile-layer url=${picture} approval-number=${approved} source="示例"></fl-tile-layer>`,
      'crs',
    ],
    ['a key', html`<fl-tile-layer preset="tianditu" approval-number=${approved}></fl-tile-layer>`, 'key'],
    ['an address', html`<fl-tile-layer crs="GCJ-02" approval-number=${approved} source="示例"></fl-tile-layer>`, 'url'],
    ['a preset that we know', html`<fl-tile-layer preset="amap" key="k"></fl-tile-layer>`, 'no preset "amap"'],
  ] as const)
    it(`draws nothing without ${lack}, and says what is missing`, async () => {
      const guest = await withLayer(inside);
      await guest.there('.map-pane [role=alert]');
      expect(guest.words('.map-pane [role=alert]'))
        .to.match(/^<fl-tile-layer>: nothing is drawn/)
        .and.to.contain(words);
      expect(guest.all('.tile')).to.have.length(0);
      expect(guest.words('.credits')).to.equal('示意图，不画任何界线。');
    });

  it('always shows approval number and source, and lays its pictures under the places', async () => {
    const guest = await withLayer(
      html`<fl-tile-layer url=${picture} crs="WGS-84" approval-number=${approved} source="示例地图院"></fl-tile-layer>`,
    );
    await guest.until(() => guest.all('.tile.come').length > 0, 'pictures');
    expect(guest.words('.credits')).to.equal('审图号：GS(2026)0001 · 来源：示例地图院');
    for (const tile of guest.all<HTMLImageElement>('.tile')) {
      expect(tile.referrerPolicy).to.equal('strict-origin');
      expect(tile.alt).to.equal('');
    }
  });

  it('keeps the plain base and all places where its pictures do not come, and says so', async () => {
    const guest = await withLayer(
      html`<fl-tile-layer url=${missing} crs="GCJ-02" approval-number=${approved} source="示例地图院"></fl-tile-layer>`,
    );
    await guest.there('.map-frame > .notice');
    expect(guest.words('.map-frame > .notice')).to.equal('底图没有打开，地点不受影响。');
    expect(guest.marked).to.equal(64);
    expect(guest.all('.tile.come')).to.have.length(0);
  });

  it('asks Tianditu by the site’s own key, in its own coordinate system', async () => {
    const layer = await Guest.render<FlTileLayer>(
      html`<fl-tile-layer preset="tianditu" key="a b" approval-number=${approved}></fl-tile-layer>`,
    );
    const { state } = layer;
    if (state.fault !== undefined) throw new Error(state.fault);
    expect(state.crs).to.equal('WGS-84');
    expect(state.subdomains).to.have.length(8);
    expect(state.templates).to.deep.equal([
      'https://t{s}.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=a%20b',
      'https://t{s}.tianditu.gov.cn/cva_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=cva&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=a%20b',
    ]);
  });

  it('is followed when the page changes it, puts one in, or takes it out', async () => {
    const guest = await Guest.arrive();
    await guest.there('.marker');
    const layer = document.createElement('fl-tile-layer');
    layer.url = picture;
    layer.crs = 'GCJ-02';
    layer.source = '示例地图院';
    guest.map.append(layer);
    await guest.there('.map-pane [role=alert]');
    layer.approvalNumber = approved;
    await guest.until(() => guest.all('.tile').length > 0, 'pictures');
    expect(guest.has('.map-pane [role=alert]')).to.be.false;
    layer.remove();
    await guest.until(() => guest.all('.tile').length === 0, 'no pictures');
    expect(guest.words('.credits')).to.equal('示意图，不画任何界线。');
  });
});

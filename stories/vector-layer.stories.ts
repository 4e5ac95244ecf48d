import '@fulian/elements/vector-layer';
import { html } from 'lit';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Meta } from '@storybook/web-components-vite';
import type { FlVectorLayer } from '@fulian/elements/vector-layer';
import { county } from './vector-layer.county.js';
import { mapStory, serviceMapMeta, type ServiceMapArgs } from './service-map.stage.js';
import type { MapWalk } from './service-map.walk.js';

const meta: Meta<ServiceMapArgs> = {
  ...serviceMapMeta,
  title: 'Elements/Vector layer',
  component: 'fl-vector-layer',
};

export default meta;

/** How a site with a bundler gives its MapLibre. */
const library = async () => {
  const maplibre = await import('maplibre-gl');
  maplibre.setWorkerUrl(worker);
  return maplibre;
};

const layer = (fetch: FlVectorLayer['library']) =>
  html`<fl-vector-layer
    .library=${fetch}
    .mapStyle=${county}
    crs="GCJ-02"
    approval-number="GS(2026)0000"
    source="示例地图院"
  ></fl-vector-layer>`;

const labels = [
  { name: '柳桥镇', lng: 118.467, lat: 27.871 },
  { name: '东湖街道', lng: 118.412, lat: 27.905 },
  { name: '桃源镇', lng: 118.352, lat: 27.842 },
];

const shown = async (walk: MapWalk) => {
  await walk.there('[part~=point]');
  await walk.tap('.switch button:last-child');
  await walk.there('.marker');
  // The picture where there is WebGL, else what is said where there is none.
  await walk.there('.tiles > div[style*="opacity: 1"], .map-frame > .notice');
};

/** The site's own vector map under the places. */
export const Complete = mapStory({ inside: layer(library), page: { labels }, last: shown });

/** The library did not come: the drawn base stays, and the page gets `fl-layer-failed`. */
export const LibraryFails = mapStory({
  inside: layer(() => Promise.reject(new Error('not there'))),
  page: { labels },
  last: shown,
});

/** Without its approval number it draws nothing and says so. */
export const WithoutApproval = mapStory({
  inside: html`<fl-vector-layer .library=${library} .mapStyle=${county} crs="GCJ-02"></fl-vector-layer>`,
  last: async (walk) => {
    await walk.there('[part~=point]');
    await walk.tap('.switch button:last-child');
    await walk.there('.map-pane [role=alert]');
  },
});

/** Under dark colours; the style is the site's. */
export const Dark = mapStory({
  inside: layer(library),
  page: { labels },
  globals: { appearance: 'dark' },
  last: shown,
});

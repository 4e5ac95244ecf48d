import { html } from 'lit';
import type { Meta } from '@storybook/web-components-vite';
import {
  locateInCounty,
  mapStory,
  serviceMapMeta,
  withPhotos,
  type MapWay,
  type ServiceMapArgs,
} from './service-map.stage.js';
import type { MapWalk } from './service-map.walk.js';

const meta: Meta<ServiceMapArgs> = { ...serviceMapMeta, title: 'Elements/Service map' };

export default meta;

const loaded = async (walk: MapWalk) => {
  await walk.there('[part~=point]');
};

/** List and map as they appear; on a phone the map is behind a button. */
export const Complete = mapStory({ last: loaded });

/** On a phone, after 'Map' was pressed. */
export const MapOnAPhone = mapStory({
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('.switch button:last-child');
    await walk.there('.marker');
  },
});

/** The service has not answered yet. */
export const Pending = mapStory({ service: (server) => void server.hold('getServicePointTable') });

/** The service is down. A number to call is there. */
export const ErrorServiceDown = mapStory({
  service: (server) => void server.fail('getServicePointTable', 'unavailable', Infinity),
  last: async (walk) => void (await walk.there('[part~=error]')),
});

/** No network. */
export const Offline = mapStory({
  service: (server) => void server.fail('getServicePointTable', 'drop-request', Infinity),
  last: async (walk) => void (await walk.there('[part~=error]')),
});

/** A federation that has not listed any place. */
export const Empty = mapStory({
  service: ({ state }) => void (state.servicePoints = []),
  last: async (walk) => void (await walk.there('[part~=empty]')),
});

/** Filters that nothing fits. */
export const NoMatch = mapStory({
  last: async (walk) => {
    await loaded(walk);
    await walk.write('#text', '火星');
    await walk.there('[part~=empty]');
  },
});

/** One category, and facilities. */
export const Filtered = mapStory({
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('[part~=category]');
    await walk.tap('[part~=facilities-toggle]');
    await walk.tap('#facilities label');
  },
});

const near: MapWay = {
  page: { locate: locateInCounty },
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('#near-me');
    await walk.there('.point-far');
  },
};

/** The nearest first. */
export const NearMe = mapStory(near);

/** She did not allow it, or the browser cannot: her township will do. */
export const PositionRefused = mapStory({
  page: { locate: () => Promise.reject(new Error('refused')) },
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('#near-me');
    await walk.there('#township');
  },
});

const opened = async (walk: MapWalk) => {
  await loaded(walk);
  await walk.tap('[part~=category]');
  await walk.tap('[part~=point]');
  await walk.there('#report');
};

/** One place with all that is known of it. */
export const Detail = mapStory({ ...near, last: opened });

const pictured: MapWay = {
  ...withPhotos,
  last: async (walk) => {
    await opened(walk);
    await walk.there('.photos img');
  },
};
const enlarged = async (walk: MapWalk) => {
  await opened(walk);
  await walk.tap('#photo-1');
  await walk.there('.viewer img');
};

/** Photos of the place, in a row that scrolls. */
export const Photos = mapStory(pictured);

/** One of them large, over the page; the quick exit stays in reach. */
export const PhotoLarge = mapStory({ ...withPhotos, last: enlarged });

/** Elder mode: photos. */
export const ElderPhotos = mapStory({ ...pictured, globals: { elder: 'on' } });

/** Dark colours: photos. */
export const DarkPhotos = mapStory({ ...pictured, globals: { appearance: 'dark' } });

/** Dark colours: one photo large. */
export const DarkPhotoLarge = mapStory({ ...withPhotos, globals: { appearance: 'dark' }, last: enlarged });

/** From right to left: one photo large. */
export const RightToLeftPhotoLarge = mapStory({ ...withPhotos, globals: { locale: 'x-rtl' }, last: enlarged });

/** Inside WeChat: its own map comes first. */
export const DetailInWeChat = mapStory({ page: { openLocation: () => undefined }, last: opened });

/** A shelter: a telephone number and a wide area, and nothing more. */
export const DetailOfAShelter = mapStory({
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('[data-category=shelter]');
    await walk.tap('[part~=point]');
    await walk.there('[part~=confidential]');
  },
});

/** The rest of what is known did not come. */
export const DetailFails = mapStory({
  service: (server) => void server.fail('getServicePoint', 'unavailable', Infinity),
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('[part~=point]');
    await walk.there('.detail [role=alert]');
  },
});

/** Something is wrong there. */
export const Report = mapStory({
  last: async (walk) => {
    await opened(walk);
    await walk.tap('#report');
    await walk.there('#note');
  },
});

/** How good it is. */
export const Rate = mapStory({
  last: async (walk) => {
    await opened(walk);
    await walk.tap('#rate');
    await walk.tap('.feedback-choices label:last-child');
  },
});

/** Sent without a choice. */
export const ReportWithoutAChoice = mapStory({
  last: async (walk) => {
    await opened(walk);
    await walk.tap('#report');
    await walk.tap('[part~=send]');
    await walk.there('#feedback-fault');
  },
});

const send = async (walk: MapWalk) => {
  await opened(walk);
  await walk.tap('#report');
  await walk.tap('.feedback-choices label');
  await walk.tap('[part~=send]');
};

/** It has arrived. */
export const Sent = mapStory({
  last: async (walk) => {
    await send(walk);
    await walk.there('#feedback-said');
  },
});

/** It was not sent, and what she wrote is kept. */
export const NotSent = mapStory({
  service: (server) => void server.fail('sendServicePointFeedback', 'unavailable', Infinity),
  last: async (walk) => {
    await send(walk);
    await walk.there('.feedback .fault');
  },
});

/** With names that the page gives. */
export const WithLabels = mapStory({
  page: {
    labels: [
      { name: '柳桥镇', lng: 118.467, lat: 27.871 },
      { name: '东湖街道', lng: 118.412, lat: 27.905 },
      { name: '桃源镇', lng: 118.352, lat: 27.842 },
    ],
  },
  last: loaded,
});

/** A map server that the page chose and that does not answer: the plain base stays. */
export const TilesFail = mapStory({
  inside: html`<fl-tile-layer
    url="./no-such-tiles/{z}/{x}/{y}.png"
    crs="WGS-84"
    approval-number="GS(2026)0000"
    source="示例地图院"
  ></fl-tile-layer>`,
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('.switch button:last-child');
  },
});

/** A layer without its approval number draws nothing and says so. */
export const TilesWithoutApproval = mapStory({
  inside: html`<fl-tile-layer preset="tianditu" key="0123456789abcdef"></fl-tile-layer>`,
  last: async (walk) => {
    await loaded(walk);
    await walk.tap('.switch button:last-child');
  },
});

/** Outside an `<fl-client>` and without a client: whoever builds the page reads how to mend it. */
export const NotConnected = { ...mapStory({}), args: { federation: '' } };

/** Elder mode: larger type and targets. */
export const Elder = mapStory({ globals: { elder: 'on' }, last: loaded });

/** Elder mode: one place. */
export const ElderDetail = mapStory({ globals: { elder: 'on' }, last: opened });

/** In English. */
export const English = mapStory({ globals: { locale: 'en' }, last: loaded });

/** In English: one place. */
export const EnglishDetail = mapStory({ globals: { locale: 'en' }, last: opened });

/** From right to left, in a pseudo-language. */
export const RightToLeft = mapStory({ globals: { locale: 'x-rtl' }, last: loaded });

/** From right to left: one place. */
export const RightToLeftDetail = mapStory({ globals: { locale: 'x-rtl' }, last: opened });

/** High contrast. */
export const HighContrast = mapStory({ globals: { appearance: 'contrast' }, last: loaded });

/** Dark colours. */
export const Dark = mapStory({ globals: { appearance: 'dark' }, last: loaded });

/** Dark colours: one place. */
export const DarkDetail = mapStory({ globals: { appearance: 'dark' }, last: opened });

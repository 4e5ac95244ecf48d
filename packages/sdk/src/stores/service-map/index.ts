/** The headless state of the service-point map. */
export { createServiceMapStore, type ServiceMapStoreOptions } from './store.js';
export {
  geoLink,
  handoverLinks,
  handoversInGcj02,
  type Handover,
  type HandoverOptions,
  type HandoverPlace,
  type HandoverTarget,
  type TravelMode,
  type WechatLocation,
} from './handover.js';
export {
  categories,
  facilities,
  fromGcj02,
  distance,
  lngOf,
  latOf,
  metresPerPixel,
  viewBounds,
  worldX,
  worldY,
} from '@fulian/contract/rules/map';
export type * from './types.js';

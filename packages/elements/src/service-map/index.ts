import { define } from '../base/define.js';
import { FlServiceMap } from './service-map.js';

export { FlServiceMap };
export type { MapLabel } from './service-map.pane.js';
export type { Locate } from './service-map.session.js';
export type { OpenLocation } from './service-map.view.js';

define('fl-service-map', FlServiceMap);

declare global {
  interface HTMLElementTagNameMap {
    'fl-service-map': FlServiceMap;
  }
}

import { define } from '../base/define.js';
import { FlTileLayer } from './tile-layer.js';

export { FlTileLayer };
export type { LayerState as TileLayerState } from '../service-map/service-map.layer.js';

define('fl-tile-layer', FlTileLayer);

declare global {
  interface HTMLElementTagNameMap {
    'fl-tile-layer': FlTileLayer;
  }
}

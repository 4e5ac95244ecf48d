import { define } from '../base/define.js';
import { FlVectorLayer } from './vector-layer.js';

export { FlVectorLayer };
export type { VectorFailure, VectorLibrary } from './vector-layer.library.js';

define('fl-vector-layer', FlVectorLayer);

declare global {
  interface HTMLElementTagNameMap {
    'fl-vector-layer': FlVectorLayer;
  }
}

import { define } from '../base/define.js';
import { FlClient } from './client.js';

export { FlClient };
export type { Client, Provider, ProviderState } from '../base/provider.js';

define('fl-client', FlClient);

declare global {
  interface HTMLElementTagNameMap {
    'fl-client': FlClient;
  }
}

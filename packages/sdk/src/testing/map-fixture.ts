import { createClient } from '../client.js';
import { createServiceMapStore } from '../stores/service-map/index.js';
import { createTestServer } from './server.js';

declare const setTimeout: (run: () => void, milliseconds: number) => unknown;

/** The county of the contract's examples. */
export const federation = '990101000000';
/** A Friday, 10:00 in China, and no holiday. */
export const friday = Date.parse('2026-11-20T02:00:00Z');

/** A map's store over a test server, and a clock that a test may set. A call is tried once. */
export function newMap() {
  const time = { now: friday };
  const server = createTestServer({ now: () => time.now });
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const store = createServiceMapStore({ client, federation, clock: () => time.now });
  const asked = (operation: string) => server.requests.filter((request) => request.operation === operation);
  return { server, client, store, time, asked };
}

/** The same with its points and names here, and a view of them. */
export async function loadedMap() {
  const parts = newMap();
  await parts.store.load();
  parts.store.setViewport({ width: 800, height: 600 });
  await settle();
  return parts;
}

/** Lets everything go on that is not waiting for a clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => void setTimeout(resolve, 0));
}

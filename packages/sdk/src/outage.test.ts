import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from './index.js';
import { VirtualTime } from './testing/virtual-time.js';

const minute = 60_000;
const outage = { from: minute, to: 11 * minute };
let time: VirtualTime;

beforeEach(() => {
  time = new VirtualTime(100);
});
afterEach(() => time.stop());

/** Clients that call every `pause` ms through the outage; gives calls and requests in that time, and successes after it. */
async function storm(clients: number, pause: number, fault: () => unknown) {
  const counts = { calls: 0, requests: 0, answeredAfter: 0 };
  const isOut = () => time.now >= outage.from && time.now < outage.to;
  const headers = { get: () => null };
  const good = {
    status: 200,
    headers,
    json: async () => ({ status: 'ok' }),
    arrayBuffer: async () => new ArrayBuffer(0),
  };
  const fetch = async () => {
    if (!isOut()) return good;
    counts.requests += 1;
    return fault() as typeof good;
  };
  const live = async (offset: number) => {
    const client = createClient({ baseUrl: '', fetch, check: false });
    await waited(offset);
    while (time.now < outage.to + 2 * minute) {
      if (isOut()) counts.calls += 1;
      await client.getHealth().then(
        () => time.now > outage.to && (counts.answeredAfter += 1),
        () => undefined,
      );
      await waited(pause);
    }
  };
  for (let made = 0; made < clients; made += 1) void live((made / clients) * pause);
  await time.run();
  return counts;
}

function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

const unavailable = {
  status: 503,
  headers: { get: (name: string) => (name === 'Retry-After' ? '5' : null) },
  json: async () => ({ code: 'unavailable', status: 503 }),
};
const broken = () => {
  throw new TypeError('Failed to fetch');
};

test.each([
  ['the network is gone', broken],
  ['the service answers 503', () => unavailable],
])(
  '200 clients do not amplify an outage of 10 minutes: at most 1.1 requests a call where %s',
  async (_, fault) => {
    const counts = await storm(200, 20_000, fault);
    expect(counts.calls).toBeGreaterThan(4000);
    expect(counts.requests / counts.calls).toBeGreaterThan(1.02);
    expect(counts.requests / counts.calls).toBeLessThanOrEqual(1.1);
    expect(counts.answeredAfter).toBeGreaterThan(800);
  },
  60_000,
);

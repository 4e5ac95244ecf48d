import { createClient, type Client, type ClientOptions } from '@fulian/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualTime } from '../../packages/sdk/src/testing/virtual-time.js';
import { seeded, tellFigures } from './scale.js';

const clients = 1_000;
const outage = { from: 60_000, to: 660_000 };
const end = 720_000;
const unavailable: Awaited<ReturnType<NonNullable<ClientOptions['fetch']>>> = {
  status: 503,
  headers: { get: (name: string) => (name === 'Retry-After' ? '5' : null) },
  json: () => Promise.resolve({ type: '/v1/problems/unavailable', title: '', status: 503, code: 'unavailable' }),
  arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
};
const fine: typeof unavailable = { ...unavailable, status: 200, json: () => Promise.resolve({ status: 'ready' }) };

describe('a retry storm', () => {
  let time: VirtualTime;
  beforeEach(() => {
    time = new VirtualTime(10);
  });
  afterEach(() => time.stop());

  /** Everybody calls twice a minute, at times of their own, before, during and after the outage. */
  async function simulate(make: (fetch: () => Promise<typeof fine>) => Client) {
    const random = seeded(20_261_121);
    const count = { calls: 0, requests: 0, served: 0 };
    const down = () => time.now >= outage.from && time.now < outage.to;
    const fetch = () => {
      if (down()) count.requests += 1;
      return Promise.resolve(down() ? unavailable : fine);
    };
    for (let one = 0; one < clients; one += 1) {
      const client = make(fetch);
      const call = () => {
        if (down()) count.calls += 1;
        client.getReadiness().then(
          () => (count.served += 1),
          () => undefined,
        );
      };
      for (let at = random() * 30_000; at < end; at += 30_000) setTimeout(call, at);
    }
    await time.run();
    return count;
  }

  it('sends at most 1.1 requests a call through ten minutes of outage', async () => {
    const count = await simulate((fetch) => createClient({ baseUrl: '', fetch, check: false }));
    const amplification = count.requests / count.calls;
    tellFigures('retry-storm', { calls: count.calls, requests: count.requests, amplification, goal: '<= 1.1' });
    expect(count.calls).toBe(clients * 20);
    expect(amplification).toBeLessThanOrEqual(1.1);
    expect(count.served).toBeGreaterThan(clients * 3);
  });

  it('would be a storm without the budget, so that this proof can fail', async () => {
    const retry = { budget: Infinity };
    const count = await simulate((fetch) => createClient({ baseUrl: '', fetch, check: false, retry }));
    expect(count.requests / count.calls).toBeGreaterThan(2);
  });
});

/**
 * Many people look at their desks at once: every one of them is told within a second, whoever acts. Long version with 1,000 streams:
 * `npm run soak -- streams`.
 */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTestService,
  newToken,
  submissionOf,
  type TestService,
} from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { readEvents, type EventReader } from '../../packages/server/src/testing/event-reader.js';
import { scale, tellFigures } from './scale.js';

const county = '990101000000';
const streams = scale(50, 1_000);
const changes = scale(20, 200);
/** Of one person; the service lets her have eight. */
const ofOne = 5;

let service: TestService;
const readers: EventReader[] = [];
beforeAll(async () => {
  service = await createTestService({ config: { logLevel: 'silent' } });
  await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const reader of readers) reader.close();
  await service.close();
});

const submit = async () => {
  const answer = await service.call('submitHelpRequest', {
    path: { code: county },
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous'),
  });
  expect(answer.statusCode, answer.body).toBe(201);
};

describe('open streams', () => {
  it(`are all told of every change within a second, ${streams} of them on one process`, async () => {
    const { port } = service.app.server.address() as AddressInfo;
    const before = process.memoryUsage().rss;
    for (let from = 0; from < streams; from += ofOne) {
      const { headers } = await signedIn(service, 'worker', county);
      const opened = Array.from({ length: ofOne }, () =>
        readEvents(port, `/v1/federations/${county}/case-stream`, headers),
      );
      readers.push(...(await Promise.all(opened)));
    }
    expect(new Set(readers.map((one) => one.status))).toEqual(new Set([200]));
    const held = process.memoryUsage().rss - before;
    const delays: number[] = [];
    for (let change = 1; change <= changes; change += 1) {
      await submit();
      // From the answer on: what is told cannot be told before.
      const stored = performance.now();
      for (const events of await Promise.all(readers.map((one) => one.has(change))))
        delays.push(Math.max(0, events[change - 1]!.at - stored));
    }
    for (const { events } of readers) {
      expect(events).toHaveLength(changes);
      expect(new Set(events.map((one) => one.data['id'])).size).toBe(changes);
    }
    delays.sort((a, b) => a - b);
    const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]!;
    tellFigures('streams', {
      streams,
      changes,
      'p50 ms': at(0.5).toFixed(1),
      'p99 ms': at(0.99).toFixed(1),
      'slowest ms': at(1).toFixed(1),
      'kB a stream, both ends': Math.round(held / 1_024 / streams),
      goal: 'p99 < 1 s',
    });
    expect(at(0.99)).toBeLessThan(1_000);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { impatientClient, sendUntilStored, type Outcome } from './requester.js';
import { progressOf, scale, seeded, soaking, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const kills = scale(10, 100);
const readyGoal = 5_000;

describe('a killed process', () => {
  let service: FaultyService;
  afterEach(() => service.remove());

  it('S10 loses no acknowledged request and stores none twice, whoever is killed, and is ready again by itself', async () => {
    service = await FaultyService.start();
    const random = seeded(kills);
    const client = impatientClient(service.url);
    const before = await requestsStored(service);
    const stored: Outcome[] = [];
    let going = true;
    let abandoned = 0;
    // The killing ends first; then everybody finishes what she has begun, so that nothing is in doubt.
    const requesters = [1, 2, 3, 4].map(async (one) => {
      const own = seeded(one);
      while (going) {
        const outcome = await sendUntilStored(client, own, () => true);
        if (outcome) stored.push(outcome);
        else abandoned += 1;
      }
    });

    const progress = progressOf('kills', kills);
    let slowest = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 700));
      const killed = performance.now();
      if (kill % 2 === 0) {
        await service.kill();
        await service.start();
      } else {
        service.killDatabase();
      }
      await service.untilReady();
      slowest = Math.max(slowest, performance.now() - killed);
      progress(kill + 1);
    }
    going = false;
    await Promise.all(requesters);

    let missing = 0;
    for (const { number, secret, files } of stored) {
      const own = await client.readOwnHelpRequest({ receipt: { number, secret } }).catch(() => undefined);
      if (own?.attachments.length !== files) missing += 1;
    }
    const rows = (await requestsStored(service)) - before;
    tellFigures('kills', {
      kills,
      acknowledged: stored.length,
      'with files': stored.filter((one) => one.files > 0).length,
      missing,
      'in the database': rows,
      'slowest ready, ms': Math.round(slowest),
      'goal, ms': readyGoal,
    });
    expect(abandoned).toBe(0);
    expect(stored.length).toBeGreaterThan(kills);
    expect(missing).toBe(0);
    expect(new Set(stored.map((one) => one.number)).size).toBe(stored.length);
    expect(rows).toBe(stored.length);
    // The short run shares the machine with other tests, so it tells the time and the long one holds it to the goal.
    if (soaking) expect(slowest).toBeLessThan(readyGoal);
  });
});

async function requestsStored(service: FaultyService): Promise<number> {
  const [row] = await service.query<{ count: number }>('select count(*)::int as count from help_requests');
  return row!.count;
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../packages/server/src/testing/database.js';
import { openGate, type DatabaseGate, type GateState } from './database-gate.js';
import { county, randomText, submission } from './requester.js';
import { scale, seeded, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const outageMs = scale(3_000, 30_000);
const letters = 'abcdefghijklmnopqrstuvwxyz';

describe('a database that is away', () => {
  let database: TestDatabase;
  let gate: DatabaseGate;
  let service: FaultyService;
  beforeEach(async () => {
    database = await createTestDatabase();
    gate = await openGate(database.url);
    service = await FaultyService.start({ DATABASE_URL: gate.url, DEMO: 'on' });
  });
  afterEach(async () => {
    gate.set('open');
    await service.remove();
    await gate.close();
    await database.drop();
  });

  const random = seeded(3);
  const submit = async () => {
    const response = await fetch(`${service.url}/v1/federations/${county}/help-requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomText(random, 22, letters) },
      body: JSON.stringify(submission(random)),
    });
    const { code } = (await response.json()) as { code?: string };
    return { status: response.status, code, retryAfter: response.headers.get('Retry-After') };
  };

  it.each<GateState>(['closed', 'silent'])(
    'is answered with 503 and Retry-After while its port is %s, and used again by itself',
    async (state) => {
      expect((await submit()).status).toBe(201);
      gate.set(state);
      const end = performance.now() + outageMs;
      const answers: Awaited<ReturnType<typeof submit>>[] = [];
      let slowest = 0;
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (performance.now() < end) {
            const began = performance.now();
            answers.push(await submit());
            slowest = Math.max(slowest, performance.now() - began);
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }),
      );
      expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
      gate.set('open');
      const ready = await service.untilReady();
      const kinds = new Set(answers.map(({ status, code }) => `${status} ${code}`));
      tellFigures(`outage-${state}`, {
        'outage, ms': outageMs,
        answers: answers.length,
        'slowest answer, ms': Math.round(slowest),
        'ready again, ms': Math.round(ready),
      });
      expect([...kinds]).toEqual(['503 unavailable']);
      expect(answers.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
      expect((await submit()).status).toBe(201);
    },
  );
});

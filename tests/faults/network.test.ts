import { afterEach, describe, expect, it } from 'vitest';
import { startChaosProxy, type ChaosProxy } from './chaos-proxy.js';
import { county, impatientClient, randomText, sendUntilStored, submission, type Outcome } from './requester.js';
import { progressOf, scale, seeded, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const submits = scale(300, 10_000);
const pairs = scale(100, 1_000);

describe('a bad network', () => {
  let service: FaultyService;
  let proxy: ChaosProxy | undefined;
  afterEach(async () => {
    await proxy?.close();
    proxy = undefined;
    await service.remove();
  });

  const count = async () =>
    (await service.query<{ count: number }>('select count(*)::int as count from help_requests'))[0]!.count;

  it('S10 loses no request and doubles none, while requests and answers are dropped, doubled, delayed and cut', async () => {
    service = await FaultyService.start();
    const shares = { 'drop-request': 0.08, 'drop-response': 0.12, duplicate: 0.1, delay: 0.2, reset: 0.08 };
    proxy = await startChaosProxy(service.url, shares, seeded(1));
    const client = impatientClient(proxy.url);
    const direct = impatientClient(service.url);
    const before = await count();
    const stored: Outcome[] = [];
    const progress = progressOf('network', submits);
    let begun = 0;
    await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (one) => {
        const random = seeded(one);
        while (begun < submits) {
          begun += 1;
          stored.push((await sendUntilStored(client, random, () => true))!);
          progress(stored.length);
        }
      }),
    );
    let missing = 0;
    for (const { number, secret, files } of stored) {
      const own = await direct.readOwnHelpRequest({ receipt: { number, secret } }).catch(() => undefined);
      if (own?.attachments.length !== files) missing += 1;
    }
    const rows = (await count()) - before;
    tellFigures('network', { submits, ...proxy.done, lost: missing, doubled: rows - stored.length });
    expect(stored).toHaveLength(submits);
    expect(missing).toBe(0);
    expect(rows).toBe(submits);
    expect(new Set(stored.map((one) => one.number)).size).toBe(submits);
    for (const kind of ['drop-request', 'drop-response', 'duplicate', 'delay', 'reset'] as const)
      expect(proxy.done[kind], kind).toBeGreaterThan(0);
  });

  it('S10 keeps the rules of the idempotency key under pairs that arrive at the same moment', async () => {
    service = await FaultyService.start();
    const random = seeded(7);
    const before = await count();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const seen: Record<string, number> = {};
    const send = async (body: unknown, key?: string) => {
      const response = await fetch(`${service.url}/v1/federations/${county}/help-requests`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(key !== undefined && { 'Idempotency-Key': key }) },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { code?: string; number?: string };
      const kind =
        response.status === 201
          ? response.headers.get('Idempotent-Replayed') === 'true'
            ? 'replayed'
            : 'stored'
          : `${response.status} ${answer.code}`;
      seen[kind] = (seen[kind] ?? 0) + 1;
      return { kind, number: answer.number, retryAfter: response.headers.get('Retry-After') };
    };

    const one = async () => {
      const key = randomText(random, 22, letters);
      const body = submission(random);
      const other = submission(random);
      const [first, second] = await Promise.all([send(body, key), send(body, key)]);
      const kinds = [first.kind, second.kind].sort((a, b) => a.localeCompare(b));
      // Exactly one stores; its twin hears that it runs, or the same receipt.
      expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
      for (const twin of [first, second].filter((answer) => answer.kind !== 'stored')) {
        expect(['replayed', '409 idempotency-key-running']).toContain(twin.kind);
        if (twin.kind === '409 idempotency-key-running') expect(Number(twin.retryAfter)).toBeGreaterThanOrEqual(0);
      }
      const again = await send(body, key);
      expect(again.kind).toBe('replayed');
      expect([first, second].map((answer) => answer.number)).toContain(again.number);
      expect((await send(other, key)).kind).toBe('422 idempotency-key-reused');
      expect((await send(body)).kind).toBe('400 idempotency-key-missing');
    };
    let left = pairs;
    const progress = progressOf('network pairs', pairs);
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (left > 0) {
          left -= 1;
          await one();
          progress(pairs - left);
        }
      }),
    );
    tellFigures('pairs', { pairs, ...seen });
    expect((await count()) - before).toBe(pairs);
  });
});

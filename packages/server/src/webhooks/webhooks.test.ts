import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testEngine } from '../cases/case-fixture.js';
import { sweep } from '../database/sweep.js';
import { FederationKeys } from '../keys/federation-keys.js';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { Courier, mostTries } from './courier.js';
import { WebhookRepository } from './repository.js';
import type { Attempt, Message } from './sender.js';

type Schemas = components['schemas'];

const url = 'https://platform.county.example/hooks/fulian';
let service: TestService;
let admin: TestPerson;
let worker: TestPerson;
const sent: Message[] = [];
let answer: (message: Message) => Attempt = () => ({ status: 200 });

beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.time = Date.parse('2026-11-20T03:15:00Z');
  await service.admin.query('delete from webhooks');
  sent.length = 0;
  answer = () => ({ status: 200 });
  admin = await signedIn(service, 'administrator', county);
  worker = await signedIn(service, 'worker', county);
});

/** Delivers to nobody; `sent` shows what would go out. */
const courier = (random = 0.5) =>
  new Courier({
    repository: new WebhookRepository(service.database),
    federationKeys: new FederationKeys(service.database, service.keys.wrapping, service.clock),
    clock: service.clock,
    random: () => random,
    sender: {
      send: async (message) => {
        sent.push(message);
        return answer(message);
      },
    },
  });
const create = async (
  kinds: Schemas['WebhookEventKind'][],
  change: Partial<Schemas['WebhookDraft']> = {},
  who = admin,
) => {
  const made = await service.call('createWebhook', {
    path: { code: who.federation },
    headers: { ...who.headers, 'idempotency-key': newToken() },
    body: { url, kinds, ...change },
  });
  expect(made.statusCode, made.body).toBe(201);
  return made.json<Schemas['Webhook']>();
};
async function submit(change: Parameters<typeof submissionOf>[1] = {}, code = county) {
  const stored = await service.call('submitHelpRequest', {
    path: { code },
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', change),
  });
  expect(stored.statusCode, stored.body).toBe(201);
  const { rows } = await service.admin.query('select federation, id from help_requests where number = $1', [
    stored.json<{ number: string }>().number,
  ]);
  return `${rows[0].federation}-${rows[0].id}`;
}
const take = async (caseId: string, step: object, revision: number) => {
  const taken = await service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...worker.headers, 'if-match': `"${revision}"`, 'idempotency-key': newToken() },
    body: step,
  });
  expect(taken.statusCode, taken.body).toBe(200);
};
const list = async (state?: string) => {
  // Sessions end long before messages do.
  admin = await signedIn(service, 'administrator', county);
  const page = await service.call('listWebhookDeliveries', {
    headers: admin.headers,
    ...(state && { query: { state } }),
  });
  expect(page.statusCode, page.body).toBe(200);
  return page.json<Schemas['WebhookDeliveryPage']>().items;
};
const payloads = () => sent.map((one) => JSON.parse(one.payload) as { type: string; data: Record<string, unknown> });

describe('webhooks', () => {
  it('are told once of each kind that they want, by id and codes, without a personal word (S3)', async () => {
    const made = await create(['case.submitted', 'case.closed']);
    const narrative = '他昨晚又动手了';
    const caseId = await submit({ narrative });
    await take(caseId, { kind: 'accept', words: '已受理' }, 1);
    expect(await courier().deliver()).toBe(1);
    expect(await courier().deliver()).toBe(0);
    expect(sent[0]).toMatchObject({ url, secret: made.secret });
    expect(payloads()).toEqual([
      {
        type: 'case.submitted',
        timestamp: '2026-11-20T03:15:00.000Z',
        data: { caseId, state: 'submitted', grade: expect.stringMatching(/^(none|pink|orange|red)$/) },
      },
    ]);
    await create(['case.changed']);
    // The newest comes first; of one moment, any.
    service.clock.time += 1_000;
    await take(caseId, { kind: 'note', words: '内部记录' }, 2);
    await courier().deliver();
    expect(payloads().at(-1)).toMatchObject({ type: 'case.changed', data: { caseId, state: 'accepted' } });
    expect(JSON.stringify(sent)).not.toMatch(/内部记录|动手|已受理/);
    expect(await list()).toMatchObject([
      { kind: 'case.changed', state: 'delivered', attempts: 1, lastStatus: 200 },
      { kind: 'case.submitted', state: 'delivered', attempts: 1, lastStatus: 200 },
    ]);
  });

  it('are told of what is overdue and which limit that is', async () => {
    await create(['case.overdue']);
    const caseId = await submit();
    service.clock.time += 40 * 86_400_000;
    await testEngine(service).tell();
    await courier().deliver();
    const own = payloads().filter((one) => one.data['caseId'] === caseId);
    expect(own.map((one) => one.type)).toEqual(own.map(() => 'case.overdue'));
    expect(new Set(own.map((one) => one.data['limit']))).toEqual(
      new Set(['acceptance', 'first-contact', 'resolution']),
    );
    expect(own).toHaveLength(3);
  });

  it('S6 are told of their own federation’s cases and those below, and not of one that excludes it', async () => {
    const stranger = await signedIn(service, 'administrator', '990102000000');
    await create(['case.submitted'], {}, stranger);
    await create(['case.submitted']);
    const below = await submit({}, '990101001000');
    await submit({ exclusion: { units: [county] } }, '990101001000');
    await courier().deliver();
    expect(payloads().map((one) => one.data['caseId'])).toEqual([below]);
    const { statusCode } = await service.call('listWebhooks', { headers: stranger.headers });
    expect(statusCode).toBe(404);
    expect((await service.call('listWebhooks', { headers: worker.headers })).json()).toMatchObject({
      code: 'role-refused',
    });
  });

  it('are tried eight times with longer and longer waits, and then are on the dead list until they are sent once more', async () => {
    await create(['case.submitted']);
    await submit();
    answer = () => ({ status: 503 });
    const waits: number[] = [];
    for (let one = 1; one <= mostTries; one += 1) {
      expect(await courier().deliver()).toBe(1);
      const [row] = (await service.admin.query('select state, next_at from webhook_deliveries')).rows;
      if (row.state === 'dead') break;
      const wait = row.next_at.getTime() - service.clock.time;
      waits.push(wait / 1_000);
      service.clock.time += wait - 1;
      expect(await courier().deliver(), 'not before its time').toBe(0);
      service.clock.time += 1;
    }
    expect(waits).toEqual([5, 60, 300, 1_800, 7_200, 21_600, 43_200]);
    expect(sent).toHaveLength(mostTries);
    const [dead] = await list('dead');
    expect(dead).toMatchObject({ attempts: 8, lastStatus: 503, state: 'dead' });
    expect(await courier().deliver()).toBe(0);

    answer = () => ({ status: 200 });
    const key = newToken();
    const repeat = () =>
      service.call('repeatWebhookDelivery', {
        path: { code: county, deliveryId: dead!.id },
        headers: { ...admin.headers, 'idempotency-key': key },
      });
    expect((await repeat()).json()).toMatchObject({ id: dead!.id, state: 'waiting' });
    expect(await courier().deliver()).toBe(1);
    // The same message, so that who has it knows it.
    expect(new Set(sent.map((one) => one.id)).size).toBe(1);
    const again = await repeat();
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await list()).toMatchObject([{ state: 'delivered', attempts: 9 }]);
    const unknown = { code: county, deliveryId: `msg_${'A'.repeat(22)}` };
    const missing = await service.call('repeatWebhookDelivery', {
      path: unknown,
      headers: { ...admin.headers, 'idempotency-key': newToken() },
    });
    expect(missing.json()).toMatchObject({ code: 'webhook-unknown' });
  });

  it('wait a fifth shorter or longer by chance, and as long as the receiver asks', async () => {
    await create(['case.submitted']);
    const waitOf = async (random: number, attempt: Attempt) => {
      await service.admin.query('delete from webhook_deliveries');
      await submit();
      answer = () => attempt;
      await courier(random).deliver();
      const [row] = (await service.admin.query('select state, next_at from webhook_deliveries')).rows;
      return row.state === 'dead' ? 'dead' : (row.next_at.getTime() - service.clock.time) / 1_000;
    };
    expect(await waitOf(0, { status: 0 })).toBe(4);
    expect(await waitOf(0.999, { status: 500 })).toBeCloseTo(6, 1);
    expect(await waitOf(0.5, { status: 429, retryAfter: 90 })).toBe(90);
    expect(await waitOf(0.5, { status: 503, retryAfter: 999_999 })).toBe(43_200);
    expect(await waitOf(0.5, { status: 302 })).toBe(5);
    expect(await waitOf(0.5, { status: 410 })).toBe('dead');
  });

  it('are sent by one of several services that deliver at once, and by another one where that dies', async () => {
    await create(['case.submitted']);
    for (let one = 0; one < 10; one += 1) await submit();
    await Promise.all([courier().deliver(), courier().deliver(), courier().deliver()]);
    expect(new Set(sent.map((one) => one.id)).size).toBe(10);
    expect(sent).toHaveLength(10);
    await submit();
    // Taken, and never settled: its process was killed.
    await new WebhookRepository(service.database).claim(service.clock.now(), { all: 9, ofOne: 9 });
    expect(await courier().deliver()).toBe(0);
    service.clock.time += 120_000;
    expect(await courier().deliver()).toBe(1);
  });

  it('are forgotten thirty days after they were delivered, and not while they wait', async () => {
    await create(['case.submitted']);
    await submit();
    await courier().deliver();
    answer = () => ({ status: 500 });
    await submit();
    await courier().deliver();
    const swept = async () => (await sweep(service.database, service.clock)).messages;
    service.clock.time += 30 * 86_400_000 - 1;
    expect(await swept()).toBe(0);
    service.clock.time += 1;
    expect([await swept(), await swept()]).toEqual([1, 0]);
    expect(await list()).toMatchObject([{ state: 'waiting' }]);
  });

  it('are stored sealed, listed without the secret, and gone with their messages when they are removed', async () => {
    const made = await create(['case.submitted']);
    await submit();
    const page = (await service.call('listWebhooks', { headers: admin.headers })).json<Schemas['WebhookPage']>();
    const { secret, ...shown } = made;
    expect(page.items).toEqual([shown]);
    const { rows } = await service.admin.query('select url, secret from webhooks');
    expect(rows[0].url.includes('county')).toBe(false);
    expect(rows[0].secret.includes(Buffer.from(secret!.slice(6), 'base64'))).toBe(false);
    const remove = () =>
      service.call('deleteWebhook', { path: { code: county, webhookId: made.id }, headers: admin.headers });
    expect((await remove()).statusCode).toBe(204);
    expect((await remove()).json()).toMatchObject({ code: 'webhook-unknown' });
    expect(await courier().deliver()).toBe(0);
    expect((await service.admin.query('select from webhook_deliveries')).rowCount).toBe(0);
  });

  it('are refused where they lead into a private network', async () => {
    for (const private_ of ['https://127.0.0.1/x', 'https://localhost/hook', 'http://platform.county.example/x']) {
      const refused = await service.call('createWebhook', {
        headers: { ...admin.headers, 'idempotency-key': newToken() },
        body: { url: private_, kinds: ['case.submitted'] },
      });
      expect(refused.json()).toMatchObject({
        code: 'webhook-refused',
        findings: [{ where: 'body/url', code: 'not-public' }],
      });
    }
  });

  it('come in pages, the newest message first', async () => {
    await create(['case.submitted']);
    for (let one = 0; one < 5; one += 1) {
      service.clock.time += 1_000;
      await submit();
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.call('listWebhookDeliveries', {
        headers: admin.headers,
        query: { limit: '2', ...(cursor && { cursor }) },
      });
      const { items, nextCursor } = page.json<Schemas['WebhookDeliveryPage']>();
      seen.push(...items.map((one) => one.at));
      cursor = nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect([...seen].sort().reverse()).toEqual(seen);
    const wrong = await service.call('listWebhookDeliveries', { headers: admin.headers, query: { cursor: 'x' } });
    expect(wrong.json()).toMatchObject({ code: 'cursor-invalid' });
  });
});

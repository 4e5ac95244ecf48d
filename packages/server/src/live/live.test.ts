import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../app.js';
import { readConfig } from '../config.js';
import { openDatabase, type Database } from '../database/database.js';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { readEvents, type EventReader } from '../testing/event-reader.js';
import { CaseFeed } from './case-feed.js';
import { EventStream } from './event-stream.js';
import { FeedReader } from './feed-reader.js';
import { LiveHub } from './hub.js';

const secret = '483920174650288391047562';
let service: TestService;
/** Another process of the same service, as far as one process can tell. */
let other: { app: FastifyInstance; database: Database };
let ports: number[];
let worker: TestPerson;
const readers: EventReader[] = [];

const portOf = async (app: FastifyInstance) => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
};
async function anotherProcess() {
  const database = openDatabase(service.url);
  const { keys, clock } = service;
  const config = { ...readConfig({ RATE_LIMITS: 'off' }), logLevel: 'silent' };
  return { database, app: await buildApp({ database, keys, clock, config, folders: undefined }) };
}
beforeAll(async () => {
  service = await createTestService();
  other = await anotherProcess();
  ports = [await portOf(service.app), await portOf(other.app)];
});
afterAll(async () => {
  await other.app.close();
  await other.database.close();
  await service.close();
});
beforeEach(async () => {
  worker = await signedIn(service, 'worker', county);
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

const watch = async (headers: Record<string, string>, code = county, port = ports[0]!) => {
  const reader = await readEvents(port, `/v1/federations/${code}/case-stream`, headers);
  readers.push(reader);
  return reader;
};
const watchOwn = async (headers: Record<string, string>, port = ports[0]!) => {
  const reader = await readEvents(port, '/v1/own-case/stream', headers);
  readers.push(reader);
  return reader;
};
async function submit(change: Parameters<typeof submissionOf>[1] = {}, code = county) {
  const answer = await service.call('submitHelpRequest', {
    path: { code },
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', { receiptSecret: secret, ...change }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const { number } = answer.json<{ number: string }>();
  const { rows } = await service.admin.query('select federation, id from help_requests where number = $1', [number]);
  return { caseId: `${rows[0].federation}-${rows[0].id}`, number };
}
const take = async (caseId: string, step: object, revision: number) => {
  const answer = await service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...worker.headers, 'if-match': `"${revision}"`, 'idempotency-key': newToken() },
    body: step,
  });
  expect(answer.statusCode, answer.body).toBe(200);
};
const openOwn = async (number: string) => {
  const answer = await service.call('openOwnCase', { headers: { 'fulian-receipt': `${number}.${secret}` } });
  return { 'fulian-case': answer.json<{ token: string }>().token };
};

describe('a stream', () => {
  it('tells in every process what changes in any of them, by id, revision and kind and nothing else (S3)', async () => {
    const both = await Promise.all(ports.map((port) => watch(worker.headers, county, port)));
    for (const { status, headers } of both) {
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
    }
    const { caseId } = await submit();
    await take(caseId, { kind: 'accept', words: '已受理' }, 1);
    for (const reader of both) {
      const events = await reader.has(2);
      expect(events.map((one) => [one.event, one.data])).toEqual([
        ['case', { id: caseId, revision: 1, kind: 'submitted' }],
        ['case', { id: caseId, revision: 2, kind: 'accept' }],
      ]);
    }
  });

  it('S6 tells nobody of cases that she does not see: of another county, and of one that excludes her federation', async () => {
    const strangers = await signedIn(service, 'worker', '990102000000');
    const village = await signedIn(service, 'worker', '990101001001');
    const [stranger, excluded, hers] = [
      await watch(strangers.headers, '990102000000'),
      await watch(worker.headers, '990101002000'),
      await watch(village.headers, '990101001001'),
    ];
    await submit({}, '990101002001');
    await excluded.has(1);
    await submit({ exclusion: { units: [county] } }, '990101002001');
    await submit({}, '990101001001');
    await hers.has(1);
    await submit({}, '990101002001');
    await excluded.has(2);
    expect(excluded.events).toHaveLength(2);
    expect(stranger.events).toEqual([]);
    expect((await watch(strangers.headers, county)).status).toBe(404);
    expect((await watch({})).status).toBe(401);
  });

  it('tells her of her own case only, and nothing of what is not on her timeline', async () => {
    const [mine, another] = [await submit(), await submit()];
    const reader = await watchOwn(await openOwn(mine.number));
    await take(another.caseId, { kind: 'accept' }, 1);
    await take(mine.caseId, { kind: 'accept' }, 1);
    await take(mine.caseId, { kind: 'note', words: '内部' }, 2);
    await take(mine.caseId, { kind: 'claim' }, 3);
    await take(mine.caseId, { kind: 'assign', helpers: [{ role: 'counsellor', name: '何老师' }] }, 4);
    await take(mine.caseId, { kind: 'message', words: '您好' }, 5);
    expect((await reader.has(3)).map((one) => one.data)).toEqual([2, 4, 6].map((revision) => ({ revision })));
    expect((await watchOwn({ 'fulian-case': 'A'.repeat(84) })).status).toBe(401);
  });

  it('goes on where it was broken off, in another process as well, and misses nothing', async () => {
    const { caseId } = await submit();
    const first = await watch(worker.headers);
    await take(caseId, { kind: 'accept' }, 1);
    const [seen] = await first.has(1);
    first.close();
    await take(caseId, { kind: 'note', words: '一' }, 2);
    await take(caseId, { kind: 'note', words: '二' }, 3);
    const second = await watch({ ...worker.headers, 'last-event-id': String(seen!.id) }, county, ports[1]);
    await take(caseId, { kind: 'note', words: '三' }, 4);
    const events = await second.has(3);
    const ofCase = events.filter((one) => one.data['id'] === caseId).map((one) => one.data['revision']);
    expect(ofCase).toEqual([3, 4, 5]);
    // Ids only grow: an older one would begin again.
    expect(second.lastId()).toBeGreaterThan(seen!.id);
  });

  it('survives that the database drops the connection that hears: what happened meanwhile is told', async () => {
    const reader = await watch(worker.headers);
    const { caseId } = await submit();
    await reader.has(1);
    const hearing = async () =>
      (
        await service.admin.query(
          `select pid from pg_stat_activity where datname = current_database() and application_name = 'fulian-listen'`,
        )
      ).rows.map((row) => row.pid as number);
    const before = await hearing();
    expect(before.length).toBeGreaterThan(0);
    await service.admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [before]);
    await take(caseId, { kind: 'accept' }, 1);
    await reader.has(2);
    await vi.waitFor(async () => {
      const now = await hearing();
      expect(now.length).toBe(before.length);
      expect(now.some((pid) => before.includes(pid))).toBe(false);
    }, 8_000);
    const began = performance.now();
    await take(caseId, { kind: 'note', words: '一' }, 2);
    const events = await reader.has(3);
    expect(events[2]!.at - began).toBeLessThan(2_000);
    expect(events.map((one) => one.data['revision'])).toEqual([1, 2, 3]);
  });

  it('ends in good order when the service stops, which it does not hold up', async () => {
    const third = await anotherProcess();
    const reader = await watch(worker.headers, county, await portOf(third.app));
    const began = performance.now();
    await third.app.close();
    await third.database.close();
    expect(await reader.ended).toBe(true);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('is one of at most eight of a person', async () => {
    const own = await signedIn(service, 'worker', county);
    const all = await Promise.all(Array.from({ length: 8 }, () => watch(own.headers)));
    expect(all.map((one) => one.status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await watch(own.headers)).status).toBe(503);
    all[0]!.close();
    await vi.waitFor(async () => expect((await watch(own.headers)).status).toBe(200));
  });
});

describe('the hub', () => {
  const subscription = { tell: () => ({}), missed: async () => [], after: undefined };
  const make = () => new LiveHub(service.database, new CaseFeed(service.database), service.clock);
  const until = () => new Date(service.clock.time + 60_000);
  const ends = (stream: EventStream) => new Promise((resolve) => stream.resume().once('end', resolve));

  it('ends a stream when its time is over, and when the right to listen is gone', async () => {
    const hub = make();
    let holds = true;
    const [timed, signedOut] = [
      await hub.open({ ...subscription, until: until() }),
      await hub.open({ ...subscription, until: new Date(8e15), stillHolds: async () => holds }),
    ];
    await hub.beat();
    expect(hub.size).toBe(2);
    service.clock.time += 60_000;
    await hub.beat();
    await ends(timed);
    await hub.askRights();
    holds = false;
    await hub.askRights();
    await ends(signedOut);
    await hub.close();
  });

  it('cuts a stream whose reader takes nothing', async () => {
    const stream = new EventStream();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    for (let one = 0; one < 2_000 && !stream.destroyed; one += 1) stream.send(one, 'case', { id: 'x'.repeat(60) });
    await closed;
    expect(stream.destroyed).toBe(true);
  });
});

describe('the reader of the feed', () => {
  const insert = (kind: string) => `insert into case_feed (federation, request_id, revision, kind, units, at)
    values ('${county}', gen_random_uuid(), 1, '${kind}', array['${county}'], now()) returning id`;

  it('does not miss a row whose number was drawn earlier and which came to light later', async () => {
    const reader = new FeedReader(new CaseFeed(service.database));
    await reader.start();
    const before = reader.settled;
    await service.admin.query('begin');
    const late = Number((await service.admin.query(insert('late'))).rows[0].id);
    const { caseId } = await submit();
    const first = await reader.next();
    expect(first.map((row) => `${row.federation}-${row.request}`)).toEqual([caseId]);
    expect(first[0]!.id).toBeGreaterThan(late);
    expect(reader.settled, 'who goes on from here misses nothing').toBeLessThan(late);
    expect(reader.settled).toBeGreaterThanOrEqual(before);
    await service.admin.query('commit');
    expect((await reader.next()).map((row) => row.kind)).toEqual(['late']);
    expect(reader.settled).toBe(first[0]!.id);
    expect(await reader.next()).toEqual([]);
  });

  it('waits half a minute for a number that was given back', async () => {
    let now = 0;
    const reader = new FeedReader(new CaseFeed(service.database), () => now);
    await reader.start();
    await service.admin.query('begin');
    const undone = Number((await service.admin.query(insert('undone'))).rows[0].id);
    await service.admin.query('rollback');
    await submit();
    await reader.next();
    expect(reader.settled).toBe(undone - 1);
    now = 30_000;
    await reader.next();
    expect(reader.settled).toBe(undone + 1);
  });
});

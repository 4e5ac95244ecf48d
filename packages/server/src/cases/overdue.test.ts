import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.js';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn } from '../staff/staff-fixture.js';
import { watchOverdue } from './overdue.js';
import { storedEvents, testEngine } from './case-fixture.js';

const hour = 3_600_000;
let service: TestService;
let engine: ReturnType<typeof testEngine>;

beforeEach(async () => {
  service = await createTestService();
  engine = testEngine(service);
});
afterEach(() => service.close());

async function submit(change = {}): Promise<string> {
  const answer = await service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('urgent', { ...change }),
  });
  const { rows } = await service.admin.query('select id from help_requests where number = $1', [answer.json().number]);
  return rows[0].id;
}

describe('L5 the watcher', () => {
  it('tells each level of each limit once, as an event and in the feed, and the revision stays', async () => {
    const id = await submit();
    expect(await engine.tell()).toBe(0);
    service.clock.time += hour;
    expect([await engine.tell(), await engine.tell()]).toEqual([1, 0]);
    service.clock.time += hour;
    expect([await engine.tell(), await engine.tell()]).toEqual([1, 0]);
    service.clock.time += 100 * 24 * hour;
    expect([await engine.tell(), await engine.tell()]).toEqual([1, 0]);
    const events = await storedEvents(service, id);
    expect(events.map(({ seq, kind, facts }) => [seq, kind, facts.limit, facts.level])).toEqual([
      [1, 'submitted', undefined, undefined],
      [2, 'overdue', 'first-contact', 1],
      [3, 'overdue', 'acceptance', 1],
      [4, 'overdue', 'first-contact', 2],
      [5, 'overdue', 'acceptance', 2],
      [6, 'overdue', 'first-contact', 3],
      [7, 'overdue', 'acceptance', 3],
      [8, 'overdue', 'resolution', 3],
    ]);
    const { rows } = await service.admin.query('select revision, last_seq, alarm_at from help_requests where id = $1', [
      id,
    ]);
    expect(rows[0]).toEqual({ revision: 1, last_seq: 8, alarm_at: Number.POSITIVE_INFINITY });
    const { rows: feed } = await service.admin.query('select kind from case_feed where request_id = $1 order by id', [
      id,
    ]);
    expect(feed.map((one) => one.kind)).toEqual(['submitted', 'overdue', 'overdue', 'overdue']);
  });

  it('tells once though many services watch, and a step that was being written meanwhile is taken', async () => {
    const id = await submit();
    service.clock.time += 5 * 60_000 + hour;
    const worker = await signedIn(service, 'worker', county);
    const [told, step] = await Promise.all([
      Promise.all([engine.tell(), testEngine(service).tell(), testEngine(service).tell()]),
      service.call('takeCaseStep', {
        path: { caseId: `${county}-${id}` },
        headers: { ...worker.headers, 'if-match': '"1"', 'idempotency-key': newToken() },
        body: { kind: 'accept' },
      }),
    ]);
    expect(step.statusCode, step.body).toBe(200);
    await engine.tell();
    const events = await storedEvents(service, id);
    expect(told.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(events.map((one) => one.seq)).toEqual(events.map((_, at) => at + 1));
    const levels = events.filter((one) => one.kind === 'overdue').map(({ facts }) => `${facts.limit} ${facts.level}`);
    expect(new Set(levels).size).toBe(levels.length);
  });

  it('tells many, and stops with its signal; what fails is reported', async () => {
    for (let at = 0; at < 5; at += 1) await submit();
    service.clock.time += hour;
    expect(await engine.tell()).toBe(5);
    const stopping = new AbortController();
    const failures: unknown[] = [];
    const failed = new Promise<void>((resolve) => {
      watchOverdue(
        {
          ...engine.parts,
          clock: systemClock,
          database: { assertSpace: () => Promise.reject(new Error('full')) } as never,
        },
        (error) => resolve(void failures.push(error)),
        stopping.signal,
      );
    });
    await failed;
    stopping.abort();
    expect(failures).toMatchObject([{ message: 'full' }]);
  });
});

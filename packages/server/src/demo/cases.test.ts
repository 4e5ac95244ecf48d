import { endedStates } from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../service-fixture.js';
import { signedIn } from '../staff/staff-fixture.js';
import { demoCases } from './case-journeys.js';
import { seedDemoCases } from './cases.js';
import { demoCounty, demoTree } from './tree.js';

const now = new Date('2026-11-20T03:15:00Z');
const tree = demoTree();
const states = [
  'submitted',
  'accepted',
  'in-progress',
  'resolved',
  'followed-up',
  'closed',
  'declined',
  'withdrawn',
  'reopened',
];

describe('the demo’s cases', () => {
  const cases = demoCases(tree, now);

  it('are 2,000 in all states, the same each time, each with all its events in order', () => {
    expect(cases).toHaveLength(2_000);
    expect(new Set(cases.map((one) => one.facts.state))).toEqual(new Set(states));
    expect(demoCases(tree, now)).toEqual(cases);
    expect(new Set(cases.map((one) => one.id)).size).toBe(2_000);
    expect(new Set(cases.map((one) => one.number)).size).toBe(2_000);
    for (const { events, facts, submittedAt } of cases) {
      expect(events.map((one) => one.seq)).toEqual(events.map((_, at) => at + 1));
      expect(events.length).toBe(facts.lastSeq);
      const times = [submittedAt, ...events.map((one) => one.at)].map((one) => one.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('have something for every screen: late ones, offers, unread words, red ones, closed ones', () => {
    const some = (test: (one: (typeof cases)[number]) => boolean) => cases.filter(test).length;
    const isOpen = ({ facts }: (typeof cases)[number]) => !endedStates.includes(facts.state);
    expect(some(isOpen)).toBeGreaterThan(150);
    expect(some((one) => isOpen(one) && one.facts.limits.some((limit) => (limit.told ?? 0) > 0))).toBeGreaterThan(20);
    expect(some((one) => one.facts.offer !== undefined)).toBeGreaterThan(3);
    expect(some((one) => one.facts.unread)).toBeGreaterThan(10);
    expect(some((one) => isOpen(one) && one.facts.grade === 'red')).toBeGreaterThan(5);
    expect(some((one) => one.facts.state === 'closed')).toBeGreaterThan(1_000);
    expect(some((one) => one.plan !== undefined)).toBeGreaterThan(20);
  });
});

describe('seeding them', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await createTestService();
    service.clock.time = now.getTime();
    await service.admin.query(
      'insert into federations (code, name) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
      [tree.map((one) => one.code), tree.map((one) => one.name)],
    );
  });
  afterAll(() => service.close());

  it('is done once and quickly, and what is written is read by the service', async () => {
    const began = process.cpuUsage();
    await seedDemoCases(service, service.url, 400);
    const cpu = process.cpuUsage(began);
    expect((cpu.user + cpu.system) / 1_000).toBeLessThan(3_000);
    const count = async (table: string) =>
      (await service.admin.query(`select count(*)::int as n from ${table}`)).rows[0].n;
    const before = [await count('help_requests'), await count('case_events')];
    expect(before[0]).toBe(400);
    await seedDemoCases(service, service.url, 400);
    expect([await count('help_requests'), await count('case_events')]).toEqual(before);
    const { rows: bound } = await service.admin.query(
      `select relname from pg_class where relname in ('help_requests', 'case_keys', 'receipts', 'case_events', 'case_marks', 'case_guests')
         and not relforcerowsecurity`,
    );
    expect(bound).toEqual([]);

    const { headers } = await signedIn(service, 'worker', demoCounty);
    const listed = await service.call('listCases', { path: { code: demoCounty }, query: { limit: '100' }, headers });
    const { items } = listed.json<components['schemas']['CasePage']>();
    expect(items.length).toBeGreaterThan(20);
    for (const { id } of items.slice(0, 10)) {
      const read = await service.call('getCase', { path: { caseId: id }, headers });
      expect(read.statusCode, read.body).toBe(200);
      expect(read.json<components['schemas']['Case']>().narrative).toMatch(/[一-鿿]/);
      const events = await service.call('listCaseEvents', { path: { caseId: id }, headers });
      expect(events.statusCode, events.body).toBe(200);
    }
    const report = await service.call('getCaseReport', {
      path: { code: demoCounty },
      query: { period: '2026-Q3' },
      headers,
    });
    expect(report.json<components['schemas']['CaseReport']>().total).toBeGreaterThan(50);
    const open = await service.call('getPublicCaseReport', {
      path: { code: demoCounty },
      query: { period: '2026-10' },
    });
    expect(open.statusCode, open.body).toBe(200);
  });
});

import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { QueueRepository } from './queue-repository.js';
import { countedUpTo, countsUpTo } from './queue.js';

type Page = components['schemas']['CasePage'];
type Step = components['schemas']['CaseStep'];

const city = '990100000000';
const township = '990101001000';
const otherCounty = '990102000000';
const phone = '13900001234';

let service: TestService;
let worker: TestPerson;
let cityWorker: TestPerson;
let townWorker: TestPerson;
/** Cases of the county by name, oldest first. */
const cases: Record<string, { id: string; number: string }> = {};

async function submit(name: string, code: string, change: object = {}): Promise<void> {
  service.clock.time += 86_400_000;
  const answer = await service.call('submitHelpRequest', {
    path: { code },
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', change),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const { number } = answer.json<{ number: string }>();
  const { rows } = await service.admin.query('select federation, id from help_requests where number = $1', [number]);
  cases[name] = { id: `${rows[0].federation}-${rows[0].id}`, number };
}

const step = async (who: TestPerson, name: string, body: Step) => {
  const path = { caseId: cases[name]!.id };
  service.clock.time += 1_000;
  const { etag } = (await service.call('getCase', { path, headers: who.headers })).headers;
  const headers = { ...who.headers, 'if-match': String(etag), 'idempotency-key': newToken() };
  const answer = await service.call('takeCaseStep', { path, headers, body });
  expect(answer.statusCode, answer.body).toBe(200);
};

const list = async (who: TestPerson, query: Record<string, string> = {}, code = county, find?: string) => {
  const answer = await service.call('listCases', {
    path: { code },
    query,
    headers: {
      ...who.headers,
      ...(find !== undefined && { 'fulian-find': Buffer.from(find, 'utf8').toString('base64url') }),
    },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Page>();
};
const names = (page: Page) =>
  page.items.map((one) => Object.entries(cases).find(([, { id }]) => id === one.id)?.[0] ?? one.id);

beforeAll(async () => {
  service = await createTestService();
  // One a day from Monday to Friday, 16 to 20 November, so that no two are due at the same time.
  service.clock.time = Date.parse('2026-11-15T03:15:00Z');
  const safeContact = { channel: 'phone' as const, mayLeaveMessage: false, maySayWhoCalls: false };
  await submit('land', county);
  await submit('red', county, {
    category: 'domestic-violence',
    riskScreen: { answers: [{ question: 'immediate-danger', answer: 'yes' }] },
    identity: { kind: 'named', name: '陈 女士' },
    safeContact: { ...safeContact, value: '139 0000-1234' },
  });
  await submit('town', township, { division: township });
  await submit('advice', county, { category: 'legal-advice', identity: { kind: 'named', name: '陈女士' } });
  await submit('elsewhere', otherCounty);
  worker = await signedIn(service, 'worker', county, '王干部');
  cityWorker = await signedIn(service, 'worker', city, '市干部');
  townWorker = await signedIn(service, 'worker', township, '镇干部');
  await step(worker, 'land', { kind: 'accept' });
  await step(worker, 'land', { kind: 'claim' });
  await step(worker, 'advice', { kind: 'decline', words: '请找法律援助中心。' });
  await step(cityWorker, 'elsewhere', { kind: 'accept' });
  await step(cityWorker, 'elsewhere', { kind: 'offer-transfer', to: { federation: county }, words: '人在贵县。' });
});
afterAll(() => service.close());

describe('a queue', () => {
  it('shows the open cases of a federation and those below it, the most urgent first, and how many there are', async () => {
    const page = await list(worker);
    expect(names(page)).toEqual(['red', 'land', 'town', 'elsewhere']);
    expect(page.total).toBe(4);
    expect(page.items[0]).toMatchObject({ grade: 'red', nextLimit: 'first-contact', overdue: 3, state: 'submitted' });
    expect(JSON.stringify(page)).not.toContain('陈');
  });

  it('of a city is that of its counties, and of a township its own', async () => {
    expect(names(await list(cityWorker, {}, city))).toEqual(['red', 'land', 'town', 'elsewhere']);
    expect(names(await list(cityWorker, { sort: 'newest' }, city))).toEqual(['elsewhere', 'town', 'red', 'land']);
    expect(names(await list(townWorker, {}, township))).toEqual(['town']);
    expect(names(await list(worker, {}, township))).toEqual(['town']);
  });

  it.each([
    [{ view: 'mine' }, ['land']],
    [{ view: 'unassigned' }, ['red', 'town', 'elsewhere']],
    [{ view: 'incoming' }, ['elsewhere']],
    [{ view: 'ended' }, ['advice']],
    [{ view: 'overdue' }, ['red', 'land', 'town']],
    [{ view: 'all', sort: 'newest' }, ['elsewhere', 'advice', 'town', 'red', 'land']],
    [{ view: 'unread' }, []],
    [{ states: 'submitted,in-progress' }, ['red', 'land', 'town']],
    [{ grades: 'red' }, ['red']],
    [{ view: 'all', categories: 'legal-advice,domestic-violence', sort: 'newest' }, ['advice', 'red']],
    [{ channels: 'visit' }, []],
    [{ division: township, sort: 'newest' }, ['elsewhere', 'town', 'red', 'land']],
    [{ sort: 'changed' }, ['elsewhere', 'land', 'town', 'red']],
    [{ skip: '1', limit: '2' }, ['land', 'town']],
  ] as const)('filtered by %o shows %o', async (query, expected) => {
    expect(names(await list(worker, query))).toEqual(expected);
  });

  it('shows the cases that are named, and none that she does not reach', async () => {
    const ids = ['land', 'elsewhere', 'town'].map((name) => cases[name]!.id).join(',');
    expect(names(await list(worker, { ids, view: 'all', sort: 'newest' }))).toEqual(['elsewhere', 'town', 'land']);
    expect(names(await list(townWorker, { ids, view: 'all' }, township))).toEqual(['town']);
  });

  it('is searched by number, telephone number and name, exactly and however they are written', async () => {
    const { number } = cases.land!;
    expect(names(await list(worker, {}, county, number))).toEqual(['land']);
    expect(names(await list(worker, {}, county, number.replace(/(.{4})/g, '$1 ')))).toEqual(['land']);
    expect(names(await list(worker, {}, county, phone))).toEqual(['red']);
    expect(names(await list(worker, {}, county, `+86 ${phone}`))).toEqual(['red']);
    expect(names(await list(worker, { view: 'all', sort: 'newest' }, county, '陈女士'))).toEqual(['advice', 'red']);
    expect(names(await list(worker, {}, county, '陈女'))).toEqual([]);
    expect(names(await list(townWorker, {}, township, phone))).toEqual([]);
    expect(names(await list(townWorker, {}, township, number))).toEqual([]);
  });

  it('goes on where a page ended, in every order, without a case twice or left out', async () => {
    for (const sort of ['due', 'newest', 'changed']) {
      for (const [who, code] of [
        [worker, county],
        [cityWorker, city],
      ] as const) {
        const whole = names(await list(who, { sort, view: 'all' }, code));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page: Page = await list(who, { sort, view: 'all', limit: '2', ...(cursor && { cursor }) }, code);
          expect(page.total === undefined).toBe(cursor !== undefined);
          seen.push(...names(page));
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(seen).toEqual(whole);
      }
    }
  });

  it('is counted no further than it is asked for, and tells where that was not to its end', async () => {
    const queues = new QueueRepository(service.database);
    const member = { id: worker.id, federation: county };
    const query = { code: county, member, now: new Date(), view: 'open', sort: 'due' } as const;
    expect(await queues.total(query, 3)).toBe(3);
    expect(await queues.total(query, 50)).toBe(4);
    expect((await list(worker)).totalIsLower).toBeUndefined();
    const counted = vi.spyOn(QueueRepository.prototype, 'total').mockResolvedValue(countedUpTo + 1);
    try {
      expect(await list(worker)).toMatchObject({ total: countedUpTo, totalIsLower: true });
      expect(counted).toHaveBeenCalledWith(expect.anything(), countedUpTo + 1);
    } finally {
      counted.mockRestore();
    }
  });

  it('refuses the cursor of another queue', async () => {
    const { nextCursor } = await list(worker, { limit: '1' });
    const answer = await service.call('listCases', {
      query: { limit: '1', cursor: nextCursor!, view: 'all' },
      headers: worker.headers,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'cursor-invalid']);
  });

  it('counts what waits for whom', async () => {
    const answer = await service.call('countCases', { headers: worker.headers });
    expect(answer.json()).toEqual({ all: 4, mine: 1, unassigned: 3, incoming: 1, overdue: 3, unread: 0, red: 1 });
  });

  it('counts no further than it is asked for, and tells which counts are lower than what there is', async () => {
    const queues = new QueueRepository(service.database);
    const member = { id: worker.id, federation: county };
    const counts = await queues.counts(county, member, service.clock.now(), 2);
    // Of the two that are due first one is hers.
    expect(counts).toEqual({ all: 2, mine: 1, unassigned: 1, incoming: 1, overdue: 2, unread: 0, red: 1 });
    const many = { ...counts, all: countsUpTo + 1, overdue: countsUpTo };
    const counted = vi.spyOn(QueueRepository.prototype, 'counts').mockResolvedValue(many);
    try {
      const answer = await service.call('countCases', { headers: worker.headers });
      expect(answer.json()).toEqual({ ...many, all: countsUpTo, lower: ['all', 'unassigned', 'overdue', 'red'] });
      expect(counted).toHaveBeenCalledWith(county, expect.anything(), expect.anything(), countsUpTo + 1);
    } finally {
      counted.mockRestore();
    }
  });

  it('counts the same as its pages show, for every federation above and below', async () => {
    for (const [who, code] of [
      [worker, county],
      [cityWorker, city],
      [townWorker, township],
      [worker, township],
    ] as const) {
      const answer = await service.call('countCases', { path: { code }, headers: who.headers });
      const counts = answer.json<Record<string, number>>();
      for (const [name, query] of [
        ['all', {}],
        ['mine', { view: 'mine' }],
        ['unassigned', { view: 'unassigned' }],
        ['incoming', { view: 'incoming' }],
        ['overdue', { view: 'overdue' }],
        ['unread', { view: 'unread' }],
        ['red', { grades: 'red' }],
      ] as const)
        expect([code, name, counts[name]]).toEqual([code, name, (await list(who, query, code)).total]);
    }
  });

  it('knows who can be assigned', async () => {
    const answer = await service.call('listCaseWorkers', { headers: worker.headers });
    expect(answer.json().items.map((one: { name: string }) => one.name)).toEqual(['王干部']);
  });

  it('is written to the audit log with the number of its rows (S7)', async () => {
    await list(worker);
    const { rows } = await service.admin.query(
      `select operation, actor_id, row_count from audit_entries where federation = $1 order by seq desc limit 1`,
      [county],
    );
    expect(rows[0]).toEqual({ operation: 'listCases', actor_id: worker.id, row_count: 4 });
  });
});

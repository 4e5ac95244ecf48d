import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadedDesk } from '../../testing/desk-fixture.js';
import { sampleAnswers, testCaseId, testCaseNumber } from '../../testing/index.js';
import { expectedIn, Queue, standardFilters } from './queue.js';
import type { QueueFilters } from './types.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('the queue', () => {
  test('is loaded with rules, form and counts, the most urgent first', async () => {
    const { desk } = await loadedDesk();
    const { load, queue, counts, rules, form, member } = desk.state;
    expect([load, queue.load, rules!.idleMinutes, member!.role]).toEqual(['complete', 'complete', 5, 'worker']);
    expect(form!.categories.length).toBeGreaterThan(5);
    expect(queue.total).toBe(counts!.all);
    const rows = [...Array(queue.total).keys()].map((at) => desk.rowAt(at)!);
    const dues = rows.map(({ nextDue }) => Date.parse(nextDue ?? '2100-01-01'));
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    expect(rows.every(({ id }, at) => desk.indexOf(id) === at)).toBe(true);
    expect(desk.rowAt(queue.total)).toBeUndefined();
  });

  test(
    'of thousands of rows only those near the screen are here, wherever one scrolls',
    { timeout: 60_000 },
    async () => {
      const { desk, calls } = await loadedDesk({ many: 3000 });
      const { total } = desk.state.queue;
      expect(total).toBeGreaterThan(3000);
      expect(calls('listCases')).toHaveLength(1);
      desk.ensure(total - 30, total - 1);
      await settle();
      expect(desk.rowAt(total - 1)).toBeDefined();
      expect(desk.rowAt(1500)).toBeUndefined();
      expect(desk.state.queue.filling).toBe(false);
      // The whole way down, screen by screen: what is far behind is let go of, and comes back.
      for (let at = 0; at < total; at += 60) {
        desk.ensure(at, at + 60);
        await settle();
        expect(desk.rowAt(Math.min(at + 60, total - 1))).toBeDefined();
      }
      expect(desk.rowAt(0)).toBeUndefined();
      desk.ensure(0, 40);
      await settle();
      expect(desk.rowAt(0)).toBeDefined();
      const kept = [...Array(total).keys()].filter((at) => desk.rowAt(at));
      expect(kept.length).toBeLessThanOrEqual(2000);
      const limits = calls('listCases').map(({ url }) => /limit=(\d+)/.exec(url)![1]);
      expect(new Set(limits)).toEqual(new Set(['100']));
    },
  );

  test(
    'of which the service counts only the beginning grows as one comes near to its end',
    { timeout: 60_000 },
    async () => {
      const { desk, server } = await loadedDesk({ many: 2500 });
      const all = server.state.cases.all.length;
      // The desk's counts do not say how many there are of all, ended ones included.
      await desk.setFilters({ view: 'all' });
      expect(desk.state.queue).toMatchObject({ total: 1000, totalIsLower: true });
      desk.ensure(980, 999);
      await settle();
      const { total } = desk.state.queue;
      expect(total).toBeGreaterThan(1000);
      expect(total).toBeLessThanOrEqual(all);
      const seen = new Set<string>();
      for (let at = 0; at < desk.state.queue.total; at += 50) {
        desk.ensure(at, at + 49);
        await settle();
        for (let row = at; row < Math.min(at + 50, desk.state.queue.total); row += 1) seen.add(desk.rowAt(row)!.id);
      }
      expect(desk.state.queue).toMatchObject({ total: seen.size, totalIsLower: false });
      expect(desk.rowAt(desk.state.queue.total)).toBeUndefined();
      expect(seen.size).toBeGreaterThan(2500);
    },
  );

  test('is as long as the counts of the desk say, where they count just it', { timeout: 60_000 }, async () => {
    const { desk, server } = await loadedDesk({ many: 2500 });
    expect(desk.state.queue).toMatchObject({ total: desk.state.counts!.all, totalIsLower: false });
    // Counts that come after the list.
    const gate = server.hold('countCases');
    const reloaded = desk.reload();
    await gate.arrived();
    server.state.cases.addMany(100);
    gate.open();
    await reloaded;
    expect(desk.state.queue.total).toBe(desk.state.counts!.all);
    await desk.setFilters({ states: ['submitted'] });
    expect(desk.state.queue.totalIsLower).toBe(desk.state.queue.total === 1000);
  });

  test('says that there are more where not even the counts go to its end', { timeout: 60_000 }, async () => {
    const { desk, session } = await loadedDesk({ many: 2500 });
    const { counts, federation, queue: whole } = desk.state;
    const rows = 2000;
    const expected = (filters: QueueFilters) => expectedIn({ ...counts!, all: rows, lower: ['all'] }, filters);
    const queue = new Queue({ client: session.client, federation, changed: () => undefined, expected });
    await queue.load(standardFilters);
    expect(queue.state).toMatchObject({ total: rows, totalIsLower: true });
    queue.ensure(rows - 10, rows - 1);
    await settle();
    // What is there all the same comes as one goes on.
    for (let { total } = queue.state; queue.state.totalIsLower; { total } = queue.state) {
      queue.ensure(total - 10, total - 1);
      await settle();
      expect(queue.state.total > total || !queue.state.totalIsLower).toBe(true);
    }
    expect(queue.state.total).toBe(whole.total);
    expect(expectedIn({ ...counts!, lower: ['all'] }, { ...standardFilters, view: 'mine' })).toEqual({
      rows: counts!.mine,
      isLower: false,
    });
  });

  test('a fast scroll fetches where it ends and not what it passed', { timeout: 60_000 }, async () => {
    const { desk, server, calls } = await loadedDesk({ many: 10_000 });
    const gate = server.hold('listCases');
    for (let at = 0; at < 9000; at += 100) desk.ensure(at, at + 40);
    await settle();
    expect(calls('listCases').length).toBeLessThanOrEqual(3);
    gate.open();
    await settle();
    expect(desk.rowAt(8940)).toBeDefined();
    expect(calls('listCases').length).toBeLessThan(8);
  });

  test('other filters begin another list', async () => {
    const { desk } = await loadedDesk();
    await desk.setFilters({ grades: ['red'] });
    const rows = [...Array(desk.state.queue.total).keys()].map((at) => desk.rowAt(at)!);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ grade }) => grade === 'red')).toBe(true);
    await desk.setFilters({ view: 'ended', grades: [] });
    expect(desk.rowAt(0)!.state).toMatch(/closed|declined|withdrawn/);
  });

  test('S3 what she looks for travels in a header, and a number may be typed in any way', async () => {
    const { desk, calls } = await loadedDesk();
    for (const find of [testCaseNumber(4).replace(/(....)/g, '$1 '), '示例女士', '000-0000-0001']) {
      await desk.setFilters({ view: 'all', find });
      expect(desk.state.queue.total).toBeGreaterThan(0);
      expect(desk.state.queue.load).toBe('complete');
    }
    for (const { url } of calls('listCases')) expect(url).not.toMatch(/find|%E7|0000-0001/i);
  });

  test('an error is said, and scrolling on tries again', async () => {
    const { desk, server } = await loadedDesk({ many: 500 });
    server.fail('listCases', 'drop-request');
    desk.ensure(300, 340);
    await settle();
    expect(desk.state.queue.error).toMatchObject({ code: 'network' });
    desk.ensure(300, 340);
    await settle();
    expect(desk.rowAt(320)).toBeDefined();
    expect(desk.state.queue.load).toBe('complete');
  });
});

describe('news', () => {
  test('change rows where they stand, and move none', async () => {
    const { desk, server } = await loadedDesk();
    const at = desk.indexOf(testCaseId(4));
    const { version } = desk.state.queue;
    const neighbours = [desk.rowAt(at - 1), desk.rowAt(at + 1)];
    server.takeStep(testCaseId(4), 'intake.qingxi', { kind: 'accept' });
    await pass(2500);
    expect(desk.rowAt(at)).toMatchObject({ id: testCaseId(4), state: 'accepted', revision: 2 });
    expect([desk.rowAt(at - 1), desk.rowAt(at + 1)]).toEqual(neighbours);
    expect(desk.state.queue.version).toBeGreaterThan(version);
    expect(desk.state).toMatchObject({ live: 'streaming', queue: { moved: 0 } });
  });

  test('count what came and what went, until the list is loaded again', async () => {
    const { desk, server } = await loadedDesk({ account: 'worker.qingxi' });
    await desk.setFilters({ view: 'unassigned' });
    const { total } = desk.state.queue;
    server.takeStep(testCaseId(5), 'worker2.qingxi', { kind: 'claim' });
    server.takeStep(testCaseId(0), 'worker.qingxi', { kind: 'release' });
    await pass(2500);
    expect(desk.state.queue).toMatchObject({ moved: 2, total });
    expect(desk.rowAt(desk.indexOf(testCaseId(5)))!.assignee!.name).toBe('示例干部二');
    await desk.reload();
    expect(desk.state.queue.moved).toBe(0);
    expect(desk.indexOf(testCaseId(5))).toBe(-1);
    expect(desk.indexOf(testCaseId(0))).toBeGreaterThanOrEqual(0);
  });

  test('of a long list count what is new, and not what only is not here', async () => {
    const { desk, server } = await loadedDesk({ many: 500 });
    const hidden = [...Array(500).keys()].map((at) => testCaseId(19 + at)).filter((id) => desk.indexOf(id) < 0);
    expect(hidden.length).toBeGreaterThan(100);
    for (const id of hidden.slice(0, 5)) server.takeStep(id, 'supervisor.qingxi', { kind: 'note', words: 'x' });
    await pass(2500);
    expect(desk.state.queue.moved).toBe(0);
    desk.startRegistration('visit');
    desk.answer(sampleAnswers.anonymous);
    await desk.register();
    await pass(2500);
    expect(desk.state.queue.moved).toBe(1);
  });

  test('of a busy hour are gathered into few requests', async () => {
    const { desk, server, calls } = await loadedDesk({ many: 300 });
    const before = calls('listCases').length;
    for (let at = 20; at < 60; at += 1)
      server.takeStep(testCaseId(at), 'supervisor.qingxi', { kind: 'note', words: 'x' });
    await pass(2500);
    expect(calls('listCases').length - before).toBeLessThanOrEqual(2);
    expect(desk.rowAt(desk.indexOf(testCaseId(30)))?.revision ?? 2).toBeGreaterThan(1);
  });

  test('arrive by asking where streams do not work', async () => {
    const { server, session } = await loadedDesk();
    expect(session.state.phase).toBe('signed-in');
    server.fail('watchCases', 'drop-request', Infinity);
    const { createCaseDeskStore } = await import('./index.js');
    const desk = createCaseDeskStore({ session });
    await desk.load();
    await pass(10_000);
    expect(desk.state.live).toBe('polling');
    server.takeStep(testCaseId(4), 'intake.qingxi', { kind: 'accept' });
    await pass(50_000);
    expect(desk.rowAt(desk.indexOf(testCaseId(4)))).toMatchObject({ state: 'accepted' });
  });
});

describe('saved filters', () => {
  test('S2 are written only when she saves, and without what she looked for', async () => {
    let kept: string | null = null;
    const write = vi.fn((text: string) => void (kept = text));
    const keep = { read: () => kept, write };
    const { desk } = await loadedDesk({ keep });
    await desk.setFilters({ view: 'mine', grades: ['red', 'orange'], find: '示例女士' });
    expect(write).not.toHaveBeenCalled();
    await desk.saveFilter(' 我的红橙 ');
    expect(kept).not.toContain('示例女士');
    const second = await loadedDesk({ keep });
    expect(second.desk.state.saved.map(({ name }) => name)).toEqual(['我的红橙']);
    await second.desk.useFilter('我的红橙');
    expect(second.desk.state.queue.filters).toMatchObject({ view: 'mine', grades: ['red', 'orange'], find: '' });
    await second.desk.removeFilter('我的红橙');
    expect(kept).toBe('[]');
  });

  test.each(['{', '{"a":1}', '[1,{"name":2},{"name":"x","filters":{"view":7,"grades":"red"}}]'])(
    'that cannot be read (%s) do no harm',
    async (text) => {
      const { desk } = await loadedDesk({ keep: { read: () => text, write: () => undefined } });
      expect(desk.state.load).toBe('complete');
      for (const { filters } of desk.state.saved) expect(filters).toMatchObject({ view: 'open', grades: [] });
    },
  );
});

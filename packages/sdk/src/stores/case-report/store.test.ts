import { describe, expect, test } from 'vitest';
import { examples } from '@fulian/contract/examples';
import { createClient } from '../../index.js';
import { signedIn } from '../../testing/desk-fixture.js';
import { createTestServer } from '../../testing/index.js';
import { csvOf, partsOf, periodsBefore, ratesOf } from './figures.js';
import { createCaseReportStore } from './index.js';
import type { CaseReport } from './types.js';

const federation = '990101000000';
const { quarter } = examples.getPublicCaseReport.answers;
const report = quarter as unknown as CaseReport;

describe('periods', () => {
  // The last hour of 2025 in UTC is 2026 in China.
  const now = Date.parse('2025-12-31T23:00:00Z');

  test.each([
    ['month', ['2025-12', '2025-11', '2025-10']],
    ['quarter', ['2025-Q4', '2025-Q3', '2025-Q2']],
    ['half-year', ['2025-H2', '2025-H1', '2024-H2']],
  ] as const)('of a %s are those that are over in China', (kind, expected) => {
    expect(periodsBefore(now, kind, false).slice(0, 3)).toEqual(expected);
    expect(periodsBefore(now, kind, true)[0]).toMatch(/^2026-(01|Q1|H1)$/);
    expect(periodsBefore(now, kind, true)).toHaveLength(12);
  });
});

describe('figures', () => {
  test('what was left out is no zero: it has no count, no length and no share, and stands last', () => {
    const [, categories] = partsOf(report, new Map([['land-rights', { 'zh-CN': '土地', en: 'Land' }]]));
    expect(categories!.id).toBe('byCategory');
    const rows = categories!.rows;
    expect(rows[0]).toMatchObject({ code: 'domestic-violence', count: 44, length: 1 });
    expect(rows[0]!.share).toBeCloseTo(44 / 180);
    const last = rows[rows.length - 1]!;
    expect('count' in last || 'share' in last).toBe(false);
    expect(last.length).toBe(0);
    expect(rows.find(({ code }) => code === 'land-rights')!.name!.en).toBe('Land');
  });

  test('grades stand by their urgency and months in their order, whatever their counts', () => {
    const parts = partsOf(report, new Map());
    const codes = (id: string) => parts.find((part) => part.id === id)!.rows.map(({ code }) => code);
    expect(codes('byGrade')).toEqual(['red', 'orange', 'pink', 'none']);
    expect(codes('byMonth')).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  test('a rate of nothing is none', () => {
    const empty = { ...report, closing: { count: 0, of: 0 }, onTime: {} };
    expect(ratesOf(empty).slice(0, 2)).toEqual([{ id: 'closing', count: 0, of: 0 }, { id: 'onTime' }]);
    expect(ratesOf(report)[0]!.rate).toBeCloseTo(170 / 180);
  });

  test('no cell of the CSV is taken for a formula or breaks its row', () => {
    const evil = ['=1+1', '+1', '-1', '@x', '\tx', 'a,b', 'a"b', 'a\nb'];
    const rows = evil.map((code) => ({ code, count: 1, name: { 'zh-CN': code, en: code }, length: 1 }));
    const lines = csvOf([{ id: 'byCategory', rows }], [{ id: 'closing' }]).split('\r\n');
    expect(lines[0]).toBe('\ufefftable,code,name,count,of');
    expect(lines).toHaveLength(evil.length + 3);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
  });
});

describe('a report', () => {
  test('for everybody is of a period that is over, without a token', async () => {
    const server = createTestServer();
    const client = createClient({ baseUrl: '', fetch: server.fetch });
    const store = createCaseReportStore({ client, federation });
    expect(store.state).toMatchObject({ load: 'initial', audience: 'public' });
    await store.load();
    expect(store.state).toMatchObject({
      load: 'complete',
      report: { suppressed: true, period: store.state.periods[0] },
    });
    expect(store.state.parts).toHaveLength(6);
    const csv = new TextDecoder().decode(await store.downloadCsv());
    expect(csv).toContain('byGrade,red');
    expect(server.requests.some(({ headers }) => 'authorization' in headers)).toBe(false);
  });

  test('for staff has all figures and the service’s own table, and goes with the session', async () => {
    const { client, session } = await signedIn('supervisor.qingxi');
    const store = createCaseReportStore({ client, federation, session });
    await store.setPeriod(store.state.periods[0]!);
    expect(store.state).toMatchObject({ load: 'complete', audience: 'staff', report: { suppressed: false } });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await store.downloadCsv())).toMatch(/^\ufeffpart,/);
    await store.setPeriodKind('half-year');
    expect(store.state).toMatchObject({ periodKind: 'half-year', load: 'complete' });
    await session.signOut();
    expect(store.state.load).toBe('initial');
    expect(store.state.report).toBeUndefined();
  });

  test('that cannot be had says why, and can be asked for again', async () => {
    const server = createTestServer();
    const store = createCaseReportStore({ client: createClient({ baseUrl: '', fetch: server.fetch }), federation });
    await store.setPeriod('2099-01');
    expect(store.state).toMatchObject({ load: 'error', error: { code: 'period-open' } });
    expect(await store.downloadCsv()).toBeUndefined();
    await store.setPeriodKind('quarter');
    expect(store.state.load).toBe('complete');
  });

  test('of a period that was left does not come after all', async () => {
    const server = createTestServer();
    const store = createCaseReportStore({ client: createClient({ baseUrl: '', fetch: server.fetch }), federation });
    const gate = server.hold('getPublicCaseReport');
    const first = store.load();
    await gate.arrived();
    const [, second] = store.state.periods;
    const next = store.setPeriod(second!);
    gate.open();
    await Promise.all([first, next]);
    expect(store.state).toMatchObject({ load: 'complete', period: second, report: { period: second } });
  });
});

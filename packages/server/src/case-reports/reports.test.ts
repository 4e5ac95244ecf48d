import type { components } from '@fulian/contract/types';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mulberry32 } from '../demo/tree.js';
import { isWithin } from '../federations/tree.js';
import { county, createTestService, type TestService } from '../service-fixture.js';
import { readCsv } from '../service-points/csv.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';

type Report = components['schemas']['CaseReport'];

/** A case as this test has made it up. */
interface MadeCase {
  readonly id: string;
  readonly owner: string;
  readonly at: Date;
  readonly category: string;
  readonly channel: string;
  readonly grade: string;
  readonly excluded: readonly string[];
  readonly limits: readonly { readonly kind: string; readonly due: string; readonly metAt?: string }[];
  readonly followUps: readonly { readonly due: string; readonly doneAt?: string }[];
  readonly resolved: boolean;
  readonly ended: boolean;
  readonly phone: string;
  readonly measures: readonly string[];
}

const township = '990101001000';
const owners = [county, county, township, township, '990101001001', '990101002000', '990102000000', '990100000000'];
const categories = ['domestic-violence', 'family-dispute', 'land-rights', 'work-rights', 'legal-advice'];
const channels = ['web', 'hotline-12338', 'visit', 'grid'];
const grades = ['red', 'orange', 'pink', 'none'];
const measures = ['mediation', 'visit', 'legal-aid'];
const day = 86_400_000;
let service: TestService;
let worker: TestPerson;
let made: MadeCase[];

/** The same each time. The first and the last moment of months are among them, as China counts them. */
function makeCases(): MadeCase[] {
  const random = mulberry32(5);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  // The last ones are rare.
  const skewed = <T>(from: readonly T[]) => from[Math.floor(random() ** 3 * from.length)]!;
  const edges = [
    '2026-07-31T15:59:59.999Z',
    '2026-07-31T16:00:00Z',
    '2026-09-30T15:59:59.999Z',
    '2026-06-30T16:00:00Z',
  ];
  return Array.from({ length: 500 }, (_, at): MadeCase => {
    const time = at < edges.length ? Date.parse(edges[at]!) : Date.parse('2026-05-01T00:00:00Z') + random() * 190 * day;
    const due = new Date(time + day).toISOString();
    const resolved = random() < 0.7;
    return {
      id: randomUUID(),
      owner: pick(owners),
      at: new Date(time),
      category: skewed(categories),
      channel: skewed(channels),
      grade: random() < 0.05 ? 'red' : pick(grades),
      excluded: random() < 0.05 ? [county] : [],
      limits: [
        {
          kind: 'first-contact',
          due,
          ...(random() < 0.9 && { metAt: new Date(time + random() * 1.3 * day).toISOString() }),
        },
        { kind: 'resolution', due: new Date(time + 90 * day).toISOString() },
      ],
      followUps: resolved
        ? [{ due: '2026-12-01', ...(random() < 0.8 && { doneAt: new Date(time + 30 * day).toISOString() }) }]
        : [],
      resolved,
      ended: resolved && random() < 0.8,
      phone: String(Math.floor(random() * 300)),
      measures: [...new Set(Array.from({ length: Math.floor(random() * 4) }, () => pick(measures)))],
    };
  });
}

async function store(cases: readonly MadeCase[]): Promise<void> {
  const column = (of: (one: MadeCase) => unknown) => cases.map(of);
  const x = Buffer.of(1);
  await service.admin.query(
    `insert into help_requests (federation, id, portal, category, grade, state, submitted_at, first_contact_by, asker, contact, risk,
       consents, number, channel, owner, access_units, changed_at, limits, follow_ups, resolved_at, ended_at, marks, excluded_units)
     select c->>'owner', (c->>'id')::uuid, c->>'owner', c->>'category', c->>'grade', 'submitted', (c->>'at')::timestamptz, now(), $2, $2, $2,
       $2, lpad((row_number() over ())::text, 12, '0'), c->>'channel', c->>'owner', array[c->>'owner'], now(), c->'limits', c->'followUps',
       case when (c->>'resolved')::boolean then now() end, case when (c->>'ended')::boolean then now() end,
       array[decode(md5(c->>'phone'), 'hex')], array(select jsonb_array_elements_text(c->'excluded'))
     from unnest($1::jsonb[]) c`,
    [column((one) => JSON.stringify(one)), x],
  );
  await service.admin.query(
    `insert into case_marks (federation, request_id, kind, mark)
     select c->>'owner', (c->>'id')::uuid, 'phone', decode(md5(c->>'phone'), 'hex') from unnest($1::jsonb[]) c`,
    [column((one) => JSON.stringify(one))],
  );
  await service.admin.query(
    `insert into case_events (federation, request_id, seq, at, kind, actor_kind, internal, facts)
     select c->>'owner', (c->>'id')::uuid, m.place * 2 + more, now(), 'measure', 'staff', false, jsonb_build_object('measure', m.name)
     from unnest($1::jsonb[]) c, jsonb_array_elements_text(c->'measures') with ordinality m (name, place), generate_series(0, 1) more`,
    [column((one) => JSON.stringify(one))],
  );
}

beforeAll(async () => {
  service = await createTestService();
  made = makeCases();
  await store(made);
  worker = await signedIn(service, 'worker', county);
});
afterAll(() => service.close());

const staffReport = async (period: string, code = county, who = worker) => {
  const answer = await service.call('getCaseReport', { path: { code }, query: { period }, headers: who.headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Report>();
};
const publicReport = async (period: string, code = county) => {
  const answer = await service.call('getPublicCaseReport', { path: { code }, query: { period } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Report>();
};
const monthOf = ({ at }: MadeCase) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
const nonzero = (list: Report['byCategory']) =>
  Object.fromEntries(list.filter((one) => one.count !== 0).map((one) => [one.code, one.count]));
function countBy(cases: readonly MadeCase[], keysOf: (one: MadeCase) => readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of cases) for (const key of keysOf(one)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The same by going through all cases one by one. */
function bruteForce(months: readonly string[], code: string, reader: string) {
  const now = service.clock.now();
  const seen = made.filter((one) => isWithin(one.owner, reader) && !one.excluded.includes(reader));
  const own = seen.filter((one) => isWithin(one.owner, code) && months.includes(monthOf(one)));
  const decided = own.filter((one) =>
    one.limits.some((limit) => limit.metAt !== undefined || Date.parse(limit.due) <= now.getTime()),
  );
  const late = (one: MadeCase) =>
    one.limits.some(
      (limit) => (limit.metAt === undefined ? now.getTime() : Date.parse(limit.metAt)) > Date.parse(limit.due),
    );
  const resolved = own.filter((one) => one.resolved);
  return {
    total: own.length,
    byCategory: countBy(own, (one) => [one.category]),
    byChannel: countBy(own, (one) => [one.channel]),
    byGrade: countBy(own, (one) => [one.grade]),
    byMonth: countBy(own, (one) => [monthOf(one)]),
    byMeasure: countBy(own, (one) => one.measures),
    closing: { count: own.filter((one) => one.ended).length, of: own.length },
    onTime: { count: decided.filter((one) => !late(one)).length, of: decided.length },
    followUp: {
      count: resolved.filter((one) => one.followUps.some((visit) => visit.doneAt !== undefined)).length,
      of: resolved.length,
    },
    repeats: {
      count: own.filter((one) => seen.some((other) => other.phone === one.phone && other.at < one.at)).length,
      of: own.length,
    },
  };
}

const periods: readonly (readonly [string, readonly string[]])[] = [
  ['2026-07', ['2026-07']],
  ['2026-08', ['2026-08']],
  ['2026-Q3', ['2026-07', '2026-08', '2026-09']],
  ['2026-H1', ['2026-05', '2026-06']],
];

describe('statistics for staff', () => {
  it.each(periods)('of %s are what counting the cases one by one gives', async (period, months) => {
    const city = await signedIn(service, 'supervisor', '990100000000');
    for (const [code, who] of [
      [county, worker],
      [township, worker],
      ['990101001001', worker],
      ['990100000000', city],
    ] as const) {
      const report = await staffReport(period, code, who);
      const expected = bruteForce(months, code, who.federation);
      const { byCategory, byChannel, byGrade, byMonth, byMeasure } = report;
      expect({
        total: report.total,
        byCategory: nonzero(byCategory),
        byChannel: nonzero(byChannel),
        byGrade: nonzero(byGrade),
        byMonth: nonzero(byMonth),
        byMeasure: nonzero(byMeasure),
        closing: report.closing,
        onTime: report.onTime,
        followUp: report.followUp,
        repeats: report.repeats,
      }).toEqual(expected);
      const units = report.byTownship.reduce((sum, one) => sum + one.count!, 0);
      expect(units).toBe(expected.total);
      expect(report.suppressed).toBe(false);
    }
    expect(bruteForce(months, county, county).total).toBeGreaterThan(20);
  });

  it('name the units below, its own work included', async () => {
    const { byTownship } = await staffReport('2026-Q3');
    expect(byTownship.map((one) => [one.code, one.name])).toEqual([
      [county, '清溪县'],
      [township, '柳桥镇'],
      ['990101002000', '东湖街道'],
    ]);
    const inTownship = made.filter(
      (one) => isWithin(one.owner, township) && !one.excluded.includes(county) && /2026-0[789]/.test(monthOf(one)),
    );
    expect(byTownship[1]!.count).toBe(inTownship.length);
  });

  it('come as a table that holds no formula, and are written to the audit log', async () => {
    const answer = await service.call('exportCaseReport', {
      path: { code: county },
      query: { period: '2026-Q3' },
      headers: worker.headers,
    });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
    const rows = readCsv(answer.body);
    const report = await staffReport('2026-Q3');
    expect(rows.find(([title]) => title === '受理总数')?.[3]).toBe(String(report.total));
    expect(rows.filter(([title]) => title === '按渠道')).toHaveLength(report.byChannel.length);
    const { rows: entries } = await service.admin.query(
      `select actor_id, row_count from audit_entries where operation = 'exportCaseReport'`,
    );
    expect(entries).toEqual([{ actor_id: worker.id, row_count: report.total }]);
  });

  it('S6 are for those who may, of what they reach', async () => {
    const intake = await signedIn(service, 'intake', county);
    const query = { period: '2026-07' };
    const refused = await service.call('getCaseReport', { path: { code: county }, query, headers: intake.headers });
    expect(refused.json()).toMatchObject({ code: 'role-refused' });
    const beyond = await service.call('getCaseReport', {
      path: { code: '990102000000' },
      query,
      headers: worker.headers,
    });
    expect(beyond.json()).toMatchObject({ code: 'federation-unknown' });
  });
});

describe('statistics for everybody', () => {
  it('hold no count from 1 to 4, and are else those of staff', async () => {
    let left = 0;
    let told = 0;
    for (const period of ['2026-06', '2026-07', '2026-08', '2026-Q3']) {
      const [shown, whole] = [await publicReport(period), await staffReport(period)];
      for (const list of ['byCategory', 'byChannel', 'byGrade', 'byTownship', 'byMonth', 'byMeasure'] as const)
        for (const [at, { code, count }] of shown[list].entries()) {
          expect(whole[list][at]!.code).toBe(code);
          if (count === undefined) {
            left += 1;
            continue;
          }
          told += 1;
          expect(count).toBe(whole[list][at]!.count);
          expect(count === 0 || count >= 5, `${period} ${list} ${code}`).toBe(true);
        }
      const lists = [shown.byCategory, shown.byChannel, shown.byGrade, shown.byTownship, shown.byMeasure].flat();
      if (lists.some((one) => one.count === undefined)) expect(shown.suppressed).toBe(true);
    }
    expect(left).toBeGreaterThan(5);
    expect(told).toBeGreaterThan(left);
  });

  it('tell of a longer period what each of its months tells', async () => {
    const quarter = await publicReport('2026-Q3');
    const months = await Promise.all(['2026-07', '2026-08', '2026-09'].map((one) => publicReport(one)));
    for (const list of ['byCategory', 'byGrade', 'byMeasure'] as const)
      for (const [at, { count }] of quarter[list].entries()) {
        const parts = months.map((one) => one[list][at]!.count);
        if (parts.includes(undefined)) expect(count).toBeUndefined();
        else expect(count).toBe(parts.reduce<number>((sum, one) => sum + one!, 0));
      }
  });

  it('tell of a city what its counties handle, of a township its total as the county tells it, and of a village nothing', async () => {
    const city = await publicReport('2026-07', '990100000000');
    const counties = await Promise.all([county, '990102000000'].map((code) => publicReport('2026-07', code)));
    expect(city.total).toBe(counties[0]!.total! + counties[1]!.total!);
    expect(city.byTownship.find((one) => one.code === county)?.count).toBe(counties[0]!.total);
    for (const code of [township, '990101002000']) {
      const below = await publicReport('2026-07', code);
      expect(below.total).toBe(counties[0]!.byTownship.find((one) => one.code === code)!.count);
      expect(below.byCategory.every((one) => one.count === undefined)).toBe(true);
      expect(below).toMatchObject({ closing: {}, onTime: {}, suppressed: true });
    }
    const village = await publicReport('2026-07', '990101001001');
    expect(village.total).toBeUndefined();
  });

  it('are of periods that are over, and of federations that are there', async () => {
    const ask = (code: string, period: string) =>
      service.call('getPublicCaseReport', { path: { code }, query: { period } });
    expect((await ask(county, '2026-11')).json()).toMatchObject({ code: 'period-open' });
    expect((await ask(county, '2026-H2')).json()).toMatchObject({ code: 'period-open' });
    expect((await ask('990199000000', '2026-07')).json()).toMatchObject({ code: 'federation-unknown' });
    expect((await ask(county, '2019-Q5')).json()).toMatchObject({ code: 'invalid-request' });
  });
});

import { decodePointTable } from '@fulian/contract/rules/map';
import { beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../clock.js';
import { manyPoints } from '../demo/service-points.js';
import { placeOf, publicPlace, rowOf } from './draft.js';
import type { PointRow } from './point.js';
import type { ListedPoint, ServicePointRepository } from './repository.js';
import { Tables } from './tables.js';

/** In which turn of the event loop each step of an encoding was made. */
const stepsIn: number[] = [];
let turns = 0;

vi.mock('@fulian/contract/rules/map', async (load) => {
  const rules = await load<typeof import('@fulian/contract/rules/map')>();
  return {
    ...rules,
    *encodeInSlices(...given: Parameters<typeof rules.encodeInSlices>): ReturnType<typeof rules.encodeInSlices> {
      const encoding = rules.encodeInSlices(...given);
      for (;;) {
        stepsIn.push(turns);
        const { done, value } = encoding.next();
        if (done) return value;
        yield;
      }
    },
  };
});

const rows: readonly PointRow[] = manyPoints(20_000).map(({ draft, federation, id }) =>
  rowOf(draft, federation, id, publicPlace(placeOf(draft.position), draft.position.crs)),
);

/** Answers the rows as the database does, and tells of each that is looked at. */
function pointsThat(tell: () => void): ServicePointRepository {
  const told = rows.map((row): ListedPoint => ({
    ...row,
    get lng_e5() {
      tell();
      return row.lng_e5;
    },
  }));
  const points: Pick<ServicePointRepository, 'version' | 'list'> = {
    version: async () => '1',
    async *list(_, atOnce) {
      for (let at = 0; at < told.length; at += atOnce) {
        await new Promise((resolve) => setImmediate(resolve));
        yield told.slice(at, at + atOnce);
      }
    },
  };
  return points as ServicePointRepository;
}

const tablesOf = (tell: () => void, most = 100_000) => new Tables(pointsThat(tell), systemClock, most);

beforeEach(() => {
  stepsIn.length = 0;
  turns = 0;
});

it('makes the first table of an area in slices, and whoever asks meanwhile has a turn after each of them', async () => {
  let [looked, most, done] = [0, 0, false];
  const tables = tablesOf(() => {
    looked += 1;
  });
  // Another request: it wants the next turn, again and again.
  const other = () => {
    most = Math.max(most, looked);
    looked = 0;
    turns += 1;
    if (!done) setImmediate(other);
  };
  setImmediate(other);
  const table = await tables.of('990100000000');
  done = true;
  expect(decodePointTable(table.bytes).count).toBe(rows.length);
  // Each row is looked at twice, for the table and for its version.
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(2_000);
  expect(stepsIn.length).toBeGreaterThan(20);
  expect(new Set(stepsIn).size).toBe(stepsIn.length);
});

it('names the rows in the order of the table', async () => {
  const table = await tablesOf(() => undefined).of('990100000000');
  const { lng, lat } = decodePointTable(table.bytes);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const at of [0, 1, 777, 19_999]) {
    const { lng_e5, lat_e5, name, initials } = byId.get(table.ids[at]!)!;
    expect([lng[at], lat[at], table.names[at], table.initials[at]]).toEqual([lng_e5, lat_e5, name, initials]);
  }
});

it('gives up an area of too many points as soon as it knows', async () => {
  let looked = 0;
  const tables = tablesOf(() => {
    looked += 1;
  }, 2_500);
  await expect(tables.of('990100000000')).rejects.toMatchObject({ code: 'table-too-large' });
  expect(looked).toBeLessThanOrEqual(2 * 2_500);
});

import { worldX, worldY } from '@fulian/contract/rules/map';
import { manyPoints } from '../../../packages/server/src/demo/service-points.js';
import type { WorldBox } from '../../../packages/server/src/service-points/repository.js';
import { statementOf } from '../../../packages/server/src/testing/statements.js';

/** The city whose 100,000 points are asked about. */
export const city = '990100000000';
/** The kinds of questions. */
export const kinds = ['bbox', 'nearest', 'cells'] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** A question over HTTP, and the statement with which our service answers it. */
export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With its values in it, for pgbench. */
  readonly sql: string;
}

/** Questions of a kind, as the pages of `count` visitors ask them who are where points are. */
export async function questionsOf(kind: Kind, count: number): Promise<Question[]> {
  const places = manyPoints(count, 7).map(({ draft }) => draft.position);
  const questions: Question[] = [];
  for (const [at, { lng, lat }] of places.entries()) questions.push(await questionOf(kind, at, lng, lat));
  return questions;
}

const everything = { categories: undefined, facilities: 0 };

async function questionOf(kind: Kind, at: number, lng: number, lat: number): Promise<Question> {
  const base = `/v1/federations/${city}`;
  if (kind === 'nearest') {
    const here = `${lng.toFixed(3)},${lat.toFixed(3)}`;
    const [x, y] = [worldX(Number(lng.toFixed(3))), worldY(Number(lat.toFixed(3)))];
    return {
      path: `${base}/nearest-service-points`,
      headers: { 'fulian-position': here },
      sql: await statementOf((points) => points.nearest(city, x, y, everything, 80)),
    };
  }
  // A phone's page at zooms from the whole city to a street.
  const z = 9 + (at % 8);
  if (kind === 'cells') {
    const [x, y] = [worldX(lng), worldY(lat)].map((one) => Math.floor(one * 2 ** z)) as [number, number];
    const box = { west: x / 2 ** z, north: y / 2 ** z, east: (x + 1) / 2 ** z, south: (y + 1) / 2 ** z };
    return {
      path: `${base}/service-point-cells/${z}/${x}/${y}`,
      headers: {},
      sql: await statementOf((points) => points.cells(city, box, 4 * 2 ** z, everything)),
    };
  }
  const [wide, high] = [(360 / 2 ** z) * (390 / 256) * 0.5, (360 / 2 ** z) * (700 / 256) * 0.44];
  const sides = [lng - wide, lat - high, lng + wide, lat + high].map((one) => Number(one.toFixed(6)));
  const [west, south, east, north] = sides as [number, number, number, number];
  const box: WorldBox = { west: worldX(west), south: worldY(south), east: worldX(east), north: worldY(north) };
  return {
    path: `${base}/service-points?bbox=${sides.join()}`,
    headers: {},
    sql: await statementOf((points) => points.search(city, { ...everything, bbox: box, after: '', limit: 101 })),
  };
}

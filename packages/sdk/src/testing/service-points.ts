import {
  bitsOf,
  categoryCounts,
  cellsOfTile,
  decodePointTable,
  distance,
  encodePointTable,
} from '@fulian/contract/rules/map';
import type { Schemas } from '../operation-types.js';
import { calendar } from './calendar.js';
import { federationOf, type Handler, pageOf, type Surroundings } from './handler.js';
import { TestProblem } from './problems.js';
import type { TestServicePoint } from './sample-service-points.js';
import type { CheckedRequest } from './state.js';

const areaRadius = 10_000;

/** The points of a federation and those below it, by id. */
function pointsOf(request: CheckedRequest, surroundings: Surroundings): readonly TestServicePoint[] {
  const { code, level } = federationOf(request, surroundings);
  const prefix = code.slice(0, { province: 2, city: 4, county: 6, township: 9, village: 12 }[level]);
  const points = surroundings.state.servicePoints.filter(({ point }) => point.federation.startsWith(prefix));
  return points.sort((a, b) => (a.point.id < b.point.id ? -1 : 1));
}

/** As lists show a point: without its photos. */
function listed(point: Schemas['ServicePoint']): Schemas['ServicePoint'] {
  const { photos: _, ...rest } = point;
  return rest;
}

function publicPlace({ position, area }: Schemas['ServicePoint']): Schemas['Position'] {
  return position ?? { lng: area!.lng, lat: area!.lat };
}

/** The points that fit the query. */
function chosen(request: CheckedRequest, surroundings: Surroundings): readonly TestServicePoint[] {
  const query = request.query as { categories?: string; facilities?: string; q?: string; bbox?: string };
  const wanted = query.categories?.split(',');
  const bits = bitsOf((query.facilities?.split(',') ?? []) as Schemas['ServicePointFacility'][]);
  const words = query.q?.toLowerCase().replace(/\s/g, '');
  const [west = -180, south = -90, east = 180, north = 90] = query.bbox?.split(',').map(Number) ?? [];
  return pointsOf(request, surroundings).filter(({ point, initials }) => {
    const { lng, lat } = publicPlace(point);
    return (
      (!wanted || wanted.includes(point.category)) &&
      (bitsOf(point.facilities) & bits) === bits &&
      (words === undefined || point.name.includes(words) || initials.includes(words)) &&
      lng >= west &&
      lng <= east &&
      lat >= south &&
      lat <= north
    );
  });
}

/** The table of these points, the points in its rows' order, and its version: a sum over all that stands in it. */
function tableOf(points: readonly TestServicePoint[]) {
  const rows = points.map(({ point }) => ({
    ...publicPlace(point),
    category: point.category,
    facilities: point.facilities,
    confidential: point.confidential,
    paused: point.status === 'paused',
    hours: point.hours,
  }));
  let sum = 7;
  for (const letter of JSON.stringify(points)) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  const version = `test${String(sum).padStart(12, '0')}`;
  const { bytes, order } = encodePointTable(rows, { version, calendar, areaRadius });
  return { version, bytes, rows: [...order].map((row) => points[row]!) };
}

function pointOf(request: CheckedRequest, surroundings: Surroundings): Schemas['ServicePoint'] {
  const found = pointsOf(request, surroundings).find(({ point }) => point.id === request.path.pointId);
  if (!found) throw new TestProblem('service-point-unknown');
  return found.point;
}

const findNearestServicePoints: Handler = (request, surroundings) => {
  const [lng = 0, lat = 0] = String(request.headers['fulian-position']).split(',').map(Number);
  const items = chosen(request, surroundings).map(({ point }) => ({
    point: listed(point),
    distance: Math.round(distance({ lng, lat }, publicPlace(point))),
  }));
  items.sort((a, b) => a.distance - b.distance || (a.point.id < b.point.id ? -1 : 1));
  return { items: items.slice(0, (request.query.limit as number | undefined) ?? 20) };
};

const getServicePointCells: Handler = (request, surroundings) => {
  const columns = decodePointTable(tableOf(chosen(request, surroundings)).bytes);
  const [z, x, y] = [request.path.z, request.path.x, request.path.y].map(Number);
  const cells = cellsOfTile(columns, undefined, { z: z!, x: x!, y: y! });
  return {
    cells: cells.map((cell) => ({
      x: cell.x,
      y: cell.y,
      count: cell.count,
      counts: categoryCounts(cell.counts),
      lng: cell.lng,
      lat: cell.lat,
    })),
  };
};

const listServicePointNames: Handler = (request, surroundings) => {
  const { version, rows } = tableOf(pointsOf(request, surroundings));
  if (version !== request.path.tableVersion) throw new TestProblem('table-outdated');
  const { from = 0, rows: count = 256 } = request.query as { from?: number; rows?: number };
  const some = rows.slice(from, from + count);
  return {
    from,
    ids: some.map(({ point }) => point.id),
    names: some.map(({ point }) => point.name),
    initials: some.map(({ initials }) => initials),
  };
};

const sendServicePointFeedback: Handler = (request, surroundings) => {
  const { id } = pointOf(request, surroundings);
  const feedback = request.body as Schemas['ServicePointFeedback'];
  if ((feedback.kind === 'rating') !== (feedback.stars !== undefined))
    throw new TestProblem('service-point-refused', { findings: [{ where: 'body/stars', code: 'missing' }] });
  surroundings.state.feedback.push({ ...feedback, pointId: id });
  return { status: 'received' };
};

/** What the map asks. */
export const servicePointHandlers = {
  searchServicePoints: (request, surroundings) =>
    pageOf(
      chosen(request, surroundings).map(({ point }) => listed(point)),
      request.query,
    ),
  getServicePoint: pointOf,
  findNearestServicePoints,
  getServicePointCells,
  getServicePointTable: (request, surroundings) => tableOf(pointsOf(request, surroundings)).bytes,
  listServicePointNames,
  sendServicePointFeedback,
  // A page's `<img>` asks a network for it, and nothing in memory: give the client a `baseUrl` where pictures are.
  getServicePointPhoto: () => {
    throw new TestProblem('photo-unknown');
  },
} satisfies Record<string, Handler>;

import { distance, worldX, worldY, type LngLat } from '@fulian/contract/rules/map';
import { publicCache } from '../federations/handlers.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { entityTagOf } from '../http/entity-tag.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Cells } from './cells.js';
import type { Feedback } from './feedback.js';
import { filterKey, filterOf } from './filters.js';
import type { Photos } from './photos.js';
import { pointOf, pointTag, pointText, withPhotos } from './point.js';
import type { ServicePointRepository, WorldBox } from './repository.js';
import type { Tables } from './tables.js';

/** What the handlers of visitors need. */
export interface ServicePointParts {
  readonly points: ServicePointRepository;
  readonly tables: Tables;
  readonly cells: Cells;
  readonly feedback: Feedback;
  readonly photos: Photos;
  readonly cursorKey: Uint8Array;
}

type PublicIds =
  | 'searchServicePoints'
  | 'getServicePoint'
  | 'findNearestServicePoints'
  | 'getServicePointCells'
  | 'getServicePointTable'
  | 'listServicePointNames'
  | 'sendServicePointFeedback';

const defaultLimit = 100;
const defaultNearest = 20;
const defaultRows = 256;
/** The map stretches what lies further from the equator: the nearest on it are looked at with their real distances. */
const candidates = 4;

/** Answers what visitors ask of the tag `service-points`. */
export function servicePointHandlers({
  points,
  tables,
  cells,
  feedback,
  photos,
  cursorKey,
}: ServicePointParts): HandlersOf<PublicIds> {
  const assertKnown = async (code: string) => {
    if ((await points.version(code)) === undefined) throw new ProblemError('federation-unknown');
  };
  return {
    async searchServicePoints({ path: { code }, query }) {
      const { bbox, q, cursor, limit = defaultLimit } = query;
      const filter = filterOf(query);
      const listing = ['searchServicePoints', code, bbox ?? '', q ?? '', filterKey(filter)];
      const [after = ''] = readCursor(cursorKey, listing, cursor, 1) ?? [];
      const box = bbox === undefined ? undefined : boxOf(bbox);
      const found = await points.search(code, { ...filter, bbox: box, text: q, after, limit: limit + 1 });
      if (found.length === 0) await assertKnown(code);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last && writeCursor(cursorKey, listing, [last.id]);
      const text = Buffer.from(`{"items":[${shown.map(pointText).join()}]${next ? `,"nextCursor":"${next}"` : ''}}`);
      return { text, etag: entityTagOf(text), headers: publicCache };
    },

    async getServicePoint({ path: { code, pointId } }) {
      const found = await points.find(code, pointId);
      if (!found) throw new ProblemError('service-point-unknown');
      const body = withPhotos(pointOf(found), await photos.of(found));
      return { body, etag: pointTag(found.revision), headers: publicCache };
    },

    async findNearestServicePoints({ path: { code }, query, header }) {
      const here = positionOf(header['fulian-position']);
      const { limit = defaultNearest } = query;
      const [x, y] = [worldX(here.lng), worldY(mapped(here.lat))];
      const found = await points.nearest(code, x, y, filterOf(query), limit * candidates);
      if (found.length === 0) await assertKnown(code);
      const items = found
        .map((row) => {
          const metres = distance(here, { lng: row.lng_e5 / 1e5, lat: row.lat_e5 / 1e5 });
          return { row, metres: Math.round(metres) };
        })
        .sort((a, b) => a.metres - b.metres || (a.row.id < b.row.id ? -1 : 1))
        .slice(0, limit);
      const texts = items.map(({ row, metres }) => `{"point":${pointText(row)},"distance":${metres}}`);
      return { text: `{"items":[${texts.join()}]}`, headers: { 'Cache-Control': 'no-store' } };
    },

    async getServicePointCells({ path: { code, z, x, y }, query }) {
      const text = await cells.of(code, { z: Number(z), x: Number(x), y: Number(y) }, filterOf(query));
      return { text, etag: entityTagOf(text), headers: publicCache };
    },

    async getServicePointTable({ path: { code }, request }) {
      const { version, bytes, brotli } = await tables.of(code);
      const packed = acceptsBrotli(request.headers['accept-encoding']);
      return {
        bytes: packed ? brotli : bytes,
        // Other bytes under the same tag would be put together wrongly by caches.
        etag: packed ? `"${version}-br"` : `"${version}"`,
        headers: {
          ...publicCache,
          Vary: 'Accept-Encoding',
          ...(packed && { 'Content-Encoding': 'br' }),
        },
      };
    },

    async listServicePointNames({ path: { code, tableVersion }, query: { from = 0, rows = defaultRows } }) {
      const table = await tables.of(code);
      if (table.version !== tableVersion) throw new ProblemError('table-outdated');
      const part = <T>(column: readonly T[]) => column.slice(from, from + rows);
      const body = { from, ids: part(table.ids), names: part(table.names), initials: part(table.initials) };
      return { body, headers: publicCache };
    },

    async sendServicePointFeedback({ path: { code, pointId }, header, body }) {
      const { text, replayed } = await feedback.send(code, pointId, header['idempotency-key']!, body);
      return { text, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} };
    },
  };
}

/** Latitudes that the map has. */
function mapped(lat: number): number {
  return Math.max(-85, Math.min(85, lat));
}

function boxOf(bbox: string): WorldBox {
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  return { west: worldX(west), east: worldX(east), north: worldY(mapped(north)), south: worldY(mapped(south)) };
}

function positionOf(header: string): LngLat {
  const [lng, lat] = header.split(',').map(Number) as [number, number];
  return { lng, lat: Math.max(-90, Math.min(90, lat)) };
}

function acceptsBrotli(header: string | string[] | undefined): boolean {
  return /(^|,)\s*br\s*(;\s*q=(?!0(\.0+)?\s*(,|$))|,|$)/i.test(String(header ?? ''));
}

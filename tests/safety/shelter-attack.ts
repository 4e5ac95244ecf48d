/** Whoever wants to know where a shelter is: a thousand questions about it, and what can be computed from the answers. */
import { decodePointTable, distance, worldX, worldY, type LngLat } from '@fulian/contract/rules/map';
import type { TestService } from '../../packages/server/src/service-fixture.js';

/** One question over the wire. */
export interface Question {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whom and what is asked: a county, a part of the target's name, and a token of staff where the attacker has one. */
export interface Target {
  readonly code: string;
  readonly name: string;
  readonly id: string;
  readonly authorization: string;
  /** Around here it must be. */
  readonly around: LngLat;
}

/** Numbers from 0 up to, not including, 1; the same for a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A thousand questions that do not depend on answers: places, boxes, tiles, searches, tables and exports. */
export function questionsAbout({ code, name, id, authorization, around }: Target, seed: number): Question[] {
  const random = randomFrom(seed);
  const base = `/v1/federations/${code}`;
  const near = (reach: number) => ({
    lng: around.lng + (random() - 0.5) * reach,
    lat: around.lat + (random() - 0.5) * reach,
  });
  const questions: Question[] = [];
  const ask = (url: string, headers: Record<string, string> = {}) => questions.push({ url: base + url, headers });
  for (let step = 0; step < 600; step += 1) {
    const { lng, lat } = near(step < 300 ? 0.6 : 0.2);
    const filter = ['categories=shelter', 'categories=shelter,nursing-room&limit=50', 'limit=50'][step % 3]!;
    ask(`/nearest-service-points?${filter}`, { 'fulian-position': `${lng.toFixed(3)},${lat.toFixed(3)}` });
  }
  for (let step = 0; step < 200; step += 1) {
    const [a, b] = [near(0.4), near(0.4)];
    const sides = [Math.min(a.lng, b.lng), Math.min(a.lat, b.lat), Math.max(a.lng, b.lng), Math.max(a.lat, b.lat)];
    ask(`/service-points?bbox=${sides.map((one) => one.toFixed(6)).join()}`);
  }
  for (let step = 0; step < 180; step += 1) {
    const { lng, lat } = near(0.2);
    const z = 4 + (step % 17);
    const [x, y] = [worldX(lng), worldY(lat)].map((one) => Math.floor(one * 2 ** z));
    ask(`/service-point-cells/${z}/${x}/${y}${step % 2 === 0 ? '' : '?categories=shelter'}`);
  }
  ask('/service-point-table');
  ask('/service-point-table', { 'accept-encoding': 'br' });
  ask(`/service-points/${id}`);
  for (const category of ['shelter', 'shelter,mediation']) ask(`/service-points?categories=${category}&limit=2`);
  for (const text of [name, 'bijiu', 'x']) ask(`/service-points?q=${encodeURIComponent(text)}`);
  for (const format of ['csv', 'geojson']) ask(`/service-point-export?format=${format}`, { authorization });
  ask('/service-point-feedback', { authorization });
  for (let step = questions.length; step < 1_000; step += 1) ask(`/service-points?limit=${1 + (step % 9)}`);
  return questions;
}

/** An answer without what differs between any two: request id and date. */
export interface Heard {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
}

/** Asks one question. */
export async function hear(service: TestService, { url, headers }: Question): Promise<Heard> {
  const answer = await service.app.inject({ url, headers: { ...headers } });
  const { 'fulian-request-id': id, date: _, ...rest } = answer.headers;
  const body = answer.rawPayload;
  const known = answer.statusCode < 400 ? body : Buffer.from(body.toString().replaceAll(String(id), 'request-id'));
  return { status: answer.statusCode, headers: rest, body: known };
}

interface Measured {
  readonly from: LngLat;
  readonly metres: number;
}

/** Asks everything, also what the answers suggest, and gives every estimate of the target's place, by how it was found. */
export async function estimates(service: TestService, target: Target, seed: number): Promise<Map<string, LngLat>> {
  const found = new Map<string, LngLat>();
  const measured: Measured[] = [];
  for (const question of questionsAbout(target, seed)) {
    const heard = await hear(service, question);
    const position = question.headers['fulian-position'];
    if (position !== undefined) {
      const [lng, lat] = position.split(',').map(Number) as [number, number];
      const { items } = JSON.parse(heard.body.toString()) as { items: { point: { id: string }; distance: number }[] };
      const own = items.find(({ point }) => point.id === target.id);
      if (own) measured.push({ from: { lng, lat }, metres: own.distance });
    } else if (question.url.endsWith('table') && !question.headers['accept-encoding']) {
      const place = placeInTable(heard.body, target.around);
      if (place) found.set('table', place);
    } else if (question.url.endsWith(`/${target.id}`)) {
      const { position: exact, area } = JSON.parse(heard.body.toString()) as { position?: LngLat; area?: LngLat };
      found.set('detail', (exact ?? area)!);
    }
  }
  found.set('distances', multilaterate(measured, target.around));
  found.set('boxes', await bisect(service, target));
  found.set('cells', await deepestCell(service, target));
  const all = [...found.values()];
  const mean = (of: (one: LngLat) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  found.set('mean of all', { lng: mean((one) => one.lng), lat: mean((one) => one.lat) });
  return found;
}

/** The place whose distances fit best: steps of Gauss and Newton on a plane. */
export function multilaterate(measured: readonly Measured[], start: LngLat): LngLat {
  const scale = { lng: 111_195 * Math.cos((start.lat * Math.PI) / 180), lat: 111_195 };
  let guess = { ...start };
  for (let step = 0; step < 30; step += 1) {
    let [xx, xy, yy, xr, yr] = [0, 0, 0, 0, 0];
    for (const { from, metres } of measured) {
      const [x, y] = [(guess.lng - from.lng) * scale.lng, (guess.lat - from.lat) * scale.lat];
      const far = Math.max(1, Math.hypot(x, y));
      const rest = metres - distance(from, guess);
      const [dx, dy] = [x / far, y / far];
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
      xr += dx * rest;
      yr += dy * rest;
    }
    const det = xx * yy - xy * xy;
    if (Math.abs(det) < 1e-9) break;
    guess = {
      lng: guess.lng + (yy * xr - xy * yr) / det / scale.lng,
      lat: guess.lat + (xx * yr - xy * xr) / det / scale.lat,
    };
  }
  return guess;
}

/** Halves boxes, for as long as the target is told to be in one. */
async function bisect(service: TestService, { code, id, around }: Target): Promise<LngLat> {
  const box = { west: around.lng - 0.5, south: around.lat - 0.5, east: around.lng + 0.5, north: around.lat + 0.5 };
  const isIn = async (one: typeof box) => {
    const sides = [one.west, one.south, one.east, one.north].map((side) => side.toFixed(6)).join();
    const heard = await hear(service, {
      url: `/v1/federations/${code}/service-points?bbox=${sides}&limit=500`,
      headers: {},
    });
    return heard.body.includes(id);
  };
  for (let step = 0; step < 20; step += 1) {
    const [lng, lat] = [(box.west + box.east) / 2, (box.south + box.north) / 2];
    if (await isIn({ ...box, east: lng })) box.east = lng;
    else box.west = lng;
    if (await isIn({ ...box, north: lat })) box.north = lat;
    else box.south = lat;
  }
  return { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
}

/** Goes down the tiles to the cell of the largest zoom; where there are several targets, to the one nearest to the guess. */
async function deepestCell(service: TestService, { code, id, around }: Target): Promise<LngLat> {
  const detail = await hear(service, { url: `/v1/federations/${code}/service-points/${id}`, headers: {} });
  const { category, area, position } = JSON.parse(detail.body.toString()) as {
    category: string;
    area?: LngLat;
    position?: LngLat;
  };
  const shown = (area ?? position)!;
  let best = around;
  for (let z = 6; z <= 20; z += 2) {
    const [x, y] = [worldX(shown.lng), worldY(shown.lat)].map((one) => Math.floor(one * 2 ** z));
    const url = `/v1/federations/${code}/service-point-cells/${z}/${x}/${y}?categories=${category}`;
    const { cells } = JSON.parse((await hear(service, { url, headers: {} })).body.toString()) as { cells: LngLat[] };
    best = cells.reduce((a, b) => (distance(shown, b) < distance(shown, a) ? b : a), cells[0] ?? best);
  }
  return best;
}

/** The row of the table that is nearest to where the attacker looks; tables have no names. */
function placeInTable(bytes: Buffer, around: LngLat): LngLat | undefined {
  const table = decodePointTable(bytes);
  let best: LngLat | undefined;
  for (let row = 0; row < table.count; row += 1) {
    const place = { lng: table.lng[row]! / 1e5, lat: table.lat[row]! / 1e5 };
    if (table.flags[row]! % 2 === 0) continue;
    if (!best || distance(place, around) < distance(best, around)) best = place;
  }
  return best;
}

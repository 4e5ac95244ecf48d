import { categories, type Facility } from './categories.js';
import type { TableRow } from './point-table.js';

/** Hours as offices, shops, stations and parks have them; the more usual ones come up more often. */
const usualHours = [
  'WD 08:30-12:00,14:00-17:30; PH off',
  'WD 09:00-17:00; PH off',
  'Mo-Su 09:00-22:00',
  'Mo-Su 10:00-22:00',
  'Mo-Fr 08:30-17:30',
  undefined,
  'Mo-Su 08:00-20:00',
  'WD 08:00-11:30,14:30-18:00; PH off',
  '00:00-24:00',
  'Mo-Su 06:00-22:00',
  'WD 08:30-12:00,13:30-17:00; Sa 09:00-12:00; PH off',
  'Tu-Su 09:00-17:00; Mo off',
  'Mo-Su 09:00-21:00; PH 10:00-18:00',
  'WD 09:00-12:00',
  'unknown',
  'WD 08:30-17:30; PH off; 2026-12-31 08:30-12:00',
];

const full: readonly Facility[] = [
  'changing-table',
  'hot-water',
  'basin',
  'seat',
  'table',
  'socket',
  'bin',
  'lock',
  'curtain',
];

/**
 * Invented rows that lie as real ones do: in villages and streets around the seats of townships, those in counties of a
 * province 500 km wide; most of them nursing rooms, whose facilities are a full set less this or that. The same each time for
 * the same number. For tests and measurements.
 */
export function manyRows(count: number, seed = 1): TableRow[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const bell = () => random() + random() + random() + random() - 2;
  const around = (lng: number, lat: number, reach: number) => ({
    lng: lng + bell() * reach,
    lat: lat + bell() * reach,
  });
  const counties = Array.from({ length: Math.max(1, Math.round(count / 1000)) }, () => ({
    lng: 116 + random() * 5,
    lat: 26 + random() * 4.5,
  }));
  const townships = counties.flatMap(({ lng, lat }) => Array.from({ length: 10 }, () => around(lng, lat, 0.25)));
  const villages = townships.flatMap(({ lng, lat }) => Array.from({ length: 12 }, () => around(lng, lat, 0.05)));
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: count }, () => {
    const centre = one(random() < 0.5 ? villages : townships);
    const place = around(centre.lng, centre.lat, 0.012);
    const share = random();
    const category = categories[share < 0.6 ? 0 : share < 0.8 ? 1 : share < 0.95 ? 2 : share < 0.98 ? 3 : 4]!;
    const isRoom = category === 'nursing-room';
    return {
      lng: Math.round(place.lng * 1e5) / 1e5,
      lat: Math.round(place.lat * 1e5) / 1e5,
      category,
      facilities: isRoom ? full.filter(() => random() > 0.12) : random() < 0.5 ? ['step-free'] : [],
      confidential: false,
      paused: random() < 0.02,
      hours: usualHours[Math.floor(random() * random() * usualHours.length)],
    };
  });
}

import { facilities, type Category, type Facility } from '@fulian/contract/rules/map';
import { createHash } from 'node:crypto';
import type { Draft } from '../service-points/draft.js';
import { demoCounty, demoTree, mulberry32, type DemoFederation } from './tree.js';

/** A service point that nobody has seen: whose it is, and what staff would write. */
export interface DemoPoint {
  readonly federation: string;
  /** The same each time, so that two who fill a database at once do it once. */
  readonly id: string;
  readonly draft: Draft;
}

/** As many as the reports of the domain count in a prefecture city. */
const demoCounts: readonly (readonly [Category, number])[] = [
  ['nursing-room', 316],
  ['womens-home', 100],
  ['mediation', 80],
  ['legal-aid', 12],
  ['counselling', 15],
  ['shelter', 2],
];

/** Middles of the demo's five counties, GCJ-02. */
const middles: readonly (readonly [lng: number, lat: number])[] = [
  [118.42, 27.9],
  [118.05, 27.62],
  [118.86, 27.66],
  [118.12, 28.24],
  [118.78, 28.2],
];
/** Degrees within which a county's townships and a township's villages lie. */
const [townshipReach, villageReach] = [0.19, 0.035];

const roomHosts = [
  '便民服务中心',
  '卫生院',
  '图书馆',
  '汽车站',
  '文化站',
  '游客中心',
  '妇幼保健所',
  '农贸市场',
  '购物广场',
];
const studioNames = ['好阿姨', '老舅妈', '常阿姐', '贴心人', '邻里'];
const workHours = ['WD 08:30-12:00,14:00-17:30', 'Mo-Fr 09:00-17:00', 'WD 08:30-11:30,13:30-17:00; PH off'];
const publicHours = [
  '08:00-20:00',
  '00:00-24:00',
  'Mo-Su 09:00-21:00',
  'WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off',
];
const roles: Record<Category, string> = {
  'nursing-room': '服务台',
  'womens-home': '妇联主席',
  mediation: '值班调解员',
  'legal-aid': '值班律师',
  counselling: '心理咨询师',
  shelter: '值班员',
};

/** The demo's points: 316 nursing rooms, 100 homes, 80 mediation points and a few others, 2 shelters among them. */
export function demoPoints(): DemoPoint[] {
  return [
    contractRoom,
    ...pointsBy(
      demoCounts.map(([category, count]) => [category, count - +(category === 'nursing-room')]),
      525,
    ),
  ];
}

/** `count` points in the same city, in the same mixture but for shelters, for measuring. The same for a seed. */
export function manyPoints(count: number, seed = 100_000): DemoPoint[] {
  const mixture = demoCounts.filter(([category]) => category !== 'shelter');
  const whole = mixture.reduce((sum, [, share]) => sum + share, 0);
  const counts = mixture.map(([category, share]) => [category, Math.floor((share * count) / whole)] as const);
  const left = count - counts.reduce((sum, [, one]) => sum + one, 0);
  return pointsBy(
    counts.map(([category, one], at) => [category, one + (at === 0 ? left : 0)]),
    seed,
  );
}

/** The room of the contract's examples. */
const contractRoom: DemoPoint = {
  federation: '990101002000',
  id: '4fQm1nZcT0aVb7xWq2LdEg',
  draft: {
    category: 'nursing-room',
    name: '东湖街道便民中心母婴室',
    position: { lng: 118.412, lat: 27.905, crs: 'GCJ-02' },
    address: '东湖街道湖滨路 18 号一楼',
    hours: 'WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off',
    phone: '0990-1234501',
    dutyRole: '便民中心前台',
    facilities: ['changing-table', 'hot-water', 'basin', 'seat', 'socket', 'lock', 'step-free'],
    checkedOn: '2026-10-12',
  },
};

function pointsBy(counts: readonly (readonly [Category, number])[], seed: number): DemoPoint[] {
  const random = mulberry32(seed);
  const tree = demoTree();
  const places = {
    counties: [] as DemoFederation[],
    townships: [] as DemoFederation[],
    villages: [] as DemoFederation[],
  };
  for (const one of tree.slice(2)) {
    if (one.code.endsWith('000000')) places.counties.push(one);
    else if (one.code.endsWith('000')) places.townships.push(one);
    else places.villages.push(one);
  }
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const points: DemoPoint[] = [];
  for (const [category, count] of counts) {
    for (let at = 0; at < count; at += 1) {
      const owner =
        category === 'shelter'
          ? places.counties[at]!
          : category === 'legal-aid'
            ? pick([...places.counties, ...places.townships])
            : pick(random() < 0.3 ? places.townships : places.villages);
      const id = createHash('sha256').update(`${seed} ${category} ${at}`).digest('base64url').slice(0, 22);
      points.push({ federation: owner.code, id, draft: draftOf(category, owner, at, random) });
    }
  }
  return points;
}

function draftOf(category: Category, { code, name }: DemoFederation, at: number, random: () => number): Draft {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  const middle = placeOf(code);
  // Closer to the middle than to the edge, as houses stand.
  const [reach, turn] = [villageReach * random() * random(), random() * 2 * Math.PI];
  const position = {
    lng: Math.round((middle.lng + reach * Math.cos(turn)) * 1e5) / 1e5,
    lat: Math.round((middle.lat + reach * Math.sin(turn)) * 1e5) / 1e5,
    crs: 'GCJ-02' as const,
  };
  const phone = `0990-1${String(200_000 + (at % 700_000)).padStart(6, '0')}`;
  const known = random();
  const hours = pick(category === 'nursing-room' ? [...publicHours, ...workHours] : workHours);
  if (category === 'shelter')
    return { category, name: `${name}妇女避救中心`, confidential: true, position, phone, dutyRole: roles.shelter };
  return {
    category,
    name: nameOf(category, name, at, pick),
    position,
    address: `${name}${pick(['人民路', '解放路', '建设路', '文化路', '幸福街', '迎春巷'])} ${1 + Math.floor(random() * 198)} 号`,
    // Of every tenth nobody knows when it is open.
    ...(known < 0.9 && { hours }),
    phone,
    dutyRole: roles[category],
    facilities: facilitiesFor(category, random),
    status: random() < 0.02 ? 'paused' : 'in-service',
    checkedOn: `2026-${pick(['08', '09', '10'])}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
  };
}

function nameOf(category: Category, owner: string, at: number, pick: <T>(from: readonly T[]) => T): string {
  switch (category) {
    case 'nursing-room':
      return `${owner}${pick(roomHosts)}母婴室${at >= 316 ? `（${at}）` : ''}`;
    case 'womens-home':
      return `${owner}妇女儿童之家${at >= 100 ? `（${at}）` : ''}`;
    case 'mediation':
      return `${owner}“${pick(studioNames)}”调解室${at >= 80 ? `（${at}）` : ''}`;
    case 'legal-aid':
      return `${owner}妇女法律援助站`;
    default:
      return `${owner}阳光心灵驿站`;
  }
}

/** Nursing rooms have what the opinion of 2016 asks for, more or less; others a way in. */
function facilitiesFor(category: Category, random: () => number): Facility[] {
  const usual = category === 'nursing-room' ? 12 : 0;
  const likely = [0.9, 0.8, 0.85, 0.3, 0.95, 0.7, 0.9, 0.8, 0.75, 0.6, 0.7, 0.4];
  return facilities.filter(
    (_, at) => random() < (at < usual ? likely[at]! : at < 12 ? 0 : [0.7, 0.4, 0.25, 0.05][at - 12]!),
  );
}

/** Where a federation of the demo lies; invented, and the same each time. */
function placeOf(code: string): { lng: number; lat: number } {
  const [lng, lat] = middles[Number(code.slice(4, 6)) - 1] ?? middles[0]!;
  const township = code.slice(6, 9) === '000' ? [0, 0] : offsetOf(code.slice(0, 9), townshipReach);
  const village = code.endsWith('000') ? [0, 0] : offsetOf(code, villageReach);
  return { lng: lng + township[0]! + village[0]!, lat: lat + township[1]! + village[1]! };
}

function offsetOf(text: string, reach: number): [number, number] {
  const print = createHash('sha256').update(text).digest();
  const radius = reach * Math.sqrt(print.readUInt32BE(0) / 2 ** 32);
  const turn = (print.readUInt32BE(4) / 2 ** 32) * 2 * Math.PI;
  return [radius * Math.cos(turn), radius * Math.sin(turn)];
}

/** Of whom the demo's token of staff is. */
export const demoStaffFederation = demoCounty;

import type { Schemas } from '../operation-types.js';
import { copyOf } from './world.js';

type ServicePoint = Schemas['ServicePoint'];
type Category = Schemas['ServicePointCategory'];

/** A service point, and its name in pinyin, for searching. */
export interface TestServicePoint {
  readonly point: ServicePoint;
  readonly initials: string;
}

/** Invented townships of the sample county: where they are, and how their names sound. */
const townships = [
  { code: '990101001000', name: '柳桥镇', sound: 'liuqiaozhen', lng: 118.467, lat: 27.871 },
  { code: '990101002000', name: '东湖街道', sound: 'donghujiedao', lng: 118.412, lat: 27.905 },
  { code: '990101003000', name: '桃源镇', sound: 'taoyuanzhen', lng: 118.352, lat: 27.842 },
];

const roomHours = 'WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off';
const kinds: readonly { category: Category; name: string; sound: string; count: number; hours: string }[] = [
  { category: 'nursing-room', name: '母婴室', sound: 'muyingshi', count: 12, hours: roomHours },
  { category: 'womens-home', name: '妇女儿童之家', sound: 'funvertongzhijia', count: 4, hours: 'Mo-Fr 09:00-17:00' },
  {
    category: 'mediation',
    name: '家庭纠纷调解室',
    sound: 'jiatingjiufentiaojieshi',
    count: 3,
    hours: 'WD 09:00-17:00',
  },
  { category: 'legal-aid', name: '法律援助点', sound: 'falvyuanzhudian', count: 1, hours: 'WD 09:00-11:30' },
  {
    category: 'counselling',
    name: '阳光心灵驿站',
    sound: 'yangguangxinlingyizhan',
    count: 1,
    hours: 'Mo-Su 18:00-21:00',
  },
];
const places = ['便民中心', '商场', '车站', '公园', '医院', '图书馆'];
const placeSounds = ['bianminzhongxin', 'shangchang', 'chezhan', 'gongyuan', 'yiyuan', 'tushuguan'];
const rooms: readonly Schemas['ServicePointFacility'][] = [
  'changing-table',
  'hot-water',
  'basin',
  'seat',
  'socket',
  'lock',
  'curtain',
];

/**
 * 64 invented service points of the sample county, the same each time: of every category, one of them a shelter of which
 * only an area is known, one paused, some without hours, two in one spot.
 */
export function sampleServicePoints(): TestServicePoint[] {
  const points: TestServicePoint[] = [];
  for (const township of townships)
    for (const kind of kinds)
      for (let at = 0; at < kind.count; at += 1) points.push(samplePoint(points.length, township, kind, at));
  points.push({ point: copyOf(shelter), initials: 'qingxixianfunvbijiuzhongxin' });
  return points;
}

const shelter: ServicePoint = {
  id: 'Zk7wJm2yRrS9dFhC0bTqUA',
  federation: '990101000000',
  category: 'shelter',
  name: '清溪县妇女避救中心',
  confidential: true,
  area: { lng: 118.39, lat: 27.96, radius: 10_000 },
  sourceCrs: 'GCJ-02',
  phone: '0990-1212338',
  facilities: [],
  status: 'in-service',
};

function samplePoint(
  number: number,
  township: (typeof townships)[number],
  kind: (typeof kinds)[number],
  at: number,
): TestServicePoint {
  const place = at % places.length;
  // The second nursing room of a township stands where its first one does: another floor of one house.
  const turn = kind.category === 'nursing-room' && at === 1 ? number - 1 : number;
  const reach = 0.004 + (turn % 5) * 0.005;
  const isRoom = kind.category === 'nursing-room';
  const point: ServicePoint = {
    id: `Sample${String(number).padStart(15, '0')}A`,
    federation: township.code,
    category: kind.category,
    name: `${township.name}${places[place]}${kind.name}${at < places.length ? '' : '二'}`,
    confidential: false,
    position: {
      lng: Math.round((township.lng + reach * Math.cos(turn * 2.4)) * 1e5) / 1e5,
      lat: Math.round((township.lat + reach * Math.sin(turn * 2.4)) * 1e5) / 1e5,
    },
    sourceCrs: 'GCJ-02',
    address: `${township.name}${places[place]}${1 + (number % 3)}楼`,
    facilities: isRoom ? rooms.filter((_, bit) => (number + bit) % 4 !== 0) : ['step-free'],
    phone: `0990-${1_234_500 + number}`,
    dutyRole: isRoom ? '服务台' : '值班人员',
    status: number === 5 ? 'paused' : 'in-service',
    checkedOn: '2026-10-12',
    ...(number % 7 !== 6 && { hours: kind.hours }),
    ...(number % 3 === 0 && { rating: { average: 4.6, count: 23 } }),
  };
  return { point, initials: township.sound + placeSounds[place] + kind.sound + (at < places.length ? '' : 'er') };
}

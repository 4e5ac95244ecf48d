// @ts-expect-error it comes without types
import untyped from 'coordtransform';
import fc from 'fast-check';
import gcoordModule from 'gcoord';
import { describe, expect, test } from 'vitest';
import { type Crs, fromGcj02, toGcj02 } from './coordinates.js';
import { isMainland } from './mainland.js';
import { coarse, distance, type LngLat } from './place.js';

type Pair = [number, number];
const coordtransform = untyped as { wgs84togcj02(lng: number, lat: number): Pair };
/** Its types describe its ES module; Node loads the other one. */
const gcoord = gcoordModule as unknown as Record<'WGS84' | 'GCJ02' | 'BD09', string> & {
  transform(place: Pair, from: string, to: string): Pair;
};

/** Numbers that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function mainlandPlaces(count: number, seed = 7): LngLat[] {
  const random = randomFrom(seed);
  const places: LngLat[] = [];
  while (places.length < count) {
    const place = { lng: 73 + random() * 62.5, lat: 15 + random() * 39 };
    if (isMainland(place)) places.push(place);
  }
  return places;
}

const at = ([lng, lat]: readonly number[]): LngLat => ({ lng: lng!, lat: lat! });

/** Places of the mainland within a few kilometres of its edge, in WGS-84. */
const inside: Record<string, Pair> = {
  丹东: [124.39, 40.13],
  集安: [126.19, 41.13],
  临江: [126.92, 41.82],
  长白: [128.2, 41.43],
  图们: [129.84, 42.97],
  珲春: [130.36, 42.86],
  绥芬河: [131.15, 44.4],
  虎林: [132.94, 45.77],
  饶河: [134.01, 46.8],
  抚远: [134.3, 48.36],
  同江: [132.51, 47.65],
  嘉荫: [130.4, 48.88],
  黑河: [127.49, 50.24],
  呼玛: [126.65, 51.73],
  漠河: [122.54, 52.97],
  北极村: [122.35, 53.48],
  满洲里: [117.38, 49.6],
  额尔古纳: [120.18, 50.24],
  室韦: [119.9, 51.33],
  阿尔山: [119.94, 47.18],
  二连浩特: [111.98, 43.65],
  甘其毛都: [107.6, 42.4],
  策克: [101.28, 42.38],
  塔克什肯: [90.82, 45.95],
  阿勒泰: [88.14, 47.85],
  布尔津: [86.87, 47.7],
  吉木乃: [85.88, 47.43],
  塔城: [82.98, 46.75],
  阿拉山口: [82.57, 45.17],
  霍尔果斯: [80.42, 44.21],
  伊宁: [81.32, 43.92],
  喀什: [75.99, 39.47],
  乌恰: [75.26, 39.72],
  塔什库尔干: [75.23, 37.77],
  日土: [79.73, 33.38],
  普兰: [81.18, 30.29],
  吉隆: [85.3, 28.86],
  樟木: [85.98, 27.99],
  亚东: [88.91, 27.49],
  错那: [91.95, 27.99],
  墨脱: [95.33, 29.33],
  察隅: [97.47, 28.66],
  贡山: [98.67, 27.74],
  盈江: [97.93, 24.7],
  瑞丽: [97.85, 24.01],
  孟连: [99.58, 22.33],
  勐腊: [101.56, 21.48],
  磨憨: [101.69, 21.19],
  江城: [101.86, 22.59],
  河口: [103.94, 22.53],
  麻栗坡: [104.7, 23.12],
  凭祥: [106.76, 22.1],
  东兴: [107.97, 21.54],
  北海: [109.12, 21.48],
  三亚: [109.51, 18.25],
  永兴岛: [112.34, 16.83],
  湛江: [110.36, 21.27],
  珠海香洲: [113.58, 22.27],
  横琴: [113.54, 22.13],
  拱北: [113.55, 22.222],
  深圳: [114.06, 22.54],
  蛇口: [113.92, 22.48],
  罗湖: [114.12, 22.548],
  盐田: [114.24, 22.56],
  大鹏: [114.48, 22.59],
  汕头: [116.68, 23.35],
  厦门: [118.09, 24.48],
  平潭: [119.79, 25.5],
  宁波: [121.55, 29.87],
  嵊泗: [122.45, 30.73],
  上海: [121.47, 31.23],
  青岛: [120.38, 36.07],
  荣成: [122.49, 37.17],
  大连: [121.61, 38.91],
  长海: [122.59, 39.27],
  北京: [116.4, 39.9],
  乌鲁木齐: [87.62, 43.83],
  拉萨: [91.12, 29.65],
  哈尔滨: [126.63, 45.75],
};

/** Places that nothing shifts, in WGS-84. */
const outside: Record<string, Pair> = {
  香港中环: [114.158, 22.281],
  香港上水: [114.128, 22.501],
  香港元朗: [114.032, 22.445],
  香港机场: [113.915, 22.309],
  香港大澳: [113.86, 22.254],
  香港西贡: [114.27, 22.382],
  香港罗湖站: [114.1133, 22.528],
  澳门半岛: [113.543, 22.195],
  澳门氹仔: [113.56, 22.156],
  澳门路环: [113.57, 22.12],
  台北: [121.56, 25.04],
  高雄: [120.3, 22.63],
  台中: [120.68, 24.14],
  澎湖: [119.57, 23.57],
  金门: [118.32, 24.43],
  马祖: [119.94, 26.16],
  首尔: [126.978, 37.566],
  平壤: [125.754, 39.03],
  釜山: [129.07, 35.18],
  济州: [126.53, 33.5],
  福冈: [130.4, 33.59],
  东京: [139.69, 35.69],
  海参崴: [131.89, 43.12],
  伯力: [135.08, 48.48],
  海兰泡: [127.54, 50.29],
  赤塔: [113.5, 52.03],
  乌兰巴托: [106.92, 47.92],
  阿拉木图: [76.9, 43.24],
  比什凯克: [74.59, 42.87],
  加德满都: [85.32, 27.71],
  廷布: [89.64, 27.47],
  新德里: [77.21, 28.61],
  密支那: [97.4, 25.39],
  仰光: [96.2, 16.87],
  琅勃拉邦: [102.13, 19.89],
  河内: [105.85, 21.03],
  海防: [106.68, 20.86],
  芒街: [107.97, 21.515],
  老街: [103.97, 22.48],
  岘港: [108.2, 16.05],
  马尼拉: [120.98, 14.6],
  新加坡: [103.85, 1.29],
  伦敦: [-0.13, 51.51],
};

describe('coordinates', () => {
  test('20,000 places of the mainland go to GCJ-02 and come back to within 0.2 m', () => {
    let [worst, sum] = [0, 0];
    for (const place of mainlandPlaces(20_000)) {
      const shifted = toGcj02(place, 'WGS-84');
      worst = Math.max(worst, distance(fromGcj02(shifted, 'WGS-84'), place));
      const moved = distance(shifted, place);
      expect(moved).toBeGreaterThan(1);
      expect(moved).toBeLessThan(700);
      sum += moved;
    }
    expect(worst).toBeLessThan(0.2);
    // Far from none, and about the 462 m in the mean that are usually measured on land.
    expect(sum / 20_000).toBeGreaterThan(380);
    expect(sum / 20_000).toBeLessThan(490);
  });

  test('two independent converters agree with the way there, and the better of them with the way back', () => {
    for (const place of mainlandPlaces(5_000, 11)) {
      const pair: Pair = [place.lng, place.lat];
      const shifted = toGcj02(place, 'WGS-84');
      expect(distance(shifted, at(gcoord.transform(pair, gcoord.WGS84, gcoord.GCJ02)))).toBeLessThan(0.001);
      expect(distance(shifted, at(coordtransform.wgs84togcj02(...pair)))).toBeLessThan(0.001);
      const back = fromGcj02(place, 'WGS-84');
      // Within a kilometre of the outline the way back may find no mainland.
      if (back.lng !== place.lng)
        expect(distance(back, at(gcoord.transform(pair, gcoord.GCJ02, gcoord.WGS84)))).toBeLessThan(0.2);
    }
  });

  test('BD-09 agrees with an independent converter both ways and comes back to within a millimetre', () => {
    for (const place of mainlandPlaces(2_000, 13)) {
      const pair: Pair = [place.lng, place.lat];
      const baidu = fromGcj02(place, 'BD-09');
      expect(distance(baidu, at(gcoord.transform(pair, gcoord.GCJ02, gcoord.BD09)))).toBeLessThan(0.001);
      expect(distance(toGcj02(baidu, 'BD-09'), place)).toBeLessThan(0.001);
      expect(distance(toGcj02(place, 'BD-09'), at(gcoord.transform(pair, gcoord.BD09, gcoord.GCJ02)))).toBeLessThan(
        0.7,
      );
    }
  });

  test.each(Object.entries(inside))('%s is on the mainland and shifted', (_, place) => {
    expect(isMainland(at(place))).toBe(true);
    expect(distance(toGcj02(at(place), 'WGS-84'), at(place))).toBeGreaterThan(50);
  });

  test.each(Object.entries(outside))('%s is not shifted', (_, place) => {
    expect(toGcj02(at(place), 'WGS-84')).toEqual(at(place));
  });

  test.each(['香港中环', '澳门路环', '台北', '首尔', '河内'])('%s is not shifted back either', (name) => {
    expect(fromGcj02(at(outside[name]!), 'WGS-84')).toEqual(at(outside[name]!));
  });

  test('a rectangle, as others ask, shifts Seoul, Hanoi and Hong Kong', () => {
    for (const name of ['首尔', '河内', '香港中环']) {
      const pair = outside[name]!;
      expect(distance(at(pair), at(gcoord.transform(pair, gcoord.WGS84, gcoord.GCJ02)))).toBeGreaterThan(300);
    }
  });

  test('every system comes back to itself, and no value is lost on the way', () => {
    const systems: Crs[] = ['GCJ-02', 'WGS-84', 'BD-09'];
    const degrees = fc.record({
      lng: fc.double({ min: 80, max: 118, noNaN: true }),
      lat: fc.double({ min: 29.5, max: 41, noNaN: true }),
    });
    fc.assert(
      fc.property(degrees, fc.constantFrom(...systems), (place, crs) => {
        expect(distance(fromGcj02(toGcj02(place, crs), crs), place)).toBeLessThan(0.01);
      }),
    );
    const place = { lng: 118.4, lat: 27.9 };
    expect(toGcj02(place, 'GCJ-02')).toEqual(place);
    expect(fromGcj02(place, 'GCJ-02')).toEqual(place);
  });

  test('S3 a coarse place says where she is to some 100 m only', () => {
    expect(coarse({ lng: 118.412345678, lat: 27.9056789 })).toEqual({ lng: 118.412, lat: 27.906 });
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lng, lat) => {
          const made = coarse({ lng, lat });
          expect(distance(made, { lng, lat })).toBeLessThan(80);
          expect(`${made.lng},${made.lat}`).toMatch(/^-?\d{1,3}(\.\d{1,3})?,-?\d{1,2}(\.\d{1,3})?$/);
        },
      ),
    );
  });
});

describe('distance', () => {
  test('is that of a great circle', () => {
    // One degree of the equator and of a meridian, and half the way around.
    const degree = (6_371_008.8 * Math.PI) / 180;
    expect(distance({ lng: 0, lat: 0 }, { lng: 1, lat: 0 })).toBeCloseTo(degree, 3);
    expect(distance({ lng: 118, lat: 27 }, { lng: 118, lat: 28 })).toBeCloseTo(degree, 3);
    expect(distance({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(degree * 180, 1);
    expect(distance({ lng: 118.4, lat: 27.9 }, { lng: 118.4, lat: 27.9 })).toBe(0);
    // Beijing to Shanghai.
    expect(distance(at([116.4, 39.9]), at([121.47, 31.23])) / 1000).toBeCloseTo(1067, -1);
  });
});

import { fromGcj02, toGcj02 } from '@fulian/contract/rules/map';
import { describe, expect, test } from 'vitest';
import { type Handover, handoverLinks, type HandoverOptions, type HandoverPlace } from './handover.js';

const place: HandoverPlace = { name: '东湖母婴室', lng: 118.412, lat: 27.905, address: '湖滨路18号' };
const name = '%E4%B8%9C%E6%B9%96%E6%AF%8D%E5%A9%B4%E5%AE%A4';
const address = '%E6%B9%96%E6%BB%A8%E8%B7%AF18%E5%8F%B7';
const here = '%E6%88%91';
const source = 'qingxi.map';
const from = { lng: 118.4, lat: 27.9, name: '我' };
const region = '云溪市';

function linkTo(target: Handover['target'], options: Partial<HandoverOptions> = {}, where = place): string {
  const found = handoverLinks(where, { source, ...options }).find((one) => one.target === target)!;
  if (found.target === 'wechat') throw new Error('wechat has no link');
  return found.href;
}

// Character by character as the vendors' documents (map-facts.md) write them.
describe('hand-over links', () => {
  test('Amap, place: lng,lat in its own system, which is GCJ-02', () => {
    expect(linkTo('amap')).toBe(
      `https://uri.amap.com/marker?position=118.412,27.905&name=${name}&src=qingxi.map&coordinate=gaode&callnative=1`,
    );
  });

  test.each([
    ['walk', 'walk'],
    ['transit', 'bus'],
    ['drive', 'car'],
  ] as const)('Amap, way there, %s: to=lng,lat,name', (mode, word) => {
    expect(linkTo('amap', { mode })).toBe(
      `https://uri.amap.com/navigation?to=118.412,27.905,${name}&mode=${word}&policy=0&src=qingxi.map&callnative=1`,
    );
  });

  test('Baidu, place: lat,lng, and says that it is GCJ-02', () => {
    expect(linkTo('baidu')).toBe(
      `https://api.map.baidu.com/marker?location=27.905,118.412&title=${name}&content=${address}&output=html&coord_type=gcj02&src=webapp.qingxi.map`,
    );
  });

  test.each([
    ['walk', 'walking'],
    ['transit', 'transit'],
    ['drive', 'driving'],
  ] as const)('Baidu, way there, %s: with where she is, and the city', (mode, word) => {
    expect(linkTo('baidu', { mode, from, region })).toBe(
      `https://api.map.baidu.com/direction?origin=latlng:27.9,118.4|name:${here}&destination=latlng:27.905,118.412|name:${name}&mode=${word}&region=%E4%BA%91%E6%BA%AA%E5%B8%82&output=html&coord_type=gcj02&src=webapp.qingxi.map`,
    );
  });

  test('Baidu, way there, without where she is: the place', () => {
    expect(linkTo('baidu', { mode: 'walk' })).toBe(linkTo('baidu'));
    expect(linkTo('baidu', { mode: 'walk', from })).toBe(linkTo('baidu'));
  });

  test('Tencent, place: lat,lng and type 2, which is GCJ-02', () => {
    expect(linkTo('tencent')).toBe(
      `https://apis.map.qq.com/uri/v1/marker?marker=coord:27.905,118.412;title:${name};addr:${address}&coord_type=2&referer=qingxi.map`,
    );
  });

  test.each([
    ['walk', 'walk'],
    ['transit', 'bus'],
    ['drive', 'drive'],
  ] as const)('Tencent, way there, %s', (mode, word) => {
    expect(linkTo('tencent', { mode })).toBe(
      `https://apis.map.qq.com/uri/v1/routeplan?type=${word}&to=${name}&tocoord=27.905,118.412&policy=0&coord_type=2&referer=qingxi.map`,
    );
  });

  test.each([
    ['walk', 'w'],
    ['transit', 'r'],
    ['drive', 'd'],
  ] as const)('Apple, %s: lat,lng', (mode, word) => {
    expect(linkTo('apple', { mode })).toBe(`https://maps.apple.com/?daddr=27.905,118.412&dirflg=${word}&q=${name}`);
  });

  test('geo: lat,lng in WGS-84, converted', () => {
    const { lng, lat } = fromGcj02(place, 'WGS-84');
    const link = linkTo('geo');
    expect(link).toBe(`geo:0,0?q=${Math.round(lat * 1e6) / 1e6},${Math.round(lng * 1e6) / 1e6}(${name})`);
    expect(link).not.toContain('27.905,118.412');
    const [, toLat, toLng] = /q=([\d.]+),([\d.]+)\(/.exec(link)!.map(Number);
    const back = toGcj02({ lng: toLng!, lat: toLat! }, 'WGS-84');
    expect(back.lng).toBeCloseTo(118.412, 5);
    expect(back.lat).toBeCloseTo(27.905, 5);
  });

  test('geo in Hong Kong: the same numbers, because nothing is shifted there', () => {
    expect(linkTo('geo', {}, { name: 'x', lng: 114.158, lat: 22.281 })).toBe('geo:0,0?q=22.281,114.158(x)');
  });

  test('WeChat: numbers and not text, GCJ-02', () => {
    const found = handoverLinks(place, { source }).find(({ target }) => target === 'wechat');
    expect(found).toEqual({
      target: 'wechat',
      openLocation: { latitude: 27.905, longitude: 118.412, name: '东湖母婴室', address: '湖滨路18号', scale: 16 },
    });
  });

  test('a name cannot change the structure of a link', () => {
    const wicked: HandoverPlace = { name: 'a&to=1,2;b|c(d)#e?f', lng: 1e-7, lat: -0.5 };
    for (const mode of [undefined, 'drive'] as const)
      for (const one of handoverLinks(wicked, { source: 'x&y', mode, from, region })) {
        if (one.target === 'wechat') continue;
        const url = new URL(one.href);
        expect(url.hash).toBe('');
        expect(one.href).not.toMatch(/e-\d|a&to|x&y/);
      }
    expect(linkTo('amap', {}, wicked)).toBe(
      'https://uri.amap.com/marker?position=0,-0.5&name=a%26to%3D1%202%20b%20c%20d%20%23e%3Ff&src=qingxi.map&coordinate=gaode&callnative=1',
    );
  });

  test('S3 where she is goes into a link only where she asked for a way that needs it', () => {
    for (const target of ['amap', 'baidu', 'tencent', 'apple', 'geo'] as const)
      expect(linkTo(target, { from, region })).not.toContain('27.9,118.4|');
  });
});

import { fromGcj02, type LngLat } from '@fulian/contract/rules/map';

/** The programs that a place can be handed to. */
export type HandoverTarget = 'amap' | 'baidu' | 'tencent' | 'wechat' | 'apple' | 'geo';

/** How she goes. */
export type TravelMode = 'walk' | 'transit' | 'drive';

/** A place to be handed over. */
export interface HandoverPlace {
  readonly name: string;
  /** Degrees GCJ-02. */
  readonly lng: number;
  readonly lat: number;
  readonly address?: string | undefined;
}

/** Settings of the links. */
export interface HandoverOptions {
  /** The portal's short name, which the vendors ask for, as `organisation.application`: letters, digits, dots, hyphens. */
  readonly source: string;
  /** Left out: the place, and not the way there. */
  readonly mode?: TravelMode | undefined;
  /** Where she is, in GCJ-02, and what to call it. Baidu shows no way without it; the others ask the phone. */
  readonly from?: { readonly lng: number; readonly lat: number; readonly name: string } | undefined;
  /** The city that Baidu looks for buses in; needed for a way there. */
  readonly region?: string | undefined;
}

/** What `wx.openLocation` takes; numbers, GCJ-02. */
export interface WechatLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  readonly address: string;
  readonly scale: number;
}

/** One way to hand a place over: an address to open, or what the page's WeChat adapter takes. */
export type Handover =
  | { readonly target: Exclude<HandoverTarget, 'wechat'>; readonly href: string }
  | { readonly target: 'wechat'; readonly openLocation: WechatLocation };

const amapModes = { walk: 'walk', transit: 'bus', drive: 'car' } as const;
const baiduModes = { walk: 'walking', transit: 'transit', drive: 'driving' } as const;
const tencentModes = { walk: 'walk', transit: 'bus', drive: 'drive' } as const;
const appleModes = { walk: 'w', transit: 'r', drive: 'd' } as const;

/**
 * All ways to hand a place over, each with its own order of numbers and its own coordinate system. Nothing is opened or sent
 * here. Inside WeChat and QQ the app links are blocked: offer `wechat` first, then a web page, then to copy the address.
 *
 * Never give it a confidential point: the middle of its area is not where it is.
 */
export function handoverLinks(place: HandoverPlace, options: HandoverOptions): readonly Handover[] {
  return [...handoversInGcj02(place, options), geo(place, fromGcj02(place, 'WGS-84'))];
}

/** The same without `geo`, which needs a conversion that phones should not load before somebody wants it: see `geoLink`. */
export function handoversInGcj02(place: HandoverPlace, options: HandoverOptions): readonly Handover[] {
  const { name, address } = place;
  const [lng, lat] = [degrees(place.lng), degrees(place.lat)];
  return [
    { target: 'amap', href: amap(lng, lat, name, options) },
    { target: 'baidu', href: baidu(lng, lat, place, options) },
    { target: 'tencent', href: tencent(lng, lat, place, options) },
    {
      target: 'wechat',
      openLocation: { latitude: Number(lat), longitude: Number(lng), name, address: address ?? '', scale: 16 },
    },
    { target: 'apple', href: apple(lng, lat, name, options) },
  ];
}

/** Six decimals, which is a tenth of a metre; never as `1e-7`. */
function degrees(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

/** Commas, colons and bars structure the vendors' values and stay as they are; a name may contain none of them. */
const encode = encodeURIComponent;
const plain = (name: string) => encode(name.replace(/[,;:|()\s]+/g, ' ').trim());

function amap(lng: string, lat: string, name: string, { mode, source }: HandoverOptions): string {
  const src = encode(source);
  return mode
    ? `https://uri.amap.com/navigation?to=${lng},${lat},${plain(name)}&mode=${amapModes[mode]}&policy=0&src=${src}&callnative=1`
    : `https://uri.amap.com/marker?position=${lng},${lat}&name=${plain(name)}&src=${src}&coordinate=gaode&callnative=1`;
}

function baidu(lng: string, lat: string, { name, address }: HandoverPlace, options: HandoverOptions): string {
  const { mode, from, region, source } = options;
  const end = `output=html&coord_type=gcj02&src=webapp.${encode(source)}`;
  if (!mode || !from || !region)
    return `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${plain(name)}&content=${plain(address ?? name)}&${end}`;
  const origin = `latlng:${degrees(from.lat)},${degrees(from.lng)}|name:${plain(from.name)}`;
  const destination = `latlng:${lat},${lng}|name:${plain(name)}`;
  return `https://api.map.baidu.com/direction?origin=${origin}&destination=${destination}&mode=${baiduModes[mode]}&region=${encode(region)}&${end}`;
}

function tencent(lng: string, lat: string, { name, address }: HandoverPlace, options: HandoverOptions): string {
  const end = `coord_type=2&referer=${encode(options.source)}`;
  return options.mode
    ? `https://apis.map.qq.com/uri/v1/routeplan?type=${tencentModes[options.mode]}&to=${plain(name)}&tocoord=${lat},${lng}&policy=0&${end}`
    : `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lng};title:${plain(name)};addr:${plain(address ?? name)}&${end}`;
}

function apple(lng: string, lat: string, name: string, { mode }: HandoverOptions): string {
  return `https://maps.apple.com/?daddr=${lat},${lng}&dirflg=${appleModes[mode ?? 'walk']}&q=${plain(name)}`;
}

/** The way to hand a place over to whatever map the phone has. Rejects where what converts cannot be fetched. */
export async function geoLink(place: HandoverPlace): Promise<Extract<Handover, { readonly href: string }>> {
  return geo(place, (await import('./conversion.js')).fromGcj02(place, 'WGS-84'));
}

/** RFC 5870 says WGS-84. */
function geo({ name }: HandoverPlace, { lng, lat }: LngLat): Extract<Handover, { readonly href: string }> {
  return { target: 'geo', href: `geo:0,0?q=${degrees(lat)},${degrees(lng)}(${plain(name)})` };
}

import { isMainland } from './mainland.js';
import type { LngLat } from './place.js';

/** Coordinate reference systems that the service takes; it keeps and answers GCJ-02. */
export type Crs = 'GCJ-02' | 'WGS-84' | 'BD-09';

/** The ellipsoid of Krasovsky, which the shift is computed on: half its long axis in metres, and its eccentricity squared. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/** How far GCJ-02 moves a place of the mainland, in degrees. */
function shiftAt({ lng, lat }: LngLat): LngLat {
  const { sin, cos, sqrt, abs, PI } = Math;
  const [x, y] = [lng - 105, lat - 35];
  const waves = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    waves +
    (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3) +
    (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    waves +
    (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  const angle = (lat / 180) * PI;
  const bend = 1 - eccentricity * sin(angle) * sin(angle);
  return {
    lng: (east * 180) / ((axis / sqrt(bend)) * cos(angle) * PI),
    lat: (north * 180) / (((axis * (1 - eccentricity)) / (bend * sqrt(bend))) * PI),
  };
}

function wgsToGcj(place: LngLat): LngLat {
  if (!isMainland(place)) return { lng: place.lng, lat: place.lat };
  const shift = shiftAt(place);
  return { lng: place.lng + shift.lng, lat: place.lat + shift.lat };
}

function gcjToWgs(place: LngLat): LngLat {
  const found = inverse(place, (guess) => {
    const shift = shiftAt(guess);
    return { lng: guess.lng + shift.lng, lat: guess.lat + shift.lat };
  });
  return isMainland(found) ? found : { lng: place.lng, lat: place.lat };
}

function gcjToBd({ lng, lat }: LngLat): LngLat {
  const turn = (Math.PI * 3000) / 180;
  const reach = Math.sqrt(lng * lng + lat * lat) + 0.000_02 * Math.sin(lat * turn);
  const angle = Math.atan2(lat, lng) + 0.000_003 * Math.cos(lng * turn);
  return { lng: reach * Math.cos(angle) + 0.0065, lat: reach * Math.sin(angle) + 0.006 };
}

/** The place that `forward` moves to `place`. Each round leaves a hundredth of the error: six are far below a millimetre. */
function inverse(place: LngLat, forward: (guess: LngLat) => LngLat): LngLat {
  let guess: LngLat = { lng: place.lng, lat: place.lat };
  for (let round = 0; round < 6; round += 1) {
    const reached = forward(guess);
    guess = { lng: guess.lng + place.lng - reached.lng, lat: guess.lat + place.lat - reached.lat };
  }
  return guess;
}

/**
 * A place as GCJ-02. The mainland alone is shifted: Hong Kong, Macau, Taiwan and other countries are what they are in
 * WGS-84, which the usual converters get wrong because they ask a rectangle.
 */
export function toGcj02(place: LngLat, crs: Crs): LngLat {
  if (crs === 'WGS-84') return wgsToGcj(place);
  return crs === 'BD-09' ? inverse(place, gcjToBd) : { lng: place.lng, lat: place.lat };
}

/** A place in GCJ-02 as another system. The way back is right to a millimetre, except within 700 m of the mainland's outline. */
export function fromGcj02(place: LngLat, crs: Crs): LngLat {
  if (crs === 'WGS-84') return gcjToWgs(place);
  return crs === 'BD-09' ? gcjToBd(place) : { lng: place.lng, lat: place.lat };
}

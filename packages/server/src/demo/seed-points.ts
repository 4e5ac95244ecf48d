import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppParts } from '../app.js';
import { DatabaseFailure } from '../database/failure.js';
import { FederationKeys } from '../keys/federation-keys.js';
import { ServicePointChanges, type PointChanges } from '../service-points/changes.js';
import { ConfidentialPlaces } from '../service-points/confidential-places.js';
import { faultsOf, isConfidential, placeOf, publicPlace, rowOf } from '../service-points/draft.js';
import type { PointRow } from '../service-points/point.js';
import { PhotoRepository } from '../service-points/photo-repository.js';
import { photoRow } from '../service-points/photos.js';
import { ServicePointRepository } from '../service-points/repository.js';
import { makeStaffToken } from '../staff/tokens.js';
import { drawRooms } from './drawings.js';
import { demoStaffFederation, type DemoPoint } from './service-points.js';

/** Whose staff fills the demo's map. */
const demoProvince = '990000000000';
const demoCity = '990100000000';
/** Nursing rooms of the demo that have photos. */
const withPhotos = 20;
/** Points that are written by one statement. */
const atOnce = 5_000;
/** Somebody else has filled the map at the same time. */
const isThere = '23505';

/** Writes points as staff would, in batches; the demo's and those that benches measure with. */
export async function seedPoints(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  points: readonly DemoPoint[],
): Promise<void> {
  const repository = new ServicePointRepository(database);
  const changes = new ServicePointChanges(database);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const confidential = new ConfidentialPlaces({ points: repository, federationKeys, areaKey: keys.area });
  for (let from = 0; from < points.length; from += atOnce) {
    const added: PointRow[] = [];
    const places: PointChanges['places'][number][] = [];
    for (const { federation, id, draft } of points.slice(from, from + atOnce)) {
      const [fault] = faultsOf(draft, federation);
      if (fault) throw new Error(`A demo point has a fault in ${fault.field}: ${fault.code}`);
      const place = placeOf(draft.position);
      let shown = place;
      if (isConfidential(draft)) {
        const [hidden] = await confidential.hide(demoProvince, federation, [{ id, place }]);
        shown = hidden!.area;
        places.push({ federation, id, sealed: hidden!.sealed, drawn: hidden!.drawn });
      }
      added.push(rowOf(draft, federation, id, publicPlace(shown, draft.position.crs)));
    }
    await changes.write(demoCity, demoProvince, clock.now(), { added, changed: [], places });
  }
}

/** The same for a demo, unless it has points already. */
export async function seedDemoPoints(
  parts: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  points: readonly DemoPoint[],
): Promise<void> {
  const version = await new ServicePointRepository(parts.database).version(demoCity);
  // Somebody may have retired them all: they do not come back.
  if (version !== '0') return;
  try {
    await seedPoints(parts, points);
    await seedPhotos(parts, points);
  } catch (error) {
    if (!(error instanceof DatabaseFailure && error.sqlState === isThere)) throw error;
  }
}

/** Hangs drawings into the first nursing rooms: two or three each. */
async function seedPhotos(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  points: readonly DemoPoint[],
): Promise<void> {
  const photos = new PhotoRepository(database);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const sets = await drawRooms();
  const rooms = points.filter(({ draft }) => draft.category === 'nursing-room').slice(0, withPhotos);
  for (const [at, point] of rooms.entries()) {
    const key = await federationKeys.of(point.federation);
    const drawings = sets[at % sets.length]!;
    for (const { alt, photo } of at % 3 === 1 ? drawings.slice(1) : drawings)
      await photos.add(point.federation, demoProvince, clock.now(), photoRow(key, point, alt, photo));
  }
}

/** Makes the token of the demo county's staff, once; answers the file in which it lies, which nobody else may read. */
export async function writeDemoToken(
  { keys, clock, config }: Pick<AppParts, 'keys' | 'clock' | 'config'>,
  ownerUrl: string,
): Promise<string> {
  const file = join(config.dataDir, 'demo-staff-token');
  if (existsSync(file)) return file;
  const token = await makeStaffToken({
    ownerUrl,
    macKey: keys.staff,
    federation: demoStaffFederation,
    label: 'demo',
    now: clock.now(),
    days: 365,
  });
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

import type { Gate } from '../attachments/gate.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import type { Staff } from '../staff/staff.js';
import { Cells } from './cells.js';
import { ServicePointChanges } from './changes.js';
import { ConfidentialPlaces } from './confidential-places.js';
import { Edits, type EditParts } from './edits.js';
import { FeedbackRepository } from './feedback-repository.js';
import { Feedback } from './feedback.js';
import { servicePointHandlers } from './handlers.js';
import { Imports } from './imports.js';
import { photoHandlers } from './photo-handlers.js';
import { PhotoRepository } from './photo-repository.js';
import { Photos } from './photos.js';
import { ServicePointRepository } from './repository.js';
import { staffPointHandlers } from './staff-handlers.js';
import { Tables } from './tables.js';

/** What the handlers of service points are made of. */
export interface PointAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly config: Config;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly staff: Staff;
  /** Of files and photos alike. */
  readonly inspections: Gate;
  /** Replaced by tests only. */
  readonly drawPointId?: () => string;
  /** Replaced by tests only. */
  readonly drawAreaSeed?: () => Buffer;
}

/** All handlers of the tag `service-points`. */
export function servicePointHandlersOf(parts: PointAssembly) {
  const { database, keys, clock, config, federations, federationKeys, idempotency, staff, inspections } = parts;
  const points = new ServicePointRepository(database);
  const confidential = new ConfidentialPlaces({
    points,
    federationKeys,
    areaKey: keys.area,
    ...(parts.drawAreaSeed && { drawSeed: parts.drawAreaSeed }),
  });
  const editing: EditParts = {
    points,
    changes: new ServicePointChanges(database),
    confidential,
    federations,
    staff,
    idempotency,
    clock,
    drawId: parts.drawPointId,
  };
  const feedback = new Feedback({
    feedback: new FeedbackRepository(database),
    points,
    federationKeys,
    idempotency,
    staff,
    clock,
    cursorKey: keys.cursor,
  });
  const photos = new Photos({
    photos: new PhotoRepository(database),
    points,
    federationKeys,
    idempotency,
    staff,
    clock,
    inspections,
  });
  return {
    ...servicePointHandlers({
      points,
      tables: new Tables(points, clock, config.tablePoints),
      cells: new Cells(points, clock),
      feedback,
      photos,
      cursorKey: keys.cursor,
    }),
    ...photoHandlers(photos),
    ...staffPointHandlers({
      points,
      federations,
      staff,
      edits: new Edits(editing),
      imports: new Imports(editing),
      feedback,
      photos,
    }),
  };
}

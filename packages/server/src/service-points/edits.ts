import type { components } from '@fulian/contract/types';
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Idempotency } from '../idempotency.js';
import { ProblemError } from '../problem.js';
import type { Staff, StaffMember } from '../staff/staff.js';
import type { PointChanges, ServicePointChanges } from './changes.js';
import type { ConfidentialPlaces } from './confidential-places.js';
import { faultsOf, isConfidential, placeOf, publicPlace, rowOf, type Draft, type Fault } from './draft.js';
import { pointOf, pointTag, type PointRow, type ServicePoint } from './point.js';
import type { FoundPoint, ServicePointRepository } from './repository.js';

type Finding = components['schemas']['Finding'];

/** What staff's changes need. */
export interface EditParts {
  readonly points: ServicePointRepository;
  readonly changes: ServicePointChanges;
  readonly confidential: ConfidentialPlaces;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly idempotency: Idempotency;
  readonly clock: Clock;
  /** Draws ids; replaced by tests only. */
  readonly drawId?: (() => string) | undefined;
}

/** A change of one point, as staff sends it. */
export interface PointChange {
  readonly token: string;
  readonly code: string;
  readonly id: string;
  readonly ifMatch: string | undefined;
}

/** An answer's text; `replayed` where it was given before. */
export interface EditAnswer {
  readonly text: string;
  readonly replayed: boolean;
}

/** A new id: 128 random bits in base64url. */
export function newPointId(): string {
  return randomBytes(16).toString('base64url');
}

/** Adds, changes and retires single service points. */
export class Edits {
  constructor(private readonly parts: EditParts) {}

  /** Adds a point; answers what everybody sees of it. Throws the problems that the contract names. */
  async create(token: string, code: string, key: string, draft: Draft): Promise<EditAnswer> {
    const { staff, federations, changes, idempotency, clock, drawId = newPointId } = this.parts;
    const member = await staff.openFor(token, 'createServicePoint', code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    assertFits(draft, code);
    const request = idempotency.request('createServicePoint', code, key, [draft, member.federation]);
    // A point that is there already must not be hidden a second time.
    const kept = await idempotency.find(request);
    if (kept !== undefined) return { text: kept, replayed: true };
    const { row, places } = await this.#rowOf(member, code, drawId(), draft);
    const text = JSON.stringify(asSeen(row));
    const sealed = await idempotency.sealAnswer(request, text);
    const outcome = await changes.write(
      code,
      member.federation,
      clock.now(),
      { added: [row], changed: [], places },
      { request, sealed },
    );
    const before = await idempotency.resolve(request, outcome);
    assertNotTooMany(outcome.outcome);
    return before === undefined ? { text, replayed: false } : { text: before, replayed: true };
  }

  /** Replaces what staff writes of a point; answers what everybody sees of it, and its new tag. */
  async change(change: PointChange, draft: Draft): Promise<{ point: ServicePoint; etag: string }> {
    const { changes, clock } = this.parts;
    const { member, found } = await this.#found('changeServicePoint', change);
    assertFits(draft, found.federation);
    const { row, places } = await this.#rowOf(member, found.federation, found.id, draft);
    const changed = [{ ...row, revision: found.revision }];
    const write: PointChanges = { added: [], changed, places };
    const { outcome } = await changes.write(found.federation, member.federation, clock.now(), write);
    assertNotTooMany(outcome);
    if (outcome !== 'stored') throw new ProblemError('precondition-failed');
    const { rating_sum, rating_count, revision } = found;
    return {
      point: pointOf({ ...row, rating_sum, rating_count }),
      etag: pointTag(revision + 1),
    };
  }

  /** Takes a point off the map. */
  async retire(change: PointChange): Promise<void> {
    const { member, found } = await this.#found('retireServicePoint', change);
    const outcome = await this.parts.changes.retire(member.federation, found.federation, found.id, found.revision);
    if (outcome === 'gone') throw new ProblemError('service-point-unknown');
    if (outcome === 'moved') throw new ProblemError('precondition-failed');
  }

  /** Throws `staff-refused`, `role-refused`, `service-point-unknown`, `precondition-missing` and `precondition-failed`. */
  async #found(
    operation: 'changeServicePoint' | 'retireServicePoint',
    { token, code, id, ifMatch }: PointChange,
  ): Promise<{ member: StaffMember; found: FoundPoint }> {
    const { staff, points } = this.parts;
    const member = await staff.openFor(token, operation, code, 'service-point-unknown');
    const found = await points.find(code, id);
    if (!found) throw new ProblemError('service-point-unknown');
    if (ifMatch === undefined) throw new ProblemError('precondition-missing');
    if (ifMatch.trim() !== pointTag(found.revision)) throw new ProblemError('precondition-failed');
    return { member, found };
  }

  async #rowOf(
    { federation: staff }: StaffMember,
    federation: string,
    id: string,
    draft: Draft,
  ): Promise<{ row: PointRow; places: PointChanges['places'] }> {
    const place = placeOf(draft.position);
    const { crs } = draft.position;
    if (!isConfidential(draft)) return { row: rowOf(draft, federation, id, publicPlace(place, crs)), places: [] };
    const [hidden] = await this.parts.confidential.hide(staff, federation, [{ id, place }]);
    const { area, sealed, drawn } = hidden!;
    return { row: rowOf(draft, federation, id, publicPlace(area, crs)), places: [{ federation, id, sealed, drawn }] };
  }
}

function asSeen(row: PointRow): ServicePoint {
  return pointOf({ ...row, rating_sum: 0, rating_count: 0 });
}

function assertFits(draft: Draft, federation: string): void {
  const faults = faultsOf(draft, federation);
  if (faults.length > 0) throw refused(faults);
}

function assertNotTooMany(outcome: string): void {
  if (outcome === 'too-many') throw refused([{ field: 'confidential', code: 'too-many' }]);
}

function refused(faults: readonly Fault[]): ProblemError {
  const findings: Finding[] = faults.map(({ field, code }) => ({ where: `body/${field}`, code }));
  return new ProblemError('service-point-refused', { findings });
}

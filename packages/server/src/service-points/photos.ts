import type { components } from '@fulian/contract/types';
import { createHash } from 'node:crypto';
import type { Gate } from '../attachments/gate.js';
import { makePhoto, type Photo } from '../attachments/inspect-photo.js';
import { AttachmentRefused } from '../attachments/inspect-refusal.js';
import type { Clock } from '../clock.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import type { StaffOperation } from '../staff/roles.js';
import type { Staff, StaffMember } from '../staff/staff.js';
import { wellFormed } from './draft.js';
import type { EditAnswer, PointChange } from './edits.js';
import type { ListedPhoto, PhotoRepository, StoredPhoto } from './photo-repository.js';
import { pointTag } from './point.js';
import type { FoundPoint, ServicePointRepository } from './repository.js';

type Schemas = components['schemas'];
/** A photo as everybody sees it. */
export type ServicePointPhoto = Schemas['ServicePointPhoto'];
/** The sizes in which a photo is there. */
export type PhotoSize = 'small' | 'large';

/** What photos need. */
export interface PhotoParts {
  readonly photos: PhotoRepository;
  readonly points: ServicePointRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly staff: Staff;
  readonly clock: Clock;
  /** Lets in who decodes a picture: the same for all of the service, because each may take much memory. */
  readonly inspections: Gate;
}

/** A photo that staff sends. */
export interface NewPhoto {
  readonly alt: Schemas['PhotoAlt'];
  readonly bytes: Uint8Array;
}

/** Adds, changes, removes and shows photos of service points. A confidential one has none (S5). */
export class Photos {
  constructor(private readonly parts: PhotoParts) {}

  /** Adds a photo; answers what everybody sees of it. Throws the problems that the contract names. */
  async add(token: string, code: string, pointId: string, key: string, { alt, bytes }: NewPhoto): Promise<EditAnswer> {
    const { photos, points, staff, idempotency, clock, inspections, federationKeys } = this.parts;
    const member = await staff.openFor(token, 'addServicePointPhoto', code, 'service-point-unknown');
    const print = createHash('sha256').update(bytes).digest('base64url');
    const request = idempotency.request('addServicePointPhoto', code, key, [pointId, alt, print, member.federation]);
    // What was stored before its point was retired or hidden is answered again.
    const kept = await idempotency.find(request);
    if (kept !== undefined) return { text: kept, replayed: true };
    const point = await points.find(code, pointId);
    if (!point) throw new ProblemError('service-point-unknown');
    if (point.confidential) throw refused('path/pointId', 'confidential');
    const photo = await inspections.run(() => makePhoto(bytes)).catch(asFinding);
    const row = photoRow(await federationKeys.of(point.federation), point, alt, photo);
    const text = JSON.stringify(asSeen(row));
    const sealed = await idempotency.sealAnswer(request, text);
    const outcome = await photos.add(code, member.federation, clock.now(), row, { request, sealed });
    const before = await idempotency.resolve(request, outcome);
    if (before !== undefined) return { text: before, replayed: true };
    if (outcome.outcome === 'gone') throw new ProblemError('service-point-unknown');
    if (outcome.outcome === 'confidential') throw refused('path/pointId', 'confidential');
    if (outcome.outcome === 'too-many') throw refused('body', 'too-many');
    return { text, replayed: false };
  }

  /** Changes words and place of a photo; answers all of the point's, and the point's new tag. */
  async change(
    change: PointChange,
    id: string,
    { alt, place }: Schemas['ServicePointPhotoDraft'],
  ): Promise<{ items: ServicePointPhoto[]; etag: string }> {
    const { member, point } = await this.#found('changeServicePointPhoto', change);
    if (change.ifMatch === undefined) throw new ProblemError('precondition-missing');
    if (change.ifMatch.trim() !== pointTag(point.revision)) throw new ProblemError('precondition-failed');
    const { federation, id: point_id, revision } = point;
    const row = { federation, point_id, id, place, ...wordsOf(alt) };
    const outcome = await this.parts.photos.change(member.federation, row, revision);
    if (outcome === 'gone') throw new ProblemError('service-point-unknown');
    if (outcome === 'unknown') throw new ProblemError('photo-unknown');
    if (outcome === 'moved') throw new ProblemError('precondition-failed');
    return { items: await this.of(point), etag: pointTag(revision + 1) };
  }

  /** Removes a photo; nothing happens where it is gone. */
  async remove(change: PointChange, id: string): Promise<void> {
    const { member, point } = await this.#found('removeServicePointPhoto', change);
    const outcome = await this.parts.photos.remove(member.federation, point.federation, point.id, id);
    if (outcome === 'gone') throw new ProblemError('service-point-unknown');
  }

  /** The photos of a point, as everybody sees them. */
  async of({ federation, id, confidential }: Pick<FoundPoint, 'federation' | 'id' | 'confidential'>) {
    return confidential ? [] : (await this.parts.photos.list(federation, id)).map(asSeen);
  }

  /** A picture, JPEG. Throws `photo-unknown`, which says nothing of why it is not there. */
  async picture(code: string, pointId: string, id: string, size: PhotoSize): Promise<Buffer> {
    const found = await this.parts.photos.picture(code, pointId, id, size);
    if (!found) throw new ProblemError('photo-unknown');
    const { federation, sealed } = found;
    return open(await this.parts.federationKeys.of(federation), placeOf(size, federation, pointId, id), sealed);
  }

  /** Throws `staff-refused`, `role-refused` and `service-point-unknown`. */
  async #found(
    operation: StaffOperation,
    { token, code, id }: PointChange,
  ): Promise<{ member: StaffMember; point: FoundPoint }> {
    const member = await this.parts.staff.openFor(token, operation, code, 'service-point-unknown');
    const point = await this.parts.points.find(code, id);
    if (!point) throw new ProblemError('service-point-unknown');
    return { member, point };
  }
}

/** A photo as it is stored, named after its content and sealed to its place. */
export function photoRow(
  key: Uint8Array,
  { federation, id: point_id }: Pick<FoundPoint, 'federation' | 'id'>,
  alt: Schemas['PhotoAlt'],
  { width, height, small, large }: Photo,
): Omit<StoredPhoto, 'place'> {
  const id = createHash('sha256').update(large).digest('base64url').slice(0, 22);
  const sealed = (size: PhotoSize, bytes: Buffer) => seal(key, placeOf(size, federation, point_id, id), bytes);
  return {
    federation,
    point_id,
    id,
    ...wordsOf(alt),
    width,
    height,
    small: sealed('small', small),
    large: sealed('large', large),
  };
}

function asSeen({ federation, point_id, id, alt_zh, alt_en, width, height }: ListedPhoto): ServicePointPhoto {
  const large = `/v1/federations/${federation}/service-points/${point_id}/photos/${id}`;
  return {
    id,
    alt: { 'zh-CN': alt_zh, ...(alt_en !== null && { en: alt_en }) },
    width,
    height,
    paths: { small: `${large}?size=small`, large },
  };
}

function wordsOf(alt: Schemas['PhotoAlt']): Pick<StoredPhoto, 'alt_zh' | 'alt_en'> {
  return { alt_zh: wellFormed(alt['zh-CN']), alt_en: alt.en === undefined ? null : wellFormed(alt.en) };
}

function placeOf(size: PhotoSize, ...names: readonly string[]): string[] {
  return ['service_point_photos', size, ...names];
}

function asFinding(error: unknown): never {
  if (!(error instanceof AttachmentRefused)) throw error;
  throw refused('body', error.code === 'attachment-damaged' ? 'damaged' : 'not-a-photo');
}

function refused(where: string, code: string): ProblemError {
  return new ProblemError('service-point-refused', { findings: [{ where, code }] });
}

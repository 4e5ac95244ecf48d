import type { Database } from '../database/database.js';
import type { ServicePointPhotosTable } from '../database/tables.js';
import { subtreeOf } from '../federations/tree.js';
import type { KeptAnswer } from './changes.js';
import type { KeyOutcome } from '../idempotency.js';

/** A photo as it is stored; its pictures are sealed. */
export type StoredPhoto = ServicePointPhotosTable;
/** The same without its pictures, which only who asks for one reads. */
export type ListedPhoto = Omit<StoredPhoto, 'small' | 'large' | 'place'>;
/** A picture with the point to which it is sealed. */
export interface SealedPicture {
  readonly federation: string;
  readonly sealed: Buffer;
}

/** Photos that a point may have. */
const mostPhotos = 6;

/** Stores and reads photos of service points. Reading is public. */
export class PhotoRepository {
  constructor(private readonly database: Database) {}

  /** The photos of a point, in their order. */
  async list(federation: string, pointId: string): Promise<ListedPhoto[]> {
    return this.database.kysely
      .selectFrom('service_point_photos')
      .select(['federation', 'point_id', 'id', 'alt_zh', 'alt_en', 'width', 'height'])
      .where('federation', '=', federation)
      .where('point_id', '=', pointId)
      .orderBy('place')
      .orderBy('id')
      .execute();
  }

  /** One size of a photo; undefined where it is not there. `code`: a federation that has the point, or one above it. */
  async picture(
    code: string,
    pointId: string,
    id: string,
    size: 'small' | 'large',
  ): Promise<SealedPicture | undefined> {
    const { low, high } = subtreeOf(code);
    return this.database.kysely
      .selectFrom('service_point_photos')
      .select(['federation', `${size} as sealed`])
      .where('federation', '>=', low)
      .where('federation', '<=', high)
      .where('point_id', '=', pointId)
      .where('id', '=', id)
      .executeTakeFirst();
  }

  /** Adds one, with a key once. The outcome is `stored`, `gone`, `confidential`, `too-many`, or one of the key. */
  async add(
    code: string,
    staff: string,
    now: Date,
    photo: Omit<StoredPhoto, 'place'>,
    kept?: KeptAnswer,
  ): Promise<KeyOutcome> {
    const [row] = await this.database.call<KeyOutcome & Record<string, unknown>>(
      'add-service-point-photo',
      `select outcome, answer from add_service_point_photo($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
        $15, $16, $17, $18)`,
      [
        code,
        staff,
        kept?.request.keyMac ?? null,
        kept?.request.bodyMac ?? null,
        kept?.request.lock ?? null,
        now,
        kept?.request.freshSince ?? null,
        kept?.sealed ?? null,
        photo.federation,
        photo.point_id,
        photo.id,
        photo.alt_zh,
        photo.alt_en,
        photo.width,
        photo.height,
        photo.small,
        photo.large,
        mostPhotos,
      ],
    );
    return row!;
  }

  /** Changes words and place of one: `changed`, `unknown`, `moved` where its point has another revision, or `gone`. */
  async change(
    staff: string,
    photo: Pick<StoredPhoto, 'federation' | 'point_id' | 'id' | 'alt_zh' | 'alt_en' | 'place'>,
    revision: number,
  ): Promise<string> {
    const [row] = await this.database.call<{ outcome: string }>(
      'change-service-point-photo',
      'select outcome from change_service_point_photo($1, $2, $3, $4, $5, $6, $7, $8)',
      [staff, photo.federation, photo.point_id, revision, photo.id, photo.alt_zh, photo.alt_en, photo.place],
    );
    return row!.outcome;
  }

  /** Removes one: `removed`, also where there was none, or `gone` where its point is not there. */
  async remove(staff: string, federation: string, pointId: string, id: string): Promise<string> {
    const [row] = await this.database.call<{ outcome: string }>(
      'remove-service-point-photo',
      'select outcome from remove_service_point_photo($1, $2, $3, $4)',
      [staff, federation, pointId, id],
    );
    return row!.outcome;
  }
}

import type { HandlersOf } from '../routes.js';
import type { Photos } from './photos.js';

type PhotoIds = 'addServicePointPhoto' | 'changeServicePointPhoto' | 'removeServicePointPhoto' | 'getServicePointPhoto';

/**
 * What a photo's id stands for never changes. A day and not a year: where a place becomes confidential, what caches hold of
 * it must end, too (S5).
 */
const photoCache = 'public, max-age=86400, immutable';

/** Answers what is asked about photos of service points. */
export function photoHandlers(photos: Photos): HandlersOf<PhotoIds> {
  return {
    async addServicePointPhoto({ path: { code, pointId }, query: { alt, altEn }, header, body, staff: token }) {
      const words = { 'zh-CN': alt, ...(altEn !== undefined && { en: altEn }) };
      const photo = { alt: words, bytes: body };
      const { text, replayed } = await photos.add(token, code, pointId, header['idempotency-key']!, photo);
      return { text, headers: { ...(replayed && { 'Idempotent-Replayed': 'true' }) } };
    },

    async changeServicePointPhoto({ path: { code, pointId, photoId }, header, body, staff: token }) {
      const change = { token, code, id: pointId, ifMatch: header['if-match'] };
      const { items, etag } = await photos.change(change, photoId, body);
      return { body: { items }, etag };
    },

    async removeServicePointPhoto({ path: { code, pointId, photoId }, staff: token }) {
      await photos.remove({ token, code, id: pointId, ifMatch: undefined }, photoId);
      return {};
    },

    async getServicePointPhoto({ path: { code, pointId, photoId }, query: { size = 'large' } }) {
      const bytes = await photos.picture(code, pointId, photoId, size);
      return {
        bytes,
        mediaType: 'image/jpeg',
        etag: `"${photoId}-${size}"`,
        headers: { 'Cache-Control': photoCache },
      };
    },
  };
}

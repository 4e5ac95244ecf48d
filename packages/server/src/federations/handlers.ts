import { entityTagOf } from '../http/entity-tag.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { FederationRepository } from './repository.js';

/** What is public and changes seldom; a page that is open all day still sees a change within a minute. */
export const publicCache = { 'Cache-Control': 'public, max-age=60' } as const;

const defaultLimit = 100;

/** Answers the tag `federations`. */
export function federationHandlers(
  federations: FederationRepository,
  cursorKey: Uint8Array,
): HandlersOf<'searchFederations' | 'getFederation' | 'listChildFederations'> {
  return {
    async searchFederations({ query: { q, level, cursor, limit = defaultLimit } }) {
      const listing = ['searchFederations', q, level ?? ''];
      const [depth, code] = readCursor(cursorKey, listing, cursor, 2) ?? [];
      const after = depth === undefined || code === undefined ? undefined : { depth: Number(depth), code };
      const found = await federations.search(q, level, after, limit + 1);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        body: {
          items: items.map(({ code, level, name, hasChildren }) => ({ code, level, name, hasChildren })),
          ...(found.length > limit &&
            last && { nextCursor: writeCursor(cursorKey, listing, [String(last.depth), last.code]) }),
        },
        headers: publicCache,
      };
    },

    async getFederation({ path: { code } }) {
      const federation = await federations.find(code);
      if (!federation) throw new ProblemError('federation-unknown');
      const text = JSON.stringify(federation);
      return { text, etag: entityTagOf(text), headers: publicCache };
    },

    async listChildFederations({ path: { code }, query: { cursor, limit = defaultLimit } }) {
      const listing = ['listChildFederations', code];
      const [after = ''] = readCursor(cursorKey, listing, cursor, 1) ?? [];
      const found = await federations.children(code, after, limit + 1);
      if (found.length === 0 && !(await federations.existing([code])).has(code))
        throw new ProblemError('federation-unknown');
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        body: {
          items,
          ...(found.length > limit && last && { nextCursor: writeCursor(cursorKey, listing, [last.code]) }),
        },
        headers: publicCache,
      };
    },
  };
}

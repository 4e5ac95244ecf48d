import * as z from 'zod/mini';

/**
 * Keeps zod from trying `new Function`, which a strict Content-Security-Policy reports as a violation. Has to be
 * imported before any schema: zod decides where a schema is made.
 */
export const settings = z.config({ jitless: true });

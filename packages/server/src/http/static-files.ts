import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of files that are served beside the API. */
export interface StaticFolders {
  /** The demo portal, at `/`. */
  readonly portal: string;
  /** The built elements, at `/assets/`. */
  readonly elements: string;
}

/** As they lie in the repository and in an installed package; the same from `src` and from `dist`. */
export const staticFolders: StaticFolders = {
  portal: fileURLToPath(new URL('../../portal/', import.meta.url)),
  elements: fileURLToPath(new URL('../../../elements/dist/', import.meta.url)),
};

/** What a portal's page may do: the strictest policy under which our elements work, as an example for hosts. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html fulian-kit',
].join('; ');

/** Serves the folders that exist; a service without a portal is none the less one. */
export async function serveStaticFiles(app: FastifyInstance, folders: StaticFolders): Promise<void> {
  if (existsSync(folders.portal))
    await app.register(fastifyStatic, {
      root: folders.portal,
      prefix: '/',
      decorateReply: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: portalHeaders,
    });
  if (existsSync(folders.elements))
    await app.register(fastifyStatic, {
      root: folders.elements,
      prefix: '/assets/',
      decorateReply: false,
      dotfiles: 'ignore',
      cacheControl: false,
      allowedPath: (path) => path.endsWith('.js'),
      // As `npm run build` leaves them beside the files.
      preCompressed: true,
      setHeaders: (reply) => void reply.header('Cache-Control', 'public, no-cache'),
    });
}

function portalHeaders(reply: FastifyReply): void {
  reply.headers({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': pagePolicy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  });
}

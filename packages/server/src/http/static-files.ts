import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of files that are served beside the API. */
export interface StaticFolders {
  /** The demo portal, at `/`. */
  readonly portal: string;
  /** The built elements, at `/assets/`; each version of them that lies in its `hosted/` at `/assets/<version>/`. */
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
  if (existsSync(folders.elements)) {
    const hosted = join(folders.elements, 'hosted');
    await app.register(fastifyStatic, {
      // The second is looked into for what is not in the first.
      root: existsSync(hosted) ? [folders.elements, hosted] : folders.elements,
      prefix: '/assets/',
      decorateReply: false,
      dotfiles: 'ignore',
      cacheControl: false,
      allowedPath: (path) => forPages.test(path),
      // As `npm run build` leaves them beside the files.
      preCompressed: true,
      setHeaders: (reply, path) =>
        void reply.header(
          'Cache-Control',
          path.startsWith(hosted + sep) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
        ),
    });
  }
}

/** Scripts and themes; what else a version's folder holds, and its zip. Not by way of the folder of all versions. */
const forPages =
  /^\/(?!hosted\/)(?:[\w.-]+\.js|chunks\/[\w.-]+\.js|themes\/[\w.-]+\.css|\d+\.\d+\.\d+[\w.-]*\/[\w./-]+\.(?:js|css|json|txt)|fulian-kit-[\w.-]+\.zip)$/;

/**
 * The same address without doubled slashes, below `/assets/`: `fl.js` doubles those of the folder when it asks again for what
 * failed, because engines remember failures by address.
 */
export function plainAssets(url: string): string {
  return url.startsWith('/assets/') ? url.replace(/^[^?]+/, (path) => path.replace(/\/{2,}/g, '/')) : url;
}

/**
 * Who may know whose window. A desk opens the county's provider in a second window, which comes back to the same page: that one, and no
 * other, has to find the window that opened it.
 */
function openerPolicy(path: string, url: string): string {
  if (!path.endsWith('desk.html')) return 'same-origin';
  return /[?&]state=/.test(url) ? 'unsafe-none' : 'same-origin-allow-popups';
}

function portalHeaders(reply: FastifyReply, path: string): void {
  reply.headers({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': pagePolicy,
    'Cross-Origin-Opener-Policy': openerPolicy(path, reply.request.url),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  });
}

/** A county's web site on an origin of its own that embeds our elements, as strict or as careless as a test wants it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PortalPage {
  /** Where our scripts come from and the elements send their calls. */
  service: string;
  /** The strictest policy that a host may set: our scripts, our calls, nothing else, Trusted Types enforced. */
  strict?: boolean;
  /** Which of our elements is on it. Default: `help-form`. */
  element?: 'help-form' | 'service-map' | 'case-tracker' | 'case-desk' | 'council' | 'council-desk';
  /** Attributes of that element. */
  attributes?: string;
  /** What stands inside that element besides a telephone number. */
  inside?: string;
  /** Other elements of ours whose scripts the page loads. */
  also?: readonly string[];
  /** Directives that a strict page has instead of the strictest, by name; `undefined` leaves one away. */
  policy?: Readonly<Record<string, string | undefined>>;
}

/** Answers requests for a file of the portal. */
export type PortalFile = (request: IncomingMessage, response: ServerResponse) => void;

export interface Portal {
  readonly origin: string;
  /** Puts up a page and gives its address. */
  show(page: PortalPage): string;
  /** Puts up a file, by its path. */
  serve(path: string, file: PortalFile): void;
  stop(): Promise<void>;
}

/** The demo county. */
const federation = '990101000000';

/** Pages without our elements, by address, with the words on them: where a visitor comes from, and where she leaves for. */
export const plainPages = { '/beginning': '欢迎来到清溪县', '/elsewhere': '今天多云，二十一度' } as const;

/** Starts a site on a loopback port of its own. */
export async function startPortal(): Promise<Portal> {
  const pages = new Map<string, PortalPage>();
  const files = new Map<string, PortalFile>();
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    const page = pages.get(path);
    const file = files.get(path);
    if (file) return file(request, response);
    // Browsers ask for it by themselves; a page without one would seem to complain.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const plain = (plainPages as Record<string, string>)[path];
    if (plain === undefined && !page) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page?.strict) response.setHeader('content-security-policy', strictPolicy(page));
    return response.end(page ? markup(page) : document(plain!, `<p>${plain}</p>`));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show(page) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, page);
      return origin + path;
    },
    serve: (path, file) => void files.set(path, file),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function strictPolicy({ service, policy = {} }: PortalPage): string {
  const directives: Record<string, string | undefined> = {
    'default-src': "'none'",
    'script-src': service,
    'connect-src': service,
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
    ...policy,
  };
  return Object.entries(directives)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    .join('; ');
}

function markup({ service, element = 'help-form', attributes = '', inside = '', also = [] }: PortalPage): string {
  const scripts = ['client', 'quick-exit', element, ...also].map(
    (name) => `<script type="module" src="${service}/assets/${name}.js"></script>`,
  );
  return document(
    '清溪县妇联',
    `<main>
      <h1>清溪县妇女联合会</h1>
      <fl-client base-url="${service}" federation="${federation}">
        <fl-${element} exit-href="/elsewhere" ${attributes}><a href="tel:12338">12338</a>${inside}</fl-${element}>
      </fl-client>
    </main>
    ${scripts.join('\n')}`,
  );
}

const document = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${body}</body></html>`;

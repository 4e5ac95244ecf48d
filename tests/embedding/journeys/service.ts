/**
 * A county's portal and the service, each on an origin of its own, for pages that the driver walks through: every page has a
 * fresh world in memory, a clock that stands still, and a record of every request that reached it. Beside it the built
 * elements as a hosted copy gives them.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createTestServer,
  testBallotId,
  testCaseNumber,
  testCouncilId,
  testInvitation,
  testSecret,
  type TestServer,
} from '@fulian/sdk/testing';
import { baseHeaders } from '../../../packages/server/src/http/headers.js';
import { buildDriver } from './build.js';
import { type JourneyName, journeyNames, type Report, type Settings } from './report.js';

/** A Friday, 10:00 in China, and no holiday. */
export const friday = Date.parse('2026-11-20T02:00:00Z');
const federation = '990101000000';
const built = fileURLToPath(new URL('../../../packages/elements/dist', import.meta.url));

/** Where things are, for whoever writes a page. */
export interface Origins {
  /** The portal's. */
  readonly host: string;
  /** Ours: the service, and `/assets/…`. */
  readonly service: string;
}

/** What has to be in a page: the script that comes first, and our elements. */
export interface Parts {
  readonly driver: string;
  readonly stage: string;
  /** The page's address, without a slash at its end. */
  readonly address: string;
}

/** A page of the portal. */
export interface HostPage {
  /** The whole document, with `driver` and `stage` in it or in one of `files`. */
  markup(origins: Origins, parts: Parts): string;
  readonly headers?: (origins: Origins) => Readonly<Record<string, string>>;
  /** Attributes of the driver's script tag, such as a nonce. */
  readonly scriptAttributes?: string;
  /** Part of the address of our scripts. Default `/assets`. */
  readonly ours?: string;
  /** Other documents of the portal that belong to it, such as what stands in a frame, by their path below the page's own. */
  readonly files?: Readonly<Record<string, (origins: Origins, parts: Parts) => string>>;
}

export interface VisitOptions {
  /** Default: all. */
  readonly journeys?: readonly JourneyName[];
  readonly leaveBy?: Settings['leaveBy'];
  /** Whether the driver stops for pictures. Default: false. */
  readonly pictures?: boolean;
  /** Milliseconds until the driver counts something as missing. Default 20,000. */
  readonly patience?: number;
  /** Before the page is loaded. */
  readonly prepare?: (world: TestServer) => void;
}

/** A request as it came over the wire. */
export interface Sent {
  readonly method: string;
  /** From the service's own root on, with the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Of the answer; 0 until there is one. */
  status: number;
}

/** The driver waits until `taken` is called. The box is in CSS pixels of the window: left, top, right, bottom. */
export interface PictureWanted {
  readonly kind: 'picture';
  readonly name: string;
  readonly box: readonly [number, number, number, number];
  taken(): void;
}

/** What happens in a page. */
export type Happening =
  | PictureWanted
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'left' };

/** One page with its world. */
export interface Visit {
  /** To be opened in a browser. */
  readonly address: string;
  readonly world: TestServer;
  /** Every request for the service, in order, preflights not counted. */
  readonly sent: readonly Sent[];
  /** What happens next; waits for it. Throws after `milliseconds`. */
  next(milliseconds?: number): Promise<Happening>;
  /** Answers all pictures that are wanted, and gives the report of the last journey. Throws where none comes. */
  finish(picture?: (wanted: PictureWanted) => Promise<void>, milliseconds?: number): Promise<Report>;
}

export interface JourneyService extends Origins {
  /** Puts up a page of its own, with a world of its own. */
  visit(page: HostPage, options?: VisitOptions): Visit;
  /** Answers for files of the portal, by the beginning of their path; `undefined` where there is none. */
  serve(
    prefix: string,
    find: (rest: string) => { readonly type: string; readonly body: string | Buffer } | undefined,
  ): void;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

/** A file below a folder, with its type; `undefined` where there is none, or it lies outside. */
export function fileIn(folder: string, rest: string): { type: string; body: Buffer } | undefined {
  const path = normalize(join(folder, decodeURIComponent(rest)));
  if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) return undefined;
  return { type: types[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) };
}

/** All built files as they are now: a build that runs beside must not give half of one day and half of another. */
function readBuilt(): ReadonlyMap<string, { type: string; body: Buffer }> {
  const files = new Map<string, { type: string; body: Buffer }>();
  for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const file = /\.(js|css|json)$/.test(name) && !name.startsWith('types') ? fileIn(built, name) : undefined;
    if (file) files.set(name.replaceAll('\\', '/'), file);
  }
  return files;
}

/** The keys of secret ballots: the same in every world, so that what is sent can be compared. */
const paperKeys = new Map<string, unknown>();

function newWorld(): TestServer {
  const world = createTestServer({ now: () => friday });
  for (const ballot of world.state.councils.find(testCouncilId())!.ballots)
    if (ballot.isSecret) {
      if (!paperKeys.has(ballot.id)) paperKeys.set(ballot.id, ballot.keys);
      Object.defineProperty(ballot, 'keys', { value: paperKeys.get(ballot.id) });
    }
  return world;
}

class OneVisit implements Visit {
  readonly world = newWorld();
  readonly sent: Sent[] = [];
  private readonly happened: Happening[] = [];
  private waiting: (() => void) | undefined;

  constructor(
    readonly id: string,
    readonly address: string,
    readonly page: HostPage,
    readonly options: VisitOptions,
  ) {
    options.prepare?.(this.world);
  }

  tell(happening: Happening): void {
    this.happened.push(happening);
    this.waiting?.();
  }

  async next(milliseconds = 60_000): Promise<Happening> {
    for (;;) {
      const happening = this.happened.shift();
      if (happening) return happening;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`nothing more was heard of ${this.address}`)), milliseconds);
        this.waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async finish(picture?: (wanted: PictureWanted) => Promise<void>, milliseconds?: number): Promise<Report> {
    const leaves = (this.options.journeys ?? journeyNames).includes('quick-exit');
    let report: Report | undefined;
    let hasLeft = !leaves;
    while (!report || !hasLeft) {
      const happening = await this.next(milliseconds).catch((error: Error) => {
        if (report) throw new Error('the exit was pressed, and its page was never asked for', { cause: error });
        throw error;
      });
      if (happening.kind === 'left') hasLeft = true;
      else if (happening.kind === 'report') {
        ({ report } = happening);
        // Who did not come as far as that does not leave.
        hasLeft ||= report.journeys.some(({ fault }) => fault !== undefined);
      } else {
        await picture?.(happening);
        happening.taken();
      }
    }
    return report;
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

async function listenOn(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts both origins on loopback ports of their own. */
export async function startJourneyService(): Promise<JourneyService> {
  if (!existsSync(join(built, 'help-form.js')))
    throw new Error('packages/elements/dist is empty: run `npm run build` before the tests of embedding');
  const driver = await buildDriver();
  const assets = readBuilt();
  const visits = new Map<string, OneVisit>();
  const folders = new Map<string, Parameters<JourneyService['serve']>[1]>();

  const give = (response: ServerResponse, file: { type: string; body: string | Buffer } | undefined): void => {
    // As the real service gives its files: any page may load them, one that isolates itself, too.
    const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    if (!file) return void response.writeHead(404, open).end();
    response.writeHead(200, { ...open, 'content-type': file.type }).end(file.body);
  };

  const portal = createServer((request, response) => {
    const { pathname } = new URL(request.url!, origins.host);
    const [, kind, id = '', ...rest] = pathname.split('/');
    const visit = visits.get(id);
    if (kind === 'left' && visit) {
      visit.tell({ kind: 'left' });
      return give(response, {
        type: types['.html']!,
        body: '<!doctype html><title>天气</title><p>今天多云，二十一度</p>',
      });
    }
    if (kind === 'page' && visit) {
      const own = visit.page.files?.[rest.join('/')];
      if (rest.length > 0 && !own) return give(response, undefined);
      for (const [name, value] of Object.entries(visit.page.headers?.(origins) ?? {})) response.setHeader(name, value);
      return give(response, { type: types['.html']!, body: (own ?? visit.page.markup)(origins, partsOf(visit)) });
    }
    const folder = [...folders.keys()].find((prefix) => pathname.startsWith(prefix));
    if (folder) return give(response, folders.get(folder)!(pathname.slice(folder.length)));
    // Browsers ask for it by themselves.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    return give(response, undefined);
  });

  const partsOf = ({ id, address, page, options }: OneVisit): Parts => {
    const settings: Settings = {
      reportTo: `${origins.service}/report/${id}`,
      ...(options.pictures && { picturesAt: `${origins.service}/picture/${id}` }),
      journeys: options.journeys ?? journeyNames,
      leaveBy: options.leaveBy ?? 'escape',
      exit: `${origins.host}/left/${id}`,
      facts,
      now: friday,
      ours: page.ours ?? '/assets',
      patience: options.patience ?? 20_000,
    };
    const quoted = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const [first] = settings.journeys;
    const exit = first === 'quick-exit' ? '' : `exit-href="${settings.exit}"`;
    return {
      address,
      driver: `<script id="fulian-journeys" ${page.scriptAttributes ?? ''} data-settings="${quoted}" src="${origins.service}/journeys.js"></script>`,
      stage: `<fl-client base-url="${origins.service}/world/${id}" federation="${federation}"><div id="fulian-stage">${
        first === 'help-form' || first === 'quick-exit'
          ? `<fl-${first} ${exit}><a href="${first === 'quick-exit' ? settings.exit : 'tel:12338'}">12338</a></fl-${first}>`
          : ''
      }</div></fl-client>`,
    };
  };

  const service = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url!, origins.service);
    const [, kind, id = '', ...rest] = pathname.split('/');
    const visit = visits.get(id);
    if (kind === 'journeys.js') return give(response, { type: types['.js']!, body: driver });
    // `/assets-…/` is another copy of us, of which no module is the same.
    if (kind?.startsWith('assets')) return give(response, assets.get(pathname.slice(kind.length + 2)));
    if (!visit) return give(response, undefined);
    if (kind === 'world') return serveWorld(visit, rest.join('/'), request, response);
    const body = await bodyOf(request);
    const done = () => response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    if (kind === 'picture') {
      const box = searchParams.get('box')!.split(',').map(Number) as unknown as PictureWanted['box'];
      visit.tell({ kind: 'picture', name: searchParams.get('name')!, box, taken: done });
    } else {
      visit.tell({ kind: 'report', report: JSON.parse(body.toString()) as Report });
      done();
    }
  };

  const origins = { host: await listenOn(portal), service: await listenOn(service) };
  return {
    ...origins,
    visit(page, options = {}) {
      const id = String(visits.size + 1);
      const visit = new OneVisit(id, `${origins.host}/page/${id}`, page, options);
      visits.set(id, visit);
      return visit;
    },
    serve: (prefix, find) => void folders.set(prefix, find),
    async stop() {
      for (const server of [portal, service]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

const facts = {
  openCase: testCaseNumber(0),
  resolvedCase: testCaseNumber(12),
  secret: testSecret,
  council: testCouncilId(),
  card: testInvitation(4),
  openBallot: testBallotId('motion'),
  secretBallot: testBallotId('secret'),
};

/** One request for the service in memory, and its answer; a stream stays open until the page leaves it. */
async function serveWorld(visit: OneVisit, path: string, request: IncomingMessage, response: ServerResponse) {
  const cors = {
    ...baseHeaders,
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
    'Access-Control-Max-Age': '600',
  };
  const method = request.method!;
  if (method === 'OPTIONS') return void response.writeHead(204, cors).end();
  const body = await bodyOf(request);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { search } = new URL(request.url!, 'http://portal');
  const sent: Sent = { method, path: `/${path}${search}`, headers, body, status: 0 };
  visit.sent.push(sent);
  const isText = (headers['content-type'] ?? '').startsWith('application/json');
  const bytes = () => body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength) as ArrayBuffer;
  const controller = new AbortController();
  const result = await visit.world.fetch(`http://world/${path}${search}`, {
    method,
    headers,
    ...(body.length > 0 && { body: isText ? body.toString() : bytes() }),
    signal: controller.signal,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  const told: Record<string, string> = { ...cors };
  for (const name of [
    'content-type',
    'etag',
    'retry-after',
    'upload-offset',
    'fulian-request-id',
    'idempotent-replayed',
    'content-disposition',
  ]) {
    const value = result.headers.get(name);
    if (value !== null) told[name] = value;
  }
  sent.status = result.status;
  response.writeHead(result.status, told);
  if (!result.body) {
    const isBytes = told['content-type'] === 'application/octet-stream';
    if (isBytes) return void response.end(Buffer.from(await result.arrayBuffer()));
    const empty = result.status === 204 || result.status === 304 || told['content-type'] === undefined;
    return void response.end(empty ? undefined : JSON.stringify(await result.json()));
  }
  const reader = result.body.getReader();
  response.on('close', () => void reader.cancel());
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return void response.end();
    response.write(value);
  }
}

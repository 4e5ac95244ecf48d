import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { operations } from '@fulian/contract/operations';
import { createTestServer, testPassword } from '@fulian/sdk/testing';

/** A web server for all subjects: their files, a service with a long queue, and the same rows for lists that hold them all. */
export interface ListService {
  readonly origin: string;
  /** Case numbers as rows show them, in the order of the queue. */
  readonly numbers: readonly string[];
  /** Puts more files on line. */
  add(files: ReadonlyMap<string, Uint8Array | string>): void;
  stop(): Promise<void>;
}

/** A row with all its words, as lists get it that hold all rows. */
interface ListRow {
  readonly kind: string;
  readonly grade: string;
  readonly category: string;
  readonly clock: string;
  readonly number: string;
  readonly place: string;
  readonly worker: string;
  readonly marks: string;
}

interface Summary {
  readonly number: string;
  readonly grade: string;
  readonly category: string;
  readonly state: string;
  readonly nextLimit?: string;
  readonly nextDue?: string;
  readonly owner: { readonly name: string };
  readonly assignee?: { readonly name: string };
}

const federation = '990101000000';
const account = 'worker.qingxi';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };
/** So that a page may ask how much memory it takes. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};
/** Answers of the service in memory that a client looks at. */
const passed = ['content-type', 'etag', 'cache-control', 'fulian-request-id', 'retry-after'];

/** Serves on a loopback port, with so many cases besides the few that the service in memory begins with. */
export async function startListService(count: number): Promise<ListService> {
  const world = createTestServer();
  world.state.cases.addMany(count);
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: string) =>
    world.fetch(`http://localhost${path}`, { method, headers, ...(body !== undefined && { body }) } as never);
  const signedIn = await ask(
    'POST',
    operations.signInStaff.path,
    { 'content-type': 'application/json' },
    JSON.stringify({ account, password: testPassword }),
  );
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const rows: ListRow[] = [];
  for (let path: string | undefined = pagePath(); path !== undefined;) {
    const page = (await (await ask('GET', path, headers)).json()) as { items: Summary[]; nextCursor?: string };
    rows.push(...page.items.map(rowOf));
    path = page.nextCursor === undefined ? undefined : pagePath(page.nextCursor);
  }
  if (rows.length < count / 2) throw new Error(`the queue has ${rows.length} rows of ${count} cases`);

  const files = new Map<string, { body: Buffer; type: string }>();
  const put = (path: string, body: Uint8Array | string, type: string) =>
    files.set(path, { body: gzipSync(body, { level: 9 }), type });
  put('/rows', JSON.stringify(rows), 'application/json');
  put(
    '/session',
    JSON.stringify({ headers, federation, rows: rows.length, account, password: testPassword }),
    'application/json',
  );
  // Nothing changes: what a page of the queue takes to be made is no matter of those that show it.
  const pages = new Map<string, Buffer>();
  const open = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url!.slice('/api'.length);
    const known = pages.get(path);
    if (known) return send(response, known, 'application/json');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length > 0 ? Buffer.concat(chunks).toString() : undefined;
    const found = await ask(request.method!, path, request.headers as Record<string, string>, body);
    const given = Object.fromEntries(
      passed
        .map((name) => [name, found.headers.get(name)])
        .filter((pair): pair is [string, string] => pair[1] !== null),
    );
    if (found.body) {
      // A stream on which nothing happens.
      open.add(response);
      response.writeHead(found.status, { ...isolation, ...given }).write(': here\n\n');
    } else if (found.status === 204) response.writeHead(204, isolation).end();
    else {
      const text = gzipSync(JSON.stringify(await found.json()));
      if (found.status === 200 && /\/cases\?/.test(path)) pages.set(path, text);
      response.writeHead(found.status, { ...isolation, ...given, 'content-encoding': 'gzip' }).end(text);
    }
    return undefined;
  };
  const server = createServer((request, response) => {
    const file = files.get(request.url!.replace(/#.*/, ''));
    if (file) return send(response, file.body, file.type);
    if (!request.url!.startsWith('/api/')) return void response.writeHead(404, isolation).end();
    answer(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    numbers: rows.map(({ number }) => number),
    add: (more) => {
      for (const [path, body] of more) {
        const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html';
        put(path, body, `${type}; charset=utf-8`);
      }
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function pagePath(cursor?: string): string {
  return `/v1/federations/${federation}/cases?view=open&sort=due&limit=100${cursor === undefined ? '' : `&cursor=${cursor}`}`;
}

function send(response: ServerResponse, body: Buffer, type: string): void {
  response.writeHead(200, { ...isolation, 'content-type': type, 'content-encoding': 'gzip' }).end(body);
}

/** What our row says, ready made: so that other lists need not do what words take. */
function rowOf(one: Summary): ListRow {
  return {
    kind: one.grade,
    grade: `◆${one.grade}`,
    category: one.category,
    clock: one.nextDue === undefined ? one.state : `${one.nextLimit} ${one.nextDue.slice(5, 16)}`,
    number: one.number.replace(/(.{4})(?=.)/g, '$1 '),
    place: one.owner.name,
    worker: one.assignee?.name ?? '无人',
    marks: one.state,
  };
}

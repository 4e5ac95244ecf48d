import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { namesOf, type Points } from './points.js';

/** A web server for all subjects: their files, and the same points in each one's form under `/<count>/`. */
export interface MapService {
  readonly origin: string;
  /** Puts more files on line. */
  add(files: ReadonlyMap<string, Uint8Array | string>): void;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };
/** So that a page may ask how much memory it takes. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
};

/** Serves on a loopback port; everything but names is compressed once, before it is asked for. */
export async function startService(sizes: readonly Points[]): Promise<MapService> {
  const files = new Map<string, { body: Buffer; type: string }>();
  const put = (path: string, body: Uint8Array | string, type: string) =>
    files.set(path, { body: gzipSync(body, { level: 9 }), type });
  for (const { count, encoded, geojson, columns } of sizes) {
    const table = `/${count}/v1/federations/990000000000/service-point-table`;
    put(table, encoded, 'application/octet-stream');
    put(`/${count}/geojson`, geojson, 'application/geo+json');
    put(`/${count}/columns`, columns, 'application/octet-stream');
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    const file = files.get(pathname);
    if (file) return send(response, file.body, file.type);
    const count = /^\/(\d+)\/v1\/federations\/990000000000\/service-point-names\//.exec(pathname)?.[1];
    if (count === undefined) return void response.writeHead(404, isolation).end();
    const number = (name: string, otherwise: number) => Number(searchParams.get(name) ?? otherwise);
    const names = namesOf(Number(count), number('from', 0), number('rows', 256));
    return send(response, gzipSync(JSON.stringify(names)), 'application/json');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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

function send(response: ServerResponse, body: Buffer, type: string): void {
  response.writeHead(200, { ...isolation, 'content-type': type, 'content-encoding': 'gzip' }).end(body);
}

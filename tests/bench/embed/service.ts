import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import type { Site } from './site.js';

/** What went over the wire, bodies alone; kB of 1,000 bytes. */
export interface Traffic {
  readonly requests: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** A web server for one subject, with the service in memory behind it. */
export interface EmbedService {
  readonly origin: string;
  /** Since the last call; begins anew, with a fresh world. */
  take(): Traffic;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

interface Body {
  readonly gzip: Buffer;
  /** Bytes that brotli would take. */
  readonly brotli: number;
}

const packed = (body: Uint8Array | string): Body => ({
  gzip: gzipSync(body, { level: 9 }),
  brotli: brotliCompressSync(body).length,
});

/** Serves one subject on a loopback port of its own, compressed with gzip once; what brotli would have sent is counted beside it. */
export async function startService(site: Site): Promise<EmbedService> {
  const files = new Map<string, Body>();
  let world: TestServer = createTestServer();
  let traffic = { requests: 0, gzip: 0, brotli: 0 };
  const send = (response: ServerResponse, status: number, type: string, body: Body) => {
    traffic.requests += 1;
    traffic.gzip += body.gzip.length;
    traffic.brotli += body.brotli;
    response.writeHead(status, { 'content-type': type, 'content-encoding': 'gzip' }).end(body.gzip);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url!.split('?', 1)[0]!;
    const text = site.get(path);
    if (text !== undefined) {
      const body = files.get(path) ?? files.set(path, packed(text)).get(path)!;
      const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html';
      return send(response, 200, `${type}; charset=utf-8`, body);
    }
    // Browsers ask for it by themselves.
    if (!path.startsWith('/v1/')) return void response.writeHead(404).end();
    const result = await world.fetch(`http://world${request.url!}`, {
      method: request.method!,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      signal: new AbortController().signal,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    const type = result.headers.get('content-type') ?? 'application/json';
    const isBytes = type === 'application/octet-stream';
    const body = isBytes ? new Uint8Array(await result.arrayBuffer()) : JSON.stringify(await result.json());
    send(response, result.status, type, packed(body));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const { requests, gzip, brotli } = traffic;
      traffic = { requests: 0, gzip: 0, brotli: 0 };
      world = createTestServer();
      return { requests, gzip: gzip / 1_000, brotli: brotli / 1_000 };
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examples } from '@fulian/contract/examples';
import {
  createClient,
  isAbortedError,
  isContractError,
  isNetworkError,
  isProblemError,
  isTimeoutError,
} from './index.js';
import { staffClientOf } from './staff.js';

/** The platform's own fetch against a server on the loopback: what no mock can show. */
let server: Server;
let baseUrl: string;
let handle: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  handle = (_, response) => answer(response, 200, { status: 'ok' });
});

function answer(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const once = (options = {}) => createClient({ baseUrl, retry: { attempts: 1 }, ...options });
const errorOf = (call: Promise<unknown>) => call.catch((error: unknown) => error);
const path = { code: '990101000000' };
const draft = 'draft-key-of-this-request';

describe('with the platform’s own fetch', () => {
  test('a request arrives as the contract says', async () => {
    const seen: {
      method: string | undefined;
      url: string | undefined;
      headers: IncomingMessage['headers'];
      body: string;
    }[] = [];
    handle = (request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        answer(response, 201, examples.submitHelpRequest.answers.stored);
      });
    };
    const body = examples.submitHelpRequest.requests.urgent as never;
    expect(await once().submitHelpRequest({ path, body, draft })).toEqual(examples.submitHelpRequest.answers.stored);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/v1/federations/990101000000/help-requests',
        headers: { 'content-type': 'application/json', 'fulian-draft': draft },
        body: JSON.stringify(body),
      },
    ]);
    expect(seen[0]!.headers).not.toHaveProperty('cookie');
    expect(seen[0]!.headers).not.toHaveProperty('referer');
  });

  test('bytes go up as they are, and a 204 is nothing', async () => {
    let received = 0;
    handle = (request, response) => {
      request.on('data', (piece: Buffer) => (received += piece.length));
      request.on('end', () =>
        request.method === 'DELETE'
          ? answer(response, 204, undefined)
          : answer(response, 200, examples.getAttachment.answers.halfway),
      );
    };
    const own = { ...path, attachmentId: 'b3duZWQtYnktdGhlLWRyYQ' };
    const headers = { 'Upload-Offset': 0 };
    await once().appendAttachment({ path: own, body: new ArrayBuffer(1 << 20), headers, draft });
    expect(received).toBe(1 << 20);
    expect(await once().removeAttachment({ path: own, draft })).toBeUndefined();
  });

  test('two hundred calls in a row warn of nothing, although controllers are used again', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => void warnings.push(warning);
    process.on('warning', listen);
    const client = once();
    for (let count = 0; count < 200; count += 1) await client.getHealth();
    await new Promise<void>((resolve) => void setImmediate(resolve));
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  test('nobody at home, a connection that breaks before and one that breaks within the answer are a NetworkError', async () => {
    expect(isNetworkError(await errorOf(once({ baseUrl: 'http://127.0.0.1:9' }).getHealth()))).toBe(true);
    handle = (request) => void request.socket.destroy();
    expect(isNetworkError(await errorOf(once().getHealth()))).toBe(true);
    handle = (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"status":', () => request.socket.destroy());
    };
    expect(isNetworkError(await errorOf(once().getHealth()))).toBe(true);
  });

  test('a broken connection is tried again', async () => {
    let calls = 0;
    handle = (request, response) => {
      calls += 1;
      if (calls < 3) request.socket.destroy();
      else answer(response, 200, { status: 'ok' });
    };
    expect(await createClient({ baseUrl, retry: { baseDelay: 1 } }).getHealth()).toEqual({ status: 'ok' });
    expect(calls).toBe(3);
  });

  test('an answer that does not come, or does not end, runs into the time limit', async () => {
    handle = () => undefined;
    expect(isTimeoutError(await errorOf(once({ timeout: 30 }).getHealth()))).toBe(true);
    handle = (_, response) => void response.writeHead(200).write('{"status":');
    expect(isTimeoutError(await errorOf(once({ timeout: 30 }).getHealth()))).toBe(true);
  });

  test('abort closes the connection', async () => {
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => {
      handle = (request) => {
        request.socket.on('close', resolve);
        controller.abort();
      };
    });
    expect(isAbortedError(await errorOf(once().getHealth({}, { signal: controller.signal })))).toBe(true);
    await closed;
  });

  test('a stream is read as it comes, goes on after a break, and ends on the wire with its signal', async () => {
    const connections: IncomingMessage[] = [];
    let closed: Promise<unknown> | undefined;
    handle = (request, response) => {
      connections.push(request);
      closed = new Promise((resolve) => void request.socket.on('close', resolve));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      // Cut in the middle of a character, and of an event.
      const bytes = Buffer.from(
        `retry: 10\n\n: hello\n\nid: ${connections.length}\nevent: case\ndata: {"name":"柳桥"}\n\n`,
      );
      response.write(bytes.subarray(0, bytes.length - 8));
      setImmediate(() => {
        response.write(bytes.subarray(bytes.length - 8));
        if (connections.length === 1) setImmediate(() => request.socket.destroy());
      });
    };
    const staff = staffClientOf(once(), 'the-token');
    const controller = new AbortController();
    const seen: (string | undefined)[] = [];
    for await (const { event, id, data } of staff.watchCases({ path }, controller)) {
      seen.push(id ?? event);
      if (id !== undefined) expect(data).toBe('{"name":"柳桥"}');
      if (id === '2') controller.abort();
    }
    expect(seen).toEqual(['open', '1', 'open', '2']);
    expect(connections.map(({ headers }) => [headers.authorization, headers['last-event-id'], headers.accept])).toEqual(
      [
        ['Bearer the-token', undefined, 'text/event-stream'],
        ['Bearer the-token', '1', 'text/event-stream'],
      ],
    );
    await closed;
  });

  test('a redirect is not followed: nobody else gets to see a request', async () => {
    const urls: (string | undefined)[] = [];
    handle = (request, response) => {
      urls.push(request.url);
      answer(response, 307, {}, { location: '/elsewhere' });
    };
    const body = examples.submitHelpRequest.requests.urgent as never;
    expect(isNetworkError(await errorOf(once().submitHelpRequest({ path, body })))).toBe(true);
    expect(urls).toEqual(['/v1/federations/990101000000/help-requests']);
  });

  test('a page in place of JSON is told apart by its status', async () => {
    handle = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>');
    expect(isContractError(await errorOf(once().getHealth()))).toBe(true);
    handle = (_, response) =>
      void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
    expect(isNetworkError(await errorOf(once().getHealth()))).toBe(true);
  });

  test('a problem carries the request’s name and the pause from the headers', async () => {
    const problem = { type: '/v1/problems/unavailable', title: 'x', status: 503, code: 'unavailable' };
    handle = (_, response) => answer(response, 503, problem, { 'Fulian-Request-Id': 'request-7', 'Retry-After': '60' });
    const error = await errorOf(once().getHealth());
    expect(isProblemError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'unavailable', requestId: 'request-7', retryAfter: 60 });
  });
});

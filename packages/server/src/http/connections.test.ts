import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';

let service: TestService;
let port = 0;
let release: (() => void) | undefined;
beforeAll(async () => {
  service = await createTestService({
    config: { clientTimes: { headers: 300, body: 300, still: 300, idle: 3_000, pace: 100_000 } },
    // A slow request in the hands of the test.
    inspect: () =>
      new Promise((resolve) => (release = () => resolve({ mediaType: 'application/pdf', working: undefined }))),
  });
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  port = (service.app.server.address() as { port: number }).port;
});
afterAll(() => service.close());

/** Far above the limits set here and far below those of the platform, so that a busy machine changes nothing. */
const cutWithinMs = 12_000;

const open = () => connect(port, '127.0.0.1').on('error', () => undefined);
/** All that comes back until the connection is closed, and how long that took. */
async function answerTo(socket: Socket): Promise<{ text: string; ms: number }> {
  const began = performance.now();
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  return { text, ms: performance.now() - began };
}
const send = (text: string) => {
  const socket = open();
  socket.write(text);
  return answerTo(socket);
};
const path = `/v1/federations/${county}`;
const submitHead = (length: number) =>
  `POST ${path}/help-requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: ${newToken()}\r\nContent-Length: ${length}\r\n`;

describe('broken HTTP', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed'],
    ['headers without end', `GET / HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 400, 'too-long'],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 400, 'malformed'],
    ['two lengths', `${submitHead(5)}Content-Length: 6\r\n\r\n`, 400, 'malformed'],
    ['a length and chunks', `${submitHead(5)}Transfer-Encoding: chunked\r\n\r\n`, 400, 'malformed'],
  ])('%s is answered with a problem, and the connection is closed', async (_, text, status, code) => {
    const answer = await send(text);
    expect(answer.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.text).toContain('application/problem+json');
    expect(answer.text).toMatch(/fulian-request-id: [0-9a-f]{32}/i);
    expect(JSON.parse(answer.text.split('\r\n\r\n')[1]!)).toMatchObject({
      code: 'invalid-request',
      findings: [{ where: 'header', code }],
    });
  });

  it.each([
    ['no Host', `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['an unknown expectation', `GET ${path} HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nConnection: close\r\n\r\n`],
    ['an upgrade', `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: close, upgrade\r\n\r\n`],
  ])('%s is answered all the same', async (_, text) => {
    expect((await send(text)).text).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('a slow client', () => {
  it('is cut off while it sends headers', async () => {
    const socket = open();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const answer = await answerTo(socket);
    expect(answer.text).toContain('"code":"request-timeout"');
    expect(answer.ms).toBeLessThan(cutWithinMs);
  });

  it('is cut off while it sends a body, however often it sends a byte', async () => {
    const socket = open();
    socket.write(`${submitHead(90_000)}\r\n{`);
    const drip = setInterval(() => socket.write(' '), 50);
    const answer = await answerTo(socket);
    clearInterval(drip);
    expect(answer.text).toMatch(/^HTTP\/1.1 408 /);
    expect(answer.text).toContain('"code":"request-timeout"');
    expect(answer.ms).toBeLessThan(cutWithinMs);
  });

  it('is cut off while it sends nothing at all', async () => {
    expect((await answerTo(open())).ms).toBeLessThan(cutWithinMs);
  });

  it('may send a piece for as long as it keeps a pace, and no longer', async () => {
    const draft = newToken();
    const { id } = (
      await service.call('startAttachment', {
        headers: { 'fulian-draft': draft, 'idempotency-key': newToken() },
        body: { name: 'a', size: 1_048_576 },
      })
    ).json<{ id: string }>();
    const socket = open();
    socket.write(
      `PATCH ${path}/attachments/${id} HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nFulian-Draft: ${draft}\r\nUpload-Offset: 0\r\nContent-Length: 900000\r\n\r\n`,
    );
    // Twice the pace for well over the grace, then nothing more.
    let sent = 0;
    const began = performance.now();
    const drip = setInterval(() => {
      if (sent < 250_000) socket.write(Buffer.alloc(10_000));
      sent += 10_000;
    }, 50);
    const answer = await answerTo(socket);
    clearInterval(drip);
    expect(answer.text).toContain('"code":"request-timeout"');
    expect(performance.now() - began).toBeGreaterThan(1_500);
    expect(
      (
        await service.call('getAttachment', {
          path: { code: county, attachmentId: id },
          headers: { 'fulian-draft': draft },
        })
      ).json(),
    ).toMatchObject({ offset: 0 });
  });

  it('that goes away in the middle leaves one line in the log', async () => {
    const socket = open();
    socket.write(`${submitHead(1_000)}\r\n{`);
    await new Promise((resolve) => service.app.server.once('request', resolve));
    socket.destroy();
    await expect.poll(() => service.lines.at(-1)).toMatch(/"operationId":"submitHelpRequest","event":"aborted"/);
    expect(service.lines.join('')).not.toContain('"level":"error"');
  });
});

describe('stopping', () => {
  it('finishes what runs, and takes nothing new', async () => {
    const other = await createTestService({
      inspect: () =>
        new Promise((resolve) => (release = () => resolve({ mediaType: 'application/pdf', working: undefined }))),
    });
    const address = await other.app.listen({ port: 0, host: '127.0.0.1' });
    const draft = newToken();
    const headers = { 'fulian-draft': draft, 'idempotency-key': newToken() };
    const { id } = (await other.call('startAttachment', { headers, body: { name: 'a', size: 5 } })).json<{
      id: string;
    }>();
    release = undefined;
    const running = fetch(`${address}${path}/attachments/${id}`, {
      method: 'PATCH',
      headers: { 'fulian-draft': draft, 'upload-offset': '0', 'content-type': 'application/octet-stream' },
      body: '%PDF-',
    });
    await expect.poll(() => release).toBeDefined();
    const closed = other.app.close();
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          () => 'open',
          () => 'refused',
        ),
      )
      .toBe('refused');
    release!();
    const answer = await running;
    expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([200, 'stored']);
    await closed;
    await other.close();
  });
});

it('a request that is whole is answered on the same connection', async () => {
  const body = JSON.stringify(submissionOf('anonymous'));
  const answer = await send(`${submitHead(Buffer.byteLength(body))}Connection: close\r\n\r\n${body}`);
  expect(answer.text).toMatch(/^HTTP\/1.1 201 /);
});

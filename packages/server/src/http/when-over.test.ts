import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isOver, whenOver } from './when-over.js';

let app: FastifyInstance;
afterEach(() => app.close());

/** A service that answers `/now` at once and anything else never. */
async function listen(over: string[], replies: FastifyReply[] = []): Promise<number> {
  app = Fastify({ forceCloseConnections: true });
  app.get('/*', (request, reply) => {
    replies.push(reply);
    whenOver(reply, () => over.push(request.url));
    if (request.url === '/now') void reply.send('x');
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

it('an answer that was sent is over, once', async () => {
  const over: string[] = [];
  const port = await listen(over);
  await (await fetch(`http://127.0.0.1:${port}/now`)).text();
  await expect.poll(() => over).toEqual(['/now']);
  await app.close();
  expect(over).toEqual(['/now']);
});

it('answers that wait for another one on their connection are over when it is cut', async () => {
  const over: string[] = [];
  const replies: FastifyReply[] = [];
  const port = await listen(over, replies);
  const socket = connect(port, '127.0.0.1');
  const waiting = Array.from({ length: 20 }, () => '/now');
  socket.write(['/never', ...waiting].map(get).join(''));
  await expect.poll(() => replies).toHaveLength(21);
  expect(over).toEqual([]);
  socket.destroy();
  await expect.poll(() => over).toHaveLength(21);
  expect(replies.every(isOver)).toBe(true);
});

it('what comes too late is done at once', async () => {
  const replies: FastifyReply[] = [];
  const port = await listen([], replies);
  const socket = connect(port, '127.0.0.1');
  socket.write(get('/never'));
  await expect.poll(() => replies).toHaveLength(1);
  socket.destroy();
  await expect.poll(() => isOver(replies[0]!)).toBe(true);
  let done = false;
  whenOver(replies[0]!, () => (done = true));
  expect(done).toBe(true);
});

import type { FastifyReply } from 'fastify';
import type { Socket } from 'node:net';

/** What is still to be done for the requests of a connection; one listener for all, however many are sent at once. */
const pending = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls `done` once, as soon as the request is answered or its connection is gone. An answer that waits for another one on
 * the same connection (pipelining) says nothing when that connection is cut, so the connection itself is listened to.
 */
export function whenOver(reply: FastifyReply, done: () => void): void {
  const { socket } = reply.request.raw;
  if (isOver(reply)) return done();
  const waiting = pending.get(socket) ?? listenTo(socket);
  const once = () => {
    if (waiting.delete(once)) done();
  };
  waiting.add(once);
  for (const end of ['finish', 'close']) reply.raw.once(end, once);
}

/** Whether nobody waits for an answer any more. */
export function isOver(reply: FastifyReply): boolean {
  return reply.raw.destroyed || reply.raw.writableFinished || reply.request.raw.socket.destroyed;
}

function listenTo(socket: Socket): Set<() => void> {
  const waiting = new Set<() => void>();
  pending.set(socket, waiting);
  socket.once('close', () => {
    for (const once of waiting) once();
  });
  return waiting;
}

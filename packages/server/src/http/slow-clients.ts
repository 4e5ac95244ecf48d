import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import type { ClientTimes } from '../config.js';
import { ProblemError } from '../problem.js';
import { endWithProblem } from './raw-problem.js';
import { whenOver } from './when-over.js';

/** How often transfers are looked at, in milliseconds. */
const lookMs = 500;

interface Transfer {
  readonly socket: Socket;
  readonly began: number;
  /** Bytes a second that are enough after the grace; 0 where the grace is all there is. */
  readonly pace: number;
  /** Bytes so far. */
  readonly moved: () => number;
  readonly answering: boolean;
  /** `moved` when it last changed, and when that was. */
  seen: number;
  seenAt: number;
}

/**
 * Cuts off who sends or reads too slowly, because every open transfer holds memory. Node's own limits know a whole
 * request only: a piece of a file over a weak mobile network may take long, as long as it keeps a pace.
 */
export class SlowClients {
  readonly #transfers = new Set<Transfer>();
  readonly #times: ClientTimes;

  constructor(app: FastifyInstance, times: ClientTimes) {
    this.#times = times;
    const timer = setInterval(() => this.#look(), lookMs);
    timer.unref();
    app.addHook('onClose', () => clearInterval(timer));
  }

  /** Watches a body until it is read. `paced` for pieces of files. */
  watchBody(request: FastifyRequest, paced: boolean): void {
    const { socket } = request.raw;
    const before = socket.bytesRead;
    const transfer = this.#begin(socket, paced ? this.#times.pace : 0, () => socket.bytesRead - before, false);
    for (const end of ['end', 'close']) request.raw.once(end, () => this.#transfers.delete(transfer));
  }

  /** Watches a long answer until it is written. */
  watchAnswer(reply: FastifyReply): void {
    const { socket } = reply.request.raw;
    const written = () => socket.bytesWritten - socket.writableLength;
    const before = written();
    const transfer = this.#begin(socket, this.#times.pace, () => written() - before, true);
    whenOver(reply, () => this.#transfers.delete(transfer));
  }

  #begin(socket: Socket, pace: number, moved: () => number, answering: boolean): Transfer {
    const began = performance.now();
    const transfer = { socket, began, pace, moved, answering, seen: 0, seenAt: began };
    this.#transfers.add(transfer);
    return transfer;
  }

  /**
   * Whether a transfer is within the grace, or moves and keeps its pace. Movement counts by itself: the system takes the
   * first megabytes of an answer off our hands at once, which no pace would ever call slow.
   */
  #keepsUp(transfer: Transfer, now: number): boolean {
    const moved = transfer.moved();
    if (moved !== transfer.seen) {
      transfer.seen = moved;
      transfer.seenAt = now;
    }
    if (now - transfer.began < this.#times.body) return true;
    const moves = now - transfer.seenAt < this.#times.still;
    return transfer.pace > 0 && moves && moved >= (transfer.pace * (now - transfer.began)) / 1_000;
  }

  #look(): void {
    const now = performance.now();
    for (const transfer of this.#transfers) {
      if (this.#keepsUp(transfer, now)) continue;
      this.#transfers.delete(transfer);
      if (transfer.answering) transfer.socket.destroy();
      else endWithProblem(transfer.socket, new ProblemError('request-timeout'));
    }
  }
}

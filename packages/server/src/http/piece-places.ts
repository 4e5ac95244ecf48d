import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { addressOf } from './rate-limits.js';

/** Pieces of files that may be on their way at once, each holding up to 1 MiB of memory. */
const most = 64;
/** Of them from one address, so that one who sends slowly cannot keep everybody else out. */
const mostOfAddress = 12;
const comeBackSeconds = 2;

/** Bounds the memory that uploads take, however many come at once. */
export class PiecePlaces {
  #taken = 0;
  readonly #byAddress = new Map<string, number>();

  /** Takes a place until the request is answered or gone. Throws `unavailable` where there is none. */
  take(request: FastifyRequest, reply: FastifyReply): void {
    const address = addressOf(request);
    const own = this.#byAddress.get(address) ?? 0;
    if (this.#taken >= most || own >= mostOfAddress)
      throw new ProblemError('unavailable', { retryAfter: comeBackSeconds });
    this.#taken += 1;
    this.#byAddress.set(address, own + 1);
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      this.#taken -= 1;
      const left = this.#byAddress.get(address)! - 1;
      if (left > 0) this.#byAddress.set(address, left);
      else this.#byAddress.delete(address);
    };
    for (const end of ['finish', 'close']) reply.raw.once(end, release);
  }
}

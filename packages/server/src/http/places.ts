import type { FastifyReply } from 'fastify';
import { ProblemError } from '../problem.js';
import { whenOver } from './when-over.js';

/** Requests at once; each holds up to 1 MiB here and a few more in the system. */
export const mostPlaces = 64;
/** Of one holder; twice as many as a browser sends to one host at a time. */
const defaultOfOne = 12;
const comeBackSeconds = 2;

/**
 * Bounds how many requests may hold memory for long (a piece of a file on its way in or out), and how many of them one
 * address or one receipt, so that one who is slow cannot keep everybody else out.
 */
export class Places {
  #taken = 0;
  readonly #byHolder = new Map<string, number>();

  /** `most` bounds all holders together, `mostOfOne` each of them. */
  constructor(
    private readonly most: number = mostPlaces,
    private readonly mostOfOne: number = defaultOfOne,
  ) {}

  /**
   * Takes a place of `holder` until the request is answered or its connection gone. Throws `unavailable` where there is
   * none.
   */
  take(holder: string, reply: FastifyReply): void {
    const own = this.#byHolder.get(holder) ?? 0;
    if (this.#taken >= this.most || own >= this.mostOfOne)
      throw new ProblemError('unavailable', { retryAfter: comeBackSeconds });
    this.#taken += 1;
    this.#byHolder.set(holder, own + 1);
    whenOver(reply, () => {
      this.#taken -= 1;
      const left = this.#byHolder.get(holder)! - 1;
      if (left > 0) this.#byHolder.set(holder, left);
      else this.#byHolder.delete(holder);
    });
  }
}

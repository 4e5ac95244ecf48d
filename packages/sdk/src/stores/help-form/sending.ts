import type { Client } from '../../client.js';
import { isProblemError } from '../../errors.js';
import type { Answer } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import type { SignalLike } from '../../wire.js';
import type { Submission } from './submission.js';

type Receipt = Answer<'submitHelpRequest'>;

/** What was stored: the service's receipt, and whether it belongs to an earlier try with other answers. */
export interface Sent {
  readonly receipt: Receipt;
  readonly isEarlier: boolean;
}

/**
 * Sends one request so that never two cases come of it, whatever the network does and whatever she changes in between.
 *
 * The rule: **one form, one idempotency key.** The service stores at most one request under a key, so no order of late,
 * doubled or lost tries can store a second one. What is left to decide is which answers the stored one has:
 *
 * 1. A try goes out with the answers as they are now. Where nothing is stored under the key yet, they are stored; an
 *    earlier try that is still on its way is then refused by the service (`idempotency-key-reused`) when it arrives.
 * 2. Where the service says `idempotency-key-reused`, an earlier try, of which no answer came back, did arrive. The
 *    earlier submissions are then sent again as they were, the latest first, until the service repeats the receipt. Her
 *    last changes are not in the stored request; `isEarlier` says so.
 * 3. A service may also bind a key to a request that it refused, although ours does not. Where not one of them is the
 *    stored one and one of them is refused again, that one holds the key and nothing is stored. Only then does the form
 *    take a new key. Without such a proof it does not: rather unsent, and she is told, than twice.
 *
 * Every submission that was ever sent under the key is kept for this until the form is wiped or sent: also one that was
 * refused, because another try of the same may still be on its way.
 */
export class Sending {
  private key = randomKey();
  /** The latest first. */
  private readonly tried: Submission[] = [];

  constructor(
    private readonly client: Pick<Client, 'submitHelpRequest'>,
    private readonly federation: string,
    /** The form's draft key. Sent with every try, with or without files, because it belongs to what a key stands for. */
    private readonly draft: string,
  ) {}

  /** Rejects with a `FulianError` where it cannot be said that the request is stored. */
  async send(submission: Submission, signal: SignalLike): Promise<Sent> {
    const text = JSON.stringify(submission);
    const earlier = this.tried.filter((one) => JSON.stringify(one) !== text);
    this.tried.splice(0, this.tried.length, submission, ...earlier);
    try {
      return { receipt: await this.post(submission, signal), isEarlier: false };
    } catch (error) {
      if (!isReused(error)) throw error;
      const settled = await this.settle(earlier, signal);
      if (settled === 'reused') throw error;
      if (settled !== 'refused') return { receipt: settled, isEarlier: true };
    }
    this.key = randomKey();
    this.tried.splice(0, this.tried.length, submission);
    return { receipt: await this.post(submission, signal), isEarlier: false };
  }

  /** Asks for the receipt of what is stored under the key; else what the key is bound to, as far as that shows. */
  private async settle(earlier: readonly Submission[], signal: SignalLike): Promise<Receipt | 'refused' | 'reused'> {
    let bound: 'refused' | 'reused' = 'reused';
    for (const submission of earlier) {
      try {
        return await this.post(submission, signal);
      } catch (error) {
        if (!isRefused(error)) throw error;
        if (!isReused(error)) bound = 'refused';
      }
    }
    return bound;
  }

  /** Lets go of every submission that was tried. */
  forget(): void {
    this.tried.splice(0);
  }

  private post(body: Submission, signal: SignalLike): Promise<Receipt> {
    const { client, key, draft, federation } = this;
    return client.submitHelpRequest({ path: { code: federation }, body, draft, idempotencyKey: key }, { signal });
  }
}

function isReused(error: unknown): boolean {
  return isProblemError(error) && error.code === 'idempotency-key-reused';
}

/** The service has decided: this submission is not what it stored under the key. */
function isRefused(error: unknown): boolean {
  return isProblemError(error) && error.status < 500 && !error.retryable;
}

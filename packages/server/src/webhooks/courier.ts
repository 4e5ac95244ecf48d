import type { Clock } from '../clock.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open } from '../keys/seal.js';
import type { ClaimedDelivery, WebhookRepository } from './repository.js';
import { sealPlace } from './repository.js';
import type { Attempt, WebhookSender } from './sender.js';

/** What delivering needs. */
export interface CourierParts {
  readonly repository: WebhookRepository;
  readonly federationKeys: FederationKeys;
  readonly sender: Pick<WebhookSender, 'send'>;
  readonly clock: Clock;
  /** From 0 up to 1; replaced by tests only. */
  readonly random?: () => number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** Between one try and the next, in milliseconds; after the last one a message is dead. */
const waits = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];
/** How often a message is tried before it is put on the dead list. */
export const mostTries = waits.length + 1;
/** Each wait is up to so much shorter or longer, so that what failed together is not tried together. */
const jitter = 0.2;
/** Messages on their way at once, and those of one address. */
const atOnce = { all: 32, ofOne: 4 };
const lookMs = 2_000;
/** The receiver has taken the address away for good. */
const goneForGood = 410;

/** Delivers what is to be sent to webhooks: at least once each, with longer and longer waits, until it is delivered or dead. */
export class Courier {
  constructor(private readonly parts: CourierParts) {}

  /** Tries all that is due now; resolves to how many messages were tried. Several services may deliver at once. */
  async deliver(): Promise<number> {
    const { repository, clock } = this.parts;
    let tried = 0;
    for (;;) {
      const claimed = await repository.claim(clock.now(), atOnce);
      if (claimed.length === 0) return tried;
      tried += claimed.length;
      await Promise.all(claimed.map((one) => this.#try(one)));
    }
  }

  async #try(one: ClaimedDelivery): Promise<void> {
    const { repository, federationKeys, sender, clock } = this.parts;
    const key = await federationKeys.of(one.federation);
    const opened = (column: 'url' | 'secret') =>
      open(key, sealPlace(column, one.federation, one.webhook), one[column]).toString('utf8');
    const now = clock.now();
    const { id, payload } = one;
    const attempt = await sender.send({ url: opened('url'), secret: opened('secret'), id, payload }, now);
    const isDelivered = attempt.status >= 200 && attempt.status < 300;
    const next = isDelivered ? undefined : this.#nextAt(one.attempts, attempt, clock.now());
    const state = isDelivered ? 'delivered' : next ? 'waiting' : 'dead';
    await repository.settle(one, { state, status: attempt.status, at: clock.now(), next });
  }

  #nextAt(attempts: number, { status, retryAfter = 0 }: Attempt, now: Date): Date | undefined {
    const wait = waits[attempts - 1];
    if (wait === undefined || status === goneForGood) return undefined;
    const { random = Math.random } = this.parts;
    const spread = wait * (1 - jitter + 2 * jitter * random());
    // Who asks for more time gets it, up to the longest wait.
    const asked = Math.min(retryAfter * second, waits.at(-1)!);
    return new Date(now.getTime() + Math.round(Math.max(spread, asked)));
  }
}

/** Delivers now and every two seconds until the signal; a round that fails is told and tried again. */
export function deliverRegularly(courier: Courier, failed: (error: unknown) => void, signal: AbortSignal): void {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    try {
      await courier.deliver();
    } catch (error) {
      failed(error);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void run(), lookMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  void run();
}

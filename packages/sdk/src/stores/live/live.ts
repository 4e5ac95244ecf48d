import { type FulianError, isFulianError } from '../../errors.js';
import { pause } from '../../exchange.js';
import type { StreamEvent } from '../../operation-types.js';
import { asFulianError, Life } from '../observable.js';
import type { LiveState } from './types.js';

/** What news are for. */
export interface LiveSettings {
  /** Listens; connects anew by itself and throws when that is of no use. */
  watch(signal: Life['signal']): AsyncIterableIterator<StreamEvent>;
  /** `open` comes after each connection: what happened before is not told, so ask. */
  onEvent(event: StreamEvent): void;
  /** Asks what is new. Rejects with a `FulianError`. */
  poll(): Promise<void>;
  onState(state: LiveState): void;
  /** The service does not want to be asked any more (the token is over). Nothing runs any more. */
  onRefused(error: FulianError): void;
}

/** Milliseconds between two questions, and after how many of them streaming is tried again. */
const interval = 30_000;
const pollsBeforeStream = 10;

/** News as they happen where the network allows it, else by asking now and then. */
export class Live {
  private life: Life | undefined;

  constructor(private readonly settings: LiveSettings) {}

  /** Begins; anew where it runs already. */
  start(): void {
    this.stop();
    const life = (this.life = new Life());
    void this.run(life);
  }

  /** Ends, without a word. */
  stop(): void {
    this.life?.end();
    this.life = undefined;
  }

  private async run(life: Life): Promise<void> {
    const { settings } = this;
    while (!life.isOver) {
      try {
        for await (const event of settings.watch(life.signal)) {
          if (life.isOver) return;
          if (event.event === 'open') settings.onState('streaming');
          settings.onEvent(event);
        }
      } catch (error) {
        if (this.isRefused(error, life)) return;
      }
      for (let polls = 0; polls < pollsBeforeStream && !life.isOver; polls += 1) {
        try {
          await settings.poll();
          if (!life.isOver) settings.onState('polling');
        } catch (error) {
          if (this.isRefused(error, life)) return;
          settings.onState('offline');
        }
        // Full jitter around the interval, so that desks that lost their service together do not come back together.
        await pause('', interval * (0.5 + Math.random()), life.signal).catch(() => undefined);
      }
    }
  }

  private isRefused(thrown: unknown, life: Life): boolean {
    if (life.isOver) return true;
    const error = asFulianError(thrown, 'news');
    // Something between us and the service that does not stream (a proxy, an old engine) is no refusal.
    if (error.retryable || !isFulianError(thrown) || error.code === 'contract') return false;
    this.stop();
    this.settings.onRefused(error);
    return true;
  }
}

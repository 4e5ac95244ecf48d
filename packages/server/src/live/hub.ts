import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Listening } from '../database/listener.js';
import { casesChannel } from './bell.js';
import type { CaseFeed, FeedRow } from './case-feed.js';
import { EventStream } from './event-stream.js';
import { FeedReader } from './feed-reader.js';

/** Who listens, and to what. */
export interface Subscription {
  /** What is told of a change; undefined where it is none of hers. */
  readonly tell: (row: FeedRow) => object | undefined;
  /** Reads what she has missed since an id. */
  readonly missed: (after: number) => Promise<FeedRow[]>;
  /** The id of the last event that arrived; undefined at the first time. */
  readonly after: number | undefined;
  /** When the stream ends at the latest. */
  readonly until: Date;
  /** Whether her right to listen still holds; asked once a minute. */
  readonly stillHolds?: () => Promise<boolean>;
}

interface Listener extends Subscription {
  readonly stream: EventStream;
  /** What comes while she is still told what she missed. */
  held: FeedRow[] | undefined;
}

const beatMs = 15_000;
/** So often the feed is read although nobody has said that something is new. */
const lookMs = 5_000;
/** Rights are asked for at every fourth beat. */
const beatsBetweenRights = 4;

/**
 * Hands what changes to the open streams of this process. One connection hears that something is new, one query reads it for all. Runs
 * from the first stream on. Events are hints by id and revision: one that comes twice does no harm, none is left out.
 */
export class LiveHub {
  readonly #listeners = new Set<Listener>();
  readonly #reader: FeedReader;
  #started: Promise<void> | undefined;
  #listening: Listening | undefined;
  #timers: NodeJS.Timeout[] = [];
  #reading: Promise<void> | undefined;
  #again = false;
  #beats = 0;
  #closed = false;

  constructor(
    private readonly database: Database,
    feed: CaseFeed,
    private readonly clock: Clock,
    private readonly failed: (error: unknown) => void = () => undefined,
  ) {
    this.#reader = new FeedReader(feed);
  }

  /** Open streams. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Opens a stream; rejects with a `DatabaseFailure` where the feed cannot be read now. */
  async open(subscription: Subscription): Promise<EventStream> {
    await this.#start();
    // What was stored before she came is not news to her; the bell for it may still be on its way.
    await this.look();
    const stream = new EventStream();
    const listener: Listener = { ...subscription, stream, held: [] };
    this.#listeners.add(listener);
    stream.once('close', () => this.#listeners.delete(listener));
    const { after } = subscription;
    try {
      stream.beat(Math.min(after ?? this.#reader.settled, this.#reader.settled));
      const missed = after === undefined ? [] : await subscription.missed(after);
      const settled = this.#reader.settled;
      for (const row of [...missed, ...(listener.held ?? [])]) tell(listener, row, settled);
      listener.held = undefined;
    } catch (error) {
      stream.destroy();
      throw error;
    }
    if (this.#closed) stream.finish();
    return stream;
  }

  /** Reads what is new and hands it out; resolves once that is done. */
  async look(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#readAll();
    try {
      await this.#reading;
    } finally {
      this.#reading = undefined;
    }
  }

  /** Keeps connections open, ends what is over, and asks from time to time whether rights still hold. */
  async beat(): Promise<void> {
    const now = this.clock.now();
    for (const { stream, until } of this.#listeners) {
      if (until <= now) stream.finish();
      else stream.beat(this.#reader.settled);
    }
    this.#beats += 1;
    if (this.#beats % beatsBetweenRights === 0) await this.askRights();
  }

  /** Ends the streams of who has lost her right to listen. */
  async askRights(): Promise<void> {
    for (const { stream, stillHolds } of this.#listeners) {
      if (!stillHolds) continue;
      try {
        if (!(await stillHolds())) stream.finish();
      } catch (error) {
        this.failed(error);
      }
    }
  }

  /** Ends all streams in good order. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const { stream } of this.#listeners) stream.finish();
    await this.#listening?.close();
  }

  /** The first one starts it; where that fails, the next one does. */
  #start(): Promise<void> {
    this.#started ??= this.#begin().catch((error: unknown) => {
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  async #begin(): Promise<void> {
    await this.#reader.start();
    if (this.#closed) return;
    const look = () => void this.look().catch(this.failed);
    this.#listening = this.database.listen(casesChannel, look);
    this.#timers = [setInterval(look, lookMs), setInterval(() => void this.beat().catch(this.failed), beatMs)];
    for (const timer of this.#timers) timer.unref();
  }

  async #readAll(): Promise<void> {
    do {
      this.#again = false;
      const rows = await this.#reader.next();
      const settled = this.#reader.settled;
      for (const listener of this.#listeners) {
        if (listener.held) listener.held.push(...rows);
        else for (const row of rows) tell(listener, row, settled);
      }
      // A thousand at once may not be all.
      this.#again ||= rows.length > 0;
    } while (this.#again && !this.#closed);
  }
}

function tell({ stream, tell: dataOf }: Listener, row: FeedRow, settled: number): void {
  const data = dataOf(row);
  // Never beyond a row that is still on its way, and never beyond one of this batch that was not sent yet.
  if (data) stream.send(Math.min(row.id, settled), 'case', data);
}

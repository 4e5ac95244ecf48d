import type { ReaderLike } from '../wire.js';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** Milliseconds between two comments that keep a connection. */
const heartbeat = 15_000;

/** Something that was told on a stream. */
interface Told {
  readonly id: number;
  readonly scope: string;
  readonly data: unknown;
}

/** One connection of somebody who listens. */
export class TestStream {
  private readonly pieces: Uint8Array[] = [];
  private waiting: ((piece: { done: boolean; value?: Uint8Array }) => void) | undefined;
  private failing: ((error: Error) => void) | undefined;
  private state: 'open' | 'ended' | 'broken' = 'open';
  private timer: number | undefined;

  constructor(
    readonly scope: (event: Told) => unknown,
    private readonly ended: () => void,
  ) {
    this.beat();
  }

  /** From now on nothing comes, not even a comment: a connection that is dead and does not know. */
  silence(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  write(text: string): void {
    const piece = new TextEncoder().encode(text);
    if (this.waiting) this.settle((resolve) => resolve({ done: false, value: piece }));
    else this.pieces.push(piece);
  }

  /** The end of the stream, or a break in the middle of it. */
  close(state: 'ended' | 'broken'): void {
    this.silence();
    this.state = state;
    this.ended();
    this.settle((resolve, reject) =>
      state === 'ended' ? resolve({ done: true }) : reject(new TypeError('network error')),
    );
  }

  getReader(): ReaderLike {
    return {
      read: () =>
        new Promise((resolve, reject) => {
          const piece = this.pieces.shift();
          if (piece) resolve({ done: false, value: piece });
          else if (this.state === 'ended') resolve({ done: true });
          else if (this.state === 'broken') reject(new TypeError('network error'));
          else [this.waiting, this.failing] = [resolve, reject];
        }),
      cancel: async () => this.close('ended'),
    };
  }

  private beat(): void {
    this.timer = setTimeout(() => {
      this.write(': \n\n');
      this.beat();
    }, heartbeat);
  }

  private settle(
    how: (resolve: (piece: { done: boolean; value?: Uint8Array }) => void, reject: (error: Error) => void) => void,
  ): void {
    const { waiting, failing } = this;
    this.waiting = this.failing = undefined;
    if (waiting && failing) how(waiting, failing);
  }
}

/** Whoever listens to the test server, and what was told. */
export class EventStreams {
  private readonly streams = new Set<TestStream>();
  private readonly told: Told[] = [];

  /** How many connections stand. */
  get count(): number {
    return this.streams.size;
  }

  /** A new connection; what came after `lastEventId` is sent first. `scope` makes the data of an event for it, or nothing. */
  open(scope: (scope: string, data: unknown) => unknown, lastEventId: string | undefined): TestStream {
    const stream: TestStream = new TestStream(
      (event) => scope(event.scope, event.data),
      () => void this.streams.delete(stream),
    );
    this.streams.add(stream);
    stream.write(': welcome\n\n');
    if (lastEventId !== undefined)
      for (const event of this.told) if (event.id > Number(lastEventId)) this.send(stream, event);
    return stream;
  }

  tell(scope: string, data: unknown): void {
    const event = { id: this.told.length + 1, scope, data };
    this.told.push(event);
    for (const stream of this.streams) this.send(stream, event);
  }

  /** No connection hears anything any more, and none is told that it is over. */
  silence(): void {
    for (const stream of this.streams) stream.silence();
  }

  /** Ends or breaks every connection. */
  close(state: 'ended' | 'broken'): void {
    for (const stream of [...this.streams]) stream.close(state);
  }

  private send(stream: TestStream, event: Told): void {
    const data = stream.scope(event);
    if (data !== undefined) stream.write(`id: ${event.id}\nevent: case\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

/** Server-sent events over `fetch`, which can carry a token in a header where the platform's `EventSource` cannot. */
import { methodsFor } from './client.js';
import { optionsOf } from './derived.js';
import { type FulianError, isFulianError } from './errors/fulian-error.js';
import { NetworkError } from './errors/network-error.js';
import { type Exchange, pause } from './exchange.js';
import type { CallOptions, StreamEvent, StreamOperation, StreamOptions } from './operation-types.js';
import type { AnyInput, Operation } from './request.js';
import type { ReaderLike, SignalLike } from './wire.js';

declare const TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** Milliseconds without a byte after which a connection is dead: the service sends a comment every 15 s. */
const silence = 45_000;
/** Milliseconds after which whoever still hears something has a connection that works. */
const steady = 10_000;
/** How many connections in a row may break without an event before whoever listens is told. */
const patience = 4;
/** Milliseconds: the longest wait before the second connection; it doubles with each, up to the second number. */
const [baseDelay, maxDelay] = [1000, 15_000];
/** Characters: no event of ours is near to that long; what is, is no event of ours. */
const longest = 1 << 20;

/** Settings of the call that opens a connection. */
interface Connecting extends CallOptions {
  readonly lastEventId: string | undefined;
  reader?: ReaderLike;
}

/**
 * A method that listens to a stream. `prepare` adds to each connection what it adds to each call of `methodsFor`.
 */
export function streamOf(
  client: object,
  id: StreamOperation,
  operation: Operation,
  prepare: (exchange: Exchange, options: CallOptions) => void,
): (input?: AnyInput, options?: StreamOptions) => AsyncIterableIterator<StreamEvent> {
  // Of what answers a stream, a success is not read: its body is caught on its way.
  const catching = (exchange: Exchange, options: CallOptions) => {
    prepare(exchange, options);
    const connecting = options as Connecting;
    const { fetch } = exchange;
    const { headers } = exchange.init;
    headers['Accept'] = 'text/event-stream';
    if (connecting.lastEventId !== undefined) headers['Last-Event-ID'] = connecting.lastEventId;
    exchange.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status < 300) {
        // A page of something between us and the service, or an engine that reads no body piece by piece.
        const isStream = /^text\/event-stream\b/.test(answer.headers.get('Content-Type') ?? '');
        if (!isStream || !answer.body) throw new TypeError('no stream');
        connecting.reader = answer.body.getReader();
      }
      return answer;
    };
  };
  const options = { ...optionsOf(client), retry: { attempts: 1 } };
  const open = methodsFor(options, { [id]: operation }, catching)[id] as (
    input: AnyInput | undefined,
    options: Connecting,
  ) => Promise<void>;
  return async function* (input, { signal } = {}) {
    yield* listen(
      id,
      async (lastEventId) => {
        const connecting: Connecting = { lastEventId, signal };
        await open(input, connecting);
        return connecting.reader!;
      },
      signal,
    );
  };
}

/**
 * Listens. `connect` opens one connection, with the id of the last event that arrived. Ends with the signal; throws a
 * `FulianError` where the service refuses, or where it broke several times in a row. Waits between connections with full
 * jitter, and keeps to `Retry-After` and to the stream's own `retry:`.
 */
export async function* listen(
  call: string,
  connect: (lastEventId: string | undefined) => Promise<ReaderLike>,
  signal: SignalLike | undefined,
): AsyncIterableIterator<StreamEvent> {
  let lastEventId: string | undefined;
  let least = 0;
  for (let breaks = 1; ; breaks += 1) {
    let broken: FulianError | undefined;
    try {
      const reader = await connect(lastEventId);
      const since = Date.now();
      const heard = (id: string | undefined) => {
        // Also an id without an event is one to go on after: a stream may begin with it.
        lastEventId = id ?? lastEventId;
        // A gateway that answers and closes at once is as broken as one that does not answer.
        if (Date.now() - since > steady) breaks = 0;
      };
      for await (const event of eventsOf(call, reader, signal, heard, (milliseconds) => (least = milliseconds))) {
        if (event.event !== 'open') breaks = 0;
        yield event;
      }
    } catch (error) {
      broken = error as FulianError;
    }
    if (isAborted(signal)) return;
    const error = broken ?? new NetworkError(call, {}, 'the stream ended');
    if (!error.retryable || breaks >= patience) throw error;
    // A stream that ended after its hour begins again soon, though not for everybody in the same moment.
    const jitter = Math.random() * Math.min(maxDelay, baseDelay * 2 ** Math.max(0, breaks - 1));
    try {
      await pause(call, Math.max(least, (error.retryAfter ?? 0) * 1000) + jitter, signal);
    } catch {
      return;
    }
  }
}

function isAborted(signal: SignalLike | undefined): boolean {
  return signal !== undefined && signal.aborted;
}

/** One connection, from `open` to its end. */
async function* eventsOf(
  call: string,
  reader: ReaderLike,
  signal: SignalLike | undefined,
  onBytes: (id: string | undefined) => void,
  onRetry: (milliseconds: number) => void,
): AsyncIterableIterator<StreamEvent> {
  const end = () => void reader.cancel().catch(() => undefined);
  if (signal) signal.addEventListener('abort', end);
  try {
    yield { event: 'open', data: '' };
    const parser = new EventParser(onRetry);
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await readOf(reader, call);
      if (done || isAborted(signal)) return;
      for (const event of parser.take(decoder.decode(value, { stream: true }))) {
        onBytes(event.id);
        yield event;
      }
      onBytes(parser.lastId);
      if (parser.held > longest) throw new NetworkError(call, {}, 'the stream is not one of events');
    }
  } catch (cause) {
    throw isFulianError(cause) ? cause : new NetworkError(call, { cause });
  } finally {
    if (signal) signal.removeEventListener('abort', end);
    end();
  }
}

/** The next piece; a connection that is silent for too long is dead, whatever the platform thinks of it. */
function readOf(reader: ReaderLike, call: string): ReturnType<ReaderLike['read']> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NetworkError(call, {}, 'the stream is silent')), silence);
    const settle = () => clearTimeout(timer);
    reader.read().then(resolve, reject).then(settle, settle);
  });
}

/** Cuts text that arrives in pieces into events, as the HTML standard says. */
export class EventParser {
  private rest = '';
  private event = '';
  private data: string[] = [];
  private id: string | undefined;
  /** The latest id that is whole: of an event, or of a block without one. */
  lastId: string | undefined;
  private isFirst = true;

  /** `onRetry` is told how many milliseconds the service wants between two connections. */
  constructor(private readonly onRetry: (milliseconds: number) => void = () => undefined) {}

  /** Characters that wait for the end of their line or event. */
  get held(): number {
    return this.data.join('').length + this.rest.length;
  }

  take(text: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    let whole = this.rest + text;
    if (this.isFirst && whole !== '') {
      if (whole.charCodeAt(0) === 0xfeff) whole = whole.slice(1);
      this.isFirst = false;
    }
    // A line feed may follow in the next piece, and then it is one end of a line and not two.
    const held = whole.endsWith('\r') ? whole.length - 1 : whole.length;
    const lines = whole.slice(0, held).split(/\r\n|\n|\r/);
    this.rest = lines.pop()! + whole.slice(held);
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): StreamEvent | undefined {
    if (line === '') return this.finish();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') this.data.push(value);
    else if (field === 'event') this.event = value;
    else if (field === 'id' && !value.includes('\0')) this.id = value;
    else if (field === 'retry' && /^\d{1,6}$/.test(value)) this.onRetry(Number(value));
    return undefined;
  }

  private finish(): StreamEvent | undefined {
    const { data, event, id } = this;
    this.data = [];
    this.event = '';
    this.lastId = id;
    if (data.length === 0) return undefined;
    return { event: event || 'message', ...(id !== undefined && { id }), data: data.join('\n') };
  }
}

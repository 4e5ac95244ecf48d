/**
 * DevTools' protocol over a pair of pipes. Puppeteer asks new things of a browser when it connects, which those of 2019 do not
 * know; what an old one is asked here has been there since Chromium 70.
 */
import type { Readable, Writable } from 'node:stream';

/** What the browser tells without being asked. */
export interface DevtoolsEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Of which page; absent: of the browser. */
  readonly sessionId?: string;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** One browser's end of the pipes. */
export class DevtoolsPipe {
  private count = 0;
  private rest = '';
  private ended: Error | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(event: DevtoolsEvent) => void>();

  constructor(
    private readonly toBrowser: Writable,
    fromBrowser: Readable,
  ) {
    fromBrowser.setEncoding('utf8');
    fromBrowser.on('data', (piece: string) => {
      const messages = (this.rest + piece).split('\0');
      this.rest = messages.pop()!;
      for (const message of messages) this.take(JSON.parse(message) as Answer & DevtoolsEvent);
    });
    // Whoever waits for an answer is told by `end`.
    toBrowser.on('error', () => undefined);
    fromBrowser.on('error', () => undefined);
  }

  /** Asks for something; rejects with the browser's complaint, or where the browser ends before it answers. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    if (this.ended) return Promise.reject(this.ended);
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject });
      this.toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  /** Calls `listener` with every event; returns what ends that. */
  listen(listener: (event: DevtoolsEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The browser is gone: nothing is answered any more. */
  end(error: Error): void {
    this.ended = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private take(message: Answer & DevtoolsEvent): void {
    if (message.id === undefined) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.resolve(message.result ?? {});
  }
}

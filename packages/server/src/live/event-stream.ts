import { Readable } from 'node:stream';

/** Bytes that may wait for a reader. An event has some hundred: who leaves more behind reads no longer. */
const mostWaiting = 65_536;

/** One open answer of server-sent events. Ends by `finish`; is cut where its reader does not take what is sent. */
export class EventStream extends Readable {
  constructor() {
    super({ read: () => undefined, highWaterMark: mostWaiting });
  }

  /** Sends an event. `id` is where to go on after it. */
  send(id: number, event: string, data: unknown): void {
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Says where to go on, without an event; a comment keeps whatever lies between from closing a connection that rests. */
  beat(id: number): void {
    this.#write(`: \nid: ${id}\n\n`);
  }

  /** Ends the answer in good order; its reader comes again. */
  finish(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null);
  }

  #write(text: string): void {
    if (this.destroyed) return;
    this.push(text);
    if (this.readableLength > mostWaiting) this.destroy();
  }
}

import { request, type IncomingHttpHeaders } from 'node:http';

/** A server-sent event as it arrived; `at` by `performance.now()`. */
export interface SeenEvent {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
  readonly at: number;
}

/** A reader of a stream, for tests. */
export interface EventReader {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** All events so far. */
  readonly events: readonly SeenEvent[];
  /** The last id, with an event or without. */
  readonly lastId: () => number;
  /** Resolves once so many events are there; rejects where the stream ends before. */
  has(count: number): Promise<readonly SeenEvent[]>;
  /** Resolves when the stream ends: true where it ended in good order. */
  readonly ended: Promise<boolean>;
  close(): void;
}

/** Opens a stream over a real connection of its own and reads it. */
export function readEvents(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventReader> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      const events: SeenEvent[] = [];
      let waiting: { count: number; done: () => void; failed: (error: Error) => void }[] = [];
      let lastId = 0;
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) {
          const fields = new Map(
            block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)!.slice(1, 3) as [string, string]),
          );
          lastId = Number(fields.get('id') ?? lastId);
          const data = fields.get('data');
          if (data !== undefined)
            events.push({ id: lastId, event: fields.get('event')!, data: JSON.parse(data), at: performance.now() });
        }
        waiting = waiting.filter(({ count, done }) => events.length < count || done());
      });
      const ended = new Promise<boolean>((over) => {
        answer.once('end', () => over(true));
        answer.once('close', () => over(false));
        answer.once('error', () => over(false));
      });
      void ended.then(() => waiting.forEach(({ failed }) => failed(new Error('The stream has ended'))));
      resolve({
        status: answer.statusCode!,
        headers: answer.headers,
        events,
        lastId: () => lastId,
        has: (count) =>
          new Promise((done, failed) => {
            if (events.length >= count) done(events);
            else waiting.push({ count, done: () => done(events), failed });
          }),
        ended,
        close: () => void sent.destroy(),
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

import type { FastifyServerOptions } from 'fastify';
import { destination } from 'pino';

/**
 * All that a log line may hold (S3). Whatever else somebody passes to the logger is dropped, not masked: a path, a
 * header, a body, an address or an error's message cannot reach the log by mistake.
 */
const allowed = new Set([
  'requestId',
  'traceId',
  'operationId',
  'status',
  'ms',
  'code',
  'sqlState',
  'cause',
  'at',
  'event',
  'address',
  'federation',
  'count',
]);

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** Bytes of lines that may wait for a reader of the log who has stopped reading; what comes then is dropped. */
const mostWaiting = 4_194_304;

/**
 * Options of the service's pino logger. Lines are JSON on standard output; `stream` is for tests. They are written beside
 * the work and not within it: a reader of the log that stands still must not hold up who asks for help.
 */
export function loggerOptions(level: string, stream?: { write(line: string): void }): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { req: () => ({}), res: () => ({}), err: nothing },
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => pick(fields),
      bindings: (fields) => pick(fields),
    },
    hooks: {
      logMethod(args, method) {
        const [first, second] = args as readonly unknown[];
        // pino would take an error's message, and fill a message with arguments; both may repeat what was sent.
        const message = typeof first === 'string' ? first : typeof second === 'string' ? second : undefined;
        const fields = first instanceof Error ? factsOf(first) : typeof first === 'object' && first ? first : {};
        method.apply(this, message === undefined ? [fields] : [fields, message.replaceAll('%', '')]);
      },
    },
    stream: stream ?? destination({ dest: 1, sync: false, maxLength: mostWaiting }),
  };
}

/** What may be said of an error: its code, SQLSTATE and where in our code it happened; never its message. */
export function factsOf(error: unknown): { code?: string; cause?: string; sqlState?: string; at?: string[] } {
  if (!(error instanceof Error)) return { code: typeof error };
  const { code, sqlState, cause } = error as Error & { code?: unknown; sqlState?: unknown };
  const inner = cause instanceof Error ? factsOf(cause) : {};
  return {
    code: typeof code === 'string' ? code : error.name,
    ...(inner.code !== undefined && { cause: inner.code }),
    ...(inner.sqlState !== undefined && { sqlState: inner.sqlState }),
    ...(typeof sqlState === 'string' && { sqlState }),
    at: inner.at ?? framesOf(error),
  };
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const start = error.message === '' ? 0 : Math.max(0, stack.indexOf(error.message)) + error.message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}

function pick(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
}

function nothing(): { type: string; message: string; stack: string } {
  return { type: '', message: '', stack: '' };
}

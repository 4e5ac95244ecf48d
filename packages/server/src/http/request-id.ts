import { randomUUID } from 'node:crypto';

/** A new request id in the form of a W3C trace id: the 32 hexadecimal digits of a UUID. Nobody outside can choose it. */
export function newRequestId(): string {
  return randomUUID().replaceAll('-', '');
}

/** The trace id of an inbound W3C `traceparent`, for correlation in the log only; undefined where it is malformed. */
export function traceIdOf(traceparent: unknown): string | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, traceId] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent) ?? [];
  return traceId === undefined || /^0+$/.test(traceId) ? undefined : traceId;
}

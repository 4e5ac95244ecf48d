import type { FastifyReply } from 'fastify';

/** Names of request headers that another origin may send to the API. */
const sendable = [
  'Content-Type',
  'Idempotency-Key',
  'Fulian-Receipt',
  'Fulian-Draft',
  'Fulian-Case',
  'Fulian-Member',
  'Fulian-Find',
  'Last-Event-ID',
  'Fulian-Position',
  'Authorization',
  'Upload-Offset',
  'If-None-Match',
  'If-Match',
  'traceparent',
  'tracestate',
];

/** Names of answer headers that a page on another origin may read. */
const readable = [
  'Fulian-Request-Id',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Idempotent-Replayed',
  'ETag',
  'Content-Disposition',
];

/**
 * On every answer. Elements run on the portals' own origins: any origin may call, and none may send a cookie, because
 * there are none. `no-store` unless an operation says otherwise: what the service says must not lie on a shared phone.
 */
export const baseHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': readable.join(', '),
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Answers a preflight (or plain OPTIONS) for a path with these methods. Browsers remember it for two hours. */
export function sendOptions(reply: FastifyReply, methods: readonly string[]): FastifyReply {
  return reply
    .code(204)
    .header('Allow', [...methods, 'OPTIONS'].join(', '))
    .header('Access-Control-Allow-Methods', methods.join(', '))
    .header('Access-Control-Allow-Headers', sendable.join(', '))
    .header('Access-Control-Max-Age', '7200')
    .send();
}

import type { answerSchemas } from '@fulian/contract/answer-schemas';
import { operationDetails } from '@fulian/contract/operation-details';
import { operations, type OperationId } from '@fulian/contract/operations';
import { requestSchemas } from '@fulian/contract/request-schemas';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type * as z from 'zod/mini';
import { assertContentType, ignoreBody, jsonLimit, pieceLimit } from './http/body-parsers.js';
import { noneMatches } from './http/entity-tag.js';
import type { Places } from './http/places.js';
import { addressOf, type RateLimiter } from './http/rate-limits.js';
import type { SlowClients } from './http/slow-clients.js';
import { validate, type Input } from './http/validation.js';
import { takesWholeFile, wholeFileLimit, type WholeFiles } from './http/whole-files.js';
import { invalidRequest, ProblemError } from './problem.js';
import { credentialsOf, type Credentials, type SecurityChecks } from './security/checks.js';
import { StartError } from './start-error.js';

/** A request that keeps to the contract. */
export interface Call<Op extends OperationId> extends Input<Op>, Credentials<Op> {
  /** For the rare handler that needs the connection; never for what the contract describes. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Body<Op extends OperationId> = Op extends keyof typeof answerSchemas
  ? z.output<(typeof answerSchemas)[Op]>
  : undefined;

/** What a handler answers with success; a problem is thrown instead. */
export interface Answer<Op extends OperationId> {
  readonly body?: Body<Op>;
  /** The body as JSON text that was made before; a long one as its bytes, which are written as they are. */
  readonly text?: string | Buffer;
  /** Bytes of a file; `Content-Length` stands in `headers`. */
  readonly stream?: Readable;
  /** The same where they are in memory already. */
  readonly bytes?: Uint8Array;
  /** Of the bytes. Default: `application/octet-stream`. */
  readonly mediaType?: string;
  /** Answers 304 to who reads what she has already. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one operation. */
export type Handler<Op extends OperationId> = (call: Call<Op>) => Promise<Answer<Op>> | Answer<Op>;
/** One handler an operation, under the operation's own name. */
export type Handlers = { readonly [Op in OperationId]: Handler<Op> };
/** The handlers of one tag. */
export type HandlersOf<Ids extends OperationId> = Pick<Handlers, Ids>;

/** What every route needs besides its handler. */
export interface RouteParts {
  readonly checks: SecurityChecks;
  readonly limits: RateLimiter;
  readonly slowClients: SlowClients;
  /** For pieces that are sent, by address. */
  readonly places: Places;
  /** For files that are sent in one piece. */
  readonly wholeFiles: WholeFiles;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: OperationId;
  }
  interface FastifyReply {
    /** The code of the problem that was answered, for the log. */
    problemCode?: string;
  }
  interface FastifyRequest {
    credentials?: object;
  }
}

const ids = Object.keys(operations) as OperationId[];

/** Throws `StartError` where an operation has no handler or schema, or a security scheme no check. */
export function assertComplete(handlers: Partial<Handlers>, checks: SecurityChecks): void {
  for (const id of ids) {
    if (typeof handlers[id] !== 'function') throw new StartError('handler-missing', `No handler answers ${id}.`);
    if (!(id in requestSchemas)) throw new StartError('schema-missing', `No schema checks ${id}.`);
    for (const scheme of operationDetails[id].security) {
      if (scheme !== 'none' && typeof checks[scheme] !== 'function')
        throw new StartError('check-missing', `Nothing checks the security scheme ${scheme} of ${id}.`);
    }
  }
}

/** Registers every operation of the contract. Throws `StartError` where something is missing. */
export function registerRoutes(app: FastifyInstance, handlers: Partial<Handlers>, parts: RouteParts): void {
  assertComplete(handlers, parts.checks);
  for (const id of ids) registerRoute(app, id, handlers[id] as Handler<typeof id>, parts);
}

function registerRoute<Op extends OperationId>(
  app: FastifyInstance,
  id: Op,
  handler: Handler<Op>,
  { checks, limits, slowClients, places, wholeFiles }: RouteParts,
): void {
  const wire = operations[id];
  const { security, success } = operationDetails[id];
  const body = 'body' in wire ? wire.body : undefined;
  const keyed = 'keyed' in wire;

  app.route({
    method: wire.method,
    url: wire.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    bodyLimit: takesWholeFile(id) ? wholeFileLimit : body === 'bytes' ? pieceLimit : jsonLimit,
    config: { operationId: id },
    onRequest: async (request, reply) => {
      await limits.address(id, request, reply);
      request.credentials = credentialsOf(security, request, checks);
      // Before a body of another kind is read: what it would be wrong about is not its content.
      assertContentType(id, request);
      if (body === undefined) ignoreBody(request);
      else if (takesWholeFile(id)) await wholeFiles.admit(id, request, reply);
      else if (body === 'bytes') places.take(addressOf(request), reply);
      if (body !== undefined) slowClients.watchBody(request, body === 'bytes');
    },
    handler: async (request, reply) => {
      assertReadableQuery(request);
      const input = validate(id, {
        path: request.params,
        query: request.query,
        header: request.headers,
        body: request.body,
      });
      if (keyed && request.headers['idempotency-key'] === undefined) throw new ProblemError('idempotency-key-missing');
      await limits.federation(id, request, reply);
      const call = { ...input, ...request.credentials, request, reply } as Call<Op>;
      const answer = await handler(call);
      // Long ones hold memory until they are taken.
      if (answer.bytes) slowClients.watchAnswer(reply);
      return send(reply, answer, success, request);
    },
  });
}

function send<Op extends OperationId>(
  reply: FastifyReply,
  answer: Answer<Op>,
  status: number,
  request: FastifyRequest,
): FastifyReply {
  reply.code(status).headers(answer.headers ?? {});
  if (answer.etag !== undefined) {
    reply.header('ETag', answer.etag);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && !noneMatches(request.headers['if-none-match'], answer.etag)) {
      reply.removeHeader('Content-Encoding');
      return reply.code(304).send();
    }
  }
  const bytes = answer.bytes ?? answer.stream;
  if (bytes) return reply.type(answer.mediaType ?? 'application/octet-stream').send(bytes);
  const text = answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
  return text === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(text);
}

/** Bytes of a query that are not UTF-8 would be read as something else than was meant. */
function assertReadableQuery(request: FastifyRequest): void {
  const at = request.url.indexOf('?');
  if (at < 0) return;
  try {
    decodeURIComponent(request.url.slice(at + 1));
  } catch {
    throw invalidRequest('query', 'malformed');
  }
}

const patterns = ids.map((id) => ({
  method: operations[id].method,
  path: new RegExp(`^${operations[id].path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The methods that a path of the contract has, HEAD included; empty for any other path. */
export function methodsOf(url: string): string[] {
  const [path = ''] = url.split('?');
  const methods = patterns.filter((one) => one.path.test(path)).map((one) => one.method as string);
  return methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((one) => one !== 'GET')] : methods;
}

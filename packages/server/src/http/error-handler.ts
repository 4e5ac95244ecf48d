import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { DatabaseUnavailable } from '../database/failure.js';
import { invalidRequest, problemBody, ProblemError } from '../problem.js';
import { factsOf } from './log.js';
import { endWithProblem } from './raw-problem.js';

/** Seconds after which a client may ask again where the database is gone. */
export const unavailableSeconds = 5;

/** The problem that an error of any kind becomes on the wire. What is unknown is `internal`. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof DatabaseUnavailable)
    return new ProblemError('unavailable', { retryAfter: unavailableSeconds, cause: error });
  const { code, statusCode = 500 } = error as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError('body-too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError('media-type-unsupported');
    case 'FST_ERR_BAD_URL':
      return invalidRequest('path', 'malformed');
    case 'FST_ERR_HANDLER_TIMEOUT':
      return new ProblemError('unavailable', { retryAfter: unavailableSeconds });
    default:
      if (statusCode < 500) return invalidRequest('body', 'malformed');
      return new ProblemError('internal', { cause: error });
  }
}

/** Answers a problem; logs what the operator must know of it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  const { retryAfter, allow } = problem.parts;
  const body = problemBody(problem, request.id);
  reply.problemCode = problem.code;
  logFailure(problem, request);
  if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter));
  if (allow !== undefined) reply.header('Allow', allow);
  // The rest of the body is not read: the connection cannot be used again.
  if (problem.code === 'body-too-large' || problem.code === 'media-type-unsupported')
    reply.header('Connection', 'close');
  reply.removeHeader('ETag');
  return reply
    .code(body.status)
    .headers({ 'Cache-Control': 'no-store', 'Content-Type': 'application/problem+json' })
    .send(JSON.stringify(body));
}

function logFailure(problem: ProblemError, request: FastifyRequest): void {
  const { at, ...facts } = factsOf(problem);
  if (problem.code === 'internal') request.log.error({ ...facts, at }, 'failed');
  // Where in the code is of no use: it is the database, or the county's own place to sign in.
  if (problem.code === 'unavailable' || problem.code === 'oidc-unavailable') request.log.warn(facts, 'failed');
}

/** Answers what never became a request: broken HTTP, headers that are too large, a client that is too slow. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  endWithProblem(socket, clientProblem(error.code));
}

function clientProblem(code: string | undefined): ProblemError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProblemError('request-timeout');
    case 'HPE_HEADER_OVERFLOW':
      return invalidRequest('header', 'too-long');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ProblemError('body-too-large');
    default:
      return invalidRequest('header', 'malformed');
  }
}

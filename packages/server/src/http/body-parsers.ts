import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operations, type OperationId } from '@fulian/contract/operations';
import { invalidRequest, ProblemError } from '../problem.js';

/** Bytes of a JSON body: the longest texts that the contract takes, all in `\u` escapes, and everything around them. */
export const jsonLimit = 98_304;
/** Bytes of one piece of a file. */
export const pieceLimit = 1_048_576;

const strict = new TextDecoder('utf-8', { fatal: true });

/** Lets the service read JSON in UTF-8 and bytes; every other content is refused by `assertContentType`. */
export function registerParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: jsonLimit }, (request, bytes, done) => {
    // An empty body is a missing one: the schema says so.
    if (bytes.length === 0) return done(null, undefined);
    let text: string;
    try {
      text = strict.decode(bytes as Buffer);
    } catch {
      return done(invalidRequest('body', 'malformed'));
    }
    return parseJson(request, text, (error, value) =>
      error ? done(invalidRequest('body', 'malformed')) : done(null, value),
    );
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: pieceLimit }, (_, bytes, done) =>
    done(null, bytes),
  );
  app.addContentTypeParser('*', (_, payload, done) => {
    payload.resume();
    done(null, undefined);
  });
}

const mediaTypes = { json: 'application/json', bytes: 'application/octet-stream' } as const;

/** Throws `media-type-unsupported` where a body is of another type than the operation takes, or is encoded. */
export function assertContentType(operation: OperationId, request: FastifyRequest): void {
  const wire = operations[operation];
  if (!('body' in wire)) return;
  const wanted = mediaTypes[wire.body];
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (type === undefined && (length === undefined || length === '0')) {
    if (request.headers['transfer-encoding'] === undefined) return;
  }
  const [mediaType = '', ...parameters] = (type ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((one) => one.startsWith('charset='))?.replace(/^charset="?([^"]*)"?$/, '$1');
  const readable = charset === undefined || charset === 'utf-8' || charset === 'utf8';
  if (mediaType !== wanted || !readable || (encoding !== undefined && encoding !== 'identity'))
    throw new ProblemError('media-type-unsupported');
}

/** Where an operation takes no body, whatever was sent as one is left unread. */
export function ignoreBody(request: FastifyRequest): void {
  delete request.headers['content-type'];
  delete request.headers['content-length'];
  delete request.headers['transfer-encoding'];
}

import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Scope } from '../database/database.js';
import type { HelpRequestRepository } from '../help-requests/repository.js';
import { mostPlaces, Places } from '../http/places.js';
import { addressOf } from '../http/rate-limits.js';
import type { SlowClients } from '../http/slow-clients.js';
import { isOver } from '../http/when-over.js';
import { ProblemError } from '../problem.js';
import type { GivenReceipt } from '../security/checks.js';
import type { Receipts } from '../security/receipts.js';
import { openPiece, type FileId } from './file-keys.js';
import { Gate } from './gate.js';
import type { AttachmentRepository, StoredPiece } from './repository.js';
import type { RequestFile, RequestFiles } from './request-files.js';

/** What downloads need. */
export interface DownloadParts {
  readonly files: AttachmentRepository;
  readonly requests: HelpRequestRepository;
  readonly receipts: Receipts;
  readonly requestFiles: RequestFiles;
  readonly slowClients: SlowClients;
}

/** A file on its way out. */
export interface Download {
  readonly file: RequestFile;
  readonly size: number;
  readonly stream: Readable;
}

/** As many as a browser asks of one host at a time over HTTP/1.1, so that it is never sent away. */
const mostOfReceipt = 6;
/** Bytes that are handed out at a time: a reader who is slow but reads must be seen to, and not only after a whole piece. */
const handedOut = 32_768;
const busySeconds = 5;

/** Hands out the files of a request to who holds its receipt, piece by piece, as she takes them. */
export class Downloads {
  readonly #ofAddress = new Places(Number.POSITIVE_INFINITY);
  readonly #ofReceipt = new Places(mostPlaces, mostOfReceipt);
  /**
   * Of all downloads one piece is read and opened at a time, and two thirds of the time none: submits need the same
   * database and the same processor, and go first.
   */
  readonly #reads = new Gate(1, mostPlaces, busySeconds, 2);

  constructor(private readonly parts: DownloadParts) {}

  /** Opens a file. Throws `receipt-refused`, `attachment-unknown`, or `unavailable` where too many are open. */
  async open(receipt: GivenReceipt, id: string, reply: FastifyReply): Promise<Download> {
    const { requests, receipts, requestFiles, slowClients } = this.parts;
    const address = addressOf(reply.request);
    // Before anything is asked of the database. A place of all is taken by who has a receipt, and by nobody who guesses.
    this.#ofAddress.take(address, reply);
    const holder = await receipts.open(receipt, address);
    this.#ofReceipt.take(holder.request, reply);
    slowClients.watchAnswer(reply);
    const own = await requests.own(holder.federation, holder.request);
    if (!own?.wrappedCaseKey) throw new ProblemError('receipt-refused');
    const [file] = await requestFiles.of(holder, own.wrappedCaseKey, { id });
    if (!file) throw new ProblemError('attachment-unknown');
    const part = file.workingSize === null ? 0 : 1;
    const at = { federation: file.federation, id };
    return this.#start(file, at, this.parts.files.piecesOfRequest(at, part, holder.request), reply);
  }

  /**
   * Hands out a file of a case to who was found to see it; `holder` is who has places for her downloads. Throws `unavailable`
   * where too many are open.
   */
  async openOfCase(
    file: RequestFile & { readonly federation: string },
    scope: Scope,
    holder: string,
    reply: FastifyReply,
  ): Promise<Download> {
    this.#ofAddress.take(addressOf(reply.request), reply);
    this.#ofReceipt.take(holder, reply);
    this.parts.slowClients.watchAnswer(reply);
    const part = file.workingSize === null ? 0 : 1;
    const at = { federation: file.federation, id: file.attachment.id };
    return this.#start(file, at, this.parts.files.piecesOfCase(at, part, scope), reply);
  }

  async #start(
    file: RequestFile,
    at: FileId,
    pieces: AsyncGenerator<StoredPiece>,
    reply: FastifyReply,
  ): Promise<Download> {
    const size = file.workingSize ?? file.attachment.size;
    const bytes = this.#bytesOf(file, at, size, pieces, reply);
    // The first piece is read before anything is answered, so that a database that is gone is a problem, not a stump.
    const first = await bytes.next();
    return { file, size, stream: toReadable(first, bytes, reply) };
  }

  /** What the file holds. Nothing is read ahead, and nothing any more for who has gone. */
  async *#bytesOf(
    { key, workingSize }: RequestFile,
    file: FileId,
    size: number,
    pieces: AsyncGenerator<StoredPiece>,
    reply: FastifyReply,
  ): AsyncGenerator<Buffer, void> {
    const part = workingSize === null ? 0 : 1;
    for (let left = size; left > 0;) {
      const piece = await this.#reads.run(async () => {
        if (isOver(reply)) return undefined;
        const { value } = await pieces.next();
        return value && openPiece(key, file, { part, position: value.position }, value.sealed);
      });
      if (isOver(reply)) return;
      if (!piece) throw new Error('A piece of a stored file is missing');
      left -= piece.length;
      for (let at = 0; at < piece.length; at += handedOut) yield piece.subarray(at, at + handedOut);
    }
  }
}

/**
 * A stream that ends the connection where the database fails halfway, so that nobody takes a part for the whole. Asks for
 * the next part only when the last one was taken; `Readable.from` would ask for one more.
 */
function toReadable(
  first: IteratorResult<Buffer, void>,
  rest: AsyncGenerator<Buffer, void>,
  reply: FastifyReply,
): Readable {
  let ready: Promise<typeof first> | undefined = Promise.resolve(first);
  const stream = new Readable({
    highWaterMark: 0,
    read() {
      const next = ready ?? rest.next();
      ready = undefined;
      next.then(
        ({ value }) => this.push(value ?? null),
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      void rest.return();
      done(error);
    },
  });
  stream.on('error', () => reply.raw.destroy());
  return stream;
}

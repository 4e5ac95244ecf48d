import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { HelpRequestRepository } from '../help-requests/repository.js';
import { addressOf } from '../http/rate-limits.js';
import type { SlowClients } from '../http/slow-clients.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { ReceiptHolder, Receipts } from '../security/receipts.js';
import { openPiece, type FileId } from './file-keys.js';
import type { RequestFile, RequestFiles } from './request-files.js';
import type { AttachmentRepository } from './repository.js';
import type { Uploads } from './uploads.js';

/** What the handlers of the tag `attachments` need. */
export interface AttachmentParts {
  readonly uploads: Uploads;
  readonly files: AttachmentRepository;
  readonly requests: HelpRequestRepository;
  readonly receipts: Receipts;
  readonly requestFiles: RequestFiles;
  readonly slowClients: SlowClients;
}

/** Answers the tag `attachments`. */
export function attachmentHandlers({
  uploads,
  files,
  requests,
  receipts,
  requestFiles,
  slowClients,
}: AttachmentParts): HandlersOf<
  'startAttachment' | 'getAttachment' | 'appendAttachment' | 'removeAttachment' | 'downloadOwnAttachment'
> {
  return {
    async startAttachment({ path, header, body, draft, request }) {
      const key = header['idempotency-key']!;
      const { text, replayed } = await uploads.start(path.code, draft, body, { key, address: addressOf(request) });
      return { text, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} };
    },

    async getAttachment({ path, draft }) {
      return { body: await uploads.state({ federation: path.code, id: path.attachmentId, draft }) };
    },

    async appendAttachment({ path, header, body, draft }) {
      const file = { federation: path.code, id: path.attachmentId, draft };
      return { body: await uploads.append(file, header['upload-offset'], body) };
    },

    async removeAttachment({ path, draft }) {
      await uploads.remove({ federation: path.code, id: path.attachmentId, draft });
      return {};
    },

    async downloadOwnAttachment({ path, receipt, request, reply }) {
      const holder = await receipts.open(receipt, addressOf(request));
      const own = await requests.own(holder.federation, holder.request);
      if (!own?.wrappedCaseKey) throw new ProblemError('receipt-refused');
      const [file] = await requestFiles.of(holder, own.portal, own.wrappedCaseKey, path.attachmentId);
      if (!file) throw new ProblemError('attachment-unknown');
      slowClients.watchAnswer(reply);
      const bytes = bytesOf(files, { federation: own.portal, id: file.attachment.id }, file, holder);
      // The first piece is read before anything is answered, so that a database that is gone is a problem, not a stump.
      const first = await bytes.next();
      return { stream: toReadable(first, bytes, reply), headers: downloadHeaders(file) };
    },
  };
}

async function* bytesOf(
  files: AttachmentRepository,
  id: FileId,
  file: RequestFile,
  holder: ReceiptHolder,
): AsyncGenerator<Buffer, void> {
  const part = file.workingSize === null ? 0 : 1;
  for await (const { position, sealed } of files.piecesOfRequest(id, part, holder.request))
    yield openPiece(file.key, id, { part, position }, sealed);
}

/** A stream that ends the connection where the database fails halfway, so that nobody takes a part for the whole. */
function toReadable(first: IteratorResult<Buffer, void>, rest: AsyncIterable<Buffer>, reply: FastifyReply): Readable {
  async function* all() {
    if (first.done !== true) yield first.value;
    yield* rest;
  }
  const stream = Readable.from(all(), { objectMode: false, highWaterMark: 1 });
  stream.on('error', () => reply.raw.destroy());
  return stream;
}

/** By media type, so that a phone knows what to open a download with; its own name stays sealed. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/avif': 'avif',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
  'video/webm': 'webm',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
};

/** Never shown in the page, whatever it is (RFC 6266; the name says nothing). */
function downloadHeaders({ attachment, workingSize }: RequestFile): Record<string, string> {
  const extension = extensions[attachment.mediaType ?? ''];
  return {
    'Content-Disposition': `attachment; filename="file${extension ? `.${extension}` : ''}"`,
    'Content-Length': String(workingSize ?? attachment.size),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  };
}

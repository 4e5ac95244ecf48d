import { addressOf } from '../http/rate-limits.js';
import type { HandlersOf } from '../routes.js';
import type { Download, Downloads } from './downloads.js';
import type { Uploads } from './uploads.js';

/** What the handlers of the tag `attachments` need. */
export interface AttachmentParts {
  readonly uploads: Uploads;
  readonly downloads: Downloads;
}

/** Answers the tag `attachments`. */
export function attachmentHandlers({
  uploads,
  downloads,
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

    async downloadOwnAttachment({ path, receipt, reply }) {
      const download = await downloads.open(receipt, path.attachmentId, reply);
      return { stream: download.stream, headers: downloadHeaders(download) };
    },
  };
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
export function downloadHeaders({ file, size }: Download): Record<string, string> {
  const extension = extensions[file.attachment.mediaType ?? ''];
  return {
    'Content-Disposition': `attachment; filename="file${extension ? `.${extension}` : ''}"`,
    'Content-Length': String(size),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  };
}

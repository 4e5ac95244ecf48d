import type { Schemas } from '../operation-types.js';
import { randomKey } from '../random.js';
import { TestProblem } from './problems.js';
import type { CheckedRequest, StoredAttachment, TestServerState } from './state.js';

/** A file as the wire shows it. */
export function wireForm({ id, status, size, offset, mediaType }: StoredAttachment): Schemas['Attachment'] {
  return { id, status, size, offset, ...(mediaType !== undefined && { mediaType }) };
}

/** The same for her whose case it belongs to. */
export function namedForm(file: StoredAttachment): Schemas['Attachment'] {
  return { ...wireForm(file), name: file.name };
}

/** A file of this draft. */
export function find(state: TestServerState, id: string, draft: string | undefined): StoredAttachment {
  const file = state.attachments.get(id);
  if (!file || file.draft !== draft || file.request !== undefined) throw new TestProblem('attachment-unknown');
  return file;
}

/** The files that a submission names: all of them arrived, of its own draft, and in no other request. */
export function ofRequest(
  state: TestServerState,
  ids: readonly string[],
  draft: string | undefined,
): StoredAttachment[] {
  const files = ids.map((id) => find(state, id, draft));
  if (files.some(({ status }) => status !== 'stored')) throw new TestProblem('attachment-unfinished');
  return files;
}

/** Reserves a place. */
export function start(
  state: TestServerState,
  federation: string,
  { body, draft }: CheckedRequest,
): Schemas['Attachment'] {
  const { name, size } = body as Schemas['AttachmentStart'];
  const { maxCount, maxBytes } = state.form.attachments;
  if (size > maxBytes) throw new TestProblem('attachment-too-large');
  if ([...state.attachments.values()].filter((file) => file.draft === draft).length >= maxCount)
    throw new TestProblem('attachment-too-many');
  const id = randomKey();
  const file: StoredAttachment = {
    id,
    federation,
    draft: draft!,
    name,
    size,
    bytes: new Uint8Array(size),
    offset: 0,
    status: 'uploading',
  };
  state.attachments.set(id, file);
  return wireForm(file);
}

/** Takes a piece. One that has arrived before changes nothing. */
export function append(state: TestServerState, { path, headers, body, draft }: CheckedRequest): Schemas['Attachment'] {
  const file = find(state, path.attachmentId!, draft);
  const piece = body as Uint8Array;
  const from = headers['upload-offset'] as number;
  if (from + piece.length > file.size)
    throw new TestProblem('invalid-request', { findings: [{ where: 'body', code: 'too-long' }] });
  if (from > file.offset || (from < file.offset && from + piece.length > file.offset))
    throw new TestProblem('offset-mismatch', { offset: file.offset });
  if (from === file.offset) {
    file.bytes.set(piece, from);
    file.offset += piece.length;
  }
  if (file.offset === file.size && file.status !== 'stored') {
    const mediaType = mediaTypeOf(file.bytes);
    if (mediaType === undefined) return refuse(state, file, 'attachment-type-refused');
    file.status = 'stored';
    file.mediaType = mediaType;
  }
  return wireForm(file);
}

/** Removes a file; one that is not there is gone already. */
export function remove(state: TestServerState, id: string, draft: string | undefined): void {
  if (state.attachments.get(id)?.draft === draft) state.attachments.delete(id);
}

function refuse(state: TestServerState, { id }: StoredAttachment, code: Schemas['ProblemCode']): never {
  state.attachments.delete(id);
  throw new TestProblem(code);
}

const kinds: readonly (readonly [string, string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e47', 'image/png'],
  ['25504446', 'application/pdf'],
];

/** The kind of a file by its first bytes. Markup and programs are refused, what is not known passes: this is no guard. */
function mediaTypeOf(bytes: Uint8Array): string | undefined {
  let start = '';
  for (const byte of bytes.subarray(0, 4)) start += byte.toString(16).padStart(2, '0');
  if (start.startsWith('3c') || start.startsWith('4d5a')) return undefined;
  return kinds.find(([magic]) => start.startsWith(magic))?.[1] ?? 'application/octet-stream';
}

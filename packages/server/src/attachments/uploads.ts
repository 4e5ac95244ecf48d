import type { components } from '@fulian/contract/types';
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { DraftLimits } from '../config.js';
import type { Forms } from '../help-requests/forms.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { macOf, type Keyring } from '../keys/keyring.js';
import { newKey } from '../keys/seal.js';
import { invalidRequest, ProblemError } from '../problem.js';
import {
  draftWrappingKey,
  openFacts,
  openPiece,
  sealFacts,
  sealName,
  sealPiece,
  unwrapFileKey,
  wrapFileKey,
  type FileId,
} from './file-keys.js';
import { Gate } from './gate.js';
import type { AttachmentRepository, StoredFile } from './repository.js';

type Attachment = components['schemas']['Attachment'];

/** Looks at a file's content: what it is, and a copy without metadata where one is made. */
export type Inspect = (
  bytes: Uint8Array,
) => Promise<{ readonly mediaType: string; readonly working: Uint8Array | undefined }>;

/** What uploads need. */
export interface UploadParts {
  readonly files: AttachmentRepository;
  readonly forms: Forms;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly limits: DraftLimits;
  readonly inspect: Inspect;
  /** Lets in whose file is looked at. */
  readonly inspections: Gate;
}

/** A file in the hands of who holds its draft. */
export interface DraftFile extends FileId {
  readonly draft: string;
}

const megabyte = 1_048_576;
/** Pieces may be small on a bad line, but not so small that a file becomes a million rows. */
const smallestPiece = 16_384;
const sparePieces = 16;
const fullSeconds = 600;
const busySeconds = 5;

/** Takes files of drafts, piece by piece. */
export class Uploads {
  /** Pieces whose bytes are being sealed and written. */
  readonly #writes = new Gate(8, 64, busySeconds);
  readonly #finishing = new Map<string, Promise<Attachment>>();

  constructor(private readonly parts: UploadParts) {}

  /** The MAC that stands for a draft in the database. */
  draftMac(federation: string, draft: string): Buffer {
    return macOf(this.parts.keys.draft, federation, draft);
  }

  /** Announces a file. The text is the answer's; `replayed` where it was given before. */
  async start(
    federation: string,
    draft: string,
    file: components['schemas']['AttachmentStart'],
    call: { readonly key: string; readonly address: string },
  ): Promise<{ text: string; replayed: boolean }> {
    const { files, forms, federationKeys, idempotency, keys, clock, limits } = this.parts;
    const form = await forms.recent(federation);
    if (!form) throw new ProblemError('federation-unknown');
    const request = idempotency.request('startAttachment', federation, call.key, [file, draft]);
    if (file.size > form.attachments.maxBytes) {
      const kept = await idempotency.find(request);
      if (kept !== undefined) return { text: kept, replayed: true };
      throw new ProblemError('attachment-too-large');
    }
    const id = randomBytes(16).toString('base64url');
    const place = { federation, id };
    const key = newKey();
    const wrapping = draftWrappingKey(await federationKeys.of(federation), draft);
    const answer: Attachment = { id, status: 'uploading', size: file.size, offset: 0 };
    const text = JSON.stringify(answer);
    const result = await files.start(
      {
        ...place,
        draftMac: this.draftMac(federation, draft),
        addressMac: macOf(keys.address, call.address),
        size: file.size,
        name: sealName(key, place, file.name),
        wrappedKey: wrapFileKey(wrapping, place, key),
        startedAt: clock.now(),
      },
      form.attachments.maxCount,
      limits,
      request,
      await idempotency.sealAnswer(request, text),
    );
    const kept = await idempotency.resolve(request, result);
    if (kept !== undefined) return { text: kept, replayed: true };
    if (result.outcome === 'too-many') throw new ProblemError('attachment-too-many');
    if (result.outcome === 'full') throw new ProblemError('rate-limited', { retryAfter: fullSeconds });
    return { text, replayed: false };
  }

  /** Adds a piece; after the last one the file is looked at. */
  async append(file: DraftFile, position: number, bytes: Uint8Array): Promise<Attachment> {
    const known = await this.#writes.run(async () => {
      const before = await this.#find(file);
      const end = position + bytes.length;
      if (end > before.size) throw invalidRequest('body', 'too-long');
      // What has arrived already is not looked at again: sending it twice is harmless.
      if (end <= before.received) return before;
      await this.#add(file, before, position, bytes);
      return { ...before, received: end };
    });
    return this.#state(file, known);
  }

  /** How far a file is. One that has arrived but was never looked at (the service stopped meanwhile) is now. */
  async state(file: DraftFile): Promise<Attachment> {
    try {
      return await this.#state(file, await this.#find(file));
    } catch (error) {
      // Refused now, hence removed: a state is all that was asked for.
      if (isRefusal(error)) throw new ProblemError('attachment-unknown');
      throw error;
    }
  }

  /** Removes a file; nothing happens where it is gone. */
  async remove(file: DraftFile): Promise<void> {
    await this.parts.files.remove(file, this.draftMac(file.federation, file.draft));
  }

  async #find(file: DraftFile): Promise<StoredFile> {
    const [found] = await this.parts.files.ofDraft(file.federation, this.draftMac(file.federation, file.draft), [
      file.id,
    ]);
    if (!found) throw new ProblemError('attachment-unknown');
    return found;
  }

  async #add(file: DraftFile, known: StoredFile, position: number, bytes: Uint8Array): Promise<void> {
    if (position !== known.received) throw new ProblemError('offset-mismatch', { offset: known.received });
    const sealed = sealPiece(await this.#keyOf(file, known), file, { part: 0, position }, bytes);
    const maxPieces = sparePieces + Math.ceil(known.size / smallestPiece);
    const { outcome, received } = await this.parts.files.append(
      file,
      this.draftMac(file.federation, file.draft),
      { position, length: bytes.length, sealed },
      maxPieces,
    );
    switch (outcome) {
      case 'appended':
        return;
      case 'gone':
        throw new ProblemError('attachment-unknown');
      case 'too-small':
        throw invalidRequest('body', 'too-short');
      case 'moved':
        // The same piece came twice at once: the other one has been stored.
        if (received !== null && received >= position + bytes.length) return;
        throw new ProblemError('offset-mismatch', { offset: received ?? 0 });
    }
  }

  async #state(file: DraftFile, known: StoredFile): Promise<Attachment> {
    if (!known.stored && known.received === known.size) return this.#finishOnce(file, known);
    const facts = known.facts ? openFacts(await this.#keyOf(file, known), file, known.facts) : {};
    return attachmentOf(known, facts);
  }

  /** Whoever asks while a file is being looked at waits for the same answer. */
  #finishOnce(file: DraftFile, known: StoredFile): Promise<Attachment> {
    const name = `${file.federation}/${file.id}`;
    let running = this.#finishing.get(name);
    if (!running) {
      running = this.parts.inspections.run(() => this.#finish(file, known)).finally(() => this.#finishing.delete(name));
      this.#finishing.set(name, running);
    }
    return running;
  }

  async #finish(file: DraftFile, known: StoredFile): Promise<Attachment> {
    const { files, inspect } = this.parts;
    const draftMac = this.draftMac(file.federation, file.draft);
    const key = await this.#keyOf(file, known);
    const bytes = Buffer.alloc(known.size);
    for await (const { position, sealed } of files.piecesOfDraft(file, draftMac))
      openPiece(key, file, { part: 0, position }, sealed).copy(bytes, position);
    const found = await inspect(bytes).catch(async (error: unknown) => {
      if (isRefusal(error)) {
        await files.remove(file, draftMac);
        throw new ProblemError(error.code);
      }
      throw error;
    });
    const facts = { mediaType: found.mediaType, sha256: createHash('sha256').update(bytes).digest('hex') };
    const finished = await files.finish(file, draftMac, sealFacts(key, file, facts), {
      size: found.working?.length ?? null,
      pieces: sealedPieces(key, file, found.working),
    });
    // Another process was quicker, or the file was removed: whoever asks sees what there is.
    if (!finished) await this.#find(file);
    return attachmentOf({ ...known, stored: true }, facts);
  }

  async #keyOf(file: DraftFile, known: StoredFile): Promise<Buffer> {
    const wrapping = draftWrappingKey(await this.parts.federationKeys.of(file.federation), file.draft);
    return unwrapFileKey(wrapping, file, known.wrappedKey);
  }
}

/** The wire form of a file. */
export function attachmentOf(file: StoredFile, facts: { mediaType?: string; sha256?: string }): Attachment {
  return {
    id: file.id,
    status: file.stored ? 'stored' : 'uploading',
    size: file.size,
    offset: file.received,
    ...(file.stored && facts),
  };
}

/** One at a time: all of them beside the file itself would double what an inspection takes. */
function* sealedPieces(key: Uint8Array, file: FileId, bytes: Uint8Array = new Uint8Array()) {
  for (let position = 0; position < bytes.length; position += megabyte)
    yield {
      position,
      sealed: sealPiece(key, file, { part: 1, position }, bytes.subarray(position, position + megabyte)),
    };
}

function isRefusal(error: unknown): error is { code: 'attachment-type-refused' | 'attachment-damaged' } {
  const { code } = error as { code?: string };
  return code === 'attachment-type-refused' || code === 'attachment-damaged';
}

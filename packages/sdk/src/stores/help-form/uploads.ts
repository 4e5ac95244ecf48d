import type { Client } from '../../client.js';
import { isFulianError, isProblemError } from '../../errors.js';
import { pause } from '../../exchange.js';
import { randomKey } from '../../random.js';
import type { SignalLike } from '../../wire.js';
import type { AttachmentItem, FileSource } from './types.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };
declare const Response: new (body: unknown) => { arrayBuffer(): Promise<ArrayBuffer> };

/** What uploads need of their surroundings. */
export interface UploadSettings {
  readonly client: Pick<Client, 'startAttachment' | 'getAttachment' | 'appendAttachment' | 'removeAttachment'>;
  readonly federation: string;
  /** The form's draft key. */
  readonly draft: string;
  /** The form's limits; asked for each time, because the form is loaded later. */
  readonly limits: () => { readonly maxCount: number; readonly maxBytes: number };
  /** Called with all items after each change. */
  readonly changed: (items: readonly AttachmentItem[]) => void;
}

interface Upload {
  readonly file: FileSource;
  readonly controller: { readonly signal: SignalLike; abort(): void };
  item: AttachmentItem;
  /** Of the announcement; the same for every try, so that one file takes one place. */
  startKey: string;
  /** Of the place on the service, once announced. */
  id: string | undefined;
  /** Whether some piece may have been lost on the way, so that the service has to be asked how far it is. */
  unsure: boolean;
  removed: boolean;
}

/** Bytes. The service takes pieces up to 1 MiB. */
const largest = 1 << 20;
const smallest = 1 << 16;
/** Milliseconds: a piece that takes longer on this connection is followed by a smaller one, one that is done sooner by a larger. */
const slow = 8000;
const fast = 2000;
const pieceTimeout = 60_000;
const atOnce = 2;
/** Breaks of the connection in a row, without a byte in between, after which she is asked. */
const patience = 4;
/** Seconds: where the service asks for a longer pause, she is asked, too. */
const longest = 30;

const refusals = ['attachment-too-large', 'attachment-too-many', 'attachment-type-refused', 'attachment-damaged'];

/**
 * The files of one form on their way to the service: in pieces that fit the connection, two files at a time, going on
 * where a connection broke. Progress is what the service has confirmed, therefore the first piece is small.
 */
export class Uploads {
  private uploads: readonly Upload[] = [];
  private made = 0;
  private pieceSize = smallest * 2;
  private stopped = false;

  constructor(private readonly settings: UploadSettings) {}

  /** Ids of the files that have arrived. */
  get storedIds(): string[] {
    return this.uploads.flatMap(({ item, id }) => (item.status === 'stored' && id !== undefined ? [id] : []));
  }

  /** Takes files and starts; those that break a limit are listed as failed and not sent. */
  add(files: Iterable<FileSource>): void {
    const added: Upload[] = [];
    for (const file of files) {
      this.made += 1;
      const item: AttachmentItem = {
        key: `file-${this.made}`,
        name: file.name,
        size: file.size,
        sent: 0,
        status: 'waiting',
      };
      const controller = new AbortController();
      const upload = { file, controller, item, startKey: randomKey(), id: undefined, unsure: false, removed: false };
      const code = this.refusal(file, [...this.uploads, ...added]);
      if (code) upload.item = { ...item, status: 'failed', fault: { code, retryable: false } };
      added.push(upload);
    }
    this.replace([...this.uploads, ...added]);
  }

  /** Cancels a file, or takes it off the service. */
  remove(key: string): void {
    const upload = this.uploads.find(({ item }) => item.key === key);
    if (!upload) return;
    upload.removed = true;
    if (upload.id !== undefined) {
      upload.controller.abort();
      this.takeOff(upload.id);
    }
    // Without an id its announcement may be under way; `announce` takes it off when its answer is here.
    this.replace(this.uploads.filter((one) => one !== upload));
  }

  /** Tries a failed file again, from where it stopped. */
  retry(key: string): void {
    const upload = this.uploads.find(({ item }) => item.key === key);
    if (upload?.item.fault?.retryable) this.update(upload, { status: 'waiting', fault: undefined });
  }

  /** The service does not know these files any more: they have to be sent again from their beginning. */
  forget(): void {
    for (const upload of this.uploads) {
      if (upload.item.status !== 'stored') continue;
      this.restart(upload);
      this.update(upload, { status: 'failed', fault: { code: 'network', retryable: true } });
    }
  }

  /** Ends everything and tells nobody. */
  stop(): void {
    this.stopped = true;
    for (const upload of this.uploads) upload.controller.abort();
    this.uploads = [];
  }

  private refusal({ size }: FileSource, before: readonly Upload[]): string | undefined {
    const { maxCount, maxBytes } = this.settings.limits();
    if (size === 0) return 'empty';
    if (size > maxBytes) return 'attachment-too-large';
    return before.filter(({ item }) => item.status !== 'failed' || item.fault?.retryable).length >= maxCount
      ? 'attachment-too-many'
      : undefined;
  }

  private replace(uploads: readonly Upload[]): void {
    if (this.stopped) return;
    this.uploads = uploads;
    const running = uploads.filter(({ item }) => item.status === 'uploading').length;
    for (const upload of uploads
      .filter(({ item }) => item.status === 'waiting')
      .slice(0, Math.max(0, atOnce - running))) {
      upload.item = { ...upload.item, status: 'uploading' };
      void this.run(upload);
    }
    this.settings.changed(this.uploads.map(({ item }) => item));
  }

  private update(upload: Upload, change: { [Key in keyof AttachmentItem]?: AttachmentItem[Key] | undefined }): void {
    if (upload.removed || this.stopped) return;
    const { fault, ...kept } = { ...upload.item, ...change };
    upload.item = fault ? { ...(kept as AttachmentItem), fault } : (kept as AttachmentItem);
    this.replace(this.uploads);
  }

  /** Sends one file. Never rejects. */
  private async run(upload: Upload): Promise<void> {
    for (let breaks = 0; ;) {
      const before = upload.item.sent;
      let wait = 0;
      try {
        await this.transfer(upload);
        return this.update(upload, { status: 'stored', sent: upload.file.size });
      } catch (error) {
        if (upload.removed || this.stopped) return;
        upload.unsure = upload.id !== undefined;
        breaks = upload.item.sent > before ? 1 : breaks + 1;
        const fault = faultOf(error);
        const asked = isFulianError(error) ? (error.retryAfter ?? 0) : 0;
        if (!fault.retryable || breaks >= patience || asked > longest) {
          // What was refused is deleted by the service at once; another try of hers would be another file.
          if (!fault.retryable) upload.id = undefined;
          return this.update(upload, { status: 'failed', fault });
        }
        this.pieceSize = Math.max(smallest, this.pieceSize / 2);
        wait = Math.max(asked, breaks) * 1000 * (1 + Math.random());
      }
      // A longer pause than a call's own retries make: a phone that changes cells is away for seconds.
      const isOver = await pause('', wait, upload.controller.signal).then(
        () => false,
        () => true,
      );
      if (isOver) return;
    }
  }

  private async transfer(upload: Upload): Promise<void> {
    let { offset, status } = await this.place(upload);
    while (status !== 'stored') {
      this.update(upload, { sent: Math.min(offset, upload.file.size) });
      // All is there and not yet checked: the last piece, sent again, asks for the result.
      const from = offset < upload.file.size ? offset : Math.max(0, upload.file.size - this.pieceSize);
      ({ offset, status } = await this.sendPiece(upload, from));
    }
  }

  /** The file's place on the service: announced, or found again after a break. */
  private async place(upload: Upload): Promise<{ offset: number; status: string }> {
    const { client, federation, draft } = this.settings;
    const { file, controller } = upload;
    const { signal } = controller;
    if (upload.id !== undefined && upload.unsure) {
      try {
        const place = await client.getAttachment(
          { path: { code: federation, attachmentId: upload.id }, draft },
          { signal },
        );
        upload.unsure = false;
        return place;
      } catch (error) {
        if (!isProblemError(error) || error.code !== 'attachment-unknown') throw error;
        this.restart(upload);
      }
    }
    const body = { name: [...file.name].slice(-200).join('') || 'file', size: file.size };
    const input = { path: { code: federation }, body, draft, idempotencyKey: upload.startKey };
    const place = await client.startAttachment(input, { signal });
    upload.id = place.id;
    if (upload.removed) this.takeOff(place.id);
    return place;
  }

  private async sendPiece(upload: Upload, from: number): Promise<{ offset: number; status: string }> {
    const { client, federation, draft } = this.settings;
    const to = Math.min(upload.file.size, from + this.pieceSize);
    const piece = upload.file.slice(from, to);
    // Blobs learned to do it themselves in Chromium 76.
    const body = await (piece.arrayBuffer?.() ?? new Response(piece).arrayBuffer());
    if (upload.removed || this.stopped) throw new Error('cancelled');
    const began = Date.now();
    try {
      const path = { code: federation, attachmentId: upload.id! };
      const answer = await client.appendAttachment(
        { path, body, draft, headers: { 'Upload-Offset': from } },
        { signal: upload.controller.signal, timeout: pieceTimeout },
      );
      const took = Date.now() - began;
      if (took < fast) this.pieceSize = Math.min(largest, this.pieceSize * 2);
      if (took > slow) this.pieceSize = Math.max(smallest, this.pieceSize / 2);
      return answer;
    } catch (error) {
      const known = isProblemError(error) && error.code === 'offset-mismatch' ? error.problem.offset : undefined;
      if (known === undefined || known === from) throw error;
      return { offset: known, status: 'uploading' };
    }
  }

  private restart(upload: Upload): void {
    upload.id = undefined;
    upload.startKey = randomKey();
    upload.unsure = false;
    upload.item = { ...upload.item, sent: 0 };
  }

  private takeOff(attachmentId: string): void {
    const { client, federation, draft } = this.settings;
    // Best effort: what stays behind is not bound to a request and is deleted within a day.
    client.removeAttachment({ path: { code: federation, attachmentId }, draft }).catch(() => undefined);
  }
}

function faultOf(error: unknown): { code: string; retryable: boolean } {
  // Not from the client: the file could not be read; it was moved, or its medium is gone.
  if (!isFulianError(error)) return { code: 'attachment-damaged', retryable: false };
  if (refusals.includes(error.code)) return { code: error.code, retryable: false };
  return { code: error.retryable && !isProblemError(error) ? 'network' : 'other', retryable: error.retryable };
}

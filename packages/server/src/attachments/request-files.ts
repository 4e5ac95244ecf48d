import type { components } from '@fulian/contract/types';
import { caseKeyPlace, type FederationKeys } from '../keys/federation-keys.js';
import { open } from '../keys/seal.js';
import type { ReceiptHolder } from '../security/receipts.js';
import { openFacts, unwrapFileKey } from './file-keys.js';
import type { AttachmentRepository } from './repository.js';
import { attachmentOf } from './uploads.js';

/** A file of a submitted request, opened. */
export interface RequestFile {
  readonly attachment: components['schemas']['Attachment'];
  /** The file's own key. */
  readonly key: Buffer;
  /** Bytes of the working copy; null where the original is served. */
  readonly workingSize: number | null;
}

/** Opens the files of a request for who holds its receipt. */
export class RequestFiles {
  constructor(
    private readonly files: AttachmentRepository,
    private readonly federationKeys: FederationKeys,
  ) {}

  /**
   * The files that she may see, or the one with the id: those that came with the request, and those of messages; not what staff keeps
   * with a note. `only` leaves the messages out.
   */
  async of(
    { federation, request }: ReceiptHolder,
    wrappedCaseKey: Buffer,
    { id, only }: { readonly id?: string; readonly only?: 'request' } = {},
  ): Promise<(RequestFile & { readonly federation: string })[]> {
    const found = await this.files.ofCase(
      { scope: 'receipt', federation, request },
      { home: federation, id: request },
      id,
    );
    if (found.length === 0) return [];
    const later = await this.files.ofEvents(federation, request);
    const caseKey = open(await this.federationKeys.of(federation), caseKeyPlace(federation, request), wrappedCaseKey);
    return found
      .filter((file) => (only === 'request' ? !later.has(file.id) : later.get(file.id) !== false))
      .map((file) => {
        const place = { federation: file.federation, id: file.id };
        const key = unwrapFileKey(caseKey, place, file.wrappedKey);
        const attachment = attachmentOf(file, openFacts(key, place, file.facts!));
        return { attachment, key, workingSize: file.workingSize, federation: file.federation };
      });
  }
}

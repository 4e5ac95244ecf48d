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

  /** All files of the request, or the one with the id. `portal` is where they were uploaded. */
  async of(
    { federation, request }: ReceiptHolder,
    portal: string,
    wrappedCaseKey: Buffer,
    id?: string,
  ): Promise<RequestFile[]> {
    const found = await this.files.ofRequest(portal, request, id);
    if (found.length === 0) return [];
    const caseKey = open(await this.federationKeys.of(federation), caseKeyPlace(federation, request), wrappedCaseKey);
    return found.map((file) => {
      const place = { federation: portal, id: file.id };
      const key = unwrapFileKey(caseKey, place, file.wrappedKey);
      return { attachment: attachmentOf(file, openFacts(key, place, file.facts!)), key, workingSize: file.workingSize };
    });
  }
}

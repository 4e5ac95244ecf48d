import type { components } from '@fulian/contract/types';
import { draftWrappingKey, openFacts, openName, unwrapFileKey, wrapFileKey } from '../attachments/file-keys.js';
import type { AttachmentRepository } from '../attachments/repository.js';
import type { RequestFile } from '../attachments/request-files.js';
import { attachmentOf, type Uploads } from '../attachments/uploads.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { ProblemError } from '../problem.js';
import type { BoundFiles, CaseScope } from './case-repository.js';
import type { CasePlace } from './case-rows.js';
import type { CaseSeals } from './case-seals.js';

/** A file of a case, opened. */
export interface CaseFile extends RequestFile {
  /** Where it was uploaded. */
  readonly federation: string;
  /** Its name as on the device that it came from. For her and for nobody else. */
  readonly openName: () => string;
}

/** The files of cases: those that came with the request, and those that were added by staff or by her. */
export class CaseFiles {
  constructor(
    private readonly files: AttachmentRepository,
    private readonly uploads: Uploads,
    private readonly federationKeys: FederationKeys,
  ) {}

  /**
   * Wraps the keys of a draft's files for a case. Later files are uploaded to the federation that the case came to first. Throws
   * `attachment-unknown` and `attachment-unfinished`.
   */
  async bind(
    { home }: CasePlace,
    seals: CaseSeals,
    draft: string | undefined,
    ids: readonly string[],
  ): Promise<BoundFiles | undefined> {
    if (ids.length === 0) return undefined;
    if (draft === undefined) throw new ProblemError('attachment-unknown');
    const draftMac = this.uploads.draftMac(home, draft);
    const found = await this.files.ofDraft(home, draftMac, ids);
    if (found.length < ids.length) throw new ProblemError('attachment-unknown');
    if (found.some((file) => !file.stored)) throw new ProblemError('attachment-unfinished');
    const wrapping = draftWrappingKey(await this.federationKeys.of(home), draft);
    return {
      at: home,
      draftMac,
      files: found.map(({ id, wrappedKey }) => {
        const place = { federation: home, id };
        return { id, wrappedKey: wrapFileKey(seals.key, place, unwrapFileKey(wrapping, place, wrappedKey)) };
      }),
    };
  }

  /** All files of a case in the order in which they were announced, or the one with the id. */
  async of(scope: CaseScope, place: CasePlace, seals: CaseSeals, id?: string): Promise<CaseFile[]> {
    const found = await this.files.ofCase(scope, place, id);
    return found.map(({ federation, name, ...file }) => {
      const at = { federation, id: file.id };
      const key = unwrapFileKey(seals.key, at, file.wrappedKey);
      return {
        federation,
        openName: () => openName(key, at, name),
        attachment: attachmentOf(file, openFacts(key, at, file.facts!)),
        key,
        workingSize: file.workingSize,
      };
    });
  }
}

/** The files that an event names, of those of the case. */
export function filesNamed(
  ids: readonly string[] | undefined,
  files: readonly Pick<CaseFile, 'attachment'>[],
): components['schemas']['Attachment'][] {
  if (!ids || ids.length === 0) return [];
  return files.filter((file) => ids.includes(file.attachment.id)).map((file) => file.attachment);
}

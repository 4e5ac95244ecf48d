import type { RequestFiles } from '../attachments/request-files.js';
import { publicCache } from '../federations/handlers.js';
import type { FederationRepository } from '../federations/repository.js';
import { entityTagOf } from '../http/entity-tag.js';
import { addressOf } from '../http/rate-limits.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Receipts } from '../security/receipts.js';
import type { Forms } from './forms.js';
import type { HelpRequestRepository } from './repository.js';
import type { Submissions } from './submissions.js';

/** What the handlers of the tag `help-requests` need. */
export interface HelpRequestParts {
  readonly forms: Forms;
  readonly submissions: Submissions;
  readonly requests: HelpRequestRepository;
  readonly requestFiles: RequestFiles;
  readonly federations: FederationRepository;
  readonly receipts: Receipts;
}

/** Answers the tag `help-requests`. */
export function helpRequestHandlers({
  forms,
  submissions,
  requests,
  requestFiles,
  federations,
  receipts,
}: HelpRequestParts): HandlersOf<'getHelpForm' | 'submitHelpRequest' | 'readOwnHelpRequest'> {
  return {
    async getHelpForm({ path }) {
      const form = await forms.read(path.code);
      if (!form) throw new ProblemError('federation-unknown');
      const text = JSON.stringify(form);
      return { text, etag: entityTagOf(text), headers: publicCache };
    },

    async submitHelpRequest({ path, header, body, draft }) {
      const key = header['idempotency-key']!;
      const { text, replayed } = await submissions.submit({ federation: path.code, key, draft, submission: body });
      return { text, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} };
    },

    async readOwnHelpRequest({ receipt, request }) {
      const holder = await receipts.open(receipt, addressOf(request));
      const own = await requests.own(holder.federation, holder.request);
      // Where its key was deleted the case is deleted, whatever else is left of it (S8).
      if (!own?.wrappedCaseKey) throw new ProblemError('receipt-refused');
      const [handledBy, files] = await Promise.all([
        federations.find(holder.federation),
        requestFiles.of(holder, own.wrappedCaseKey, { only: 'request' }),
      ]);
      if (!handledBy) throw new ProblemError('receipt-refused');
      return {
        body: {
          number: holder.number,
          state: own.state,
          category: own.category,
          submittedAt: own.submittedAt.toISOString(),
          firstContactBy: own.firstContactBy.toISOString(),
          handledBy,
          attachments: files.map((file) => file.attachment),
        },
        headers: { 'Cache-Control': 'no-store' },
      };
    },
  };
}

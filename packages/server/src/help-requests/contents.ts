import type { components } from '@fulian/contract/types';
import { seal } from '../keys/seal.js';

type Submission = components['schemas']['HelpRequestSubmission'];

/** The personal fields of a request, sealed under its case key (S8). Null where nothing was said. */
export interface SealedContents {
  readonly narrative: Buffer | null;
  /** Who asks, her name, and whether she gives it. */
  readonly asker: Buffer;
  /** The safe-contact plan. */
  readonly contact: Buffer;
  /** The risk answers, whether children are there, and whether the person concerned is one. */
  readonly risk: Buffer;
  readonly needs: Buffer | null;
  readonly exclusionNote: Buffer | null;
  /** What was consented to, by whom and when. */
  readonly consents: Buffer;
}

/** Seals what a requester wrote, each field for its own column, so that a field can be shown without the others. */
export function sealContents(
  caseKey: Uint8Array,
  place: { readonly federation: string; readonly request: string },
  submission: Submission,
  submittedAt: Date,
): SealedContents {
  const { asker, identity, riskScreen, childrenPresent, concernedPerson, needs, exclusion } = submission;
  const put = (column: string, value: unknown) =>
    seal(
      caseKey,
      ['help_requests', column, place.federation, place.request],
      typeof value === 'string' ? value : JSON.stringify(value),
    );
  const optional = (column: string, value: unknown) =>
    value === undefined || value === '' ? null : put(column, value);
  return {
    narrative: optional('narrative', submission.narrative),
    asker: put('asker', { asker, identity }),
    contact: put('contact', submission.safeContact),
    risk: put('risk', { answers: riskScreen.answers, childrenPresent, concernedPerson }),
    needs: optional('needs', needs),
    exclusionNote: optional('exclusion_note', exclusion?.note),
    consents: put(
      'consents',
      submission.consents.map((consent) => ({ ...consent, at: submittedAt.toISOString() })),
    ),
  };
}

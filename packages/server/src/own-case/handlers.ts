import type { OwnStep } from '@fulian/contract/rules/case';
import type { Downloads } from '../attachments/downloads.js';
import { downloadHeaders } from '../attachments/handlers.js';
import type { CaseSteps } from '../cases/case-steps.js';
import { addressOf } from '../http/rate-limits.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Receipts } from '../security/receipts.js';
import type { CaseTokens } from './case-tokens.js';
import type { OwnCases } from './own-case.js';

/** What the handlers of the tag `own-case` need. */
export interface OwnCaseHandlerParts {
  readonly receipts: Receipts;
  readonly tokens: CaseTokens;
  readonly own: OwnCases;
  readonly steps: CaseSteps;
  readonly downloads: Downloads;
}

type OwnIds =
  | 'openOwnCase'
  | 'readOwnCase'
  | 'eraseOwnCase'
  | 'sendOwnMessage'
  | 'rateOwnCase'
  | 'withdrawOwnCase'
  | 'answerOwnConsent'
  | 'downloadOwnCaseAttachment'
  | 'exportOwnCase';

const noStore = { 'Cache-Control': 'no-store' };

/** Answers the tag `own-case`, but for its stream. */
export function ownCaseHandlers({ receipts, tokens, own, steps, downloads }: OwnCaseHandlerParts): HandlersOf<OwnIds> {
  const take = async (
    token: string,
    call: {
      readonly operation: string;
      readonly key: string;
      readonly draft?: string | undefined;
      readonly step: OwnStep;
    },
  ) => {
    const place = tokens.open(token);
    const { replayed } = await steps.takeOwn({ place, ...call });
    return {
      body: await own.read(place),
      headers: { ...noStore, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
    };
  };
  return {
    async openOwnCase({ receipt, request }) {
      const holder = await receipts.open(receipt, addressOf(request));
      const place = { home: holder.federation, id: holder.request };
      // Where its key was deleted the case is deleted, whatever else is left of it (S8).
      if (!(await own.exists(place))) throw new ProblemError('receipt-refused');
      const { token, expiresAt } = tokens.make(place);
      return { body: { token, expiresAt: expiresAt.toISOString() }, headers: noStore };
    },

    async readOwnCase({ case: token }) {
      return { body: await own.read(tokens.open(token)), headers: noStore };
    },

    async eraseOwnCase({ case: token }) {
      await own.erase(tokens.open(token));
      return {};
    },

    async sendOwnMessage({ case: token, header, body: { words, attachments } }) {
      return take(token, {
        operation: 'sendOwnMessage',
        key: header['idempotency-key']!,
        draft: header['fulian-draft'],
        step: { kind: 'own-message', words, ...(attachments && { attachments }) },
      });
    },

    async rateOwnCase({ case: token, header, body: { satisfied, words } }) {
      const kind = satisfied ? 'own-satisfied' : 'own-dissatisfied';
      const step: OwnStep = { kind, ...(words !== undefined && { words }) };
      return take(token, { operation: 'rateOwnCase', key: header['idempotency-key']!, step });
    },

    async withdrawOwnCase({ case: token, header, body: { words } }) {
      const step: OwnStep = { kind: 'own-withdraw', ...(words !== undefined && { words }) };
      return take(token, { operation: 'withdrawOwnCase', key: header['idempotency-key']!, step });
    },

    async answerOwnConsent({ case: token, header, body: { given } }) {
      const step: OwnStep = { kind: 'consent', given };
      return take(token, { operation: 'answerOwnConsent', key: header['idempotency-key']!, step });
    },

    async downloadOwnCaseAttachment({ path: { attachmentId }, case: token, reply }) {
      const place = tokens.open(token);
      const { file, scope } = await own.file(place, attachmentId);
      const download = await downloads.openOfCase(file, scope, place.id, reply);
      return { stream: download.stream, headers: downloadHeaders(download) };
    },

    async exportOwnCase({ case: token }) {
      return { body: await own.export(tokens.open(token)), headers: noStore };
    },
  };
}

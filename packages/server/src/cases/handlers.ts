import type { Downloads } from '../attachments/downloads.js';
import { downloadHeaders } from '../attachments/handlers.js';
import { publicCache } from '../federations/handlers.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Submissions } from '../help-requests/submissions.js';
import { entityTagOf } from '../http/entity-tag.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import type { CaseRulebook } from './case-rules.js';
import { caseTag, staffOf, type CaseSteps } from './case-steps.js';
import type { CaseView } from './case-view.js';
import type { Queue } from './queue.js';

/** What the handlers of the tag `cases` need. */
export interface CaseParts {
  readonly staff: Staff;
  readonly audit: AuditLog;
  readonly rulebook: CaseRulebook;
  readonly queue: Queue;
  readonly view: CaseView;
  readonly steps: CaseSteps;
  readonly submissions: Submissions;
  readonly downloads: Downloads;
  readonly federations: FederationRepository;
}

type CaseIds =
  | 'listCases'
  | 'registerCase'
  | 'countCases'
  | 'getCaseRules'
  | 'listCaseWorkers'
  | 'getCase'
  | 'takeCaseStep'
  | 'listCaseEvents'
  | 'downloadCaseAttachment';

const noStore = { 'Cache-Control': 'no-store' };

/** Answers the tag `cases`, but for its stream. */
export function caseHandlers({
  staff,
  audit,
  rulebook,
  queue,
  view,
  steps,
  submissions,
  downloads,
  federations,
}: CaseParts): HandlersOf<CaseIds> {
  return {
    async listCases({ path: { code }, query, header, staff: token }) {
      const member = await staff.openFor(token, 'listCases', code, 'federation-unknown');
      return { body: await queue.list(member, code, query, header['fulian-find']), headers: noStore };
    },

    async registerCase({ path: { code }, header, body, staff: token }) {
      const member = await staff.openFor(token, 'registerCase', code, 'federation-unknown');
      if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
      const { text, replayed } = await submissions.submit({
        federation: code,
        key: header['idempotency-key']!,
        draft: header['fulian-draft'],
        submission: body.submission,
        registration: {
          channel: body.channel,
          by: staffOf(member),
          audited: (home, request, work) =>
            audit.write(home, { actor: actorOf(member), operation: 'registerCase', request }, work),
        },
      });
      return { text, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} };
    },

    async countCases({ path: { code }, staff: token }) {
      const member = await staff.openFor(token, 'countCases', code, 'federation-unknown');
      return { body: await queue.counts(member, code), headers: noStore };
    },

    async getCaseRules({ path: { code } }) {
      const rules = await rulebook.read(code);
      if (!rules) throw new ProblemError('federation-unknown');
      const text = JSON.stringify(rules);
      return { text, etag: entityTagOf(text), headers: publicCache };
    },

    async listCaseWorkers({ path: { code }, query, staff: token }) {
      const member = await staff.openFor(token, 'listCaseWorkers', code, 'federation-unknown');
      return { body: await queue.workers(member, code, query), headers: noStore };
    },

    async getCase({ path: { caseId }, staff: token }) {
      const member = await staff.open(token, 'getCase');
      const body = await view.read(member, caseId);
      // Not as `etag`: a 304 would say that she may still be called.
      return { body, headers: { ...noStore, ETag: caseTag(body.summary.revision) } };
    },

    async takeCaseStep({ path: { caseId }, header, body: step, staff: token }) {
      const member = await staff.open(token, 'takeCaseStep');
      const { replayed } = await steps.take({
        member,
        caseId,
        ifMatch: header['if-match'],
        key: header['idempotency-key']!,
        draft: header['fulian-draft'],
        step,
      });
      const body = await view.after(member, caseId, { replayed });
      return {
        body,
        headers: {
          ...noStore,
          ETag: caseTag(body.summary.revision),
          ...(replayed && { 'Idempotent-Replayed': 'true' }),
        },
      };
    },

    async listCaseEvents({ path: { caseId }, query, staff: token }) {
      const member = await staff.open(token, 'listCaseEvents');
      return { body: await view.events(member, caseId, query), headers: noStore };
    },

    async downloadCaseAttachment({ path: { caseId, attachmentId }, staff: token, reply }) {
      const member = await staff.open(token, 'downloadCaseAttachment');
      const { file, scope } = await view.file(member, caseId, attachmentId);
      const download = await downloads.openOfCase(file, scope, member.id, reply);
      return { stream: download.stream, headers: downloadHeaders(download) };
    },
  };
}

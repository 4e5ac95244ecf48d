import { publicCache } from '../federations/handlers.js';
import type { FederationRepository } from '../federations/repository.js';
import { entityTagOf } from '../http/entity-tag.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import { reportFile } from './report-file.js';
import type { Report, Reports } from './reports.js';

/** What the handlers of the tag `case-reports` need. */
export interface ReportHandlerParts {
  readonly reports: Reports;
  readonly staff: Staff;
  readonly audit: AuditLog;
  readonly federations: FederationRepository;
}

/** Answers the tag `case-reports`. */
export function reportHandlers({
  reports,
  staff,
  audit,
  federations,
}: ReportHandlerParts): HandlersOf<'getCaseReport' | 'exportCaseReport' | 'getPublicCaseReport'> {
  const counted = async (
    operation: 'getCaseReport' | 'exportCaseReport',
    token: string,
    code: string,
    period: string,
  ): Promise<Report> => {
    const member = await staff.openFor(token, operation, code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    const report = await reports.forStaff(member.federation, code, period);
    await audit.add(code, { actor: actorOf(member), operation, rows: report.total ?? 0 });
    return report;
  };
  return {
    async getCaseReport({ path: { code }, query: { period }, staff: token }) {
      return { body: await counted('getCaseReport', token, code, period), headers: { 'Cache-Control': 'no-store' } };
    },

    async exportCaseReport({ path: { code }, query: { period }, staff: token }) {
      const report = await counted('exportCaseReport', token, code, period);
      return {
        bytes: Buffer.from(reportFile(report), 'utf8'),
        mediaType: 'text/csv; charset=utf-8',
        headers: {
          'Cache-Control': 'no-store',
          'Content-Disposition': `attachment; filename="cases-${period}.csv"`,
        },
      };
    },

    async getPublicCaseReport({ path: { code }, query: { period } }) {
      const text = await reports.forEverybody(code, period);
      return { text, etag: entityTagOf(text), headers: publicCache };
    },
  };
}

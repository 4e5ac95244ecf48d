import type { CaseEngine } from '../cases/assembly.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Forms } from '../help-requests/forms.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import { reportHandlers } from './handlers.js';
import { Reports } from './reports.js';
import { ReportRepository } from './repository.js';

/** What statistics are made of. */
export interface ReportAssembly {
  readonly database: Database;
  readonly clock: Clock;
  readonly federations: FederationRepository;
  readonly forms: Forms;
  readonly staff: Staff;
  readonly audit: AuditLog;
}

/** All handlers of the tag `case-reports`. */
export function reportHandlersOf(parts: ReportAssembly, { names }: Pick<CaseEngine, 'names'>) {
  const reports = new Reports({ ...parts, names, repository: new ReportRepository(parts.database) });
  return reportHandlers({ ...parts, reports });
}

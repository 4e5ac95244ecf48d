import type { Downloads } from '../attachments/downloads.js';
import type { AttachmentRepository } from '../attachments/repository.js';
import type { Uploads } from '../attachments/uploads.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { FederationNames } from '../federations/names.js';
import type { FederationRepository } from '../federations/repository.js';
import type { Submissions } from '../help-requests/submissions.js';
import type { Idempotency } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import type { Keyring } from '../keys/keyring.js';
import type { AuditLog } from '../staff/audit.js';
import type { Staff } from '../staff/staff.js';
import { CaseFiles } from './case-files.js';
import { CaseRepository } from './case-repository.js';
import type { CaseRulebook } from './case-rules.js';
import { CaseSteps } from './case-steps.js';
import { CaseView } from './case-view.js';
import { caseHandlers } from './handlers.js';
import { QueueRepository } from './queue-repository.js';
import { Queue } from './queue.js';

/** What cases are made of. */
export interface CaseAssembly {
  readonly database: Database;
  readonly keys: Keyring;
  readonly clock: Clock;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly files: AttachmentRepository;
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  readonly submissions: Submissions;
  readonly rulebook: CaseRulebook;
  readonly staff: Staff;
  readonly audit: AuditLog;
}

/** What takes, finds and opens cases; the tag `own-case` and the overdue watcher work with the same. */
export function caseEngineOf(
  parts: Pick<
    CaseAssembly,
    'database' | 'clock' | 'federations' | 'federationKeys' | 'idempotency' | 'files' | 'uploads' | 'rulebook' | 'audit'
  >,
) {
  const cases = new CaseRepository(parts.database);
  const caseFiles = new CaseFiles(parts.files, parts.uploads, parts.federationKeys);
  const names = new FederationNames(parts.database, parts.clock);
  return { cases, caseFiles, names, steps: new CaseSteps({ ...parts, cases, files: caseFiles }) };
}

/** What `caseEngineOf` makes. */
export type CaseEngine = ReturnType<typeof caseEngineOf>;

/** The handlers of the tag `cases`, but for its stream. */
export function caseHandlersOf(parts: CaseAssembly, { cases, caseFiles, names, steps }: CaseEngine) {
  const { database, keys, federationKeys, rulebook, audit, clock, federations } = parts;
  const queue = new Queue({
    queues: new QueueRepository(database),
    cases,
    federations,
    names,
    audit,
    clock,
    cursorKey: keys.cursor,
    marksKey: keys.marks,
  });
  const view = new CaseView({
    cases,
    files: caseFiles,
    rulebook,
    names,
    federationKeys,
    audit,
    clock,
    cursorKey: keys.cursor,
  });
  return caseHandlers({ ...parts, queue, view, steps });
}

import type { CaseEventFacts } from '@fulian/contract/rules/case';
import { AttachmentRepository } from '../attachments/repository.js';
import type { Uploads } from '../attachments/uploads.js';
import { FederationRepository } from '../federations/repository.js';
import { Idempotency } from '../idempotency.js';
import { FederationKeys } from '../keys/federation-keys.js';
import type { TestService } from '../service-fixture.js';
import { AuditLog } from '../staff/audit.js';
import { caseEngineOf } from './assembly.js';
import { CaseRulebook } from './case-rules.js';
import { tellOverdue } from './overdue.js';

/** An engine of its own over a test's database, as a second process of the service would have; it takes no files. */
export function testEngine(service: TestService) {
  const { database, clock, keys } = service;
  const federations = new FederationRepository(database);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const engine = caseEngineOf({
    database,
    clock,
    federations,
    federationKeys,
    idempotency: new Idempotency(database, keys.idempotency, federationKeys, clock),
    files: new AttachmentRepository(database),
    uploads: { draftMac: () => Buffer.alloc(32) } as unknown as Uploads,
    rulebook: new CaseRulebook(database, federations, clock),
    audit: new AuditLog(database, keys.audit, clock),
  });
  const parts = { database, clock, ...engine };
  return { ...engine, parts, tell: () => tellOverdue(parts) };
}

/** The events of a case as they are stored, the oldest first. */
export async function storedEvents(
  service: TestService,
  request: string,
): Promise<{ seq: number; kind: string; facts: CaseEventFacts }[]> {
  const { rows } = await service.admin.query<{ seq: number; kind: string; facts: CaseEventFacts }>(
    'select seq, kind, facts from case_events where request_id = $1 order by seq',
    [request],
  );
  return rows;
}

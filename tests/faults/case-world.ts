/** A service with staff at four levels, and its case engine without HTTP in front of it. */
import type { CaseFacts, StaffRole } from '@fulian/contract/rules/case';
import { randomBytes } from 'node:crypto';
import { Uploads } from '../../packages/server/src/attachments/uploads.js';
import { AttachmentRepository } from '../../packages/server/src/attachments/repository.js';
import { caseEngineOf, type CaseEngine } from '../../packages/server/src/cases/assembly.js';
import { factsOf, type CaseFactsRow, type CasePlace } from '../../packages/server/src/cases/case-rows.js';
import { CaseRulebook } from '../../packages/server/src/cases/case-rules.js';
import { readConfig } from '../../packages/server/src/config.js';
import { openDatabase, type Database } from '../../packages/server/src/database/database.js';
import { FederationRepository } from '../../packages/server/src/federations/repository.js';
import { Forms } from '../../packages/server/src/help-requests/forms.js';
import { Idempotency } from '../../packages/server/src/idempotency.js';
import { FederationKeys } from '../../packages/server/src/keys/federation-keys.js';
import { Gate } from '../../packages/server/src/attachments/gate.js';
import { newToken, submissionOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { AuditLog } from '../../packages/server/src/staff/audit.js';
import type { StaffMember } from '../../packages/server/src/staff/staff.js';

/** One process of the service, as far as cases go. */
export interface CaseProcess extends CaseEngine {
  readonly database: Database;
  readonly federationKeys: FederationKeys;
}

/** Makes what a process has: its own connections, audit log and caches, over the service's database. */
export function caseProcess(service: TestService): CaseProcess {
  const { keys, clock } = service;
  const database = openDatabase(service.url);
  const federations = new FederationRepository(database);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const idempotency = new Idempotency(database, keys.idempotency, federationKeys, clock);
  const files = new AttachmentRepository(database);
  const uploads = new Uploads({
    files,
    forms: new Forms(database, federations, clock),
    federationKeys,
    idempotency,
    keys,
    clock,
    limits: readConfig({}).draftLimits,
    inspections: new Gate(1, 7, 5),
    inspect: async () => ({ mediaType: 'image/png', working: undefined }),
  });
  const rulebook = new CaseRulebook(database, federations, clock);
  const audit = new AuditLog(database, keys.audit, clock);
  const parts = { database, clock, federations, federationKeys, idempotency, files, uploads, rulebook, audit };
  return { ...caseEngineOf(parts), database, federationKeys };
}

/** Adds an account that can be assigned; it has no password. */
export async function addMember(
  service: TestService,
  role: StaffRole,
  federation: string,
  name: string,
): Promise<StaffMember & { role: StaffRole }> {
  const id = randomBytes(16).toString('base64url');
  const account = `model-${id.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`.slice(0, 30);
  await service.admin.query(
    `insert into staff_accounts (federation, id, account, name, role, password, created_at)
     values ($1, $2, $3, $4, $5, 'none', $6)`,
    [federation, id, account, name, role, service.clock.now()],
  );
  return { kind: 'person', id, account, name, role, federation };
}

/** Submits a request; answers where its case is. */
export async function submitCase(service: TestService, exclude: readonly string[] = []): Promise<CasePlace> {
  const answer = await service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', exclude.length > 0 ? { exclusion: { units: [...exclude] } } : {}),
  });
  if (answer.statusCode !== 201) throw new Error(`submitting answered ${answer.statusCode}: ${answer.body}`);
  const { rows } = await service.admin.query<{ federation: string; id: string }>(
    'select federation, id from help_requests where number = $1',
    [answer.json().number],
  );
  return { home: rows[0]!.federation, id: rows[0]!.id };
}

/** The whole row of a case, past row-level security. */
export async function storedRow(
  service: TestService,
  { home, id }: CasePlace,
): Promise<CaseFactsRow & { access_units: string[]; alarm_at: Date | number }> {
  const { rows } = await service.admin.query('select * from help_requests where federation = $1 and id = $2', [
    home,
    id,
  ]);
  return rows[0];
}

/** What the rules know of it. */
export async function storedFacts(service: TestService, place: CasePlace): Promise<CaseFacts> {
  return factsOf(await storedRow(service, place));
}

/** What a case must be by the rules, and what must hold of it whatever the rules say. */
import {
  accessUnits,
  findStepFaults,
  findStepMisfits,
  reaches,
  stepsAllowed,
  type CaseFacts,
  type CaseState,
  type CaseStep,
} from '@fulian/contract/rules/case';
import { expect } from 'vitest';
import { rowOf, type CasePlace } from '../../packages/server/src/cases/case-rows.js';
import { buildCaseRules } from '../../packages/server/src/cases/case-rules.js';
import { CaseSeals } from '../../packages/server/src/cases/case-seals.js';
import { staffOf } from '../../packages/server/src/cases/case-steps.js';
import { createTestService, testTree, type TestService } from '../../packages/server/src/service-fixture.js';
import type { StaffMember } from '../../packages/server/src/staff/staff.js';
import { addMember, caseProcess, storedRow, type CaseProcess } from './case-world.js';

const city = '990100000000';
/** Where the cases of the model come to. */
export const county = '990101000000';
/** A township of it, which some histories exclude. */
export const township = '990101001000';
const village = '990101001001';
const elsewhere = '990102000000';
const partner = { code: 'county-police', kind: 'police', name: { 'zh-CN': '县公安局', en: 'County police' } } as const;
/** How the federations of the model handle cases. */
export const rules = buildCaseRules(county, [{ partners: [partner] }]);

/** A service of two processes with staff at four levels. */
export interface CaseTown {
  readonly service: TestService;
  readonly processes: readonly [CaseProcess, CaseProcess];
  /** 0 intake, 1 and 2 workers, 3 and 4 supervisors of the county; 5 and 6 of the township, 7 village, 8 elsewhere, 9 city, 10 auditor. */
  readonly members: readonly StaffMember[];
  close(): Promise<void>;
}

/** Starts one. */
export async function caseTown(): Promise<CaseTown> {
  const service = await createTestService();
  await service.admin.query(`insert into federation_settings values ('990000000000', 'case-rules', $1)`, [
    JSON.stringify({ partners: [partner] }),
  ]);
  const processes = [caseProcess(service), caseProcess(service)] as const;
  const members: StaffMember[] = [];
  for (const [role, unit] of [
    ['intake', county],
    ['worker', county],
    ['worker', county],
    ['supervisor', county],
    ['supervisor', county],
    ['worker', township],
    ['supervisor', township],
    ['worker', village],
    ['worker', elsewhere],
    ['supervisor', city],
    ['auditor', county],
  ] as const)
    members.push(await addMember(service, role, unit, `${role} ${unit}`));
  return {
    service,
    processes,
    members,
    async close() {
      await Promise.all(processes.map((one) => one.database.close()));
      await service.close();
    },
  };
}

/** From domain.md, by hand: which state may follow which. */
export const follows: Record<CaseState, readonly CaseState[]> = {
  submitted: ['accepted', 'declined', 'withdrawn'],
  accepted: ['in-progress', 'withdrawn'],
  'in-progress': ['resolved', 'withdrawn'],
  reopened: ['in-progress', 'resolved', 'withdrawn'],
  resolved: ['followed-up', 'reopened', 'withdrawn'],
  'followed-up': ['closed', 'reopened', 'withdrawn'],
  closed: ['reopened'],
  declined: [],
  withdrawn: [],
};

/** What gets a case further. */
export const onwards: readonly CaseStep['kind'][] = [
  'accept',
  'claim',
  'contact',
  'resolve',
  'follow-up',
  'offer-transfer',
  'accept-transfer',
  'request-closing',
  'approve-closing',
  'close',
];

/** What the model remembers that the rules do not say. */
export interface Model {
  facts: CaseFacts;
  /** Her messages that were acknowledged, in their order. */
  sent: string[];
  steps: number;
}
/** Where it is. */
export interface Real {
  readonly place: CasePlace;
}

const nextWeek = (service: TestService) => new Date(service.clock.time + 9 * 86_400_000).toISOString().slice(0, 10);

/** A step of a kind with fields that fit it mostly; `pick` chooses among what there is. */
export function stepOf(
  kind: CaseStep['kind'],
  pick: number,
  facts: CaseFacts,
  { service, members }: CaseTown,
): CaseStep {
  const units = [county, township, village, elsewhere, city, '123456789012'];
  const unit = units[pick % units.length]!;
  const outcomes = ['stable', 'needs-help', 'not-reached', 'not-wanted'] as const;
  const grades = ['none', 'pink', 'orange', 'red'] as const;
  const words = `话 ${pick}`;
  switch (kind) {
    case 'decline':
    case 'ask':
    case 'message':
    case 'note':
    case 'extend':
    case 'return-transfer':
    case 'refuse-closing':
      return { kind, words };
    case 'assign':
      return pick % 5 === 0
        ? { kind, helpers: [{ role: 'mediator', name: '调解员' }] }
        : { kind, worker: members[pick % members.length]!.id };
    case 'regrade':
      return { kind, grade: grades[pick % 4]!, words };
    case 'contact':
      return { kind, reached: pick % 3 > 0 };
    case 'measure':
      return { kind, measure: 'mediation', words };
    case 'plan':
      return { kind, plan: { aim: words, items: [] } };
    case 'offer-transfer':
      return pick % 7 === 0
        ? { kind, to: { partner: 'county-police' }, named: pick % 2 === 0, words }
        : { kind, to: { federation: unit }, words };
    case 'invite':
      return { kind, unit };
    case 'leave':
      return facts.joint[0] === undefined ? { kind } : { kind, unit: facts.joint[0] };
    case 'resolve':
      return { kind, words, ...(pick % 3 === 0 && { next: nextWeek(service) }) };
    case 'follow-up':
      return { kind, outcome: outcomes[pick % 4]!, ...(pick % 5 === 0 && { keyFamily: true }) };
    case 'consent':
      return { kind, ...(pick % 2 === 0 && { given: pick % 4 === 0 }) };
    case 'dismiss-repeat':
      return { kind, repeat: `${facts.home}-00000000-0000-4000-8000-000000000000` };
    default:
      return { kind };
  }
}

/** The problem that a step meets by the rules; undefined where it is taken. */
export function expectedProblem(
  facts: CaseFacts,
  step: CaseStep,
  member: StaffMember,
  { service, members }: CaseTown,
): string | undefined {
  const actor = staffOf(member);
  const sees = accessUnits(facts).some((one) => reaches(actor.unit, one)) && !facts.excludedUnits.includes(actor.unit);
  if (!sees) return 'case-unknown';
  if (findStepFaults(step).length > 0) return 'step-incomplete';
  if (!stepsAllowed(facts, actor).includes(step.kind)) return 'step-refused';
  if (findStepMisfits(step, { facts, actor, rules, now: service.clock.now() }).length > 0) return 'step-incomplete';
  const known = testTree.map(([code]) => code);
  const unit = step.to?.federation ?? (step.kind === 'invite' ? step.unit : undefined);
  if (unit !== undefined && !known.includes(unit)) return 'step-incomplete';
  if (step.repeat !== undefined) return 'step-incomplete';
  if (step.worker === undefined) return undefined;
  const worker = members.find((one) => one.id === step.worker)!;
  const works =
    reaches(member.federation, worker.federation) &&
    worker.role !== 'auditor' &&
    (reaches(worker.federation, facts.owner) || facts.joint.includes(worker.federation)) &&
    !facts.excludedUnits.includes(worker.federation);
  return works ? undefined : 'step-incomplete';
}

/** What must hold of a case at the end, read from the tables and by nothing that wrote them. */
export async function assertWhole(model: Model, { place }: Real, { service, processes }: CaseTown): Promise<void> {
  const row = await storedRow(service, place);
  const { facts } = model;
  const stored = JSON.parse(JSON.stringify(rowOf(facts))) as Record<string, unknown>;
  for (const column of [
    'owner',
    'access_units',
    'state',
    'grade',
    'assignee',
    'waiting',
    'revision',
    'last_seq',
  ] as const)
    expect([column, row[column]]).toEqual([column, stored[column]]);
  const due = row.next_due instanceof Date ? row.next_due.toISOString() : 'infinity';
  expect(due).toBe(stored.next_due);
  if (['closed', 'declined', 'withdrawn'].includes(row.state)) {
    expect([due, row.alarm_at, row.waiting]).toEqual(['infinity', Number.POSITIVE_INFINITY, null]);
    expect(row.ended_at).not.toBeNull();
  } else expect(row.ended_at).toBeNull();
  const { rows: guests } = await service.admin.query<{ unit: string }>(
    'select unit from case_guests where request_id = $1 order by unit',
    [place.id],
  );
  expect(guests.map((one) => one.unit)).toEqual(row.access_units.slice(1).sort());

  const { rows: events } = await service.admin.query<{
    seq: number;
    kind: string;
    actor_kind: string;
    words: Buffer | null;
  }>('select seq, kind, actor_kind, words from case_events where request_id = $1 order by seq', [place.id]);
  expect(events.map((one) => one.seq)).toEqual(Array.from({ length: row.last_seq }, (_, at) => at + 1));
  const { rows: keys } = await service.admin.query<{ wrapped: Buffer }>(
    'select wrapped from case_keys where request_id = $1',
    [place.id],
  );
  const seals = await CaseSeals.open(processes[0].federationKeys, place, keys[0]!.wrapped);
  const opened = events.map((one) => (one.words ? seals.openWords(one.seq, one.words) : undefined));
  expect(opened.filter((_, at) => events[at]!.kind === 'own-message')).toEqual(model.sent);

  const { rows: audited } = await service.admin.query<{ count: number }>(
    `select count(*)::int as count from audit_entries where request_id = $1 and operation = 'takeCaseStep'`,
    [place.id],
  );
  expect(audited[0]!.count).toBe(model.steps);
  expect(events.filter((one) => one.actor_kind === 'staff')).toHaveLength(model.steps);
}

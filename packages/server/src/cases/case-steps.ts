import {
  applyOverdue,
  applyOwnStep,
  applyStep,
  findStepFaults,
  findStepMisfits,
  ownActOf,
  ownActsAllowed,
  reaches,
  seesCase,
  stepsAllowed,
  type CaseChange,
  type CaseFacts,
  type CaseStaff,
  type OwnStep,
} from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import { workingCalendar } from '../help-requests/working-days.js';
import type { Idempotency, IdempotentRequest, KeyOutcome } from '../idempotency.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { ProblemError } from '../problem.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { StaffMember } from '../staff/staff.js';
import type { CaseFiles } from './case-files.js';
import type { CaseRepository, CaseScope, CaseWrite } from './case-repository.js';
import { factsOf, placeOfId, type CaseFactsRow, type CasePlace } from './case-rows.js';
import type { CaseRulebook } from './case-rules.js';
import { CaseSeals } from './case-seals.js';

type Schemas = components['schemas'];
type Finding = Schemas['Finding'];

/** What taking steps needs. */
export interface CaseStepParts {
  readonly cases: CaseRepository;
  readonly files: CaseFiles;
  readonly rulebook: CaseRulebook;
  readonly federations: FederationRepository;
  readonly federationKeys: FederationKeys;
  readonly idempotency: Idempotency;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** A step of staff as it was sent. */
export interface StepCall {
  readonly member: StaffMember;
  readonly caseId: string;
  readonly ifMatch: string | undefined;
  readonly key: string;
  readonly draft: string | undefined;
  readonly step: Schemas['CaseStep'];
}

/** A step of hers. */
export interface OwnStepCall {
  readonly place: CasePlace;
  /** The operation of the contract, for the idempotency key. */
  readonly operation: string;
  readonly key: string;
  readonly draft?: string | undefined;
  readonly step: OwnStep;
}

/** So often the service itself may come between reading and writing before it is a failure. */
const mostAttempts = 20;

/** Takes steps: reads the case, asks the rules what becomes of it, and writes that in one go. */
export class CaseSteps {
  constructor(private readonly parts: CaseStepParts) {}

  /**
   * Takes a step of staff. Resolves to whether it had been taken before. Throws `case-unknown`, `precondition-missing`,
   * `precondition-failed`, `step-incomplete`, `step-refused`, and the problems of keys and files.
   */
  async take(call: StepCall): Promise<{ replayed: boolean }> {
    const { idempotency } = this.parts;
    const { member, caseId, step } = call;
    const request = idempotency.request('takeCaseStep', member.federation, call.key, [
      step,
      caseId,
      member.id,
      call.draft ?? null,
    ]);
    if (call.ifMatch === undefined) throw new ProblemError('precondition-missing');
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { outcome, answer } = await this.#attempt(call, request);
        if ((await idempotency.resolve(request, { outcome, answer })) !== undefined) return { replayed: true };
        if (outcome === 'stored') return { replayed: false };
        if (outcome === 'gone') throw new ProblemError('case-unknown');
        if (outcome === 'moved') throw new ProblemError('precondition-failed');
        if (outcome === 'file-gone') throw new ProblemError('attachment-unknown');
      } catch (error) {
        // What was done is answered again, whatever has become of the case since.
        if (error instanceof ProblemError && (await idempotency.find(request)) !== undefined) return { replayed: true };
        throw error;
      }
      if (attempt === mostAttempts) throw new ProblemError('unavailable', { retryAfter: 1 });
    }
  }

  async #attempt(call: StepCall, request: IdempotentRequest): Promise<KeyOutcome> {
    const { cases, rulebook, idempotency, audit, clock, federationKeys } = this.parts;
    const { member, caseId, step } = call;
    const place = placeOfId(caseId);
    const scope: CaseScope = { scope: 'staff', federation: member.federation };
    const row = await cases.find(scope, place);
    const facts = row && factsOf(row);
    // The database has shown her no other; both must hold (S6).
    if (!row || !facts || !seesCase(facts, member.federation)) throw new ProblemError('case-unknown');
    if (call.ifMatch!.trim() !== caseTag(row.revision)) throw new ProblemError('precondition-failed');
    const actor = staffOf(member);
    const now = clock.now();
    const rules = await rulebook.of(facts.owner);
    const faults = findStepFaults(step);
    if (faults.length > 0) throw new ProblemError('step-incomplete', { findings: faults });
    if (!stepsAllowed(facts, actor).includes(step.kind)) throw new ProblemError('step-refused');
    const misfits = findStepMisfits(step, { facts, actor, rules, now });
    const { worker, unknown } = await this.#lookUp(step, facts, member, scope);
    const findings = [...misfits, ...unknown.filter(({ where }) => !misfits.some((one) => one.where === where))];
    if (findings.length > 0) throw new ProblemError('step-incomplete', { findings });
    const seals = await CaseSeals.open(federationKeys, place, row.wrapped);
    const files = await this.parts.files.bind(place, seals, call.draft, step.attachments ?? []);
    const change = applyStep(facts, step, {
      rules,
      calendar: workingCalendar(now),
      now,
      actor,
      ...(worker && { worker }),
    });
    const write: CaseWrite = {
      place,
      scope: 'staff',
      unit: member.federation,
      actor: { kind: 'staff', id: member.id, name: member.name, unit: member.federation },
      now,
      before: { revision: facts.revision, lastSeq: facts.lastSeq },
      change,
      seals,
      files,
      // Not the answer: it would outlive the case's key (S8).
      idempotent: { request, sealed: await idempotency.sealAnswer(request, String(change.facts.revision)) },
    };
    return audit.write(
      place.home,
      { actor: actorOf(member), operation: 'takeCaseStep', step: step.kind, request: place.id },
      (entries) => cases.write(write, entries),
    );
  }

  /** Whether whom and what a step names is there; the findings are those of `findStepMisfits`. */
  async #lookUp(
    step: Schemas['CaseStep'],
    facts: CaseFacts,
    member: StaffMember,
    scope: CaseScope,
  ): Promise<{ worker?: { id: string; name: string }; unknown: Finding[] }> {
    const { cases, federations } = this.parts;
    const unknown: Finding[] = [];
    const fault = (where: string) => unknown.push({ where: `body/${where}`, code: 'not-offered' });
    const units = [step.to?.federation, step.unit].filter((code) => code !== undefined);
    const existing = await federations.existing(units);
    if (step.to?.federation !== undefined && !existing.has(step.to.federation)) fault('to/federation');
    if (step.kind === 'invite' && step.unit !== undefined && !existing.has(step.unit)) fault('unit');
    if (step.repeat !== undefined) {
      if (!(await cases.find(scope, placeOfId(step.repeat)))) fault('repeat');
    }
    if (step.worker === undefined) return { unknown };
    const found = await cases.worker(member.federation, step.worker);
    const works = found && (reaches(found.federation, facts.owner) || facts.joint.includes(found.federation));
    // Who belongs to a unit that she excluded is refused as somebody who is not there (C9).
    if (!works || facts.excludedUnits.includes(found.federation)) {
      fault('worker');
      return { unknown };
    }
    return { worker: { id: step.worker, name: found.name }, unknown };
  }

  /**
   * Takes a step of the requester; the case must be hers (the caller has opened its token). What others do at the same time does not
   * keep it from being stored: it is applied to the case as it is then. Throws `case-token-refused` where the case is gone,
   * `step-refused`, and the problems of keys and files.
   */
  async takeOwn(call: OwnStepCall): Promise<{ replayed: boolean }> {
    const { cases, idempotency, federationKeys, clock } = this.parts;
    const { place, step } = call;
    const request = idempotency.request(call.operation, place.home, call.key, [step, place.id, call.draft ?? null]);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const row = await cases.find({ scope: 'receipt', federation: place.home, request: place.id }, place);
      if (!row) throw new ProblemError('case-token-refused');
      const facts = factsOf(row);
      const now = clock.now();
      const rules = await this.parts.rulebook.of(facts.owner);
      try {
        if (!ownActsAllowed(facts, now, rules).includes(ownActOf(step.kind))) throw new ProblemError('step-refused');
        const seals = await CaseSeals.open(federationKeys, place, row.wrapped);
        const ids = step.kind === 'own-message' ? (step.attachments ?? []) : [];
        const files = await this.parts.files.bind(place, seals, call.draft, ids);
        const change = applyOwnStep(facts, step, { rules, calendar: workingCalendar(now), now });
        const sealed = await idempotency.sealAnswer(request, String(change.facts.revision));
        const { outcome, answer } = await cases.write(
          {
            place,
            scope: 'receipt',
            unit: place.home,
            actor: { kind: 'requester' },
            now,
            before: { lastSeq: facts.lastSeq },
            change,
            seals,
            files,
            idempotent: { request, sealed },
          },
          null,
        );
        if ((await idempotency.resolve(request, { outcome, answer })) !== undefined) return { replayed: true };
        if (outcome === 'stored') return { replayed: false };
        if (outcome === 'gone') throw new ProblemError('case-token-refused');
        if (outcome === 'file-gone') throw new ProblemError('attachment-unknown');
      } catch (error) {
        if (error instanceof ProblemError && (await idempotency.find(request)) !== undefined) return { replayed: true };
        throw error;
      }
    }
    throw new ProblemError('unavailable', { retryAfter: 1 });
  }

  /** L5: tells what is overdue of a case. False where somebody else changed it meanwhile: its next alarm finds it again. */
  async tellOverdue(row: CaseFactsRow): Promise<boolean> {
    const now = this.parts.clock.now();
    const facts = factsOf(row);
    const change = applyOverdue(facts, now) ?? quieted(facts);
    const { outcome } = await this.parts.cases.write(
      {
        place: { home: row.federation, id: row.id },
        scope: 'watch',
        unit: '',
        actor: { kind: 'service' },
        now,
        before: { revision: facts.revision, lastSeq: facts.lastSeq },
        change,
      },
      null,
    );
    return outcome === 'stored';
  }
}

/** Of a case whose alarm was wrong; written, it is computed anew. */
function quieted(facts: CaseFacts): CaseChange {
  return { facts, events: [] };
}

/** The ETag of a case, which `If-Match` asks for. */
export function caseTag(revision: number): string {
  return `"${revision}"`;
}

/** A member of staff as the rules know her. */
export function staffOf(member: StaffMember): CaseStaff {
  const { id, name, federation: unit, role } = member;
  // A machine has no role in casework; the role table refuses it before.
  return { id, name, unit, role: role === 'machine' ? 'auditor' : role };
}

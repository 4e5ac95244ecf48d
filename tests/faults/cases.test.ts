/**
 * A case against a model of it, in PostgreSQL: whatever staff of four levels, its requester and the clock do, and whatever of that
 * happens at once, it has an owner, no message of hers is lost, its events are without a gap, and the audit log is whole.
 * Long version: `RUNS=10000 npm run soak -- cases`.
 */
import {
  ownActOf,
  ownActsAllowed,
  stepKinds,
  stepsAllowed,
  type CaseStep,
  type OwnStep,
} from '@fulian/contract/rules/case';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CasePlace } from '../../packages/server/src/cases/case-rows.js';
import { staffOf } from '../../packages/server/src/cases/case-steps.js';
import { tellOverdue } from '../../packages/server/src/cases/overdue.js';
import { newToken, testTree, type TestService } from '../../packages/server/src/service-fixture.js';
import type { StaffMember } from '../../packages/server/src/staff/staff.js';
import { verifyAudit } from '../../packages/server/src/staff/verify-audit.js';
import {
  assertWhole,
  caseTown,
  county,
  expectedProblem,
  follows,
  onwards,
  rules,
  stepOf,
  township,
  type CaseTown,
  type Model,
  type Real,
} from './case-model.js';
import { addMember, storedFacts, storedRow, submitCase, type CaseProcess } from './case-world.js';
import { progressOf, scale, seeded, tellFigures } from './scale.js';

const runs = Number(process.env.RUNS ?? scale(40, 10_000));

let town: CaseTown;
let service: TestService;
let processes: CaseTown['processes'];
let members: CaseTown['members'];

beforeAll(async () => {
  town = await caseTown();
  ({ service, processes, members } = town);
});
afterAll(() => town.close());

type Command = fc.AsyncCommand<Model, Real>;

const take = (
  engine: CaseProcess,
  place: CasePlace,
  member: StaffMember,
  step: CaseStep,
  revision: number,
): Promise<string | undefined> =>
  engine.steps
    .take({
      member,
      caseId: `${place.home}-${place.id}`,
      ifMatch: `"${revision}"`,
      key: newToken(),
      draft: undefined,
      step,
    })
    .then(
      () => undefined,
      (error: { code?: string }) => error.code ?? String(error),
    );

const takeOwn = (engine: CaseProcess, place: CasePlace, step: OwnStep): Promise<string | undefined> =>
  engine.steps.takeOwn({ place, operation: 'sendOwnMessage', key: newToken(), step }).then(
    () => undefined,
    (error: { code?: string }) => error.code ?? String(error),
  );

/** Takes over what the database says and holds it against what it was before. */
async function follow(model: Model, { place }: Real): Promise<void> {
  const before = model.facts;
  const after = await storedFacts(service, place);
  if (after.state !== before.state) expect(follows[before.state]).toContain(after.state);
  expect(testTree.map(([code]) => code)).toContain(after.owner);
  expect(after.excludedUnits).not.toContain(after.owner);
  model.facts = after;
}

class StaffCommand implements Command {
  constructor(
    private readonly kind: CaseStep['kind'],
    private readonly who: number,
    private readonly pick: number,
    private readonly stale: boolean,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const member = members[this.who % members.length]!;
    const step = stepOf(this.kind, this.pick, model.facts, town);
    const isStale = this.stale && model.facts.revision > 1;
    const expected = expectedProblem(model.facts, step, member, town);
    const problem = await take(
      processes[this.pick % 2]!,
      real.place,
      member,
      step,
      model.facts.revision - (isStale ? 1 : 0),
    );
    if (isStale) expect(problem).toBe(expected === 'case-unknown' ? expected : 'precondition-failed');
    else expect(problem).toBe(expected);
    if (problem === undefined) model.steps += 1;
    const { owner, offer } = model.facts;
    const seq = model.facts.lastSeq;
    await follow(model, real);
    if (model.facts.owner !== owner) {
      expect([this.kind, model.facts.owner]).toEqual(['accept-transfer', offer?.federation]);
    }
    expect(model.facts.lastSeq).toBe(problem === undefined ? seq + 1 : seq);
  }
  toString = () => `${this.kind} by ${this.who} (${this.pick})${this.stale ? ' stale' : ''}`;
}

/** A step that the rules allow somebody; mostly one that gets the case further, seldom one that ends it at once. */
class AllowedCommand implements Command {
  constructor(
    private readonly who: number,
    private readonly pick: number,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const allowed = stepsAllowed(model.facts, staffOf(members[this.who]!)).filter(
      (one) => one !== 'decline' || this.pick % 11 === 0,
    );
    const further = allowed.filter((one) => onwards.includes(one));
    const from = further.length > 0 && this.pick % 3 > 0 ? further : allowed;
    const kind = from[this.pick % Math.max(1, from.length)] ?? 'note';
    await new StaffCommand(kind, this.who, this.pick, false).run(model, real);
  }
  toString = () => `what is allowed to ${this.who} (${this.pick})`;
}

class OwnCommand implements Command {
  constructor(
    private readonly kind: OwnStep['kind'],
    private readonly words: string,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const step: OwnStep =
      this.kind === 'consent' ? { kind: 'consent', given: true } : { kind: this.kind, words: this.words };
    const may = ownActsAllowed(model.facts, service.clock.now(), rules).includes(ownActOf(this.kind));
    const problem = await takeOwn(processes[0], real.place, step);
    expect(problem).toBe(may ? undefined : 'step-refused');
    if (may && this.kind === 'own-message') model.sent.push(this.words);
    await follow(model, real);
  }
  toString = () => this.kind;
}

/** A worker, another worker in another process, and she, all at the same moment. */
class AtOnceCommand implements Command {
  constructor(
    private readonly kinds: readonly [CaseStep['kind'], CaseStep['kind']],
    private readonly words: string,
  ) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { facts } = model;
    const [a, b] = [members[3]!, members[4]!];
    const may = ownActsAllowed(facts, service.clock.now(), rules).includes('message');
    const [first, second, message] = await Promise.all([
      take(processes[0], real.place, a, stepOf(this.kinds[0], 1, facts, town), facts.revision),
      take(processes[1], real.place, b, stepOf(this.kinds[1], 2, facts, town), facts.revision),
      takeOwn(processes[0], real.place, { kind: 'own-message', words: this.words }),
    ]);
    const taken = [first, second].filter((one) => one === undefined).length;
    expect(taken).toBeLessThanOrEqual(1);
    model.steps += taken;
    // What she wrote is kept unless the case was declined at that very moment.
    if (message === undefined) model.sent.push(this.words);
    else expect([may, message]).toEqual([may && this.kinds.includes('decline') && taken === 1, 'step-refused']);
    model.facts = await storedFacts(service, real.place);
  }
  toString = () => `${this.kinds.join(' and ')} and a message at once`;
}

class WaitCommand implements Command {
  constructor(private readonly hours: number) {}
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    service.clock.time += this.hours * 3_600_000;
    const [{ database, cases, steps }, other] = processes;
    await Promise.all([
      tellOverdue({ database, cases, steps, clock: service.clock }),
      tellOverdue({ database: other.database, cases: other.cases, steps: other.steps, clock: service.clock }),
    ]);
    const { revision } = model.facts;
    await follow(model, real);
    // Telling changes nothing that anybody decided by.
    expect(model.facts.revision).toBe(revision);
    const row = await storedRow(service, real.place);
    expect(typeof row.alarm_at === 'number' || row.alarm_at > service.clock.now()).toBe(true);
  }
  toString = () => `${this.hours} hours pass`;
}

const kind = fc.constantFrom(...stepKinds);
const number = fc.integer({ min: 0, max: 839 });
const words = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => `她说 ${text}`);
const ownKind = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('own-message', 'own-satisfied', 'own-dissatisfied', 'consent') },
  { weight: 1, arbitrary: fc.constant('own-withdraw' as const) },
);
/** Of the county a worker and two supervisors; of the township and the village who may accept a transfer; the city. */
const allowed = fc
  .record({ who: fc.constantFrom(1, 3, 3, 4, 5, 6, 6, 7, 9), pick: number })
  .map((one) => new AllowedCommand(one.who, one.pick));
const any = fc
  .record({ kind, who: number, pick: number, odd: number })
  .map((one) => new StaffCommand(one.kind, one.who, one.pick, one.odd < 80));
const commands = fc.commands(
  [
    ...[allowed, allowed, allowed, allowed, allowed, allowed],
    any,
    fc.record({ kind: ownKind, words }).map((one) => new OwnCommand(one.kind, one.words)),
    fc.record({ a: kind, b: kind, words }).map((one) => new AtOnceCommand([one.a, one.b], one.words)),
    fc.constantFrom(1, 30, 24 * 8).map((hours) => new WaitCommand(hours)),
  ],
  { maxCommands: 30, size: 'max' },
);

describe('a case and its model', () => {
  it(`have the same owner, state, events and messages through ${runs} histories, and the audit log is whole`, async () => {
    const progress = progressOf('cases', runs);
    const states = new Map<string, number>();
    let done = 0;
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(commands, fc.boolean(), async (history, excludes) => {
        const place = await submitCase(service, excludes ? [township] : []);
        const model: Model = { facts: await storedFacts(service, place), sent: [], steps: 0 };
        await fc.asyncModelRun(() => ({ model, real: { place } }), history);
        await assertWhole(model, { place }, town);
        states.set(model.facts.state, (states.get(model.facts.state) ?? 0) + 1);
        steps += model.steps;
        // Cases of histories that are over are not told of in the ones that follow.
        await service.admin.query(`update help_requests set alarm_at = 'infinity' where id = $1`, [place.id]);
        progress((done += 1));
      }),
      { numRuns: runs },
    );
    const findings = await verifyAudit(service.url, service.keys.audit, undefined);
    expect(findings.filter((one) => one.fault)).toEqual([]);
    // Histories that end nowhere would prove nothing.
    expect(states.size).toBeGreaterThan(3);
    tellFigures('cases', {
      runs: done,
      steps,
      ...Object.fromEntries([...states].sort(([a], [b]) => a.localeCompare(b))),
    });
  });
});

describe('200 workers who claim 100 cases at once', () => {
  it('leave each case with exactly one of them, and every claim in its history', async () => {
    const random = seeded(5);
    const workers: StaffMember[] = [];
    for (let at = 0; at < 200; at += 1) workers.push(await addMember(service, 'worker', county, `工作人员${at}`));
    const places: CasePlace[] = [];
    for (let at = 0; at < 100; at += 1) {
      const place = await submitCase(service);
      expect(await take(processes[0], place, members[3]!, { kind: 'accept' }, 1)).toBeUndefined();
      places.push(place);
    }
    const tries = scale(4, 100);
    const won = await Promise.all(
      workers.map(async (worker, at) => {
        const order = [places[at % 100]!, ...places.slice().sort(() => random() - 0.5)].slice(0, tries);
        for (const place of order) {
          const problem = await take(processes[at % 2]!, place, worker, { kind: 'claim' }, 2);
          if (problem === undefined) return place.id;
          expect(problem).toBe('precondition-failed');
        }
        return undefined;
      }),
    );
    for (const place of places) {
      const { assignee, state } = await storedFacts(service, place);
      const winners = workers.filter((_, at) => won[at] === place.id);
      expect([winners.length, state]).toEqual([1, 'in-progress']);
      expect(assignee?.id).toBe(winners[0]!.id);
      const { rows } = await service.admin.query<{ actor_id: string }>(
        `select actor_id from case_events where request_id = $1 and kind = 'claim'`,
        [place.id],
      );
      expect(rows.map((one) => one.actor_id)).toEqual([winners[0]!.id]);
    }
    expect((await verifyAudit(service.url, service.keys.audit, county)).filter((one) => one.fault)).toEqual([]);
  });
});

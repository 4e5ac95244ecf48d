import {
  applyOverdue,
  applyOwnStep,
  applyStep,
  findStepMisfits,
  limitsOf,
  meet,
  ownActOf,
  ownActsAllowed,
  stepsAllowed,
  type CaseChange,
  type CaseFacts,
  type CaseStaff,
  type CaseStep,
  type NewCaseEvent,
  type OwnStep,
  type StaffRole,
} from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import { createHash } from 'node:crypto';
import { buildCaseRules } from '../cases/case-rules.js';
import { workingCalendar } from '../help-requests/working-days.js';
import { categoryShares, channelShares, measuresOf, narratives, staffWords } from './case-words.js';
import { demoRequest } from './receipt.js';
import { demoAccounts } from './staff-accounts.js';
import { demoCounty, mulberry32, type DemoFederation } from './tree.js';

type Submission = components['schemas']['HelpRequestSubmission'];

/** An event of a demo case and who made it. */
export interface DemoEvent extends NewCaseEvent {
  readonly at: Date;
  readonly actor: CaseStaff | 'requester' | 'service';
}

/** A demo case as it is now, with all that happened to it. */
export interface DemoCase {
  readonly id: string;
  readonly number: string;
  readonly channel: components['schemas']['CaseChannel'];
  readonly division: string;
  readonly submission: Submission;
  readonly submittedAt: Date;
  readonly facts: CaseFacts;
  readonly changedAt: Date;
  readonly events: readonly DemoEvent[];
  readonly plan?: components['schemas']['HouseholdPlan'];
}

const hour = 3_600_000;
const day = 24 * hour;
const spoken = ['hotline-12338', 'hotline-12345', 'visit'];
const rules = buildCaseRules(demoCounty, []);
const surnames = [...'林沈顾陆钱许何吕施严金戚谢邹喻柏水窦章云苏潘葛范彭郎'];

/** The rest of a journey lies in the future. */
class NotYet extends Error {}

/**
 * Cases of the demo county over the twelve months before `now`, each by the rules that the service itself keeps: in all states, some
 * late, some handed on, some come again. The same for the same `now`.
 */
export function demoCases(tree: readonly DemoFederation[], now: Date, count = 2_000, seed = 338): DemoCase[] {
  const random = mulberry32(seed);
  const world: World = {
    random,
    names: new Map(tree.map((one) => [one.code, one.name])),
    units: tree.filter((one) => one.code.startsWith(demoCounty.slice(0, 6))).map((one) => one.code),
    now,
  };
  return Array.from({ length: count }, (_, at) => {
    // An eighth has come within the last two weeks.
    const age = at < count * 0.12 ? random() * 14 * day : random() * 365 * day;
    return new Journey(world, new Date(now.getTime() - age - hour), at).walk();
  });
}

/** What all journeys share. */
interface World {
  readonly random: () => number;
  /** Of federations, by code. */
  readonly names: ReadonlyMap<string, string>;
  /** The federations of the county. */
  readonly units: readonly string[];
  readonly now: Date;
}

/** One case from the request to where it is now. */
class Journey {
  #facts: CaseFacts;
  #at: Date;
  #changedAt: Date;
  readonly #events: DemoEvent[] = [];
  readonly #case: Pick<DemoCase, 'id' | 'number' | 'channel' | 'division' | 'submission' | 'submittedAt'>;
  #plan: DemoCase['plan'];

  constructor(
    private readonly world: World,
    submittedAt: Date,
    index: number,
  ) {
    const { random } = world;
    this.#at = submittedAt;
    this.#changedAt = submittedAt;
    const digest = createHash('sha256').update(`demo case ${index}`).digest('hex');
    const category = this.#share(categoryShares);
    const channel = this.#share(channelShares) as DemoCase['channel'];
    const owner = this.#home();
    const isViolent = category === 'domestic-violence' || category === 'child-harm';
    const draw = random();
    const grade = isViolent
      ? draw < 0.3
        ? 'red'
        : draw < 0.75
          ? 'orange'
          : 'pink'
      : draw < 0.02
        ? 'red'
        : draw < 0.1
          ? 'orange'
          : draw < 0.3
            ? 'pink'
            : 'none';
    const limits = limitsOf({ category, grade, submittedAt }, { rules, calendar: workingCalendar(submittedAt) });
    this.#facts = {
      revision: 1,
      lastSeq: 1,
      state: 'submitted',
      grade,
      category,
      home: owner,
      owner,
      excludedUnits: [],
      joint: [],
      asked: false,
      consentAsked: false,
      limits: spoken.includes(channel) ? meet(limits, ['first-contact'], submittedAt) : limits,
      extended: false,
      keyFamily: false,
      followUps: [],
      unread: false,
      dismissed: [],
      submittedAt: submittedAt.toISOString(),
    };
    this.#case = {
      id: digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
      number: (BigInt(`0x${digest.slice(32, 48)}`) % 1_000_000_000_000n).toString().padStart(12, '0'),
      channel,
      division: this.#division(owner),
      // One in twelve comes from somebody who has asked before.
      submission: this.#submission(category, grade, random() < 0.08 ? Math.floor(random() * index) : index),
      submittedAt,
    };
    const taker = channel === 'web' || channel === 'wechat' ? undefined : this.#staff('intake');
    this.#events.push({
      seq: 1,
      kind: taker ? 'registered' : 'submitted',
      internal: false,
      facts: { channel },
      at: submittedAt,
      actor: taker ?? 'requester',
    });
  }

  walk(): DemoCase {
    try {
      this.#whole();
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
    }
    const overdue = applyOverdue(this.#facts, this.world.now);
    if (overdue) this.#keep(overdue, 'service', this.world.now, false);
    return {
      ...this.#case,
      facts: this.#facts,
      changedAt: this.#changedAt,
      events: this.#events,
      ...(this.#plan && { plan: this.#plan }),
    };
  }

  #whole(): void {
    const red = this.#facts.grade === 'red';
    // Nobody has looked at some of this week's yet; a federation that leaves one lying for months would not show it.
    const isForgotten = this.world.random() < 0.12 && this.#isOf(6 * day);
    const pause = isForgotten ? 400 * 24 : red ? this.world.random() * 0.9 : 1 + this.world.random() * 30;
    if (this.world.random() < 0.04 && !red)
      return this.#take(pause, 'intake', { kind: 'decline', words: this.#words('decline') });
    this.#take(pause, 'intake', { kind: 'accept', words: this.#words('accept') });
    if (this.world.random() < 0.1) this.#regrade();
    if (this.world.random() < 0.12) this.#transfer();
    if (this.world.random() < 0.03) return this.#own(20, { kind: 'own-withdraw', words: this.#words('withdraw') });
    this.#take(1 + this.world.random() * 6, 'worker', { kind: 'claim' });
    if (this.world.random() < 0.15)
      this.#take(2, 'worker', { kind: 'contact', reached: false, words: this.#words('missed') });
    this.#take(red ? 0.1 : this.world.random() * 20, 'worker', {
      kind: 'contact',
      reached: true,
      words: this.#words('contact'),
    });
    if (red || this.world.random() < 0.04) this.#household();
    this.#work();
    if (this.world.random() < 0.06) this.#take(24, 'worker', { kind: 'extend', words: this.#words('extend') });
    this.#solve();
    if (this.#facts.state === 'reopened') this.#solve();
    this.#followUp();
    if (this.#facts.state === 'reopened') {
      this.#solve();
      this.#followUp();
    }
    if (this.#facts.grade !== 'red') return this.#take(24 * this.world.random() * 5, 'worker', { kind: 'close' });
    this.#take(20, 'worker', { kind: 'request-closing', words: this.#words('note') });
    this.#take(24 + this.world.random() * 60, 'supervisor', { kind: 'approve-closing' });
  }

  #regrade(): void {
    const grade = this.#facts.grade === 'none' ? 'pink' : this.#facts.grade === 'pink' ? 'orange' : 'pink';
    this.#take(3, 'supervisor', { kind: 'regrade', grade, words: this.#words('regrade') });
  }

  #transfer(): void {
    const from = this.#facts.owner;
    const to = from === demoCounty ? this.#pick(['990101001000', '990101002000', '990101003000']) : demoCounty;
    this.#take(5, 'worker', {
      kind: 'offer-transfer',
      to: { federation: to },
      named: false,
      words: this.#words('offer'),
    });
    if (this.world.random() < 0.5 && this.#isOf(9 * day))
      this.#take(400 * 24, 'worker', { kind: 'accept-transfer' }, to);
    if (this.world.random() < 0.2)
      return this.#take(20, 'worker', { kind: 'return-transfer', words: this.#words('returned') }, to);
    this.#take(8 + this.world.random() * 30, 'worker', { kind: 'accept-transfer', words: this.#words('taken') }, to);
  }

  #household(): void {
    const plan = {
      aim: '保障安全，稳定家庭关系。',
      items: [{ what: '每周走访一次', who: '村（社区）妇联主席', done: false }],
    };
    this.#take(12, 'worker', { kind: 'plan', plan });
    this.#plan = plan;
  }

  #work(): void {
    if (this.world.random() < 0.3) {
      this.#take(10, 'worker', { kind: 'ask', words: this.#words('ask') });
      if (this.world.random() < 0.85)
        this.#own(4 + this.world.random() * 40, { kind: 'own-message', words: this.#words('answer') });
    }
    const kinds = measuresOf[this.#facts.category] ?? ['other'];
    const times = 1 + Math.floor(this.world.random() * 3);
    for (let one = 0; one < times; one += 1) {
      this.#take(24 + this.world.random() * 72, 'worker', {
        kind: 'measure',
        measure: this.#pick(kinds),
        words: this.#words('measure'),
      });
      if (this.world.random() < 0.3) this.#take(2, 'worker', { kind: 'note', words: this.#words('note') });
      if (this.world.random() < 0.35) this.#take(3, 'worker', { kind: 'message', words: this.#words('message') });
      if (this.world.random() < 0.1) this.#own(20, { kind: 'own-message', words: this.#words('answer') });
    }
  }

  #solve(): void {
    const keyFamily = this.#facts.grade === 'red' && this.world.random() < 0.5;
    const words = this.#words('resolve');
    this.#take(24 + this.world.random() * 150, 'worker', { kind: 'resolve', words, ...(keyFamily && { keyFamily }) });
    const draw = this.world.random();
    if (draw < 0.05) this.#own(40, { kind: 'own-dissatisfied', words: this.#words('dissatisfied') });
    else if (draw < 0.45) this.#own(40, { kind: 'own-satisfied', words: this.#words('satisfied') });
  }

  #followUp(): void {
    const needsHelp = this.world.random() < 0.04;
    const words = needsHelp ? this.#words('needsHelp') : this.#words('followUp');
    const outcome = needsHelp ? 'needs-help' : 'stable';
    this.#take(24 * (14 + this.world.random() * 18), 'worker', { kind: 'follow-up', outcome, words });
  }

  /** Takes a step some hours later; one that the rules do not allow now is left out. */
  #take(hours: number, role: StaffRole, step: CaseStep, unit = this.#facts.owner): void {
    const at = this.#later(hours);
    const actor = this.#staff(role, unit);
    const facts = this.#facts;
    if (!stepsAllowed(facts, actor).includes(step.kind)) return;
    if (findStepMisfits(step, { facts, actor, rules, now: at }).length > 0) return;
    this.#keep(applyStep(facts, step, { rules, calendar: workingCalendar(at), now: at, actor }), actor, at);
  }

  #own(hours: number, step: OwnStep): void {
    const at = this.#later(hours);
    if (!ownActsAllowed(this.#facts, at, rules).includes(ownActOf(step.kind))) return;
    this.#keep(applyOwnStep(this.#facts, step, { rules, calendar: workingCalendar(at), now: at }), 'requester', at);
    // Somebody reads it within a day or so; of the last weeks some wait longer.
    const waits = this.world.random() < 0.6 && this.#isOf(30 * day);
    if (this.#facts.unread && !waits) this.#take(1 + this.world.random() * 30, 'worker', { kind: 'mark-read' });
  }

  /** Whether the case came within so many milliseconds before now. */
  #isOf(age: number): boolean {
    return this.world.now.getTime() - this.#case.submittedAt.getTime() < age;
  }

  #later(hours: number): Date {
    const at = new Date(this.#at.getTime() + Math.max(0.05, hours) * hour);
    if (at > this.world.now) throw new NotYet();
    this.#at = at;
    return at;
  }

  #keep(change: CaseChange, actor: DemoEvent['actor'], at: Date, isChange = true): void {
    this.#facts = change.facts;
    if (isChange) this.#changedAt = at;
    for (const event of change.events) this.#events.push({ ...event, actor, at });
  }

  #home(): string {
    const draw = this.world.random();
    if (draw < 0.4) return demoCounty;
    if (draw < 0.6) return '990101001000';
    if (draw < 0.68) return '990101001001';
    return this.#pick(this.world.units.filter((code) => code.endsWith('000') && code !== demoCounty));
  }

  /** Where she lives: a village of the township, or any. */
  #division(owner: string): string {
    const within = owner === demoCounty ? demoCounty.slice(0, 6) : owner.slice(0, 9);
    return this.#pick(this.world.units.filter((code) => code.startsWith(within) && !code.endsWith('000')));
  }

  #submission(category: string, grade: string, phone: number): Submission {
    const red = grade === 'red';
    const named = this.world.random() < 0.7;
    return {
      ...(demoRequest as unknown as Submission),
      category,
      narrative: this.#pick(narratives[category] ?? narratives['other']!),
      identity: named ? { kind: 'named', name: `${surnames[phone % surnames.length]}女士` } : { kind: 'anonymous' },
      safeContact: {
        channel: 'phone',
        // Begins as no number in use does.
        value: `000-0001-${String(phone).padStart(4, '0')}`,
        mayLeaveMessage: false,
        maySayWhoCalls: this.world.random() < 0.5,
        ...(this.world.random() < 0.5 && { from: '09:00', to: this.#pick(['11:30', '17:00', '20:00']) }),
      },
      riskScreen: { answers: [{ question: 'immediate-danger', answer: red ? 'yes' : 'no' }] },
      childrenPresent: this.world.random() < 0.4 ? 'yes' : 'no',
    };
  }

  /** Who acts: an account of the demo where the unit has one. */
  #staff(role: StaffRole, unit = this.#facts.owner): CaseStaff {
    const accounts = demoAccounts.filter((one) => one.federation === unit && one.role === role);
    // The same worker goes on with a case.
    const account =
      accounts.find((one) => one.id === this.#facts.assignee?.id) ?? accounts[this.#facts.lastSeq % accounts.length];
    if (account) return { id: account.id, name: account.name, role, unit };
    const id = createHash('sha256').update(`${role} of ${unit}`).digest('base64url').slice(0, 22);
    const title = role === 'supervisor' ? '主任' : role === 'intake' ? '接待员' : '维权干部';
    return { id, name: `${this.world.names.get(unit) ?? ''}${title}`, role, unit };
  }

  #words(kind: keyof typeof staffWords): string {
    return this.#pick<string>(staffWords[kind]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.world.random() * from.length)]!;
  }

  #share(shares: Readonly<Record<string, number>>): string {
    const entries = Object.entries(shares);
    let left = this.world.random() * entries.reduce((sum, [, share]) => sum + share, 0);
    for (const [name, share] of entries) {
      left -= share;
      if (left < 0) return name;
    }
    return entries[0]![0];
  }
}

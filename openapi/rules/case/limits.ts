import type { components } from '../../generated/types.js';
import type { HolidayCalendar } from '../map/opening-hours.js';
import type { CaseFacts, CaseLimitFacts, CaseRules, LimitKind, OverdueLevel } from './case-facts.js';
import { endOfDay, endOfWorkingDay } from './working-days.js';

type Schemas = components['schemas'];

/** What time limits are computed with. */
export interface LimitContext {
  readonly rules: Pick<CaseRules, 'limits' | 'escalation'>;
  /** Holidays of the years that a limit may reach into. */
  readonly calendar: HolidayCalendar;
}

const hourMs = 3_600_000;
/** The order in which limits stand. */
const kinds: readonly LimitKind[] = ['first-contact', 'acceptance', 'resolution', 'follow-up'];
const gradeOrder: readonly Schemas['Grade'][] = ['none', 'pink', 'orange', 'red'];

/** L1: the first rule whose categories and grades both hold the case's; the last one fits everything. */
export function limitRuleOf(
  rules: Pick<CaseRules, 'limits'>,
  category: string,
  grade: Schemas['Grade'],
): Schemas['LimitRule'] {
  const fits = rules.limits.find(
    (rule) =>
      (rule.categories === undefined || rule.categories.includes(category)) &&
      (rule.grades === undefined || rule.grades.includes(grade)),
  );
  return fits ?? rules.limits[rules.limits.length - 1]!;
}

/** L2: hours run day and night; working days end at 17:00 in China. */
export function endOfSpan(from: Date, span: Schemas['Span'], calendar: HolidayCalendar): Date {
  if (span.hours !== undefined) return new Date(from.getTime() + span.hours * hourMs);
  return endOfWorkingDay(from, span.workingDays ?? 1, calendar);
}

/** L5: a limit with the moments at which it is told to the levels above; in hours where the limit itself is. */
export function limitOf(
  kind: LimitKind,
  due: Date,
  inHours: boolean,
  { rules: { escalation }, calendar }: LimitContext,
): CaseLimitFacts {
  const [second, third] = [0, 1].map((at) =>
    inHours
      ? new Date(due.getTime() + escalation.redHours[at]! * hourMs)
      : endOfWorkingDay(due, escalation.workingDays[at]!, calendar),
  ) as [Date, Date];
  return { kind, due: due.toISOString(), due2: second.toISOString(), due3: third.toISOString() };
}

/**
 * The limits of a new case: first contact, acceptance and resolution, all from the moment it came (L1, L2, L5).
 *
 * @param promised until when somebody makes contact, as its receipt says; without it the rules say so
 */
export function limitsOf(
  { category, grade, submittedAt }: { category: string; grade: Schemas['Grade']; submittedAt: Date },
  context: LimitContext,
  promised?: Date,
): CaseLimitFacts[] {
  const rule = limitRuleOf(context.rules, category, grade);
  const make = (kind: LimitKind, span: Schemas['Span'], due?: Date) =>
    limitOf(kind, due ?? endOfSpan(submittedAt, span, context.calendar), span.hours !== undefined, context);
  return [
    make('first-contact', rule.firstContact, promised),
    make('acceptance', rule.acceptance),
    make('resolution', rule.resolution),
  ];
}

/** The limit of a follow-up that is due on a day: the end of its office hours. */
export function followUpLimit(day: string, context: LimitContext): CaseLimitFacts {
  return limitOf('follow-up', endOfDay(day), false, context);
}

/** L3: marks the open limits of these kinds as met. */
export function meet(limits: readonly CaseLimitFacts[], met: readonly LimitKind[], at: Date): CaseLimitFacts[] {
  return limits.map((one) =>
    one.metAt === undefined && met.includes(one.kind) ? { ...one, metAt: at.toISOString() } : one,
  );
}

/** Puts a limit in the place of the one of its kind. */
export function putLimit(limits: readonly CaseLimitFacts[], limit: CaseLimitFacts): CaseLimitFacts[] {
  return [...limits.filter((one) => one.kind !== limit.kind), limit].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** Takes away the open limits: of what has ended nothing has to be done any more. Those that were met stay. */
export function dropOpen(limits: readonly CaseLimitFacts[], only: readonly LimitKind[] = kinds): CaseLimitFacts[] {
  return limits.filter((one) => one.metAt !== undefined || !only.includes(one.kind));
}

/**
 * L6: the open limits of a case whose grade changes, computed anew from the moment it came. A redder case is never due later
 * than before; first contact, which was promised to her, never is whatever the grade. An extended time to resolve stays where
 * it gets less red.
 */
export function regraded(
  facts: Pick<CaseFacts, 'category' | 'grade' | 'limits' | 'submittedAt' | 'extended'>,
  grade: Schemas['Grade'],
  context: LimitContext,
): CaseLimitFacts[] {
  const isRedder = gradeOrder.indexOf(grade) > gradeOrder.indexOf(facts.grade);
  const submittedAt = new Date(facts.submittedAt);
  const anew = limitsOf({ category: facts.category, grade, submittedAt }, context);
  return facts.limits.map((one) => {
    const next = anew.find((other) => other.kind === one.kind);
    if (one.metAt !== undefined || !next) return one;
    const staysAtLeast = isRedder || one.kind === 'first-contact' || (one.kind === 'resolution' && facts.extended);
    if (staysAtLeast && Date.parse(next.due) >= Date.parse(one.due)) return one;
    return next;
  });
}

/** L4: the open time to resolve, longer by the rule's extension, counted from its end or, where that is over, from now. */
export function extended(
  facts: Pick<CaseFacts, 'category' | 'grade' | 'limits'>,
  now: Date,
  context: LimitContext,
): CaseLimitFacts | undefined {
  const open = facts.limits.find((one) => one.kind === 'resolution' && one.metAt === undefined);
  if (!open) return undefined;
  const { extension } = limitRuleOf(context.rules, facts.category, facts.grade);
  const from = new Date(Math.max(Date.parse(open.due), now.getTime()));
  return limitOf('resolution', endOfSpan(from, extension, context.calendar), extension.hours !== undefined, context);
}

/** L5: how late a limit is at a moment, or was when it was met. */
export function overdueLevel(limit: CaseLimitFacts, now: Date): OverdueLevel {
  const at = limit.metAt === undefined ? now.getTime() : Date.parse(limit.metAt);
  if (at >= Date.parse(limit.due3)) return 3;
  if (at >= Date.parse(limit.due2)) return 2;
  return at >= Date.parse(limit.due) ? 1 : 0;
}

/** The next open limits at a glance; what has none has no `next`. */
export interface LimitOutlook {
  /** The open limit that ends first. */
  readonly next?: CaseLimitFacts;
  /** When the first of the open limits reaches each level. */
  readonly due?: string;
  readonly due2?: string;
  readonly due3?: string;
  /** When a level that was not told yet is reached. */
  readonly alarmAt?: string;
}

/** What stands first among the open limits. */
export function outlookOf(limits: readonly CaseLimitFacts[]): LimitOutlook {
  const open = limits.filter((one) => one.metAt === undefined);
  if (open.length === 0) return {};
  const first = (times: readonly string[]) => times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));
  const due = first(open.map((one) => one.due));
  const alarms = open.flatMap((one) => [one.due, one.due2, one.due3].slice(one.told ?? 0, (one.told ?? 0) + 1));
  return {
    next: open.find((one) => one.due === due)!,
    due,
    due2: first(open.map((one) => one.due2)),
    due3: first(open.map((one) => one.due3)),
    ...(alarms.length > 0 && { alarmAt: first(alarms) }),
  };
}

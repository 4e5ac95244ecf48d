import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseLimitFacts } from './case-facts.js';
import { extended, limitOf, limitRuleOf, limitsOf, meet, outlookOf, overdueLevel, regraded } from './limits.js';
import { announced, sampleCase, sampleRules } from './sample-case.js';

const context = { rules: sampleRules, calendar: announced };
const china = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const readable = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const dues = (limits: readonly CaseLimitFacts[]) =>
  Object.fromEntries(limits.map((one) => [one.kind, readable(one.due)]));

describe('L1 the rule of a case', () => {
  it('is the first that fits its category and grade; the last one fits everything', () => {
    expect(limitRuleOf(sampleRules, 'legal-advice', 'red')).toBe(sampleRules.limits[0]);
    expect(limitRuleOf(sampleRules, 'legal-advice', 'pink')).toBe(sampleRules.limits[1]);
    expect(limitRuleOf(sampleRules, 'land-rights', 'orange')).toBe(sampleRules.limits[2]);
  });
});

/** When it came (in China), category, grade, and when first contact, acceptance and resolution are due. */
const table = [
  ['2026-11-20 11:15', 'family-dispute', 'none', '2026-11-23 17:00', '2026-11-23 17:00', '2026-12-11 17:00'],
  ['2026-11-20 11:15', 'legal-advice', 'pink', '2026-11-23 17:00', '2026-11-23 17:00', '2026-11-25 17:00'],
  ['2026-11-20 11:15', 'family-dispute', 'red', '2026-11-20 12:15', '2026-11-20 12:15', '2026-12-11 17:00'],
  // Red runs through the night, the weekend and the holiday.
  ['2026-11-21 23:40', 'legal-advice', 'red', '2026-11-22 00:40', '2026-11-22 00:40', '2026-12-11 17:00'],
  ['2026-02-15 03:00', 'domestic-violence', 'red', '2026-02-15 04:00', '2026-02-15 04:00', '2026-03-13 17:00'],
  ['2026-02-14 20:00', 'hardship', 'orange', '2026-02-24 17:00', '2026-02-24 17:00', '2026-03-13 17:00'],
] as const;

describe('L2 the limits of a new case', () => {
  it.each(table)(
    'that came %s (%s, %s) are due %s, %s and %s',
    (at, category, grade, contact, acceptance, resolution) => {
      const limits = limitsOf({ category, grade, submittedAt: china(at) }, context);
      expect(dues(limits)).toEqual({ 'first-contact': contact, acceptance, resolution });
    },
  );

  it('keep what the receipt promised for the first contact', () => {
    const promised = china('2026-11-21 09:00');
    const [first] = limitsOf(
      { category: 'other', grade: 'none', submittedAt: china('2026-11-20 09:00') },
      context,
      promised,
    );
    expect(first!.due).toBe(promised.toISOString());
  });
});

describe('L5 three levels', () => {
  const inDays = limitOf('resolution', china('2026-11-20 17:00'), false, context);
  const inHours = limitOf('first-contact', china('2026-11-20 12:00'), true, context);

  it.each([
    [inDays, '2026-11-20 16:59', 0],
    [inDays, '2026-11-20 17:00', 1],
    [inDays, '2026-11-23 16:59', 1],
    [inDays, '2026-11-23 17:00', 2],
    [inDays, '2026-11-25 16:59', 2],
    [inDays, '2026-11-25 17:00', 3],
    [inHours, '2026-11-20 11:59', 0],
    [inHours, '2026-11-20 12:00', 1],
    [inHours, '2026-11-20 13:00', 2],
    [inHours, '2026-11-20 15:00', 3],
    [inHours, '2027-01-01 00:00', 3],
  ] as const)('of %o are at %s: %i', (limit, at, level) => {
    expect(overdueLevel(limit, china(at))).toBe(level);
  });

  it('of what was met stay as they were then', () => {
    const [met] = meet([inHours], ['first-contact'], china('2026-11-20 13:30'));
    expect(overdueLevel(met!, china('2027-01-01 00:00'))).toBe(2);
  });

  it('stand in the outlook with the first of the open limits, and the next one to be told', () => {
    const limits = [{ ...inHours, told: 1 as const }, inDays];
    expect(outlookOf(limits)).toMatchObject({
      next: { kind: 'first-contact' },
      due: inHours.due,
      alarmAt: inHours.due2,
    });
    expect(outlookOf(meet(limits, ['first-contact'], china('2026-11-20 11:00')))).toMatchObject({ due: inDays.due });
    expect(outlookOf(meet(limits, ['first-contact', 'resolution'], china('2026-11-20 11:00')))).toEqual({});
    expect(outlookOf([{ ...inDays, told: 3 }])).not.toHaveProperty('alarmAt');
  });
});

describe('L4 an extension', () => {
  it('adds the rule’s span to the end of the limit', () => {
    const facts = sampleCase();
    expect(readable(extended(facts, china('2026-12-01 09:00'), context)!.due)).toBe('2027-01-01 17:00');
  });

  it('counts from now where the limit is over', () => {
    const facts = sampleCase({ category: 'legal-advice' });
    expect(readable(extended(facts, china('2026-12-01 09:00'), context)!.due)).toBe('2026-12-04 17:00');
  });
});

describe('L6 another grade', () => {
  it('counts the open limits anew from when the case came: red is due an hour after that', () => {
    const limits = regraded(sampleCase(), 'red', context);
    expect(dues(limits)).toEqual({
      'first-contact': '2026-11-20 12:15',
      acceptance: '2026-11-20 12:15',
      resolution: '2026-12-11 17:00',
    });
  });

  it('leaves what was met, and what was promised to her', () => {
    const facts = sampleCase({ grade: 'red' });
    const met = { ...facts, limits: meet(facts.limits, ['acceptance'], china('2026-11-20 11:30')) };
    const limits = regraded(met, 'none', context);
    expect(limits[0]).toEqual(met.limits[0]);
    expect(limits[1]).toEqual(met.limits[1]);
  });

  it('never makes a redder case due later, whatever it was and became', () => {
    const grades = ['none', 'pink', 'orange', 'red'] as const;
    const grade = fc.integer({ min: 0, max: 3 });
    const category = fc.constantFrom('legal-advice', 'family-dispute');
    fc.assert(
      fc.property(grade, grade, category, (from, to, what) => {
        fc.pre(to > from);
        const facts = sampleCase({ grade: grades[from]!, category: what });
        regraded(facts, grades[to]!, context).forEach((limit, at) => {
          expect(Date.parse(limit.due)).toBeLessThanOrEqual(Date.parse(facts.limits[at]!.due));
        });
      }),
    );
  });
});

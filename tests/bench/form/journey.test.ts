import { describe, expect, it } from 'vitest';
import { differenceFrom, expectedSubmission, storyOf } from './journey.js';

describe('differenceFrom', () => {
  const expected = expectedSubmission('wo');

  it('finds none where only the secret, the grade and the order of fields differ', () => {
    const { category, ...rest } = expectedSubmission('wo');
    const arrived = {
      ...rest,
      riskScreen: { grade: 'none', ...(rest['riskScreen'] as object) },
      receiptSecret: '1'.repeat(24),
      category,
    };
    expect(differenceFrom(expected, arrived)).toBeUndefined();
  });

  it('names a field that is missing, is wrong or is too many', () => {
    const { narrative: _, ...missing } = expected;
    expect(differenceFrom(expected, missing)).toBe('submitted narrative undefined and not "wo"');
    expect(differenceFrom(expected, { ...expected, category: 'other' })).toMatch(/^submitted category "other" and not/);
    expect(differenceFrom(expected, { ...expected, extra: 1 })).toBe('submitted extra 1 and not undefined');
  });

  it('does not take no submission for a good one', () => {
    expect(differenceFrom(expected, undefined)).toBe('nothing was submitted');
  });
});

describe('storyOf', () => {
  it('is as long as asked for and ends in a letter, so that trimming changes nothing', () => {
    expect(storyOf(60).length).toBeGreaterThan(55);
    expect(storyOf(60)).toBe(storyOf(60).trim());
  });
});

import { describe, expect, it } from 'vitest';
import { countInstantRunoff } from './instant-runoff.js';
import type { MethodInput } from './method.js';
import { countStv } from './stv.js';

/** Letters from `a` on. */
const optionsOf = (count: number) => Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at));
const times = (count: number, ranking: readonly string[]) =>
  Array.from({ length: count }, () => ({ ranking: [...ranking] }));

/** Two that many want, one that everybody else comes to in the end, and the rest with one voter each. */
function election(count: number, seats: number): MethodInput {
  const options = optionsOf(count);
  const [a = '', b = '', c = '', ...rest] = options;
  const choices = [
    ...times(seats === 1 ? 5 : 40, [a]),
    ...times(seats === 1 ? 4 : 40, [b]),
    ...times(2, [c]),
    ...rest.flatMap((one) => times(1, [one, c])),
  ];
  return { options, choices, seats, leastPoints: 0 };
}
const turned = (input: MethodInput): MethodInput => ({
  ...input,
  options: [...input.options].reverse(),
  choices: [...input.choices].reverse(),
});

describe.each([
  ['instant-runoff', countInstantRunoff, 1],
  ['stv', countStv, 3],
] as const)('a tie about who goes out, with %s', (_, count, seats) => {
  it('is none where few are last and the end is the same in whatever order they go', () => {
    const found = count(election(7, seats));
    expect(found.open).toBe(false);
    expect(found.tie).toBeUndefined();
    expect(found.rounds!.some(({ tied }) => tied !== undefined)).toBe(true);
  });

  it('says that it was not followed where a real council has too many who are last, and guesses nothing', () => {
    const input = election(20, seats);
    const found = count(input);
    expect(found.open).toBe(true);
    expect(found.tie).toMatchObject({ unfollowed: true });
    expect(found.tie!.between.length).toBeGreaterThan(10);
    expect(found.winners).toEqual(seats === 1 ? [] : ['a', 'b']);
    // In whatever order ballots and options come.
    const other = count(turned(input));
    expect([other.open, other.tie!.unfollowed, [...other.tie!.between].sort()]).toEqual([
      true,
      true,
      [...found.tie!.between].sort(),
    ]);
  });

  it('is a tie without more words where two orders end differently', () => {
    const choices = [...times(6, ['a']), ...times(4, ['b', 'c']), ...times(4, ['c', 'b'])];
    const found = count({ options: optionsOf(3), choices, seats: seats === 1 ? 1 : 2, leastPoints: 0 });
    expect(found.open).toBe(true);
    expect(found.tie).toEqual({ between: ['b', 'c'] });
  });

  it('is decided by a lot that was drawn beforehand, however many they are', () => {
    const input = election(20, seats);
    const found = count({ ...input, lot: input.options });
    expect(found.open).toBe(false);
    expect(found.winners).toHaveLength(seats);
  });
});

import { describe, expect, it } from 'vitest';
import {
  acceptedBy,
  addCounts,
  afterStep,
  executionCounts,
  executionStepsAllowed,
  findExecutionFaults,
  isLate,
  mayAccept,
  type ResolutionState,
} from './execution.js';

const today = '2026-11-22';
const of = (state: ResolutionState, due: string) => ({ state, due });

describe('X1 the execution rate', () => {
  it('counts as due what is over, accepted or dropped, and as late what is over and neither', () => {
    const counts = executionCounts(
      [
        of('accepted', '2026-12-31'),
        of('accepted', '2026-10-01'),
        of('dropped', '2026-12-31'),
        of('dropped', '2026-10-01'),
        of('working', '2026-11-21'),
        of('reported', '2026-11-21'),
        of('assigned', today),
        of('working', '2026-12-31'),
      ],
      today,
    );
    expect(counts).toEqual({ resolutions: 8, due: 6, accepted: 2, late: 2 });
  });

  it('gives the last day itself to who carries it out', () => {
    expect([isLate(of('working', today), today), isLate(of('working', '2026-11-21'), today)]).toEqual([false, true]);
  });

  it('adds councils up, and is nothing of nothing', () => {
    const one = { resolutions: 3, due: 2, accepted: 1, late: 1 };
    expect(addCounts([one, one])).toEqual({ resolutions: 6, due: 4, accepted: 2, late: 2 });
    expect(addCounts([])).toEqual(executionCounts([], today));
  });
});

describe('X2 who says that it was carried out', () => {
  it('is the member who proposed the topic, or the organiser', () => {
    expect(acceptedBy({ proposer: 'someone', onRoll: true })).toBe('proposer');
    expect(acceptedBy({ proposer: 'someone', onRoll: false })).toBe('organiser');
    expect(acceptedBy({ onRoll: false })).toBe('organiser');
  });

  it('lets each of them accept only what is reported, and never both', () => {
    expect(mayAccept('reported', 'proposer')).toBe(true);
    expect(mayAccept('reported', 'organiser')).toBe(false);
    expect(mayAccept('working', 'proposer')).toBe(false);
    expect(executionStepsAllowed('reported', 'proposer')).toEqual(['add', 'drop']);
    expect(executionStepsAllowed('reported', 'organiser')).toEqual(['add', 'accept', 'return', 'drop']);
  });
});

describe('X2 the states of a resolution', () => {
  it.each([
    ['assigned', ['begin', 'add', 'report', 'drop']],
    ['working', ['add', 'report', 'drop']],
    ['accepted', []],
    ['dropped', []],
  ] as const)('in %s', (state, steps) => {
    expect(executionStepsAllowed(state, 'organiser')).toEqual(steps);
  });

  it('goes on with each step', () => {
    expect([
      afterStep('assigned', 'begin'),
      afterStep('working', 'add'),
      afterStep('working', 'report'),
      afterStep('reported', 'return'),
      afterStep('reported', 'accept'),
      afterStep('working', 'drop'),
    ]).toEqual(['working', 'working', 'reported', 'working', 'accepted', 'dropped']);
  });

  it('needs words for all but beginning, and for sending back', () => {
    const missing = [{ where: 'body/words', code: 'missing' }];
    expect(findExecutionFaults({ kind: 'begin' })).toEqual([]);
    for (const kind of ['add', 'report', 'accept', 'return', 'drop'] as const) {
      expect(findExecutionFaults({ kind })).toEqual(missing);
      expect(findExecutionFaults({ kind, words: '  ' })).toEqual(missing);
      expect(findExecutionFaults({ kind, words: '好' })).toEqual([]);
    }
    expect(findExecutionFaults({ accepted: true })).toEqual([]);
    expect(findExecutionFaults({ accepted: false })).toEqual(missing);
    expect(findExecutionFaults({ accepted: false, words: '没修好' })).toEqual([]);
  });
});

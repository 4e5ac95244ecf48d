import { describe, expect, it } from 'vitest';
import {
  afterDecision,
  findScreeningFaults,
  firstTopicState,
  isTopicShown,
  mayComment,
  mayMergeInto,
  maySecond,
  topicDecisionsAllowed,
  type TopicState,
} from './topics.js';

const states: readonly TopicState[] = ['suggested', 'collected', 'admitted', 'merged', 'declined'];

describe('T1 the states of a topic', () => {
  it('begins shown where a member proposed it', () => {
    expect([firstTopicState(true), firstTopicState(false)]).toEqual(['collected', 'suggested']);
  });

  it.each([
    ['suggested', ['collect', 'admit', 'merge', 'decline']],
    ['collected', ['admit', 'merge', 'decline']],
    ['admitted', ['merge', 'decline']],
    ['merged', []],
    ['declined', ['collect']],
  ] as const)('may be decided about in %s', (state, decisions) => {
    expect(topicDecisionsAllowed(state)).toEqual(decisions);
  });

  it('becomes what was decided', () => {
    expect((['collect', 'admit', 'merge', 'decline'] as const).map(afterDecision)).toEqual([
      'collected',
      'admitted',
      'merged',
      'declined',
    ]);
  });

  it('is shown to everybody once it was let in, and a visitor’s never after it was declined', () => {
    const shown = (fromMember: boolean) => states.filter((state) => isTopicShown({ state, fromMember }));
    expect(shown(true)).toEqual(['collected', 'admitted', 'merged', 'declined']);
    expect(shown(false)).toEqual(['collected', 'admitted', 'merged']);
  });

  it('is seconded while it is collected, by others; talked about and joined while it is open', () => {
    expect(states.filter((state) => maySecond(state, false))).toEqual(['collected']);
    expect(states.filter((state) => maySecond(state, true))).toEqual([]);
    expect(states.filter(mayComment)).toEqual(['collected', 'admitted']);
    expect(states.filter(mayMergeInto)).toEqual(['collected', 'admitted']);
  });
});

describe('T1 what a decision says', () => {
  it('needs words to decline, and the other topic to merge, only there', () => {
    const into = '2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c';
    expect(findScreeningFaults({ decision: 'decline' })).toEqual([{ where: 'body/words', code: 'missing' }]);
    expect(findScreeningFaults({ decision: 'decline', words: ' ' })).toEqual([
      { where: 'body/words', code: 'missing' },
    ]);
    expect(findScreeningFaults({ decision: 'decline', words: '属于镇里' })).toEqual([]);
    expect(findScreeningFaults({ decision: 'merge' })).toEqual([{ where: 'body/into', code: 'missing' }]);
    expect(findScreeningFaults({ decision: 'merge', into })).toEqual([]);
    expect(findScreeningFaults({ decision: 'admit', into })).toEqual([{ where: 'body/into', code: 'unexpected' }]);
    expect(findScreeningFaults({ decision: 'admit' })).toEqual([]);
  });
});

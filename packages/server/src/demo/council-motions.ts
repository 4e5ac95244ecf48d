import type { components } from '@fulian/contract/types';
import { demoMeetingId, demoTopicId, type DemoCouncil } from './councils.js';

type Schemas = components['schemas'];
type Rules = Schemas['BallotRules'];
type Choice = Schemas['ballot_Choice'];

/** A ballot of the demo. */
export interface DemoBallot {
  readonly draft: Schemas['BallotDraft'];
  /** How far it has come. */
  readonly until: 'draft' | 'open' | 'closed';
  /** Of the first members, in their order. */
  readonly choices: readonly Choice[];
  /** What is recorded of it, without its ballot. */
  readonly resolution?: Omit<Schemas['ResolutionDraft'], 'ballot'>;
}

const dayMs = 86_400_000;

const rules: Rules = {
  version: 1,
  method: 'yes-no',
  secrecy: 'open',
  abstain: true,
  revote: true,
  base: 'cast',
  quorum: { share: { numerator: 1, denominator: 2 }, counts: 'cast' },
  threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' },
  tie: 'fails',
};
/** Whoever gets the most, whatever share that is. */
const { threshold: _, ...most } = rules;

const options = (titles: readonly string[]) => titles.map((title, at) => ({ id: 'abcdef'[at]!, title }));
const pick = (id: string): Choice => ({ picks: [id] });
/** So many of each choice, one after the other. */
const votes = (...counts: readonly (readonly [number, Choice])[]) =>
  counts.flatMap(([count, choice]) => Array.from({ length: count }, () => choice));
const abstention: Choice = { abstain: true };

/** What is voted on in a council of the demo, by its place among them. */
export function demoBallots(council: DemoCouncil, index: number): readonly DemoBallot[] {
  // The real clock: the database's decides when a ballot closes.
  const closesAt = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
  const count = council.members.length;
  const lamps: DemoBallot = {
    draft: {
      motion: {
        title: '再换四盏路灯',
        words: '同意用村集体经费再换村口的四盏路灯，不超过三千元。',
        topic: demoTopicId(council, 0),
        meeting: demoMeetingId(council, 0),
      },
      options: [],
      rules,
      closesAt: closesAt(3),
    },
    until: 'closed',
    choices: votes([count - 3, pick('yes')], [2, pick('no')], [1, abstention]),
    resolution: {
      title: '再换四盏路灯',
      words: '用村集体经费再换村口的四盏路灯，不超过三千元。',
      responsible: '村委会',
      due: closesAt(40).slice(0, 10),
    },
  };
  const leader: DemoBallot = {
    draft: {
      motion: { title: '推选托管班负责人', words: '从三位报名的姐妹里推选一位，管明年暑假的托管班。' },
      options: options(['第一位报名人', '第二位报名人', '第三位报名人']),
      rules: { ...most, method: 'single', secrecy: 'secret' },
      closesAt: closesAt(3),
    },
    until: 'closed',
    choices: votes([count - 5, pick('b')], [3, pick('a')], [1, pick('c')], [1, abstention]),
  };
  const dance: DemoBallot = {
    draft: {
      motion: {
        title: '广场舞跳到晚上八点半',
        words: '同意每天晚上八点半关音响，夏天推迟半小时。',
        topic: demoTopicId(council, 2),
      },
      options: [],
      rules,
      closesAt: closesAt(9),
    },
    until: 'open',
    choices: votes([2, pick('yes')], [1, pick('no')]),
  };
  const yearly: DemoBallot = {
    draft: {
      motion: { title: '选明年的为民实事', words: '最多选两件，票多的两件列入明年的计划。' },
      options: options(['老人送餐', '法律讲座', '修健身器材', '假期托管']),
      rules: { ...most, method: 'approval', secrecy: 'secret', seats: 2, picks: { min: 1, max: 2 } },
      closesAt: closesAt(12),
    },
    until: 'open',
    choices: [],
  };
  const draft: DemoBallot = {
    draft: {
      motion: { title: '修改议事规则', words: '同意把每月的会改到第一个星期日上午。' },
      options: [],
      rules: {
        ...rules,
        base: 'eligible',
        threshold: { share: { numerator: 2, denominator: 3 }, relation: 'at-least' },
      },
      closesAt: closesAt(20),
    },
    until: 'draft',
    choices: [],
  };
  const order = ['a', 'b', 'c', 'd'];
  const trip: DemoBallot = {
    draft: {
      motion: { title: '秋游去哪里', words: '把想去的地方按先后排好，得票最少的依次去掉。' },
      options: options(['荷花池', '茶园', '博物馆', '江边']),
      rules: { ...most, method: 'instant-runoff' },
      closesAt: closesAt(3),
    },
    until: 'closed',
    choices: Array.from({ length: count }, (__, at) => {
      const first = order[[0, 1, 1, 2][at % 4]!]!;
      return { ranking: [first, ...order.filter((id) => id !== first)].slice(0, at % 2 ? 2 : 4) };
    }),
  };
  const failed: DemoBallot = {
    ...draft,
    draft: { ...draft.draft, closesAt: closesAt(3) },
    until: 'closed',
    choices: votes([Math.floor(count / 2), pick('yes')], [count - Math.floor(count / 2), pick('no')]),
  };
  return [[lamps, leader, dance, yearly, draft], [trip, dance], [failed, yearly], [dance], [], []][index] ?? [];
}

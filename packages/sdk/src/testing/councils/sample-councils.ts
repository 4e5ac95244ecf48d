import { newPaper } from '../../ballot-paper.js';
import type { Schemas } from '../../operation-types.js';
import { TestBallot } from './test-ballot.js';
import { itemId, TestCouncil, type TestMember, todayInChina } from './test-council.js';

const hour = 3_600_000;
const day = 24 * hour;
const village = '990101001001';
const otherVillage = '990101001002';
const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅'].map((letter) => `示例${letter}`);

/** The id of a sample council: 0 has a bit of everything, 1 is new and small. */
export function testCouncilId(index = 0): string {
  return `${index === 0 ? village : otherVillage}-${itemId(0xc0000 + index)}`;
}

/** The id of a member of a sample council. 0 is the chair, 1 the secretary; the first council has 12, and 12 has left it. */
export function testMemberId(index: number, council = 0): string {
  return `member${council}-${String(index).padStart(2, '0')}`.padEnd(22, '_');
}

/** The digits on the card of a member of a sample council. Members 9 and 10 of the first have none that opens anything. */
export function testInvitation(index: number, council = 0): string {
  return `4821907355${String(council).padStart(2, '0')}${String(index).padStart(4, '0')}`;
}

/** The word of a portal for a member of a sample council; each counts once. */
export function testVoucher(index: number, council = 0, time = 0): string {
  return `test.${testMemberId(index, council)}.${time}`;
}

const ballotNames = [
  'motion',
  'single',
  'approval',
  'score',
  'instant-runoff',
  'schulze',
  'stv',
  'secret',
  'secret-change',
  'draft',
  'passed',
  'failed',
  'elected-secret',
  'order',
  'several',
  'no-quorum',
  'too-few',
  'tied-again',
  'awaiting-chair',
  'cancelled',
] as const;

/**
 * What the sample ballots of the first council are called. Open: one of each method (`motion` is yes-no; it may be changed, as the others
 * but `single` and `secret`), `secret` and `secret-change`. Then a draft, and closed ones with every outcome.
 */
export type TestBallotName = (typeof ballotNames)[number];

/** The id of a sample ballot. */
export function testBallotId(name: TestBallotName): string {
  return itemId(0xb0000 + ballotNames.indexOf(name));
}

const half = { numerator: 1, denominator: 2 };
const common = { version: 1, secrecy: 'open', abstain: true, revote: true, base: 'cast', tie: 'again' } as const;
const quorum = { share: half, counts: 'cast' } as const;
const noQuorum = { share: { numerator: 0, denominator: 1 }, counts: 'cast' } as const;
const majority = { share: half, relation: 'more-than' } as const;
const motion: Schemas['BallotRules'] = { ...common, method: 'yes-no', quorum, threshold: majority, tie: 'chair' };
const people: Schemas['BallotOption'][] = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, title: `候选人${at + 1}` }));

const rules: { readonly [Name in TestBallotName]: Schemas['BallotRules'] } = {
  motion,
  single: { ...common, method: 'single', quorum, revote: false },
  approval: { ...common, method: 'approval', quorum, seats: 2, picks: { min: 1, max: 2 } },
  score: { ...common, method: 'score', quorum, scale: { min: 0, max: 5 } },
  'instant-runoff': { ...common, method: 'instant-runoff', quorum, tie: 'lot', lot: ['b', 'a', 'd', 'c'] },
  schulze: { ...common, method: 'schulze', quorum },
  stv: { ...common, method: 'stv', quorum, seats: 2 },
  secret: { ...common, method: 'single', secrecy: 'secret', quorum, revote: false },
  'secret-change': { ...common, method: 'instant-runoff', secrecy: 'secret', quorum },
  draft: motion,
  passed: motion,
  failed: { ...motion, base: 'eligible', threshold: { share: { numerator: 2, denominator: 3 }, relation: 'at-least' } },
  'elected-secret': { ...common, method: 'single', secrecy: 'secret', quorum, revote: false },
  order: { ...common, method: 'instant-runoff', quorum },
  several: { ...common, method: 'stv', quorum, seats: 2 },
  'no-quorum': motion,
  'too-few': { ...common, method: 'single', secrecy: 'secret', quorum: noQuorum },
  'tied-again': { ...common, method: 'single', quorum },
  'awaiting-chair': motion,
  cancelled: motion,
};

const yes = { picks: ['yes'] };
const no = { picks: ['no'] };
const pick = (...picks: string[]): Schemas['ballot_Choice'] => ({ picks });
const rank = (...ranking: string[]): Schemas['ballot_Choice'] => ({ ranking });

/** What was voted in those that are closed, one a member. */
const votes: { readonly [Name in TestBallotName]?: readonly Schemas['ballot_Choice'][] } = {
  passed: [yes, yes, yes, yes, yes, yes, yes, no, no, no],
  failed: [yes, yes, yes, yes, yes, yes, yes, no, no, { abstain: true }],
  'elected-secret': [pick('a'), pick('a'), pick('a'), pick('b'), pick('b'), pick('c'), { abstain: true }],
  order: [
    rank('a', 'b'),
    rank('a'),
    rank('a', 'c'),
    rank('b', 'a'),
    rank('b', 'c'),
    rank('c', 'b'),
    rank('c', 'b', 'a'),
  ],
  several: [rank('a', 'b'), rank('a', 'b'), rank('a', 'c'), rank('a'), rank('b', 'c'), rank('c'), rank('c', 'd')],
  'no-quorum': [yes, yes, yes, no],
  'too-few': [pick('a'), pick('b'), pick('a')],
  'tied-again': [pick('a'), pick('a'), pick('a'), pick('b'), pick('b'), pick('b'), pick('c')],
  'awaiting-chair': [yes, yes, yes, yes, yes, no, no, no, no, no],
  cancelled: [yes, no],
};

const titles: { readonly [Name in TestBallotName]?: string } = {
  motion: '路灯修缮',
  secret: '推选妇女代表',
  passed: '修好三组的路灯',
  failed: '修改议事规则',
};

/** The two councils that a test server begins with. */
export function sampleCouncils(now: () => number): TestCouncil[] {
  return [fullCouncil(now), smallCouncil(now)];
}

function fullCouncil(now: () => number): TestCouncil {
  const start = now();
  // While it is made, it is as long ago as what happens; afterwards it is now.
  let ago: number | undefined = 300 * day;
  const council = new TestCouncil(
    testCouncilId(0),
    { name: '荷塘村妇女议事会', words: '每月第一个星期六上午在妇女之家开会。' },
    () => (ago === undefined ? now() : start - ago),
  );
  const at = (time: number) => {
    ago = time;
    return new Date(start - time).toISOString();
  };
  names.forEach((name, index) => addMember(council, name, index, 0));
  delete council.members[9]!.code;
  at(200 * day);
  leave(council, 12);
  council.members[10]!.usedAt = start - 100 * day;
  council.members[3]!.subject = 'resident-3';
  const topics = addTopics(council, start);
  council.meetings.push({
    id: itemId(0xe0000),
    revision: 1,
    draft: {
      at: new Date(start - 12 * day).toISOString(),
      place: '荷塘村妇女之家',
      form: 'regular',
      state: 'held',
      agenda: [{ title: '路灯修缮', topic: topics[0]!, ballot: testBallotId('passed') }],
      present: council.roll.slice(0, 10).map(({ id }) => id),
      minutes: '十人到会，七人同意修路灯。',
      publishMinutes: true,
    },
  });
  council.meetings.push({
    id: itemId(0xe0001),
    revision: 1,
    draft: {
      at: new Date(start + 6 * day).toISOString(),
      place: '荷塘村妇女之家',
      state: 'planned',
      agenda: [{ title: '暑假托管班', topic: topics[1]! }],
    },
  });
  for (const name of ballotNames) {
    const isOver = votes[name] !== undefined;
    const draft: Schemas['BallotDraft'] = {
      motion: {
        title: titles[name] ?? `示例表决：${name}`,
        words: rules[name].method === 'yes-no' ? '同意用村集体经费修好三组的十二盏路灯。' : '从候选人中推选。',
        ...(name === 'motion' && { topic: topics[0]! }),
      },
      options: rules[name].method === 'yes-no' ? [] : people,
      rules: rules[name],
      closesAt: new Date(start + (isOver ? -10 : 2) * day).toISOString(),
    };
    const ballot = new TestBallot(council, testBallotId(name), draft);
    council.ballots.push(ballot);
    if (name === 'draft') continue;
    at(isOver ? 11 * day : hour);
    ballot.open();
    if (isOver) voteAndClose(ballot, votes[name]!, () => at(10 * day));
  }
  addResolutions(council, start, topics, at);
  ago = undefined;
  return council;
}

function smallCouncil(now: () => number): TestCouncil {
  const council = new TestCouncil(testCouncilId(1), { name: '柳岸村妇女议事会' }, now);
  for (let index = 0; index < 3; index += 1) addMember(council, names[index]!, index, 1);
  return council;
}

function addMember(council: TestCouncil, name: string, index: number, of: number): void {
  const joinedAt = new Date(council.now()).toISOString();
  const member: TestMember = {
    id: testMemberId(index, of),
    name,
    role: (['chair', 'secretary'] as const)[index] ?? 'member',
    joinedAt,
    code: testInvitation(index, of),
    changes: [{ at: joinedAt, kind: 'joined', by: '示例干部' }],
  };
  council.members.push(member);
  council.note('member-joined', { member: member.id, role: member.role });
}

function leave(council: TestCouncil, index: number): void {
  const member = council.members[index]!;
  member.leftAt = new Date(council.now()).toISOString();
  member.reason = '搬到外村';
  member.changes.push({ at: member.leftAt, kind: 'left', by: '示例干部', reason: member.reason });
  council.note('member-left', { member: member.id });
}

function voteAndClose(ballot: TestBallot, choices: readonly Schemas['ballot_Choice'][], later: () => string): void {
  choices.forEach((choice, index) => {
    const member = testMemberId(index);
    if (!ballot.isSecret) return void ballot.vote(member, choice);
    ballot.papers.set(member, '');
    ballot.box.set(newPaper(), choice);
  });
  later();
  if (ballot.id === testBallotId('cancelled')) ballot.cancel();
  else ballot.close();
}

/** Topics in every state; their ids, the latest last. */
function addTopics(council: TestCouncil, start: number): string[] {
  const dayOf = (ago: number) => new Date(start - ago * day).toISOString();
  const states: readonly Schemas['TopicState'][] = [
    'admitted',
    'collected',
    'collected',
    'suggested',
    'declined',
    'merged',
  ];
  const topicTitles = ['村口的路灯坏了', '办一个暑假托管班', '广场舞音量', '垃圾站太远', '修镇上的公路', '路灯太暗'];
  const topics = states.map((state, index) => ({
    id: itemId(0x70000 + index),
    title: topicTitles[index]!,
    words: '希望议事会谈一谈这件事。',
    at: dayOf(20 - index),
    state,
    ...(index === 1 || index === 4 ? { member: testMemberId(index) } : { by: '一位村民' }),
    seconds: new Set(index < 3 ? [testMemberId(5), testMemberId(6), testMemberId(7)] : []),
    ...(state === 'declined' && { answer: '这件事归镇里管，已转给镇政府。' }),
    ...(state === 'merged' && { into: itemId(0x70000) }),
    comments: [] as TestCouncil['topics'][number]['comments'],
  }));
  topics[1]!.comments.push(
    {
      id: itemId(0x80000),
      at: dayOf(8),
      member: testMemberId(1),
      words: '三组最急。',
      state: 'shown',
      reported: false,
    },
    {
      id: itemId(0x80001),
      at: dayOf(7),
      member: testMemberId(2),
      words: '别人家的事。',
      state: 'hidden',
      reason: '说了别人家的私事。',
      reported: false,
    },
    {
      id: itemId(0x80002),
      at: dayOf(6),
      member: testMemberId(3),
      words: '我来带孩子。',
      state: 'shown',
      reported: true,
    },
  );
  council.topics.push(...topics);
  return topics.map(({ id }) => id);
}

/** Resolutions in every state. The one that is reported waits for member 1, who proposed its topic. */
function addResolutions(
  council: TestCouncil,
  start: number,
  topics: readonly string[],
  at: (ago: number) => string,
): void {
  const script: readonly (readonly [Schemas['ResolutionState'], due: number, topic?: number])[] = [
    ['assigned', 30],
    ['working', -3],
    ['reported', 10, 1],
    ['accepted', 5],
    ['dropped', -5],
  ];
  script.forEach(([state, due, topic], index) => {
    const id = itemId(0x90000 + index);
    const dayOf = todayInChina(start + due * day);
    const decidedAt = at((9 - index) * day);
    council.resolutions.push({
      id,
      revision: 1,
      draft: {
        title: ['修好三组的路灯', '清理河道', '办暑假托管班', '换新的宣传栏', '种一排桂花树'][index]!,
        words: '由村委会在期限内办好。',
        responsible: '村委会',
        due: dayOf,
        ...(index === 0 && { ballot: testBallotId('passed'), topic: topics[0]! }),
        ...(topic !== undefined && { topic: topics[topic]! }),
      },
      decidedAt,
      state,
      evidence: state === 'assigned' ? [] : [{ at: decidedAt, words: '已经动工。' }],
      ...(state === 'accepted' && { acceptedAt: at(day), acceptance: '办好了。' }),
      ratings: new Map(
        state === 'accepted' ? [5, 6, 7, 8, 9, 10].map((member) => [testMemberId(member), member < 8 ? 5 : 4]) : [],
      ),
    });
    council.note('resolution-made', { resolution: id, state: 'assigned', due: dayOf });
    if (state !== 'assigned') council.note('resolution-changed', { resolution: id, state, due: dayOf });
  });
}

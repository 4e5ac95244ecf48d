import type { CaseStep, OwnStep } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { type NameOf, newCase, takeOwnStep, takeStep, type TestCase } from './test-case.js';
import { actorOf, sampleStaff } from './test-staff.js';

/** The secret of every case that the test server begins with. */
export const testSecret = '204918375620193847562018';

const home = '990101000000';
const township = '990101001000';
const hour = 3_600_000;
const day = 24 * hour;
const accounts = new Map(sampleStaff().map((staff) => [staff.member.account, actorOf(staff)]));

/** What happens next: hours after what was before, who, and what. `her` is the requester. */
type Turn = readonly [hours: number, who: string, step: CaseStep | OwnStep];

interface Script {
  /** Days ago. */
  readonly ago: number;
  readonly grade: Schemas['Grade'];
  readonly category: string;
  readonly narrative: string;
  readonly channel?: Schemas['CaseChannel'];
  readonly contact?: Schemas['SafeContactPlan'];
  readonly phone?: string;
  readonly turns: readonly Turn[];
}

const worker = 'worker.qingxi';
const supervisor = 'supervisor.qingxi';
const her = 'her';
const accept: Turn = [1, 'intake.qingxi', { kind: 'accept' }];
const claim: Turn = [1, worker, { kind: 'claim' }];
const reach: Turn = [1, worker, { kind: 'contact', reached: true, words: '电话接通，人身安全。' }];
const resolve: Turn = [48, worker, { kind: 'resolve', words: '双方已达成协议，孩子由她照顾。' }];
const visited: Turn = [24, worker, { kind: 'follow-up', outcome: 'stable', words: '上门回访，情况稳定。' }];

const safe: Schemas['SafeContactPlan'] = {
  channel: 'phone',
  value: '000-0000-0001',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '11:30',
  mayLeaveMessage: false,
  maySayWhoCalls: false,
  coverWords: '说是社区体检的回访',
};

/** One case of each kind that a desk has to show; what they tell is invented. The first two are of one telephone number. */
const scripts: readonly Script[] = [
  {
    ago: 2,
    grade: 'red',
    category: 'domestic-violence',
    narrative: '他昨晚又动手了，孩子也在旁边看着。',
    contact: safe,
    turns: [
      [0.2, 'intake.qingxi', { kind: 'accept' }],
      [0.1, worker, { kind: 'claim' }],
      [0.1, worker, { kind: 'contact', reached: true, words: '电话接通，她和孩子在娘家。' }],
      [0.5, worker, { kind: 'measure', measure: 'admonition-letter', words: '派出所当天送达。' }],
      [
        2,
        worker,
        { kind: 'plan', plan: { aim: '孩子和她住得安全', items: [{ what: '申请人身安全保护令', who: '县妇联' }] } },
      ],
      [1, worker, { kind: 'note', words: '邻居愿意作证，先不联系单位。' }],
      [1, worker, { kind: 'message', words: '我们已联系社区民警，今天下午上门。' }],
      [3, her, { kind: 'own-message', words: '他今天回来过，我带孩子去了娘家。' }],
    ],
  },
  {
    ago: 200,
    grade: 'orange',
    category: 'domestic-violence',
    narrative: '夫妻争吵，他推了我。',
    contact: safe,
    turns: [
      accept,
      claim,
      reach,
      resolve,
      [24, her, { kind: 'own-satisfied' }],
      visited,
      [1, worker, { kind: 'close' }],
    ],
  },
  { ago: 0.02, grade: 'red', category: 'domestic-violence', narrative: '他拿着刀在门外。', contact: safe, turns: [] },
  { ago: 6, grade: 'none', category: 'land-rights', narrative: '村里分地没有我的份。', channel: 'visit', turns: [] },
  {
    ago: 0.1,
    grade: 'pink',
    category: 'hardship',
    narrative: '丈夫病了，孩子要上学。',
    channel: 'hotline-12338',
    turns: [],
  },
  { ago: 1, grade: 'none', category: 'legal-advice', narrative: '想问离婚时房子怎么分。', turns: [accept] },
  {
    ago: 4,
    grade: 'orange',
    category: 'family-dispute',
    narrative: '婆婆不让我见孩子。',
    turns: [accept, claim, [1, worker, { kind: 'ask', words: '孩子现在和谁住？请告诉我们方便的时间。' }]],
  },
  {
    ago: 5,
    grade: 'pink',
    category: 'psychological-support',
    narrative: '晚上睡不着，总想哭。',
    turns: [
      accept,
      claim,
      [2, worker, { kind: 'offer-transfer', to: { federation: township }, words: '请就近上门。' }],
    ],
  },
  {
    ago: 3,
    grade: 'orange',
    category: 'sexual-harassment',
    narrative: '单位领导总是发暧昧的消息。',
    turns: [
      accept,
      claim,
      reach,
      [1, worker, { kind: 'consent', to: { partner: 'county-police' }, words: '想请公安一起处理。' }],
    ],
  },
  {
    ago: 9,
    grade: 'orange',
    category: 'family-dispute',
    narrative: '他把工资卡拿走了。',
    turns: [
      accept,
      claim,
      [2, worker, { kind: 'offer-transfer', to: { federation: township }, words: '请就近上门。' }],
      [20, 'worker.liuqiao', { kind: 'return-transfer', words: '她现在住在县城。' }],
      [1, worker, { kind: 'measure', measure: 'mediation', words: '约在周四调解。' }],
    ],
  },
  {
    ago: 12,
    grade: 'none',
    category: 'work-rights',
    narrative: '怀孕后被调岗降薪。',
    turns: [accept, claim, reach, [24, worker, { kind: 'extend', words: '劳动仲裁开庭推迟。' }]],
  },
  {
    ago: 7,
    grade: 'pink',
    category: 'health-aid',
    narrative: '查出宫颈癌，想申请救助。',
    turns: [
      accept,
      [2, worker, { kind: 'offer-transfer', to: { federation: township }, words: '请协助交材料。' }],
      [5, 'worker.liuqiao', { kind: 'accept-transfer' }],
      [2, 'worker.liuqiao', { kind: 'claim' }],
      [2, 'worker.liuqiao', { kind: 'invite', unit: '990101002000', words: '户口在东湖。' }],
    ],
  },
  {
    ago: 20,
    grade: 'orange',
    category: 'domestic-violence',
    narrative: '吵架时他打了我。',
    contact: safe,
    turns: [accept, claim, reach, resolve],
  },
  {
    ago: 40,
    grade: 'orange',
    category: 'domestic-violence',
    narrative: '他喝了酒就打人。',
    turns: [accept, claim, reach, resolve, [30, her, { kind: 'own-dissatisfied', words: '还没有解决。' }]],
  },
  {
    ago: 50,
    grade: 'red',
    category: 'child-harm',
    narrative: '邻居常常打孩子。',
    turns: [
      accept,
      claim,
      reach,
      resolve,
      visited,
      [1, worker, { kind: 'request-closing', words: '回访两次都稳定。' }],
    ],
  },
  {
    ago: 60,
    grade: 'pink',
    category: 'hardship',
    narrative: '想学一门手艺。',
    turns: [accept, claim, reach, resolve, visited],
  },
  {
    ago: 90,
    grade: 'red',
    category: 'domestic-violence',
    narrative: '他威胁要杀了我。',
    contact: safe,
    turns: [
      accept,
      claim,
      reach,
      resolve,
      visited,
      [1, worker, { kind: 'request-closing' }],
      [2, supervisor, { kind: 'approve-closing' }],
    ],
  },
  {
    ago: 8,
    grade: 'none',
    category: 'suggestion',
    narrative: '路灯坏了。',
    turns: [[3, 'intake.qingxi', { kind: 'decline', words: '路灯由城管负责，请拨 12345。' }]],
  },
  {
    ago: 15,
    grade: 'none',
    category: 'other',
    narrative: '不用了，谢谢。',
    turns: [accept, [1, her, { kind: 'own-withdraw' }]],
  },
];

/** The id of a case of the test server by its place in the list. */
export function testCaseId(index: number): string {
  return `${home}-00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** The number of a case of the test server by its place in the list. */
export function testCaseNumber(index: number): string {
  return String(100_000_000_000 + ((index * 7_919_190_013) % 899_999_999_999));
}

function submissionOf(script: Script): Schemas['HelpRequestSubmission'] {
  return {
    category: script.category,
    narrative: script.narrative,
    asker: { role: 'self' },
    identity: script.contact ? { kind: 'named', name: '示例女士' } : { kind: 'anonymous' },
    safeContact: script.contact ?? { channel: 'none', mayLeaveMessage: false, maySayWhoCalls: false },
    division: township,
    riskScreen: { answers: [{ question: 'immediate-danger', answer: script.grade === 'red' ? 'yes' : 'no' }] },
    concernedPerson: { underFourteen: 'no' },
    childrenPresent: script.category === 'domestic-violence' ? 'yes' : 'no',
    consents: [
      { kind: 'general', version: '1', givenBy: 'requester' },
      { kind: 'sensitive', version: '1', givenBy: 'requester' },
    ],
    receiptSecret: testSecret,
  };
}

/** The cases that the test server begins with, as they stand at a moment. */
export function sampleCases(now: number, nameOf: NameOf): TestCase[] {
  return scripts.map((script, index) => {
    const channel = script.channel ?? 'web';
    const given = { id: testCaseId(index), number: testCaseNumber(index), channel, submission: submissionOf(script) };
    let at = now - script.ago * day;
    const one = newCase(given, { grade: script.grade, owner: home, at: new Date(at) });
    for (const [hours, who, step] of script.turns) {
      at = Math.min(now, at + hours * hour);
      if (who === her) takeOwnStep(one, step as OwnStep, new Date(at));
      else takeStep(one, step as CaseStep, { actor: accounts.get(who)!, now: new Date(at), nameOf });
    }
    return one;
  });
}

const categories = ['domestic-violence', 'family-dispute', 'land-rights', 'work-rights', 'hardship', 'legal-advice'];
const grades = ['none', 'none', 'pink', 'orange', 'none', 'pink', 'orange', 'none', 'none', 'red'] as const;
const channels = ['web', 'web', 'hotline-12338', 'wechat', 'visit', 'grid'] as const;
const owners = [home, home, township, '990101002000', '990101003000'];

/** A long queue: `count` open cases, the same ones each time. Their place in the list goes on after the sample cases. */
export function manyCases(count: number, now: number, nameOf: NameOf): TestCase[] {
  const intake = accounts.get('intake.qingxi')!;
  const me = accounts.get(worker)!;
  const places = [...Array(count).keys()];
  return places.map((at) => {
    const index = scripts.length + at;
    const pick = <T>(list: readonly T[], salt: number) =>
      list[((index * 2_654_435_761 + salt * 40_503) >>> 7) % list.length]!;
    const script: Script = {
      ago: 0.1 + (at % 100) / 5,
      grade: pick(grades, 1),
      category: pick(categories, 2),
      narrative: `第 ${index} 件：这是一段编造的文字。`,
      turns: [],
    };
    const given = {
      id: testCaseId(index),
      number: testCaseNumber(index),
      channel: pick(channels, 3),
      submission: submissionOf(script),
    };
    const came = now - script.ago * day;
    const one = newCase(given, { grade: script.grade, owner: pick(owners, 4), at: new Date(came) });
    const later = (hours: number) => new Date(Math.min(now, came + hours * hour));
    if (index % 3 > 0) takeStep(one, { kind: 'accept' }, { actor: { ...intake, unit: home }, now: later(1), nameOf });
    if (index % 3 > 1) takeStep(one, { kind: 'claim' }, { actor: me, now: later(2), nameOf });
    return one;
  });
}

import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];

/** A topic of the demo. */
export interface DemoTopic {
  readonly title: string;
  readonly words: string;
  readonly state: Schemas['TopicState'];
  /** Place of the member who proposed it; a name or nothing for a visitor. */
  readonly by: number | string | undefined;
  readonly daysAgo: number;
  readonly seconds: number;
  readonly answer?: string;
  /** Place of the topic that it goes on in. */
  readonly into?: number;
  readonly comments: readonly string[];
}

/** The topics of every council; how many a council has differs. */
export const demoTopics: readonly DemoTopic[] = [
  {
    title: '三组的路灯坏了',
    words: '从村口走到三组有十二盏灯不亮，晚上老人和孩子不敢走。',
    state: 'admitted',
    by: 2,
    daysAgo: 95,
    seconds: 5,
    answer: '上会讨论。',
    comments: ['三组最急，先修三组。', '我家门口两盏也不亮。', '经费可以从村集体里出一部分。'],
  },
  {
    title: '暑假办一个托管班',
    words: '暑假里孩子没人看，想在妇女之家办托管班，请大学生来带。',
    state: 'admitted',
    by: 3,
    daysAgo: 80,
    seconds: 6,
    answer: '上会讨论，先问清楚有多少孩子。',
    comments: ['我可以每周去两个下午。', '要有人负责接送登记。'],
  },
  {
    title: '广场舞声音太大',
    words: '晚上九点以后请把音响关小，第二天要上班、上学。',
    state: 'collected',
    by: '一位村民',
    daysAgo: 20,
    seconds: 2,
    comments: ['大家商量一个时间，别伤了和气。', '跳到八点半就好。'],
  },
  {
    title: '给独居老人轮流送饭',
    words: '组里有七位老人自己做饭不方便，能不能排个班。',
    state: 'collected',
    by: 4,
    daysAgo: 12,
    seconds: 4,
    comments: ['愿意参加的先报名。'],
  },
  {
    title: '请律师来讲婚姻家庭的法律',
    words: '很多姐妹想知道离婚、彩礼和土地的事。',
    state: 'collected',
    by: 1,
    daysAgo: 9,
    seconds: 3,
    comments: [],
  },
  {
    title: '路灯太暗',
    words: '村口的路灯太暗了。',
    state: 'merged',
    by: undefined,
    daysAgo: 70,
    seconds: 0,
    into: 0,
    comments: [],
  },
  {
    title: '公交站移近一点',
    words: '公交站离我们组太远。',
    state: 'declined',
    by: '二组村民',
    daysAgo: 60,
    seconds: 0,
    answer: '这件事归县交通局管，已经把意见转过去了。',
    comments: [],
  },
  {
    title: '垃圾桶不够',
    words: '希望在二组再放两个垃圾桶。',
    state: 'suggested',
    by: '一位村民',
    daysAgo: 2,
    seconds: 0,
    comments: [],
  },
  {
    title: '妇女之家周末开门吗',
    words: '平时上班，周末才有空来。',
    state: 'suggested',
    by: undefined,
    daysAgo: 1,
    seconds: 0,
    comments: [],
  },
];

/** A resolution of the demo. */
export interface DemoResolution {
  readonly title: string;
  readonly words: string;
  readonly responsible: string;
  readonly state: Schemas['ResolutionState'];
  /** Days from now; negative ones are over. */
  readonly decided: number;
  readonly due: number;
  /** Place of the topic. */
  readonly topic?: number;
  readonly evidence: readonly string[];
  readonly acceptance?: string;
  readonly ratings: readonly number[];
}

/** Resolutions in every state, one of them late; a council takes as many of them as it has done. */
export const demoResolutions: readonly DemoResolution[] = [
  {
    title: '修好三组的路灯',
    words: '用村集体经费修好从村口到三组的十二盏路灯。',
    responsible: '村委会',
    state: 'accepted',
    decided: -75,
    due: -40,
    topic: 0,
    evidence: ['买了十二套灯头。', '十二盏灯都换好了，晚上试过。'],
    acceptance: '都亮了，谢谢。',
    ratings: [5, 5, 4, 5, 4, 5],
  },
  {
    title: '办暑假托管班',
    words: '七月一日到八月三十一日，在妇女之家办托管班，每天上午。',
    responsible: '妇联执委',
    state: 'reported',
    decided: -50,
    due: -5,
    topic: 1,
    evidence: ['教室和老师都定了，报名二十三个孩子。', '托管班办完了，家长会上发了问卷。'],
    ratings: [5, 4],
  },
  {
    title: '每月第一个星期六开放妇女之家',
    words: '每月第一个星期六上午开门，两位执委值班。',
    responsible: '值班执委',
    state: 'working',
    decided: -45,
    due: 30,
    evidence: ['值班表贴出来了。'],
    ratings: [],
  },
  {
    title: '在二组加装两个垃圾桶',
    words: '在二组路口和小学门口各放一个分类垃圾桶。',
    responsible: '村委会',
    state: 'assigned',
    decided: -14,
    due: 45,
    evidence: [],
    ratings: [],
  },
  {
    title: '清理村口的水沟',
    words: '组织一次义务劳动，清理村口到桥头的水沟。',
    responsible: '各组组长',
    state: 'working',
    decided: -60,
    due: -20,
    evidence: ['清到一半，雨停后再接着清。'],
    ratings: [],
  },
  {
    title: '开一家村里的理发店',
    words: '在旧仓库开一家理发店，方便老人。',
    responsible: '村委会',
    state: 'dropped',
    decided: -90,
    due: -30,
    evidence: ['仓库要拆，这件事做不成了，已经向大家说明。'],
    ratings: [],
  },
  {
    title: '建一个姐妹互助群',
    words: '每组推一位联络员，有事先找联络员。',
    responsible: '妇联主席',
    state: 'accepted',
    decided: -100,
    due: -70,
    evidence: ['五位联络员都定了。'],
    ratings: [5, 4, 5],
  },
];

/** Made of two lists: nobody's names. */
const surnames = [...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张'];
/** As villagers call each other: nobody's full name. */
const calls = ['大姐', '婶子', '嫂子', '大娘'];

/** The name of a member: another one for every place of a council. */
export function demoMemberName(council: number, place: number): string {
  return `${surnames[(council + place * 7) % surnames.length]!}${calls[(council + place) % calls.length]!}`;
}

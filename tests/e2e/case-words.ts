/** What everybody writes on the day of a case. Each kind speaks of fruit of its own, so that it is known by it wherever it turns up. */
import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];

/** What she writes. Nothing of it may be found where it does not belong. */
export const herWords = {
  narrative: '他昨晚又在葡萄架下动手，右耳现在还听不清。',
  name: '示例葡萄女士',
  phone: '000-3141-5926',
  coverWords: '葡萄合作社的人口普查',
  needsNote: '葡萄园浇水时不方便接电话',
  exclusionNote: '他的表叔在东湖街道管葡萄大棚',
  fileName: '葡萄架照片的说明.pdf',
  fileText: 'grapevine-statement-of-hers',
} as const;

/** Her request: hurt, not in danger now, a unit that must not know. */
export const submission: Omit<Schemas['HelpRequestSubmission'], 'receiptSecret'> = {
  category: 'domestic-violence',
  narrative: herWords.narrative,
  asker: { role: 'self' },
  identity: { kind: 'named', name: herWords.name },
  safeContact: {
    channel: 'phone',
    value: herWords.phone,
    days: ['mon', 'wed', 'fri'],
    from: '09:00',
    to: '16:30',
    mayLeaveMessage: false,
    maySayWhoCalls: false,
    coverWords: herWords.coverWords,
  },
  riskScreen: {
    answers: [
      { question: 'immediate-danger', answer: 'no' },
      { question: 'injury', answer: 'yes' },
    ],
    grade: 'orange',
  },
  concernedPerson: { underFourteen: 'no' },
  childrenPresent: 'yes',
  needs: { note: herWords.needsNote },
  exclusion: { units: ['990101002000'], note: herWords.exclusionNote },
  consents: [
    { kind: 'general', version: '1', givenBy: 'requester' },
    { kind: 'sensitive', version: '1', givenBy: 'requester' },
  ],
};

/** What staff writes and she never reads. */
export const innerWords = {
  regrade: '石榴色外套的男子在门口守过两次，改为红色。',
  offer: '请柳桥镇就近上门，石榴弄十二号。',
  returned: '石榴弄不在本镇值班范围，退回。',
  offerAgain: '已与镇里核实：石榴弄归柳桥镇，请接收。',
  village: '请荷塘村上门，石榴弄口有监控。',
  visit: '上门走访，石榴树下与其母亲谈过。',
  aim: '三个月内石榴弄一家不再动手',
  item: '每周一送石榴苗时看望',
  responsible: '石榴园的示例好阿姨',
  helper: '示例石榴疏导员',
  note: '内部：对方自称石榴老四，有前科。',
  noteFile: '石榴老四的笔录.pdf',
  noteText: 'pomegranate-inner-note',
  followUp: '回访：石榴弄邻居说近来平静。',
  requestClosing: '石榴弄一案拟结，请市里审批。',
  approve: '同意石榴弄一案办结。',
} as const;

/** What staff writes to her. */
export const saidWords = {
  accept: '您的求助已受理，枇杷热线会在一小时内联系您。',
  ask: '请告诉我们枇杷医院的就诊时间。',
  message: '收到，枇杷医院那边我们陪您去。',
  extend: '枇杷医院的鉴定还没有出来，需要延长。',
  resolve: '双方已在枇杷调解室签下协议。',
  sorry: '对不起，枇杷调解室会重新约。',
  resolveAgain: '枇杷调解室第二次调解，他已搬出。',
} as const;

/** What she writes later. */
export const laterWords = {
  answer: '昨天下午四点去的杨梅医院。',
  dissatisfied: '他昨天又到杨梅巷口来了。',
  satisfied: '谢谢，杨梅巷安静了。',
} as const;

import type { HelpFormAnswers } from '../stores/help-form/types.js';

const consents = { consentGeneral: true, consentSensitive: true } as const;

/** Full sets of answers to the help form, for tests and stories; what they tell is invented. */
export const sampleAnswers: { readonly [Name in 'anonymous' | 'urgent' | 'child']: HelpFormAnswers } = {
  /** Somebody without a name asks about her land: the shortest way through the form. */
  anonymous: {
    danger: 'no',
    askerRole: 'self',
    category: 'land-rights',
    narrative: '村里说外嫁女不能分承包地，我想知道该找谁。',
    place: [{ code: '990101001000', level: 'township', name: '柳桥镇', hasChildren: true }],
    identity: 'anonymous',
    channel: 'none',
    hasExclusion: false,
    ...consents,
  },
  /** A red request with a safe-contact plan: nearly every question answered. */
  urgent: {
    danger: 'yes',
    askerRole: 'self',
    category: 'domestic-violence',
    risks: ['weapon', 'choking'],
    childrenPresent: 'yes',
    narrative: '他昨晚又动手了，孩子也在旁边看着。',
    place: [
      { code: '990101001000', level: 'township', name: '柳桥镇', hasChildren: true },
      { code: '990101001001', level: 'village', name: '荷塘村', hasChildren: false },
    ],
    identity: 'named',
    name: '示例女士',
    channel: 'phone',
    contactValue: '000-0000-0001',
    days: ['mon', 'wed', 'fri'],
    from: '09:00',
    to: '11:30',
    mayLeaveMessage: false,
    maySayWhoCalls: false,
    coverWords: '说是社区体检的回访',
    languages: ['local-dialect'],
    accessNeeds: ['read-aloud'],
    needsNote: '晚上不方便',
    hasExclusion: true,
    excludedUnits: ['990101001001'],
    exclusionNote: '他的亲戚在村委会工作',
    ...consents,
  },
  /** A school reports on behalf of a child. */
  child: {
    danger: 'no',
    askerRole: 'mandatory-reporter',
    reporterBody: 'school',
    reporterBodyName: '示例小学',
    category: 'child-harm',
    underFourteen: 'yes',
    risks: ['injury'],
    childrenPresent: 'yes',
    narrative: '学生手臂上有新伤，自述在家被打。',
    place: [{ code: '990101002000', level: 'township', name: '东湖街道', hasChildren: true }],
    identity: 'named',
    name: '示例老师',
    channel: 'phone',
    contactValue: '000-0000-0002',
    mayLeaveMessage: true,
    maySayWhoCalls: true,
    hasExclusion: false,
    ...consents,
    consentMinor: true,
  },
};

import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];

/** How cases come, as a table calls it. */
export const channelNames: Readonly<Record<Schemas['CaseChannel'], string>> = {
  web: '网上求助',
  'hotline-12338': '12338热线',
  'hotline-12345': '12345热线',
  wechat: '微信',
  visit: '来访',
  letter: '来信',
  grid: '网格排查',
  police: '公安转介',
  court: '法院转介',
  federation: '其他妇联转办',
};

/** The grades in the order of their urgency. */
export const gradeNames: Readonly<Record<Schemas['Grade'], string>> = {
  red: '红色',
  orange: '橙色',
  pink: '粉色',
  none: '未分级',
};

/** What was done. */
export const measureNames: Readonly<Record<Schemas['MeasureKind'], string>> = {
  mediation: '调解',
  counselling: '心理疏导',
  'legal-aid': '法律援助',
  'court-mediation': '诉调对接',
  'admonition-letter': '告诫书',
  'protection-order': '人身安全保护令',
  shelter: '庇护',
  'medical-evidence': '就医与取证',
  'hardship-aid': '困难救助',
  'judicial-aid': '司法救助',
  'family-education': '家庭教育指导',
  visit: '走访',
  other: '其他',
};

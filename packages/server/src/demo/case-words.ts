import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];

/** What the demo's requesters write, by category: made up, and about nobody. */
export const narratives: Readonly<Record<string, readonly string[]>> = {
  'domestic-violence': [
    '他喝了酒又动手了，孩子在旁边哭。',
    '昨晚被推倒在地，手臂青了，想知道能不能申请保护令。',
    '他不让我出门，手机也要检查。',
    '吵架时他拿东西砸我，我带孩子去了娘家。',
  ],
  'family-dispute': [
    '想离婚，孩子归谁谈不拢。',
    '婆媳为带孩子的事天天吵，想请人调解。',
    '他半年没有给生活费了。',
    '分居两年，他不肯让我见孩子。',
  ],
  'child-harm': ['孩子放学回来身上有伤，问他不肯说。', '邻居家的孩子常常一个人被关在家里。'],
  'sexual-harassment': ['单位里有人总发不合适的消息，我不知道该找谁。', '在路上被人尾随了几次，很害怕。'],
  'land-rights': ['村里说外嫁女不能分承包地。', '征地补偿没有我和女儿的份。', '离婚后宅基地登记不给办。'],
  'work-rights': ['怀孕以后被调了岗，工资少了一半。', '产假回来岗位没有了。', '单位让我签自愿离职。'],
  hardship: ['丈夫重病，家里欠了不少钱。', '一个人带两个孩子，想申请困难补助。', '房子漏雨，没有钱修。'],
  'psychological-support': ['睡不着觉，总想哭，想找人说说话。', '孩子不肯上学，在家里不跟人说话。'],
  'legal-advice': ['想问离婚冷静期怎么算。', '借条上只有他的名字，这债要我还吗？', '抚养费可以要求提高吗？'],
  'health-aid': ['查出来要做手术，听说有两癌救助。', '想问免费检查在哪里做。'],
  suggestion: ['希望社区多办一些亲子活动。', '母婴室的门总是锁着，请管一管。'],
  other: ['想问志愿者怎么报名。', '不知道这件事归不归妇联管。'],
};

/** How often each category comes, of a hundred. */
export const categoryShares: Readonly<Record<string, number>> = {
  'domestic-violence': 17,
  'family-dispute': 28,
  'child-harm': 3,
  'sexual-harassment': 3,
  'land-rights': 7,
  'work-rights': 7,
  hardship: 9,
  'psychological-support': 7,
  'legal-advice': 11,
  'health-aid': 3,
  suggestion: 3,
  other: 2,
};

/** How they come, of a hundred. */
export const channelShares: Readonly<Partial<Record<Schemas['CaseChannel'], number>>> = {
  web: 34,
  'hotline-12338': 20,
  'hotline-12345': 9,
  visit: 15,
  wechat: 10,
  grid: 6,
  police: 3,
  letter: 2,
  court: 1,
};

/** What fits to a category. */
export const measuresOf: Readonly<Record<string, readonly Schemas['MeasureKind'][]>> = {
  'domestic-violence': ['visit', 'counselling', 'admonition-letter', 'protection-order', 'legal-aid', 'shelter'],
  'family-dispute': ['mediation', 'visit', 'court-mediation', 'family-education', 'counselling'],
  'child-harm': ['visit', 'medical-evidence', 'judicial-aid', 'counselling'],
  'sexual-harassment': ['counselling', 'legal-aid', 'medical-evidence'],
  'land-rights': ['visit', 'legal-aid', 'mediation'],
  'work-rights': ['legal-aid', 'mediation'],
  hardship: ['visit', 'hardship-aid'],
  'psychological-support': ['counselling', 'visit'],
  'legal-advice': ['legal-aid'],
  'health-aid': ['hardship-aid'],
  suggestion: ['other'],
  other: ['other'],
};

/** What staff writes. */
export const staffWords = {
  accept: ['您的求助已受理，我们会尽快与您联系。', '已收到，由我们负责办理。'],
  decline: ['此事不属于妇联职责，请向劳动监察大队（12333）反映。', '您反映的是邻里噪声问题，请拨打12345。'],
  contact: ['按约定时间通话，情况已了解。', '已当面了解情况。'],
  missed: ['约定时间未接通，没有留言。'],
  ask: ['请问您现在住在哪里，是否安全？', '请问方便提供相关材料吗？'],
  answer: ['我现在在娘家，暂时安全。', '材料我下周可以送来。', '谢谢，我会等你们的电话。'],
  message: [
    '我们已联系社区，明天上午上门。',
    '律师值班时间是每周三上午，可以直接来。',
    '调解安排在周五下午，如不方便请告诉我们。',
  ],
  note: ['与社区核实，情况属实。', '前次调解未达成协议，需再约时间。', '已与派出所沟通。'],
  measure: ['已完成，当事人认可。', '第一次，约定下周继续。', '已协助提交材料。'],
  regrade: ['经了解情况有升级迹象。', '核实后风险降低。'],
  offer: ['当事人现居住在贵辖区，请就近办理。', '需要上级协调相关部门。'],
  taken: ['同意接收。'],
  returned: ['当事人户籍与居住地均不在本辖区，退回。'],
  extend: ['等待鉴定结果，需延长。'],
  resolve: ['双方达成协议并已签字。', '问题已解决，已告知后续救济途径。', '补助已发放到位。'],
  followUp: ['回访：家庭关系平稳。', '电话回访，表示满意。', '上门回访，情况稳定。'],
  needsHelp: ['回访时反映矛盾又起，需继续跟进。'],
  satisfied: ['谢谢你们。', '很满意。'],
  dissatisfied: ['事情又反复了，希望再帮帮我。'],
  withdraw: ['已经自己解决了。'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Ways through `<fl-help-form>`, written as what a person answers to which question. The harnesses of the end-to-end and
 * the safety tests take any of them.
 */
import { until, type Visitor } from './visitor.js';

/** What somebody does on a page; anything that a harness can watch. */
export type Journey<Result = void> = (visitor: Visitor) => Promise<Result>;

/** What she does on each screen, by its question. Continue is pressed by whoever walks. */
export type Plan = Readonly<Record<string, Journey>>;

/** What stands on the receipt. */
export interface Receipt {
  /** 12 digits. */
  number: string;
  /** 24 digits. */
  secret: string;
}

const nothing: Journey = () => Promise.resolve();
const checkQuestion = '请看一遍，对不对？';
const receiptTitle = '收到了，谢谢您告诉我们';

const safeToCall: Journey = async (visitor) => {
  await visitor.choose('不要', '您没接到，可以留话吗？');
  await visitor.choose('不要', '可以说是妇联找您吗？');
};

const consent: Journey = async (visitor) => {
  await visitor.choose('我同意');
  await visitor.choose('我单独同意');
};

/** The shortest way: no danger, no name, no contact, nothing that may be left out. */
export const anonymous: Plan = {
  '现在有人有危险吗？': (visitor) => visitor.choose('现在没有'),
  '您为谁求助？': (visitor) => visitor.choose('为我自己'),
  '是什么事？': (visitor) => visitor.choose('财产和土地权益'),
  '有孩子在身边吗？': (visitor) => visitor.choose('没有'),
  '发生了什么事？': nothing,
  '有照片、录音或文件吗？': nothing,
  '您在哪里？': nothing,
  '您愿意留名字吗？': (visitor) => visitor.choose('不留名字'),
  '怎样联系您最安全？': (visitor) => visitor.choose('不要联系我'),
  '和您说话，要准备些什么？': nothing,
  '有没有不能让它知道的单位？': (visitor) => visitor.choose('没有'),
  '请您看一看，同意了再提交': consent,
};

/** Words of the full request: none of them may be found where it does not belong. */
export const fullWords = {
  narrative: '他昨晚喝了酒又动手打我，桂花巷的邻居都听见了。我怕他今晚再来。',
  name: '示例桂花女士',
  phone: '000-2718-2818',
  coverWords: '桂花社区体检回访',
  needsNote: '桂花开的晚上不方便',
  exclusionNote: '他表哥在桂花村委会上班',
};

/** Everything that can be answered is; with the files that are given. */
export const full = (files: string[]): Plan => ({
  '现在有人有危险吗？': (visitor) => visitor.choose('现在没有'),
  '您为谁求助？': (visitor) => visitor.choose('为我自己'),
  '是什么事？': (visitor) => visitor.choose('家庭暴力'),
  '有没有下面这些情况？': async (visitor) => {
    await visitor.choose('有人受伤');
    await visitor.choose('越来越频繁，或越来越严重');
  },
  '有孩子在身边吗？': (visitor) => visitor.choose('有'),
  '发生了什么事？': (visitor) => visitor.write('发生了什么事？', fullWords.narrative),
  '有照片、录音或文件吗？': async (visitor) => {
    if (files.length === 0) return;
    await visitor.attach('选择文件', ...files);
    await until(
      'all files to arrive',
      async () => (await visitor.reads()).split('上传好了').length - 1 === files.length,
    );
  },
  '您在哪里？': async (visitor) => {
    await visitor.press('柳桥镇');
    await visitor.press('荷塘村');
  },
  '您愿意留名字吗？': async (visitor) => {
    await visitor.choose('留名字');
    await visitor.write('怎么称呼您？', fullWords.name);
  },
  '怎样联系您最安全？': async (visitor) => {
    await visitor.choose('打电话');
    await visitor.write('电话号码', fullWords.phone);
  },
  '怎样联系才不会让别人知道？': async (visitor) => {
    await safeToCall(visitor);
    await visitor.write('别人问起来，我们说是什么事？', fullWords.coverWords);
    await visitor.choose('周一');
    await visitor.choose('周三');
    await visitor.pick('从', '09:00');
    await visitor.pick('到', '11:30');
  },
  '和您说话，要准备些什么？': async (visitor) => {
    await visitor.choose('本地方言');
    await visitor.choose('请读给我听');
    await visitor.write('别的需要', fullWords.needsNote);
  },
  '有没有不能让它知道的单位？': async (visitor) => {
    await visitor.choose('有');
    await visitor.choose('荷塘村妇联');
    await visitor.write('为什么？', fullWords.exclusionNote);
  },
  '请您看一看，同意了再提交': consent,
});

/** Somebody is in danger now. */
export const red: Plan = {
  ...anonymous,
  '现在有人有危险吗？': (visitor) => visitor.choose('有，现在就有危险'),
  '是什么事？': (visitor) => visitor.choose('家庭暴力'),
  '有没有下面这些情况？': (visitor) => visitor.choose('被掐过脖子或捂过口鼻'),
};

/** A school reports for a child under 14. */
export const child: Plan = {
  ...anonymous,
  '您为谁求助？': async (visitor) => {
    await visitor.choose('我代表单位报告');
    await visitor.choose('学校');
    await visitor.write('单位名称', '示例小学');
  },
  '是什么事？': (visitor) => visitor.choose('孩子受到伤害'),
  '需要帮助的人满 14 岁了吗？': (visitor) => visitor.choose('不满 14 岁'),
  '有没有下面这些情况？': (visitor) => visitor.choose('有人受伤'),
  '有孩子在身边吗？': (visitor) => visitor.choose('有'),
  '需要帮助的人在哪里？': nothing,
  '请您看一看，同意了再提交': async (visitor) => {
    await consent(visitor);
    await visitor.choose('同意使用孩子的信息');
  },
};

/** Called on every screen before she answers, and on the check page. */
export type OnStep = (question: string, visitor: Visitor) => Promise<void>;

/** Answers question after question until the check page. */
export async function fillIn(visitor: Visitor, plan: Plan, onStep: OnStep = () => Promise.resolve()): Promise<void> {
  for (let question = await nextQuestion(visitor, undefined); ; question = await nextQuestion(visitor, question)) {
    await onStep(question, visitor);
    if (question === checkQuestion) return;
    const answer = plan[question];
    if (!answer) throw new Error(`the plan has no answer to “${question}”`);
    await answer(visitor);
    await visitor.press('继续');
  }
}

/** The question after `last`; fails with what the form says where it does not let her go on. */
async function nextQuestion(visitor: Visitor, last: string | undefined): Promise<string> {
  return until(`a question after “${last ?? 'nothing'}”`, async () => {
    const question = await visitor.question();
    if (question === last && (await visitor.reads()).includes('还有地方要改一下'))
      throw new Error(`the form does not go on from “${last}”: ${(await visitor.reads()).slice(0, 1500)}`);
    return question !== undefined && question !== last && question !== '正在打开，请稍等…' && question;
  });
}

/** Waits for the receipt and reads it as a person would: group by group. */
export async function readReceipt(visitor: Visitor): Promise<Receipt> {
  await visitor.sees(receiptTitle);
  const groups = await visitor.page.evaluate(() =>
    [...document.querySelector('fl-help-form')!.shadowRoot!.querySelectorAll('.group-digits')].map(
      (one) => one.textContent ?? '',
    ),
  );
  return { number: groups.slice(0, 3).join(''), secret: groups.slice(3).join('') };
}

/** The whole way, from the first question to the receipt. */
export const walk =
  (plan: Plan, onStep?: OnStep): Journey<Receipt> =>
  async (visitor) => {
    await fillIn(visitor, plan, onStep);
    await visitor.press('提交');
    return readReceipt(visitor);
  };

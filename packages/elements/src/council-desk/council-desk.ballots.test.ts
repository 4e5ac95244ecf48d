import { expect } from '@open-wc/testing';
import { testBallotId, type TestBallotName } from '@fulian/sdk/testing';
import { Organiser, type OrganiserOptions } from './testing/organiser.js';

afterEach(() => Organiser.leaveAll());

async function atBallot(name: TestBallotName, options?: OrganiserOptions): Promise<Organiser> {
  const organiser = await Organiser.at('ballots', options);
  await organiser.press(`button[data-id="${testBallotId(name)}"]`);
  await organiser.focusOn('place-title');
  await organiser.there('.plain-rules');
  return organiser;
}

describe('fl-council-desk: preparing a ballot', () => {
  it('offers rules by what they are for and says them in plain sentences with this roll’s numbers', async () => {
    const organiser = await Organiser.at('ballots');
    await organiser.press('#ballot-new');
    await organiser.there('#preset-simple-majority:checked');
    expect(organiser.words('.plain-rules')).to.contain('至少 6 人投票才有效（全体 12 人的一半，弃权也算投了）。');
    expect(organiser.words('.plain-rules')).to.contain(
      '得票要超过投票的人（弃权也算）的一半。比如总数是 12 人，就要 7 票。',
    );
    await organiser.press('#preset-two-thirds-of-roll');
    expect(organiser.words('.plain-rules')).to.contain('得票不能少于全体成员的三分之二，也就是 12 人里要 8 票。');
    await expect(organiser.desk).to.be.accessible();
  });

  it('asks for options where there are some to choose from, and keeps them while rules are tried', async () => {
    const organiser = await Organiser.at('ballots');
    await organiser.press('#ballot-new');
    await organiser.press('#preset-elect-one');
    await organiser.type('#option-0', '示例甲');
    await organiser.type('#option-1', '示例乙');
    await organiser.press('#option-add');
    await organiser.focusOn('option-2');
    await organiser.type('#option-2', '示例丙');
    await organiser.press('#preset-simple-majority');
    expect(organiser.has('#option-0')).to.equal(false);
    await organiser.press('#preset-points');
    expect(organiser.find<HTMLInputElement>('#option-2').value).to.equal('示例丙');
    await organiser.press('#option-remove-0');
    expect(organiser.find<HTMLInputElement>('#option-0').value).to.equal('示例乙');
  });

  it('lets every single rule be set, fractions as two whole numbers, and the lot be drawn', async () => {
    const organiser = await Organiser.at('ballots');
    await organiser.press('#ballot-new');
    await organiser.press('#exact summary');
    await organiser.type('#threshold-numerator', '3');
    await organiser.type('#threshold-denominator', '5');
    await organiser.press('#relation-at-least');
    await organiser.select('#tie', 'lot');
    await organiser.press('#lot-draw');
    await organiser.there('#preset-other:checked');
    expect(organiser.words('.block .plain-rules')).to.contain(
      '不能少于投票的人（弃权也算）的五分之三。比如总数是 12 人，就要 8 票。',
    );
    expect(organiser.words('#exact')).to.match(/1\. (同意 ?2\. 不同意|不同意 ?2\. 同意)/);
    await expect(organiser.desk).to.be.accessible();
    await organiser.type('#motion-title', '修路灯');
    await organiser.type('#motion-words', '用村集体经费修十二盏路灯。');
    await organiser.press('#save');
    await organiser.there('.checks li');
    const { rules } = organiser.server.state.councils.all[0]!.ballots.find(
      ({ draft }) => draft.motion.title === '修路灯',
    )!.draft;
    expect(rules.threshold).to.deep.equal({ share: { numerator: 3, denominator: 5 }, relation: 'at-least' });
    expect([...rules.lot!].sort()).to.deep.equal(['no', 'yes']);
  });

  it('names what is missing and leads there', async () => {
    const organiser = await Organiser.at('ballots');
    await organiser.press('#ballot-new');
    await organiser.press('#preset-elect-one');
    await organiser.press('#save');
    await organiser.focusOn('form-said');
    expect(organiser.words('#form-said')).to.contain('表决事项 标题：还没填');
    expect(organiser.words('#form-said')).to.contain('选项 2 标题：还没填');
    await organiser.press('#to-first-fault');
    await organiser.focusOn('motion-title');
    await organiser.type('#motion-title', '推选');
    await organiser.type('#motion-words', '推选一位代表。');
    await organiser.press('#save');
    await organiser.there('#option-0-fault');
    await expect(organiser.desk).to.be.accessible();
  });
});

describe('fl-council-desk: opening and closing', () => {
  it('looks at the checklist before opening, says what is fixed then, and opens', async () => {
    const organiser = await atBallot('draft');
    await organiser.there('.checks li');
    const { className, textContent } = organiser.find('[data-check=roll-invited]');
    expect(className).to.equal('reminds');
    expect(textContent).to.contain('人没有卡');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#do-open:not([aria-disabled])');
    await organiser.focusOn('question-title');
    expect(organiser.words('.overlay')).to.contain('都不能再改');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#question-yes');
    await organiser.there('#clock');
    expect(organiser.told).to.contain('["fl-changed",{"what":"open"}]');
  });

  it('does not open what a check stands against, and leads to the list', async () => {
    const organiser = await atBallot('draft', {
      prepare: ({ state }) => {
        const ballot = state.councils.all[0]!.ballots.find(({ id }) => id === testBallotId('draft'))!;
        ballot.draft = { ...ballot.draft, closesAt: new Date(Date.now() - 60_000).toISOString() };
      },
    });
    await organiser.there('[data-check=closing-ahead].stands');
    await organiser.press('#do-open');
    await organiser.focusOn('checks-again');
    expect(organiser.has('.overlay')).to.equal(false);
  });

  it('reminds before a secret ballot that a unanimous result tells everyone’s vote', async () => {
    const organiser = await atBallot('draft', {
      prepare: ({ state }) => {
        const ballot = state.councils.all[0]!.ballots.find(({ id }) => id === testBallotId('draft'))!;
        ballot.draft = { ...ballot.draft, rules: { ...ballot.draft.rules, secrecy: 'secret', tie: 'again' } };
      },
    });
    await organiser.there('[data-check=unanimity-told]');
    expect(organiser.words('[data-check=unanimity-told]')).to.contain('如果所有人投得一样');
    await organiser.press('#do-open:not([aria-disabled])');
    expect(organiser.words('.overlay')).to.contain('如果所有人投得一样');
  });

  it('shows how much time an open ballot has, and nothing of what was voted', async () => {
    const organiser = await atBallot('motion');
    expect(organiser.words('#clock')).to.match(/^(2 天|1 天 \d+ 小时)/);
    expect(organiser.has('.result')).to.equal(false);
    expect(organiser.has('[part=clock]')).to.equal(true);
    await organiser.there('[data-check=time-over]');
    expect(organiser.find('#do-close').getAttribute('aria-disabled')).to.equal('true');
    await expect(organiser.desk).to.be.accessible();
  });

  it('closes an open ballot in which everybody has voted, and says how it came to its result', async () => {
    const organiser = await atBallot('motion', {
      prepare: ({ state }) => {
        const council = state.councils.all[0]!;
        const ballot = council.ballots.find(({ id }) => id === testBallotId('motion'))!;
        council.roll.forEach(({ id }, at) => void ballot.vote(id, { picks: [at < 8 ? 'yes' : 'no'] }));
      },
    });
    await organiser.press('#do-close:not([aria-disabled])');
    await organiser.press('#question-yes');
    await organiser.there('.result');
    expect(organiser.words('.outcome')).to.equal('通过了');
    expect(organiser.words('.result')).to.contain('12 人，要超过一半，就是 7 票；得了 8 票，够了。');
    await expect(organiser.desk).to.be.accessible();
  });

  it('cancels an open ballot only after it was said that its votes are destroyed', async () => {
    const organiser = await atBallot('motion');
    await organiser.press('#do-cancel');
    await organiser.focusOn('question-title');
    expect(organiser.words('.overlay')).to.contain('全部销毁，不计票');
    await organiser.press('#question-no');
    await organiser.focusOn('do-cancel');
    await organiser.press('#do-cancel');
    await organiser.press('#question-yes');
    await organiser.there('#list-title');
    await organiser.until(
      () => organiser.words(`.item[data-id="${testBallotId('motion')}"]`).includes('已取消，没有计票'),
      'the cancelling',
    );
  });
});

describe('fl-council-desk: results', () => {
  const outcomes: readonly (readonly [TestBallotName, string])[] = [
    ['passed', '通过了'],
    ['failed', '没有通过'],
    ['elected-secret', '当选：候选人1'],
    ['no-quorum', '参加的人不够，表决无效'],
    ['too-few', '无记名票不到 5 张，没有计票，票已销毁'],
    ['tied-again', '票数相同：候选人1，候选人2'],
  ];
  for (const [name, words] of outcomes)
    it(`says of ‘${name}’ how it ended and why`, async () => {
      const organiser = await atBallot(name);
      expect(organiser.words('.outcome')).to.equal(words);
      if (name === 'too-few' || name === 'elected-secret')
        expect(organiser.words('article')).not.to.contain('谁投了什么都看得到');
      await expect(organiser.desk).to.be.accessible();
    });

  it('shows who voted what in an open ballot and never in a secret one', async () => {
    const open = await atBallot('passed');
    expect(open.words('article')).to.contain('示例甲 同意');
    Organiser.leaveAll();
    const secret = await atBallot('elected-secret');
    expect(secret.root.textContent).not.to.contain('示例甲');
  });

  it('prints the result with the signed head of the log', async () => {
    const organiser = await atBallot('passed');
    const sheet = await organiser.printed(() => organiser.press('#result-print'));
    expect(sheet).to.contain('通过了');
    expect(sheet).to.match(/日志签名/);
    expect(sheet.replace(/ /g, '')).to.match(/摘要[0-9a-f]{64}签名[0-9a-f]{128}公钥[0-9a-f]{64}/);
    expect(organiser.told).to.contain('["fl-printed",{"what":"result"}]');
  });

  it('prints nothing without a head of the log, and says so', async () => {
    const organiser = await atBallot('passed');
    organiser.server.fail('getLogHead', 'unavailable', 1);
    await organiser.press('#result-print');
    await organiser.until(() => organiser.words('article').includes('没有取到日志的签名'), 'the reason');
    expect(organiser.told).not.to.contain('fl-printed');
  });

  it('writes the resolution from the ballot that decided it', async () => {
    const organiser = await atBallot('passed');
    await organiser.press('#do-resolve');
    await organiser.there('#resolution-title');
    expect(organiser.find<HTMLInputElement>('#resolution-title').value).to.equal('修好三组的路灯');
    await organiser.type('#responsible', '村委会');
    await organiser.type('#due', '2027-01-31');
    await organiser.press('#notice-set');
    await organiser.there('#notice-from');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#save');
    await organiser.there('.facts');
    expect(organiser.words('.facts')).to.contain('2027年1月31日');
  });

  it('runs a tie again where the rules say so', async () => {
    const organiser = await atBallot('tied-again');
    await organiser.press('#do-again');
    await organiser.there('#motion-title');
    expect(organiser.words('form')).to.contain('这是重新表决');
    expect(organiser.find<HTMLInputElement>('#option-0').value).to.equal('候选人1');
  });

  it('waits for the chair and decides nothing in her place', async () => {
    const organiser = await atBallot('awaiting-chair');
    expect(organiser.words('#chair-pending')).to.contain('同意，不同意');
    expect(organiser.has('#do-again')).to.equal(false);
    expect(organiser.has('#do-resolve')).to.equal(false);
  });
});

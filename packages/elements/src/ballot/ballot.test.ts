import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { testBallotId } from '@fulian/sdk/testing';
import { OnPage } from '../base/testing/on-page.js';
import { Voter } from './testing/voter.js';

afterEach(() => OnPage.leaveAll());

describe('fl-ballot, one decision a screen', function () {
  this.timeout(20_000);

  it('leads from what is decided over the card and the choice to a receipt, with the focus on each heading', async () => {
    const one = await Voter.arrive('motion');
    expect(one.words('#heading')).to.equal('路灯修缮');
    expect(one.words('.step')).to.equal('第 1 步，共 3 步');
    await one.press('#begin');
    await one.until(() => one.focused === 'heading', 'the focus on the heading');
    await one.signIn();
    await one.says('#heading', '您同意吗');
    expect(one.focused).to.equal('heading');
    expect(one.words('.step')).to.equal('第 2 步，共 3 步');
    await one.press('[part=option] input');
    await one.press('#next');
    await one.says('#heading', '再看一遍');
    expect(one.words('[part=choice]')).to.equal('同意');
    expect(one.focused).to.equal('heading');
    await one.press('#cast');
    await one.says('#heading', '您投过票了');
    expect(one.focused).to.equal('heading');
    expect(one.voteOf()).to.deep.equal({ picks: ['yes'] });
    expect(one.words('.receipt').replace(/\s/g, '')).to.equal(one.stored.votes.values().next().value!.receipt);
    expect(one.words('.receipt span')).to.match(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(one.heard.map(({ detail, bubbles, composed }) => [detail as unknown, bubbles, composed])).to.deep.equal([
      [{ ballot: testBallotId('motion') }, true, true],
    ]);
  });

  it('is read by everybody without a card, rules included', async () => {
    const one = await Voter.arrive('motion');
    expect(one.words('[part=rule-list]'))
      .to.contain('超过一半')
      .and.to.contain('弃权也在内')
      .and.to.contain('由主席决定');
    expect(one.words('[part=countdown]')).to.contain('天后结束');
    expect(one.asked).to.deep.equal(['getBallot']);
  });

  it('asks for nothing while it is out of the page, and begins anew when it is back', async () => {
    const one = await Voter.arrive('motion');
    const home = one.element.parentElement!;
    one.element.remove();
    await one.element.updateComplete;
    await new Promise((turn) => setTimeout(turn));
    expect(one.asked).to.deep.equal(['getBallot']);
    home.append(one.element);
    await one.says('#heading', '路灯修缮');
    expect(one.asked).to.deep.equal(['getBallot', 'getBallot']);
  });

  it('asks for a choice first, and says so where the focus goes', async () => {
    const one = await Voter.choosing('motion');
    await one.press('#next');
    await one.until(() => one.focused === 'fault', 'the focus on the fault');
    expect(one.words('#fault')).to.equal('请先选一个');
    await one.press('[part=option] input');
    expect(one.has('#fault')).to.equal(false);
  });

  it('lets her abstain, and take that back with undo', async () => {
    const one = await Voter.choosing('motion');
    await one.press('[part=option] input');
    await one.pressWords('我弃权');
    expect(one.words('.on')).to.contain('我弃权');
    await one.press('#undo');
    expect(one.words('.on')).to.contain('同意');
    await one.pressWords('我弃权');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(one.voteOf()).to.deep.equal({ abstain: true });
  });

  it('lets her change her vote until the closing, or leave it as it was', async () => {
    const one = await Voter.choosing('motion');
    await one.press('[part=option] input');
    await one.cast();
    await one.press('#change');
    await one.says('#heading', '您同意吗');
    expect(one.find<HTMLInputElement>('[part=option] input').checked).to.equal(true);
    await one.pressWords('不改了');
    await one.says('#heading', '您投过票了');
    await one.press('#change');
    await one.pressWords('不同意');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(one.voteOf()).to.deep.equal({ picks: ['no'] });
    expect(one.stored.votes.size).to.equal(1);
  });

  it('says before and after that a vote cannot be changed, where it cannot', async () => {
    const one = await Voter.choosing('single');
    await one.press('[part=option] input');
    await one.press('#next');
    expect(one.words('.screen')).to.contain('投了就不能改了');
    await one.press('#cast');
    await one.says('#heading', '您投过票了');
    expect(one.has('#change')).to.equal(false);
    const again = await Voter.at('single', { server: one.server });
    await again.says('.screen', '您投过票了');
    expect(again.has('.receipt')).to.equal(true);
  });

  it('counts what she approves of, and takes no more than the rules allow', async () => {
    const one = await Voter.choosing('approval');
    expect(one.words('#picks')).to.equal('请选 1 到 2 个。 选了 0 个');
    for (const at of [0, 1, 2]) one.all<HTMLInputElement>('fieldset input')[at]!.click();
    await one.says('#said', '太多了');
    expect(one.all<HTMLInputElement>('fieldset input').map(({ checked }) => checked)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
    expect(one.words('#picks')).to.contain('选了 2 个');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(one.voteOf()).to.deep.equal({ picks: ['a', 'b'] });
  });

  it('takes points for each, and gives the lowest to who got none', async () => {
    const one = await Voter.choosing('score');
    const [first, second] = one.all('[part=option] .points');
    (first!.querySelectorAll('input')[5] as HTMLInputElement).click();
    (second!.querySelectorAll('input')[3] as HTMLInputElement).click();
    await one.press('#next');
    expect(one.words('[part=choice]')).to.equal('候选人1：5 分 候选人2：3 分 候选人3：0 分 候选人4：0 分');
    await one.press('#cast');
    await one.says('#heading', '您投过票了');
    expect(one.voteOf()).to.deep.equal({
      scores: [
        { option: 'a', points: 5 },
        { option: 'b', points: 3 },
      ],
    });
  });

  it('puts an order together by tapping and by buttons, without dragging, and says where each is', async () => {
    const one = await Voter.choosing('schulze');
    await one.press('#add-c');
    await one.until(() => one.focused === 'add-a', 'the focus on the next one');
    await one.press('#add-a');
    await one.press('#add-d');
    const order = () => one.all('.ranked .title').map(({ textContent }) => textContent);
    expect(order()).to.deep.equal(['候选人3', '候选人1', '候选人4']);
    await one.press('#up-d');
    expect(order()).to.deep.equal(['候选人3', '候选人4', '候选人1']);
    await one.until(() => one.focused === 'up-d', 'the focus on the same button');
    expect(one.words('#said')).to.equal('“候选人4”现在排第 2');
    await one.press('#up-d');
    await one.until(() => one.focused === 'down-d', 'the focus on the way back');
    await one.press('#up-d');
    expect(order()).to.deep.equal(['候选人4', '候选人3', '候选人1']);
    await one.press('#out-c');
    await one.until(() => one.focused === 'add-c', 'the focus on what was taken out');
    expect(order()).to.deep.equal(['候选人4', '候选人1']);
    await one.press('#undo');
    expect(order()).to.deep.equal(['候选人4', '候选人3', '候选人1']);
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(one.voteOf()).to.deep.equal({ ranking: ['d', 'c', 'a'] });
  });
});

describe('fl-ballot, whoever cannot vote', () => {
  it('says in plain words why a card does not open it, and keeps what she typed', async () => {
    const one = await Voter.arrive('motion');
    await one.press('#begin');
    for (const [typed, words] of [
      ['', '请填卡片上的数字'],
      ['1234', '少了数字'],
      ['12ab', '只有数字'],
      ['1234 5678 9012 3456', '这张卡片登录不了'],
    ] as const) {
      await one.type('code', typed);
      await one.press('#sign-in-go');
      await one.says('#code-fault', words);
      await one.until(() => one.focused === 'code', 'the focus on the box');
    }
    expect(one.find<HTMLTextAreaElement>('#code').value).to.equal('1234 5678 9012 3456');
    expect(one.find('#code').getAttribute('aria-invalid')).to.equal('true');
  });

  it('takes the digits of a card with full-width digits and hyphens, and goes with Enter', async () => {
    const one = await Voter.arrive('motion');
    await one.press('#begin');
    await one.type('code', '４８２１-9073-5500-0004');
    await one.key('Enter');
    await one.says('#heading', '您同意吗');
    expect(one.words('[part=tools]')).to.contain('您是：示例戊');
  });

  it('takes the word of a portal in the place of a card, once', async () => {
    const one = await Voter.arrive('motion', { voucher: `test.${'member0-04'.padEnd(22, '_')}.1` });
    await one.says('[part=tools]', '您是：示例戊');
    await one.press('#begin');
    await one.says('#heading', '您同意吗');
    expect(one.asked.filter((name) => name === 'openMemberSession')).to.have.length(1);
  });

  it('says who was not on the roll that she can only read', async () => {
    const one = await Voter.at('motion', {
      prepare: ({ state }) => {
        const ballot = state.councils.all[0]!.ballot(testBallotId('motion'))!;
        ballot.members = ballot.members.filter((id) => !id.startsWith('member0-04'));
      },
    });
    await one.says('#hindrance', '不在名册上');
    expect(one.has('#begin')).to.equal(false);
  });

  it('says that there is no such ballot, and that the service does not answer; and tries again', async () => {
    const draft = await Voter.arrive('draft');
    expect(draft.words('[part=error]')).to.contain('没有这次表决');
    const one = await Voter.arrive('motion', { prepare: (server) => void server.fail('getBallot', 'drop-request') });
    expect(one.words('[part=error]')).to.contain('没有连上网');
    await one.press('#retry');
    await one.says('#heading', '路灯修缮');
  });

  it('tells whoever builds the page what is missing', async () => {
    const bare = await OnPage.render(html`<fl-ballot council="x"></fl-ballot>`);
    expect(bare.shadowRoot!.textContent).to.contain('<fl-ballot>: no ballot to show');
    const alone = await OnPage.render(html`<fl-ballot council="x" ballot="y"></fl-ballot>`);
    expect(alone.shadowRoot!.textContent).to.contain('<fl-client base-url="https://…">');
  });
});

describe('fl-ballot, looks and languages', function () {
  this.timeout(60_000);

  for (const look of [{}, { elder: true, appearance: 'dark' }] as const)
    it(`has no accessibility violation on the way${'elder' in look ? ', large and dark' : ''}`, async () => {
      const one = await Voter.arrive('secret-change', look);
      await expect(one.element).to.be.accessible();
      await one.press('#begin');
      await expect(one.element).to.be.accessible();
      await one.signIn();
      await one.says('#heading', '保密');
      await expect(one.element).to.be.accessible();
      await one.press('#next');
      await expect(one.element).to.be.accessible();
      await one.press('#once');
      await one.press('#add-b');
      await one.press('#add-a');
      await expect(one.element).to.be.accessible();
      await one.press('#next');
      await expect(one.element).to.be.accessible();
      await one.press('#cast');
      await one.says('#heading', '您投过票了');
      await expect(one.element).to.be.accessible();
      for (const name of ['motion', 'approval', 'score'] as const)
        await expect((await Voter.choosing(name, look)).element).to.be.accessible();
    });

  it('has targets for a finger, and larger ones for the elderly', async () => {
    for (const elder of [false, true])
      for (const name of ['motion', 'score', 'schulze'] as const) {
        const one = await Voter.choosing(name, { elder });
        if (name === 'schulze') await one.press('#add-a');
        for (const target of one.all('button, summary, .choice, .point'))
          expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(elder ? 60 : 48);
        OnPage.leaveAll();
      }
  });

  it('speaks English', async () => {
    const one = await Voter.arrive('motion', { locale: 'en' });
    expect(one.words('.step')).to.equal('Step 1 of 3');
    expect(one.words('[part=countdown]')).to.match(/Ends in \d+ days?/);
    const over = await Voter.arrive('passed', { locale: 'en' });
    await over.says('[part=result]', '7 of 10 who voted, 6 needed.');
  });

  it('needs no inline style and no inline script, and shows signs of a title as signs', async () => {
    const one = await Voter.arrive('motion', {
      prepare: ({ state }) => {
        const { motion } = state.councils.all[0]!.ballot(testBallotId('motion'))!.draft;
        Object.assign(motion, { title: '<img src=x onerror=alert(1)>', words: '‮反‬<b>词</b>' });
      },
    });
    expect(one.words('#heading')).to.equal('<img src=x onerror=alert(1)>');
    expect(one.all('[style], style, script, img, .said b')).to.deep.equal([]);
  });
});

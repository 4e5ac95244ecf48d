import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { testBallotId, testMemberId } from '@fulian/sdk/testing';
import { everythingStored, OnPage, waysToLeave } from '../base/testing/on-page.js';
import type { FlBallot } from '../ballot/index.js';
import { sections } from './council.view.js';
import { Neighbour } from './testing/neighbour.js';

afterEach(() => OnPage.leaveAll());

describe('fl-council, for everybody', function () {
  this.timeout(20_000);

  it('shows whose council it is, whether it keeps its word, and what that is a share of', async () => {
    const one = await Neighbour.arrive();
    expect(one.words('#heading')).to.equal('荷塘村妇女议事会');
    expect(one.words('.head')).to.contain('成员 12 人');
    expect(one.words('[part=rate]'))
      .to.contain('该办成的')
      .and.to.contain('到期的，和没到期就办成的')
      .and.to.contain('到期没有办成的：1 件');
    expect(one.server.requests.every(({ headers }) => headers['fulian-member'] === undefined)).to.equal(true);
  });

  it('shows topics in words, with who proposed them, how many second them, and the answer', async () => {
    const one = await Neighbour.arrive();
    await one.itemSays('村口的路灯坏了', '要上会');
    await one.itemSays('村口的路灯坏了', '3 人附议');
    await one.itemSays('办一个暑假托管班', '示例乙提的');
    expect(one.words('#panel')).not.to.contain('垃圾站太远');
    expect(one.has('[id^=second-]')).to.equal(false);
    expect(one.has('[id^=discuss-]')).to.equal(false);
  });

  it('reads again when somebody comes back to the page: in a meeting votes are opened meanwhile', async () => {
    const one = await Neighbour.arrive();
    const reads = () => one.server.requests.filter(({ operation }) => operation === 'listBallots').length;
    await one.until(() => reads() === 1, 'the first reading');
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await one.until(() => reads() === 2, 'the second reading');
  });

  it('asks for nothing while it is out of the page, and begins anew when it is back', async () => {
    const one = await Neighbour.arrive();
    await one.itemSays('村口的路灯坏了', '要上会');
    const asked = () => one.server.requests.length;
    const before = asked();
    const home = one.element.parentElement!;
    one.element.remove();
    await one.element.updateComplete;
    await new Promise((turn) => setTimeout(turn));
    expect(asked()).to.equal(before);
    home.append(one.element);
    await one.until(() => asked() === 2 * before, 'the second reading');
    await one.itemSays('村口的路灯坏了', '要上会');
  });

  it('S2 takes papers of ballots that ended long ago off the device', async () => {
    localStorage.setItem('fulian-ballot:long-ago', '2020-01-01T00:00:00.000Z {"somebody":{}}');
    localStorage.setItem('fulian-ballot:open', '2120-01-01T00:00:00.000Z {"somebody":{}}');
    const one = await Neighbour.arrive();
    await one.until(() => localStorage.length === 1, 'the end of the paper');
    expect(localStorage.key(0)).to.equal('fulian-ballot:open');
  });

  it('shows only topics in one state where she asks for it', async () => {
    const one = await Neighbour.arrive();
    const select = await one.there<HTMLSelectElement>('#topic-state');
    select.value = 'admitted';
    select.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await one.until(() => one.all('[part=item]').length === 1, 'one topic');
    expect(one.words('[part=item]')).to.contain('村口的路灯坏了');
  });

  it('takes a topic from anyone without a name or a number, and says that the organiser looks at it first', async () => {
    const one = await Neighbour.arrive();
    await one.press('#propose');
    await one.until(() => one.focused === 'proposal-heading', 'the focus');
    expect(one.words('[part=proposal]')).to.contain('不用留电话').and.to.contain('不要写别人家的私事');
    await one.press('#propose-go');
    await one.until(() => one.focused === 'title', 'the focus on what is missing');
    expect(one.words('#title-fault')).to.equal('请填这一栏');
    await one.type('title', '桥栏杆松了');
    await one.type('words', '老桥西边的栏杆一碰就晃。');
    await one.press('#propose-go');
    await one.says('#proposed', '收到了');
    await one.until(() => one.focused === 'propose', 'the focus on the way back');
    const stored = one.stored.topics.find(({ title }) => title === '桥栏杆松了');
    expect(stored?.state).to.equal('suggested');
    expect(stored?.by).to.equal(undefined);
    expect(one.words('#panel')).not.to.contain('桥栏杆松了');
  });

  it('keeps what was written where it could not be sent', async () => {
    const one = await Neighbour.arrive();
    await one.press('#propose');
    await one.type('title', '桥栏杆松了');
    await one.type('words', '老桥西边的栏杆一碰就晃。');
    one.server.fail('suggestTopic', 'council-ended');
    await one.press('#propose-go');
    await one.says('[part=proposal] .fault', '已经结束');
    expect(one.find<HTMLInputElement>('#title').value).to.equal('桥栏杆松了');
  });

  it('shows meetings with agenda, attendance and published minutes', async () => {
    const one = await Neighbour.arrive({ section: 'meetings' });
    await one.itemSays('路灯修缮', '到会 10 人');
    await one.itemSays('路灯修缮', '十人到会，七人同意修路灯。');
    await one.itemSays('暑假托管班', '要开');
  });

  it('shows resolutions with who does it, until when, what was done, and what is late', async () => {
    const one = await Neighbour.arrive({ section: 'resolutions' });
    await one.itemSays('清理河道', '过期了');
    await one.itemSays('清理河道', '村委会');
    await one.itemSays('换新的宣传栏', '6 人打了分，平均');
    await one.itemSays('种一排桂花树', '不办了');
    expect(one.has('[part=accept]')).to.equal(false);
    expect(one.has('.stars')).to.equal(false);
  });

  it('goes from section to section with arrows, and opens the one that the page wants first', async () => {
    const one = await Neighbour.arrive({ section: 'ballots' });
    expect(one.find('#tab-ballots').getAttribute('aria-selected')).to.equal('true');
    one.find('#tab-ballots').focus();
    await one.key('ArrowRight');
    await one.until(() => one.focused === 'tab-resolutions', 'the focus');
    await one.key('ArrowRight');
    await one.until(() => one.focused === 'tab-topics', 'the focus');
    await one.key('End');
    await one.until(() => one.focused === 'tab-resolutions', 'the focus');
    expect(one.all('[role=tab][tabindex="-1"]')).to.have.length(3);
  });

  it('opens a ballot inside, or leaves that to the page', async () => {
    const one = await Neighbour.arrive();
    await one.press('[part=now] button');
    await one.there('fl-ballot');
    await one.until(() => one.focused === 'ballot-back', 'the focus on the way back');
    await one.press('#ballot-back');
    await one.until(() => one.has('#panel') && one.focused === 'tab-topics', 'the council');
    one.element.addEventListener('fl-ballot-chosen', (event) => event.preventDefault());
    await one.press('#tab-meetings');
    await one.pressIn('路灯修缮', '看表决');
    expect(one.has('fl-ballot')).to.equal(false);
    const [, last] = one.heard;
    expect(last!.detail).to.deep.equal({ ballot: testBallotId('passed') });
  });

  it('says what went wrong and tries again; for the whole and for a list', async () => {
    const one = await Neighbour.arrive({ prepare: (server) => void server.fail('getCouncil', 'drop-request') });
    expect(one.words('[part=error]')).to.contain('没有连上网');
    await one.press('#retry');
    await one.there('#panel');
    const other = await Neighbour.arrive({ prepare: (server) => void server.fail('listTopics', 'unavailable') });
    await other.says('#panel .notice', '系统现在用不了');
    await other.pressWords('再试一次');
    await other.itemSays('村口的路灯坏了', '要上会');
  });

  it('says that there is nothing yet', async () => {
    const one = await Neighbour.arrive({ council: 1, section: 'resolutions' });
    await one.says('#panel', '还没有决议');
    expect(one.words('[part=rate]')).to.contain('还没有到期的决议');
  });

  it('tells whoever builds the page what is missing', async () => {
    const bare = await OnPage.render(html`<fl-council></fl-council>`);
    expect(bare.shadowRoot!.textContent).to.contain('<fl-council>: no council to show');
  });
});

describe('fl-council, for members', function () {
  this.timeout(20_000);

  it('knows who signed in, folds the card away, and tells the page no more than that', async () => {
    const one = await Neighbour.asMember();
    expect(one.words('.who')).to.contain('您是：示例戊（成员）');
    await one.until(() => one.focused === 'sign-out' && !one.has('#code'), 'the focus');
    await one.says('[part=roll]', '示例甲（主席）');
    await one.press('#sign-out');
    await one.there('#member-in');
    expect(one.heard.map(({ type, detail }) => [type, detail as unknown])).to.deep.equal([
      ['fl-signed-in', null],
      ['fl-signed-out', null],
    ]);
  });

  it('lets her second a topic, and take that back', async () => {
    const one = await Neighbour.asMember();
    await one.pressIn('广场舞音量', '我也附议');
    await one.itemSays('广场舞音量', '4 人附议');
    const topic = one.stored.topics.find(({ title }) => title === '广场舞音量')!;
    expect(topic.seconds.has(testMemberId(4))).to.equal(true);
    await one.pressIn('广场舞音量', '不附议了');
    await one.itemSays('广场舞音量', '3 人附议');
  });

  it('shows the discussion with what was hidden, takes her words, and takes them back', async () => {
    const one = await Neighbour.asMember();
    await one.pressIn('办一个暑假托管班', '讨论');
    await one.says('[part=discussion]', '三组最急');
    expect(one.words('[part=discussion]'))
      .to.contain('组织的人没有显示这一条：说了别人家的私事。')
      .and.not.to.contain('别人家的事。');
    await one.type('comment', '我也来帮忙。');
    await one.press('#comment-send');
    await one.until(
      () => one.all('[part=comment]').some(({ textContent }) => textContent.includes('我也来帮忙')),
      'her words',
    );
    expect(one.find<HTMLTextAreaElement>('#comment').value).to.equal('');
    await one.pressWords('收回');
    await one.says('[part=discussion]', '本人收回了');
    await one.pressWords('请组织的人看看');
    await one.says('[part=discussion]', '已经告诉组织的人');
  });

  it('puts a proposal of hers on the list at once', async () => {
    const one = await Neighbour.asMember();
    await one.press('#propose');
    expect(one.has('#name')).to.equal(false);
    await one.type('title', '桥栏杆松了');
    await one.type('words', '老桥西边的栏杆一碰就晃。');
    await one.press('#propose-go');
    await one.itemSays('桥栏杆松了', '您提的');
  });

  it('asks the proposer whether it was done; sending it back needs words', async () => {
    const one = await Neighbour.asMember({ section: 'resolutions' }, 1);
    await one.there('[part=accept]');
    await one.press('[id^=return-]');
    await one.until(() => one.focused?.startsWith('answer-') === true, 'the focus on the words');
    await one.type(one.focused!, '还有两盏没有亮。');
    await one.press('[id^=return-]');
    await one.until(() => !one.has('[part=accept]'), 'the answer');
    await one.itemSays('办暑假托管班', '正在办');
  });

  it('lets her say how satisfied she is, and change it', async () => {
    const one = await Neighbour.asMember({ section: 'resolutions' });
    await one.itemSays('换新的宣传栏', '您满意吗');
    await one.pressIn('换新的宣传栏', '很满意');
    await one.itemSays('换新的宣传栏', '您打了 5 分');
    await one.itemSays('换新的宣传栏', '7 人打了分');
    await one.pressIn('换新的宣传栏', '一般');
    await one.itemSays('换新的宣传栏', '您打了 3 分');
  });

  it('votes inside without another card', async () => {
    const one = await Neighbour.asMember({ section: 'ballots' });
    await one.press(`#ballot-${testBallotId('motion')}`);
    const ballot = await one.there<FlBallot>('fl-ballot');
    const inside = new OnPage<FlBallot>(ballot);
    await one.until(
      () => ballot.shadowRoot?.querySelector('#begin') !== null && ballot.shadowRoot !== null,
      'the ballot',
    );
    await inside.press('#begin');
    await inside.press('[part=option] input');
    await inside.press('#next');
    await inside.press('#cast');
    await inside.says('#heading', '您投过票了');
    expect(one.stored.ballot(testBallotId('motion'))!.votes.has(testMemberId(4))).to.equal(true);
    expect(one.heard.map(({ type }) => type)).to.deep.equal(['fl-signed-in', 'fl-ballot-chosen', 'fl-voted']);
  });

  it('takes the word of a portal in the place of a card', async () => {
    const one = await Neighbour.arrive({ voucher: `test.${testMemberId(2)}.1` });
    await one.says('.who', '示例丙');
  });
});

describe('fl-council, whoever holds the phone', function () {
  this.timeout(20_000);

  for (const [how, leave] of Object.entries(waysToLeave))
    it(`S1 after ${how} neither her name nor what she wrote is on the screen or comes back`, async () => {
      const one = await Neighbour.asMember();
      await one.press('#propose');
      await one.type('title', '桥栏杆松了');
      leave();
      await one.element.updateComplete;
      expect(one.words('.sheet')).to.equal('这一页已经清空。 重新打开');
      await one.pressWords('重新打开');
      await one.there('#member-in');
      await one.press('#propose');
      expect(one.find<HTMLInputElement>('#title').value).to.equal('');
    });

  it('S2 S3 stores nothing and changes neither address nor title of the page', async () => {
    const look = () => [location.href, document.title, history.length, everythingStored()];
    const before = look();
    const one = await Neighbour.asMember();
    await one.press('#propose');
    await one.type('title', '桥栏杆松了');
    await one.press('#tab-resolutions');
    expect(look()).to.deep.equal(before);
  });
});

describe('fl-council, looks and languages', function () {
  this.timeout(60_000);

  for (const look of [{}, { elder: true, appearance: 'dark' }] as const)
    it(`has no accessibility violation${'elder' in look ? ', large and dark' : ''}`, async () => {
      const visitor = await Neighbour.arrive(look);
      await visitor.press('#member-in');
      await expect(visitor.element).to.be.accessible();
      const one = await Neighbour.asMember(look, 1);
      await one.press('#propose');
      await one.pressIn('办一个暑假托管班', '讨论');
      await one.says('[part=discussion]', '三组最急');
      for (const section of sections) {
        await one.press(`#tab-${section}`);
        for (const details of one.all<HTMLDetailsElement>('details')) details.open = true;
        await expect(one.element).to.be.accessible();
      }
    });

  it('has targets for a finger, and larger ones for the elderly', async () => {
    for (const elder of [false, true]) {
      const one = await Neighbour.asMember({ elder }, 1);
      for (const section of sections) {
        await one.press(`#tab-${section}`);
        for (const target of one.all('button, summary, select, .star'))
          expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(elder ? 60 : 48);
      }
      OnPage.leaveAll();
    }
  });

  it('speaks English', async () => {
    const one = await Neighbour.arrive({ locale: 'en', section: 'resolutions' });
    expect(one.words('[part=rate]')).to.match(/Done: \d+ of \d+ that were due/);
    await one.itemSays('清理河道', 'Late');
  });

  it('shows signs of others as signs, and needs no inline style and no inline script', async () => {
    const one = await Neighbour.arrive({
      prepare: ({ state }) => {
        const [topic] = state.councils.all[0]!.topics;
        Object.assign(topic!, { title: '<img src=x onerror=alert(1)>', words: '<b>词</b>'.repeat(50) });
      },
    });
    await one.itemSays('<img src=x', '要上会');
    expect(one.all('[style], style, script, img, .said b')).to.deep.equal([]);
  });
});

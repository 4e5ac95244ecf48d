import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer, testCaseNumber, testSecret } from '@fulian/sdk/testing';
import '../client/index.js';
import { Requester, sample } from './testing/requester.js';

afterEach(() => Requester.leaveAll());

const grouped = (digits: string) => digits.replace(/\d{4}(?=\d)/g, '$& ');

describe('fl-case-tracker, number and secret', () => {
  it('forms groups of four while she types, full-width digits included, and leaves a correction alone', async () => {
    const one = await Requester.arrive();
    const box = one.find<HTMLTextAreaElement>('#number');
    await one.type('number', '12345');
    expect(box.value).to.equal('1234 5');
    await one.type('number', '１２３４５６');
    expect(box.value).to.equal('1234 56');
    await one.type('number', '1234 ', 'deleteContentBackward');
    expect(box.value).to.equal('1234 ');
    await one.type('number', '12a45');
    expect(box.value).to.equal('12a45');
  });

  it('shows three groups a line, as they stand on her paper', async () => {
    const one = await Requester.arrive();
    await one.type('secret', testSecret);
    const { rows, scrollHeight, clientHeight, scrollWidth, clientWidth } = one.find<HTMLTextAreaElement>('#secret');
    expect(rows).to.equal(2);
    expect(scrollHeight).to.be.at.most(clientHeight + 1);
    expect(scrollWidth).to.be.at.most(clientWidth + 1);
  });

  it('says what is missing beside the field and puts the cursor there', async () => {
    const one = await Requester.arrive();
    await one.type('number', '1234');
    await one.press('[part=open]');
    await one.until(() => one.focused === 'number', 'the focus on the number');
    expect(one.words('#number-fault')).to.contain('少了数字').and.to.contain('12');
    expect(one.words('#secret-fault')).to.contain('请填密码');
    expect(one.find('#number').getAttribute('aria-describedby')).to.equal('number-hint number-fault');
    expect(one.find<HTMLTextAreaElement>('#number').value).to.equal('1234');
    expect(one.server.requests).to.deep.equal([]);
  });

  it('S4 says the same for a wrong number and for a wrong secret, and keeps what was typed', async () => {
    const said: string[] = [];
    for (const [number, secret] of [
      [testCaseNumber(0), '1'.repeat(24)],
      ['1'.repeat(12), testSecret],
    ] as const) {
      const one = await Requester.arrive();
      await one.type('number', number);
      await one.type('secret', secret);
      await one.press('[part=open]');
      await one.until(() => one.focused === 'refused', 'the refusal');
      said.push(one.words('#refused'));
      expect(one.find<HTMLTextAreaElement>('#secret').value).to.equal(grouped(secret));
    }
    expect(said[0]).to.contain('我们不说');
    expect(said[1]).to.equal(said[0]);
  });

  for (const [fault, words] of [
    ['drop-request', '没有连上网'],
    ['unavailable', '现在用不了'],
    ['rate-limited', '过'],
  ] as const)
    it(`says why it did not open: ${fault}`, async () => {
      const one = await Requester.arrive({ prepare: (server) => void server.fail('openOwnCase', fault, Infinity) });
      await one.type('number', testCaseNumber(0));
      await one.type('secret', testSecret);
      await one.press('[part=open]');
      await one.until(() => one.focused === 'refused', 'the reason');
      expect(one.words('#refused')).to.contain(words);
    });

  it('opens with the keyboard alone: digits, Tab, digits, Enter', async () => {
    const one = await Requester.arrive();
    await one.type('number', testCaseNumber(0));
    await one.type('secret', testSecret);
    await one.key('Enter', { isComposing: true });
    expect(one.server.requests).to.deep.equal([]);
    await one.key('Enter');
    await one.there('[part=next]');
    await one.until(() => one.focused === 'heading', 'the focus on the heading');
    expect(one.words('#heading')).to.equal('妇联正在办');
  });

  it('says what to do when the receipt is lost, with a number to call', async () => {
    const one = await Requester.arrive();
    one.find<HTMLDetailsElement>('details').open = true;
    expect(one.words('details')).to.contain('谁也查不出来');
    expect(one.find<HTMLAnchorElement>('details a').href).to.equal('tel:12338');
  });

  it('gets its service from the provider around it, and has that of its own first', async () => {
    const [near, own] = [createTestServer(), createTestServer()];
    const clientOf = ({ fetch }: typeof near) => createClient({ baseUrl: 'https://service.example', fetch });
    const provider = await Requester.render(
      html`<fl-client .client=${clientOf(near)} federation="990101000000"
        ><fl-case-tracker></fl-case-tracker
      ></fl-client>`,
    );
    const tracker = provider.querySelector('fl-case-tracker')!;
    await tracker.updateComplete;
    expect(tracker.shadowRoot!.querySelector('#number')).not.to.equal(null);
    tracker.client = clientOf(own);
    await tracker.updateComplete;
    expect(near.requests.length + own.requests.length).to.equal(0);
  });
});

describe('fl-case-tracker, the opened case', () => {
  it('says how it stands, what comes next and by when, who handles it and whom to call', async () => {
    const one = await Requester.withCase('justCame');
    expect(one.words('#heading')).to.equal('送到了，等受理');
    expect(one.words('[part=next]')).to.match(/清溪县妇联会联系您。 最晚：\d+月\d+日周. [上下]午\d+:\d\d/);
    const links = one.all<HTMLAnchorElement>('.calls a');
    expect(links.map(({ href }) => href)).to.deep.equal(['tel:0990-1212338', 'tel:12338']);
  });

  it('says plainly that it is late', async () => {
    const one = await Requester.withCase('justCame', {
      prepare: ({ state }) => {
        const [red] = state.cases.all.slice(sample.justCame);
        const limits = red!.facts.limits.map((limit) => ({ ...limit, due: '2026-01-05T08:00:00.000Z' }));
        red!.facts = { ...red!.facts, limits };
      },
    });
    expect(one.find('[part=next]').className).to.contain('danger');
    expect(one.words('[part=next]'))
      .to.contain('1月5日周一 下午4:00')
      .and.to.contain('已经晚了')
      .and.to.contain('催一催');
  });

  it('says times as they are in China, wherever the device is', async () => {
    const one = await Requester.withCase('working');
    const { at } = one.events('working').find(({ kind }) => kind === 'message')!;
    const hour = String((new Date(at).getUTCHours() + 8) % 12 || 12);
    const told = one.all('.event').find(({ textContent }) => textContent.includes('妇联写给您'))!;
    expect(told.querySelector('time')!.textContent).to.contain(`午${hour}:`);
  });

  it('shows what happened, the newest first, and folds what is older; internal notes are not there', async () => {
    const one = await Requester.withCase('working');
    const titles = one.all('.event > b').map(({ textContent }) => textContent);
    expect(titles[0]).to.equal('您写的');
    expect(titles[titles.length - 1]).to.equal('您的求助送到了');
    expect(one.all('details .event').length).to.equal(titles.length - 4);
    expect(one.words('.base')).not.to.contain('邻居愿意作证');
  });

  it('tells news politely and leads to them when she wants', async () => {
    const one = await Requester.withCase('working');
    one.workerDoes('working', { kind: 'message', words: '明天上午十点来，行吗？' });
    await one.there('[part=news]');
    expect(one.find('.strip').getAttribute('role')).to.equal('status');
    expect(one.words('[part=news]')).to.contain('有 1 条新消息');
    expect(one.focused).to.equal('heading');
    await one.pressWords('去看');
    await one.until(() => one.focused === 'timeline' && !one.has('[part=news]'), 'the focus on the news');
    expect(one.words('.event')).to.contain('明天上午十点来，行吗？');
  });

  it('shows what the federation asks beside the box for the answer', async () => {
    const one = await Requester.withCase('asked');
    await one.there('#message');
    expect(one.words('[part=write] .notice')).to.contain('孩子现在和谁住');
  });

  it('asks for her consent, and takes the answer once', async () => {
    const one = await Requester.withCase('consentAsked');
    await one.there('[part=consent]');
    expect(one.words('[part=consent]')).to.contain('交给县公安局').and.to.contain('我们照样办');
    await one.pressWords('不同意');
    await one.until(() => !one.has('[part=consent]'), 'the end of the question');
    expect(one.events('consentAsked').slice(-1)[0]).to.deep.include({ kind: 'consent' });
    expect(one.events('consentAsked').slice(-1)[0]!.facts.given).to.equal(false);
    expect(one.words('.event')).to.contain('您没有同意交');
  });

  it('takes that she is satisfied, and changes to dissatisfied while it counts', async () => {
    const one = await Requester.withCase('resolved');
    await one.there('[part=rating]');
    expect(one.words('[part=rating]')).to.contain('我们重新办');
    await one.pressWords('满意');
    await one.until(() => one.words('[part=rating]').includes('您说过满意'), 'the rating');
    await one.pressWords('改成不满意');
    await one.type('complaint', '他又来闹了');
    await one.pressWords('不满意，请重新办');
    await one.until(() => one.words('#heading') === '正在重新办', 'the case begun anew');
    expect(one.events('resolved').slice(-1)[0]).to.deep.include({ kind: 'own-dissatisfied', words: '他又来闹了' });
    await one.until(() => one.focused === 'heading', 'the focus');
  });

  it('keeps what she wrote when it did not arrive, and says that nobody knows', async () => {
    const one = await Requester.withCase('resolved');
    one.server.fail('rateOwnCase', 'drop-response');
    // No news either, by which she would see that it counted.
    const undo = one.server.fail('readOwnCase', 'drop-request', Infinity);
    await one.pressWords('不满意');
    await one.type('complaint', '没有人来过');
    await one.pressWords('不满意，请重新办');
    await one.there('[part=rating] .fault');
    expect(one.words('[part=rating] .fault')).to.contain('不知道办成没有').and.to.contain('只算一次');
    expect(one.find<HTMLTextAreaElement>('#complaint').value).to.equal('没有人来过');
    undo();
    await one.pressWords('不满意，请重新办');
    await one.until(() => one.words('#heading') === '正在重新办', 'the case begun anew');
    expect(one.events('resolved').filter(({ kind }) => kind === 'own-dissatisfied')).to.have.length(1);
  });

  it('shows a declined and a withdrawn case without a box to write', async () => {
    for (const name of ['declined', 'withdrawn'] as const) {
      const one = await Requester.withCase(name);
      expect(one.has('[part=write]'), name).to.equal(false);
      expect(one.has('#withdraw-toggle'), name).to.equal(false);
      expect(one.words('.base'), name).to.match(name === 'declined' ? /请拨 12345/ : /您撤回了/);
    }
  });

  it('keeps what it knows off line, and says so', async () => {
    const one = await Requester.withCase('working');
    one.server.isOffline = true;
    await one.until(() => one.words('.strip').includes('网断了'), 'the note');
    expect(one.has('.event')).to.equal(true);
  });
});

describe('fl-case-tracker, accessibility', function () {
  this.timeout(20_000);

  for (const look of [{}, { elder: true }, { appearance: 'dark' }, { locale: 'en' }, { locale: 'x-rtl' }] as const)
    it(`has no violation on any screen: ${JSON.stringify(look)}`, async () => {
      const first = await Requester.arrive(look);
      await expect(first.tracker).to.be.accessible();
      await first.press('[part=open]');
      await first.there('#number-fault');
      await expect(first.tracker).to.be.accessible();
      for (const name of ['working', 'consentAsked', 'resolved', 'closedLongAgo', 'declined'] as const) {
        const one = await Requester.withCase(name, look);
        for (const details of one.all<HTMLDetailsElement>('details')) details.open = true;
        await expect(one.tracker).to.be.accessible();
        for (const panel of one.all('[aria-expanded]')) {
          panel.click();
          await one.there('#panel .actions');
          await expect(one.tracker).to.be.accessible();
        }
        await one.press('[part=put-away]');
        await expect(one.tracker).to.be.accessible();
        Requester.leaveAll();
      }
    });

  it('has targets for a finger, and larger ones for the elderly', async () => {
    for (const elder of [false, true]) {
      const one = await Requester.withCase('resolved', { elder });
      for (const target of one.all('button, a, summary, .choose-file'))
        expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(elder ? 56 : 44);
      Requester.leaveAll();
    }
  });

  it('speaks English', async () => {
    const one = await Requester.withCase('working', { locale: 'en' });
    expect(one.words('#heading')).to.equal('The federation is working on it');
    await one.press('#withdraw-toggle');
    await one.there('#panel');
    expect(one.words('#panel')).to.contain('will stop working on it');
  });
});

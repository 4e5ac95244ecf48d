import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { FlHelpForm } from './help-form.js';
import { Visitor } from './testing/visitor.js';

afterEach(() => Visitor.leaveAll());

const numbers = (visitor: Visitor) => visitor.all<HTMLAnchorElement>('a[href^="tel:"]').map(({ href }) => href);

describe('fl-help-form, the first screen', () => {
  it('asks whether anyone is in danger before the service has answered anything', async () => {
    const visitor = await Visitor.arrive({ prepare: (server) => void server.hold('getHelpForm') });
    expect(visitor.words('#heading')).to.equal('现在有人有危险吗？');
    await visitor.choose('danger', 1);
    await visitor.next();
    expect(visitor.step).to.equal('asker');
    await visitor.until(() => visitor.words('#heading') === '您为谁求助？', 'the second question');
  });

  it('says how to leave, by touch and by keys, and what stays behind', async () => {
    const visitor = await Visitor.arrive();
    const note = visitor.words('[part=safety]');
    for (const word of ['立即离开', 'Esc', 'Shift', '浏览记录']) expect(note).to.contain(word);
    expect(visitor.find('fl-quick-exit').shadowRoot!.textContent).to.contain('立即离开');
  });

  it('shows 110, 120 and 12338 at once when danger is ticked, before anything is sent', async () => {
    const visitor = await Visitor.arrive({ prepare: (server) => void server.fail('*', 'drop-request', Infinity) });
    expect(numbers(visitor)).to.deep.equal([]);
    await visitor.choose('danger', 0);
    expect(numbers(visitor)).to.deep.equal(['tel:110', 'tel:120', 'tel:12338']);
    expect(visitor.find('[part=emergency]').getAttribute('role')).to.equal('alert');
    expect(visitor.words('[part=emergency]')).to.contain('现在就打电话');
    for (const link of visitor.all('.call')) expect(link.getBoundingClientRect().height).to.be.at.least(48);
    expect(visitor.server.requests.filter(({ method }) => method !== 'GET')).to.deep.equal([]);
  });

  it('keeps the numbers in reach on later screens, and takes them away when danger is taken back', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('category');
    expect(numbers(visitor)).to.deep.equal(['tel:110', 'tel:120', 'tel:12338']);
    expect(getComputedStyle(visitor.find('.emergency-row')).position).to.match(/sticky|static/);
    await visitor.press('[part~=back]');
    await visitor.press('[part~=back]');
    await visitor.choose('danger', 1);
    expect(numbers(visitor)).to.deep.equal([]);
  });

  it('shows the numbers of the federation where it has others', async () => {
    const visitor = await Visitor.arrive({
      prepare: ({ state }) => {
        const label = { 'zh-CN': '值班室', en: 'Duty room' };
        state.form = { ...state.form, hotlines: [{ number: '0990-5550100', label, urgent: true }] };
      },
    });
    await visitor.goTo('category');
    expect(numbers(visitor)).to.deep.equal(['tel:0990-5550100']);
    expect(visitor.words('.emergency-row')).to.contain('值班室');
  });
});

describe('fl-help-form, the frame', () => {
  it('finds fault on Continue only, in a summary that takes the focus and leads to the field in the same words', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('identity');
    await visitor.choose('identity', 1);
    expect(visitor.has('#error-summary')).to.be.false;
    await visitor.nextWithFaults();
    const entry = visitor.find('#error-summary button');
    expect(entry.textContent.trim()).to.equal('请填写：怎么称呼您？');
    expect(visitor.words('#name-fault')).to.equal('请注意：请填写：怎么称呼您？');
    const field = visitor.find('#name');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.equal('name-hint name-fault');
    entry.click();
    await visitor.until(() => visitor.focused === 'name', 'the field');
  });

  it('keeps wrong input for correction', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('contact');
    await visitor.choose('channel', 0);
    await visitor.type('contactValue', '不是号码');
    await visitor.nextWithFaults();
    expect(visitor.find<HTMLInputElement>('#contactValue').value).to.equal('不是号码');
    expect(visitor.words('#error-summary button')).to.contain('电话号码');
  });

  it('moves the focus to the question when the step changes, and not before somebody did something', async () => {
    const visitor = await Visitor.arrive();
    await visitor.until(() => visitor.words('.progress').includes('共'), 'the number of steps');
    expect(visitor.focused).to.be.undefined;
    await visitor.choose('danger', 1);
    await visitor.next();
    await visitor.until(() => visitor.has('#askerRole') && visitor.focused === 'heading', 'the focus on the question');
    expect(visitor.find('#heading').closest('legend')).to.exist;
    await visitor.press('[part~=back]');
    await visitor.until(
      () => visitor.focused === 'heading' && visitor.has('#danger'),
      'the focus on the first question',
    );
    expect(visitor.find<HTMLInputElement>('#danger-1').checked).to.be.true;
  });

  it('says plainly how far she is', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('category');
    expect(visitor.words('.progress')).to.match(/^第 3 步，共 \d+ 步$/);
  });

  it('takes Enter in a line of text as Continue, but not while an input method composes', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('identity');
    await visitor.choose('identity', 1);
    await visitor.type('name', '王女士');
    const enter = (init: KeyboardEventInit) =>
      visitor
        .find('#name')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    await visitor.form.updateComplete;
    expect(visitor.step).to.equal('identity');
    enter({});
    await visitor.until(() => visitor.step === 'contact', 'the next step');
  });

  it('speaks English where the page does, on every screen', async () => {
    const visitor = await Visitor.arrive({ locale: 'en' });
    expect(visitor.words('#heading')).to.equal('Is anyone in danger right now?');
    await visitor.goTo('check', {}, (one) => {
      // The names of places and units are the federation's; our own words are not Chinese.
      const text = one
        .words('.base')
        .replace(/清溪县|柳桥镇|荷塘村|东湖街道|桃源镇|新桥社区|他昨晚又动手了|示例女士|社区体检回访/g, '');
      expect(text).not.to.match(/[\u3400-\u9fff]/);
    });
    expect(visitor.find('.base').lang).to.equal('en');
  });

  it('changes the language when the page does', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('category');
    visitor.form.locale = 'en';
    await visitor.until(() => visitor.words('#heading') === 'What is it about?', 'the question in English');
    expect(visitor.words('[part~=continue]')).to.equal('Continue');
    visitor.form.locale = 'zh-CN';
    await visitor.until(() => visitor.words('#heading') === '是什么事？', 'the question in Chinese');
  });

  it('leaves Enter in the search for a place to itself', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('place');
    const box = document.createElement('input');
    box.id = 'place-filter';
    visitor.find('.screen').append(box);
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await visitor.form.updateComplete;
    expect(visitor.step).to.equal('place');
    box.remove();
  });

  it('says a federation’s own words in the place of ours', async () => {
    const visitor = await Visitor.arrive({
      prepare: ({ state }) => {
        state.form = { ...state.form, words: { 'category-legend': { 'zh-CN': '您遇到了什么难处？', en: 'Trouble?' } } };
      },
    });
    await visitor.goTo('category');
    expect(visitor.words('#heading')).to.equal('您遇到了什么难处？');
  });

  it('makes type and targets larger in elder mode', async () => {
    const plain = await Visitor.arrive();
    const elder = await Visitor.arrive({ elder: true });
    const size = (visitor: Visitor) => parseFloat(getComputedStyle(visitor.find('#heading')).fontSize);
    const height = (visitor: Visitor) => visitor.find('.choice').getBoundingClientRect().height;
    expect(size(elder)).to.be.above(size(plain) * 1.2);
    expect(height(plain)).to.be.at.least(48);
    expect(height(elder)).to.be.at.least(56);
  });

  it('shows what stands inside only where the script never ran, and the footer always', async () => {
    const form = await Visitor.render<FlHelpForm>(
      html`<fl-help-form
        ><p id="fallback">12338</p>
        <p slot="footer">隐私</p></fl-help-form
      >`,
    );
    expect(form.querySelector<HTMLElement>('#fallback')!.assignedSlot).to.be.null;
    expect(form.querySelector('[slot=footer]')!.assignedSlot!.name).to.equal('footer');
  });

  it('tells whoever builds the page what is missing, naming the element and the fix', async () => {
    const form = await Visitor.render<FlHelpForm>(html`<fl-help-form></fl-help-form>`);
    expect(form.shadowRoot!.querySelector('[role=alert]')!.textContent).to.match(/^<fl-help-form>: .*fl-client/);
  });

  it('begins anew where the page asks another federation', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('narrative');
    visitor.form.federation = '990102000000';
    await visitor.until(() => visitor.has('#danger'), 'the first question');
    expect(visitor.find<HTMLInputElement>('#danger').checked).to.be.false;
  });
});

describe('fl-help-form, what cannot be loaded', () => {
  const toQuestions = async (visitor: Visitor) => {
    await visitor.goTo('asker');
    await visitor.choose('askerRole', 0);
    await visitor.press('[part~=continue]');
  };

  it('says that it waits, and shows a number to call, while the federation’s questions are on their way', async () => {
    const visitor = await Visitor.arrive({ prepare: (server) => void server.hold('getHelpForm') });
    await toQuestions(visitor);
    expect(visitor.words('#heading')).to.contain('请稍等');
    expect(visitor.words('.hotline')).to.contain('12338');
    await visitor.press('[part~=back]');
    expect(visitor.find<HTMLInputElement>('#askerRole').checked).to.be.true;
  });

  it('goes on by itself when they come', async () => {
    let release = () => undefined as void;
    const visitor = await Visitor.arrive({
      prepare: (server) => {
        const gate = server.hold('getHelpForm');
        release = () => gate.open();
      },
    });
    await toQuestions(visitor);
    release();
    await visitor.until(() => visitor.step === 'category', 'the next question');
    await visitor.until(() => visitor.focused === 'heading', 'the focus on it');
  });

  for (const [fault, words] of [
    ['drop-request', '没有连上网'],
    ['unavailable', '系统现在用不了'],
  ] as const)
    it(`says plainly what is wrong after '${fault}', keeps her answers, and goes on when she tries again`, async () => {
      let mend = () => undefined as void;
      const visitor = await Visitor.arrive({
        prepare: (server) => void (mend = server.fail('getHelpForm', fault, Infinity)),
      });
      await toQuestions(visitor);
      await visitor.there('[part~=continue]');
      await visitor.until(() => visitor.words('.screen').includes(words), 'the reason');
      expect(visitor.words('.screen')).to.contain('什么也没有发出去');
      expect(visitor.words('.hotline')).to.contain('12338');
      mend();
      await visitor.press('[part~=continue]');
      await visitor.until(() => visitor.step === 'category', 'the next question');
      await visitor.press('[part~=back]');
      expect(visitor.find<HTMLInputElement>('#askerRole').checked).to.be.true;
    });
});

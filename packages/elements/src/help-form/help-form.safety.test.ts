import { expect } from '@open-wc/testing';
import { Visitor } from './testing/visitor.js';

afterEach(() => Visitor.leaveAll());

/** Words that nobody says by chance. */
const planted = '他昨晚又动手了';

/** All that the form shows or holds: its words, and what stands in its controls. */
function everything(visitor: Visitor): string {
  const controls = visitor
    .all<HTMLInputElement>('input, textarea, select')
    .map(({ value, checked }) => `${value} ${checked}`);
  return `${visitor.words('.base')} ${controls.join(' ')} ${visitor.root.innerHTML} ${visitor.form.outerHTML}`;
}

const leave = {
  'a quick exit': (visitor: Visitor) =>
    void visitor.find('fl-quick-exit').dispatchEvent(new CustomEvent('fl-exited', { bubbles: true, composed: true })),
  'leaving the page in any other way': () =>
    void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
};

describe('fl-help-form, safety', function () {
  this.timeout(20_000);

  for (const [how, go] of Object.entries(leave)) {
    it(`S1 after ${how} nothing of what she wrote is in the page, from the same moment on`, async () => {
      const visitor = await Visitor.arrive();
      await visitor.goTo('narrative');
      await visitor.type('narrative', planted);
      const box = visitor.find<HTMLTextAreaElement>('#narrative');
      go(visitor);
      expect(box.value).to.equal('');
      await visitor.form.updateComplete;
      expect(everything(visitor)).not.to.contain(planted).and.not.to.contain('发生了什么事');
      expect(visitor.has('.emergency-row')).to.be.false;
      expect(visitor.all('input, textarea, select')).to.deep.equal([]);
    });

    it(`S1 after ${how} the receipt does not come back either`, async () => {
      const visitor = await Visitor.arrive();
      await visitor.submit();
      const { receiptSecret } = visitor.server.state.helpRequests[0]!.submission;
      go(visitor);
      await visitor.form.updateComplete;
      expect(everything(visitor)).not.to.contain(receiptSecret.slice(0, 4));
    });
  }

  it('S1 says no more than that it was cleared, takes no focus, and begins anew when asked', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('narrative');
    leave['a quick exit'](visitor);
    await visitor.form.updateComplete;
    expect(visitor.words('.form')).to.equal('这一页已经清空。 重新打开');
    await visitor.press('.actions button');
    await visitor.there('#danger');
    expect(visitor.find<HTMLInputElement>('#danger').checked).to.be.false;
    await visitor.until(() => visitor.focused === 'heading', 'the focus on the question');
    await visitor.until(() => visitor.words('.progress').includes('共'), 'the form');
    await visitor.choose('danger', 1);
    await visitor.next();
    expect(visitor.all<HTMLInputElement>('input').some(({ checked }) => checked)).to.be.false;
  });

  it('S1 an answer on its way when she leaves shows nothing any more', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const gate = visitor.server.hold('submitHelpRequest');
    await visitor.press('.actions [part~=submit]');
    await gate.arrived(1);
    leave['a quick exit'](visitor);
    gate.open();
    await visitor.until(() => visitor.server.state.helpRequests.length === 1, 'the request at the service');
    await visitor.form.updateComplete;
    expect(visitor.words('.form')).to.equal('这一页已经清空。 重新打开');
    expect(visitor.heard.some(({ type }) => type === 'fl-submitted')).to.be.false;
  });

  it('S1 clears the receipt away when she says that she has it', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    await visitor.press('[part~=finish]');
    expect(visitor.words('.form')).to.equal('这一页已经清空。 重新打开');
  });

  it('S1 has the quick exit on every screen', async () => {
    const visitor = await Visitor.arrive();
    let screens = 0;
    await visitor.goTo('check', {}, (one) => {
      screens += 1;
      const link = one.find('fl-quick-exit').shadowRoot!.querySelector('a')!;
      const { width, height } = link.getBoundingClientRect();
      expect(width > 40 && height >= 44, one.step).to.be.true;
    });
    expect(screens).to.be.above(10);
    visitor.form.exitHref = '/weather';
    await visitor.form.updateComplete;
    expect(visitor.find('fl-quick-exit').getAttribute('href')).to.equal('/weather');
  });

  it('S2 writes nothing into any storage', async () => {
    const stores = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    const before = [stores(), (await indexedDB.databases?.())?.length, (await caches.keys()).length];
    const visitor = await Visitor.arrive();
    await visitor.submit();
    expect([stores(), (await indexedDB.databases?.())?.length, (await caches.keys()).length]).to.deep.equal(before);
  });

  it('S3 changes neither the address nor the title nor the history of the page', async () => {
    const look = () => [location.href, document.title, history.length, JSON.stringify(history.state)];
    const before = look();
    const visitor = await Visitor.arrive();
    await visitor.goTo('identity');
    await visitor.choose('identity', 1);
    await visitor.nextWithFaults();
    await visitor.press('#error-summary button');
    await visitor.goTo('check');
    await visitor.press('.actions [part~=submit]');
    await visitor.there('[part=receipt]');
    expect(look()).to.deep.equal(before);
  });

  it('S3 lets no personal word out in an event: the step, and that it was sent', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    const told = visitor.heard.map(({ type, detail }) => [type, detail as unknown]);
    expect(told[told.length - 1]).to.deep.equal(['fl-submitted', null]);
    for (const [type, detail] of told.slice(0, -1)) {
      expect(type).to.equal('fl-step');
      expect(Object.keys(detail as object)).to.deep.equal(['step']);
      expect((detail as { step: string }).step).to.match(/^[a-z-]+$/);
    }
    for (const { bubbles, composed } of visitor.heard) expect(bubbles && composed).to.be.true;
  });

  it('S3 keeps what she chose out of every attribute', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('category');
    const before = visitor.find('.options').innerHTML;
    await visitor.choose('category', 1);
    expect(visitor.find<HTMLInputElement>('#category-1').checked).to.be.true;
    expect(visitor.find('.options').innerHTML).to.equal(before);
    expect(visitor.form.outerHTML).not.to.contain('family-dispute');
  });

  it('needs no inline style and no inline script', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check', {}, (one) => {
      expect(one.all('[style], style, script, [onclick]'), one.step).to.deep.equal([]);
    });
  });
});

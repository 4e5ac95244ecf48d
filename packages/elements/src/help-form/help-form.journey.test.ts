import { expect } from '@open-wc/testing';
import type { StepId } from '@fulian/sdk/stores/help-form';
import { herself, Visitor, type Doing } from './testing/visitor.js';

afterEach(() => Visitor.leaveAll());

/** A teacher who reports for her school what was done to a child. */
const teacher: Partial<Record<StepId, Doing>> = {
  danger: (one) => one.choose('danger', 1),
  asker: async (one) => {
    await one.choose('askerRole', 3);
    await one.choose('reporterBody', 0);
    await one.type('reporterBodyName', '示例小学');
  },
  category: (one) => one.choose('category', 2),
  age: (one) => one.choose('underFourteen', 0),
};

const sent = (visitor: Visitor) => visitor.server.state.helpRequests.map(({ submission }) => submission);

/** The number of the one request that was stored. */
const numberOf = (visitor: Visitor) => visitor.server.state.helpRequests[0]!.receipt.number;

describe('fl-help-form, from the first question to the receipt', function () {
  this.timeout(60_000);

  for (const [name, options] of [
    ['in Chinese', {}],
    ['in English and elder mode', { locale: 'en', elder: true }],
  ] as const)
    it(`passes axe on every screen, ${name}, with nothing that a browser would remember`, async () => {
      const visitor = await Visitor.arrive(options);
      const seen: (string | undefined)[] = [];
      await visitor.goTo('check', {}, async (one) => {
        seen.push(one.step);
        await expect(one.form).to.be.accessible();
        for (const control of one.all<HTMLInputElement>('input, textarea, select')) {
          expect(control.getAttribute('autocomplete'), control.id).to.equal('off');
          if (control.type !== 'radio') expect(control.name, control.id).to.equal('');
        }
        expect(one.has('form')).to.be.false;
      });
      expect(seen).to.deep.equal([
        ...['danger', 'asker', 'category', 'risk', 'children', 'narrative', 'attachments', 'place', 'identity'],
        ...['contact', 'contact-safety', 'needs', 'exclusion', 'consent', 'check'],
      ]);
      await visitor.press('.actions [part~=submit]');
      await visitor.there('[part=receipt]');
      await expect(visitor.form).to.be.accessible();
    });

  it('passes axe where answers are missing, in danger, and where the service does not answer', async () => {
    const visitor = await Visitor.arrive();
    await visitor.nextWithFaults();
    await visitor.choose('danger', 0);
    await expect(visitor.form).to.be.accessible();
    await visitor.goTo('contact-safety');
    await visitor.nextWithFaults();
    await expect(visitor.form).to.be.accessible();
    await visitor.goTo('check');
    visitor.server.isOffline = true;
    await visitor.press('.actions [part~=submit]');
    await visitor.there('#unsent');
    await expect(visitor.form).to.be.accessible();
  });

  it('sends what she said, and nothing before she submits', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('contact-safety');
    await herself['contact-safety'](visitor);
    await visitor.choose('days', 0);
    await visitor.choose('days', 2);
    await visitor.select('from', '09:00');
    await visitor.select('to', '11:30');
    await visitor.next();
    await visitor.goTo('check');
    expect(sent(visitor)).to.deep.equal([]);
    await visitor.press('.actions [part~=submit]');
    await visitor.there('[part=receipt]');
    const [request] = sent(visitor);
    expect(request).to.deep.include({
      category: 'domestic-violence',
      narrative: '他昨晚又动手了',
      asker: { role: 'self' },
      identity: { kind: 'named', name: '示例女士' },
      division: '990101001000',
      childrenPresent: 'yes',
      needs: { languages: ['local-dialect'] },
    });
    expect(request!.safeContact).to.deep.equal({
      channel: 'phone',
      value: '000-0000-0001',
      days: ['mon', 'wed'],
      from: '09:00',
      to: '11:30',
      mayLeaveMessage: false,
      maySayWhoCalls: false,
      coverWords: '社区体检回访',
    });
    expect(request!.riskScreen.answers).to.deep.equal([
      { question: 'immediate-danger', answer: 'yes' },
      { question: 'injury', answer: 'yes' },
    ]);
  });

  it('lets a school report for a child, with a consent of its own on statutory duty', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('consent', teacher);
    expect(visitor.has('#consentMinor')).to.be.true;
    expect(visitor.has('#minorConsentBy')).to.be.false;
    await visitor.goTo('check', teacher);
    await visitor.press('.actions [part~=submit]');
    await visitor.there('[part=receipt]');
    const [request] = sent(visitor);
    expect(request!.asker).to.deep.equal({ role: 'mandatory-reporter', body: 'school', bodyName: '示例小学' });
    expect(request!.consents.find(({ kind }) => kind === 'minor')!.givenBy).to.equal('statutory-duty');
  });

  it('asks a relative who consents for the child, and does not need the guardian who may be the one that harms', async () => {
    const visitor = await Visitor.arrive();
    const relative = {
      ...teacher,
      asker: async (one: Visitor) => {
        await one.choose('askerRole', 1);
        await one.choose('relation', 0);
      },
    };
    await visitor.goTo('consent', relative);
    for (const id of ['consentGeneral', 'consentSensitive', 'consentMinor']) await visitor.choose(id, 0);
    await visitor.nextWithFaults();
    expect(visitor.words('#error-summary')).to.contain('由谁来同意');
    await visitor.choose('minorConsentBy', 1);
    await visitor.next();
    expect(visitor.step).to.equal('check');
  });

  it('shows for each consent what for and how long, and ticks none of them for her', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('consent');
    expect(visitor.words('.screen')).to.contain('受理、办理和回访').and.to.contain('保存 3 年');
    for (const box of visitor.all<HTMLInputElement>('input[type=checkbox]')) expect(box.checked).to.be.false;
    await visitor.nextWithFaults();
    expect(visitor.all('#error-summary button')).to.have.length(2);
  });

  it('comes back to the check page from Change, with the new answer', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const rows = visitor.all('.summary-row');
    const row = rows.find((one) => one.textContent.includes('发生了什么事'))!;
    expect(row.textContent).to.contain('他昨晚又动手了');
    row.querySelector('button')!.click();
    await visitor.there('#narrative');
    await visitor.type('narrative', '换了一句话');
    await visitor.next();
    expect(visitor.step).to.equal('check');
    expect(visitor.words('.summary')).to.contain('换了一句话').and.not.to.contain('他昨晚又动手了');
  });

  it('leads to what a change has opened before it comes back to the check page', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    visitor.all('.summary-row button')[1]!.click();
    await visitor.choose('askerRole', 1);
    await visitor.choose('relation', 4);
    await visitor.next();
    expect(visitor.step).to.equal('age');
    await visitor.choose('underFourteen', 1);
    await visitor.next();
    expect(visitor.step).to.equal('check');
  });

  it('takes ‘none of these’ and ‘I do not know’ for an answer, which excludes the others', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('risk');
    await visitor.choose('risks', 0);
    await visitor.choose('risks', 1);
    visitor.find('#none').click();
    await visitor.form.updateComplete;
    expect(visitor.find<HTMLInputElement>('#risks').checked).to.be.false;
    await visitor.choose('risks', 2);
    expect(visitor.find<HTMLInputElement>('#none').checked).to.be.false;
    visitor.find('#unknown').click();
    await visitor.next();
    expect(visitor.step).to.equal('children');
  });

  it('does not ask when contact is safe where she wants none', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit({ contact: (one) => one.choose('channel', 5) });
    expect(sent(visitor)[0]!.safeContact).to.deep.equal({
      channel: 'none',
      mayLeaveMessage: false,
      maySayWhoCalls: false,
    });
    expect(visitor.words('[part=receipt]')).to.contain('不会联系您');
  });
});

describe('fl-help-form, sending', function () {
  this.timeout(20_000);

  it('S10 makes one case of a double click', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const gate = visitor.server.hold('submitHelpRequest');
    const button = visitor.find('.actions [part~=submit]');
    button.click();
    button.click();
    await visitor.form.updateComplete;
    button.click();
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(visitor.words('.actions')).to.contain('正在提交');
    await gate.arrived(1);
    gate.open();
    await visitor.there('[part=receipt]');
    expect(sent(visitor)).to.have.length(1);
    expect(visitor.heard.filter(({ type }) => type === 'fl-submitted')).to.have.length(1);
  });

  it('S10 says that it does not know where the answer is lost, and comes to one case and its receipt', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const mend = visitor.server.fail('submitHelpRequest', 'drop-response', Infinity);
    await visitor.press('.actions [part~=submit]');
    await visitor.there('#unsent');
    await visitor.until(() => visitor.focused === 'unsent', 'the focus on what happened');
    expect(visitor.words('#unsent'))
      .to.contain('不知道送到没有')
      .and.to.contain('只算一次')
      .and.not.to.contain('没有收到您的求助');
    mend();
    await visitor.press('#unsent [part~=submit]');
    await visitor.there('[part=receipt]');
    expect(sent(visitor)).to.have.length(1);
    expect(visitor.words('.groups').replace(/\D/g, '')).to.contain(numberOf(visitor).slice(0, 4));
  });

  it('tells her when an earlier try had arrived, because her last change is not in it', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const mend = visitor.server.fail('submitHelpRequest', 'drop-response', Infinity);
    await visitor.press('.actions [part~=submit]');
    await visitor.there('#unsent');
    mend();
    const row = visitor.all('.summary-row').find((one) => one.textContent.includes('发生了什么事'))!;
    row.querySelector('button')!.click();
    await visitor.type('narrative', '后来改的');
    await visitor.next();
    await visitor.press('.actions [part~=submit]');
    await visitor.there('[part=receipt]');
    expect(visitor.words('[part=receipt]')).to.contain('后来改的没有算进去');
    expect(sent(visitor)).to.have.length(1);
  });

  it('says that nothing was received where the service cannot store, keeps all, and sends when she tries again', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const mend = visitor.server.fail('submitHelpRequest', 'unavailable', Infinity);
    await visitor.press('.actions [part~=submit]');
    const panel = await visitor.there('#unsent');
    expect(panel.getAttribute('role')).to.equal('alert');
    expect(visitor.words('#unsent')).to.contain('没有收到您的求助').and.to.contain('您填的都还在');
    expect(visitor.find('#unsent a').getAttribute('href')).to.equal('tel:12338');
    expect(visitor.words('.summary')).to.contain('他昨晚又动手了');
    expect(visitor.heard.some(({ type }) => type === 'fl-submitted')).to.be.false;
    mend();
    await visitor.press('#unsent [part~=submit]');
    await visitor.there('[part=receipt]');
  });

  it('says that the phone is off line and nothing has been sent', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    visitor.server.isOffline = true;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await visitor.press('.actions [part~=submit]');
      await visitor.there('#unsent');
      expect(visitor.words('#unsent')).to.contain('没有连上网').and.to.contain('什么也没有发出去');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says when to try again where too many ask', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    visitor.server.fail('submitHelpRequest', 'rate-limited', Infinity);
    await visitor.press('.actions [part~=submit]');
    await visitor.there('#unsent');
    expect(visitor.words('#unsent')).to.match(/请过 \d+ 秒再试/);
  });

  it('leads to the answer that the service found fault with', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('check');
    const { state } = visitor.server;
    state.form = { ...state.form, categories: state.form.categories.slice(1) };
    await visitor.press('.actions [part~=submit]');
    await visitor.until(() => visitor.focused === 'error-summary', 'the summary');
    expect(visitor.words('#error-summary')).to.contain('是什么事');
    expect(visitor.words('.options')).not.to.contain('家庭暴力');
  });
});

describe('fl-help-form, the receipt', function () {
  this.timeout(20_000);
  const secretOf = (visitor: Visitor) => sent(visitor)[0]!.receiptSecret;
  const askedGroup = (visitor: Visitor) => Number(/第 (\d) 组/.exec(visitor.words('label[for=typed-group]'))![1]);

  it('S4 shows the number in 3 groups and the secret in 6, once, and says so', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    const [number, secret] = visitor
      .all('.groups')
      .map((list) => [...list.querySelectorAll('b')].map((one) => one.textContent));
    expect(number).to.have.length(3);
    expect(secret).to.have.length(6);
    expect(number!.join('')).to.equal(numberOf(visitor));
    expect(secret!.join('')).to.equal(secretOf(visitor));
    expect(visitor.words('[part=receipt]')).to.contain('只出现一次').and.to.contain('谁也找不回来');
    expect(parseFloat(getComputedStyle(visitor.find('.digits')).fontSize)).to.be.above(22);
  });

  it('S4 shows it like three telephone numbers to be written down', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    await visitor.press('[part~=as-telephone]');
    const lines = visitor.all('.lines li').map((line) => line.textContent.replace(/\D/g, ''));
    expect(lines).to.have.length(3);
    expect(lines.slice(1).join('')).to.equal(secretOf(visitor));
    expect(visitor.find('.groups').getClientRects()).to.have.length(0);
    await visitor.press('[part~=as-telephone]');
    expect(visitor.find('.groups').getClientRects()).not.to.have.length(0);
  });

  it('S4 confirms by one group typed back, whatever spaces it has, and keeps a wrong one for correction', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    const n = askedGroup(visitor);
    const right = secretOf(visitor).slice(n * 4 - 4, n * 4);
    const wrong = right === '0000' ? '1111' : '0000';
    await visitor.type('typed-group', wrong);
    await visitor.press('[part~=confirm]');
    expect(visitor.words('#typed-group-fault')).to.contain(`第 ${n} 组`);
    await visitor.until(() => visitor.focused === 'typed-group', 'the focus on the box');
    expect(visitor.find<HTMLInputElement>('#typed-group').value).to.equal(wrong);
    await visitor.type('typed-group', `${right.slice(0, 2)} ${right.slice(2)}`);
    visitor.find('#typed-group').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await visitor.there('#confirmed');
    await visitor.until(() => visitor.focused === 'confirmed', 'the focus on the confirmation');
  });

  it('says by when somebody makes contact, in China’s time with the day of the week, and whom to call', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    expect(visitor.words('[part=receipt]')).to.match(/清溪县妇联会在\d+月\d+日星期. ?[上下]午\d+:\d\d前/);
    expect(visitor.all<HTMLAnchorElement>('[part=receipt] a').map(({ href }) => href)).to.deep.equal([
      'tel:0990-1212338',
      'tel:12338',
    ]);
  });

  it('S3 prints nothing that tells what it is about', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit();
    const onPaper = [...visitor.find('[part=receipt]').children]
      .filter((one) => !one.classList.contains('screen-only'))
      .map((one) => one.textContent.replace(/[\d\s]/g, ''));
    expect(onPaper).to.deep.equal(['备忘', '编号密码']);
    const print = visitor.root.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    const hidden = print
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join(' ');
    for (const part of ['.screen-only', '.emergency-row', 'slot']) expect(hidden).to.contain(part);
  });
});

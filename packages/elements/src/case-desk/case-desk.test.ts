import { expect } from '@open-wc/testing';
import { testCaseId, testCode } from '@fulian/sdk/testing';
import { Worker } from './testing/worker.js';

afterEach(() => Worker.leaveAll());

describe('fl-case-desk: who sits there', () => {
  it('asks for account and password, and shows the queue after that', async () => {
    const worker = await Worker.arrive();
    expect(worker.has('.queue')).to.equal(false);
    await expect(worker.desk).to.be.accessible();
    await worker.signIn('worker.qingxi');
    await worker.there('.row:not([hidden]) .category');
    expect(worker.words('.bar')).to.contain('示例干部');
    expect(worker.heard.map(({ type }) => type)).to.deep.equal(['fl-signed-in']);
    expect(worker.heard[0]!.detail).to.equal(null);
  });

  it('says of a wrong password no more than that something is wrong, and empties the box', async () => {
    const worker = await Worker.arrive();
    await worker.signIn('worker.qingxi', 'not-this-password');
    expect(worker.words('[role=alert]')).to.equal('账号、密码或验证码不对。');
    expect(worker.find<HTMLInputElement>('#password').value).to.equal('');
    expect(worker.has('.queue')).to.equal(false);
  });

  it('asks for a one-time code where the account has one', async () => {
    const worker = await Worker.arrive();
    await worker.signIn('codes.qingxi');
    await worker.focusOn('code');
    await expect(worker.desk).to.be.accessible();
    await worker.type('#code', testCode);
    worker.find<HTMLFormElement>('form').requestSubmit();
    await worker.there('.queue');
  });

  it('has one-time codes set up before anything else, with a secret to type', async () => {
    const worker = await Worker.arrive();
    await worker.signIn('new.qingxi');
    expect(worker.has('.queue')).to.equal(false);
    await worker.press('#set-up');
    await worker.there('.secret');
    expect(worker.find<HTMLInputElement>('#otpauth').value).to.match(/^otpauth:\/\/totp\//);
    await expect(worker.desk).to.be.accessible();
    await worker.type('#code', testCode);
    worker.find<HTMLFormElement>('form').requestSubmit();
    await worker.there('.queue');
  });

  it('offers the county’s own sign-in only where the page has an address for it', async () => {
    const without = await Worker.arrive();
    expect(without.has('#elsewhere')).to.equal(false);
    const offered = await Worker.arrive({ oidcReturnTo: 'https://desk.example/desk.html' });
    expect(offered.has('#elsewhere')).to.equal(true);
  });

  it('S1 locks at one press: nothing is on the screen, and what was being written comes back with its writer', async () => {
    const worker = await Worker.at(0);
    await worker.type('#words', '没写完的话');
    await worker.press('#lock');
    await worker.there('.sign-in');
    expect(worker.has('.row')).to.equal(false);
    expect(worker.has('.case')).to.equal(false);
    expect(worker.root.textContent).not.to.contain('没写完的话');
    await expect(worker.desk).to.be.accessible();
    expect(worker.heard.some(({ type }) => type === 'fl-locked')).to.equal(true);
    await worker.type('#password', 'example-password-1');
    worker.find<HTMLFormElement>('form').requestSubmit();
    await worker.there('#words');
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('没写完的话');
  });

  it('locks when nobody is there any more, and says why', async () => {
    const worker = await Worker.at(0);
    worker.desk.session!.setIdleMinutes(0);
    await worker.there('.sign-in');
    expect(worker.words('.sign-in')).to.contain('有一会儿没有人操作');
    expect(worker.has('.row')).to.equal(false);
  });

  it('shows nothing of one person to another who signs in after her', async () => {
    const worker = await Worker.at(0);
    await worker.type('#words', '没写完的话');
    await worker.press('#sign-out');
    await worker.there('#account');
    await worker.signIn('worker2.qingxi');
    await worker.openCase(0);
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('');
  });

  it('S1 forgets everything when the page is left', async () => {
    const worker = await Worker.at(0);
    await worker.type('#words', '没写完的话');
    window.dispatchEvent(new CustomEvent('pagehide'));
    await worker.there('#account');
    expect(worker.root.textContent).not.to.contain('示例');
    await worker.signIn('worker.qingxi');
    await worker.openCase(0);
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('');
  });

  it('locks when the service does not know the session any more', async () => {
    const worker = await Worker.signedIn();
    worker.server.state.sessions.clear();
    await worker.key('r');
    await worker.there('.sign-in');
    expect(worker.words('.sign-in')).to.contain('登录已经失效');
  });

  it('shows accounts to an administrator and the log to an auditor, and no case to either', async () => {
    const admin = await Worker.signedIn({}, 'admin.qingxi');
    await admin.there('tbody tr');
    expect(admin.has('.queue')).to.equal(false);
    await expect(admin.desk).to.be.accessible();
    await admin.press('#account-add');
    await admin.type('[name=name]', '新来的');
    await admin.type('[name=account]', 'fresh.qingxi');
    await admin.type('form [name=password]', 'a-long-password-1');
    admin.find<HTMLFormElement>('form').requestSubmit();
    await admin.until(() => admin.words('tbody').includes('fresh.qingxi'), 'the new account');
    const auditor = await Worker.signedIn({}, 'auditor.qingxi');
    await auditor.there('.panel');
    expect(auditor.has('.queue')).to.equal(false);
    expect(auditor.has('#account-add')).to.equal(false);
    await auditor.until(() => !auditor.words('.panel').includes('正在打开'), 'the log');
    await expect(auditor.desk).to.be.accessible();
  });
});

describe('fl-case-desk: one case', () => {
  it('offers exactly the steps that the service allows', async () => {
    const worker = await Worker.at(5);
    const offered = worker.all('.actions [id^=do-]').map(({ id }) => id.slice(3));
    expect(offered).to.include.members(['claim', 'contact', 'offer-transfer']);
    expect(offered).not.to.include('accept');
    expect(offered).not.to.include('approve-closing');
    await expect(worker.desk).to.be.accessible();
  });

  it('shows no call button outside the safe hours, and says from when a call is safe', async () => {
    const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
    const inTwoDays = names[(new Date(Date.now() + 8 * 3_600_000).getUTCDay() + 2) % 7]!;
    const worker = await Worker.at(0, {
      prepare: ({ state }) => void (state.cases.all[0]!.submission.safeContact.days = [inTwoDays]),
    });
    expect(worker.words('.contact-says')).to.match(/^现在不能打。.*以后再打$/);
    expect(worker.has('.contact a')).to.equal(false);
    expect(worker.find<HTMLDetailsElement>('.contact details').open).to.equal(false);
    expect(worker.words('.contact')).to.contain('不要留话');
    expect(worker.words('.contact')).to.contain('说是社区体检的回访');
  });

  it('shows a call button while a call is safe, and until when', async () => {
    const worker = await Worker.at(0, {
      prepare: ({ state }) => {
        const { safeContact } = state.cases.all[0]!.submission;
        Object.assign(safeContact, { days: [], from: '00:00', to: '23:59' });
      },
    });
    // One minute of the day is not among them.
    const { call, says } = { call: worker.has('.contact a'), says: worker.words('.contact-says') };
    expect(call ? '现在可以打' : '现在不能打').to.equal(says.slice(0, 5));
    if (call) expect(worker.find<HTMLAnchorElement>('.contact a').href).to.equal('tel:00000000001');
  });

  it('never offers a call to who wants no contact', async () => {
    const worker = await Worker.at(5);
    expect(worker.words('.contact-says')).to.contain('不要联系她');
    expect(worker.has('.contact a')).to.equal(false);
  });

  it('accepts with words that she reads, or without any', async () => {
    for (const words of ['一小时内联系您。', '']) {
      const worker = await Worker.at(4, {}, 'intake.qingxi');
      await worker.press('#do-accept');
      await worker.until(() => worker.focused?.id === 'words', 'the focus on the words');
      expect(worker.words('.step-form .audience')).to.contain('她');
      await worker.type('#words', words);
      await worker.key('Enter', { ctrlKey: true });
      await worker.until(() => worker.words('#step-said').includes('受理'), 'the acceptance');
      const { events } = worker.server.state.cases.all.find(({ id }) => id === testCaseId(4))!;
      expect(events.slice(-1)[0]).to.deep.include({ kind: 'accept', ...(words && { words }) });
      Worker.leaveAll();
    }
  });

  it('claims at one press and takes it back at another', async () => {
    const worker = await Worker.at(5);
    await worker.press('#do-claim');
    await worker.there('#undo');
    expect(worker.words('.case-line')).to.contain('经办：示例干部');
    expect(worker.heard.find(({ type }) => type === 'fl-step')!.detail).to.deep.equal({ kind: 'claim' });
    await worker.press('#undo');
    await worker.until(() => worker.words('.case-line').includes('没人领'), 'the release');
  });

  it('keeps notes for colleagues and messages for her apart: own tabs, own words, own colours', async () => {
    const worker = await Worker.at(9);
    expect(worker.words('.audience')).to.equal('只有同事看得到');
    await worker.type('#words', '先问问邻居');
    await worker.press('#pen-message');
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('');
    expect(worker.words('.audience')).to.equal('她会看到这些话');
    expect(worker.words('#send')).to.equal('发给她');
    await worker.type('#words', '我们周四上门');
    await worker.press('#send');
    await worker.until(() => worker.words('.event').includes('我们周四上门'), 'the message');
    expect(worker.find('.event').classList.contains('internal')).to.equal(false);
    await worker.press('#pen-note');
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('先问问邻居');
    await worker.press('#send');
    await worker.until(() => worker.words('.event').includes('先问问邻居'), 'the note');
    expect(worker.find('.event').classList.contains('internal')).to.equal(true);
  });

  it('says what is missing in a step, and keeps what was typed', async () => {
    const worker = await Worker.at(9);
    await worker.press('#do-regrade');
    await worker.type('#words', '她说他有刀');
    await worker.press('#send');
    await worker.focusOn('step-faults');
    expect(worker.words('#step-faults')).to.equal('改成：还没有填');
    expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('她说他有刀');
    await expect(worker.desk).to.be.accessible();
    await worker.press('#grade-0');
    await worker.press('#send');
    await worker.until(() => worker.words('.case-title').includes('红色'), 'the grade');
  });

  it('shows what others changed meanwhile beside what was typed, and sends it when asked to', async () => {
    const worker = await Worker.at(9);
    await worker.press('#do-regrade');
    await worker.press('#grade-0');
    await worker.type('#words', '她说他有刀');
    worker.server.takeStep(testCaseId(9), 'worker2.qingxi', { kind: 'note', words: '刚打过电话' });
    await worker.press('#send');
    await worker.until(() => worker.has('.conflict') || worker.words('.case-title').includes('红色'), 'an answer');
    if (worker.has('.conflict')) {
      expect(worker.words('.conflict')).to.contain('刚打过电话');
      expect(worker.find<HTMLTextAreaElement>('#words').value).to.equal('她说他有刀');
      await worker.press('#again');
    }
    await worker.until(() => worker.words('.case-title').includes('红色'), 'the grade');
  });

  it('C7 names nobody to a partner agency without her consent', async () => {
    const worker = await Worker.at(9);
    await worker.press('#do-offer-transfer');
    await worker.press('#direction-partner');
    await worker.select('#partner', worker.find<HTMLOptionElement>('#partner option:nth-child(2)').value);
    await worker.there('.step-form .notice.danger');
    expect(worker.words('.step-form .notice.danger')).to.contain('要她先同意');
    await worker.press('#named');
    await worker.type('#words', '请一起办');
    await worker.press('#send');
    await worker.there('#step-faults');
    expect(worker.words('#step-faults')).to.contain('要她先同意');
    await expect(worker.desk).to.be.accessible();
  });

  it('changes a row in place when somebody else acts, and moves nothing', async () => {
    const worker = await Worker.signedIn();
    const before = worker.all('.row:not([hidden]) .number').map((one) => one.textContent);
    worker.server.takeStep(testCaseId(5), 'worker2.qingxi', { kind: 'claim' });
    await worker.until(
      () => worker.all('.row:not([hidden]) .worker').some((one) => one.textContent === '示例干部二'),
      'the new worker',
    );
    expect(worker.all('.row:not([hidden]) .number').map((one) => one.textContent)).to.deep.equal(before);
  });

  it('says that the list would be another one now, and shows that when asked to', async () => {
    const worker = await Worker.signedIn();
    await worker.press('[data-view=unassigned]');
    const { number } = worker.server.state.cases.all[5]!;
    const isListed = () =>
      worker.all('.row:not([hidden]) .number').some((one) => one.textContent.replace(/ /g, '') === number);
    await worker.until(() => isListed() && worker.all('.row:not([hidden])').length < 8, 'the shorter list');
    worker.server.takeStep(testCaseId(5), 'worker2.qingxi', { kind: 'claim' });
    await worker.there('#moved');
    expect(worker.words('#moved')).to.contain('1 件变动');
    expect(isListed()).to.equal(true);
    await worker.press('#moved');
    await worker.until(() => !isListed() && worker.has('.row:not([hidden])'), 'the new list');
    expect(worker.has('#moved')).to.equal(false);
  });

  it('says that it is not connected, and goes on when it is again', async () => {
    const worker = await Worker.signedIn();
    worker.server.isOffline = true;
    worker.server.closeStreams('broken');
    await worker.openCaseOffline(0);
    expect(worker.words('.side [role=alert]')).to.contain('没有连上网');
    worker.server.isOffline = false;
    await worker.press('.side [role=alert] .button');
    await worker.there('.event');
  });

  it('stays usable when the service fails, and says so', async () => {
    const worker = await Worker.signedIn();
    worker.server.fail('listCases', 'unavailable', 1);
    await worker.key('r');
    await worker.there('#reload');
    await expect(worker.desk).to.be.accessible();
    await worker.press('#reload');
    await worker.there('.row:not([hidden]) .category');
  });

  for (const [words, options] of [
    ['in English', { locale: 'en' }],
    ['in elder mode', { elder: true }],
    ['from right to left', { locale: 'x-rtl' }],
    ['on a phone', { width: 360 }],
    ['in dark colours', { appearance: 'dark' }],
    ['in high contrast', { appearance: 'contrast' }],
  ] as const)
    it(`shows nothing that axe objects to ${words}`, async () => {
      const worker = await Worker.at(0, options);
      await expect(worker.desk).to.be.accessible();
    });

  it('shows list and case as two screens on a phone', async () => {
    const worker = await Worker.at(0, { width: 360 });
    expect(worker.find('.queue').getClientRects().length).to.equal(0);
    await worker.press('#back');
    await worker.until(() => !worker.has('.case'), 'the list');
    expect(worker.find('.queue').getClientRects().length).to.equal(1);
    expect(worker.find('.base').scrollWidth).to.be.at.most(360);
  });
});

import { expect } from '@open-wc/testing';
import { createTestServer, testBallotId } from '@fulian/sdk/testing';
import { everythingStored, OnPage, waysToLeave } from '../base/testing/on-page.js';
import { Voter } from './testing/voter.js';

afterEach(() => {
  goOnline(true);
  OnPage.leaveAll();
});

const paper = `fulian-ballot:${testBallotId('secret-change')}`;

/** What the browser says of its connection. */
function goOnline(isOnline: boolean): void {
  if (isOnline) Reflect.deleteProperty(navigator, 'onLine');
  else Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  window.dispatchEvent(new CustomEvent(isOnline ? 'online' : 'offline'));
}

/** In front of her choice in a secret ballot, with her paper on the device. */
async function keeping(name: 'secret' | 'secret-change' = 'secret-change', server?: Voter['server']): Promise<Voter> {
  const one = await Voter.at(name, server && { server });
  await one.says('#heading', '保密');
  await one.press('#next');
  await one.press('#keep');
  await one.there('[part=option]');
  return one;
}

describe('fl-ballot, secret', function () {
  this.timeout(20_000);

  it('says what is promised and what is not before she chooses', async () => {
    const one = await Voter.at('secret');
    await one.says('#heading', '保密到什么程度');
    const said = one.words('.screen');
    for (const words of [
      '看不出谁投了什么',
      '不到 5 人',
      '站在您身后',
      '投的都一样',
      '信得过管系统的人',
      '名册人数一起公布',
    ])
      expect(said).to.contain(words);
  });

  it('S9 sends the vote without her session, after the paper with it', async () => {
    const one = await Voter.choosing('secret');
    await one.press('[part=option] input');
    await one.cast();
    await one.says('#heading', '您投过票了');
    const header = (operation: string) =>
      one.server.requests.find((request) => request.operation === operation)!.headers['fulian-member'];
    expect(header('takeBallotPaper')).to.be.a('string');
    expect(header('castSecretVote')).to.equal(undefined);
    expect([...one.stored.box.values()]).to.deep.equal([{ picks: ['a'] }]);
  });

  it('S2 keeps nothing on the device where she does not want it, her session included', async () => {
    const before = everythingStored();
    const one = await Voter.choosing('secret-change');
    await one.press('#add-a');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(everythingStored()).to.equal(before);
  });

  it('S2 keeps her blank paper where she wants it, and never what she chose', async () => {
    const one = await keeping();
    await one.press('#add-c');
    await one.until(() => localStorage.getItem(paper) !== null, 'the paper');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(Object.keys(localStorage)).to.deep.equal([paper]);
    expect(localStorage.getItem(paper)).not.to.contain('ranking').and.not.to.match(/"c"/);
  });

  it('S2 takes papers of ballots that ended long ago off the device, and no other, whatever its clock says', async () => {
    const serverTime = Date.now();
    const ended = (days: number) => new Date(serverTime - days * 86_400_000).toISOString();
    localStorage.setItem('fulian-ballot:long-ago', `${ended(8)} {"somebody":{}}`);
    localStorage.setItem('fulian-ballot:last-week', `${ended(6)} {"somebody":{}}`);
    localStorage.setItem('fulian-ballot:open', `${ended(-1)} {"somebody":{}}`);
    localStorage.setItem('fulian-ballot:no-time', '{"somebody":{}}');
    localStorage.setItem('of-the-page', `${ended(8)} {}`);
    const one = await keeping();
    await one.press('#add-c');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(Object.keys(localStorage).sort()).to.deep.equal(
      ['fulian-ballot:last-week', 'fulian-ballot:no-time', 'fulian-ballot:open', 'of-the-page', paper].sort(),
    );
    const [, closes] = /^(\S+) \{/.exec(localStorage.getItem(paper)!)!;
    expect(closes).to.equal(one.stored.wire().closesAt);
    // A page years later, as its service says.
    const later = serverTime + 400 * 86_400_000;
    await Voter.arrive('motion', { server: createTestServer({ now: () => later }) });
    await one.until(() => localStorage.length === 2, 'the end of the papers');
    expect(Object.keys(localStorage).sort()).to.deep.equal(['fulian-ballot:no-time', 'of-the-page']);
  });

  it('lets her go on in a page that was closed: with the kept paper she changes her vote, which counts once', async () => {
    const one = await keeping();
    await one.press('#add-c');
    await one.cast();
    await one.says('#heading', '您投过票了');
    one.element.remove();
    const again = await Voter.at('secret-change', { server: one.server });
    await again.says('#heading', '您投过票了');
    await again.press('#change');
    await again.press('#add-a');
    await again.cast();
    await again.says('#heading', '您投过票了');
    expect([...again.stored.box.values()]).to.deep.equal([{ ranking: ['a'] }]);
  });

  it('votes all the same where the browser lets nothing be kept', async () => {
    const { setItem, getItem } = Storage.prototype;
    const refuse = () => {
      throw new DOMException('no storage here', 'SecurityError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse });
    try {
      const one = await keeping();
      await one.press('#add-c');
      await one.cast();
      await one.says('#heading', '您投过票了');
      expect(one.stored.box.size).to.equal(1);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('S9 casts nothing with a paper that was sealed with another key than the published one, and says so', async () => {
    const one = await Voter.choosing('secret', {
      prepare: ({ state }) => {
        const ballot = state.councils.all[0]!.ballot(testBallotId('secret'))!;
        const published = {
          ...ballot.wire(),
          paperKey: state.councils.all[0]!.ballot(testBallotId('secret-change'))!.keys.paperKey,
        };
        ballot.wire = () => published;
      },
    });
    await one.press('[part=option] input');
    await one.cast();
    await one.says('#refused', '选票上的印和公布的对不上');
    expect(one.asked).not.to.include('castSecretVote');
  });

  it('says on another phone that her paper was handed out', async () => {
    const one = await Voter.choosing('secret');
    await one.press('[part=option] input');
    await one.cast();
    await one.says('#heading', '您投过票了');
    OnPage.leaveAll();
    const other = await Voter.at('secret', { server: one.server });
    await other.says('#hindrance', '您的选票领走了');
  });

  it('stays signed in on this phone only where she ticked it', async () => {
    const one = await Voter.arrive('motion');
    await one.press('#begin');
    expect(one.find<HTMLInputElement>('#stay').checked).to.equal(false);
    await one.press('#stay');
    await one.signIn();
    await one.until(() => localStorage.length === 1, 'the session on the device');
    one.element.remove();
    const again = await Voter.arrive('motion', { server: one.server });
    await again.says('[part=tools]', '示例戊');
  });
});

describe('fl-ballot, on a bad connection', function () {
  this.timeout(20_000);

  it('keeps the choice while there is none, says so, and sends it by itself afterwards', async () => {
    const one = await Voter.choosing('motion');
    await one.press('[part=option] input');
    await one.press('#next');
    goOnline(false);
    await one.press('#cast');
    await one.says('#casting', '一连上就自己送出去');
    expect(one.stored.votes.size).to.equal(0);
    goOnline(true);
    await one.says('#heading', '您投过票了');
    expect(one.stored.votes.size).to.equal(1);
  });

  for (const name of ['motion', 'secret'] as const)
    it(`S10 says when nobody knows whether a vote arrived, and sends it again, which counts once: ${name}`, async () => {
      const one = await Voter.choosing(name);
      const lose = one.server.fail(name === 'motion' ? 'castOpenVote' : 'castSecretVote', 'drop-response', Infinity);
      await one.press('[part=option] input');
      await one.cast();
      await one.says('#casting', '还不知道票送到没有');
      expect(one.has('#change')).to.equal(false);
      lose();
      await one.press('#send-again');
      await one.says('#heading', '您投过票了');
      expect(one.stored.cast).to.equal(1);
      expect(one.heard).to.have.length(1);
    });

  it('says why a vote was not taken, and keeps what she chose', async () => {
    const one = await Voter.choosing('motion');
    await one.press('[part=option] input');
    one.server.fail('castOpenVote', 'vote-invalid');
    await one.cast();
    await one.until(() => one.focused === 'refused', 'the focus on the reason');
    expect(one.words('#refused')).to.contain('您的票没有收').and.to.contain('不合这次表决的规则');
    await one.says('[part=choice], .on', '同意');
  });

  for (const name of ['motion', 'secret'] as const)
    it(`asks for the card again where her session has ended, and goes on with what she chose: ${name}`, async () => {
      const one = await Voter.choosing(name);
      await one.press('[part=option] input');
      await one.press('#next');
      one.server.state.councils.sessions.clear();
      await one.press('#cast');
      await one.says('#sign-in', '登录过期了');
      await one.signIn();
      await one.until(() => one.has('#cast') || one.has('[part=option]'), 'her choice');
      if (!one.has('#cast')) {
        expect(one.find<HTMLInputElement>('[part=option] input').checked).to.equal(true);
        await one.press('#next');
      }
      await one.press('#cast');
      await one.says('#heading', '您投过票了');
      expect(one.stored.cast).to.equal(1);
    });

  it('shows the result by itself where the ballot was closed in between', async () => {
    const one = await Voter.choosing('motion');
    await one.press('[part=option] input');
    one.server.closeBallot(testBallotId('motion'));
    await one.cast();
    await one.there('[part=result]');
    expect(one.heard).to.deep.equal([]);
  });
});

describe('fl-ballot, whoever holds the phone', function () {
  this.timeout(20_000);

  for (const [how, leave] of Object.entries(waysToLeave))
    it(`S1 after ${how} neither choice nor name is on the screen, and what she kept is still on the device`, async () => {
      const one = await keeping();
      await one.press('#add-c');
      await one.until(() => localStorage.getItem(paper) !== null, 'the paper');
      leave();
      await one.element.updateComplete;
      expect(one.words('.sheet')).to.equal('这一页已经清空。送出去的票不受影响。 重新打开');
      await new Promise((turn) => setTimeout(turn));
      expect(localStorage.getItem(paper)).not.to.equal(null);
      await one.pressWords('重新打开');
      await one.there('#begin');
      expect(one.words('[part=tools]')).to.equal('');
    });

  it('S3 changes neither the address nor the title nor the history of the page', async () => {
    const look = () => [location.href, document.title, history.length, JSON.stringify(history.state)];
    const before = look();
    const one = await Voter.choosing('secret');
    await one.press('[part=option] input');
    await one.cast();
    await one.says('#heading', '您投过票了');
    expect(look()).to.deep.equal(before);
  });

  it('S2 asks no browser to remember a card, a choice or a receipt', async () => {
    const one = await Voter.arrive('passed');
    await one.there('#typed');
    const other = await Voter.arrive('motion');
    await other.press('#begin');
    for (const control of [...one.all('input'), ...other.all('input, textarea')])
      expect(control.getAttribute('autocomplete'), control.id).to.equal('off');
    expect(other.has('form')).to.equal(false);
  });
});

import { expect } from '@open-wc/testing';
import { testBallotId, type TestBallotName } from '@fulian/sdk/testing';
import { OnPage } from '../base/testing/on-page.js';
import { Voter } from './testing/voter.js';

afterEach(() => OnPage.leaveAll());

/** Somebody in front of a ballot that is over. */
async function over(name: TestBallotName, look = {}): Promise<Voter> {
  const one = await Voter.arrive(name, look);
  await one.there('.screen');
  return one;
}

describe('fl-ballot, its result', function () {
  this.timeout(40_000);

  it('says what came out with the sentence that anyone can recompute, and with the table', async () => {
    const one = await over('passed');
    expect(one.words('.outcome')).to.equal('通过了');
    expect(one.words('[part=result]'))
      .to.contain('投票 10 人，7 票，要 6 票。')
      .and.to.contain('名册上 12 人，投票 10 人');
    expect(one.words('[part=counts]')).to.contain('同意 7').and.to.contain('不同意 3');
    expect(one.all('[part=votes] tbody tr')).to.have.length(10);
    expect(one.words('[part=votes] tbody tr')).to.equal('示例甲 同意');
  });

  for (const [name, words] of [
    ['failed', '没有通过'],
    ['no-quorum', '人数不够，不算数'],
    ['too-few', '投票不到 5 人，没有数'],
    ['tied-again', '票数一样多，没有定下来'],
    ['elected-secret', '选出来了'],
    ['awaiting-chair', '票数一样多，等主席决定'],
  ] as const)
    it(`says plainly: ${name}`, async () => {
      const one = await over(name);
      expect(one.words('.outcome')).to.equal(words);
    });

  it('says of a tie whose orders were not all followed that it may be none', async () => {
    const one = await over('tied-again', {
      prepare: ({ state }: Voter['server']) => {
        const { result } = state.councils.all[0]!.ballot(testBallotId('tied-again'))!;
        Object.assign(result!.tie!, { unfollowed: true });
      },
    });
    expect(one.words('[part=result]')).to.contain('没有一一算完').and.to.contain('也许都一样');
  });

  it('shows nothing of a secret ballot with fewer than five votes, and why', async () => {
    const one = await over('too-few');
    expect(one.words('[part=result]')).to.contain('选票都销毁了');
    expect(one.has('[part=counts]')).to.equal(false);
    expect(one.has('[part=counted]')).to.equal(false);
  });

  it('shows every round, who is out and who is in', async () => {
    const one = await over('several');
    expect(one.words('[part=result]')).to.contain('当选：候选人1、');
    const rounds = one.words('[part=rounds]');
    expect(rounds).to.contain('第 1 轮').and.to.contain('这一轮当选：候选人1').and.to.contain('第 2 轮');
    expect(one.all('[part=rounds] table')).to.have.length(one.stored.result!.rounds!.length);
  });

  it('says that a ballot was cancelled', async () => {
    const one = await over('cancelled');
    expect(one.words('.notice')).to.contain('取消了').and.to.contain('不算数');
  });

  it('tells her whether her ballot was counted, looked up on her own phone', async () => {
    const one = await over('elected-secret');
    const [receipt] = one.stored.receipts;
    await one.type('typed', receipt!.slice(0, 8));
    await one.press('#check-receipt');
    await one.until(() => one.focused === 'typed' && one.has('#typed-fault'), 'the fault');
    await one.type('typed', receipt!.slice(0, 16).replace(/.{4}/g, '$& ').toUpperCase());
    await one.press('#check-receipt');
    await one.says('#found', '数进去了，是 7 票里的一票');
    expect(one.server.requests.some(({ url }) => url.includes(receipt!.slice(0, 8)))).to.equal(false);
    await one.type('typed', '0'.repeat(16));
    await one.press('#check-receipt');
    await one.says('#found', '没有找到');
    one.server.fail('getBallotReceipts', 'unavailable', Infinity);
  });

  it('lets the chair decide a tie, once, and nobody else', async () => {
    const other = await over('awaiting-chair');
    await other.press('#begin');
    await other.signIn(4);
    await other.there('.outcome');
    expect(other.has('#decide')).to.equal(false);
    const chair = await Voter.arrive('awaiting-chair');
    await chair.press('#begin');
    await chair.signIn(0);
    await chair.there('#decide');
    await chair.press('#decide');
    await chair.says('#said', '请先选一个');
    await chair.press('[part=chair] input');
    await chair.press('#decide');
    await chair.says('.outcome', '通过了');
    expect(chair.words('[part=result]')).to.contain('主席决定：同意');
    expect(chair.stored.result!.tie!.chosen).to.equal('yes');
  });

  it('comes by itself when the ballot is closed', async () => {
    const one = await Voter.choosing('motion');
    one.server.closeBallot(testBallotId('motion'));
    await one.press('[part=option] input');
    await one.cast();
    await one.there('.outcome');
  });

  for (const look of [{}, { elder: true, appearance: 'dark' }] as const)
    it(`has no accessibility violation${'elder' in look ? ', large and dark' : ''}`, async () => {
      for (const name of ['passed', 'order', 'too-few', 'cancelled'] as const) {
        const one = await over(name, look);
        for (const details of one.all<HTMLDetailsElement>('details')) details.open = true;
        await expect(one.element).to.be.accessible();
        OnPage.leaveAll();
      }
    });
});

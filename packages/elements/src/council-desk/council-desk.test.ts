import { expect } from '@open-wc/testing';
import { testMemberId } from '@fulian/sdk/testing';
import { Organiser } from './testing/organiser.js';

afterEach(() => Organiser.leaveAll());

describe('fl-council-desk: who sits there', () => {
  it('asks for account and password, and shows the councils after that', async () => {
    const organiser = await Organiser.arrive();
    expect(organiser.has('.room')).to.equal(false);
    await expect(organiser.desk).to.be.accessible();
    await organiser.signIn();
    await organiser.there('.item');
    expect(organiser.words('.room')).to.contain('荷塘村妇女议事会');
    expect(organiser.words('.room')).to.match(/执行率 \d+%（到期 \d+ 件，落实 \d+ 件）/);
    await expect(organiser.desk).to.be.accessible();
    expect(organiser.told).to.equal('[["fl-signed-in",null]]');
  });

  it('S1 locks at one press: nothing is on the screen, and what was being written comes back with its writer', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press('#member-new');
    await organiser.type('#member-name', '没写完的名字');
    await organiser.press('#lock');
    await organiser.there('.sign-in');
    expect(organiser.has('.room')).to.equal(false);
    expect(organiser.root.textContent).not.to.contain('没写完的名字');
    await organiser.type('#password', 'example-password-1');
    organiser.find<HTMLFormElement>('form').requestSubmit();
    await organiser.there('#member-name');
    expect(organiser.find<HTMLInputElement>('#member-name').value).to.equal('没写完的名字');
  });

  it('S1 forgets everything when the page is left', async () => {
    const organiser = await Organiser.at('roll');
    window.dispatchEvent(new CustomEvent('pagehide'));
    await organiser.there('#account');
    expect(organiser.root.textContent).not.to.contain('示例');
  });

  it('tells roles that have nothing to do with councils so, and lets an administrator look after roll and names only', async () => {
    const intake = await Organiser.signedIn({ account: 'intake.qingxi' });
    expect(intake.words('.room')).to.contain('您的岗位不管议事会');
    Organiser.leaveAll();
    const admin = await Organiser.signedIn({ account: 'admin.qingxi' });
    await admin.openCouncil();
    expect(admin.all('.tab').map(({ id }) => id)).to.deep.equal(['to-roll']);
  });

  it('says what went wrong and tries again', async () => {
    const organiser = await Organiser.signedIn({
      prepare: (server) => void server.fail('listCouncils', 'unavailable', 1),
    });
    await organiser.there('#again');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#again');
    await organiser.there('.item');
  });

  it('opens the only council at once, and leads to the list of them', async () => {
    const organiser = await Organiser.signedIn({ prepare: ({ state }) => void (state.councils.all.length = 1) });
    await organiser.there('.tabs');
    await organiser.press('#back-to-councils');
    await organiser.focusOn('councils-title');
    expect(organiser.has('#council-new')).to.equal(true);
  });

  it('reads everything again where she asks for it', async () => {
    const organiser = await Organiser.at('topics');
    await organiser.there('.item');
    const council = organiser.server.state.councils.all[0]!;
    council.topics.push({ ...council.topics[3]!, id: 'aaaaaaaa-0000-4000-8000-000000000000', title: '刚刚来的' });
    await organiser.press('#refresh');
    await organiser.until(() => organiser.words('.items').includes('刚刚来的'), 'the new topic');
  });

  it('founds a council and goes there', async () => {
    const organiser = await Organiser.signedIn();
    await organiser.press('#council-new');
    await organiser.press('#save');
    await organiser.focusOn('form-said');
    expect(organiser.words('#form-said')).to.contain('名称或姓名');
    expect(organiser.find('#council-name').getAttribute('aria-invalid')).to.equal('true');
    await expect(organiser.desk).to.be.accessible();
    await organiser.type('#council-name', '梅园社区妇女议事会');
    await organiser.press('#save');
    await organiser.there('.tabs');
    await organiser.until(() => organiser.words('#council-title') === '梅园社区妇女议事会', 'the new council');
    expect(organiser.told).to.contain('["fl-changed",{"what":"council"}]');
    expect(organiser.told).not.to.contain('梅园');
  });
});

describe('fl-council-desk: the roll', () => {
  it('shows who is on it, who left and why, and who has a card', async () => {
    const organiser = await Organiser.at('roll');
    expect(organiser.all('.item')).to.have.length(12);
    expect(organiser.words(`[data-id="${testMemberId(0)}"]`)).to.contain('主席');
    expect(organiser.words(`[data-id="${testMemberId(9)}"]`)).to.contain('没有卡');
    await organiser.press('#show-left');
    expect(organiser.all('.item')).to.have.length(13);
    expect(organiser.words('.room')).to.contain('搬到外村');
    await expect(organiser.desk).to.be.accessible();
  });

  it('puts somebody on it', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press('#member-new');
    await organiser.focusOn('place-title');
    await organiser.type('#member-name', '新来的');
    await organiser.press('#member-role-secretary');
    await organiser.press('#save');
    await organiser.until(() => organiser.all('.item').length === 13, 'the new member');
    expect(organiser.words('.items')).to.contain('新来的 秘书');
  });

  it('takes somebody off it only with the reason', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press(`#leave-${testMemberId(4)}`);
    await organiser.focusOn('small-title');
    await organiser.press('#small-send');
    await organiser.focusOn('small-words');
    expect(organiser.has('#small-fault')).to.equal(true);
    await expect(organiser.desk).to.be.accessible();
    await organiser.type('#small-words', '外出打工');
    await organiser.press('#small-send');
    await organiser.until(() => organiser.all('.item').length === 11, 'her leaving');
    await organiser.press('#show-left');
    expect(organiser.words(`[data-id="${testMemberId(4)}"]`)).to.contain('外出打工');
  });

  it('keeps what was typed where the entry was changed by somebody else, and says what stands there now', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press(`#member-edit-${testMemberId(5)}`);
    await organiser.type('#member-name', '我写的名字');
    const council = organiser.server.state.councils.all[0]!;
    council.members[5]!.name = '别人写的名字';
    council.rollRevision += 1;
    await organiser.press('#save');
    await organiser.focusOn('conflict');
    expect(organiser.words('.theirs')).to.contain('别人写的名字');
    expect(organiser.find<HTMLInputElement>('#member-name').value).to.equal('我写的名字');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#save');
    await organiser.until(() => council.members[5]!.name === '我写的名字', 'her own words');
  });

  it('asks before it drops what was typed, and does not where nothing was', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press('#member-new');
    await organiser.press('#form-close');
    await organiser.there('#list-title');
    await organiser.press('#member-new');
    await organiser.type('#member-name', '半个名字');
    await organiser.press('#form-close');
    await organiser.focusOn('question-title');
    await expect(organiser.desk).to.be.accessible();
    await organiser.key('Escape');
    await organiser.focusOn('form-close');
    expect(organiser.find<HTMLInputElement>('#member-name').value).to.equal('半个名字');
    await organiser.press('#form-close');
    await organiser.press('#question-yes');
    await organiser.there('#list-title');
    expect(organiser.all('.item')).to.have.length(12);
  });
});

describe('fl-council-desk: cards', () => {
  const cardsOf = async () => {
    const organiser = await Organiser.at('roll', { cardAddress: 'www.example.cn/council' });
    await organiser.press('#choose-without');
    await organiser.press('#invite');
    await organiser.focusOn('question-title');
    await organiser.press('#question-yes');
    await organiser.there('.cards');
    return organiser;
  };

  it('carry a name, a code in four groups, where to go, what for and how long', async () => {
    const organiser = await cardsOf();
    const [card] = organiser.all('.card');
    expect(card!.textContent).to.contain('荷塘村妇女议事会');
    expect([...card!.querySelectorAll('.card-code span')].map((one) => one.textContent.length)).to.deep.equal([
      4, 4, 4, 4,
    ]);
    expect(card!.textContent).to.contain('www.example.cn/council');
    expect(card!.textContent).to.contain('可以提议题、讨论、表决');
    expect(card!.textContent).to.match(/\d{4}年\d+月\d+日前第一次使用/);
    await expect(organiser.desk).to.be.accessible();
  });

  it('leave the screen as they are printed, and memory when somebody says that they are', async () => {
    const organiser = await cardsOf();
    const code = organiser.words('.card-code').replace(/ /g, '');
    const sheet = await organiser.printed(() => organiser.press('#cards-print'));
    expect(sheet.replace(/ /g, '')).to.contain(code);
    await organiser.there('#cards-done');
    expect(organiser.root.textContent.replace(/\s/g, '')).not.to.contain(code);
    expect(organiser.told).to.contain('["fl-printed",{"what":"cards"}]');
    await expect(organiser.desk).to.be.accessible();
    const again = await organiser.printed(() => organiser.press('#cards-again'));
    expect(again.replace(/ /g, '')).to.contain(code);
    await organiser.press('#cards-done');
    await organiser.there('#list-title');
    expect(organiser.has('#cards-see')).to.equal(false);
    expect(organiser.has('.paper')).to.equal(false);
  });

  it('are eight on a sheet', async () => {
    const organiser = await Organiser.at('roll');
    for (const tick of organiser.all('.tick')) tick.click();
    await organiser.press('#invite');
    await organiser.focusOn('question-title');
    expect(organiser.words('.overlay')).to.match(/其中 \d+ 人以前印过还没用的卡/);
    await organiser.press('#question-yes');
    await organiser.there('.cards');
    await organiser.printed(() => organiser.press('#cards-print'));
    expect(organiser.cardsOnSheets).to.deep.equal([8, 4]);
  });

  it('S1 are gone from the screen and from memory when the desk is locked', async () => {
    const organiser = await cardsOf();
    await organiser.press('#lock');
    await organiser.there('.sign-in');
    await organiser.type('#password', 'example-password-1');
    organiser.find<HTMLFormElement>('form').requestSubmit();
    await organiser.there('.room');
    expect(organiser.has('.card-code')).to.equal(false);
    await organiser.there('#list-title');
  });
});

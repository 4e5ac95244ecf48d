import { expect } from '@open-wc/testing';
import { Organiser } from './testing/organiser.js';

afterEach(() => Organiser.leaveAll());

/** The id of a sample topic that has this title. */
function topicOf(organiser: Organiser, title: string): string {
  return organiser.server.state.councils.all[0]!.topics.find((one) => one.title === title)!.id;
}

describe('fl-council-desk: topics', () => {
  it('offers what the state of each allows', async () => {
    const organiser = await Organiser.at('topics');
    await organiser.there('.item');
    const offered = (title: string) =>
      [...organiser.find(`.item[data-id="${topicOf(organiser, title)}"]`).querySelectorAll('.tool')].map((one) =>
        one.textContent.trim(),
      );
    expect(offered('垃圾站太远')).to.deep.equal(['公开收集', '列入议事', '合并到别的议题', '不采纳', '看讨论']);
    expect(offered('村口的路灯坏了')).to.deep.equal(['合并到别的议题', '不采纳', '看讨论']);
    expect(offered('路灯太暗')).to.deep.equal(['看讨论']);
    expect(organiser.words('#to-topics .count')).to.equal('1');
    await expect(organiser.desk).to.be.accessible();
  });

  it('declines only with words, which who proposed it can read', async () => {
    const organiser = await Organiser.at('topics');
    const id = topicOf(organiser, '垃圾站太远');
    await organiser.press(`#decline-${id}`);
    await organiser.press('#small-send');
    await organiser.focusOn('small-words');
    await organiser.type('#small-words', '这件事归镇里管，已经转过去了。');
    await organiser.press('#small-send');
    await organiser.until(() => organiser.words(`.item[data-id="${id}"]`).includes('没有采纳'), 'the decision');
    expect(organiser.words(`.item[data-id="${id}"]`)).to.contain('这件事归镇里管，已经转过去了。');
    expect(organiser.told).to.contain('["fl-changed",{"what":"screen"}]');
    expect(organiser.told).not.to.contain('归镇里管');
  });

  it('merges a topic into one that is still talked about', async () => {
    const organiser = await Organiser.at('topics');
    const id = topicOf(organiser, '垃圾站太远');
    await organiser.press(`#merge-${id}`);
    await organiser.press('#small-send');
    await organiser.focusOn('small-into');
    await expect(organiser.desk).to.be.accessible();
    const titles = [...organiser.find<HTMLSelectElement>('#small-into').options].map((one) => one.text);
    expect(titles).to.include('村口的路灯坏了');
    expect(titles).not.to.include('修镇上的公路');
    await organiser.select('#small-into', topicOf(organiser, '广场舞音量'));
    await organiser.press('#small-send');
    await organiser.until(() => organiser.words(`.item[data-id="${id}"]`).includes('已合并'), 'the decision');
  });

  it('hides a contribution with a reason and shows it again', async () => {
    const organiser = await Organiser.at('topics');
    await organiser.press(`#open-${topicOf(organiser, '办一个暑假托管班')}`);
    await organiser.there('.comments li:nth-child(3)');
    expect(organiser.words('.comments li:nth-child(3)')).to.contain('有成员请您看看');
    expect(organiser.words('.comments li:nth-child(2)')).to.contain('已隐藏：说了别人家的私事。');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('.comments li:nth-child(3) .tool');
    await organiser.type('#small-words', '不要写孩子的名字');
    await organiser.press('#small-send');
    await organiser.until(
      () => organiser.words('.comments li:nth-child(3)').includes('已隐藏：不要写孩子的名字'),
      'its hiding',
    );
    await organiser.press('.comments li:nth-child(3) .tool');
    await organiser.until(() => !organiser.words('.comments li:nth-child(3)').includes('已隐藏'), 'its showing');
  });

  it('keeps words that were refused, and says why', async () => {
    const organiser = await Organiser.at('topics');
    const topic = organiser.server.state.councils.all[0]!.topics.find(({ title }) => title === '垃圾站太远')!;
    await organiser.press(`#admit-${topic.id}`);
    await organiser.type('#small-words', '下次会议讨论。');
    topic.state = 'merged';
    await organiser.press('#small-send');
    await organiser.focusOn(`said-${topic.id}`);
    expect(organiser.words(`#said-${topic.id}`)).to.contain('没有办成');
    expect(organiser.find<HTMLTextAreaElement>('#small-words').value).to.equal('下次会议讨论。');
  });
});

describe('fl-council-desk: meetings', () => {
  it('plans one with items of its own and admitted topics, in an order that can be changed', async () => {
    const organiser = await Organiser.at('meetings');
    await organiser.press('#meeting-new');
    await organiser.type('#meeting-at', '2027-01-09T09:00');
    await organiser.type('#meeting-place', '荷塘村妇女之家');
    await organiser.select('#agenda-add-topic', topicOf(organiser, '村口的路灯坏了'));
    await organiser.type('#agenda-own', '读上次的决议');
    await organiser.press('#agenda-own-add');
    await organiser.press('#agenda-up-1');
    await expect(organiser.desk).to.be.accessible();
    const items = () => organiser.all('.agenda-title').map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(items()).to.deep.equal(['1. 读上次的决议', '2. 村口的路灯坏了 议题']);
    await organiser.press('#save');
    await organiser.until(() => organiser.all('.item').length === 3, 'the new meeting');
    const { draft } = organiser.server.state.councils.all[0]!.meetings[2]!;
    expect(Date.parse(draft.at)).to.equal(Date.parse('2027-01-09T01:00:00Z'));
    expect(draft.agenda.map(({ title }) => title)).to.deep.equal(['读上次的决议', '村口的路灯坏了']);
  });

  it('takes attendance by ticking the roll, keeps minutes, and prints them as they are written', async () => {
    const organiser = await Organiser.at('meetings');
    const held = organiser.all('.item').find((one) => one.textContent.includes('已开'))!;
    held.querySelector<HTMLElement>('.item-title')!.click();
    await organiser.there('.ticks');
    expect(organiser.words('[role=status]')).to.contain('到会 10 人，共 12 人');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#attendance-all');
    expect(organiser.words('[role=status]')).to.contain('到会 12 人，共 12 人');
    await organiser.type('#minutes', '十二人到会，都同意修路灯。');
    const sheet = await organiser.printed(() => organiser.press('#minutes-print'));
    expect(sheet).to.contain('十二人到会，都同意修路灯。');
    expect(sheet).to.contain('1. 路灯修缮');
    expect(sheet).to.contain('示例甲');
    await organiser.press('#save');
    await organiser.there('#list-title');
    expect(organiser.server.state.councils.all[0]!.meetings[0]!.draft.present).to.have.length(12);
  });

  it('loses nothing where somebody else was quicker', async () => {
    const organiser = await Organiser.at('meetings');
    const held = organiser.all('.item').find((one) => one.textContent.includes('已开'))!;
    held.querySelector<HTMLElement>('.item-title')!.click();
    await organiser.type('#minutes', '我写的记录');
    const meeting = organiser.server.state.councils.all[0]!.meetings[0]!;
    meeting.draft = { ...meeting.draft, minutes: '别人写的记录' };
    meeting.revision += 1;
    await organiser.press('#save');
    await organiser.focusOn('conflict');
    expect(organiser.words('.theirs')).to.contain('别人写的记录');
    expect(organiser.find<HTMLTextAreaElement>('#minutes').value).to.equal('我写的记录');
    await organiser.press('#take-theirs');
    await organiser.until(
      () => organiser.find<HTMLTextAreaElement>('#minutes').value === '别人写的记录',
      'their minutes',
    );
  });
});

describe('fl-council-desk: resolutions', () => {
  it('records what was done, and reports it done only with words', async () => {
    const organiser = await Organiser.at('resolutions');
    const one = organiser.server.state.councils.all[0]!.resolutions.find(({ state }) => state === 'working')!;
    await organiser.press(`button[data-id="${one.id}"]`);
    await organiser.focusOn('place-title');
    expect(organiser.words('article')).to.contain('逾期');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press(`#add-${one.id}`);
    await organiser.type('#small-words', '已经清了一半。');
    await organiser.press('#small-send');
    await organiser.until(() => organiser.words('.comments').includes('已经清了一半。'), 'the evidence');
    await organiser.press(`#report-${one.id}`);
    await organiser.press('#small-send');
    await organiser.focusOn('small-words');
    await organiser.type('#small-words', '河道清完了。');
    await organiser.press('#small-send');
    await organiser.until(() => organiser.words('article').includes('说办完了，等认可'), 'the report');
    expect(organiser.told).to.contain('["fl-changed",{"what":"report"}]');
  });

  it('accepts in the place of a proposer who is not on the roll', async () => {
    const organiser = await Organiser.at('resolutions', {
      prepare: ({ state }) => {
        const [council] = state.councils.all;
        for (const one of council!.resolutions) delete (one.draft as { topic?: string }).topic;
      },
    });
    const one = organiser.server.state.councils.all[0]!.resolutions.find(({ state }) => state === 'reported')!;
    expect(organiser.words(`.item[data-id="${one.id}"]`)).to.contain('等您认可');
    await organiser.press(`button[data-id="${one.id}"]`);
    await organiser.press(`#accept-${one.id}`);
    await organiser.type('#small-words', '看过了，办得好。');
    await organiser.press('#small-send');
    await organiser.until(() => organiser.words('article').includes('办好了，已认可'), 'the acceptance');
  });

  it('leaves accepting to the member who proposed the topic', async () => {
    const organiser = await Organiser.at('resolutions');
    const one = organiser.server.state.councils.all[0]!.resolutions.find(({ state }) => state === 'reported')!;
    expect(organiser.words(`.item[data-id="${one.id}"]`)).to.contain('等提出人认可');
    await organiser.press(`button[data-id="${one.id}"]`);
    await organiser.there('#place-title');
    expect(organiser.has(`#accept-${one.id}`)).to.equal(false);
    expect(organiser.words('article')).to.contain('由提出议题的成员认可');
  });

  it('says satisfaction only as the service says it, and prints the notice', async () => {
    const organiser = await Organiser.at('resolutions');
    const one = organiser.server.state.councils.all[0]!.resolutions.find(({ state }) => state === 'accepted')!;
    await organiser.press(`button[data-id="${one.id}"]`);
    await organiser.there('#place-title');
    expect(organiser.words('.facts')).to.match(/6 人评价，平均 4\.\d 分/);
    const sheet = await organiser.printed(() => organiser.press('#notice-print'));
    expect(sheet).to.contain('公示');
    expect(sheet).to.contain('负责人：村委会');
    expect(organiser.told).to.contain('["fl-printed",{"what":"notice"}]');
  });
});

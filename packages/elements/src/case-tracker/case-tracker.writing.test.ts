import { expect } from '@open-wc/testing';
import { testCaseNumber } from '@fulian/sdk/testing';
import { readableJson } from './case-tracker.more.js';
import { Requester, sample } from './testing/requester.js';

afterEach(() => Requester.leaveAll());

const message = '我今晚在娘家，孩子也在。';
const herWords = (one: Requester) =>
  one
    .events('working')
    .filter(({ kind }) => kind === 'own-message')
    .map(({ words }) => words);

function file(name: string, bytes: number): File {
  const content = new Uint8Array(bytes);
  content.set([0xff, 0xd8, 0xff, 0xe0]);
  return new File([content], name, { type: 'image/jpeg' });
}

describe('fl-case-tracker, writing', () => {
  it('sends what she wrote, says that it arrived, and empties the box', async () => {
    const one = await Requester.withCase('working');
    await one.type('message', message);
    await one.press('[part=send]');
    await one.until(() => one.words('[part=write] .done') === '送到了。', 'the word that it arrived');
    expect(herWords(one)).to.include(message);
    expect(one.find<HTMLTextAreaElement>('#message').value).to.equal('');
    expect(one.words('.event')).to.contain(message);
    await one.type('message', '还有');
    expect(one.words('[part=write] .done')).to.equal('');
  });

  it('opens the box when she wants to write, leads to it, and keeps it open while she empties it', async () => {
    const one = await Requester.withCase('working');
    expect(one.has('#message')).to.equal(false);
    expect(one.words('#write')).to.equal('写给妇联');
    await one.press('#write');
    await one.until(() => one.focused === 'message', 'the focus on the box');
    await one.type('message', message);
    await one.type('message', '');
    expect(one.has('#message')).to.equal(true);
  });

  it('asks for words first, and leads to the box', async () => {
    const one = await Requester.withCase('working');
    await one.startWriting();
    await one.press('[part=send]');
    await one.until(() => one.words('#draft-faults').includes('请先写几个字'), 'the fault');
    await one.until(() => one.focused === 'message', 'the focus on the box');
    expect(one.find('#message').getAttribute('aria-describedby')).to.equal('draft-faults');
  });

  it('S10 says when nobody knows whether it arrived, and sends it again, which counts once', async () => {
    const one = await Requester.withCase('working');
    one.server.fail('sendOwnMessage', 'drop-response');
    one.server.closeStreams('broken');
    one.server.fail('readOwnCase', 'drop-request', Infinity);
    await one.type('message', message);
    await one.press('[part=send]');
    await one.there('[part=outgoing] .fault');
    expect(one.words('[part=outgoing]')).to.contain('不知道送到没有').and.to.contain(message);
    await one.pressWords('再试一次');
    await one.until(() => !one.has('[part=outgoing]'), 'the end of the doubt');
    expect(herWords(one).filter((words) => words === message)).to.have.length(1);
  });

  it('gives back the words of a message that was refused', async () => {
    const one = await Requester.withCase('working');
    one.server.fail('sendOwnMessage', 'step-refused');
    await one.type('message', message);
    await one.press('[part=send]');
    await one.pressWords('拿回来改');
    await one.until(() => one.focused === 'message', 'the focus on the box');
    expect(one.find<HTMLTextAreaElement>('#message').value).to.equal(message);
    expect(one.has('[part=outgoing]')).to.equal(false);
  });

  it('sends files along: shows how far they are, takes one away, says why one was not taken', async () => {
    const one = await Requester.withCase('working');
    one.server.fail('appendAttachment', 'attachment-type-refused');
    await one.addFiles(file('病毒.exe', 2000));
    await one.there('.file .fault');
    expect(one.words('.file')).to.contain('病毒.exe').and.to.contain('这种文件收不了');
    await one.type('message', message);
    await one.press('[part=send]');
    await one.until(() => one.words('#draft-faults').includes('没有传好'), 'the fault');
    await one.pressWords('移除');
    await one.until(() => !one.has('.file') && one.focused === 'attachments', 'the end of the file');
    await one.addFiles(file('伤情.jpg', 3000));
    await one.there('.file .done');
    expect(one.find<HTMLInputElement>('#attachments').value).to.equal('');
    await one.press('[part=send]');
    await one.until(() => herWords(one).includes(message), 'the message');
    await one.until(() => one.words('.event').includes('伤情.jpg 3 KB'), 'the file in the timeline');
  });

  it('keeps what she was writing when half an hour is over, and has it again for the same case only', async () => {
    const one = await Requester.withCase('working');
    await one.type('message', message);
    one.server.state.ownTokens.clear();
    one.workerDoes('working', { kind: 'message', words: '在吗？' });
    await one.until(() => one.words('.sheet').includes('还没有发出去'), 'the blank page');
    expect(one.words('.base')).not.to.contain(message);
    await one.pressWords('重新打开');
    await one.open('working');
    expect(((await one.there('#message')) as HTMLTextAreaElement).value).to.equal(message);
  });
});

describe('fl-case-tracker, what is rarely used', () => {
  it('withdraws only after it said what that means', async () => {
    const one = await Requester.withCase('working');
    await one.press('#withdraw-toggle');
    await one.until(() => one.focused === 'panel', 'the focus on the panel');
    expect(one.words('#panel')).to.contain('不再办，也不再联系您');
    expect(one.find('#withdraw-toggle').getAttribute('aria-expanded')).to.equal('true');
    await one.pressWords('不要了，返回');
    await one.until(() => one.focused === 'withdraw-toggle' && !one.has('#panel'), 'the way back');
    expect(one.events('working').some(({ kind }) => kind === 'own-withdraw')).to.equal(false);
    await one.press('#withdraw-toggle');
    await one.press('#withdraw-go');
    await one.until(() => one.words('#heading') === '您撤回了', 'the withdrawal');
    await one.until(() => one.focused === 'heading', 'the focus');
    expect(one.events('working').filter(({ kind }) => kind === 'own-withdraw')).to.have.length(1);
  });

  it('warns before it saves everything, and gives it a name that says nothing', async () => {
    const one = await Requester.withCase('working');
    const saved: { name: string; text: Promise<string> }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob | undefined;
    URL.createObjectURL = (given: Blob) => ((blob = given), 'blob:test');
    HTMLAnchorElement.prototype.click = function save() {
      saved.push({ name: this.download, text: blob!.text() });
    };
    try {
      await one.press('#download-toggle');
      await one.there('#download-go');
      expect(one.words('#panel')).to.contain('谁拿到手机都能看到');
      expect(saved).to.deep.equal([]);
      await one.press('#download-go');
      await one.until(() => one.words('#panel .done') !== '', 'the word that it was saved');
    } finally {
      Object.assign(URL, { createObjectURL });
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.have.length(1);
    expect(saved[0]!.name).to.match(/^备忘-\d{4}-\d\d-\d\d\.txt$/);
    const text = await saved[0]!.text;
    expect(text).to.contain('他昨晚又动手了').and.to.contain('您写的').and.to.contain('"safeContact"');
  });

  it('saves lists as lists, also on a page with Prototype.js', () => {
    const value = { timeline: [{ at: 'today', files: ['a', 'b'] }], none: [] };
    const clean = JSON.stringify(value, null, 2);
    // oxlint-disable-next-line no-extend-native -- what that library does
    Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: () => '[…]' });
    try {
      expect(JSON.stringify(value)).to.contain('…');
      expect(readableJson(value)).to.equal(clean);
    } finally {
      delete (Array.prototype as { toJSON?: unknown }).toJSON;
    }
  });

  it('says that it was not saved where the service does not answer', async () => {
    const one = await Requester.withCase('working');
    one.server.fail('exportOwnCase', 'unavailable', Infinity);
    await one.press('#download-toggle');
    await one.press('#download-go');
    await one.there('#panel .fault');
    expect(one.words('#panel .fault')).to.contain('没有办成');
  });

  it('deletes for good after the last group of her number, and not after another', async () => {
    const one = await Requester.withCase('closedLongAgo');
    await one.press('#erase-toggle');
    await one.type('group', '0000');
    await one.press('#erase-go');
    await one.until(() => one.focused === 'group' && one.has('#group-fault'), 'the fault');
    expect(one.server.requests.some(({ operation }) => operation === 'eraseOwnCase')).to.equal(false);
    await one.type('group', testCaseNumber(sample.closedLongAgo).slice(-4));
    await one.press('#erase-go');
    await one.until(() => one.words('.sheet').includes('这件事已经删掉了'), 'the deletion');
    expect(one.server.state.cases.all.some(({ number }) => number === testCaseNumber(1))).to.equal(false);
  });

  it('says from when it can be deleted, where that is later', async () => {
    const one = await Requester.withCase('declined');
    expect(one.has('#erase-toggle')).to.equal(false);
    expect(one.words('[part=more]')).to.match(/以后可以永远删掉/);
  });
});

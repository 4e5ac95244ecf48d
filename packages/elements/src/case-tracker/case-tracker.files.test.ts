import { expect } from '@open-wc/testing';
import { type TestServer, testCaseNumber } from '@fulian/sdk/testing';
import { everythingStored } from '../base/testing/on-page.js';
import { Requester, sample } from './testing/requester.js';

afterEach(() => Requester.leaveAll());

const hostile = '<img src=x onerror=alert(1)>\u202egpj.exe' + 'z\u0301'.repeat(70);

/** Puts files into the case at the service, as if its worker had sent them. */
function sent(server: TestServer, names: readonly string[]): string[] {
  return names.map((name, at) => {
    const id = `file${at}`.padEnd(22, 'A');
    const bytes = new Uint8Array(2048 * (at + 1));
    const request = testCaseNumber(sample.working);
    const file = { id, federation: '990101000000', draft: '', name, size: bytes.length, bytes, offset: bytes.length };
    server.state.attachments.set(id, { ...file, status: 'stored', mediaType: 'application/pdf', request });
    return id;
  });
}

/** Somebody whose worker has sent her files. */
async function withFiles(...names: readonly string[]): Promise<Requester> {
  const one = await Requester.withCase('working');
  const attachments = sent(one.server, names);
  one.workerDoes('working', { kind: 'message', words: '请看附件。', attachments });
  await one.until(() => one.words('[part=timeline]').includes('请看附件'), 'the message');
  return one;
}

/** What the page asks the browser to save meanwhile: under which name, and what. */
async function saving(work: (saved: { name: string; size: number }[]) => Promise<void>): Promise<void> {
  const saved: { name: string; size: number }[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL(blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, size: blobs.get(this.href)!.size });
  };
  try {
    await work(saved);
  } finally {
    Object.assign(URL, { createObjectURL });
    HTMLAnchorElement.prototype.click = click;
  }
}

describe('fl-case-tracker, files', () => {
  it('says how many came with a message, and shows their names when she wants to see them', async () => {
    const one = await withFiles('申请表.pdf', '照片 2.jpg');
    expect(one.words('[part=timeline]')).to.contain('2 个文件').and.not.to.contain('申请表');
    await one.pressWords('2 个文件');
    await one.until(() => one.focused === 'files', 'the focus on the list');
    expect(one.all('[part=attachment] .title').map(({ textContent }) => textContent)).to.deep.equal([
      '申请表.pdf',
      '照片 2.jpg',
    ]);
    expect(one.words('[part=attachment]')).to.contain('2 KB');
    await expect(one.tracker).to.be.accessible();
  });

  it('S2 S3 saves one after she was warned, under a name that says nothing, and keeps nothing', async () => {
    const one = await withFiles('告诫书.pdf', '验伤报告.pdf');
    const before = everythingStored();
    await saving(async (saved) => {
      await one.pressWords('2 个文件');
      await one.pressWords('存到手机 验伤报告.pdf');
      await one.until(() => one.focused === 'file-go', 'the focus on the question');
      expect(one.words('[part=timeline]')).to.contain('谁拿到手机都能看到');
      expect(saved).to.deep.equal([]);
      await one.pressWords('不要了');
      expect(one.has('#file-go')).to.equal(false);
      await one.pressWords('存到手机 验伤报告.pdf');
      await one.press('#file-go');
      await one.until(() => saved.length === 1, 'the file');
      expect(saved).to.deep.equal([{ name: '备忘-2.pdf', size: 4096 }]);
    });
    await one.until(() => one.words('[part=timeline]').includes('交给手机去存了'), 'the word that it was saved');
    expect(one.server.requests.some(({ url }) => decodeURIComponent(url).includes('验伤'))).to.equal(false);
    expect(everythingStored()).to.equal(before);
    expect(document.title).not.to.contain('验伤');
  });

  it('says that it did not come, and lets her try again', async () => {
    const one = await withFiles('申请表.pdf');
    one.server.fail('downloadOwnCaseAttachment', 'unavailable');
    await saving(async (saved) => {
      await one.pressWords('1 个文件');
      await one.pressWords('存到手机');
      await one.press('#file-go');
      await one.there('[part=attachment] .fault');
      expect(saved).to.deep.equal([]);
      await one.press('#file-go');
      await one.until(() => saved.length === 1, 'the file');
    });
  });

  it('shows a name as text, in its box and in its direction, whatever is in it', async () => {
    const one = await withFiles(hostile);
    await one.pressWords('1 个文件');
    const title = await one.there('[part=attachment] .title');
    expect(title.textContent).to.contain('<img src=x onerror=alert(1)>').and.not.to.contain('\u202e');
    expect(title.querySelector('img')).to.equal(null);
    const box = one.find('[part=attachment]');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    expect(getComputedStyle(title).overflow).to.not.equal('visible');
  });

  it('S1 shows none of it any more once she has left', async () => {
    const one = await withFiles('验伤报告.pdf');
    await one.pressWords('1 个文件');
    await one.there('[part=attachment]');
    one.leave();
    await one.until(() => !one.has('[part=attachment]'), 'the blank page');
    expect(one.root.textContent).not.to.contain('验伤');
  });
});

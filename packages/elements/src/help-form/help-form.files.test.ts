import { expect } from '@open-wc/testing';
import { Visitor } from './testing/visitor.js';

afterEach(() => Visitor.leaveAll());

function file(name: string, bytes: number): File {
  const content = new Uint8Array(bytes);
  content.set([0xff, 0xd8, 0xff, 0xe0]);
  return new File([content], name, { type: 'image/jpeg' });
}

describe('fl-help-form, files', function () {
  this.timeout(20_000);

  it('shows how far each file is, in words and as a bar with a name, and says when it is there', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('attachments');
    const gate = visitor.server.hold('appendAttachment');
    await visitor.addFiles(file('伤情.jpg', 400_000));
    await gate.arrived(1);
    const bar = (await visitor.there('progress[aria-label]')) as HTMLProgressElement;
    expect(bar.getAttribute('aria-label')).to.equal('伤情.jpg');
    expect(bar.max).to.equal(400_000);
    expect(visitor.words('.file')).to.contain('已上传 0%');
    gate.release(1);
    await visitor.until(() => bar.value > 0, 'progress');
    expect(visitor.words('.file')).to.match(/已上传 [1-9]\d?%/);
    gate.open();
    await visitor.there('.file .done');
    expect(visitor.words('.file')).to.contain('上传好了');
    expect(visitor.has('.file progress')).to.be.false;
    expect(visitor.find<HTMLInputElement>('#attachments').value).to.equal('');
  });

  it('cancels a file that is on its way, and moves the focus to where another can be chosen', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('attachments');
    const gate = visitor.server.hold('appendAttachment');
    await visitor.addFiles(file('一.jpg', 300_000));
    await gate.arrived(1);
    const button = visitor.find('.file button');
    expect(button.textContent.replace(/\s+/g, ' ').trim()).to.equal('取消 一.jpg');
    button.click();
    await visitor.until(() => !visitor.has('.file'), 'the end of the file');
    await visitor.until(() => visitor.focused === 'attachments', 'the focus');
    gate.open();
    await visitor.next();
    await visitor.goTo('check');
    expect(visitor.words('.summary')).not.to.contain('一.jpg');
  });

  it('says in plain words why a file was not taken, and asks to remove it before she goes on', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('attachments');
    visitor.server.fail('appendAttachment', 'attachment-type-refused');
    await visitor.addFiles(file('病毒.exe', 2000));
    await visitor.there('.file .fault');
    expect(visitor.words('.file .fault')).to.contain('这种文件收不了');
    expect(visitor.all('.file button')).to.have.length(1);
    await visitor.nextWithFaults();
    expect(visitor.words('#error-summary')).to.contain('有文件没有传好');
    await visitor.press('.file button');
    await visitor.next();
    expect(visitor.step).to.equal('place');
  });

  it('refuses what is too large or empty before sending a byte', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('attachments');
    await visitor.addFiles(file('大.mp4', (20 << 20) + 1), new File([], '空.txt'));
    const faults = visitor.all('.file .fault').map((one) => one.textContent);
    expect(faults[0]).to.contain('不能超过 20 MB');
    expect(faults[1]).to.contain('是空的');
    expect(visitor.server.requests.some(({ operation }) => operation === 'startAttachment')).to.be.false;
  });

  it('tries a file again that broke off, when she asks', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('attachments');
    const mend = visitor.server.fail('startAttachment', 'drop-request', Infinity);
    // The store waits some seconds between its own tries; here a second is a millisecond.
    const { setTimeout: real } = window;
    Object.assign(window, { setTimeout: (run: () => void, time = 0) => real(run, time / 1000) });
    try {
      await visitor.addFiles(file('录音.m4a', 5000));
      await visitor.there('.file .fault');
    } finally {
      Object.assign(window, { setTimeout: real });
    }
    expect(visitor.words('.file .fault')).to.contain('没有传完');
    const [again] = visitor.all('.file button');
    expect(again!.textContent).to.contain('再试一次');
    mend();
    again!.click();
    await visitor.there('.file .done');
  });

  it('sends the files with the request', async () => {
    const visitor = await Visitor.arrive();
    await visitor.submit({
      attachments: async (one) => {
        await one.addFiles(file('一.jpg', 1000), file('二.jpg', 1000));
        await one.until(() => one.all('.file .done').length === 2, 'both files');
      },
    });
    expect(visitor.server.state.helpRequests[0]!.submission.attachments).to.have.length(2);
  });
});

describe('fl-help-form, places', function () {
  this.timeout(20_000);

  const names = (visitor: Visitor) => visitor.all('.place').map((one) => one.textContent.trim());

  it('goes from the county to a township to a village, and back up again', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('place');
    await visitor.there('.place');
    expect(visitor.words('#place-list')).to.equal('清溪县下面的地方');
    expect(names(visitor)).to.deep.equal(['柳桥镇', '东湖街道', '桃源镇']);
    await visitor.press('.place');
    await visitor.until(() => names(visitor).includes('荷塘村'), 'the villages');
    await visitor.until(() => visitor.focused === 'place', 'the focus on what was chosen');
    await visitor.press('.place');
    expect(visitor.words('.chosen-place b')).to.equal('清溪县 · 柳桥镇 · 荷塘村');
    expect(names(visitor)).to.deep.equal([]);
    await visitor.press('.chosen-place button');
    expect(visitor.words('.chosen-place b')).to.equal('清溪县 · 柳桥镇');
    await visitor.press('.chosen-place button');
    expect(visitor.has('.chosen-place')).to.be.false;
  });

  it('may be left at any level, and altogether', async () => {
    for (const place of [(one: Visitor) => one.press('.place'), () => undefined]) {
      const visitor = await Visitor.arrive();
      await visitor.submit({ place });
      const { division } = visitor.server.state.helpRequests[0]!.submission;
      expect(division).to.equal(place.length > 0 ? '990101001000' : undefined);
    }
  });

  it('finds a place by a part of its name where there are many, and says how many', async () => {
    const visitor = await Visitor.arrive({
      prepare: (server) =>
        void server.fail('listChildFederations', {
          status: 200,
          body: {
            items: [...Array(30).keys()].map((n) => ({
              code: `9901010${10 + n}000`,
              level: 'township',
              name: n === 7 ? '桃源镇' : `第${n}镇`,
              hasChildren: false,
            })),
          },
        }),
    });
    await visitor.goTo('place');
    await visitor.type('place-filter', '桃');
    expect(names(visitor)).to.deep.equal(['桃源镇']);
    expect(visitor.words('.count')).to.equal('找到 1 个');
    await visitor.type('place-filter', '没有的');
    expect(names(visitor)).to.deep.equal([]);
    expect(visitor.words('.count')).to.contain('没有找到“没有的”');
    await visitor.next();
    expect(visitor.step).to.equal('identity');
  });

  it('says that it waits, that it failed, and that there is nothing', async () => {
    const visitor = await Visitor.arrive();
    await visitor.goTo('place');
    await visitor.there('.place');
    const mend = visitor.server.fail('listChildFederations', 'unavailable', Infinity);
    const gate = visitor.server.hold('listChildFederations');
    await visitor.press('.place');
    await visitor.there('.screen [role=alert]');
    expect(visitor.words('.screen [role=alert]')).to.contain('地名没有取到');
    mend();
    visitor.server.fail('listChildFederations', { status: 200, body: { items: [] } });
    await visitor.press('.screen [role=alert] button');
    expect(visitor.words('.screen [role=status]')).to.contain('请稍等');
    gate.open();
    await visitor.until(() => visitor.words('.screen').includes('没有更小的地方'), 'that there is nothing');
  });
});

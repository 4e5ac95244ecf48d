import { expect } from '@open-wc/testing';
import { testCaseId, testCaseNumber, testSecret } from '@fulian/sdk/testing';
import { Requester, sample } from './testing/requester.js';

afterEach(() => Requester.leaveAll());

const planted = '他昨晚又动手了，我在娘家';

/** All that the tracker shows or holds: its words, and what stands in its controls. */
function everything(one: Requester): string {
  const controls = one.all<HTMLInputElement>('input, textarea').map(({ value }) => value);
  return `${one.words('.base')} ${controls.join(' ')} ${one.root.innerHTML} ${one.tracker.outerHTML}`;
}

const leave = {
  'a quick exit': (one: Requester) => one.leave(),
  'leaving the page in any other way': () =>
    void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
  'being taken out of the page': (one: Requester) => {
    const home = one.tracker.parentElement!;
    one.tracker.remove();
    home.append(one.tracker);
  },
};

describe('fl-case-tracker, safety', function () {
  this.timeout(20_000);

  for (const [how, go] of Object.entries(leave)) {
    it(`S1 after ${how} nothing of the case is in the page, from the same moment on`, async () => {
      const one = await Requester.withCase('working');
      await one.type('message', planted);
      const box = one.find<HTMLTextAreaElement>('#message');
      go(one);
      expect(box.value).to.equal('');
      await one.tracker.updateComplete;
      expect(one.words('.sheet')).to.equal('这一页已经清空。 重新打开');
      expect(everything(one)).not.to.contain(planted).and.not.to.contain('公安').and.not.to.contain('清溪');
    });

    it(`S1 after ${how} number and secret do not come back either`, async () => {
      const one = await Requester.arrive();
      await one.type('number', testCaseNumber(0));
      await one.type('secret', testSecret);
      const boxes = one.all<HTMLTextAreaElement>('textarea');
      go(one);
      expect(boxes.map(({ value }) => value)).to.deep.equal(['', '']);
      await one.tracker.updateComplete;
      // A portal's script may have moved it before she began: then there is nothing to be said.
      if (how !== 'being taken out of the page') await one.pressWords('重新打开');
      await one.until(() => one.has('#secret'), 'the way in');
      expect(one.all<HTMLTextAreaElement>('textarea').map(({ value }) => value)).to.deep.equal(['', '']);
    });
  }

  it('S1 a case that is on its way when she leaves is not shown any more', async () => {
    const one = await Requester.arrive();
    const gate = one.server.hold('readOwnCase');
    await one.type('number', testCaseNumber(0));
    await one.type('secret', testSecret);
    await one.press('[part=open]');
    await gate.arrived(1);
    one.leave();
    gate.open();
    await one.until(() => one.server.requests.length > 1, 'the answer');
    await new Promise((turn) => setTimeout(turn));
    await one.tracker.updateComplete;
    expect(one.words('.sheet')).to.equal('这一页已经清空。 重新打开');
    expect(one.heard.map(({ type }) => type)).to.deep.equal(['fl-exited']);
  });

  it('S1 has the quick exit on every screen, and goes where the page wants', async () => {
    const one = await Requester.arrive();
    const look = () => one.find('fl-quick-exit').shadowRoot!.querySelector('a')!.getBoundingClientRect();
    expect(look().height).to.be.at.least(44);
    await one.open('working');
    expect(look().height).to.be.at.least(44);
    await one.press('[part=put-away]');
    expect(look().height).to.be.at.least(44);
    one.tracker.exitHref = '/weather';
    await one.tracker.updateComplete;
    expect(one.find('fl-quick-exit').getAttribute('href')).to.equal('/weather');
  });

  it('is put away at once by either button, forgets everything, and says how to come back', async () => {
    for (const place of ['.top', '.end']) {
      const one = await Requester.withCase('working');
      await one.type('message', planted);
      await one.press(`${place} [part=put-away]`);
      expect(everything(one)).not.to.contain(planted);
      await one.until(() => one.focused === 'closed', 'the focus');
      await one.pressWords('重新打开');
      await one.until(() => one.focused === 'heading', 'the focus on the heading');
      await one.open('working');
      expect(one.has('#message')).to.equal(false);
      await one.startWriting();
      expect(one.find<HTMLTextAreaElement>('#message').value).to.equal('');
      Requester.leaveAll();
    }
  });

  it('goes blank when nobody touched it, after a warning that a touch takes back', async () => {
    const real = Date.now;
    let passed = 0;
    Date.now = () => real() + passed;
    const { setTimeout: later } = window;
    // The timer that looks for her is the first one that is set for minutes.
    const long: { run: () => void; minutes: number }[] = [];
    window.setTimeout = ((run: () => void, milliseconds = 0) => {
      if (milliseconds < 50_000) return later(run, milliseconds);
      long.push({ run, minutes: milliseconds / 60_000 });
      return 0;
    }) as never;
    /** The clock goes on, and what is due then runs. */
    const pass = (minutes: number) => {
      passed += minutes * 60_000 + 1000;
      for (const timer of long.splice(0)) timer.run();
    };
    try {
      const one = await Requester.withCase('working');
      const idle = Math.round(long[0]!.minutes) + 1;
      expect(idle).to.be.within(2, 29);
      pass(idle - 1);
      await one.until(() => one.words('.strip').includes('一分钟后'), 'the warning');
      await one.pressWords('我还在看');
      await one.until(() => !one.has('.strip .danger'), 'the end of the warning');
      pass(idle - 1);
      await one.there('.strip .danger');
      pass(1);
      await one.until(() => one.words('.sheet').includes('很久没有人动'), 'the blank page');
      expect(everything(one)).not.to.contain('公安');
    } finally {
      Date.now = real;
      window.setTimeout = later;
    }
  });

  it('S2 writes nothing into any storage', async () => {
    const stores = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    const look = async () => [stores(), (await indexedDB.databases?.())?.length, (await caches.keys()).length];
    const before = await look();
    const one = await Requester.withCase('working');
    await one.type('message', planted);
    await one.press('[part=send]');
    await one.until(() => one.words('.event').includes(planted), 'the message');
    expect(await look()).to.deep.equal(before);
  });

  it('S2 asks no browser to remember what is typed', async () => {
    const one = await Requester.withCase('closedLongAgo');
    await one.press('#erase-toggle');
    await one.there('#group');
    for (const control of one.all('input, textarea')) {
      expect(control.getAttribute('autocomplete'), control.id).to.equal('off');
      expect(control.hasAttribute('name'), control.id).to.equal(false);
    }
    expect(one.has('form')).to.equal(false);
  });

  it('S3 changes neither the address nor the title nor the history of the page', async () => {
    const look = () => [location.href, document.title, history.length, JSON.stringify(history.state)];
    const before = look();
    const one = await Requester.withCase('working');
    await one.press('#withdraw-toggle');
    await one.press('#withdraw-go');
    await one.until(() => one.words('#heading') === '您撤回了', 'the withdrawal');
    await one.press('[part=put-away]');
    expect(look()).to.deep.equal(before);
    expect(one.heard.map(({ type, detail }) => [type, detail as unknown])).to.deep.equal([
      ['fl-opened', null],
      ['fl-put-away', null],
    ]);
    expect(one.heard.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
  });

  it('S3 has neither number nor secret in any attribute or word, nor what the case is about', async () => {
    const one = await Requester.withCase('working');
    const all = everything(one).replace(/\s/g, '');
    for (const secret of [testSecret, testCaseNumber(0)]) expect(all).not.to.contain(secret);
    expect(all).not.to.contain('家庭暴力').and.not.to.contain('domestic');
  });

  it('needs no inline style and no inline script', async () => {
    const one = await Requester.withCase('closedLongAgo');
    await one.press('#erase-toggle');
    await one.there('#group');
    expect(one.all('[style], style, script, [onclick]')).to.deep.equal([]);
  });
});

const payloads = {
  script: `<img src=x onerror="window.ran=1"><script>window.ran=1</script>"><svg onload=window.ran=1> javascript:window.ran=1`,
  bidi: 'abc\u202e\u2067gpj.exe\u202d\u2066 def',
  zalgo: 'Z\u0351\u0363\u036b'.repeat(3) + '\u0351'.repeat(400),
  formula: `=HYPERLINK("https://evil.example","x")\t+1-1@SUM(A1)`,
  endless: 'W'.repeat(3000),
};

describe('fl-case-tracker, hostile texts', function () {
  this.timeout(20_000);

  for (const [name, payload] of Object.entries(payloads))
    it(`${name}: nothing runs, nothing leaves its box`, async () => {
      const hostile = payload.slice(0, 90);
      const one = await Requester.arrive({
        prepare: (server) => {
          const asked = server.state.cases.all[sample.consentAsked]!;
          for (const event of asked.events) if (event.kind === 'consent') Object.assign(event, { words: payload });
          server.takeStep(testCaseId(sample.consentAsked), 'worker.qingxi', { kind: 'message', words: payload });
        },
      });
      const { fetch } = one.server;
      // Names of federations and agencies and the telephone number are somebody's text, too.
      const client = (await import('@fulian/sdk')).createClient({
        baseUrl: 'https://service.example',
        fetch: async (url, init) => {
          const answer = await fetch(url, init);
          const json = async () => {
            const body = (await answer.json()) as Record<string, unknown>;
            return 'handledBy' in body
              ? Object.assign(body, {
                  handledBy: { ...(body['handledBy'] as object), name: hostile, phone: hostile.slice(0, 30) },
                  timeline: (body['timeline'] as { unit?: string }[]).map((event) => ({ ...event, unit: hostile })),
                })
              : body;
          };
          return { ...answer, json };
        },
      });
      one.tracker.client = client;
      await one.tracker.updateComplete;
      await one.open('consentAsked');
      for (const details of one.all<HTMLDetailsElement>('details')) details.open = true;
      await one.type('message', payload);
      await one.addFiles(new File([new Uint8Array([255, 216, 255, 224])], hostile));
      await one.there('.file');

      const sheet = one.find('.sheet');
      expect(sheet.scrollWidth).to.be.at.most(sheet.clientWidth);
      expect('ran' in window).to.equal(false);
      expect(one.all('img, script, iframe, object')).to.deep.equal([]);
      for (const link of one.all<HTMLAnchorElement>('a')) expect(link.protocol).to.equal('tel:');
      // What paints beyond its line is cut off by a box around it.
      for (const said of one.all('.said, .title, h3')) {
        expect(getComputedStyle(said).overflowX, said.className).to.equal('hidden');
        expect(said.getBoundingClientRect().right).to.be.at.most(sheet.getBoundingClientRect().right);
      }
      for (const words of one.all('.said')) expect(getComputedStyle(words).unicodeBidi).to.match(/isolate|plaintext/);
      for (const sentence of one.all('h3, [part=next] p'))
        expect(sentence.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]/);
    });
});

import { expect } from '@open-wc/testing';
import { testCaseId } from '@fulian/sdk/testing';
import { Worker } from './testing/worker.js';

afterEach(() => Worker.leaveAll());

const payloads = [
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
  '\u202Etxt.exe\u2066 oot gnol \u202E',
  `Z${'\u0300\u0316\u0489'.repeat(60)}algo`,
  '=HYPERLINK("https://evil.example","x")',
  'x'.repeat(400),
  '${window.hacked=1}{{7*7}}',
];

describe('fl-case-desk: hostile words', () => {
  it('shows them as they are: nothing runs, nothing leaves its box', async () => {
    const all = payloads.join('\n');
    const worker = await Worker.at(0, {
      prepare: ({ state, takeStep, takeOwnStep }) => {
        const { submission } = state.cases.all[0]!;
        submission.narrative = all;
        submission.identity = { kind: 'named', name: payloads[1]!.slice(0, 50) };
        submission.safeContact.coverWords = `${payloads[0]!}${payloads[2]!}`.slice(0, 200);
        submission.safeContact.personName = payloads[2]!.slice(0, 50);
        takeStep(testCaseId(0), 'worker.qingxi', { kind: 'note', words: all });
        takeOwnStep(testCaseId(0), { kind: 'own-message', words: all });
      },
    });
    expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
    expect(worker.has('.case img')).to.equal(false);
    expect(worker.has('.case script')).to.equal(false);
    expect(worker.words('.case-main')).to.contain('<img src=x onerror=');
    const said = worker.all('.said, .said-line');
    expect(said.length).to.be.greaterThan(3);
    for (const box of said) {
      const style = getComputedStyle(box);
      expect(style.overflowX, box.className).to.equal('hidden');
      expect(['isolate', 'plaintext', 'isolate-override'], box.className).to.include(style.unicodeBidi);
    }
    const { scrollWidth, clientWidth } = worker.find('.case-body');
    expect(scrollWidth).to.be.at.most(clientWidth + 1);
    await expect(worker.desk).to.be.accessible();
  });

  it('S3 lets no word of a case into the page’s address, title or events', async () => {
    const { title } = document;
    const { href } = location;
    const worker = await Worker.at(0);
    await worker.type('#words', '绝不能出现');
    await worker.press('#send');
    await worker.until(() => worker.words('.event').includes('绝不能出现'), 'the note');
    expect(document.title).to.equal(title);
    expect(location.href).to.equal(href);
    const said = JSON.stringify(worker.heard.map(({ type, detail }) => [type, detail as unknown]));
    expect(said).to.equal('[["fl-signed-in",null],["fl-opened",null],["fl-step",{"kind":"note"}]]');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});

import { expect } from '@open-wc/testing';
import { testBallotId } from '@fulian/sdk/testing';
import { Organiser } from './testing/organiser.js';
import { sections } from './council-desk.view.js';

afterEach(() => Organiser.leaveAll());

const payloads = [
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
  '\u202Etxt.exe\u2066 oot gnol \u202E',
  `Z${'\u0300\u0316\u0489'.repeat(60)}algo`,
  'x'.repeat(300),
  '${window.hacked=1}{{7*7}}',
];

describe('fl-council-desk: a network that breaks', () => {
  /** Somebody writes progress; `before` happens just before it is sent. */
  const adding = async (before: (organiser: Organiser) => void) => {
    const organiser = await Organiser.at('resolutions');
    const { id } = organiser.server.state.councils.all[0]!.resolutions.find(({ state }) => state === 'working')!;
    await organiser.press(`button[data-id="${id}"]`);
    await organiser.press(`#add-${id}`);
    await organiser.type('#small-words', '灯杆已经立好。');
    before(organiser);
    await organiser.press('#small-send');
    return organiser;
  };
  const evidenceOf = ({ server }: Organiser) =>
    server.state.councils.all[0]!.resolutions.flatMap(({ evidence }) => evidence.map(({ words }) => words));

  it('says that nobody knows what became of it, keeps what was typed, and counts it once', async () => {
    const organiser = await adding(({ server }) => void server.fail('takeExecutionStep', 'drop-response', 1));
    await organiser.until(() => organiser.root.textContent.includes('不会重复办'), 'the words of it');
    expect(organiser.find<HTMLTextAreaElement>('#small-words').value).to.equal('灯杆已经立好。');
    // Sent again by hand, or by itself meanwhile: it counts once either way.
    organiser.root.querySelector<HTMLElement>('#small-send')?.click();
    await organiser.gone('#small-words');
    await organiser.until(() => organiser.words('.comments').includes('灯杆已经立好。'), 'the evidence');
    expect(evidenceOf(organiser).filter((words) => words === '灯杆已经立好。')).to.have.length(1);
  });

  it('waits while the device says that it has no network, and sends it by itself then', async () => {
    try {
      const organiser = await adding(() =>
        Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false }),
      );
      await organiser.until(() => organiser.root.textContent.includes('连上网后会自动发出'), 'the words of it');
      await expect(organiser.desk).to.be.accessible();
      Reflect.deleteProperty(navigator, 'onLine');
      window.dispatchEvent(new CustomEvent('online'));
      await organiser.gone('#small-words');
      expect(organiser.words('.comments')).to.contain('灯杆已经立好。');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('keeps what is here where it cannot be read again, and says so', async () => {
    const organiser = await Organiser.at('resolutions');
    organiser.server.fail('listAllResolutions', 'unavailable', 1);
    await organiser.press('#back-to-councils');
    await organiser.openCouncil();
    await organiser.press('#to-resolutions');
    await organiser.there('#again');
    await expect(organiser.desk).to.be.accessible();
    await organiser.press('#again');
    await organiser.there('.item');
  });
});

describe('fl-council-desk: the keyboard', () => {
  it('goes where something new stands, stays within a question, and comes back', async () => {
    const organiser = await Organiser.at('roll');
    await organiser.press('#to-ballots');
    await organiser.focusOn('list-title');
    await organiser.press(`button[data-id="${testBallotId('motion')}"]`);
    await organiser.focusOn('place-title');
    const cancel = await organiser.there('#do-cancel');
    cancel.focus();
    cancel.click();
    await organiser.focusOn('question-title');
    organiser.find('#question-yes').focus();
    await organiser.key('Tab');
    await organiser.focusOn('question-no');
    await organiser.key('Escape');
    await organiser.focusOn('do-cancel');
    await organiser.press('#back');
    await organiser.focusOn('list-title');
  });

  it('puts a small form away with Escape and goes back to its button', async () => {
    const organiser = await Organiser.at('topics');
    await organiser.press('[id^=decline-]');
    await organiser.focusOn('small-title');
    await organiser.key('Escape');
    await organiser.until(() => organiser.focused?.id.startsWith('decline-') ?? false, 'the focus on its button');
    expect(organiser.has('#small-words')).to.equal(false);
  });
});

describe('fl-council-desk: looks', () => {
  for (const [words, options] of [
    ['in English', { locale: 'en' }],
    ['in elder mode on a phone', { elder: true, width: 360 }],
    ['in dark colours', { appearance: 'dark' }],
    ['in high contrast', { appearance: 'contrast' }],
    ['from right to left', { locale: 'x-rtl' }],
  ] as const)
    it(`shows nothing that axe objects to ${words}, in no section`, async () => {
      const organiser = await Organiser.at('roll', options);
      await expect(organiser.desk).to.be.accessible();
      for (const section of sections.slice(1)) {
        await organiser.press(`#to-${section}`);
        await organiser.there('.item');
        await expect(organiser.desk).to.be.accessible();
      }
      await organiser.press('#to-ballots');
      await organiser.press(`button[data-id="${testBallotId('passed')}"]`);
      await organiser.there('.result');
      await expect(organiser.desk).to.be.accessible();
    });

  it('fits on a phone in every section, forms included', async () => {
    const organiser = await Organiser.at('roll', { width: 360 });
    const fits = (what: string) => {
      const { scrollWidth, clientWidth } = organiser.find('.base');
      expect(scrollWidth, what).to.be.at.most(clientWidth);
    };
    fits('roll');
    for (const [section, form] of [
      ['roll', '#member-new'],
      ['meetings', '#meeting-new'],
      ['ballots', '#ballot-new'],
      ['resolutions', '#resolution-new'],
    ] as const) {
      await organiser.press(`#to-${section}`);
      await organiser.there('.item');
      fits(section);
      await organiser.press(form);
      await organiser.there('.form');
      fits(form);
      await organiser.press('#form-close');
    }
  });

  it('speaks English where the page does, in every section', async () => {
    const organiser = await Organiser.at('topics', { locale: 'en' });
    await organiser.there('.item');
    expect(organiser.words('.tabs')).to.equal('Roll Topics 1 Meetings Ballots Resolutions');
    expect(organiser.words('.item')).to.contain('contributions');
  });

  it('shows hostile words as they are: nothing runs, nothing leaves its box', async () => {
    const all = payloads.join('\n');
    const organiser = await Organiser.at('topics', {
      prepare: ({ state }) => {
        const council = state.councils.all[0]!;
        Object.assign(council.topics[0]!, {
          title: payloads[0]!.slice(0, 100),
          words: all,
          by: payloads[2]!.slice(0, 50),
        });
        council.members[0]!.name = payloads[1]!;
      },
    });
    await organiser.there('.item');
    expect((window as { hacked?: unknown }).hacked).to.equal(undefined);
    expect(organiser.has('.base img')).to.equal(false);
    expect(organiser.has('.base script')).to.equal(false);
    for (const box of organiser.all('.said')) {
      const style = getComputedStyle(box);
      expect(style.overflowX).to.equal('hidden');
      expect(style.unicodeBidi).to.equal('plaintext');
    }
    const { scrollWidth, clientWidth } = organiser.find('.base');
    expect(scrollWidth).to.be.at.most(clientWidth);
    await expect(organiser.desk).to.be.accessible();
  });

  it('S3 lets no word of a council into the page’s address, title or events', async () => {
    const { title } = document;
    const { href } = location;
    const organiser = await Organiser.at('roll');
    await organiser.press('#member-new');
    await organiser.type('#member-name', '绝不能出现');
    await organiser.press('#save');
    await organiser.there('.items');
    await organiser.until(() => organiser.words('.items').includes('绝不能出现'), 'the member');
    expect(document.title).to.equal(title);
    expect(location.href).to.equal(href);
    expect(organiser.told).to.equal('[["fl-signed-in",null],["fl-opened",null],["fl-changed",{"what":"member"}]]');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});

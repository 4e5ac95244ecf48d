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

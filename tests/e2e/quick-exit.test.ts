/**
 * S1 After quick exit nothing comes back. With the browsers' memory of pages (bfcache) on, as people have it; puppeteer
 * switches it off in Chromium by itself.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines, startEnvironment, type Environment, type Visit } from './environment.js';
import { anonymous, fillIn, walk, type Journey } from './journey.js';
import { plainPages } from './portal.js';
import { until } from './visitor.js';
import { labelOf, say } from './words.js';

const planted = '桂花小学的班主任';

/** Each way to leave at once, while the planted words stand in a field that has the keyboard. */
const ways: [way: string, leave: Journey][] = [
  ['by the button', async (visitor) => visitor.follow(say('leave'))],
  [
    'by Escape twice while typing',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ],
  [
    'by Shift three times while typing',
    async ({ page }) => {
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
    },
  ],
  [
    'by Escape twice where no field has the keyboard',
    async ({ page }) => {
      await page.evaluate(() => (document.activeElement!.shadowRoot!.activeElement as HTMLElement).blur());
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ],
];

describe.each(engines)('S1 Quick exit in %s', (engine) => {
  let house: Environment;
  let visit: Visit;

  beforeAll(async () => {
    house = await startEnvironment(
      engine,
      engine === 'chromium' ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {},
    );
  });
  afterAll(() => house.stop());
  afterEach(() => visit.end());

  /** What is to be read on a page that is there, known by its words; pages that are going away do not count. */
  const arrives = async (words: string) =>
    until(`a page with “${words}”`, async () => {
      const text = await visit.visitor.reads().catch(() => '');
      return text.includes(words) && text;
    });

  /** As the button of the browser does; puppeteer's own way waits in vain after pages came back from memory. */
  const reload = async () => {
    await markPage();
    await visit.page.evaluate(() => location.reload()).catch(() => undefined);
    await until('the page anew', async () => !(await isMarked().catch(() => true)));
  };

  /** The page may be gone before the browser has answered. */
  const travel = (steps: number) => visit.page.evaluate((by) => history.go(by), steps).catch(() => undefined);
  const goTo = (address: string) => visit.page.evaluate((to) => location.assign(to), address).catch(() => undefined);

  const markPage = () => visit.page.evaluate(() => void Object.assign(window, { marked: true }));
  const isMarked = () => visit.page.evaluate(() => 'marked' in window);

  /** Whether this browser brings pages back from memory as they were; a small Chromium without a window does not. */
  const remembersPages = async () => {
    await markPage();
    await goTo('/beginning');
    await arrives(plainPages['/beginning']);
    await travel(-1);
    await arrives(plainPages['/elsewhere']);
    return isMarked();
  };

  /** Somebody who has written the planted words on the second screen. */
  const typing = async () => {
    visit = await house.visit();
    const { visitor } = visit;
    await fillIn(visitor, anonymous, undefined, 'asker');
    await visitor.choose(say('askerRole-mandatory-reporter'));
    await visitor.choose(labelOf('school'));
    await visitor.write(say('reporterBodyName-legend'), planted);
    expect(await visitor.reads()).toContain(planted);
    return visitor;
  };

  it.each(ways)('%s: Back, Forward and reload show nothing that was typed', async (_, leave) => {
    const visitor = await typing();
    const shown: string[] = [];
    const look = async (words: string) => shown.push(await arrives(words));
    await leave(visitor);
    await look(plainPages['/elsewhere']);
    await travel(-1);
    await look(plainPages['/beginning']);
    await travel(1);
    await look(plainPages['/elsewhere']);
    await reload();
    await look(plainPages['/elsewhere']);
    await goTo(visit.address);
    await look(say('danger-legend'));
    await reload();
    await look(say('danger-legend'));
    expect(shown.filter((text) => text.includes(planted))).toEqual([]);
  });

  it('leaves from the receipt, which does not come back either', async () => {
    visit = await house.visit();
    const { visitor } = visit;
    const { secret } = await walk(anonymous)(visitor);
    await visitor.follow(say('leave'));
    await arrives(plainPages['/elsewhere']);
    await travel(-1);
    await arrives(plainPages['/beginning']);
    await goTo(visit.address);
    await arrives(say('danger-legend'));
    expect(await visitor.reads()).not.toContain(secret.slice(0, 4));
  });

  it('is neutral where the page was left in another way and comes back from memory', async () => {
    const visitor = await typing();
    await markPage();
    await goTo('/elsewhere');
    await arrives(plainPages['/elsewhere']);
    const remembers = await remembersPages();
    await travel(-1);
    const text = await arrives(remembers ? say('closed') : say('danger-legend'));
    // It came back as it was, where this browser can do that: else this test would prove less than it says.
    expect(await isMarked()).toBe(remembers);
    expect(text).not.toContain(planted);
    if (!remembers) return;
    await visitor.press(say('open-again'));
    expect(await arrives(say('danger-legend'))).not.toContain(planted);
  });

  it('forgets what was typed when the page is loaded again', async () => {
    const visitor = await typing();
    await reload();
    await arrives(say('danger-legend'));
    await fillIn(visitor, anonymous, undefined, 'asker');
    await visitor.choose(say('askerRole-mandatory-reporter'));
    await visitor.choose(labelOf('school'));
    await visitor.find('field', say('reporterBodyName-legend'));
    expect(await visitor.reads()).not.toContain(planted);
  });

  it('is not left by a capital letter, by Escape once, or by both Shift keys that a hand rests on', async () => {
    const visitor = await typing();
    const { keyboard } = visit.page;
    for (const letter of ['KeyA', 'KeyB', 'KeyC', 'KeyD'] as const) {
      await keyboard.down('ShiftLeft');
      await keyboard.press(letter);
      await keyboard.up('ShiftLeft');
    }
    await keyboard.press('Escape');
    await keyboard.press('KeyE');
    expect(await visitor.reads()).toContain(planted);
    expect(visit.page.url()).toBe(visit.address);
  });

  it('is in reach on every screen, below and above whatever is scrolled', async () => {
    visit = await house.visit();
    const hidden: string[] = [];
    await fillIn(visit.visitor, anonymous, async (step, visitor) => {
      const inReach = await visitor.page.evaluate(() => {
        const exit = document.querySelector('fl-help-form')!.shadowRoot!.querySelector('fl-quick-exit')!;
        const { left, top, width, height } = exit.shadowRoot!.querySelector('a')!.getBoundingClientRect();
        return [0, 1e6].every((to) => {
          scrollTo(0, to);
          return (
            document.elementFromPoint(left + width / 2, top + height / 2) === document.querySelector('fl-help-form')
          );
        });
      });
      if (!inReach) hidden.push(step);
    });
    expect(hidden).toEqual([]);
  });
});

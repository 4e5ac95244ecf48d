/**
 * S1 The quick exit can be reached: on every width, in every scroll position, enlarged four times, whatever the host and
 * its helpers have put above the page, and where scripts do not run.
 */
import type { Browser, LaunchOptions, Page, Viewport } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, launchFirefox } from '../browsers.mjs';
import { engines } from '../e2e/environment.js';
import { until } from '../e2e/visitor.js';
import { scale, soaking } from '../faults/scale.js';
import { addOverlays, exitMarkup, outside, startExitHost, sweep, type ExitHost } from './exit-host.js';

const allWidths = [320, 360, 414, 768, 1024, 1280, 1920];
/** Pixels between two scroll positions. */
const step = scale(300, 10);
/** Pixels between two points of the button. */
const grid = scale(6, 2);

/** Layers that a host opens above its page: what is in the body beside the exit, and how it is opened. */
const layers: [what: string, body: string, open: () => void][] = [
  [
    'a modal dialog',
    '<dialog id="layer"><input></dialog>',
    () => document.querySelector<HTMLDialogElement>('#layer')!.showModal(),
  ],
  [
    'a modal dialog inside a modal dialog',
    '<dialog id="layer"><input><dialog><input></dialog></dialog>',
    () => {
      for (const dialog of document.querySelectorAll('dialog')) dialog.showModal();
    },
  ],
  [
    'a modal dialog of another custom element',
    '<div id="layer"></div>',
    () => {
      const root = document.querySelector('#layer')!.attachShadow({ mode: 'open' });
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('button'));
      root.append(dialog);
      dialog.showModal();
    },
  ],
  [
    'a popover over everything',
    '<div id="layer" popover="manual" style="width:100vw;height:100vh">同意 Cookie</div>',
    () => document.querySelector<HTMLElement>('#layer')!.showPopover(),
  ],
];

describe.each(engines)('S1 The quick exit in %s', (engine) => {
  const launch = (options: LaunchOptions = {}) => (engine === 'firefox' ? launchFirefox : launchChromium)(options);
  const widths = soaking || engine === 'chromium' ? allWidths : [320, 1280];
  let host: ExitHost;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startExitHost(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });
  afterEach(() => page.close());

  /** A page with this in its body, once the exit is awake. */
  const open = async (body = exitMarkup, viewport: Viewport = { width: 360, height: 740 }, prepare?: () => void) => {
    page = await browser.newPage();
    await page.setViewport(viewport);
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(host.show(body));
    await page.waitForFunction(() => document.querySelector('fl-quick-exit')?.shadowRoot?.querySelector('a'));
  };

  /** Sweeps until the element has answered what was opened above it, which it hears of a moment later. */
  const reach = async () => {
    await until(
      'the exit to be in reach',
      async () => (await page.evaluate(sweep, 1e6, grid)).missed.length === 0,
      async () => (await page.evaluate(sweep, 1e6, grid)).missed.join('\n'),
    );
    return page.evaluate(sweep, step, grid);
  };

  const isOutside = () => until('the page outside', async () => page.url() === host.origin + outside);

  it.each(widths)(
    'is in reach at %i px in every scroll position, below banners and a bubble to chat',
    async (width) => {
      await open(exitMarkup, { width, height: 740 });
      const before = await page.evaluate(sweep, step, grid);
      const button = await page.evaluate(buttonBox);
      // Its picture without the shadow around it and the corners, through which the page is seen.
      const picture = async () => Buffer.from(await page.screenshot({ clip: button }));
      const alone = await picture();
      await page.evaluate(addOverlays);
      expect(await page.evaluate(sweep, step, grid)).toEqual(before);
      expect([before.missed, before.points > 500]).toEqual([[], true]);
      expect((await picture()).equals(alone)).toBe(true);
    },
  );

  it('would be found behind something: the sweep sees a cover over one corner, and the picture what lets presses through', async () => {
    await open();
    const button = await page.evaluate(buttonBox);
    const alone = Buffer.from(await page.screenshot({ clip: button }));
    await page.evaluate(({ x, y, width }) => {
      const patch = document.createElement('div');
      patch.popover = 'manual';
      patch.style.cssText = `position:fixed;inset:auto;margin:0;padding:0;border:0;left:${x + width - 20}px;top:${y}px;width:20px;height:20px;background:tan`;
      document.body.append(patch);
      patch.showPopover();
    }, button);
    expect((await page.evaluate(sweep, 1e6, grid)).missed).not.toEqual([]);
    expect(Buffer.from(await page.screenshot({ clip: button })).equals(alone)).toBe(false);
  });

  it('is in reach at 400 %, where a window of 1280 x 1024 has 320 x 256', async () => {
    await open(exitMarkup, { width: 320, height: 256, deviceScaleFactor: 4 });
    await page.evaluate(addOverlays);
    const { points, missed } = await reach();
    expect([missed, points > 500]).toEqual([[], true]);
  });

  it.each(layers)('is in reach above %s, by pointer and by Tab', async (_, body, openLayer) => {
    await open(exitMarkup + body);
    await page.evaluate(addOverlays);
    await page.evaluate(openLayer);
    expect((await reach()).missed).toEqual([]);
    // Round the layer by Tab, to the exit and not to what it hides.
    await until('the keyboard on the exit', async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(isFocused);
    });
    const { x, y, width, height } = await page.evaluate(buttonBox);
    await page.mouse.click(x + width / 2, y + height / 2);
    await isOutside();
    // The way back leads past the page with the layer.
    expect(await page.evaluate(() => document.querySelectorAll('fl-quick-exit').length)).toBe(0);
  });

  it('leaves by Escape twice out of a modal dialog, of which the first one closes it', async () => {
    await open(`${exitMarkup}${layers[0]![1]}`);
    await page.evaluate(layers[0]![2]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await isOutside();
  });

  it('takes nothing into the dialog for longer than it is open', async () => {
    await open(`${exitMarkup}${layers[0]![1]}`);
    await page.evaluate(layers[0]![2]);
    await reach();
    const exits = () => page.evaluate(() => document.querySelectorAll('fl-quick-exit').length);
    expect(await exits()).toBe(2);
    await page.evaluate(() => document.querySelector('dialog')!.close());
    expect((await reach()).missed).toEqual([]);
    expect(await exits()).toBe(1);
  });

  it('is in reach above an element that fills the screen', async () => {
    await open(`${exitMarkup}<button id="video" onclick="this.parentElement.requestFullscreen()">全屏</button>`);
    await page.evaluate(() => {
      const box = document.createElement('div');
      const button = document.querySelector('#video')!;
      button.before(box);
      box.append(button);
    });
    await page.click('#video');
    await until('the full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    expect((await reach()).missed).toEqual([]);
  });

  it('is in reach where the host makes its page inert', async () => {
    await open(`<main>${exitMarkup}</main>`);
    await page.evaluate(() => {
      document.querySelector('main')!.inert = true;
      dispatchEvent(new Event('scroll'));
    });
    expect((await reach()).missed).toEqual([]);
  });

  it('is in reach in browsers without a top layer for popovers, from the next scroll on', async () => {
    await open(exitMarkup, { width: 360, height: 740 }, () => {
      Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    });
    await page.evaluate(addOverlays);
    await page.evaluate(() => void dispatchEvent(new Event('scroll')));
    expect((await reach()).missed).toEqual([]);
  });

  it('is a plain link where scripts do not run', async () => {
    // As a host would dress it; nobody can be asked where it is.
    const address = host.show(
      `<style>fl-quick-exit a { position: fixed; inset: 0 0 auto; height: 60px }</style>${exitMarkup}`,
    );
    const quiet = engine === 'firefox' ? await launch({ extraPrefsFirefox: { 'javascript.enabled': false } }) : browser;
    try {
      page = await quiet.newPage();
      await page.setViewport({ width: 360, height: 740 });
      if (engine === 'chromium') await page.setJavaScriptEnabled(false);
      await page.goto(address);
      await page.mouse.click(180, 30);
      await isOutside();
    } finally {
      if (quiet !== browser) await quiet.close();
    }
  });
});

/** Runs in the page: the button's box without its round corners. */
function buttonBox(): { x: number; y: number; width: number; height: number } {
  const button = document.querySelector('fl-quick-exit')!.shadowRoot!.querySelector('a')!;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left, y: top + 10, width, height: height - 20 };
}

/** Runs in the page: whether the keyboard stands on an exit. */
function isFocused(): boolean {
  let active = document.activeElement;
  while (active && active.localName !== 'fl-quick-exit' && active.shadowRoot) active = active.shadowRoot.activeElement;
  return active?.localName === 'fl-quick-exit' && active.shadowRoot!.activeElement !== null;
}

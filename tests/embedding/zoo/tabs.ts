/** One window in each engine, which opens pages one after the other and takes pictures of them. */
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { findFirefox, findWebKit, launchChromium, launchFirefox, startWebKitDriver } from '../../browsers.mjs';

export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** CSS pixels; our elements stand in the first thousand of the width. */
const size = { width: 1100, height: 900 };

export interface Tab {
  /** Begins to open a page that knows nothing of the ones before; does not wait for it. */
  open(address: string): Promise<void>;
  /** PNG of what is seen of the page. */
  picture(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** The engines of this machine; Chromium always. */
export const engines: readonly Engine[] = [
  'Chromium',
  ...(findFirefox() ? (['Firefox'] as const) : []),
  ...(findWebKit() ? (['WebKit'] as const) : []),
];

class PuppeteerTab implements Tab {
  private context: BrowserContext | undefined;
  private page: Page | undefined;

  constructor(
    private readonly browser: Browser,
    private readonly engine: Engine,
  ) {}

  async open(address: string): Promise<void> {
    await this.context?.close();
    this.context = await this.browser.createBrowserContext();
    this.page = await this.context.newPage();
    await this.page.setViewport(size);
    // Whoever waits for the journeys notices where it does not load.
    void this.page.goto(address, { timeout: 0 }).catch(() => undefined);
  }

  picture(): Promise<Uint8Array> {
    return this.page!.screenshot({ captureBeyondViewport: false, optimizeForSpeed: this.engine === 'Chromium' });
  }

  stop(): Promise<void> {
    return this.browser.close();
  }
}

/** By the classic protocol, of which little more than addresses and pictures is needed. */
class WebKitTab implements Tab {
  private session = '';

  constructor(private readonly driver: Awaited<ReturnType<typeof startWebKitDriver>>) {}

  async begin(): Promise<this> {
    const { capabilities } = this.driver;
    const alwaysMatch = {
      browserName: capabilities.browserName,
      'webkitgtk:browserOptions': capabilities['webkitgtk:browserOptions'],
    };
    const { sessionId } = (await this.call('POST', '', { capabilities: { alwaysMatch } })) as { sessionId: string };
    this.session = `/${sessionId}`;
    // The window has a frame and a bar of its own.
    await this.call('POST', '/window/rect', { width: size.width + 60, height: size.height + 160 });
    return this;
  }

  async open(address: string): Promise<void> {
    await this.call('POST', '/url', { url: address });
  }

  async picture(): Promise<Uint8Array> {
    return Buffer.from((await this.call('GET', '/screenshot')) as string, 'base64');
  }

  async stop(): Promise<void> {
    await this.call('DELETE', '');
    this.driver.stop();
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.driver.port}/session${this.session}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A picture that never comes must not hold up everything.
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error}: ${value?.message}`);
    return value;
  }
}

/** Starts an engine with one window. */
export async function startTab(engine: Engine): Promise<Tab> {
  if (engine === 'Chromium')
    return new PuppeteerTab(await launchChromium({ args: ['--font-render-hinting=none'] }), engine);
  if (engine === 'Firefox') return new PuppeteerTab(await launchFirefox(), engine);
  return new WebKitTab(await startWebKitDriver(findWebKit()!)).begin();
}

/** Windows of an engine, each for one page at a time: as many as there is something to gain from. WebKit has one. */
export class Tabs {
  private readonly started: Promise<Tab>[] = [];
  private readonly free: Tab[] = [];
  private readonly waiting: ((tab: Tab) => void)[] = [];

  constructor(private readonly engine: Engine) {}

  /** Runs with a window of its own; waits for one. */
  async use<Result>(run: (tab: Tab) => Promise<Result>): Promise<Result> {
    const tab = await this.take();
    try {
      return await run(tab);
    } finally {
      const next = this.waiting.shift();
      if (next) next(tab);
      else this.free.push(tab);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map(async (tab) => (await tab).stop()));
  }

  private take(): Promise<Tab> {
    const tab = this.free.pop();
    if (tab) return Promise.resolve(tab);
    if (this.started.length < (this.engine === 'WebKit' ? 1 : 2)) {
      const begun = startTab(this.engine);
      this.started.push(begun);
      return begun;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

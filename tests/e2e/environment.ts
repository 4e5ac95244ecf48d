/**
 * A whole house for one file of tests: the real service on a database of its own, the built elements that it serves, a
 * portal on another origin, a bad network between them where a test wants one, and a browser. Any journey can be walked
 * in it; every visit has a browser profile of its own.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { findFirefox, launchChromium, launchFirefox } from '../browsers.mjs';
import { startLossyProxy, type LossyProxy } from './lossy-proxy.js';
import { startPortal, type Portal, type PortalPage } from './portal.js';
import { Visitor } from './visitor.js';

export type Engine = 'chromium' | 'firefox';

/** The engines of this machine; Chromium always, Firefox where it is installed. */
export const engines: Engine[] = findFirefox() ? ['chromium', 'firefox'] : ['chromium'];

/** How somebody comes to a page. */
export interface VisitOptions extends Partial<PortalPage> {
  /** CSS pixels. Default: a phone, 360 x 740. */
  viewport?: { width: number; height: number };
  keyboardOnly?: boolean;
  /** Runs in the page before anything else. */
  prepare?: () => void;
  /** In the browser's own profile, which lies on the disk, instead of one that is made for the visit. */
  ownProfile?: boolean;
  /** When the visit begins. Default: `load`, which never comes where a picture never does. */
  waitUntil?: 'load' | 'domcontentloaded';
}

/** Somebody on a page, and all that the browser did for her. */
export interface Visit {
  visitor: Visitor;
  page: Page;
  /** Address of the page with the form. */
  address: string;
  /** Every address that was asked for, in order. */
  requests: string[];
  /** What the console said, and errors that nobody caught. */
  complaints: string[];
  /** Forgets the browser profile. */
  end(): Promise<void>;
}

export interface Environment {
  service: TestService;
  /** Where the service listens. */
  origin: string;
  /** The same service behind a network that loses what a test wants lost. */
  network: LossyProxy;
  portal: Portal;
  browser: Browser;
  /** Opens a page with the form. */
  visit(options?: VisitOptions): Promise<Visit>;
  stop(): Promise<void>;
}

/** Builds the house. `launch` are puppeteer's options. */
export async function startEnvironment(engine: Engine = 'chromium', launch: LaunchOptions = {}): Promise<Environment> {
  if (!existsSync(new URL('../../packages/elements/dist/help-form.js', import.meta.url)))
    throw new Error('packages/elements/dist is empty: run `npm run build` before the end-to-end tests');
  const [service, portal, browser] = await Promise.all([
    createTestService({ folders: staticFolders }),
    startPortal(),
    (engine === 'firefox' ? launchFirefox : launchChromium)(launch),
  ]);
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  const network = await startLossyProxy(origin);
  return {
    service,
    origin,
    network,
    portal,
    browser,
    visit: (options) => visit(browser, portal, origin, options),
    async stop() {
      if (browser.connected) await browser.close();
      await Promise.all([network.stop(), portal.stop()]);
      await service.close();
    },
  };
}

const phone = { width: 360, height: 740 };

async function visit(browser: Browser, portal: Portal, origin: string, options: VisitOptions = {}): Promise<Visit> {
  const { viewport = phone, keyboardOnly = false, prepare, ownProfile = false, waitUntil = 'load', ...page } = options;
  const context = ownProfile ? browser.defaultBrowserContext() : await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport(viewport);
  // A machine with other work takes its time; only what fails waits as long as that.
  tab.setDefaultTimeout(60_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  if (prepare) await tab.evaluateOnNewDocument(prepare);
  const address = portal.show({ service: origin, ...page });
  await tab.goto(`${portal.origin}/beginning`);
  await tab.goto(address, { waitUntil });
  return {
    visitor: new Visitor(tab, keyboardOnly),
    page: tab,
    address,
    requests,
    complaints,
    end: () => (ownProfile ? tab.close() : context.close()),
  };
}

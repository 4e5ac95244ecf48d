/**
 * Signing in at the county's own provider from a desk: a second window goes there and comes back, the first one never leaves. With the
 * portal's page as the service hands it out, a real provider, and a real browser, which decides by their headers who may know whose window.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { county, createTestService, newToken, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import {
  startTestProvider,
  testProviderClient,
  type TestProvider,
} from '../../packages/server/src/testing/oidc-provider.js';
import { launchChromium, launchFirefox } from '../browsers.mjs';
import { engines } from './environment.js';

let front: Server;
let returnTo: string;
let provider: TestProvider;
let service: TestService;
let folder: string;

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockReturnValue();
  // Its address has to be known before the service is made.
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  front = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  returnTo = `http://127.0.0.1:${(front.address() as AddressInfo).port}/desk.html`;
  folder = mkdtempSync(join(tmpdir(), 'fulian-portal-'));
  cpSync(staticFolders.portal, folder, { recursive: true });
  const desk = readFileSync(join(folder, 'desk.html'), 'utf8');
  writeFileSync(
    join(folder, 'desk.html'),
    desk.replace('<fl-case-desk>', `<fl-case-desk oidc-return-to="${returnTo}">`),
  );
  provider = await startTestProvider(returnTo);
  service = await createTestService({
    folders: { ...staticFolders, portal: `${folder}/` },
    config: { oidc: { issuer: provider.issuer, ...testProviderClient, returnTo: [returnTo] } },
  });
  await service.app.ready();
  answer = (request, response) => service.app.routing(request, response);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await provider?.close();
  await new Promise((closed) => {
    front.close(closed);
    front.closeAllConnections();
  });
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => Object.assign(provider, { subject: newToken(), refuses: false, asks: true }));

/** An account that the provider's subject is linked to. */
async function link(subject: string): Promise<void> {
  const administrator = await signedIn(service, 'administrator', county);
  const answer = await service.call('createStaffAccount', {
    headers: { ...administrator.headers, 'idempotency-key': newToken() },
    body: {
      account: `linked-${subject
        .slice(0, 8)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, 'x')}`,
      name: '示例干部',
      role: 'worker',
      federation: county,
      password: 'wiese-9-regen-salz',
      subject,
    },
  });
  expect(answer.statusCode, answer.body).toBe(201);
}

/** Waits for something in the desk's shadow root. */
async function there(page: Page, selector: string): Promise<ElementHandle> {
  const found = await page.waitForFunction(
    (wanted) => document.querySelector('fl-case-desk')?.shadowRoot?.querySelector(wanted),
    { timeout: 30_000, polling: 100 },
    selector,
  );
  return found.asElement() as ElementHandle;
}
const wordsOf = (page: Page) =>
  page.evaluate(() => document.querySelector('fl-case-desk')!.shadowRoot!.querySelector('.base')?.textContent ?? '');

describe.each(engines)('Signing in elsewhere, in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await (engine === 'firefox' ? launchFirefox : launchChromium)();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await (await browser.createBrowserContext()).newPage();
    await page.goto(returnTo);
  });

  /** Presses the button; the window that opens, with the provider's page in it. */
  async function elsewhere(): Promise<Page> {
    const opened = new Promise<Target>((found) => page.browserContext().once('targetcreated', found));
    await (await there(page, '#elsewhere')).click();
    const other = await (await opened).page();
    await other!.waitForSelector('#go', { timeout: 30_000 });
    return other!;
  }
  const closed = (other: Page) => expect.poll(() => other.isClosed(), { timeout: 30_000 }).toBe(true);

  it('opens the desk in the first window; the second one closes, and nothing of it stays', async () => {
    await link(provider.subject);
    const other = await elsewhere();
    expect(new URL(other.url()).origin).toBe(provider.issuer);
    expect(page.url()).toBe(returnTo);
    await Promise.all([closed(other), other.click('#go')]);
    await there(page, '#rows');
    expect(await wordsOf(page)).toContain('示例干部');
    expect(page.url()).toBe(returnTo);
    const kept = await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      history.length,
    ]);
    expect(kept.slice(0, 3)).toEqual([0, 0, '']);
    expect(await page.browserContext().pages()).toHaveLength(1);
  });

  it('says so where the provider knows somebody who has no account here, and lets her try again', async () => {
    const other = await elsewhere();
    await Promise.all([closed(other), other.click('#go')]);
    await there(page, '[role=alert]');
    expect(await wordsOf(page)).not.toContain('示例干部');
    // The administrator has linked her by now; the provider still knows her, and asks nothing.
    await link(provider.subject);
    await (await there(page, '#elsewhere')).click();
    await there(page, '#rows');
    await expect.poll(async () => (await page.browserContext().pages()).length, { timeout: 30_000 }).toBe(1);
  });

  it('is begun again by who closed the second window', async () => {
    await link(provider.subject);
    await (await elsewhere()).close();
    const other = await elsewhere();
    await Promise.all([closed(other), other.click('#go')]);
    await there(page, '#rows');
  });
});

/**
 * The files as they are shipped: `fl.js` and `fl.iife.js` under the policies of strict portals, in two languages, without a
 * trace on the page; the hosted folder with its hashes; the zip, served by somebody else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, launchChromium, launchFirefox } from '../browsers.mjs';
import { zip } from '../../packages/elements/distribution/zip.mjs';
import { OurOrigin } from './dead-origin/origins.js';
import { hostedFolder, version } from './dead-origin/pastes.js';

const patient = { timeout: 30_000, interval: 50 };
const { files: hashes } = JSON.parse(readFileSync(join(hostedFolder, 'sri.json'), 'utf8')) as {
  files: Record<string, string>;
};

/** Reads a zip with the reader that the service uses for files of strangers. */
async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const yauzl = createRequire(new URL('../../packages/server/package.json', import.meta.url))('yauzl') as {
    fromBufferPromise(bytes: Buffer): Promise<
      AsyncIterable<{ fileName: string }> & {
        eachEntry(): AsyncIterable<{ fileName: string }>;
        openReadStreamPromise(entry: object): Promise<AsyncIterable<Buffer>>;
      }
    >;
  };
  const reader = await yauzl.fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of reader.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await reader.openReadStreamPromise(entry)) pieces.push(piece);
    files.set(entry.fileName, Buffer.concat(pieces));
  }
  return files;
}

const ballotScript = Object.keys(hashes).find((name) => /^fl\.iife\.ballot-[\da-f]{8}\.js$/.test(name));

describe('what is hosted', () => {
  const packed = () => unzip(readFileSync(join(hostedFolder, `../fulian-kit-${version}.zip`)));

  it('has the hash of each of its files, and no file without', () => {
    const paths = readdirSync(hostedFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(hostedFolder.length).replaceAll('\\', '/'));
    const real = paths.map((path) => [
      path,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(hostedFolder, path)))
        .digest('base64')}`,
    ]);
    expect(hashes).toEqual(Object.fromEntries(real));
    expect(paths).toEqual(expect.arrayContaining(['fl.js', 'fl.iife.js', 'fl.iife.en.js', 'help-form.js']));
    for (const path of paths)
      for (const ending of ['br', 'gz']) expect(existsSync(join(hostedFolder, `${path}.${ending}`))).toBe(true);
  });

  it('has a zip of the same files, with its licences and how to serve it in two languages', async () => {
    const files = await packed();
    const top = `fulian-kit-${version}/`;
    for (const path of [...Object.keys(hashes), 'sri.json', 'LICENSE.txt', 'THIRD-PARTY.txt'])
      expect(files.get(`${top}${version}/${path}`)?.equals(readFileSync(join(hostedFolder, path))), path).toBe(true);
    expect(files.get(`${top}README.txt`)!.toString()).toContain(`/fulian/${version}/fl.js`);
    expect(files.get(`${top}README.zh-CN.txt`)!.toString()).toContain(`/fulian/${version}/fl.js`);
    expect(files.size).toBe(Object.keys(hashes).length + 5);
  });

  it('names in fl.js files that are there', () => {
    const named = [...readFileSync(join(hostedFolder, 'fl.js'), 'utf8').matchAll(/"((?:chunks\/)?[\w.-]+\.js)"/g)].map(
      ([, file]) => file!,
    );
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((file) => !hashes[file])).toEqual([]);
  });

  it('a zip is the same for the same files, and what was put in comes out', async () => {
    const files = [
      ['a/b.js', Buffer.from('let a;'.repeat(500))],
      ['a/空.txt', Buffer.from('')],
    ] as const;
    expect(zip(files).equals(zip(files))).toBe(true);
    expect([...(await unzip(zip(files)))]).toEqual(files.map(([path, bytes]) => [path, bytes]));
  });
});

const engines = [
  { engine: 'Chromium', launch: launchChromium },
  ...(findFirefox() ? [{ engine: 'Firefox', launch: launchFirefox }] : []),
];

describe.each(engines)('$engine', ({ launch }) => {
  let browser: Browser;
  let ours: OurOrigin;
  let host: Server;
  let page: Page;
  /** What the portal answers by path: its page with its policy, and whatever files it serves itself. */
  const answers: Record<string, { type: string; body: string | Buffer; policy?: string }> = {};
  beforeAll(async () => {
    [browser, ours] = await Promise.all([launch(), OurOrigin.start()]);
    host = createServer(({ url = '/' }, response) => {
      const answer = answers[url];
      if (!answer) return void response.writeHead(404).end();
      if (answer.policy) response.setHeader('Content-Security-Policy', answer.policy);
      response.writeHead(200, { 'Content-Type': answer.type }).end(answer.body);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), ours?.stop()]);
    host?.closeAllConnections();
    host?.close();
  });
  afterEach(() => page?.close());

  const at = (file: string) => `${ours.origin}/assets/${version}/${file}`;
  const form =
    '<fl-client base-url="/service" federation="990101000000"><fl-help-form><a href="tel:12338">12338</a></fl-help-form></fl-client>';

  /** Opens a page of the portal's and notes what it complains of and what is new on its window. */
  async function open(markup: string, policy?: string): Promise<void> {
    const icon = '<link rel="icon" href="data:,">';
    answers['/'] = {
      type: 'text/html; charset=utf-8',
      body: markup.replace('<title>', `${icon}<title>`),
      ...(policy ? { policy: `${policy}; img-src data:` } : {}),
    };
    page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const before = Object.getOwnPropertyNames(window);
      const complaints: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        complaints.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
      window.addEventListener('error', (event) => complaints.push(event.message));
      window.addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
      Object.defineProperty(document, 'seen', {
        value: () => ({
          complaints,
          fresh: Object.getOwnPropertyNames(window).filter((name) => !before.includes(name)),
        }),
      });
    });
    await page.goto(`http://127.0.0.1:${String((host.address() as AddressInfo).port)}/`);
  }
  const words = () =>
    page.evaluate(() => document.querySelector('fl-help-form')?.shadowRoot?.querySelector('.base')?.textContent ?? '');
  const seen = () =>
    page.evaluate(() => (document as unknown as { seen(): { complaints: string[]; fresh: string[] } }).seen());

  const isDefined = (tag: string) => page.evaluate((name) => customElements.get(name) !== undefined, tag);

  const trusted = "require-trusted-types-for 'script'; trusted-types lit-html fulian-kit";
  const strict = (scripts: string) =>
    `default-src 'none'; connect-src 'self'; style-src 'none'; script-src ${scripts}; ${trusted}`;
  const policies = [
    { policy: 'none', of: () => undefined },
    { policy: 'our origin', of: () => strict(ours.origin) },
    { policy: 'a nonce', of: () => strict("'nonce-c29tZQ'") },
    { policy: 'a nonce, strict-dynamic', of: () => strict("'nonce-c29tZQ' 'strict-dynamic'") },
  ];

  describe.each(policies)('under a policy of scripts by: $policy', ({ of }) => {
    it('fl.js shows the form, breaks no rule and leaves nothing on the window', async () => {
      await open(
        `<!doctype html><html lang="zh-CN"><title>县</title><script type="module" nonce="c29tZQ" async src="${at('fl.js')}"></script>${form}`,
        of(),
      );
      await expect.poll(words, patient).toContain('第 1 步');
      expect(await seen()).toEqual({ complaints: [], fresh: [] });
    });

    it('fl.iife.js shows it in quirks mode and in English, which it knows by its hash', async () => {
      ours.asked.length = 0;
      await open(
        `<html lang="en"><title>County</title><script nonce="c29tZQ" async src="${at('fl.iife.js')}" integrity="${hashes['fl.iife.js']!}" crossorigin></script><body>${form}<fl-ballot></fl-ballot>`,
        of(),
      );
      await expect.poll(words, patient).toContain('Step 1');
      await expect.poll(() => isDefined('fl-ballot'), patient).toBe(true);
      expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
      const [first, ...later] = ours.asked.map((url) => url.split('/').pop());
      expect(first).toBe('fl.iife.js');
      // In either order.
      expect(new Set(later)).toEqual(new Set([ballotScript, 'fl.iife.en.js']));
      expect(await page.evaluate(() => document.scripts.length)).toBe(1);
      expect(await seen()).toEqual({ complaints: [], fresh: [] });
    });
  });

  it('fl.iife.js goes on in Chinese where its English words cannot be had', async () => {
    Object.assign(ours, { day: 'error', spares: (file: string) => file === 'fl.iife.js' });
    await open(
      `<!doctype html><html lang="en"><title>County</title><script async src="${at('fl.iife.js')}"></script>${form}`,
    );
    await expect.poll(words, patient).toContain('第 1 步');
    expect((await seen()).complaints).toEqual([]);
    ours.day = 'well';
  });

  it('fl.js looks into a shadow root that it is given, and loads what is put in later', async () => {
    await open(`<!doctype html><html lang="zh-CN"><title>县</title><div id="host"></div><script type="module">
      import { watch } from "${at('fl.js')}";
      const root = document.querySelector("#host").attachShadow({ mode: "closed" });
      watch(root);
      root.innerHTML = "<p><fl-quick-exit></fl-quick-exit></p>";
    </script>`);
    await expect.poll(() => isDefined('fl-quick-exit'), patient).toBe(true);
    expect(await isDefined('fl-help-form')).toBe(false);
    await page.evaluate(() => document.body.append(document.createElement('fl-help-form')));
    await expect.poll(() => isDefined('fl-help-form'), patient).toBe(true);
  });

  it('the zip works from the portal itself, under a policy of its own scripts alone', async () => {
    const files = await unzip(readFileSync(join(hostedFolder, `../fulian-kit-${version}.zip`)));
    for (const [path, body] of files)
      if (path.endsWith('.js'))
        answers[path.replace(`fulian-kit-${version}`, '/fulian')] = { type: 'text/javascript', body };
    ours.asked.length = 0;
    await open(
      `<!doctype html><html lang="en"><title>County</title><script type="module" async src="/fulian/${version}/fl.js"></script>${form}`,
      strict("'self'"),
    );
    await expect.poll(words, patient).toContain('Step 1');
    expect(await seen()).toEqual({ complaints: [], fresh: [] });
    expect(ours.asked).toEqual([]);
  });
});

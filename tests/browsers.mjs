/**
 * Which browsers there are on this machine, and how to start them quietly. Shared by the tests of elements, the stories, the
 * end-to-end tests and the benchmarks.
 *
 * Chromium always exists: `CHROME_PATH`, else an installed Chrome or Chromium, else the one inside a registry package
 * (also with `CHROME_PATH=bundled`). Firefox and WebKitGTK join where they are found.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Asks no address of the maker for anything, and runs in containers. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

const firefoxPreferences = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.unified': false,
};

/** The first of these commands, names on the PATH or whole paths, that can be run. */
function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names)
    for (const path of /[/\\]/.test(name) ? [name] : folders.map((folder) => join(folder, name))) {
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  return undefined;
}

function installedChromium() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return findCommand(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.filter(Boolean).map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  );
}

/**
 * The Chromium of `@sparticuz/chromium`, unpacked once into `.cache/`. It is built for Amazon's machines; what it needs
 * besides the C library lies beside it. Unpacked elsewhere and moved, so that two runs at a time do not meet half a file.
 */
async function bundledChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome or Chromium found. Install one, or say where it is in CHROME_PATH.');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    const before = { ...process.env };
    Object.assign(process.env, { TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
    try {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    } finally {
      for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'])
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
    }
    // Its own list of fonts names folders of Amazon's machines; without any font it crashes.
    const fonts = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
    writeFileSync(
      join(half, 'fonts/fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts
        .map((font) => `<dir>${font}</dir>`)
        .join('')}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
    );
    try {
      renameSync(half, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(half, { recursive: true });
    }
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    name: `Chromium (bundled, ${version})`,
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    args: chromiumArgs,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** How to start Chromium with puppeteer, and its `name`. Throws where there is none. */
export async function findChromium() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && wanted !== 'bundled') {
    if (!findCommand(wanted)) throw new Error(`CHROME_PATH is '${wanted}', and no program is there.`);
    return { name: `Chromium (CHROME_PATH, ${wanted})`, executablePath: wanted, headless: true, args: chromiumArgs };
  }
  const installed = wanted ? undefined : installedChromium();
  if (!installed) return bundledChromium();
  return { name: `Chromium (${installed})`, executablePath: installed, headless: true, args: chromiumArgs };
}

/** How to start Firefox with puppeteer, and its `name`; undefined where there is none. */
export function findFirefox() {
  const path = findCommand('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox');
  if (!path) return undefined;
  return {
    name: `Firefox (${path})`,
    browser: 'firefox',
    executablePath: path,
    headless: true,
    extraPrefsFirefox: firefoxPreferences,
  };
}

/** WebKitGTK's driver and browser, and its `name`; undefined where there is none or no screen to show it on. */
export function findWebKit() {
  const driver = findCommand('WebKitWebDriver');
  const browser = findCommand(
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  );
  const screen = findCommand('xvfb-run');
  if (!driver || !browser || !screen) return undefined;
  return { name: `WebKitGTK (${browser})`, driver, browser, screen };
}

async function launch({ name: _name, ...how }, options) {
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({ ...how, ...options, args: [...(how.args ?? []), ...(options.args ?? [])] });
}

/** Starts Chromium; `options` are puppeteer's and come on top. Resolves to puppeteer's browser. */
export async function launchChromium(options = {}) {
  return launch(await findChromium(), options);
}

/** Starts Firefox; `options` are puppeteer's and come on top. Resolves to puppeteer's browser. */
export async function launchFirefox(options = {}) {
  const how = findFirefox();
  if (!how) throw new Error('No Firefox found on the PATH.');
  return launch(how, options);
}

/** A port that nobody listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts WebKit's driver on a screen that nobody sees. Resolves to its `port`, `capabilities` for a session, and `stop`. */
export async function startWebKitDriver({ driver, browser, screen }) {
  const port = await freePort();
  const child = spawn(screen, ['-a', driver, `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const stop = () => {
    try {
      // The group: a shell, the screen, the driver and its browser.
      if (child.pid) process.kill(-child.pid);
    } catch {
      // Gone already.
    }
  };
  process.once('exit', stop);
  const ends = Date.now() + 15_000;
  for (;;) {
    try {
      const { value } = await (await fetch(`http://127.0.0.1:${port}/status`)).json();
      if (value.ready !== false) break;
    } catch (error) {
      if (Date.now() > ends) throw new Error('WebKitWebDriver does not answer', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const capabilities = {
    'wdio:enforceWebDriverClassic': true,
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  };
  return { port, capabilities, stop };
}

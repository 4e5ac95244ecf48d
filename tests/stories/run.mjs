/**
 * Opens every story of the built Storybook and asks for two things: that it renders and plays to its end, and that axe
 * finds no violation. Served on a loopback port of its own; asks no other address for anything.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Milliseconds for one story, its play function and axe included. */
const patience = 20_000;
const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built Storybook; resolves to its address and the way to stop it. */
function serve() {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    return createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = () => new Promise((stopped) => (server.close(stopped), server.closeAllConnections()));
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, stop });
    });
  });
}

/**
 * Runs in the page before anything else: leaves in `window.storyEnd` how the story ended. The channel comes with
 * Storybook's preview, and the story may have ended before anybody could ask.
 */
function listen() {
  let channel;
  window.storyEnd = new Promise((end) => {
    const follow = () => {
      for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
        channel.on(event, (error) => end({ status: event, message: error?.message ?? String(error), violations: [] }));
      channel.on('storyFinished', ({ status, reporters = [] }) => {
        const axe = reporters.find(({ type }) => type === 'a11y');
        const violations = (axe?.result?.violations ?? []).map(
          ({ id, help, nodes }) => `${id}: ${help}, at ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`,
        );
        end({ status, looked: Array.isArray(axe?.result?.violations), violations });
      });
    };
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      get: () => channel,
      set: (value) => {
        channel = value;
        follow();
      },
    });
  });
}

/** Opens one story in a page of its own; resolves to what is wrong with it. */
async function faultsOf(browser, origin, id) {
  const page = await browser.newPage();
  const faults = [];
  try {
    await page.setViewport({ width: 390, height: 844 });
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const own = request.url().startsWith(`${origin}/`) || /^(?:data|blob|about):/.test(request.url());
      if (!own) faults.push(`asks for ${request.url()}`);
      void (own ? request.continue() : request.abort());
    });
    page.on('pageerror', (error) => faults.push(String(error.message ?? error)));
    await page.evaluateOnNewDocument(listen);
    await page.goto(`${origin}/iframe.html?viewMode=story&id=${id}`, { waitUntil: 'domcontentloaded' });
    const late = new Promise((_, reject) =>
      setTimeout(reject, patience, new Error(`has not finished in ${patience} ms`)).unref(),
    );
    const { status, message, looked, violations } = await Promise.race([page.evaluate(() => window.storyEnd), late]);
    if (status !== 'success') faults.push(message ? `${status}: ${message}` : status);
    else if (!looked) faults.push('axe has not looked at it');
    faults.push(...violations);
  } catch (error) {
    faults.push(error.message);
  } finally {
    await page.close();
  }
  return faults;
}

/**
 * Renders every story, `width` at a time, and prints those with faults. Resolves to how many passed and failed.
 * `launch` resolves to a puppeteer browser.
 */
export async function runStories(launch, width = 2) {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const waiting = Object.values(entries).filter((entry) => entry.type === 'story');
  const total = waiting.length;
  const { origin, stop } = await serve();
  const browser = await launch();
  let passed = 0;
  let failed = 0;
  const work = async () => {
    for (let story = waiting.shift(); story; story = waiting.shift()) {
      const faults = await faultsOf(browser, origin, story.id);
      if (faults.length > 0) {
        failed += 1;
        console.log(`FAILED ${story.title} / ${story.name}\n${faults.map((fault) => `       ${fault}`).join('\n')}`);
      } else {
        passed += 1;
        if (passed % 20 === 0) console.log(`stories: ${passed + failed} of ${total} looked at`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: width }, work));
  } finally {
    await browser.close();
    await stop();
  }
  return { passed, failed };
}

/** By itself: `npm run build-storybook && node tests/stories/run.mjs`. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { launchChromium } = await import('../browsers.mjs');
  const { passed, failed } = await runStories(launchChromium);
  console.log(`stories: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

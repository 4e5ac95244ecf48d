import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox, findWebKit, startWebKitDriver } from '../../tests/browsers.mjs';

// The tests of elements, from their TypeScript, in every engine that is found. `ENGINES=chromium,firefox` narrows it.
const wanted = process.env.ENGINES?.split(',');
const wants = (engine) => !wanted || wanted.includes(engine);

const { name: chromium, ...chromiumOptions } = await findChromium();
const firefox = wants('firefox') ? findFirefox() : undefined;
const webkit = wants('webkit') ? findWebKit() : undefined;
const driver = webkit && (await startWebKitDriver(webkit));

const browsers = [];
if (wants('chromium'))
  browsers.push(
    chromeLauncher({ puppeteer, concurrency: 2, launchOptions: chromiumOptions, createPage: alwaysFocused }),
  );
if (firefox) {
  const { name: _name, ...launchOptions } = firefox;
  // One page at a time: Firefox neither scrolls nor tells of the focus in a page that stands behind another one.
  browsers.push(chromeLauncher({ puppeteer, concurrency: 1, launchOptions }));
}
if (driver)
  browsers.push(
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: driver.port,
      path: '/',
      logLevel: 'error',
      capabilities: driver.capabilities,
    }),
  );
const names = [wants('chromium') && chromium, firefox?.name, webkit?.name].filter(Boolean);
console.log(`Engines: ${names.join(', ')}`);

/**
 * A page that has the keyboard whatever the window manager thinks: Chromium shows no focus in a page without it. And storage of its own:
 * two files run at a time, and what one keeps on the device is not the other's.
 */
async function alwaysFocused({ browser }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

/** Says to `npm test` how many there were, and stops what was started here. */
const tally = () => ({
  stop({ sessions }) {
    driver?.stop();
    const results = [...sessions].flatMap(({ testResults }) => (testResults ? testsOf(testResults) : []));
    const failed =
      results.filter((test) => !test.skipped && !test.passed).length +
      [...sessions].filter(({ passed, errors, testResults }) => !passed && (errors.length > 0 || !testResults)).length;
    console.log(`elements: ${results.filter((test) => test.passed).length} passed, ${failed} failed`);
  },
});

function testsOf({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsOf)];
}

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: 'packages/elements/src/**/*.test.ts',
  nodeResolve: { exportConditions: ['fulian-source', 'development', 'browser'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2021', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  browsers,
  concurrency: 1,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
  // Lit says on every page that it is not minified.
  filterBrowserLogs: ({ args }) => !args.some((one) => typeof one === 'string' && /Lit is in dev mode/.test(one)),
  reporters: [process.env.CI ? summaryReporter() : defaultReporter(), tally()],
};

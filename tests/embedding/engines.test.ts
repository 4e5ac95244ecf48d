/**
 * Old Chromiums as WebViews still have them: whole journeys through every public element, by modules from 79 on, and by the classic
 * script in 72, with a nonce. Two of them here; `npm run soak -- engines` runs all.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soaking } from '../faults/scale.js';
import { canRun, type OldVersion, tested } from './engines/installed.js';
import { type OldBrowser, startOldChromium } from './engines/old-chromium.js';
import { cleanPage } from './journeys/clean-page.js';
import { journeyNames } from './journeys/report.js';
import { type HostPage, type JourneyService, startJourneyService } from './journeys/service.js';

const versions: readonly OldVersion[] = soaking ? [72, 79, 83, 88, 90, 92, 103, 109] : tested;

/** Modules under the strictest policy that a host may set; Trusted Types from 83 on. */
const strictPage: HostPage = {
  ...cleanPage,
  headers: ({ service: ours }) => ({
    'content-security-policy': `default-src 'none'; script-src ${ours}; connect-src ${ours}; require-trusted-types-for 'script'; trusted-types lit-html`,
  }),
};

const nonce = 'cXVpZXQ';

/**
 * The driver's last word; an open stream that 88 calls failed where a page gives it up before its preflight is back; and what 79 does not
 * know of a policy.
 */
const ofTheEngine =
  /^deprecation .* http\S+\/journeys\.js$|^network .*ERR_FAILED http\S+\/own-case\/stream$|^security error: Unrecognized Content-Security-Policy directive '(?:require-)?trusted-types/;

/** The classic script under a policy that lets through what has a nonce: there are no style sheets to be adopted in Chromium 72. */
const noncePage: HostPage = {
  headers: ({ service: ours }) => ({
    'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src ${ours}`,
  }),
  scriptAttributes: `nonce="${nonce}"`,
  markup: (
    { service: ours },
    { driver, stage },
  ) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${driver}
    <title>清溪县妇联</title><script async nonce="${nonce}" src="${ours}/assets/fl.iife.js"></script></head>
    <body><h1>清溪县妇女联合会</h1>${stage}</body></html>`,
};

// Their packages hold programs for Linux on x64 alone; elsewhere there is nothing to start.
describe.skipIf(!canRun)('old engines', () => {
  let service: JourneyService;
  beforeAll(async () => void (service = await startJourneyService()));
  afterAll(() => service?.stop());

  describe.each(versions)('Chromium %i', (version) => {
    let browser: OldBrowser;
    // The first time it is fetched.
    beforeAll(async () => void (browser = await startOldChromium(version)), 600_000);
    afterAll(() => browser?.stop());

    it('walks through every public element', async () => {
      const visit = service.visit(version < 79 ? noncePage : strictPage);
      const page = await browser.open(visit.address);
      const report = await visit.finish();
      const { violations, errors, complaints, globals, changes } = report;
      expect({
        journeys: report.journeys.map(({ name, fault }) => [name, fault]),
        violations,
        errors,
        complaints,
        console: page.complaints.filter((one) => !ofTheEngine.test(one)),
        globals,
        changes,
        refused: visit.sent.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`),
      }).toEqual({
        journeys: journeyNames.map((name) => [name, undefined]),
        violations: [],
        errors: [],
        complaints: [],
        console: [],
        globals: [],
        changes: [],
        refused: [],
      });
    });
  });
});

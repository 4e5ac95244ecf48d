import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { findFirefox, launchChromium, launchFirefox } from '../../browsers.mjs';
import { cleanPage } from './clean-page.js';
import { type JourneyService, startJourneyService } from './service.js';
import { journeyNames } from './report.js';

const launchers = { Chromium: launchChromium, ...(findFirefox() && { Firefox: launchFirefox }) };

describe.each(Object.entries(launchers))('the driver in a clean page, %s', (_, launch) => {
  let browser: Browser;
  let service: JourneyService;
  beforeAll(async () => void ([browser, service] = await Promise.all([launch(), startJourneyService()])));
  afterAll(() => Promise.all([browser?.close(), service?.stop()]));

  it('walks through every public element, and finds that nothing of the page was changed', async () => {
    const visit = service.visit(cleanPage);
    const page = await browser.newPage();
    await page.goto(visit.address);
    const report = await visit.finish();
    expect(report.journeys.map(({ name, fault }) => [name, fault])).toEqual(
      journeyNames.map((name) => [name, undefined]),
    );
    const { violations, errors, complaints, globals, changes } = report;
    expect({ violations, errors, complaints, globals, changes }).toEqual({
      violations: [],
      errors: [],
      complaints: [],
      globals: [],
      changes: [],
    });
    expect(report.compared).toBeGreaterThan(5_000);
    expect(visit.sent.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

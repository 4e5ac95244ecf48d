/**
 * Script, directions, stacked marks and formulas in every text of a case: stored word for word, in every answer and every export, and on the
 * screens of desk and tracker. Nothing runs, nothing leaves its box, nothing comes out where it does not belong.
 */
import { operationDetails } from '@fulian/contract/operation-details';
import type { OperationId } from '@fulian/contract/operations';
import { fieldsOf, isReadByHer, stepKinds } from '@fulian/contract/rules/case';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { readCsv } from '../../packages/server/src/service-points/csv.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { launchChromium } from '../browsers.mjs';
import { operations, schemaOf } from '../contract/document.js';
import { startCaseHouse, units, type CaseHouse } from './case-house.js';
import { hiddenField, payloads, Planter, textFieldsOf } from './case-payloads.js';
import { deskSays, DeskWorker, Screen, TrackerReader } from './case-people.js';
import { startPortal, type Portal } from './portal.js';
import { clean, inspect, listenForRunning, type Findings } from './texts-on-screen.js';
import { until } from './visitor.js';

/** Bodies with texts that belong to a case, by the operation that takes them. */
const carried: Readonly<Record<string, string>> = {
  submitHelpRequest: 'HelpRequestSubmission',
  takeCaseStep: 'CaseStep',
  sendOwnMessage: 'OwnMessage',
  rateOwnCase: 'OwnRating',
  withdrawOwnCase: 'OwnWithdrawal',
  startAttachment: 'AttachmentStart',
  createStaffAccount: 'StaffDraft',
};
/** Texts of these are kept nowhere, or are those of another one, or of the map, which has tests of its own. */
const elsewhere = new Set([
  'registerCase',
  'signInStaff',
  'changeOwnPassword',
  'startOidcSignIn',
  'finishOidcSignIn',
  'changeStaffAccount',
]);
/** A consent’s version must be the form’s, a password is never shown, and a subject never answered. */
const fixed = new Set(['HelpRequestSubmission consents/version', 'StaffDraft password', 'StaffDraft subject']);
const months = ['2026-11', '2026-Q4', '2026-H2'];

let house: CaseHouse;
let portal: Portal;
let browser: Browser;
const planters = new Map<string, Planter>();

beforeAll(async () => {
  [house, portal, browser] = await Promise.all([
    startCaseHouse({ folders: staticFolders, rules: { idleMinutes: 120 } }),
    startPortal(),
    launchChromium(),
  ]);
  await house.service.admin.query(`update federations set name = $2 where code = $1`, [
    units.township,
    `=1+1${payloads['script and zalgo']![0]}`,
  ]);
  for (const [name, payload] of Object.entries(payloads)) {
    const planter = new Planter(house.service, payload, isReadByHer, planters.size * 1_000 + 100);
    await planter.plantAll();
    planters.set(name, planter);
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
  await house.stop();
});

/** Every string in a value, with where it stands. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('The texts of a case', () => {
  it('are all known: no operation of cases takes one that is not planted here', () => {
    const planted = new Set([...planters.values()].flatMap((one) => one.planted.map(({ field }) => field)));
    const ofMap = /ServicePoint|Feedback|Webhook/;
    for (const { id, body } of operations) {
      // Councils have a test of their own.
      if (/^(council|ballots|membership)/.test(operationDetails[id as OperationId].tag)) continue;
      if (!body || body.type !== 'application/json' || ofMap.test(id)) continue;
      const fields = textFieldsOf(body.schema);
      if (fields.length === 0 || elsewhere.has(id)) continue;
      expect(carried, id).toHaveProperty(id);
    }
    for (const schema of Object.values(carried))
      for (const { path } of textFieldsOf(schemaOf(schema))) {
        const name = `${schema} ${path}`;
        const found = [...planted].some((field) => field === name || field.startsWith(`${name} `));
        expect([name, found || fixed.has(name)]).toEqual([name, true]);
      }
    const worded = stepKinds.filter((kind) => Object.values(fieldsOf(kind)).flat().includes('words'));
    expect(worded.filter((kind) => !planted.has(`CaseStep words ${kind}`))).toEqual([]);
  });
});

describe.each(Object.keys(payloads))('With %s in every text', (name) => {
  const planter = () => planters.get(name)!;
  const get = async (id: Parameters<CaseHouse['service']['call']>[0], call: object) => {
    const answer = await house.service.call(id, call);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    return answer;
  };
  const json = async (...call: Parameters<typeof get>) => {
    const answer = await get(...call);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    return stringsIn(answer.json());
  };

  it('staff reads each as it was written, and nothing else', async () => {
    const { headers } = planter().supervisor;
    const shown: string[] = [];
    for (const { id: caseId } of planter().cases) {
      shown.push(...(await json('getCase', { path: { caseId }, headers })));
      shown.push(...(await json('listCaseEvents', { path: { caseId }, headers, query: { limit: '200' } })));
    }
    for (const { field, text } of planter().planted)
      expect([field, shown.includes(text)]).toEqual([field, field !== hiddenField]);
  });

  it('she reads and takes along what is hers, and nothing of what staff keeps', async () => {
    const shown: string[] = [];
    for (const at of planter().cases.keys()) {
      const headers = await planter().own(at);
      shown.push(...(await json('readOwnCase', { headers })), ...(await json('exportOwnCase', { headers })));
    }
    for (const { field, text, hers } of planter().planted)
      expect([field, hers, shown.includes(text)]).toEqual([field, hers, hers]);
    const kept = planter().planted.filter(({ hers }) => !hers);
    for (const { text } of kept) expect(shown.some((one) => one.includes(text))).toBe(false);
  });

  it('a file keeps its name to itself when it is downloaded, and is no page', async () => {
    const { headers } = planter().supervisor;
    for (const { caseId, id } of planter().files) {
      const answer = await get('downloadCaseAttachment', { path: { caseId, attachmentId: id }, headers });
      expect(answer.headers['content-disposition']).toBe('attachment; filename="file.pdf"');
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
  });

  it('no queue, statistics or log holds one, and no cell of a table computes', async () => {
    const supervisor = planter().supervisor;
    const auditor = await signedIn(house.service, 'auditor', units.county);
    const texts = planter()
      .planted.filter(({ field }) => field !== 'StaffDraft name')
      .map(({ text }) => text);
    const path = { code: units.county };
    const answers = [
      await get('listCases', { path, headers: supervisor.headers, query: { view: 'all' } }),
      await get('listAuditEntries', { path, headers: auditor.headers, query: { limit: '200' } }),
    ];
    for (const period of months) {
      answers.push(await get('getCaseReport', { path, headers: supervisor.headers, query: { period } }));
      const table = await get('exportCaseReport', { path, headers: supervisor.headers, query: { period } });
      expect(table.headers['content-disposition']).toMatch(/^attachment; filename="cases-[\w-]+\.csv"$/);
      expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
      const raw = table.body.replace(/^\uFEFF/, '').split(/\r\n|,/);
      // The name of the township is a formula, too, so that this can fail.
      expect(raw.some((cell) => cell.startsWith(`'=1+1`) || cell.startsWith(`"'=1+1`))).toBe(true);
      expect(raw.filter((cell) => /^"?[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      expect(readCsv(table.body).length).toBeGreaterThan(10);
      answers.push(table);
    }
    for (const answer of answers)
      for (const text of texts) expect(answer.body.includes(JSON.stringify(text).slice(1, -1))).toBe(false);
    expect(
      house.service.lines.filter((line) => texts.some((text) => line.includes(JSON.stringify(text).slice(1, -1)))),
    ).toEqual([]);
  });
});

/** Runs in the page: presses what a pointer cannot reach while the page is laid out for paper. */
function pressOn(selector: string): void {
  document.querySelector('fl-case-desk')!.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
}

describe.each(Object.keys(payloads))('On the screens, with %s in every text', (name) => {
  it('the tracker shows them, and nothing runs or leaves its box', async () => {
    for (const { receipt } of planters.get(name)!.cases) {
      const screen = await Screen.of(browser, portal, house.origin, 'case-tracker');
      await screen.page.evaluateOnNewDocument(listenForRunning);
      await new TrackerReader(screen, receipt).present(house.service.clock.time);
      await screen.page.evaluate(() => {
        for (const one of document.querySelector('fl-case-tracker')!.shadowRoot!.querySelectorAll('details'))
          one.open = true;
      });
      const found = await screen.page.evaluate(inspect, 'fl-case-tracker', '.base');
      expect(found).toEqual(clean(found.seen));
      expect(await screen.page.evaluate(() => (globalThis as unknown as { hasRun: string[] }).hasRun)).toEqual([]);
      expect(screen.complaints).toEqual([]);
      expect(screen.addresses.filter((url) => !url.startsWith(house.origin) && !url.startsWith(portal.origin))).toEqual(
        [],
      );
      await screen.page.close();
    }
  });

  it('the desk and what it prints show them, and nothing runs or leaves its box', async () => {
    const screen = await Screen.of(browser, portal, house.origin, 'case-desk');
    await screen.page.evaluateOnNewDocument(listenForRunning);
    await screen.page.evaluateOnNewDocument(`globalThis.inspectTexts = ${String(inspect)}`);
    const desk = new DeskWorker(screen, house.staff.city);
    house.service.clock.time += 60_000;
    await desk.present(house.service.clock.time);
    await screen.pressWords(deskSays['view-ended']!);
    for (const { receipt } of planters.get(name)!.cases) {
      const number = receipt.number.replaceAll(/\d{4}(?=\d)/g, '$& ');
      await screen.press(`.row:not([hidden]) .number::-p-text(${number})`);
      await screen.saying('.case-title', number);
      await screen.there('.event');
      const found = await screen.page.evaluate(inspect, 'fl-case-desk', '.base');
      expect(found).toEqual(clean(found.seen));
      expect(found.seen).toBeGreaterThan(5);
      await screen.press('#do-print');
      await screen.there('#print-with');
      await screen.page.emulateMediaType('print');
      await screen.page.evaluate(pressOn, '#print-with');
      const printed = await until('the printed sheet', () =>
        screen.page.evaluate(() => (globalThis as unknown as { printed: Findings[] }).printed.pop()),
      );
      await screen.page.emulateMediaType('screen');
      expect(printed).toEqual(clean(printed.seen));
      expect(printed.seen).toBeGreaterThan(5);
    }
    expect(await screen.page.evaluate(() => (globalThis as unknown as { hasRun: string[] }).hasRun)).toEqual([]);
    expect(screen.complaints).toEqual([]);
    expect(screen.addresses.filter((url) => !url.startsWith(house.origin) && !url.startsWith(portal.origin))).toEqual(
      [],
    );
    await screen.page.close();
  });
});

describe('This look at screens', () => {
  it('finds an element, a turned text and one that leaves its box, so that it can fail', async () => {
    const { receipt } = planters.get('script and zalgo')!.cases[0]!;
    const screen = await Screen.of(browser, portal, house.origin, 'case-tracker');
    await new TrackerReader(screen, receipt).present(house.service.clock.time);
    await screen.page.evaluate((text) => {
      const place = document.querySelector('fl-case-tracker')!.shadowRoot!.querySelector('.base')!;
      const image = document.createElement('img');
      image.setAttribute('src', 'x');
      const bare = document.createElement('span');
      bare.textContent = text;
      const line = document.createElement('div');
      line.append('A line of ours: ', bare);
      place.append(image, line);
    }, `\u202E${payloads['script and zalgo']![0]}〔0〕`);
    const { elements, turning, leaving } = await screen.page.evaluate(inspect, 'fl-case-tracker', '.base');
    expect([elements.length, turning.length, leaving.length]).toEqual([1, 1, 1]);
    await screen.page.close();
  });
});

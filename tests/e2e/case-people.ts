/** People at browsers: the desk and the tracker as they are used, by the words and the controls on the screen. */
import type { CaseStep, CaseStepKind } from '@fulian/contract/rules/case';
import type { Browser, Page } from 'puppeteer-core';
import { words as deskWords } from '../../packages/elements/src/locales/zh-CN/case-desk.js';
import { words as stepWords } from '../../packages/elements/src/locales/zh-CN/case-desk-case.js';
import { words as laterTrackerWords } from '../../packages/elements/src/locales/zh-CN/case-tracker-more.js';
import { words as trackerWords } from '../../packages/elements/src/locales/zh-CN/case-tracker.js';
import { password, type Colleague } from './case-house.js';
import type { Portal } from './portal.js';
import { aim, until } from './visitor.js';

/** Words of the elements by their keys. */
export const deskSays: Readonly<Record<string, string>> = { ...deskWords, ...stepWords };
export const trackerSays: Readonly<Record<string, string>> = { ...trackerWords, ...laterTrackerWords };

/** Runs in the page before everything else: its clock goes on from a moment that the test chooses, and can be put forward. */
function keepTime(now: number): void {
  const Real = Date;
  let shift = now - Real.now();
  class Moved extends Real {
    constructor(...given: []) {
      if (given.length > 0) super(...given);
      else super(Real.now() + shift);
    }
    static override now(): number {
      return Real.now() + shift;
    }
  }
  Object.assign(globalThis, { Date: Moved, moveClock: (to: number) => void (shift = to - Real.now()) });
}

/** One person in front of one element of ours. */
export class Screen {
  readonly complaints: string[] = [];
  readonly addresses: string[] = [];
  /** Answers that were none: `404 GET /v1/cases/…`. */
  readonly failures: string[] = [];
  private timekeeper: string | undefined;

  private constructor(
    readonly page: Page,
    private readonly tag: string,
    private readonly address: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      // Which one it was says `failures`.
      if (['error', 'warn'].includes(message.type()) && !text.startsWith('Failed to load resource'))
        this.complaints.push(`${message.type()}: ${text}`);
    });
    page.on('request', (request) => {
      // Pictures of the browser's own controls are no addresses.
      if (!request.url().startsWith('data:')) this.addresses.push(request.url());
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.status() >= 400)
        this.failures.push(`${response.status()} ${response.request().method()} ${pathname}`);
    });
  }

  /** A browser profile of her own, with a page that holds the element. */
  static async of(
    browser: Browser,
    portal: Portal,
    service: string,
    element: 'case-desk' | 'case-tracker' | 'council' | 'council-desk',
    attributes = '',
  ): Promise<Screen> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(element.endsWith('desk') ? { width: 1280, height: 900 } : { width: 360, height: 740 });
    return new Screen(page, `fl-${element}`, portal.show({ service, element, attributes, strict: true }));
  }

  /** Comes to the page, at a time; nothing is left of what was on it. */
  async arrive(now: number): Promise<void> {
    if (this.timekeeper !== undefined) await this.page.removeScriptToEvaluateOnNewDocument(this.timekeeper);
    ({ identifier: this.timekeeper } = await this.page.evaluateOnNewDocument(keepTime, now));
    await this.page.goto(this.address);
  }

  /** The same page, later. */
  async moveTo(now: number): Promise<void> {
    await this.page.evaluate((to) => (globalThis as unknown as { moveClock(to: number): void }).moveClock(to), now);
  }

  private at(selector: string): string {
    return `${this.tag} >>> ${selector}`;
  }

  /** Presses the first thing that matches, as soon as it is there, still, and in reach of a pointer. */
  async press(selector: string): Promise<void> {
    await this.told(
      selector,
      until(`${selector} in reach`, async () => {
        const control = await this.page.$(this.at(selector));
        const spot = await control?.evaluate(aim).catch(() => undefined);
        if (!spot || spot.covered !== null) return false;
        await this.page.mouse.click(spot.x, spot.y);
        return true;
      }),
    );
  }

  /** Writes into a field, in the place of what stands there. */
  async write(selector: string, text: string): Promise<void> {
    await this.there(selector);
    await this.told(selector, this.page.locator(this.at(selector)).setTimeout(15_000).fill(text));
  }

  /** Presses a button by its words. */
  async pressWords(words: string): Promise<void> {
    await this.press(`button::-p-text(${words})`);
  }

  /** Chooses files. */
  async attach(selector: string, path: string): Promise<void> {
    await this.there(selector);
    const input = await this.page.$(this.at(selector));
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  }

  /** Waits until something matches. */
  async there(selector: string): Promise<void> {
    // Not by `waitForSelector`, which does not notice what changes inside a shadow root.
    await this.told(
      selector,
      until(selector, () => this.has(selector)),
    );
  }

  async has(selector: string): Promise<boolean> {
    return (await this.page.$(this.at(selector))) !== null;
  }

  /** The words of the first thing that matches; empty where nothing does. */
  async reads(selector: string): Promise<string> {
    const found = await this.page.$(this.at(selector));
    return found ? (await found.evaluate((one) => one.textContent)).replaceAll(/\s+/g, ' ').trim() : '';
  }

  /** Waits until something reads so. */
  async saying(selector: string, words: string): Promise<void> {
    await until(
      `“${words}” in ${selector}`,
      async () => (await this.reads(selector)).includes(words),
      () => this.reads('.base'),
    );
  }

  private async told(what: string, done: Promise<unknown>): Promise<void> {
    try {
      await done;
    } catch (error) {
      const there = `${this.page.url()} ${(await this.reads('.base')).slice(0, 1_500)} ${this.complaints.join('\n')}`;
      throw new Error(`${what} of ${this.tag}; there was: ${there}`, {
        cause: error,
      });
    }
  }
}

const grades = ['red', 'orange', 'pink', 'none'];
const measures = Object.keys(deskSays)
  .filter((key) => key.startsWith('measure-'))
  .map((key) => key.slice('measure-'.length));
const outcomes = ['stable', 'needs-help', 'not-reached', 'not-wanted'];
/** Steps that are taken by one press. */
const atOnce: readonly CaseStepKind[] = ['claim', 'accept-transfer'];
const pens: readonly CaseStepKind[] = ['note', 'message', 'ask'];
const idleMs = 20 * 60_000;

/** Somebody of staff at her desk. */
export class DeskWorker {
  private usedAt = -Infinity;

  constructor(
    readonly screen: Screen,
    private readonly who: Colleague,
  ) {}

  /** Sits down: signs in with account, password and code where she was away for long. */
  async present(now: number): Promise<void> {
    const { screen, who } = this;
    if (now - this.usedAt < idleMs) await screen.moveTo(now);
    else {
      await screen.arrive(now);
      await screen.write('#account', who.account);
      await screen.write('#password', password);
      await screen.press('.sign-in button[type=submit]');
      await screen.there('#code');
      await screen.write('#code', who.code());
      await screen.press('.sign-in button[type=submit]');
      await screen.there('.queue');
    }
    this.usedAt = now;
  }

  /** Opens the one case of her queue. */
  async openCase(): Promise<void> {
    const { screen } = this;
    // The newest order, as somebody who was told that something changed.
    if (!(await screen.has('.case-title'))) {
      await screen.press('.row:not([hidden]) .category');
      await screen.there('.case-title');
    }
  }

  /** Whether a step is offered. */
  async isOffered(kind: CaseStepKind): Promise<boolean> {
    await this.screen.there('.case-title');
    return this.screen.has(pens.includes(kind) ? `#pen-${kind}` : `#do-${kind}`);
  }

  /** Takes a step by the controls of the screen. */
  async take(step: CaseStep, file?: string): Promise<void> {
    const { screen } = this;
    const { kind, words } = step;
    await screen.press(pens.includes(kind) ? `#pen-${kind}` : `#do-${kind}`);
    if (!atOnce.includes(kind)) {
      if (!pens.includes(kind)) await screen.there('#step-title');
      await this.fillIn(step);
      if (words !== undefined) await screen.write('#words', words);
      if (file !== undefined) {
        await screen.attach('#files', file);
        await screen.saying('.composer', deskSays['file-stored']!);
      }
      await screen.press('#send');
    }
    await screen.saying('#step-said', deskSays['step-done']!.replace('{what}', deskSays[`do-${kind}`]!));
  }

  private async fillIn({ grade, measure, outcome, reached, to, plan, helpers }: CaseStep): Promise<void> {
    const { screen } = this;
    // What it is now is not offered; the day begins with orange.
    if (grade) await screen.press(`#grade-${grades.filter((one) => one !== 'orange').indexOf(grade)}`);
    if (measure) await screen.press(`#measure-${measures.indexOf(measure)}`);
    if (outcome) await screen.press(`#outcome-${outcomes.indexOf(outcome)}`);
    if (reached !== undefined) await screen.press(`#reached-${reached ? 0 : 1}`);
    if (to?.federation) {
      await screen.press('#direction-down');
      await screen.there(`#to option:nth-child(2)`);
      await screen.write('#to', to.federation);
    }
    if (plan) {
      await screen.write('#aim', plan.aim);
      for (const [at, { what, who, by }] of plan.items.entries()) {
        await screen.press('#plan-add');
        await screen.write(`#item-${at}`, what);
        await screen.write(`.plan-row:nth-child(${at + 1}) label:nth-child(2) input`, who);
        if (by) await screen.write(`.plan-row:nth-child(${at + 1}) input[type=date]`, by);
      }
    }
    for (const [at, { role, name }] of (helpers ?? []).entries()) {
      await screen.press('#helper-add');
      await screen.write(`.helper:nth-of-type(${at + 1}) select`, role);
      await screen.write(`#helper-${at}`, name);
    }
  }
}

/** Who asked, with her receipt on paper. */
export class TrackerReader {
  private openedAt = -Infinity;

  constructor(
    readonly screen: Screen,
    private readonly receipt: { readonly number: string; readonly secret: string },
  ) {}

  /** Opens her case, or looks at it again where it is open still. */
  async present(now: number): Promise<void> {
    const { screen, receipt } = this;
    if (now - this.openedAt < idleMs) return screen.moveTo(now);
    await screen.arrive(now);
    const groups = (digits: string) => digits.replaceAll(/\d{4}(?=\d)/g, '$& ');
    await screen.write('#number', groups(receipt.number));
    await screen.write('#secret', groups(receipt.secret));
    await screen.press('[part=open]');
    await screen.there('[part=next]');
    this.openedAt = now;
  }

  async writeMessage(words: string, file?: string): Promise<void> {
    const { screen } = this;
    // Open already where she was asked something.
    if (await screen.has('#write')) await screen.press('#write');
    await screen.write('#message', words);
    if (file !== undefined) {
      await screen.attach('#attachments', file);
      await screen.saying('.file', trackerSays['file-stored']!);
    }
    await screen.press('[part=send]');
    await screen.saying('[part=write]', trackerSays.sent!);
  }

  async rate(satisfied: boolean, words?: string): Promise<void> {
    const { screen } = this;
    if (satisfied) return screen.press('[part=rating] button:first-of-type');
    await screen.press('[part=rating] button:nth-of-type(2)');
    await screen.write('#complaint', words ?? '');
    await screen.pressWords(trackerSays['rate-send']!);
  }
}

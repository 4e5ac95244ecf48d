import { html, nothing, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import type { FilterKeeper } from '@fulian/sdk/stores/case-desk';
import { createTestServer, testCaseId, testPassword, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../../base/testing/environment.js';
import type { FlCaseDesk } from '../case-desk.js';
import '../index.js';

/** What is set on the element of a test. */
export interface WorkerOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  readonly appearance?: string;
  /** Width of the desk, CSS px; 1280 has queue and case side by side. */
  readonly width?: number;
  readonly keep?: FilterKeeper;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
  /** Milliseconds since 1970 that the service believes it is. */
  readonly now?: number;
  readonly oidcReturnTo?: string;
}

/** Milliseconds after which what has not come counts as missing. */
const patience = 8000;

/** Somebody who works at the desk of one test, over a service in memory. */
export class Worker {
  private static readonly environment = new Environment();

  private constructor(
    readonly desk: FlCaseDesk,
    readonly server: TestServer,
    /** Every event of ours that the desk let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {}

  /** Opens a page with a desk at which nobody sits. */
  static async arrive(options: WorkerOptions = {}): Promise<Worker> {
    const { locale, elder, appearance, width = 1280, keep, prepare, now, oidcReturnTo } = options;
    const server = createTestServer(now === undefined ? {} : { now: () => now });
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const listen = (event: Event) => void heard.push(event as CustomEvent);
    const desk = await Worker.render<FlCaseDesk>(
      html`<fl-case-desk
        .client=${client}
        .keep=${keep}
        locale=${locale ?? nothing}
        ?elder=${elder}
        appearance=${appearance ?? nothing}
        oidc-return-to=${oidcReturnTo ?? nothing}
        @fl-signed-in=${listen}
        @fl-signed-out=${listen}
        @fl-locked=${listen}
        @fl-opened=${listen}
        @fl-step=${listen}
        @fl-registered=${listen}
      ></fl-case-desk>`,
    );
    desk.style.width = `${width}px`;
    desk.style.setProperty('--fl-desk-height', '800px');
    return new Worker(desk, server, heard);
  }

  /** Opens a desk and signs in; waits for the queue where there is one. */
  static async signedIn(options: WorkerOptions = {}, account = 'worker.qingxi'): Promise<Worker> {
    const worker = await Worker.arrive(options);
    await worker.signIn(account);
    const seesCases = !/^(?:admin|auditor)/.test(account);
    if (seesCases) await worker.there('.row:not([hidden]) .category');
    return worker;
  }

  /** Opens a desk with one case of the test server on it. */
  static async at(index: number, options: WorkerOptions = {}, account?: string): Promise<Worker> {
    const worker = await Worker.signedIn(options, account);
    await worker.openCase(index);
    return worker;
  }

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return Worker.environment.render<Type>(template);
  }

  /** Closes every page of this test. */
  static leaveAll(): void {
    Worker.environment.cleanUp();
  }

  get root(): ShadowRoot {
    return this.desk.shadowRoot!;
  }

  /** What has the focus. */
  get focused(): HTMLElement | undefined {
    return (this.root.activeElement ?? undefined) as HTMLElement | undefined;
  }

  async signIn(account: string, password = testPassword): Promise<void> {
    await this.type('#account', account);
    await this.type('#password', password);
    this.find<HTMLFormElement>('form').requestSubmit();
    await this.until(
      () => this.has('.bar') || this.has('[role=alert]') || this.has('#code') || this.has('#set-up'),
      'an answer',
    );
  }

  /** Opens a case by its row. */
  async openCase(index: number): Promise<void> {
    await this.pressRow(index);
    await this.there('.event');
  }

  /** Presses the row of a case that cannot be fetched. */
  async openCaseOffline(index: number): Promise<void> {
    await this.pressRow(index);
    await this.there('.side [role=alert]');
  }

  private async pressRow(index: number): Promise<void> {
    const { number } = this.server.state.cases.all.find(({ id }) => id === testCaseId(index))!;
    const rows = () =>
      this.all('.row:not([hidden])').filter(
        (row) => row.querySelector('.number')!.textContent.replace(/ /g, '') === number,
      );
    await this.until(() => rows().length === 1, `case ${index} in the list`);
    rows().forEach((row) => row.click());
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  find<Type extends HTMLElement = HTMLElement>(selector: string): Type {
    const found = this.root.querySelector<Type>(selector);
    if (!found) throw new Error(`Nothing matches '${selector}' on the screen '${this.words('.base')}'`);
    return found;
  }

  all<Type extends HTMLElement = HTMLElement>(selector: string): Type[] {
    return [...this.root.querySelectorAll<Type>(selector)];
  }

  /** The words of the first element that matches. */
  words(selector: string): string {
    return this.find(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  /** Waits until `happened`; never longer than patience. */
  async until(happened: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + patience; !happened() || this.desk.isUpdatePending;) {
      if (Date.now() > end) throw new Error(`${what} has not happened; the screen says '${this.words('.base')}'`);
      await new Promise((turn) => setTimeout(turn));
      await this.desk.updateComplete;
    }
  }

  /** Waits for something to be on the screen. */
  async there(selector: string): Promise<HTMLElement> {
    await this.until(() => this.has(selector), selector);
    return this.find(selector);
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.desk.updateComplete;
  }

  async type(selector: string, text: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.desk.updateComplete;
  }

  async select(selector: string, value: string): Promise<void> {
    const list = (await this.there(selector)) as unknown as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.desk.updateComplete;
  }

  /** Presses a key on what has the focus. */
  async key(key: string, options: KeyboardEventInit = {}): Promise<void> {
    const target = this.focused ?? this.find('.base');
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
    );
    await this.desk.updateComplete;
  }

  /** Waits for the focus to arrive. */
  async focusOn(id: string): Promise<void> {
    await this.until(() => this.focused?.id === id, `the focus on #${id}, not on ${this.focused?.id}`);
  }
}

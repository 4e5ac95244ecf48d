import { html, nothing, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer, testCaseId, testCaseNumber, testSecret, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../../base/testing/environment.js';
import type { FlCaseTracker } from '../case-tracker.js';
import '../index.js';

/** The sample cases that the tests use, by what there is to see. */
export const sample = {
  working: 0,
  closedLongAgo: 1,
  justCame: 2,
  asked: 6,
  offered: 7,
  consentAsked: 8,
  extended: 10,
  handedOver: 11,
  resolved: 12,
  reopened: 13,
  declined: 17,
  withdrawn: 18,
} as const;

/** What is set on the element of a test. */
export interface RequesterOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  readonly appearance?: 'dark' | 'contrast';
  /** Milliseconds since 1970, for the service. */
  readonly now?: () => number;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
}

/** Milliseconds after which what has not come counts as missing. */
const patience = 8000;

/** Somebody with a receipt who uses the tracker of one test, over a service in memory. */
export class Requester {
  private static readonly environment = new Environment();

  private constructor(
    readonly tracker: FlCaseTracker,
    readonly server: TestServer,
    /** Every event of ours that the tracker let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {}

  /** Opens a page with a tracker. */
  static async arrive({ locale, elder, appearance, now, prepare }: RequesterOptions = {}): Promise<Requester> {
    const server = createTestServer(now ? { now } : {});
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const listen = (event: Event) => void heard.push(event as CustomEvent);
    const tracker = await Requester.render<FlCaseTracker>(
      html`<fl-case-tracker
        .client=${client}
        locale=${locale ?? nothing}
        appearance=${appearance ?? nothing}
        ?elder=${elder}
        @fl-opened=${listen}
        @fl-put-away=${listen}
        @fl-exited=${listen}
      ></fl-case-tracker>`,
    );
    return new Requester(tracker, server, heard);
  }

  /** The same with a case on the screen. */
  static async withCase(name: keyof typeof sample, options?: RequesterOptions): Promise<Requester> {
    const one = await Requester.arrive(options);
    await one.open(name);
    return one;
  }

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return Requester.environment.render<Type>(template);
  }

  /** Closes every page of this test. */
  static leaveAll(): void {
    Requester.environment.cleanUp();
  }

  get root(): ShadowRoot {
    return this.tracker.shadowRoot!;
  }

  /** The id of what has the focus. */
  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }

  /** The words of the first element that matches. */
  words(selector: string): string {
    return this.find(selector).textContent.replace(/\s+/g, ' ').trim();
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

  /** Waits until `happened`; never longer than patience. */
  async until(happened: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + patience; !happened() || this.tracker.isUpdatePending;) {
      if (Date.now() > end) throw new Error(`${what} has not happened; the screen says '${this.words('.base')}'`);
      await new Promise((turn) => setTimeout(turn));
      await this.tracker.updateComplete;
    }
  }

  /** Waits for something to be on the screen. */
  async there(selector: string): Promise<HTMLElement> {
    await this.until(() => this.has(selector), selector);
    return this.find(selector);
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.tracker.updateComplete;
  }

  /** Presses the first button that says `words`. */
  async pressWords(words: string): Promise<void> {
    const button = () => this.all('button').find(({ textContent }) => textContent.includes(words));
    await this.until(() => button() !== undefined, `the button '${words}'`);
    button()!.click();
    await this.tracker.updateComplete;
  }

  /** Opens the box for a message, unless it is open. */
  async startWriting(): Promise<void> {
    if (this.has('#write')) await this.press('#write');
    await this.there('#message');
  }

  async type(id: string, text: string, inputType = 'insertText'): Promise<void> {
    if (id === 'message') await this.startWriting();
    const input = (await this.there(`#${id}`)) as HTMLTextAreaElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType }));
    await this.tracker.updateComplete;
  }

  /** A key on what has the focus. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<void> {
    const target = this.root.activeElement ?? this.tracker;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true, ...more }),
    );
    await this.tracker.updateComplete;
  }

  /** Types number and secret of a sample case and opens it. */
  async open(name: keyof typeof sample): Promise<void> {
    await this.type('number', testCaseNumber(sample[name]));
    await this.type('secret', testSecret);
    await this.press('[part=open]');
    await this.there('[part=next]');
  }

  /** Adds files as if she had chosen them on her phone. */
  async addFiles(...files: readonly File[]): Promise<void> {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    await this.startWriting();
    const input = (await this.there('#attachments')) as HTMLInputElement;
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.tracker.updateComplete;
  }

  /** All events of a sample case at the service. */
  events(name: keyof typeof sample) {
    return this.server.state.cases.all.find(({ id }) => id === testCaseId(sample[name]))!.events;
  }

  /** Her worker takes a step. */
  workerDoes(name: keyof typeof sample, step: Parameters<TestServer['takeStep']>[2]): void {
    this.server.takeStep(testCaseId(sample[name]), 'worker.qingxi', step);
  }

  /** Leaves by the quick exit, as it tells the page. */
  leave(): void {
    this.find('fl-quick-exit').dispatchEvent(new CustomEvent('fl-exited', { bubbles: true, composed: true }));
  }
}

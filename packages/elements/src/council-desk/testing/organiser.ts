import { html, nothing, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer, testCouncilId, testPassword, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../../base/testing/environment.js';
import type { FlCouncilDesk } from '../council-desk.js';
import type { Section } from '../council-desk.view.js';
import '../index.js';

/** What is set on the element of a test. */
export interface OrganiserOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  readonly appearance?: string;
  /** Width of the desk, CSS px. Default 1280. */
  readonly width?: number;
  readonly cardAddress?: string;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
  /** Who signs in. Default: a worker of the county. */
  readonly account?: string;
}

/** Milliseconds after which what has not come counts as missing. */
const patience = 10_000;
const events = ['fl-signed-in', 'fl-signed-out', 'fl-locked', 'fl-opened', 'fl-changed', 'fl-printed'];

/** Somebody who organises councils at the desk of one test, over a service in memory. */
export class Organiser {
  private static readonly environment = new Environment();

  private constructor(
    readonly desk: FlCouncilDesk,
    readonly server: TestServer,
    /** Every event of ours that the desk let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {}

  /** Opens a page with a desk at which nobody sits. */
  static async arrive(options: OrganiserOptions = {}): Promise<Organiser> {
    const { locale, elder, appearance, width = 1280, cardAddress, prepare } = options;
    const server = createTestServer();
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const desk = await Organiser.environment.render<FlCouncilDesk>(
      html`<fl-council-desk
        .client=${client}
        locale=${locale ?? nothing}
        ?elder=${elder}
        appearance=${appearance ?? nothing}
        card-address=${cardAddress ?? nothing}
      ></fl-council-desk>`,
    );
    for (const name of events) desk.addEventListener(name, (event) => void heard.push(event as CustomEvent));
    desk.style.width = `${width}px`;
    return new Organiser(desk, server, heard);
  }

  /** Opens a desk and signs in; waits for the councils. */
  static async signedIn(options: OrganiserOptions = {}): Promise<Organiser> {
    const organiser = await Organiser.arrive(options);
    await organiser.signIn(options.account);
    return organiser;
  }

  /** Opens a desk with a section of a sample council on it. */
  static async at(section: Section, options: OrganiserOptions = {}, council = 0): Promise<Organiser> {
    const organiser = await Organiser.signedIn(options);
    await organiser.openCouncil(council);
    if (section !== 'roll') await organiser.press(`#to-${section}`);
    await organiser.there('#list-title');
    return organiser;
  }

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return Organiser.environment.render<Type>(template);
  }

  /** Closes every page of this test. */
  static leaveAll(): void {
    Organiser.environment.cleanUp();
  }

  get root(): ShadowRoot {
    return this.desk.shadowRoot!;
  }

  /** What has the focus. */
  get focused(): HTMLElement | undefined {
    return (this.root.activeElement ?? undefined) as HTMLElement | undefined;
  }

  async signIn(account = 'worker.qingxi'): Promise<void> {
    await this.type('#account', account);
    await this.type('#password', testPassword);
    this.find<HTMLFormElement>('form').requestSubmit();
    await this.until(() => this.has('.room') || this.has('[role=alert]'), 'an answer');
  }

  async openCouncil(index = 0): Promise<void> {
    await this.press(`[data-id="${testCouncilId(index)}"]`);
    await this.there('.tabs');
    await this.until(() => this.has('.item') || this.has('#empty'), 'the roll');
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

  async gone(selector: string): Promise<void> {
    await this.until(() => !this.has(selector), `the end of ${selector}`);
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
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.desk.updateComplete;
  }

  async select(selector: string, value: string): Promise<void> {
    const list = (await this.there(selector)) as unknown as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.desk.updateComplete;
  }

  /** Presses a key on what has the focus. */
  async key(key: string): Promise<void> {
    const target = this.focused ?? this.find('.base');
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await this.desk.updateComplete;
  }

  /** Waits for the focus to arrive. */
  async focusOn(id: string): Promise<void> {
    await this.until(() => this.focused?.id === id, `the focus on #${id}, not on ${this.focused?.id}`);
  }

  /** How many cards were on each sheet that was printed last. */
  cardsOnSheets: readonly number[] = [];

  /** Runs `act` with a printer; what was on the sheets. */
  async printed(act: () => Promise<void>): Promise<string> {
    const { print } = window;
    const sheets: string[] = [];
    window.print = () => {
      sheets.push(this.words('.paper'));
      this.cardsOnSheets = this.all('.paper .sheet').map((one) => one.querySelectorAll('.card').length);
    };
    try {
      await act();
      await this.until(() => sheets.length > 0, 'a sheet of paper');
    } finally {
      window.print = print;
    }
    return sheets[0] ?? '';
  }

  /** All that the page was told, as text. */
  get told(): string {
    return JSON.stringify(this.heard.map(({ type, detail }) => [type, detail as unknown]));
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../../base/testing/environment.js';
import '../../tile-layer/index.js';
import type { FlServiceMap } from '../service-map.js';
import '../index.js';

/** What is set on the element of a test. */
export interface GuestOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  /** Width of what the element stands in, CSS px; 1000 has list and map side by side. */
  readonly width?: number;
  readonly locate?: FlServiceMap['locate'];
  readonly openLocation?: FlServiceMap['openLocation'];
  readonly inside?: TemplateResult;
  /** Where the service says that it is; only addresses of pictures are asked for there. */
  readonly baseUrl?: string;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
}

/** Milliseconds after which what has not come counts as missing. */
const patience = 8000;

/** Somebody who uses the map of one test, over a service in memory. */
export class Guest {
  private static readonly environment = new Environment();

  private constructor(
    readonly map: FlServiceMap,
    readonly server: TestServer,
    /** Every event of ours that the map let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {}

  /** Opens a page with a map, and waits until it says something. */
  static async arrive(options: GuestOptions = {}): Promise<Guest> {
    const { locale, elder, width = 1000, locate, openLocation, inside = nothing, prepare } = options;
    const { baseUrl = 'https://service.example' } = options;
    const server = createTestServer();
    prepare?.(server);
    const client = createClient({ baseUrl, fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const listen = (event: Event) => void heard.push(event as CustomEvent);
    const stage = document.createElement('div');
    stage.style.width = `${width}px`;
    const map = await Guest.environment.render<FlServiceMap>(
      html`<fl-service-map
        .client=${client}
        .locate=${locate}
        .openLocation=${openLocation}
        federation="990101000000"
        locale=${locale ?? nothing}
        ?elder=${elder}
        @fl-opened=${listen}
        @fl-handed-over=${listen}
        @fl-feedback-sent=${listen}
        @fl-exited=${listen}
        >${inside}</fl-service-map
      >`,
    );
    map.style.width = `${width}px`;
    return new Guest(map, server, heard);
  }

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return Guest.environment.render<Type>(template);
  }

  /** Closes every page of this test. */
  static leaveAll(): void {
    Guest.environment.cleanUp();
  }

  get root(): ShadowRoot {
    return this.map.shadowRoot!;
  }

  /** What has the focus. */
  get focused(): HTMLElement | undefined {
    return (this.root.activeElement ?? undefined) as HTMLElement | undefined;
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
    for (const end = Date.now() + patience; !happened() || this.map.isUpdatePending;) {
      if (Date.now() > end) throw new Error(`${what} has not happened; the screen says '${this.words('.base')}'`);
      await new Promise((turn) => setTimeout(turn));
      await this.map.updateComplete;
    }
  }

  /** Waits for something to be on the screen. */
  async there(selector: string): Promise<HTMLElement> {
    await this.until(() => this.has(selector), selector);
    return this.find(selector);
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.map.updateComplete;
  }

  async type(selector: string, text: string): Promise<void> {
    const input = (await this.there(selector)) as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.map.updateComplete;
  }

  async select(selector: string, value: string): Promise<void> {
    const list = (await this.there(selector)) as unknown as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.map.updateComplete;
  }

  /** Presses a key on what has the focus. */
  key(key: string): void {
    this.focused!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  /** Waits for the list, with the names of the places. */
  async listed(): Promise<void> {
    await this.until(() => this.names.length > 0 && !this.names.includes(''), 'the list');
  }

  /** What the list calls its places, in order. */
  get names(): string[] {
    return this.all('.point-name').map((one) => one.textContent.trim());
  }

  /** How many places the markers on the map stand for. */
  get marked(): number {
    return this.all('.marker:not([hidden])').reduce((sum, { textContent }) => sum + (Number(textContent) || 1), 0);
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import type { StepId } from '@fulian/sdk/stores/help-form';
import { createTestServer, type TestServer } from '@fulian/sdk/testing';
import { Environment } from '../../base/testing/environment.js';
import type { FlHelpForm } from '../help-form.js';
import '../index.js';

/** What is set on the element of a test. */
export interface VisitorOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
}

/** What she does on a screen before she goes on. */
export type Doing = (visitor: Visitor) => void | Promise<void>;

/** Somebody in danger, who asks for herself, is hurt, and can be called. */
export const herself: Readonly<Record<Exclude<StepId, 'check'>, Doing>> = {
  danger: (one) => one.choose('danger', 0),
  asker: (one) => one.choose('askerRole', 0),
  category: (one) => one.choose('category', 0),
  age: (one) => one.choose('underFourteen', 1),
  risk: (one) => one.choose('risks', 0),
  children: (one) => one.choose('childrenPresent', 0),
  narrative: (one) => one.type('narrative', '他昨晚又动手了'),
  attachments: () => undefined,
  place: async (one) => {
    await one.press('.place');
    await one.there('.chosen-place');
  },
  identity: async (one) => {
    await one.choose('identity', 1);
    await one.type('name', '示例女士');
  },
  contact: async (one) => {
    await one.choose('channel', 0);
    await one.type('contactValue', '000-0000-0001');
  },
  'contact-safety': async (one) => {
    await one.choose('mayLeaveMessage', 1);
    await one.choose('maySayWhoCalls', 1);
    await one.type('coverWords', '社区体检回访');
  },
  needs: (one) => one.choose('languages', 1),
  exclusion: (one) => one.choose('hasExclusion', 0),
  consent: async (one) => {
    for (const id of ['consentGeneral', 'consentSensitive', 'consentMinor'])
      if (one.has(`#${id}`)) await one.choose(id, 0);
  },
};

/** Milliseconds after which what has not come counts as missing. */
const patience = 8000;

/** Somebody who uses the form of one test, over a service in memory. */
export class Visitor {
  private static readonly environment = new Environment();

  private constructor(
    readonly form: FlHelpForm,
    readonly server: TestServer,
    /** Every event of ours that the form let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {}

  /** Opens a page with a form. */
  static async arrive({ locale, elder, prepare }: VisitorOptions = {}): Promise<Visitor> {
    const server = createTestServer();
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const listen = (event: Event) => void heard.push(event as CustomEvent);
    const form = await Visitor.render<FlHelpForm>(
      html`<fl-help-form
        .client=${client}
        federation="990101000000"
        locale=${locale ?? nothing}
        ?elder=${elder}
        @fl-step=${listen}
        @fl-submitted=${listen}
        @fl-exited=${listen}
      ></fl-help-form>`,
    );
    return new Visitor(form, server, heard);
  }

  /** Puts anything into the page. */
  static render<Type extends Element>(template: TemplateResult): Promise<Type> {
    return Visitor.environment.render<Type>(template);
  }

  /** Closes every page of this test. */
  static leaveAll(): void {
    Visitor.environment.cleanUp();
  }

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  /** The words of the first element that matches. */
  words(selector: string): string {
    return this.find(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  /** The id of what has the focus. */
  get focused(): string | undefined {
    return this.root.activeElement?.id;
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
    for (const end = Date.now() + patience; !happened() || this.form.isUpdatePending;) {
      if (Date.now() > end) throw new Error(`${what} has not happened; the screen says '${this.words('.base')}'`);
      await new Promise((turn) => setTimeout(turn));
      await this.form.updateComplete;
    }
  }

  /** Waits for something to be on the screen. */
  async there(selector: string): Promise<HTMLElement> {
    await this.until(() => this.has(selector), selector);
    return this.find(selector);
  }

  async press(selector: string): Promise<void> {
    (await this.there(selector)).click();
    await this.form.updateComplete;
  }

  /** Chooses the nth answer of a question, by its words as a finger would. */
  async choose(answer: string, nth: number): Promise<void> {
    const input = (await this.there(`#${answer}${nth === 0 ? '' : `-${nth}`}`)) as HTMLInputElement;
    input.closest('label')!.click();
    await this.form.updateComplete;
  }

  async type(id: string, text: string): Promise<void> {
    const input = (await this.there(`#${id}`)) as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.form.updateComplete;
  }

  async select(id: string, value: string): Promise<void> {
    const list = (await this.there(`#${id}`)) as unknown as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.form.updateComplete;
  }

  /** Adds files as if she had chosen them on her phone. */
  async addFiles(...files: readonly File[]): Promise<void> {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    const input = (await this.there('#attachments')) as HTMLInputElement;
    input.files = chosen.files;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await this.form.updateComplete;
  }

  /** Which step is on the screen. */
  get step(): string | undefined {
    const last = [...this.heard].reverse().find(({ type }) => type === 'fl-step');
    return last ? (last.detail as { step: string }).step : 'danger';
  }

  /** Presses Continue and waits for another step. */
  async next(): Promise<void> {
    const { length } = this.heard;
    await this.press('[part~=continue]');
    await this.until(() => this.heard.length > length, `a step after '${this.step}'`);
  }

  /** Presses Continue where something is missing, and waits for the summary. */
  async nextWithFaults(): Promise<void> {
    await this.press('[part~=continue]');
    await this.until(() => this.focused === 'error-summary', 'the error summary');
  }

  /** Answers question after question until the screen of `step`; `look` is called on every screen, once answered. */
  async goTo(step: StepId, own: Partial<Record<StepId, Doing>> = {}, look?: Doing): Promise<void> {
    while (this.step !== step) {
      const here = this.step as Exclude<StepId, 'check'>;
      await (own[here] ?? herself[here])(this);
      await look?.(this);
      await this.next();
    }
    await look?.(this);
  }

  /** The whole way to the receipt. */
  async submit(own: Partial<Record<StepId, Doing>> = {}): Promise<void> {
    await this.goTo('check', own);
    await this.press('.actions [part~=submit]');
    await this.there('[part=receipt]');
  }
}

import { html, nothing } from 'lit';
import { createClient } from '@fulian/sdk';
import {
  createTestServer,
  type TestCouncil,
  testCouncilId,
  testInvitation,
  type TestServer,
} from '@fulian/sdk/testing';
import { OnPage } from '../../base/testing/on-page.js';
import type { FlCouncil } from '../council.js';
import type { Section } from '../council.view.js';
import '../index.js';

/** What is set on the element of a test. */
export interface NeighbourOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  readonly appearance?: 'dark' | 'contrast';
  readonly section?: Section;
  /** The word of a portal for her. */
  readonly voucher?: string;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
  /** Which sample council. Default 0, that has a bit of everything. */
  readonly council?: number;
}

const events = ['fl-ballot-chosen', 'fl-voted', 'fl-signed-in', 'fl-signed-out'];

/** Somebody who looks at the council of one test, over a service in memory. */
export class Neighbour extends OnPage<FlCouncil> {
  private constructor(
    element: FlCouncil,
    readonly server: TestServer,
    private readonly index: number,
    /** Every event of ours that the council let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {
    super(element);
  }

  /** Opens a page with a council, as a visitor. */
  static async arrive(options: NeighbourOptions = {}): Promise<Neighbour> {
    const { locale, elder, appearance, section, voucher, prepare, council = 0 } = options;
    const server = createTestServer();
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const element = await OnPage.render<FlCouncil>(
      html`<fl-council
        .client=${client}
        .voucher=${voucher}
        council=${testCouncilId(council)}
        section=${section ?? nothing}
        locale=${locale ?? nothing}
        appearance=${appearance ?? nothing}
        ?elder=${elder}
      ></fl-council>`,
    );
    for (const name of events) element.addEventListener(name, (event) => void heard.push(event as CustomEvent));
    const one = new Neighbour(element, server, council, heard);
    await one.until(() => one.has('#panel') || one.has('[part=error]'), 'the council');
    return one;
  }

  /** The same, signed in as a member. */
  static async asMember(options: NeighbourOptions = {}, member = 4): Promise<Neighbour> {
    const one = await Neighbour.arrive(options);
    await one.press('#member-in');
    await one.type('code', testInvitation(member, options.council));
    await one.press('#sign-in-go');
    await one.there('#sign-out');
    await one.until(() => !one.words('#panel').includes('正在打开'), 'the list');
    return one;
  }

  /** The item of the open list that says `words`. */
  item(words: string): HTMLElement {
    const found = this.all('[part=item]').find(({ textContent }) => textContent.includes(words));
    if (!found) throw new Error(`No item says '${words}'`);
    return found;
  }

  /** Presses the button of an item. */
  async pressIn(item: string, words: string): Promise<void> {
    const button = [...this.item(item).querySelectorAll<HTMLElement>('button, label')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (!button) throw new Error(`'${item}' has no button '${words}'`);
    button.click();
    await this.element.updateComplete;
  }

  /** Waits until an item of the open list says `words`. */
  async itemSays(item: string, words: string): Promise<void> {
    await this.until(
      () =>
        this.all('[part=item]').some(({ textContent }) => textContent.includes(item) && textContent.includes(words)),
      `'${words}' at '${item}'`,
    );
  }

  /** The council at the service. */
  get stored(): TestCouncil {
    return this.server.state.councils.find(testCouncilId(this.index))!;
  }
}

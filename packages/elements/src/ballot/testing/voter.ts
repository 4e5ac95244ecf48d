import { html, nothing } from 'lit';
import { createClient } from '@fulian/sdk';
import {
  createTestServer,
  type TestBallot,
  testBallotId,
  type TestBallotName,
  testCouncilId,
  testInvitation,
  testMemberId,
  type TestServer,
} from '@fulian/sdk/testing';
import { OnPage } from '../../base/testing/on-page.js';
import type { FlBallot } from '../ballot.js';
import '../index.js';

/** What is set on the element of a test. */
export interface VoterOptions {
  readonly locale?: string;
  readonly elder?: boolean;
  readonly appearance?: 'dark' | 'contrast';
  /** The word of a portal for her. */
  readonly voucher?: string;
  /** The service of a page before this one. */
  readonly server?: TestServer;
  /** Before the element is awake. */
  readonly prepare?: (server: TestServer) => void;
}

/** Somebody at the ballot of one test, over a service in memory. */
export class Voter extends OnPage<FlBallot> {
  private constructor(
    element: FlBallot,
    readonly server: TestServer,
    private readonly name: TestBallotName,
    /** Every event of ours that the ballot let out, in order. */
    readonly heard: readonly CustomEvent[],
  ) {
    super(element);
  }

  /** Opens a page with a ballot. */
  static async arrive(name: TestBallotName, options: VoterOptions = {}): Promise<Voter> {
    const { locale, elder, appearance, voucher, server = createTestServer(), prepare } = options;
    prepare?.(server);
    const client = createClient({ baseUrl: 'https://service.example', fetch: server.fetch, retry: { attempts: 1 } });
    const heard: CustomEvent[] = [];
    const element = await OnPage.render<FlBallot>(
      html`<fl-ballot
        .client=${client}
        .voucher=${voucher}
        council=${testCouncilId(0)}
        ballot=${testBallotId(name)}
        locale=${locale ?? nothing}
        appearance=${appearance ?? nothing}
        ?elder=${elder}
        @fl-voted=${(event: Event) => void heard.push(event as CustomEvent)}
      ></fl-ballot>`,
    );
    const one = new Voter(element, server, name, heard);
    await one.until(() => one.has('#heading') || one.has('[part=error]'), 'the ballot');
    return one;
  }

  /** The same, signed in as a member, before she chooses. */
  static async at(name: TestBallotName, options?: VoterOptions, member = 4): Promise<Voter> {
    const one = await Voter.arrive(name, options);
    await one.press('#begin');
    await one.signIn(member);
    return one;
  }

  /** The same in front of her choice. */
  static async choosing(name: TestBallotName, options?: VoterOptions, member = 4): Promise<Voter> {
    const one = await Voter.at(name, options, member);
    if (one.stored.isSecret) {
      await one.says('#heading', '保密');
      await one.press('#next');
      await one.press('#once');
    }
    await one.there('#next');
    await one.there('[part=option]');
    return one;
  }

  async signIn(member = 4): Promise<void> {
    await this.type('code', testInvitation(member).replace(/\d{4}(?=\d)/g, '$& '));
    await this.press('#sign-in-go');
    await this.until(() => !this.has('#code'), 'the session');
  }

  /** To the look once more, and into the box. */
  async cast(): Promise<void> {
    await this.press('#next');
    await this.press('#cast');
  }

  /** The ballot at the service. */
  get stored(): TestBallot {
    return this.server.state.councils.find(testCouncilId(0))!.ballot(testBallotId(this.name))!;
  }

  /** What a member voted, in an open ballot. */
  voteOf(member = 4) {
    return this.stored.votes.get(testMemberId(member))?.choice;
  }

  /** The operations that were asked for, in order. */
  get asked(): readonly (string | undefined)[] {
    return this.server.requests.map(({ operation }) => operation);
  }
}

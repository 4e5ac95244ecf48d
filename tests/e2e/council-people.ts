/** People of a council: members and villagers at phones, by the words and the controls on the screen, and the organiser by the clients of the SDK. */
import type { BallotRules } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { createClient, type Client } from '@fulian/sdk';
import { councilClientOf, type CouncilClient } from '@fulian/sdk/council';
import { staffClientOf, type StaffClient } from '@fulian/sdk/staff';
import type { Browser } from 'puppeteer-core';
import { words as ballotWords } from '../../packages/elements/src/locales/zh-CN/ballot.js';
import { words as resultWords } from '../../packages/elements/src/locales/zh-CN/ballot-result.js';
import { words as councilWords } from '../../packages/elements/src/locales/zh-CN/council.js';
import { newToken, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { Screen } from './case-people.js';
import type { Portal } from './portal.js';

type Schemas = components['schemas'];
/** Without options it is yes or no. */
type DraftOfTest = Pick<Schemas['BallotDraft'], 'motion' | 'rules'> & Partial<Pick<Schemas['BallotDraft'], 'options'>>;

/** Words of the elements by their keys. */
export const ballotSays: Readonly<Record<string, string>> = { ...ballotWords, ...resultWords };
export const councilSays: Readonly<Record<string, string>> = councilWords;

/** Where everything happens. */
export const village = '990101001001';

/** Rules of a motion of this council; a test changes what it is about. */
export const motionRules: BallotRules = {
  version: 1,
  method: 'yes-no',
  secrecy: 'open',
  abstain: true,
  revote: true,
  base: 'cast',
  quorum: { share: { numerator: 2, denominator: 3 }, counts: 'cast' },
  threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' },
  tie: 'chair',
};

/** What a member votes. */
export type Vote = 'yes' | 'no' | 'abstain';
const places: Readonly<Record<Vote, number>> = { yes: 0, no: 1, abstain: 2 };

/** Somebody at a phone with the council's page, on the roll or not. */
export class Villager {
  constructor(
    readonly screen: Screen,
    readonly name = '',
  ) {}

  /** A phone of her own. */
  static async of(browser: Browser, portal: Portal, service: string, council: string, name = ''): Promise<Villager> {
    const screen = await Screen.of(browser, portal, service, 'council', `council="${council}"`);
    return new Villager(screen, name);
  }

  async arrive(): Promise<void> {
    await this.screen.arrive(Date.now());
    await this.screen.there('#tab-topics');
  }

  /** With the sixteen digits of her card, as they stand on it. */
  async signIn(code: string): Promise<void> {
    const { screen, name } = this;
    await screen.press('#member-in');
    await screen.write('#code', code.replaceAll(/\d{4}(?=\d)/g, '$& '));
    await screen.press('#sign-in-go');
    await screen.saying('.who', name);
  }

  /** To one of the council's sections, from wherever she is. */
  async section(name: 'topics' | 'meetings' | 'ballots' | 'resolutions'): Promise<void> {
    const { screen } = this;
    if (await screen.has('#ballot-back')) await screen.press('#ballot-back');
    await screen.press(`#tab-${name}`);
  }

  async propose(title: string, words: string, by?: string): Promise<void> {
    const { screen } = this;
    await this.section('topics');
    await screen.press('#propose');
    await screen.write('#title', title);
    await screen.write('#words', words);
    if (by !== undefined) await screen.write('#name', by);
    await screen.press('#propose-go');
    await screen.there('#proposed');
  }

  async second(topic: string): Promise<void> {
    await this.section('topics');
    await this.screen.press(`#second-${topic}`);
  }

  /** Opens a ballot from the list of all. */
  async openBallot(ballot: string): Promise<void> {
    const { screen } = this;
    await this.section('ballots');
    await screen.press(`#ballot-${ballot}`);
    await screen.there('fl-ballot >>> #heading');
  }

  /** From the motion to the last look before the vote goes out. */
  async choose(vote: Vote): Promise<void> {
    const { screen } = this;
    if (await screen.has('#begin')) await screen.press('#begin');
    await screen.there('#next');
    // A secret one says first what secrecy means, and asks whether the paper may stay on the phone.
    if (!(await screen.has('[part=option]'))) {
      await screen.press('#next');
      await screen.press('#once');
    }
    await screen.press(`[part=option]:nth-of-type(${places[vote] + 1})`);
    await screen.press('#next');
    await screen.there('#cast');
  }

  /** Votes, and waits until the vote is stored. */
  async vote(ballot: string, vote: Vote): Promise<void> {
    await this.openBallot(ballot);
    await this.choose(vote);
    await this.cast();
  }

  async cast(): Promise<void> {
    await this.screen.press('#cast');
    await this.isIn();
  }

  async isIn(): Promise<void> {
    await this.screen.saying('fl-ballot >>> #heading', ballotSays.voted!);
  }

  /** Votes something else, as long as that is possible. */
  async change(vote: Vote): Promise<void> {
    await this.screen.press('#change');
    await this.choose(vote);
    await this.cast();
  }

  /** What stands on the screen of the ballot. */
  async result(): Promise<string> {
    await this.screen.there('[part=result]');
    return this.screen.reads('[part=result]');
  }
}

const password = 'kiesel-7-laterne-moos';

/** Who organises the council; staff of its federation. What stands on no screen of hers she does with a client. */
export class Organiser {
  private constructor(
    readonly client: StaffClient,
    readonly council: string,
    private readonly visitor: Client,
  ) {}

  /** Gets an account, and founds a council. */
  static async found(
    service: TestService,
    origin: string,
    name: string,
    account = 'organiser.day',
  ): Promise<Organiser> {
    const administrator = await signedIn(service, 'administrator', village);
    const made = await service.call('createStaffAccount', {
      path: { code: village },
      headers: { ...administrator.headers, 'idempotency-key': newToken() },
      body: { account, name: '示例组织者', role: 'supervisor', federation: village, password },
    });
    if (made.statusCode !== 201) throw new Error(made.body);
    let token = '';
    const visitor = createClient({ baseUrl: origin });
    const client = staffClientOf(visitor, () => token);
    ({ token } = await client.signInStaff({ body: { account, password } }));
    const { id } = await client.createCouncil({ path: { code: village }, body: { name } });
    return new Organiser(client, id, visitor);
  }

  get path(): { readonly councilId: string } {
    return { councilId: this.council };
  }

  /** Puts people on the roll, the first as the chair, and prints their cards: their ids and codes, in their order. */
  async enrol(
    names: readonly string[],
  ): Promise<{ readonly id: string; readonly name: string; readonly code: string }[]> {
    const { client, path } = this;
    const ids: string[] = [];
    for (const [at, name] of names.entries()) {
      const role = at === 0 ? 'chair' : 'member';
      ids.push((await client.addMember({ path, body: { name, role } })).member.id);
    }
    const { items } = await client.inviteMembers({ path, body: { members: ids } });
    return ids.map((id) => {
      const { name, code } = items.find(({ member }) => member === id)!;
      return { id, name, code };
    });
  }

  /** What a member does without a screen. */
  async memberClient(code: string): Promise<CouncilClient> {
    const { token } = await councilClientOf(this.visitor).openMemberSession({ body: { code } });
    return councilClientOf(this.visitor, token);
  }

  async topicCalled(title: string): Promise<string> {
    const { items } = await this.client.listAllTopics({ path: this.path });
    return items.find((one) => one.title === title)!.id;
  }

  /** Writes a draft that closes in an hour. */
  async prepareBallot(draft: DraftOfTest): Promise<string> {
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await this.client.prepareBallot({ path: this.path, body: { options: [], ...draft, closesAt } });
    return id;
  }

  /** Prepares a ballot and opens it, for so many seconds. */
  async openBallot(draft: DraftOfTest, seconds = 3_600): Promise<string> {
    const { client, path } = this;
    const closesAt = new Date(Date.now() + seconds * 1_000).toISOString();
    let etag = '';
    const onHeaders = (headers: { get(name: string): string | null }) => (etag = headers.get('ETag') ?? '');
    const body = { options: [], ...draft, closesAt };
    const { id } = await client.prepareBallot({ path, body }, { onHeaders: (headers) => void onHeaders(headers) });
    await client.openBallot({ path: { ...path, ballotId: id }, headers: { 'If-Match': etag } });
    return id;
  }
}

/** The same person at `<fl-council-desk>`. */
export class OrganiserAtDesk {
  private constructor(readonly screen: Screen) {}

  /** Signs in; the one council of her village opens by itself. */
  static async arrive(
    browser: Browser,
    portal: Portal,
    service: string,
    account = 'organiser.day',
    prepare?: () => void,
  ): Promise<OrganiserAtDesk> {
    const screen = await Screen.of(browser, portal, service, 'council-desk');
    if (prepare) await screen.page.evaluateOnNewDocument(prepare);
    await screen.arrive(Date.now());
    await screen.write('#account', account);
    await screen.write('#password', password);
    await screen.press('.sign-in button[type=submit]');
    await screen.there('.room');
    return new OrganiserAtDesk(screen);
  }

  private async section(name: 'topics' | 'ballots' | 'resolutions'): Promise<void> {
    await this.screen.press(`#to-${name}`);
    // What others did meanwhile.
    await this.screen.press('#refresh');
  }

  async screenTopic(topic: string, decision: 'collect' | 'admit', words = ''): Promise<void> {
    await this.section('topics');
    await this.screen.press(`#${decision}-${topic}`);
    if (words !== '') await this.screen.write('#small-words', words);
    await this.screen.press('#small-send');
  }

  private async ballot(id: string): Promise<void> {
    await this.section('ballots');
    await this.screen.press(`.item-title[data-id="${id}"]`);
    await this.screen.there('#place-title');
  }

  /** Opens a draft, after a look at the checklist. */
  async openBallot(id: string): Promise<void> {
    await this.ballot(id);
    await this.screen.press('#do-open:not([aria-disabled])');
    await this.screen.press('#question-yes');
    await this.screen.there('#clock');
  }

  async closeBallot(id: string): Promise<void> {
    await this.ballot(id);
    await this.screen.press('#do-close:not([aria-disabled])');
    await this.screen.press('#question-yes');
    await this.screen.there('.result');
  }

  /** Records what a ballot decided, with who carries it out. */
  async record(ballot: string, responsible: string, due: string): Promise<void> {
    await this.ballot(ballot);
    await this.screen.press('#do-resolve');
    await this.screen.write('#responsible', responsible);
    await this.screen.write('#due', due);
    await this.screen.press('#save');
    await this.screen.there('[id^=begin-]');
  }

  /** Says how far a resolution is. */
  async execute(resolution: string, step: 'begin' | 'report', words = ''): Promise<void> {
    await this.section('resolutions');
    await this.screen.press(`.item-title[data-id="${resolution}"]`);
    await this.screen.press(`#${step}-${resolution}`);
    if (words !== '') await this.screen.write('#small-words', words);
    await this.screen.press('#small-send');
  }
}

import { checksPass } from '@fulian/contract/rules/council';
import { isProblemError } from '../../errors.js';
import type { Answer, Schemas } from '../../operation-types.js';
import type { StaffClient } from '../../staff.js';
import { Acts, type Sending } from '../council/acts.js';
import { noList, Paged, placed, replaced } from '../council/paged.js';
import type { NetworkLike } from '../network.js';
import { asFulianError, type Change, changed, Life } from '../observable.js';
import type {
  Ballot,
  Comment,
  DeskActName,
  DeskBallot,
  DeskCouncil,
  Meeting,
  Resolution,
  RollEntry,
  Topic,
  TopicState,
} from './types.js';

/** What the council on the screen needs of its surroundings. */
export interface OpenCouncilHost {
  readonly client: StaffClient;
  readonly network: NetworkLike;
  changed(state: DeskCouncil): void;
  /** An answer told the service's time. */
  heard(serverTime: string | undefined, askedAt: number): void;
  stamp(): number;
}

type Shown = 'roll' | 'topics' | 'meetings' | 'ballots' | 'resolutions';
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}
interface Listing {
  readonly path: { readonly councilId: string };
  readonly query: { readonly limit: number; readonly cursor?: string };
}

const pageSize = 100;

/** The council on the screen: its roll, what is talked about, decided and done, and what the organiser does with it. */
export class OpenCouncil {
  private current: DeskCouncil;
  private readonly life = new Life();
  private readonly acts: Acts<DeskActName>;
  private readonly path: { readonly councilId: string };
  readonly roll: Paged<RollEntry>;
  readonly topics: Paged<Topic>;
  readonly meetings: Paged<Meeting>;
  readonly ballots: Paged<Ballot>;
  readonly resolutions: Paged<Resolution>;
  discussion: Paged<Comment> | undefined;
  /** Of the ballot on the screen. */
  private ballotEtag = '';

  constructor(
    private readonly host: OpenCouncilHost,
    readonly id: string,
  ) {
    const { client, network } = host;
    const { life } = this;
    this.path = { councilId: id };
    this.current = {
      id,
      load: 'pending',
      roll: noList,
      cards: [],
      topics: noList,
      meetings: noList,
      ballots: noList,
      resolutions: noList,
      acts: {},
    };
    const list = <Item>(name: Shown, page: (input: Listing) => Promise<Page<Item>>): Paged<Item> => {
      const paged: Paged<Item> = new Paged<Item>(
        (cursor) => page({ path: this.path, query: { limit: pageSize, ...cursor } }),
        () => this.set({ [name]: paged.state }),
      );
      return paged;
    };
    this.roll = list('roll', () => client.listMembers({ path: this.path }, life));
    this.topics = list('topics', ({ path, query }) => {
      const { topicState: state } = this.current;
      return client.listAllTopics({ path, query: { ...query, ...(state && { state }) } }, life);
    });
    this.meetings = list('meetings', (input) => client.listMeetings(input, life));
    this.ballots = list('ballots', (input) => client.listAllBallots(input, life));
    this.resolutions = list('resolutions', (input) => client.listAllResolutions(input, life));
    this.acts = new Acts({ network, refused: () => undefined, changed: (acts) => this.set({ acts }) });
  }

  get state(): DeskCouncil {
    return this.current;
  }

  /** Reads everything. Never rejects. */
  async load(): Promise<void> {
    const { roll, topics, meetings, ballots, resolutions, discussion } = this;
    const lists = [roll, topics, meetings, ballots, resolutions, ...(discussion ? [discussion] : [])];
    const { ballot } = this.current;
    await Promise.all([
      this.read(),
      ...lists.map((one) => one.load()),
      ...(ballot ? [this.readBallot(ballot.id)] : []),
    ]);
  }

  async setTopicState(topicState: TopicState | undefined): Promise<void> {
    this.topics.forget();
    this.set({ topicState });
    await this.topics.load();
  }

  invite(members: readonly string[]): Promise<boolean> {
    const body = { members: [...members] };
    return this.run('invite', JSON.stringify(body), {
      call: ({ idempotencyKey, signal }) =>
        this.host.client.inviteMembers({ path: this.path, body, idempotencyKey }, { signal }),
      done: ({ items }) => {
        this.set({ cards: items });
        void this.roll.load();
      },
    });
  }

  forgetCards(): void {
    if (this.current.cards.length > 0) this.set({ cards: [] });
  }

  screen(topicId: string, screening: Schemas['TopicScreening']): Promise<boolean> {
    return this.run(`screen ${topicId}`, JSON.stringify(screening), {
      call: ({ idempotencyKey, signal }) =>
        this.host.client.screenTopic({ path: { ...this.path, topicId }, body: screening, idempotencyKey }, { signal }),
      done: (topic) => this.topics.edit((items) => replaced(items, topic)),
    });
  }

  async openTopic(topicId: string | undefined): Promise<void> {
    if (topicId === this.current.discussion?.topic) return;
    this.discussion?.forget();
    this.discussion = undefined;
    this.set({ discussion: undefined });
    if (topicId === undefined) return;
    const show = () => {
      if (this.discussion === discussion) this.set({ discussion: { ...discussion.state, topic: topicId } });
    };
    const discussion: Paged<Comment> = new Paged((cursor) => {
      const input = { path: { ...this.path, topicId }, query: { limit: pageSize, ...cursor } };
      return this.host.client.listAllComments(input, this.life);
    }, show);
    this.discussion = discussion;
    show();
    await discussion.load();
  }

  async moderate(commentId: string, hidden: boolean, reason: string | undefined): Promise<boolean> {
    const topicId = this.current.discussion?.topic;
    if (topicId === undefined) return false;
    const words = reason?.trim();
    const body = { hidden, ...(words && { reason: words }) };
    const { discussion } = this;
    return this.run(`moderate ${commentId}`, JSON.stringify(body), {
      lastCounts: true,
      call: ({ signal }) =>
        this.host.client.moderateComment({ path: { ...this.path, topicId, commentId }, body }, { signal }),
      done: (now) => discussion?.edit((items) => replaced(items, now)),
    });
  }

  async openBallotView(ballotId: string | undefined): Promise<void> {
    if (ballotId === undefined) return this.set({ ballot: undefined });
    const known = this.ballots.state.items.find(({ id }) => id === ballotId);
    this.ballotEtag = '';
    this.set({
      ballot: { id: ballotId, load: 'pending', checks: [], isBlocked: true, ...(known && { ballot: known }) },
    });
    await this.readBallot(ballotId);
  }

  /** Reads the ballot on the screen and its checklist. Never rejects. */
  async readBallot(ballotId: string): Promise<void> {
    const { client } = this.host;
    const path = { ...this.path, ballotId };
    const show = (change: Partial<DeskBallot>) => {
      const { ballot } = this.current;
      if (ballot?.id === ballotId && !this.life.isOver) this.set({ ballot: { ...ballot, ...change } });
    };
    try {
      let etag = '';
      const askedAt = this.host.stamp();
      const options = { signal: this.life.signal, onHeaders: etagTo((one) => (etag = one)) };
      const [ballot, { checks }] = await Promise.all([
        client.getBallotDraft({ path }, options),
        client.checkBallot({ path }, this.life),
      ]);
      this.host.heard(ballot.serverTime, askedAt);
      if (this.current.ballot?.id === ballotId) this.ballotEtag = etag;
      show({ load: 'complete', ballot, checks, isBlocked: !checksPass(checks) });
      this.ballots.edit((items) => replaced(items, ballot));
    } catch (error) {
      show({ load: 'error', error: asFulianError(error, 'getBallotDraft') });
    }
  }

  async openBallot(ballotId: string): Promise<boolean> {
    const path = { ...this.path, ballotId };
    const etag = await this.etagOf(ballotId);
    return this.stepOf(`open ${ballotId}`, ballotId, ({ idempotencyKey, signal }) =>
      this.host.client.openBallot({ path, headers: { 'If-Match': etag }, idempotencyKey }, { signal }),
    );
  }

  closeBallot(ballotId: string): Promise<boolean> {
    const path = { ...this.path, ballotId };
    return this.stepOf(`close ${ballotId}`, ballotId, ({ idempotencyKey, signal }) =>
      this.host.client.closeBallot({ path, idempotencyKey }, { signal }),
    );
  }

  async cancelBallot(ballotId: string): Promise<boolean> {
    const { client } = this.host;
    const path = { ...this.path, ballotId };
    const etag = await this.etagOf(ballotId);
    return this.run(`cancel ${ballotId}`, '', {
      call: async ({ signal }) => {
        try {
          await client.cancelBallot({ path, headers: { 'If-Match': etag } }, { signal });
        } catch (error) {
          // An earlier try that was not answered did it.
          if (!(await this.isCancelled(ballotId, error))) throw error;
        }
      },
      done: () => {
        if (this.current.ballot?.id === ballotId) this.set({ ballot: undefined });
        void this.ballots.load();
      },
    });
  }

  execute(resolutionId: string, step: Schemas['ExecutionStep']): Promise<boolean> {
    return this.run(`execute ${resolutionId}`, JSON.stringify(step), {
      call: ({ idempotencyKey, signal }) =>
        this.host.client.takeExecutionStep(
          { path: { ...this.path, resolutionId }, body: step, idempotencyKey },
          { signal },
        ),
      done: (now) => {
        this.resolutions.edit((items) => placed(items, now));
        void this.read();
      },
    });
  }

  async readHead(): Promise<void> {
    try {
      const head = await this.host.client.getLogHead({ path: this.path }, this.life);
      if (!this.life.isOver) this.set({ head });
    } catch (error) {
      if (!this.life.isOver) this.set({ error: asFulianError(error, 'getLogHead') });
    }
  }

  dismiss(name: DeskActName): void {
    this.acts.dismiss(name);
  }

  /** Reads the council itself. Never rejects. */
  async read(): Promise<void> {
    try {
      const council = await this.host.client.getCouncil({ path: this.path }, this.life);
      if (!this.life.isOver) this.set({ load: 'complete', council, error: undefined });
    } catch (thrown) {
      if (this.life.isOver) return;
      this.set({ load: this.current.council ? 'complete' : 'error', error: asFulianError(thrown, 'getCouncil') });
    }
  }

  stop(): void {
    this.life.end();
    this.acts.stop();
  }

  /** A step of a ballot, after which it and its checklist are another. */
  private async stepOf(
    name: DeskActName,
    ballotId: string,
    call: (sending: Sending) => Promise<Ballot>,
  ): Promise<boolean> {
    const isDone = await this.run(name, '', { call, done: (ballot) => this.showBallot(ballot) });
    // What it is now tells why it was refused, or what can be done next.
    if (this.current.ballot?.id === ballotId && !this.life.isOver) await this.readBallot(ballotId);
    return isDone;
  }

  private showBallot(ballot: Ballot): void {
    const { ballot: shown } = this.current;
    if (shown?.id === ballot.id) this.set({ ballot: { ...shown, ballot } });
    this.ballots.edit((items) => placed(items, ballot));
  }

  private run<Result>(
    name: DeskActName,
    text: string,
    act: { lastCounts?: boolean; call(sending: Sending): Promise<Result>; done(answer: Result): void },
  ): Promise<boolean> {
    return this.acts.run<Result>(name, { text, ...act });
  }

  /** The one that the organiser looked at, where she did. */
  private async etagOf(ballotId: string): Promise<string> {
    if (this.current.ballot?.id === ballotId && this.ballotEtag !== '') return this.ballotEtag;
    let etag = '';
    try {
      const options = { signal: this.life.signal, onHeaders: etagTo((one) => (etag = one)) };
      await this.host.client.getBallotDraft({ path: { ...this.path, ballotId } }, options);
    } catch {
      // What is asked for without a tag is refused, and says so.
    }
    return etag;
  }

  private async isCancelled(ballotId: string, error: unknown): Promise<boolean> {
    if (!isProblemError(error) || error.retryable) return false;
    if (error.code === 'ballot-unknown') return true;
    try {
      const now: Answer<'getBallotDraft'> = await this.host.client.getBallotDraft(
        { path: { ...this.path, ballotId } },
        this.life,
      );
      return now.state === 'cancelled';
    } catch {
      return false;
    }
  }

  private set(change: Change<DeskCouncil>): void {
    this.current = changed(this.current, change);
    if (!this.life.isOver) this.host.changed(this.current);
  }
}

function etagTo(take: (etag: string) => void) {
  return (headers: { get(name: string): string | null }) => take(headers.get('ETag') ?? '');
}

import { findExecutionFaults } from '@fulian/contract/rules/council';
import { type CouncilClient, councilClientOf } from '../../council.js';
import type { Client } from '../../client.js';
import type { Answer } from '../../operation-types.js';
import { createMemberSession } from '../member-session/store.js';
import type { MemberSessionStore, SessionKeeper } from '../member-session/types.js';
import { alwaysOnline, type NetworkLike } from '../network.js';
import { asFulianError, Life, Observable } from '../observable.js';
import { Acts } from './acts.js';
import { blank, missing, noProposal, rateOf } from './blank-state.js';
import { noList, Paged, placed, replaced } from './paged.js';
import type {
  ActName,
  Comment,
  CouncilLists,
  CouncilState,
  CouncilStore,
  ProposalDraft,
  Topic,
  TopicState,
} from './types.js';

/** What a council's store is made for. */
export interface CouncilStoreOptions {
  readonly client: Client;
  /** Its id: 12-digit code and the rest. */
  readonly council: string;
  /** One that other stores on the page share. Default: one of its own. */
  readonly session?: MemberSessionStore | undefined;
  /** For a session of its own. */
  readonly keepSession?: SessionKeeper | undefined;
  /** Default: it is there until something proves otherwise. */
  readonly network?: NetworkLike | undefined;
}

/** Makes the headless state of one council. It sends nothing before `load`. */
export function createCouncilStore(options: CouncilStoreOptions): CouncilStore {
  return new OneCouncilStore(options);
}

const pageSize = 50;

class OneCouncilStore extends Observable<CouncilState> implements CouncilStore {
  readonly session: MemberSessionStore;
  private readonly client: CouncilClient;
  private readonly path: { readonly councilId: string };
  private readonly acts: Acts<ActName>;
  private readonly lists: { readonly [Name in keyof CouncilLists]: Paged<CouncilLists[Name]['items'][number]> };
  private discussion: Paged<Comment> | undefined;
  /** What she writes about each topic. */
  private readonly commentDrafts = new Map<string, string>();
  private readonly undo: () => void;
  private life = new Life();

  constructor({ client, council, session, keepSession, network = alwaysOnline }: CouncilStoreOptions) {
    const own = session ?? createMemberSession({ client, council, keep: keepSession });
    super(blank(own));
    this.session = own;
    this.path = { councilId: council };
    this.client = councilClientOf(client, own.token);
    const refused = (error: unknown) => own.refusedBy(error);
    this.acts = new Acts({ network, refused, changed: (acts) => this.set({ acts, ...this.unsent() }) });
    const list = <Item>(
      name: keyof CouncilLists,
      page: (input: Listing) => Promise<{ readonly items: readonly Item[]; readonly nextCursor?: string | undefined }>,
    ) =>
      new Paged<Item>(
        (cursor) => page({ path: this.path, query: { limit: pageSize, ...cursor } }),
        () => this.set({ [name]: this.lists[name].state }),
        refused,
      );
    this.lists = {
      topics: list('topics', (input) => this.topicPage(input)),
      meetings: list('meetings', (input) => this.client.listMeetings(input, this.life)),
      ballots: list('ballots', (input) => this.client.listBallots(input, this.life)),
      resolutions: list('resolutions', (input) =>
        this.isMember
          ? this.client.listOwnResolutions(input, this.life)
          : this.client.listResolutions(input, this.life),
      ),
      roll: list('roll', () => this.client.listRoll({ path: this.path }, this.life)),
    };
    let { phase } = own.state;
    this.undo = own.subscribe(() => {
      const before = phase;
      ({ phase } = own.state);
      this.set({ session: own.state });
      if ((before === 'open') !== (phase === 'open')) this.someoneElse();
    });
  }

  async load(): Promise<void> {
    if (this.state.load === 'pending') return;
    // Before anything is read, so that a member reads it as a member at once.
    await this.session.resume();
    await this.readAll();
  }

  async refresh(): Promise<void> {
    if (this.state.load === 'initial') return this.load();
    void this.acts.retry();
    await Promise.all([this.readAll(), this.discussion?.load()]);
  }

  async more(list: keyof CouncilLists): Promise<void> {
    await this.lists[list].more();
  }

  async setTopicState(topicState: TopicState | undefined): Promise<void> {
    this.lists.topics.forget();
    this.set({ topicState });
    await this.lists.topics.load();
  }

  async openWithCode(code: string, options?: { readonly remember?: boolean }): Promise<void> {
    await this.session.openWithCode(code, options);
  }

  async openWithVoucher(voucher: string): Promise<void> {
    await this.session.openWithVoucher(voucher);
  }

  async leave(): Promise<void> {
    await this.session.leave();
  }

  writeProposal(change: Partial<ProposalDraft>): void {
    const proposal = { ...this.state.proposal, ...change };
    this.set({ proposal, proposed: undefined, ...this.unsent({ proposal }) });
  }

  async propose(): Promise<boolean> {
    const { proposal } = this.state;
    const title = proposal.title.trim();
    const words = proposal.words.trim();
    const name = proposal.name.trim();
    const { isMember, path, client } = this;
    const isSuggestion = !isMember;
    return this.acts.run<Answer<'proposeTopic'> | Answer<'suggestTopic'>>('propose', {
      text: JSON.stringify([isMember, title, words, name]),
      faults: missing({ title, words }),
      call: ({ idempotencyKey, signal }) => {
        const input = { path, idempotencyKey };
        return isSuggestion
          ? client.suggestTopic({ ...input, body: { title, words, ...(name !== '' && { name }) } }, { signal })
          : client.proposeTopic({ ...input, body: { title, words } }, { signal });
      },
      done: (topic) => {
        if ('title' in topic) this.lists.topics.edit((items) => placed(items, topic));
        // What she has typed since it was sent is something else.
        const isAsSent = this.state.proposal.title.trim() === title && this.state.proposal.words.trim() === words;
        const typed = isAsSent ? { proposal: noProposal } : {};
        this.set({ proposed: { id: topic.id, state: topic.state }, ...typed, ...this.unsent(typed) });
      },
    });
  }

  second(topicId: string): Promise<void> {
    return this.seconding(topicId, true);
  }

  unsecond(topicId: string): Promise<void> {
    return this.seconding(topicId, false);
  }

  async openTopic(topicId: string | undefined): Promise<void> {
    if (topicId === this.state.discussion?.topic) return;
    this.discussion?.forget();
    this.discussion = undefined;
    if (topicId === undefined || !this.isMember) return this.set({ discussion: undefined });
    const discussion: Paged<Comment> = new Paged(
      (cursor) => {
        const input = { path: { ...this.path, topicId }, query: { limit: pageSize, ...cursor } };
        return this.client.listComments(input, this.life);
      },
      () => {
        if (this.discussion === discussion) this.showDiscussion(topicId);
      },
      (error) => this.session.refusedBy(error),
    );
    this.discussion = discussion;
    this.showDiscussion(topicId);
    await discussion.load();
  }

  async moreComments(): Promise<void> {
    await this.discussion?.more();
  }

  writeComment(words: string): void {
    const topic = this.state.discussion?.topic;
    if (topic === undefined) return;
    if (words === '') this.commentDrafts.delete(topic);
    else this.commentDrafts.set(topic, words);
    this.showDiscussion(topic);
  }

  async comment(): Promise<boolean> {
    const { path, client } = this;
    const topicId = this.state.discussion?.topic;
    if (topicId === undefined) return false;
    const words = (this.commentDrafts.get(topicId) ?? '').trim();
    return this.acts.run(`comment ${topicId}`, {
      text: words,
      faults: missing({ words }),
      call: ({ idempotencyKey, signal }) =>
        client.writeComment({ path: { ...path, topicId }, body: { words }, idempotencyKey }, { signal }),
      done: (said) => {
        if ((this.commentDrafts.get(topicId) ?? '').trim() === words) this.commentDrafts.delete(topicId);
        this.editTopic(topicId, (topic) => ({ ...topic, comments: (topic.comments ?? 0) + 1 }));
        if (this.state.discussion?.topic !== topicId) return this.set(this.unsent());
        this.discussion?.edit((items) => (items.some(({ id }) => id === said.id) ? items : [...items, said]));
      },
    });
  }

  async takeBack(commentId: string): Promise<void> {
    const topicId = this.state.discussion?.topic;
    if (topicId === undefined) return;
    const path = { ...this.path, topicId, commentId };
    await this.acts.run(`take-back ${commentId}`, {
      text: '',
      call: ({ signal }) => this.client.takeBackComment({ path }, { signal }),
      done: () => {
        if (this.state.discussion?.topic === topicId)
          this.discussion?.edit((items) =>
            items.map((one) => {
              const { words: _, ...rest } = one;
              return one.id === commentId ? { ...rest, state: 'taken-back' } : one;
            }),
          );
      },
    });
  }

  async report(commentId: string): Promise<void> {
    const topicId = this.state.discussion?.topic;
    if (topicId === undefined) return;
    const path = { ...this.path, topicId, commentId };
    await this.acts.run(`report ${commentId}`, {
      text: '',
      call: ({ signal }) => this.client.reportComment({ path }, { signal }),
      done: () => undefined,
    });
  }

  writeAnswer(resolutionId: string, words: string): void {
    const { [resolutionId]: _, ...rest } = this.state.answerDrafts;
    const answerDrafts = words === '' ? rest : { ...rest, [resolutionId]: words };
    this.set({ answerDrafts, ...this.unsent({ answerDrafts }) });
  }

  async answerExecution(resolutionId: string, accepted: boolean): Promise<boolean> {
    const words = (this.state.answerDrafts[resolutionId] ?? '').trim();
    const body = { accepted, ...(words !== '' && { words }) };
    return this.acts.run(`answer ${resolutionId}`, {
      text: JSON.stringify(body),
      faults: findExecutionFaults(body),
      call: ({ signal }) => this.client.answerExecution({ path: { ...this.path, resolutionId }, body }, { signal }),
      done: (now) => {
        this.lists.resolutions.edit((items) => replaced(items, now));
        if ((this.state.answerDrafts[resolutionId] ?? '').trim() === words) this.writeAnswer(resolutionId, '');
        void this.readCouncil();
      },
    });
  }

  async rate(resolutionId: string, points: number): Promise<void> {
    await this.acts.run(`rate ${resolutionId}`, {
      text: String(points),
      lastCounts: true,
      call: ({ signal }) =>
        this.client.rateResolution({ path: { ...this.path, resolutionId }, body: { points } }, { signal }),
      done: (now) => this.lists.resolutions.edit((items) => replaced(items, now)),
    });
  }

  dismiss(name: ActName): void {
    this.acts.dismiss(name);
  }

  wipe(): void {
    this.life.end();
    this.life = new Life();
    this.acts.forget();
    this.commentDrafts.clear();
    this.discussion = undefined;
    for (const list of Object.values(this.lists)) list.forget();
    this.replace(blank(this.session));
  }

  stop(): void {
    this.wipe();
    this.acts.stop();
    this.undo();
  }

  private get isMember(): boolean {
    return this.session.state.phase === 'open';
  }

  private topicPage({ path, query }: Listing): Promise<Answer<'listTopics'>> {
    const { topicState: state } = this.state;
    const input = { path, query: { ...query, ...(state && { state }) } };
    return this.isMember ? this.client.listOwnTopics(input, this.life) : this.client.listTopics(input, this.life);
  }

  private async readAll(): Promise<void> {
    const { topics, meetings, ballots, resolutions, roll } = this.lists;
    const all = [topics, meetings, ballots, resolutions, ...(this.isMember ? [roll] : [])];
    await Promise.all([this.readCouncil(), ...all.map((list) => list.load())]);
  }

  private async readCouncil(): Promise<void> {
    const { life } = this;
    if (this.state.load !== 'complete') this.set({ load: 'pending', loadError: undefined });
    try {
      const council = await this.client.getCouncil({ path: this.path }, life);
      if (!life.isOver) this.set({ load: 'complete', loadError: undefined, council, rate: rateOf(council.counts) });
    } catch (error) {
      if (life.isOver) return;
      this.set({
        load: this.state.council ? 'complete' : 'error',
        loadError: asFulianError(error, 'getCouncil'),
      });
    }
  }

  /** Somebody has signed in, or nobody is signed in any more: what is shown is read as whoever is here now. */
  private someoneElse(): void {
    const { topics, resolutions, roll } = this.lists;
    if (this.isMember) void this.acts.retry();
    else {
      roll.forget();
      // What only members read goes from the screen; what she wrote stays for her if the session has just run out.
      const topic = this.state.discussion?.topic;
      this.discussion?.forget();
      this.discussion = undefined;
      this.set({ roll: noList, ...(topic !== undefined && { discussion: undefined }) });
      if (this.session.state.because === 'left') {
        this.commentDrafts.clear();
        this.acts.forget();
        this.set({ answerDrafts: {}, proposal: noProposal, proposed: undefined, acts: {} });
      }
    }
    this.set(this.unsent());
    if (this.state.load === 'initial') return;
    void Promise.all([topics, resolutions, ...(this.isMember ? [roll] : [])].map((list) => list.load()));
  }

  private async seconding(topicId: string, on: boolean): Promise<void> {
    const input = { path: { ...this.path, topicId } };
    await this.acts.run(`second ${topicId}`, {
      text: String(on),
      lastCounts: true,
      call: ({ signal }) =>
        on ? this.client.secondTopic(input, { signal }) : this.client.unsecondTopic(input, { signal }),
      done: (now) => this.editTopic(topicId, () => now),
    });
  }

  private editTopic(topicId: string, change: (topic: Topic) => Topic): void {
    this.lists.topics.edit((items) => items.map((one) => (one.id === topicId ? change(one) : one)));
  }

  private showDiscussion(topic: string): void {
    const draft = this.commentDrafts.get(topic) ?? '';
    this.set({ discussion: { ...(this.discussion?.state ?? noList), topic, draft }, ...this.unsent() });
  }

  private unsent(change: Partial<CouncilState> = {}): { readonly hasUnsent: boolean } {
    const { proposal, answerDrafts } = { ...this.state, ...change };
    const isWritten =
      (proposal.title + proposal.words).trim() !== '' ||
      this.commentDrafts.size > 0 ||
      Object.keys(answerDrafts).length > 0;
    return { hasUnsent: isWritten || this.acts.areUnsettled };
  }
}

interface Listing {
  readonly path: { readonly councilId: string };
  readonly query: { readonly limit: number; readonly cursor?: string };
}

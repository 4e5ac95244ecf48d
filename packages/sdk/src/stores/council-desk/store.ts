import { asFulianError, type Change, Life, Observable } from '../observable.js';
import { ServerClock } from '../server-clock.js';
import { noList, Paged } from '../council/paged.js';
import { alwaysOnline, type NetworkLike } from '../network.js';
import type { Schemas } from '../../operation-types.js';
import type { StaffSessionStore } from '../staff-session/types.js';
import { Editing } from './editing.js';
import { drawLot } from './lot.js';
import { OpenCouncil } from './open-council.js';
import { rulePresets } from './rule-presets.js';
import type {
  Council,
  CouncilDeskState,
  CouncilDeskStore,
  DeskActName,
  DeskDrafts,
  DraftKind,
  Editor,
  RulePreset,
  TopicState,
} from './types.js';

/** What an organiser's desk is made for. */
export interface CouncilDeskStoreOptions {
  readonly session: StaffSessionStore;
  /** 12-digit code. Default: the member's own federation. */
  readonly federation?: string | undefined;
  /** The council that is opened at once. */
  readonly council?: string | undefined;
  /** Default: it is there until something proves otherwise. */
  readonly network?: NetworkLike | undefined;
  /** Milliseconds since 1970; only carries the service's time on. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

/** Makes the headless state of an organiser's desk. It sends nothing before `load`. */
export function createCouncilDeskStore(options: CouncilDeskStoreOptions): CouncilDeskStore {
  return new DeskStore(options);
}

const pageSize = 100;
type Editings = { [Kind in DraftKind]?: Editing<Kind> };

class DeskStore extends Observable<CouncilDeskState> implements CouncilDeskStore {
  private life = new Life();
  private readonly clock: ServerClock;
  private readonly councils: Paged<Council>;
  private open: OpenCouncil | undefined;
  private editings: Editings = {};
  private readonly undo: readonly (() => void)[];

  constructor(private readonly options: CouncilDeskStoreOptions) {
    super(blank(options));
    const { session, clock = Date.now } = options;
    this.clock = new ServerClock(clock);
    this.councils = new Paged<Council>(
      (cursor) => {
        const { federation, find } = this.state;
        const query = { limit: pageSize, ...cursor, ...(find !== '' && { q: find }) };
        return session.client.listCouncils({ path: { code: federation }, query }, this.life);
      },
      () => this.set({ councils: this.councils.state }),
    );
    let { phase } = session.state;
    this.undo = [
      session.onForget(() => this.wipe()),
      session.subscribe(() => {
        const before = phase;
        ({ phase } = session.state);
        if (before === phase) return;
        // Codes on a screen that anybody may look at open a session.
        if (phase === 'locked') this.open?.forgetCards();
        else if (phase === 'signed-in' && this.state.load === 'complete') void this.refresh();
      }),
    ];
  }

  async load(): Promise<void> {
    const { session, federation: given, council } = this.options;
    const { member } = session.state;
    if (!member || this.state.load === 'pending') return;
    const federation = this.state.federation || given || member.federation.code;
    this.set({ load: 'pending', loadError: undefined, federation, member });
    const { life } = this;
    try {
      const [report] = await Promise.all([
        session.client.getExecutionReport({ path: { code: federation } }, life),
        this.councils.load(),
        ...(council !== undefined && !this.open ? [this.select(council)] : []),
      ]);
      if (life.isOver) return;
      const { error } = this.councils.state;
      if (error) throw error;
      this.set({ load: 'complete', report });
    } catch (error) {
      if (!life.isOver) this.set({ load: 'error', loadError: asFulianError(error, 'council desk') });
    }
  }

  async refresh(): Promise<void> {
    if (this.state.load !== 'complete') return this.load();
    await Promise.all([this.readReport(), this.councils.load(), this.open?.load()]);
  }

  now(): number {
    return this.clock.now();
  }

  async setFederation(code: string): Promise<void> {
    if (code === this.state.federation) return;
    this.leave();
    this.councils.forget();
    this.set({ federation: code, find: '', load: 'initial', report: undefined, councils: noList, selected: undefined });
    await this.load();
  }

  async findCouncils(words: string): Promise<void> {
    const find = words.trim();
    if (find === this.state.find) return;
    this.councils.forget();
    this.set({ find });
    await this.councils.load();
  }

  async moreCouncils(): Promise<void> {
    await this.councils.more();
  }

  async select(councilId: string | undefined): Promise<void> {
    if (councilId !== undefined && councilId === this.open?.id) return this.open.load();
    this.leave();
    if (councilId === undefined) return this.set({ selected: undefined });
    const { session, network = alwaysOnline } = this.options;
    const open: OpenCouncil = new OpenCouncil(
      {
        client: session.client,
        network,
        changed: (selected) => {
          if (this.open === open) this.set({ selected });
        },
        heard: (serverTime, askedAt) => {
          if (serverTime !== undefined) this.clock.hear(serverTime, askedAt);
        },
        stamp: () => this.clock.stamp(),
      },
      councilId,
    );
    this.open = open;
    this.set({ selected: open.state });
    await open.load();
  }

  async more(list: 'topics' | 'meetings' | 'ballots' | 'resolutions' | 'discussion'): Promise<void> {
    await this.open?.[list]?.more();
  }

  async edit<Kind extends DraftKind>(kind: Kind, id?: string, draft?: Partial<DeskDrafts[Kind]>): Promise<void> {
    this.close(kind);
    const place = {
      client: this.options.session.client,
      federation: this.state.federation,
      council: this.open?.id ?? '',
    };
    const editing: Editing<Kind> = new Editing(place, kind, id, draft, {
      changed: () => {
        if ((this.editings[kind] as unknown) === editing) this.showEditors();
      },
      stored: (stored) => void this.stored(stored, place.council),
    });
    this.editings = { ...this.editings, [kind]: editing };
    this.showEditors();
    await editing.load();
  }

  write<Kind extends DraftKind>(kind: Kind, change: Change<DeskDrafts[Kind]>): void {
    this.editings[kind]?.write(change);
  }

  async save(kind: DraftKind): Promise<string | undefined> {
    return this.editings[kind]?.save();
  }

  takeOver(kind: DraftKind): void {
    this.editings[kind]?.takeOver();
  }

  close(kind: DraftKind): void {
    const { [kind]: editing, ...rest } = this.editings;
    if (!editing) return;
    editing.stop();
    this.editings = rest;
    this.showEditors();
  }

  async invite(members: readonly string[]): Promise<boolean> {
    return (await this.open?.invite(members)) === true;
  }

  forgetCards(): void {
    this.open?.forgetCards();
  }

  async setTopicState(state: TopicState | undefined): Promise<void> {
    await this.open?.setTopicState(state);
  }

  async screen(topicId: string, screening: Schemas['TopicScreening']): Promise<boolean> {
    return (await this.open?.screen(topicId, screening)) === true;
  }

  async openTopic(topicId: string | undefined): Promise<void> {
    await this.open?.openTopic(topicId);
  }

  async moderate(commentId: string, hidden: boolean, reason?: string): Promise<boolean> {
    return (await this.open?.moderate(commentId, hidden, reason)) === true;
  }

  async openBallotView(ballotId: string | undefined): Promise<void> {
    await this.open?.openBallotView(ballotId);
  }

  usePreset(id: RulePreset['id']): void {
    const preset = rulePresets.find((one) => one.id === id);
    if (preset) this.write('ballot', { rules: preset.rules, ...(preset.rules.method === 'yes-no' && { options: [] }) });
  }

  drawLot(): void {
    const { rules, options = [] } = this.state.editors.ballot?.draft ?? {};
    if (!rules) return;
    const ids = rules.method === 'yes-no' ? ['yes', 'no'] : options.map(({ id }) => id);
    this.write('ballot', { rules: { ...rules, lot: drawLot(ids) } });
  }

  async check(): Promise<void> {
    const id = this.open?.state.ballot?.id;
    if (id !== undefined) await this.open?.readBallot(id);
  }

  async openBallot(ballotId: string): Promise<boolean> {
    return (await this.open?.openBallot(ballotId)) === true;
  }

  async closeBallot(ballotId: string): Promise<boolean> {
    return (await this.open?.closeBallot(ballotId)) === true;
  }

  async cancelBallot(ballotId: string): Promise<boolean> {
    return (await this.open?.cancelBallot(ballotId)) === true;
  }

  async runAgain(ballotId: string): Promise<void> {
    const ballot = this.open?.state.ballots.items.find(({ id }) => id === ballotId);
    if (!ballot) return;
    const { motion, rules, options } = ballot;
    await this.edit('ballot', undefined, {
      motion,
      rules,
      options: rules.method === 'yes-no' ? [] : options,
      again: ballotId,
    });
  }

  async resolutionFrom(ballotId: string): Promise<void> {
    const ballot = this.open?.state.ballots.items.find(({ id }) => id === ballotId);
    if (!ballot) return;
    const { title, words, topic } = ballot.motion;
    await this.edit('resolution', undefined, { title, words, ballot: ballotId, ...(topic !== undefined && { topic }) });
  }

  async execute(resolutionId: string, step: Schemas['ExecutionStep']): Promise<boolean> {
    const isDone = (await this.open?.execute(resolutionId, step)) === true;
    if (isDone) void this.readReport();
    return isDone;
  }

  async readHead(): Promise<void> {
    await this.open?.readHead();
  }

  dismiss(name: DeskActName): void {
    this.open?.dismiss(name);
  }

  wipe(): void {
    this.life.end();
    this.life = new Life();
    this.leave();
    for (const editing of Object.values(this.editings)) editing.stop();
    this.editings = {};
    this.councils.forget();
    this.replace(blank(this.options));
  }

  stop(): void {
    this.wipe();
    for (const undo of this.undo) undo();
  }

  private leave(): void {
    this.open?.stop();
    this.open = undefined;
  }

  /** What a form has stored is read again where it is shown. */
  private async stored(kind: DraftKind, councilId: string): Promise<void> {
    if (kind === 'council') await this.councils.load();
    const { open } = this;
    if (open?.id !== councilId) return;
    const list = kind === 'council' ? undefined : open[kind === 'member' ? 'roll' : (`${kind}s` as const)];
    const ballot = kind === 'ballot' ? open.state.ballot?.id : undefined;
    await Promise.all([list?.load(), open.read(), ballot !== undefined && open.readBallot(ballot)]);
  }

  private async readReport(): Promise<void> {
    const { life } = this;
    try {
      const path = { code: this.state.federation };
      const report = await this.options.session.client.getExecutionReport({ path }, life);
      if (!life.isOver) this.set({ report });
    } catch {
      // Figures that are a little old do no harm.
    }
  }

  private showEditors(): void {
    const editors: Partial<Record<DraftKind, Editor>> = {};
    for (const kind of Object.keys(this.editings) as DraftKind[]) editors[kind] = this.editings[kind]!.state;
    const hasUnsaved = Object.values(editors).some(({ isChanged }) => isChanged);
    this.set({ editors: editors as CouncilDeskState['editors'], hasUnsaved });
  }
}

function blank({ federation = '' }: CouncilDeskStoreOptions): CouncilDeskState {
  return { load: 'initial', federation, councils: noList, find: '', editors: {}, hasUnsaved: false };
}

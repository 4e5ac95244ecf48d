import {
  afterDecision,
  findScreeningFaults,
  firstTopicState,
  isTopicShown,
  mayMergeInto,
  maySecond,
  topicDecisionsAllowed,
} from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import type { Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { storable } from '../http/storable.js';
import type { Members } from '../membership/members.js';
import { invalidRequest, ProblemError } from '../problem.js';
import type { Staff } from '../staff/staff.js';
import { assertCouncil, openDesk, scopeOf } from './council-desk.js';
import { inCouncil, placeOf, type CouncilPlace } from './council-place.js';
import type { CouncilWrites, KeptAnswer } from './council-writes.js';
import { pageOf, type PageQuery } from './listing.js';
import { findTopic, findTopics, topicOf, type TopicRow } from './topic-rows.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** What topics need. */
export interface TopicParts {
  readonly database: Database;
  readonly writes: CouncilWrites;
  readonly staff: Staff;
  readonly members: Members;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A page of topics that is asked for. */
export interface TopicQuery extends PageQuery {
  readonly state?: Schemas['TopicState'];
}

/** What somebody wants the council to talk about, from the first word to the organiser's answer (T1). */
export class Topics {
  constructor(private readonly parts: TopicParts) {}

  /** Those that are shown to everybody. Throws `council-unknown` and `cursor-invalid`. */
  async list(councilId: string, query: TopicQuery): Promise<Schemas['TopicPage']> {
    const place = placeOf(councilId);
    return inCouncil(this.parts.database, place, async (db) => {
      await assertCouncil(db, place, { evenEnded: true });
      return this.#page(db, place, ['listTopics', councilId], query, { shownOnly: true });
    });
  }

  /** The same for a member, with what she did herself. Throws `member-refused`, `council-unknown` and `cursor-invalid`. */
  async listForMember(token: string, councilId: string, query: TopicQuery): Promise<Schemas['TopicPage']> {
    const opened = await this.parts.members.openFor(token, councilId);
    const viewer = opened.member.id;
    const listing = ['listOwnTopics', councilId];
    return inCouncil(this.parts.database, opened, (db) =>
      this.#page(db, opened, listing, query, { shownOnly: true, viewer }),
    );
  }

  /** All of them. Throws `staff-refused`, `role-refused`, `council-unknown` and `cursor-invalid`. */
  async listForDesk(token: string, councilId: string, query: TopicQuery): Promise<Schemas['TopicPage']> {
    const desk = await openDesk(this.parts.staff, token, 'listAllTopics', councilId);
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      return this.#page(db, desk.place, ['listAllTopics', councilId], query, { shownOnly: false });
    });
  }

  /** Takes a topic from anybody. Throws the problems that the contract names. */
  async suggest(councilId: string, key: string, sent: Schemas['TopicSuggestion']): Promise<KeptAnswer> {
    const place = placeOf(councilId);
    const { title, words, name = null } = storable(sent);
    // Before a key is made for a federation that is not there.
    await inCouncil(this.parts.database, place, (db) => assertCouncil(db, place, { evenEnded: true }));
    const once = { operation: 'suggestTopic', key, body: [councilId, sent] };
    return this.parts.writes.once(place, once, async (db) => {
      await assertCouncil(db, place);
      const id = randomUUID();
      const state = firstTopicState(false);
      await this.#insert(db, place, { id, title, words, state, member: null, visitor: name });
      return JSON.stringify({ id, state } satisfies Schemas['TopicReceived']);
    });
  }

  /** Takes a topic from a member. Throws the problems that the contract names. */
  async propose(token: string, councilId: string, key: string, sent: Schemas['TopicProposal']): Promise<KeptAnswer> {
    const opened = await this.parts.members.openFor(token, councilId);
    const member = opened.member.id;
    const { title, words } = storable(sent);
    const once = { operation: 'proposeTopic', key, body: [councilId, sent, member] };
    return this.parts.writes.once(opened, once, async (db) => {
      await assertCouncil(db, opened);
      const id = randomUUID();
      await this.#insert(db, opened, { id, title, words, state: firstTopicState(true), member, visitor: null });
      return JSON.stringify(topicOf((await findTopic(db, opened, id, member))!, member));
    });
  }

  /** Seconds a topic, or takes that back. Throws the problems that the contract names. */
  async second(token: string, councilId: string, topicId: string, seconds: boolean): Promise<Schemas['Topic']> {
    const opened = await this.parts.members.openFor(token, councilId);
    const { federation, council, member } = opened;
    const one = { federation, council, topic: topicId, member: member.id };
    return inCouncil(this.parts.database, opened, async (db) => {
      const topic = await shownTopic(db, opened, topicId);
      if (!maySecond(topic.state, topic.member === member.id)) throw new ProblemError('topic-refused');
      await assertActive(db, opened);
      await (seconds
        ? db
            .insertInto('council_seconds')
            .values(one)
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        : db
            .deleteFrom('council_seconds')
            .where('federation', '=', federation)
            .where('council', '=', council)
            .where('topic', '=', topicId)
            .where('member', '=', member.id)
            .execute());
      return topicOf((await findTopic(db, opened, topicId, member.id))!, member.id);
    });
  }

  /** Decides about a topic. Throws the problems that the contract names. */
  async screen(
    token: string,
    councilId: string,
    topicId: string,
    key: string,
    sent: Schemas['TopicScreening'],
  ): Promise<KeptAnswer> {
    const desk = await openDesk(this.parts.staff, token, 'screenTopic', councilId);
    const { federation, council } = desk.place;
    const { decision, words, into } = storable(sent);
    const findings = findScreeningFaults(sent);
    const once = { operation: 'screenTopic', key, body: [councilId, topicId, sent] };
    return this.parts.writes.byStaffOnce(desk, once, async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const topic = await lockedTopic(db, desk.place, topicId);
      if (findings.length > 0) throw new ProblemError('invalid-request', { findings });
      if (!topicDecisionsAllowed(topic.state).includes(decision)) throw new ProblemError('topic-refused');
      if (into !== undefined) {
        const other = into === topicId ? undefined : await findTopic(db, desk.place, into);
        if (!other) throw invalidRequest('body/into', 'unknown');
        if (!mayMergeInto(other.state)) throw new ProblemError('topic-refused');
      }
      await db
        .updateTable('council_topics')
        .set({ state: afterDecision(decision), answer: words ?? null, into_topic: into ?? null })
        .where('federation', '=', federation)
        .where('council', '=', council)
        .where('id', '=', topicId)
        .execute();
      return JSON.stringify(topicOf((await findTopic(db, desk.place, topicId))!));
    });
  }

  async #insert(
    db: Db,
    { federation, council }: CouncilPlace,
    topic: Pick<TopicRow, 'id' | 'title' | 'words' | 'state' | 'member' | 'visitor'>,
  ): Promise<void> {
    await db
      .insertInto('council_topics')
      .values({ federation, council, ...topic, at: this.parts.clock.now(), answer: null, into_topic: null })
      .execute();
  }

  #page(
    db: Db,
    place: CouncilPlace,
    listing: readonly string[],
    { state, ...query }: TopicQuery,
    { shownOnly, viewer }: { readonly shownOnly: boolean; readonly viewer?: string },
  ): Promise<Schemas['TopicPage']> {
    return pageOf(
      this.parts.cursorKey,
      {
        name: [...listing, state ?? ''],
        find: (before, limit) => findTopics(db, place, { state, shownOnly, before, limit }, viewer),
        timeOf: (row) => row.at,
        itemOf: (row) => topicOf(row, viewer),
      },
      query,
    );
  }
}

/** A topic that members see, locked against a decision about it. Throws `topic-unknown`. */
export async function shownTopic(db: Db, place: CouncilPlace, id: string): Promise<TopicState> {
  const topic = await lockedTopic(db, place, id);
  if (!isTopicShown({ state: topic.state, fromMember: topic.member !== null })) throw new ProblemError('topic-unknown');
  return topic;
}

/** Throws `topic-refused` where the council has ended. */
export async function assertActive(db: Db, place: CouncilPlace): Promise<void> {
  await assertCouncil(db, place).catch((error: unknown) => {
    throw error instanceof ProblemError && error.code === 'council-ended' ? new ProblemError('topic-refused') : error;
  });
}

interface TopicState {
  readonly state: Schemas['TopicState'];
  readonly member: string | null;
}

async function lockedTopic(db: Db, { federation, council }: CouncilPlace, id: string): Promise<TopicState> {
  const topic = await db
    .selectFrom('council_topics')
    .select(['state', 'member'])
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!topic) throw new ProblemError('topic-unknown');
  return topic;
}

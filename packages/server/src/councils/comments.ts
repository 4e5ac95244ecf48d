import { mayComment } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import { storable } from '../http/storable.js';
import { invalidRequest, ProblemError } from '../problem.js';
import { assertCouncil, openDesk, scopeOf } from './council-desk.js';
import { inCouncil, type CouncilPlace } from './council-place.js';
import type { KeptAnswer } from './council-writes.js';
import { pageOf, type PageQuery } from './listing.js';
import { assertActive, shownTopic, type TopicParts } from './topics.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** A contribution as it is stored, with the name of who made it. */
interface CommentRow {
  readonly id: string;
  readonly at: Date;
  readonly member: string;
  readonly name: string;
  readonly words: string | null;
  readonly state: Schemas['Comment']['state'];
  readonly reason: string | null;
  readonly reported: boolean;
}

/** Who looks: a member, or the organiser, who sees what is hidden, too. */
type Viewer = { readonly member: string } | 'organiser';

/** Which contribution is meant. */
export interface CommentPath {
  readonly councilId: string;
  readonly topicId: string;
  readonly commentId: string;
}

/** The discussion of topics: among members, moderated by the organiser. */
export class Comments {
  constructor(private readonly parts: TopicParts) {}

  /** For a member. Throws `member-refused`, `council-unknown`, `topic-unknown` and `cursor-invalid`. */
  async list(token: string, councilId: string, topicId: string, query: PageQuery): Promise<Schemas['CommentPage']> {
    const opened = await this.parts.members.openFor(token, councilId);
    return inCouncil(this.parts.database, opened, async (db) => {
      await shownTopic(db, opened, topicId);
      const name = ['listComments', councilId, topicId];
      const viewer = { member: opened.member.id };
      return this.#page(db, { place: opened, topic: topicId, name, viewer }, query);
    });
  }

  /** For the organiser. Throws `staff-refused`, `role-refused`, `council-unknown`, `topic-unknown` and `cursor-invalid`. */
  async listForDesk(
    token: string,
    councilId: string,
    topicId: string,
    query: PageQuery,
  ): Promise<Schemas['CommentPage']> {
    const desk = await openDesk(this.parts.staff, token, 'listAllComments', councilId);
    const { federation, council } = desk.place;
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const topic = await db
        .selectFrom('council_topics')
        .select('id')
        .where('federation', '=', federation)
        .where('council', '=', council)
        .where('id', '=', topicId)
        .executeTakeFirst();
      if (!topic) throw new ProblemError('topic-unknown');
      const name = ['listAllComments', councilId, topicId];
      return this.#page(db, { place: desk.place, topic: topicId, name, viewer: 'organiser' }, query);
    });
  }

  /** Adds what a member says. Throws the problems that the contract names. */
  async write(
    token: string,
    councilId: string,
    topicId: string,
    key: string,
    sent: Schemas['CommentDraft'],
  ): Promise<KeptAnswer> {
    const opened = await this.parts.members.openFor(token, councilId);
    const { federation, council, member } = opened;
    const { words } = storable(sent);
    const once = { operation: 'writeComment', key, body: [councilId, topicId, sent, member.id] };
    const id = randomUUID();
    const viewer = { member: member.id };
    const answer = await this.parts.writes.once(
      opened,
      once,
      async (db) => {
        const { state } = await shownTopic(db, opened, topicId);
        if (!mayComment(state)) throw new ProblemError('topic-refused');
        await assertActive(db, opened);
        const at = this.parts.clock.now();
        await db
          .insertInto('council_comments')
          .values({ federation, council, id, topic: topicId, at, member: member.id, words, reason: null })
          .execute();
        return JSON.stringify(await this.#one(db, opened, topicId, id, viewer));
      },
      // A kept answer would outlive words that she takes back.
      id,
    );
    if (!answer.replayed) return answer;
    const comment = await inCouncil(this.parts.database, opened, (db) =>
      this.#one(db, opened, topicId, answer.text, viewer),
    );
    return { text: JSON.stringify(comment), replayed: true };
  }

  /** Deletes the words of what a member said herself. Throws `member-refused`, `council-unknown` and `comment-unknown`. */
  async takeBack(token: string, { councilId, topicId, commentId }: CommentPath): Promise<void> {
    const opened = await this.parts.members.openFor(token, councilId);
    await inCouncil(this.parts.database, opened, async (db) => {
      const { numUpdatedRows } = await updateOne(db, opened, topicId, commentId)
        .set({ words: null, state: 'taken-back', reason: null, reported: false })
        .where('member', '=', opened.member.id)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new ProblemError('comment-unknown');
    });
  }

  /** Asks the organiser to look at one. Throws `member-refused`, `council-unknown` and `comment-unknown`. */
  async report(token: string, { councilId, topicId, commentId }: CommentPath): Promise<void> {
    const opened = await this.parts.members.openFor(token, councilId);
    await inCouncil(this.parts.database, opened, async (db) => {
      const { numUpdatedRows } = await updateOne(db, opened, topicId, commentId)
        .set({ reported: sql<boolean>`state = 'shown'` })
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new ProblemError('comment-unknown');
    });
  }

  /** Hides one or shows it again; either way it was looked at. Throws the problems that the contract names. */
  async moderate(
    token: string,
    { councilId, topicId, commentId }: CommentPath,
    sent: Schemas['CommentModeration'],
  ): Promise<Schemas['Comment']> {
    const desk = await openDesk(this.parts.staff, token, 'moderateComment', councilId);
    const { hidden, reason } = storable(sent);
    return this.parts.writes.byStaff(desk, async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const before = await this.#one(db, desk.place, topicId, commentId, 'organiser');
      if (!before) throw new ProblemError('comment-unknown');
      if (hidden && !reason?.trim()) throw invalidRequest('body/reason', 'missing');
      // What was taken back has no words that could be hidden.
      if (before.state !== 'taken-back')
        await updateOne(db, desk.place, topicId, commentId)
          .set({ state: hidden ? 'hidden' : 'shown', reason: hidden ? reason! : null, reported: false })
          .where('state', '<>', 'taken-back')
          .execute();
      return (await this.#one(db, desk.place, topicId, commentId, 'organiser'))!;
    });
  }

  async #one(
    db: Db,
    place: CouncilPlace,
    topic: string,
    id: string,
    viewer: Viewer,
  ): Promise<Schemas['Comment'] | undefined> {
    const [row] = await comments(db, place, topic).where('c.id', '=', id).execute();
    return row && commentOf(row, viewer);
  }

  #page(db: Db, { place, topic, name, viewer }: Discussion, query: PageQuery): Promise<Schemas['CommentPage']> {
    return pageOf(
      this.parts.cursorKey,
      {
        name,
        find: (after, limit) =>
          comments(db, place, topic)
            .$if(after !== undefined, (asked) =>
              asked.where(sql<boolean>`(c.at, c.id) > (${after!.at}::timestamptz, ${after!.id}::uuid)`),
            )
            .orderBy('c.at')
            .orderBy('c.id')
            .limit(limit)
            .execute(),
        timeOf: (row) => row.at,
        itemOf: (row) => commentOf(row, viewer),
      },
      query,
    );
  }
}

/** A discussion as somebody looks at it. */
interface Discussion {
  readonly place: CouncilPlace;
  readonly topic: string;
  /** What tells the list from all others. */
  readonly name: readonly string[];
  readonly viewer: Viewer;
}

function comments(db: Db, { federation, council }: CouncilPlace, topic: string) {
  return db
    .selectFrom('council_comments as c')
    .innerJoin('council_members as m', (join) =>
      join
        .onRef('m.federation', '=', 'c.federation')
        .onRef('m.council', '=', 'c.council')
        .onRef('m.id', '=', 'c.member'),
    )
    .select(['c.id', 'c.at', 'c.member', 'm.name', 'c.words', 'c.state', 'c.reason', 'c.reported'])
    .where('c.federation', '=', federation)
    .where('c.council', '=', council)
    .where('c.topic', '=', topic);
}

function updateOne(db: Db, { federation, council }: CouncilPlace, topic: string, id: string) {
  return db
    .updateTable('council_comments')
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('topic', '=', topic)
    .where('id', '=', id);
}

function commentOf(row: CommentRow, viewer: Viewer): Schemas['Comment'] {
  const { id, at, member, name, words, state, reason, reported } = row;
  const isOrganiser = viewer === 'organiser';
  const isRead = state === 'shown' || isOrganiser;
  return {
    id,
    at: at.toISOString(),
    by: name,
    byYou: !isOrganiser && viewer.member === member,
    ...(words !== null && isRead && { words }),
    state,
    ...(reason !== null && { reason }),
    ...(isOrganiser && reported && { reported }),
  };
}

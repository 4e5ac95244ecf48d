import type { components } from '@fulian/contract/types';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { CouncilPlace } from './council-place.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** A topic with what is counted of it. */
export interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly state: Schemas['TopicState'];
  readonly at: Date;
  /** The member who proposed it. */
  readonly member: string | null;
  readonly member_name: string | null;
  readonly visitor: string | null;
  readonly answer: string | null;
  readonly into_topic: string | null;
  readonly seconds: number;
  readonly seconded: boolean;
  readonly comments: number;
}

/** Where a list goes on that is ordered by time, the latest first. */
export interface TimePosition {
  readonly at: string;
  readonly id: string;
}

/** Which topics are asked for. */
export interface TopicFilter {
  readonly state?: Schemas['TopicState'] | undefined;
  /** Leaves out what is not shown to everybody (T1). */
  readonly shownOnly: boolean;
  readonly before?: TimePosition | undefined;
  readonly limit: number;
}

/** Topics, the latest first. `viewer`: the member who looks. */
export function findTopics(
  db: Db,
  place: CouncilPlace,
  { state, shownOnly, before, limit }: TopicFilter,
  viewer?: string,
): Promise<readonly TopicRow[]> {
  const wanted = [
    ...(state === undefined ? [] : [sql`t.state = ${state}`]),
    // `isTopicShown` of the rules.
    ...(shownOnly ? [sql`t.state <> 'suggested' and (t.state <> 'declined' or t.member is not null)`] : []),
    ...(before ? [sql`(t.at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
  ];
  return select(db, place, wanted, limit, viewer);
}

/** One topic; undefined where the council has none of that id. */
export async function findTopic(
  db: Db,
  place: CouncilPlace,
  id: string,
  viewer?: string,
): Promise<TopicRow | undefined> {
  return (await select(db, place, [sql`t.id = ${id}::uuid`], 1, viewer))[0];
}

async function select(
  db: Db,
  { federation, council }: CouncilPlace,
  wanted: readonly RawBuilder<unknown>[],
  limit: number,
  viewer: string | undefined,
): Promise<readonly TopicRow[]> {
  const { rows } = await sql<TopicRow>`
    select t.id, t.title, t.words, t.state, t.at, t.member, m.name as member_name, t.visitor, t.answer, t.into_topic,
      s.seconds, s.seconded, (select count(*)::int from council_comments c where c.federation = t.federation
        and c.council = t.council and c.topic = t.id and c.state <> 'taken-back') as comments
    from council_topics t
      left join council_members m on m.federation = t.federation and m.council = t.council and m.id = t.member
      cross join lateral (select count(*)::int as seconds, coalesce(bool_or(s.member = ${viewer ?? ''}), false) as seconded
        from council_seconds s
        where s.federation = t.federation and s.council = t.council and s.topic = t.id) s
    where ${sql.join([sql`t.federation = ${federation}`, sql`t.council = ${council}::uuid`, ...wanted], sql` and `)}
    order by t.at desc, t.id desc limit ${limit}`.execute(db);
  return rows;
}

/** A topic on the wire. `viewer`: the member who looks; absent for everybody else, who is told nothing about herself. */
export function topicOf(row: TopicRow, viewer?: string): Schemas['Topic'] {
  const by = row.member === null ? row.visitor : row.member_name;
  return {
    id: row.id,
    title: row.title,
    words: row.words,
    state: row.state,
    at: row.at.toISOString(),
    ...(by !== null && { by }),
    fromMember: row.member !== null,
    ...(viewer !== undefined && { byYou: row.member === viewer }),
    seconds: row.seconds,
    ...(viewer !== undefined && { secondedByYou: row.seconded }),
    ...(row.answer !== null && { answer: row.answer }),
    ...(row.into_topic !== null && { into: row.into_topic }),
    comments: row.comments,
  };
}

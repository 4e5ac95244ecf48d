import type { components } from '@fulian/contract/types';
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AppParts } from '../app.js';
import { chinaDay } from '../councils/china-day.js';
import { appendCouncilLog } from '../councils/council-log.js';
import { councilIdOf, type CouncilPlace } from '../councils/council-place.js';
import type { Tables } from '../database/tables.js';
import { demoMemberName, demoResolutions, demoTopics } from './council-words.js';
import { demoTree } from './tree.js';

type Db = Kysely<Tables>;
type Role = components['schemas']['CouncilRole'];

/** A council of the demo. */
export interface DemoCouncil extends CouncilPlace {
  /** On the wire. */
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
}

/** Villages of the demo county, how many are on each roll, and how many topics and resolutions there are. */
const plans = [
  ['990101001001', 12, 9, 7],
  ['990101001002', 9, 7, 5],
  ['990101001003', 15, 6, 6],
  ['990101002001', 20, 8, 7],
  ['990101003001', 8, 5, 3],
  ['990101004001', 6, 4, 2],
] as const;

const dayMs = 86_400_000;
const foundedDaysAgo = 320;

/** The six councils of the demo, the same each time. */
export const demoCouncils: readonly DemoCouncil[] = plans.map(([federation, count], index) => {
  const place = { federation, council: uuidOf(`council ${federation}`) };
  const village = demoTree().find((one) => one.code === federation)!.name;
  const members = Array.from({ length: count }, (_, at) => ({
    id: hashOf(`member ${federation} ${at}`).toString('base64url').slice(0, 22),
    name: demoMemberName(index, at),
    role: (['chair', 'secretary'] as const)[at] ?? ('member' as const),
  }));
  return { ...place, id: councilIdOf(place), name: `${village}妇女议事会`, members };
});

/** The id of a topic of a council of the demo, by its place in `demoTopics`. */
export function demoTopicId({ federation }: CouncilPlace, at: number): string {
  return uuidOf(`topic ${federation} ${at}`);
}

/** The id of a meeting that was held, the latest first. */
export function demoMeetingId({ federation }: CouncilPlace, at: number): string {
  return uuidOf(`meeting ${federation} ${at}`);
}

/**
 * Makes the councils of the demo, with what happened to them in a year, unless they are there. Written past the handlers, because those
 * only take what comes now; the log is chained by the database all the same.
 */
export async function seedDemoCouncils({ database, clock }: Pick<AppParts, 'database' | 'clock'>): Promise<void> {
  for (const [index, one] of demoCouncils.entries())
    await database.scoped({ scope: 'staff', federation: one.federation }, async (db) => {
      const now = clock.now();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('councils')
        .values({
          federation: one.federation,
          id: one.council,
          name: one.name,
          words: '每月第一个星期六上午在妇女之家开会，谁都可以来听。',
          created_at: daysFrom(now, -foundedDaysAgo),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return;
      const [, , topics, resolutions] = plans[index]!;
      await seedRoll(db, one, now);
      await seedTopics(db, one, now, topics);
      await seedMeetings(db, one, now);
      await seedResolutions(db, one, now, resolutions);
    });
}

async function seedRoll(db: Db, one: DemoCouncil, now: Date): Promise<void> {
  const place = { federation: one.federation, council: one.council };
  const at = daysFrom(now, -foundedDaysAgo);
  await appendCouncilLog(db, one, 'council-created', { name: one.name }, at);
  const rows = one.members.map((member) => ({
    ...place,
    ...member,
    subject: null,
    joined_at: at,
    left_at: null,
    reason: null,
  }));
  await db.insertInto('council_members').values(rows).execute();
  await db
    .insertInto('council_roll_changes')
    .values(
      one.members.map((member) => ({
        ...place,
        ...{ member: member.id, seq: 1, at, kind: 'joined' as const, by_name: '清溪县主任', reason: null },
      })),
    )
    .execute();
  for (const { id, role } of one.members) await appendCouncilLog(db, one, 'member-joined', { member: id, role }, at);
}

async function seedTopics(db: Db, one: DemoCouncil, now: Date, count: number): Promise<void> {
  const place = { federation: one.federation, council: one.council };
  const memberAt = (at: number) => one.members[at % one.members.length]!.id;
  for (const [at, topic] of demoTopics.slice(0, count).entries()) {
    const id = demoTopicId(one, at);
    const isMember = typeof topic.by === 'number';
    const proposer = isMember ? memberAt(topic.by) : null;
    await db
      .insertInto('council_topics')
      .values({
        ...place,
        ...{ id, title: topic.title, words: topic.words, state: topic.state },
        at: daysFrom(now, -topic.daysAgo),
        member: proposer,
        visitor: typeof topic.by === 'string' ? topic.by : null,
        answer: topic.answer ?? null,
        into_topic: topic.into === undefined ? null : demoTopicId(one, topic.into),
      })
      .execute();
    const supporters = one.members.map((member) => member.id).filter((member) => member !== proposer);
    const seconds = supporters.slice(0, topic.seconds).map((member) => ({ ...place, topic: id, member }));
    if (seconds.length > 0) await db.insertInto('council_seconds').values(seconds).execute();
    const comments = topic.comments.map((words, index) => ({
      ...place,
      ...{ id: uuidOf(`comment ${one.federation} ${at} ${index}`), topic: id, words, reason: null },
      at: daysFrom(now, -topic.daysAgo + 1 + index / 10),
      member: memberAt(at + index),
      // One waits for the organiser.
      reported: at === 2 && index === 0,
    }));
    if (comments.length > 0) await db.insertInto('council_comments').values(comments).execute();
  }
}

async function seedMeetings(db: Db, one: DemoCouncil, now: Date): Promise<void> {
  const held = [14, 45, 75].map((ago, at) => ({
    id: demoMeetingId(one, at),
    at: daysFrom(now, -ago),
    state: 'held' as const,
    agenda: JSON.stringify([{ title: demoTopics[0]!.title, topic: demoTopicId(one, 0) }, { title: '其他事项' }]),
    present: one.members.slice(0, one.members.length - at).map((member) => member.id),
    minutes: '会议由主席主持。大家逐件讨论，定了负责人和完成的日子，会后公示七天。',
    publish_minutes: at > 0,
  }));
  const planned = {
    id: uuidOf(`meeting ${one.federation} next`),
    at: daysFrom(now, 12),
    state: 'planned' as const,
    agenda: JSON.stringify([{ title: demoTopics[3]!.title, topic: demoTopicId(one, 3) }]),
    present: null,
    minutes: null,
    publish_minutes: false,
  };
  await db
    .insertInto('council_meetings')
    .values(
      [...held, planned].map((meeting) => ({
        federation: one.federation,
        council: one.council,
        place: '妇女之家',
        form: 'regular' as const,
        ...meeting,
      })),
    )
    .execute();
}

async function seedResolutions(db: Db, one: DemoCouncil, now: Date, count: number): Promise<void> {
  const place = { federation: one.federation, council: one.council };
  // The log goes by time.
  const inOrder = demoResolutions.slice(0, count).sort((a, b) => a.decided - b.decided);
  for (const done of inOrder) {
    const id = uuidOf(`resolution ${one.federation} ${done.title}`);
    const due = chinaDay(daysFrom(now, done.due));
    const decided = daysFrom(now, done.decided);
    const reported = daysFrom(now, Math.min(done.due, -1));
    await db
      .insertInto('council_resolutions')
      .values({
        ...place,
        ...{ id, title: done.title, words: done.words, responsible: done.responsible, due, state: done.state },
        ballot: null,
        topic: done.topic === undefined ? null : demoTopicId(one, done.topic),
        decided_at: decided,
        accepted_at: done.state === 'accepted' ? reported : null,
        acceptance: done.acceptance ?? null,
        notice_from: chinaDay(decided),
        notice_until: chinaDay(daysFrom(decided, 7)),
      })
      .execute();
    const evidence = done.evidence.map((words, at) => ({
      ...place,
      ...{ resolution: id, seq: at + 1, words },
      at: daysFrom(decided, ((at + 1) * (Math.min(done.due, -1) - done.decided)) / (done.evidence.length + 1)),
    }));
    if (evidence.length > 0) await db.insertInto('council_evidence').values(evidence).execute();
    const ratings = done.ratings.slice(0, one.members.length).map((points, at) => ({
      ...place,
      ...{ resolution: id, member: one.members[at]!.id, points },
    }));
    if (ratings.length > 0) await db.insertInto('council_ratings').values(ratings).execute();
    await appendCouncilLog(db, one, 'resolution-made', { resolution: id, state: 'assigned', due }, decided);
    if (done.state !== 'assigned')
      await appendCouncilLog(db, one, 'resolution-changed', { resolution: id, state: done.state, due }, decided);
  }
}

function daysFrom(at: Date, days: number): Date {
  return new Date(at.getTime() + Math.round(days * dayMs));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(`fulian demo ${text}`).digest();
}

/** A UUID of version 8 (RFC 9562) that is always the same for a text. */
export function uuidOf(text: string): string {
  const hex = hashOf(text).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

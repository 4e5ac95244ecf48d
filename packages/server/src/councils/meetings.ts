import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import { storable } from '../http/storable.js';
import { ProblemError } from '../problem.js';
import { assertCouncil, assertMatches, openDesk, scopeOf } from './council-desk.js';
import { inCouncil, placeOf, type CouncilPlace } from './council-place.js';
import type { KeptAnswer } from './council-writes.js';
import { tagOf } from './councils.js';
import { pageOf, type PageQuery } from './listing.js';
import type { TopicParts } from './topics.js';

type Schemas = components['schemas'];
type Draft = Schemas['MeetingDraft'];
type File = Schemas['MeetingFile'];
type Db = Kysely<Tables>;

/** Which meeting is meant. */
export interface MeetingPath {
  readonly councilId: string;
  readonly meetingId: string;
}

/** A meeting as it is stored. */
interface MeetingRow {
  readonly id: string;
  readonly at: Date;
  readonly place: string;
  readonly form: NonNullable<Schemas['Meeting']['form']> | null;
  readonly state: Schemas['Meeting']['state'];
  readonly agenda: unknown;
  readonly present: string[] | null;
  readonly minutes: string | null;
  readonly publish_minutes: boolean;
  readonly revision: number;
}

/** Meetings: agenda, attendance and minutes. */
export class Meetings {
  constructor(private readonly parts: Omit<TopicParts, 'members'>) {}

  /** For everybody, the latest first. Throws `council-unknown` and `cursor-invalid`. */
  async list(councilId: string, query: PageQuery): Promise<Schemas['MeetingPage']> {
    const place = placeOf(councilId);
    return inCouncil(this.parts.database, place, async (db) => {
      await assertCouncil(db, place, { evenEnded: true });
      return pageOf(
        this.parts.cursorKey,
        {
          name: ['listMeetings', councilId],
          find: (before, limit) =>
            meetings(db, place)
              .$if(before !== undefined, (asked) =>
                asked.where(sql<boolean>`(at, id) < (${before!.at}::timestamptz, ${before!.id}::uuid)`),
              )
              .orderBy('at', 'desc')
              .orderBy('id', 'desc')
              .limit(limit)
              .execute(),
          timeOf: (row) => row.at,
          itemOf: meetingOf,
        },
        query,
      );
    });
  }

  /** One, as the organiser sees it. Throws `staff-refused`, `role-refused`, `council-unknown` and `meeting-unknown`. */
  async read(token: string, { councilId, meetingId }: MeetingPath): Promise<{ body: File; etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'getMeeting', councilId);
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      return tagged(await findMeeting(db, desk.place, meetingId));
    });
  }

  /** Plans a meeting. Throws the problems that the contract names. */
  async create(
    token: string,
    councilId: string,
    key: string,
    sent: Draft,
  ): Promise<KeptAnswer & { readonly etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'createMeeting', councilId);
    const { federation, council } = desk.place;
    const draft = storable(sent);
    const once = { operation: 'createMeeting', key, body: [councilId, sent] };
    const answer = await this.parts.writes.byStaffOnce(desk, once, async (db) => {
      await assertCouncil(db, desk.place);
      await assertFits(db, desk.place, draft);
      const id = randomUUID();
      await db
        .insertInto('council_meetings')
        .values({ federation, council, id, ...columnsOf(draft) })
        .execute();
      return JSON.stringify(fileOf(await findMeeting(db, desk.place, id)));
    });
    return { ...answer, etag: tagOf(1, answer.text) };
  }

  /** Replaces what is written about a meeting. Throws the problems that the contract names. */
  async change(
    token: string,
    { councilId, meetingId }: MeetingPath,
    ifMatch: string | undefined,
    sent: Draft,
  ): Promise<{ body: File; etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'changeMeeting', councilId);
    const { federation, council } = desk.place;
    const draft = storable(sent);
    return this.parts.writes.byStaff(desk, async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const { revision } = await findMeeting(db, desk.place, meetingId, true);
      assertMatches(ifMatch, revision);
      await assertFits(db, desk.place, draft);
      await db
        .updateTable('council_meetings')
        .set({ ...columnsOf(draft), revision: revision + 1 })
        .where('federation', '=', federation)
        .where('council', '=', council)
        .where('id', '=', meetingId)
        .execute();
      return tagged(await findMeeting(db, desk.place, meetingId));
    });
  }
}

function meetings(db: Db, { federation, council }: CouncilPlace) {
  return db
    .selectFrom('council_meetings')
    .select(['id', 'at', 'place', 'form', 'state', 'agenda', 'present', 'minutes', 'publish_minutes', 'revision'])
    .where('federation', '=', federation)
    .where('council', '=', council);
}

async function findMeeting(db: Db, place: CouncilPlace, id: string, locked = false): Promise<MeetingRow> {
  const row = await meetings(db, place)
    .where('id', '=', id)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new ProblemError('meeting-unknown');
  return row;
}

function columnsOf({ at, place, form, state = 'planned', agenda, present, minutes, publishMinutes }: Draft) {
  return {
    at: new Date(at),
    place,
    form: form ?? null,
    state,
    agenda: JSON.stringify(agenda),
    present: present ?? null,
    minutes: minutes ?? null,
    publish_minutes: publishMinutes ?? false,
  };
}

/** Throws `meeting-refused` where the draft names what the council does not have. */
async function assertFits(db: Db, place: CouncilPlace, { agenda, present = [] }: Draft): Promise<void> {
  const there = async (table: 'council_topics' | 'ballots' | 'council_members', ids: readonly string[]) => {
    if (ids.length === 0) return new Set<string>();
    const { rows } = await sql<{ id: string }>`select id::text as id from ${sql.table(table)}
      where federation = ${place.federation} and council = ${place.council}::uuid and id::text = any(${[...ids]}::text[])`.execute(
      db,
    );
    return new Set(rows.map((row) => row.id));
  };
  const named = (name: 'topic' | 'ballot') => agenda.flatMap((item) => item[name] ?? []);
  const topics = await there('council_topics', named('topic'));
  const ballots = await there('ballots', named('ballot'));
  const members = await there('council_members', present);
  const findings: Schemas['Finding'][] = [];
  for (const [index, { topic, ballot }] of agenda.entries()) {
    const where = `body/agenda/${index}`;
    if (topic !== undefined && !topics.has(topic)) findings.push({ where: `${where}/topic`, code: 'unknown' });
    if (ballot !== undefined && !ballots.has(ballot)) findings.push({ where: `${where}/ballot`, code: 'unknown' });
  }
  for (const [index, member] of present.entries())
    if (!members.has(member)) findings.push({ where: `body/present/${index}`, code: 'unknown' });
  if (findings.length > 0) throw new ProblemError('meeting-refused', { findings });
}

function meetingOf(row: MeetingRow): Schemas['Meeting'] {
  return {
    id: row.id,
    at: row.at.toISOString(),
    place: row.place,
    ...(row.form !== null && { form: row.form }),
    state: row.state,
    agenda: row.agenda as Schemas['AgendaItem'][],
    ...(row.present && { attendance: row.present.length }),
    ...(row.publish_minutes && row.minutes !== null && { minutes: row.minutes }),
  };
}

function fileOf(row: MeetingRow): File {
  return {
    meeting: meetingOf(row),
    present: row.present ?? [],
    ...(row.minutes !== null && { minutes: row.minutes }),
    publishMinutes: row.publish_minutes,
  };
}

function tagged(row: MeetingRow): { body: File; etag: string } {
  const body = fileOf(row);
  return { body, etag: tagOf(row.revision, JSON.stringify(body)) };
}

import type { components } from '@fulian/contract/types';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { storable } from '../http/storable.js';
import { newMemberId, type Members } from '../membership/members.js';
import { ProblemError } from '../problem.js';
import type { Staff } from '../staff/staff.js';
import { assertCouncil, assertMatches, openDesk, scopeOf, type Organiser } from './council-desk.js';
import { appendCouncilLog } from './council-log.js';
import { inCouncil, type CouncilPlace } from './council-place.js';
import type { CouncilWrites, KeptAnswer } from './council-writes.js';
import { tagOf } from './councils.js';
import { assertFits, countRollChange, entryOf, findEntries, mostMembers, tellRoll, type RollRow } from './roll-rows.js';

type Schemas = components['schemas'];
type Draft = Schemas['MemberDraft'];
type Db = Kysely<Tables>;

/** What the roll needs. */
export interface RollParts {
  readonly database: Database;
  readonly writes: CouncilWrites;
  readonly staff: Staff;
  readonly members: Members;
  readonly clock: Clock;
}

/** An entry that is changed. */
export interface MemberChange {
  readonly token: string;
  readonly councilId: string;
  readonly memberId: string;
  readonly ifMatch: string | undefined;
}

/** Who is on the roll of a council, and its history. */
export class Roll {
  constructor(private readonly parts: RollParts) {}

  /** As members see each other, by name. Throws `member-refused` and `council-unknown`. */
  async listForMember(token: string, councilId: string): Promise<Schemas['CouncilRoll']> {
    const opened = await this.parts.members.openFor(token, councilId);
    const items = await inCouncil(this.parts.database, opened, (db) =>
      db
        .selectFrom('council_members')
        .select(['id', 'name', 'role'])
        .where('federation', '=', opened.federation)
        .where('council', '=', opened.council)
        .where('left_at', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .limit(mostMembers)
        .execute(),
    );
    return { items };
  }

  /** As the organiser sees it: those who left come last. Throws `staff-refused`, `role-refused` and `council-unknown`. */
  async list(token: string, councilId: string): Promise<{ body: Schemas['RollPage']; etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'listMembers', councilId);
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      const { roll_revision } = await assertCouncil(db, desk.place, { evenEnded: true });
      const body = { items: (await findEntries(db, desk.place)).map(entryOf) };
      return { body, etag: tagOf(roll_revision, JSON.stringify(body)) };
    });
  }

  /** Puts somebody on the roll. Throws the problems that the contract names. */
  async add(token: string, councilId: string, key: string, sent: Draft): Promise<KeptAnswer> {
    const desk = await openDesk(this.parts.staff, token, 'addMember', councilId);
    const draft = storable(sent);
    const id = newMemberId();
    return this.parts.writes.byStaffOnce(desk, { operation: 'addMember', key, body: [councilId, sent] }, async (db) => {
      const { roll_revision } = await assertCouncil(db, desk.place, { locked: true });
      await assertFits(db, desk.place, draft, undefined);
      const now = this.parts.clock.now();
      const { name, role, subject = null } = draft;
      await db
        .insertInto('council_members')
        .values({ ...desk.place, id, name, role, subject, joined_at: now, left_at: null, reason: draft.reason ?? null })
        .execute();
      await tellRoll(db, desk, { members: [id], kind: 'joined', at: now, reason: draft.reason });
      await countRollChange(db, desk.place, roll_revision);
      await appendCouncilLog(db, desk.place, 'member-joined', { member: id, role });
      return JSON.stringify(entryOf((await findEntries(db, desk.place, id))[0]!));
    });
  }

  /** Changes an entry, takes her off the roll, or puts her on it again. Throws the problems that the contract names. */
  async change(
    { token, councilId, memberId, ifMatch }: MemberChange,
    sent: Draft,
  ): Promise<{ body: Schemas['RollEntry']; etag: string }> {
    const { staff, writes } = this.parts;
    const desk = await openDesk(staff, token, 'changeMember', councilId);
    const draft = storable(sent);
    return writes.byStaff(desk, async (db) => {
      const { roll_revision } = await assertCouncil(db, desk.place, { locked: true, evenEnded: true });
      const [before] = await findEntries(db, desk.place, memberId);
      if (!before) throw new ProblemError('member-unknown');
      assertMatches(ifMatch, roll_revision);
      if (!draft.left) await assertFits(db, desk.place, draft, before);
      await this.#write(db, desk, before, draft);
      await countRollChange(db, desk.place, roll_revision);
      await this.#log(db, desk.place, before, draft);
      const body = entryOf((await findEntries(db, desk.place, memberId))[0]!);
      return { body, etag: tagOf(roll_revision + 1, JSON.stringify(body)) };
    });
  }

  async #write(db: Db, desk: Organiser, before: RollRow, draft: Draft): Promise<void> {
    const { federation, council } = desk.place;
    const { name, role, subject = null, left = false, reason = null } = draft;
    const now = this.parts.clock.now();
    const stays = left === (before.left_at !== null);
    const moved = stays ? {} : left ? { left_at: now } : { left_at: null, joined_at: now };
    await db
      .updateTable('council_members')
      .set({ name, role, subject, reason, ...moved })
      .where('federation', '=', federation)
      .where('council', '=', council)
      .where('id', '=', before.id)
      .execute();
    if (left)
      await db
        .deleteFrom('council_invitations')
        .where('federation', '=', federation)
        .where('council', '=', council)
        .where('member', '=', before.id)
        .execute();
    const kind = stays ? 'changed' : left ? 'left' : 'joined';
    await tellRoll(db, desk, { members: [before.id], kind, at: now, reason: draft.reason });
  }

  /** The log knows ids and roles only: another name is nothing to it. */
  async #log(db: Db, place: CouncilPlace, before: RollRow, { role, left = false }: Draft): Promise<void> {
    const member = before.id;
    if (left && before.left_at === null) await appendCouncilLog(db, place, 'member-left', { member });
    else if (!left && before.left_at !== null) await appendCouncilLog(db, place, 'member-joined', { member, role });
    else if (!left && role !== before.role) await appendCouncilLog(db, place, 'member-changed', { member, role });
  }
}

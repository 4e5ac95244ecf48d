import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { ProblemError } from '../problem.js';
import type { Organiser } from './council-desk.js';
import type { CouncilPlace } from './council-place.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** What can happen to an entry. */
export type RollChangeKind = 'joined' | 'changed' | 'left' | 'invited';

/** An entry of a roll with its card and its history. */
export interface RollRow {
  readonly id: string;
  readonly name: string;
  readonly role: Schemas['CouncilRole'];
  readonly subject: string | null;
  readonly joined_at: Date;
  readonly left_at: Date | null;
  readonly reason: string | null;
  readonly printed: boolean;
  readonly used: boolean;
  readonly changes: readonly {
    readonly at: string;
    readonly kind: RollChangeKind;
    readonly by: string | null;
    readonly reason: string | null;
  }[];
}

/** How many a roll may have. */
export const mostMembers = 500;
/** Who is or was on it, in one answer. */
const mostEntries = 2_000;
/** Of one entry; the latest. */
const mostChanges = 100;

/** All entries, those on the roll first, by name; or the one of a member. */
export async function findEntries(
  db: Db,
  { federation, council }: CouncilPlace,
  member?: string,
): Promise<readonly RollRow[]> {
  const one = member === undefined ? sql`` : sql`and m.id = ${member}`;
  const { rows } = await sql<RollRow>`
    select m.id, m.name, m.role, m.subject, m.joined_at, m.left_at, m.reason, i.mac is not null as printed,
      i.first_used_at is not null as used, h.changes
    from council_members m
      left join council_invitations i
        on i.federation = m.federation and i.council = m.council and i.member = m.id
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('at', c.at, 'kind', c.kind, 'by', c.by_name, 'reason', c.reason)
          order by c.seq), '[]') as changes
        from (select * from council_roll_changes c
          where c.federation = m.federation and c.council = m.council and c.member = m.id
          order by c.seq desc limit ${mostChanges}) c) h
    where m.federation = ${federation} and m.council = ${council} ${one}
    order by m.left_at is not null, m.name, m.id limit ${mostEntries}`.execute(db);
  return rows;
}

/** An entry on the wire. */
export function entryOf(row: RollRow): Schemas['RollEntry'] {
  const { id, name, role, subject, joined_at, left_at, reason, printed, used, changes } = row;
  return {
    member: { id, name, role },
    joinedAt: joined_at.toISOString(),
    ...(left_at && { leftAt: left_at.toISOString() }),
    ...(reason !== null && { reason }),
    ...(subject !== null && { subject }),
    invitation: used ? 'used' : printed ? 'printed' : 'none',
    changes: changes.map(({ at, kind, by, reason: why }) => ({
      at: new Date(at).toISOString(),
      kind,
      ...(by !== null && { by }),
      ...(why !== null && { reason: why }),
    })),
  };
}

/** What is added to the history of entries. */
export interface RollChange {
  readonly members: readonly string[];
  readonly kind: RollChangeKind;
  readonly at: Date;
  readonly reason?: string | undefined;
}

/** Adds to the history of entries, which must be there. */
export async function tellRoll(
  db: Db,
  { member: by, place: { federation, council } }: Pick<Organiser, 'member' | 'place'>,
  { members, kind, at, reason }: RollChange,
): Promise<void> {
  await sql`insert into council_roll_changes (federation, council, member, seq, at, kind, by_name, reason)
    select ${federation}, ${council}::uuid, m, coalesce((select max(c.seq) from council_roll_changes c
      where c.federation = ${federation} and c.council = ${council}::uuid and c.member = m), 0) + 1,
      ${at}, ${kind}, ${by.name}, ${reason ?? null}
    from unnest(${[...members]}::text[]) m`.execute(db);
}

/** Counts a change of the roll, which must be locked. */
export async function countRollChange(
  db: Db,
  { federation, council }: CouncilPlace,
  roll_revision: number,
): Promise<void> {
  await db
    .updateTable('councils')
    .set({ roll_revision: roll_revision + 1 })
    .where('federation', '=', federation)
    .where('id', '=', council)
    .execute();
}

/**
 * Throws `roll-refused` where the roll would be too long, have two chairs, or somebody twice. `before`: her own entry, where she has one.
 * The roll must be locked.
 */
export async function assertFits(
  db: Db,
  { federation, council }: CouncilPlace,
  { role, subject }: Pick<Schemas['MemberDraft'], 'role' | 'subject'>,
  before: RollRow | undefined,
): Promise<void> {
  const { rows } = await sql<{ all: number; chair: boolean; subject: boolean }>`
    select count(*)::int as all, coalesce(bool_or(role = 'chair'), false) as chair,
      coalesce(bool_or(subject = ${subject ?? null}), false) as subject
    from council_members
    where federation = ${federation} and council = ${council} and left_at is null and id <> ${before?.id ?? ''}`.execute(
    db,
  );
  const others = rows[0]!;
  const findings: Schemas['Finding'][] = [];
  if (others.all >= mostMembers) findings.push({ where: 'body', code: 'too-many' });
  if (role === 'chair' && others.chair) findings.push({ where: 'body/role', code: 'taken' });
  if (others.subject) findings.push({ where: 'body/subject', code: 'taken' });
  if (findings.length > 0) throw new ProblemError('roll-refused', { findings });
}

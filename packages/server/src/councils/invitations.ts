import type { components } from '@fulian/contract/types';
import { sql } from 'kysely';
import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.js';
import { invitationMac } from '../membership/member-sessions.js';
import { ProblemError } from '../problem.js';
import type { Staff } from '../staff/staff.js';
import { assertCouncil, openDesk } from './council-desk.js';
import type { CouncilWrites } from './council-writes.js';
import { countRollChange, tellRoll } from './roll-rows.js';

type Schemas = components['schemas'];

/** What printing cards needs. */
export interface InvitationParts {
  readonly writes: CouncilWrites;
  readonly staff: Staff;
  readonly clock: Clock;
  /** Of the keyring's purpose `invitation`. */
  readonly invitationKey: Uint8Array;
}

/** Days for which a card that was not used can be used first. */
export const cardDays = 30;
const codeDigits = 16;

/** Prints cards. A code is answered once and kept as a MAC only. */
export class Invitations {
  constructor(private readonly parts: InvitationParts) {}

  /** Throws the problems that the contract names; `invitation-printed` where the key printed these cards before. */
  async print(
    token: string,
    councilId: string,
    key: string,
    { members }: Schemas['InvitationRequest'],
  ): Promise<{ readonly text: string }> {
    const { writes, staff, clock, invitationKey } = this.parts;
    const desk = await openDesk(staff, token, 'inviteMembers', councilId);
    const { federation, council } = desk.place;
    const once = { operation: 'inviteMembers', key, body: [councilId, members] };
    const { text, replayed } = await writes.byStaffOnce(
      desk,
      once,
      async (db) => {
        const { roll_revision } = await assertCouncil(db, desk.place, { locked: true });
        const found = await db
          .selectFrom('council_members')
          .select(['id', 'name'])
          .where('federation', '=', federation)
          .where('council', '=', council)
          .where('left_at', 'is', null)
          .where('id', 'in', members)
          .execute();
        const names = new Map(found.map(({ id, name }) => [id, name]));
        if (names.size < members.length) throw new ProblemError('member-unknown');
        const now = clock.now();
        const expires = new Date(now.getTime() + cardDays * 86_400_000);
        const cards = members.map((member) => ({ member, name: names.get(member)!, code: newCode() }));
        await sql`insert into council_invitations as i (federation, council, member, mac, printed_at, expires_at)
          select ${federation}, ${council}::uuid, c.member, c.mac, ${now}, ${expires}
          from unnest(${members}::text[], ${cards.map((one) => invitationMac(invitationKey, one.code))}::bytea[]) c (member, mac)
          on conflict (federation, council, member) do update set mac = excluded.mac, printed_at = excluded.printed_at,
            expires_at = excluded.expires_at, first_used_at = null`.execute(db);
        await tellRoll(db, desk, { members, kind: 'invited', at: now });
        await countRollChange(db, desk.place, roll_revision);
        const items = cards.map((card) => ({ ...card, expiresAt: expires.toISOString() }));
        return JSON.stringify({ items } satisfies Schemas['InvitationCards']);
      },
      'printed',
    );
    if (replayed) throw new ProblemError('invitation-printed');
    return { text };
  }
}

function newCode(): string {
  return Array.from({ length: codeDigits }, () => randomInt(10)).join('');
}

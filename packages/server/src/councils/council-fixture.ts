import type { components } from '@fulian/contract/types';
import { randomUUID } from 'node:crypto';
import { memberTokenMac, newMemberId, newMemberToken, sessionDays } from '../membership/members.js';
import type { TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { appendCouncilLog } from './council-log.js';
import { councilIdOf, inCouncil, type CouncilPlace } from './council-place.js';

type Role = components['schemas']['CouncilRole'];

/** A member of a test's council who has opened a session. */
export interface TestMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly token: string;
  readonly headers: { readonly 'fulian-member': string };
}

/** A council of a test. */
export interface TestCouncil extends CouncilPlace {
  /** On the wire. */
  readonly id: string;
  /** For `service.call`. */
  readonly path: { readonly councilId: string };
  /** The first is the chair, the second the secretary. */
  readonly members: readonly TestMember[];
  /** A supervisor of its federation. */
  readonly organiser: TestPerson;
}

/** The village of the test tree that has a council. */
export const village = '990101001001';

/** Makes a council with so many members, their sessions, and its log; without calls of the service, so that 500 take a moment. */
export async function makeCouncil(
  service: Pick<TestService, 'admin' | 'clock' | 'keys' | 'database'>,
  count = 5,
  federation = village,
): Promise<TestCouncil> {
  const place: CouncilPlace = { federation, council: randomUUID() };
  const now = service.clock.now();
  const members = Array.from({ length: count }, (_, index): TestMember => {
    const token = newMemberToken();
    const role = (['chair', 'secretary'] as const)[index] ?? 'member';
    return { id: newMemberId(), name: `示例${index + 1}`, role, token, headers: { 'fulian-member': token } };
  });
  await service.admin.query('insert into councils (federation, id, name, created_at) values ($1, $2, $3, $4)', [
    federation,
    place.council,
    '示例妇女议事会',
    now,
  ]);
  await service.admin.query(
    `insert into council_members (federation, council, id, name, role, joined_at)
     select $1, $2, * , $6 from unnest($3::text[], $4::text[], $5::text[])`,
    [
      federation,
      place.council,
      members.map((one) => one.id),
      members.map((one) => one.name),
      members.map((one) => one.role),
      now,
    ],
  );
  await service.admin.query(
    `insert into council_roll_changes (federation, council, member, seq, at, kind)
     select $1, $2, m, 1, $4, 'joined' from unnest($3::text[]) m`,
    [federation, place.council, members.map((one) => one.id), now],
  );
  await service.admin.query(
    `insert into council_sessions (federation, council, mac, member, created_at, expires_at)
     select $1, $2, s.mac, s.member, $5, $6 from unnest($3::bytea[], $4::text[]) s (mac, member)`,
    [
      federation,
      place.council,
      members.map((one) => memberTokenMac(service.keys.member, one.token)),
      members.map((one) => one.id),
      now,
      new Date(now.getTime() + sessionDays * 86_400_000),
    ],
  );
  await inCouncil(service.database, place, async (db) => {
    await appendCouncilLog(db, place, 'council-created', { name: '示例妇女议事会' });
    for (const { id, role } of members) await appendCouncilLog(db, place, 'member-joined', { member: id, role });
  });
  const id = councilIdOf(place);
  return {
    ...place,
    id,
    path: { councilId: id },
    members,
    organiser: await signedIn(service, 'supervisor', federation, '示例组织者'),
  };
}

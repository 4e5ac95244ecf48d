import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCouncil, type TestCouncil } from '../councils/council-fixture.js';
import { createTestService, type TestService } from '../service-fixture.js';
import { Members, newMemberToken } from './members.js';

let service: TestService;
let members: Members;
let council: TestCouncil;
beforeAll(async () => {
  service = await createTestService();
  members = new Members(service.database, service.keys.member, service.clock);
  council = await makeCouncil(service, 3);
});
afterAll(() => service.close());

const refused = { code: 'member-refused' };

describe('the token of a member', () => {
  it('opens her council and says who she is', async () => {
    const [chair] = council.members;
    const { id, name, role, token } = chair!;
    const opened = await members.openFor(token, council.id);
    expect(opened).toMatchObject({
      federation: council.federation,
      council: council.council,
      councilId: council.id,
      member: { id, name, role },
    });
    expect(role).toBe('chair');
  });

  it('S6 opens no other council: it is to her as if it had never been', async () => {
    const other = await makeCouncil(service, 1);
    const { token } = council.members[0]!;
    for (const id of [other.id, `${council.federation}-00000000-0000-4000-8000-000000000000`])
      await expect(members.openFor(token, id)).rejects.toMatchObject({ code: 'council-unknown' });
    await expect(members.openFor(newMemberToken(), council.id)).rejects.toMatchObject(refused);
  });

  it('opens nothing once it is over, or she has left but for ballots that count her', async () => {
    const { token, id } = council.members[1]!;
    await service.admin.query('update council_members set left_at = now() where id = $1', [id]);
    await expect(members.open(token)).rejects.toMatchObject(refused);
    expect((await members.open(token, { evenLeft: true })).member.id).toBe(id);
    service.clock.time += 31 * 86_400_000;
    await expect(members.open(token, { evenLeft: true })).rejects.toMatchObject(refused);
    await expect(members.open(council.members[0]!.token)).rejects.toMatchObject(refused);
  });
});

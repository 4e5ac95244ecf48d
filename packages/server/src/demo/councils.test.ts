import type { components } from '@fulian/contract/types';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { createTestService, type TestService } from '../service-fixture.js';
import { seedDemoBallots } from './council-ballots.js';
import { writeDemoCards } from './council-cards.js';
import { demoCouncils, seedDemoCouncils } from './councils.js';
import { seedDemoStaff } from './staff-accounts.js';
import { demoTree } from './tree.js';

type Schemas = components['schemas'];

let service: TestService;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fulian-demo-'));
  service = await createTestService();
  await service.admin.query(
    'insert into federations (code, name) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [demoTree().map((one) => one.code), demoTree().map((one) => one.name)],
  );
  await seedDemoStaff(service, 'a long enough password');
  for (let twice = 0; twice < 2; twice += 1) await seed();
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const parts = () => ({ ...service, config: { ...readConfig({ RATE_LIMITS: 'off' }), dataDir: folder } });
const seed = async () => {
  await seedDemoCouncils(parts());
  await seedDemoBallots(parts());
};
const get = async <T>(id: Parameters<TestService['call']>[0], councilId: string): Promise<T> =>
  (await service.call(id, { path: { councilId } })).json<T>();

describe('the councils of the demo', () => {
  it('are six in villages of the county, once however often they are seeded, and keep to the contract', async () => {
    const list = await service.call('listCouncils', { path: { code: '990101000000' } });
    const { items } = list.json<Schemas['CouncilPage']>();
    const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => `${id} ${name}`).sort();
    expect(named(items)).toEqual(named(demoCouncils));
    expect(items.find((one) => one.id === demoCouncils[0]!.id)).toMatchObject({
      name: '荷塘村妇女议事会',
      members: 12,
      counts: { resolutions: 8, due: 5, accepted: 2, late: 2 },
    });
    for (const { members } of demoCouncils) expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    for (const { id } of demoCouncils) {
      const meetings = await get<Schemas['MeetingPage']>('listMeetings', id);
      expect(new Set(meetings.items.map((one) => one.state))).toEqual(new Set(['held', 'planned']));
      await get('listTopics', id);
    }
  });

  it('have topics and resolutions in every state, and ballots of both kinds that are open, passed, elected and failed', async () => {
    const states = new Set<string>();
    for (const { id } of demoCouncils) {
      for (const one of (await get<Schemas['ResolutionPage']>('listResolutions', id)).items) states.add(one.state);
      for (const one of (await get<Schemas['BallotPage']>('listBallots', id)).items)
        states.add(`${one.rules.secrecy} ${one.result?.outcome ?? one.state}`);
    }
    expect(states).toEqual(
      new Set([
        ...['assigned', 'working', 'reported', 'accepted', 'dropped'],
        ...['open passed', 'open elected', 'open failed', 'open open', 'secret elected', 'secret open'],
      ]),
    );
    const { rows } = await service.admin.query('select distinct state from council_topics order by state');
    expect(rows.map(({ state }) => state)).toEqual(['admitted', 'collected', 'declined', 'merged', 'suggested']);
  });

  it('leave no session behind', async () => {
    expect((await service.admin.query('select 1 from council_sessions')).rowCount).toBe(0);
    const { rowCount } = await service.admin.query('select 1 from staff_sessions');
    expect(rowCount).toBe(0);
  });
});

describe('writeDemoCards', () => {
  it('writes codes that open a session, the same at every start, for nobody else to read', async () => {
    const file = await writeDemoCards(parts());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    const code = /^\d{4} \d{4} \d{4} \d{4}/m.exec(text)![0].replaceAll(' ', '');
    const open = () => service.call('openMemberSession', { body: { code } });
    expect((await open()).json()).toMatchObject({ council: demoCouncils[0]!.id, member: { role: 'chair' } });
    service.clock.time += 13 * 3_600_000;
    expect((await open()).statusCode).toBe(401);
    await writeDemoCards(parts());
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect((await open()).statusCode).toBe(201);
  });
});

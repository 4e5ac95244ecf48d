import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { components } from '@fulian/contract/types';
import { systemClock } from '../../../packages/server/src/clock.js';
import { makeCouncil, village, type TestCouncil } from '../../../packages/server/src/councils/council-fixture.js';
import { openDatabase } from '../../../packages/server/src/database/database.js';
import { deriveKeys } from '../../../packages/server/src/keys/keyring.js';
import { startOwnService, type OwnService } from '../server/own-service.js';

type Schemas = components['schemas'];

/** Our service with a representative assembly, and councils all over its city. */
export interface CouncilService extends OwnService {
  readonly council: TestCouncil;
  /** A ballot that everybody of the assembly may vote in, open for an hour. */
  openBallot(secrecy: 'open' | 'secret'): Promise<Schemas['Ballot']>;
  /** One request of the contract; throws where it is not answered with success. */
  call<Answer>(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: unknown,
  ): Promise<Answer>;
}

/** The largest roll that a council has. */
export const voters = 500;
/** Councils of a prefecture city, and resolutions of each. */
export const councils = 1_000;
const resolutions = 8;
export const city = '990100000000';

/** Starts it. */
export async function startCouncilService(tell: (what: string) => void): Promise<CouncilService> {
  const master = randomBytes(32);
  tell('starting our service with its database');
  const service = await startOwnService({ DEMO: 'off', FULIAN_MASTER_KEY: master.toString('base64') });
  try {
    tell(`a council of ${voters}, and ${councils} others`);
    const database = openDatabase(service.databaseUrl);
    const admin = new Client({ connectionString: service.databaseUrl });
    await admin.connect();
    try {
      const clock = { ...systemClock, time: 0 };
      const council = await makeCouncil({ admin, clock, keys: deriveKeys(master), database }, voters, village);
      await plantCouncils(admin);
      await plantVoters(admin, council);
      const call = calling(service.origin);
      return { ...service, council, call, openBallot: (secrecy) => openBallot(call, council, secrecy) };
    } finally {
      await admin.end();
      await database.close();
    }
  } catch (error) {
    await service.stop();
    throw error;
  }
}

type Call = CouncilService['call'];

function calling(origin: string): Call {
  return async (method, path, headers, body) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    const etag = answer.headers.get('etag');
    return { ...((await answer.json()) as object), ...(etag !== null && { etag }) } as never;
  };
}

async function openBallot(
  call: Call,
  { id, organiser }: TestCouncil,
  secrecy: 'open' | 'secret',
): Promise<Schemas['Ballot']> {
  const keyed = () => ({ ...organiser.headers, 'idempotency-key': randomBytes(16).toString('base64url') });
  const draft: Schemas['BallotDraft'] = {
    motion: { title: '路灯修缮', words: '同意用村集体经费修好三组的十二盏路灯。' },
    options: [],
    rules: {
      version: 1,
      method: 'yes-no',
      secrecy,
      abstain: true,
      revote: false,
      base: 'cast',
      quorum: { share: { numerator: 0, denominator: 1 }, counts: 'cast' },
      threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' },
      tie: 'fails',
    },
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const desk = `/v1/council-desk/${id}/ballots`;
  const prepared = await call<Schemas['Ballot'] & { etag: string }>('POST', desk, keyed(), draft);
  return call('POST', `${desk}/${prepared.id}/opening`, { ...keyed(), 'if-match': prepared.etag });
}

/** Villages of the demo city with a council each, and resolutions in every state. */
async function plantCouncils(admin: Client): Promise<void> {
  await admin.query(
    `insert into federations (code, name)
     select '9901' || lpad((2 + n / 100)::text, 2, '0') || '000000', '县' || (n / 100) from generate_series(0, $1 - 1, 100) n
     on conflict do nothing`,
    [councils],
  );
  await admin.query(
    `insert into federations (code, name)
     select '9901' || lpad((2 + n / 100)::text, 2, '0') || lpad((1 + n % 100 / 10)::text, 3, '0') || '000', '镇' || (n / 10)
     from generate_series(0, $1 - 1, 10) n on conflict do nothing`,
    [councils],
  );
  await admin.query(
    `with villages as (
       insert into federations (code, name)
       select '9901' || lpad((2 + n / 100)::text, 2, '0') || lpad((1 + n % 100 / 10)::text, 3, '0')
         || lpad((1 + n % 10)::text, 3, '0'), '村' || n
       from generate_series(0, $1 - 1) n on conflict do nothing returning code
     ), made as (
       insert into councils (federation, id, name, created_at)
       select code, gen_random_uuid(), '示例妇女议事会', now() from villages returning federation, id
     )
     insert into council_resolutions (federation, council, id, title, words, decided_at, state, responsible, due)
     select federation, id, gen_random_uuid(), '示例决议', '示例决议', now(),
       (array['assigned', 'working', 'reported', 'accepted', 'accepted', 'dropped'])[1 + n % 6], '村委会',
       to_char(now() + (n - 4) * interval '10 days', 'YYYY-MM-DD')
     from made, generate_series(1, $2) n`,
    [councils, resolutions],
  );
  await admin.query('analyze');
}

/** The assembly's members by number, for pgbench, which counts and does not remember texts. */
async function plantVoters(admin: Client, { members }: TestCouncil): Promise<void> {
  await admin.query('create table bench_voters (n integer primary key, id text not null)');
  await admin.query('insert into bench_voters select place, id from unnest($1::text[]) with ordinality m (id, place)', [
    members.map(({ id }) => id),
  ]);
  await admin.query('grant select on bench_voters to fulian_app');
}

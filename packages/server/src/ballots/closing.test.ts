import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCouncil, type TestCouncil } from '../councils/council-fixture.js';
import { openDatabase } from '../database/database.js';
import { FederationKeys } from '../keys/federation-keys.js';
import { Members } from '../membership/members.js';
import { createTestService, type TestService } from '../service-fixture.js';
import { castOpen, castSecret, close, draftOf, openBallot, passTime, takePaper } from './ballot-fixture.js';
import { BallotKeys } from './ballot-keys.js';
import { BallotRepository } from './ballot-repository.js';
import { BallotTurns } from './ballot-turns.js';

type Schemas = components['schemas'];

let service: TestService;
let council: TestCouncil;

beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 6);
});
afterAll(() => service.close());

/** What closes ballots in another process. */
function otherProcess() {
  const database = openDatabase(service.url);
  const ballots = new BallotRepository(database);
  const keys = new BallotKeys(
    database,
    new FederationKeys(database, service.keys.wrapping, service.clock),
    service.clock,
  );
  const members = new Members(database, service.keys.member, service.clock);
  return { turns: new BallotTurns({ database, ballots, keys, members }), end: () => database.close() };
}

const closings = async (ballot: string) => {
  const { rows } = await service.admin.query(
    `select seq from council_log where council = $1 and entry like '%"kind":"ballot-closed"%' and position($2 in entry) > 0`,
    [council.council, ballot],
  );
  return rows.length;
};
const failed = (error: unknown) => {
  throw error;
};

describe('the watcher', () => {
  it('closes what is over once, whichever of several processes comes first, and leaves what is not', async () => {
    const over = [];
    for (const secrecy of ['open', 'secret', 'open'] as const) {
      const ballot = await openBallot(service, council, draftOf({ secrecy }));
      for (const member of council.members)
        if (secrecy === 'open') await castOpen(service, ballot, member, { picks: ['yes'] });
        else await castSecret(service, ballot, await takePaper(service, ballot, member), { picks: ['yes'] });
      await passTime(service, ballot);
      over.push(ballot);
    }
    const left = await openBallot(service, council);
    const processes = [otherProcess(), otherProcess(), otherProcess()];
    const closed = await Promise.all(processes.map(({ turns }) => turns.closeDue(failed)));
    expect(
      closed
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(over.map(({ id }) => id).sort());
    for (const { id, path } of over) {
      expect(await closings(id)).toBe(1);
      const shown = await service.call('getBallot', { path });
      expect(shown.json<Schemas['Ballot']>()).toMatchObject({ state: 'closed', result: { outcome: 'passed' } });
    }
    expect(await closings(left.id)).toBe(0);
    expect((await service.call('getBallot', { path: left.path })).json<Schemas['Ballot']>().state).toBe('open');
    expect(await processes[0]!.turns.closeDue(failed)).toEqual([]);
    await Promise.all(processes.map(({ end }) => end()));
  });

  it('goes on where one ballot cannot be closed', async () => {
    const [broken, whole] = [await openBallot(service, council), await openBallot(service, council)];
    await service.admin.query(`begin; set local session_replication_role = replica;
      update ballots set rules = 'no rules' where id = '${broken.id}'; commit`);
    for (const ballot of [broken, whole]) await passTime(service, ballot);
    const process = otherProcess();
    const failures: unknown[] = [];
    const closed = await process.turns.closeDue((error) => failures.push(error));
    expect(closed.map(({ id }) => id)).toEqual([whole.id]);
    expect(failures).toHaveLength(1);
    await process.end();
    await service.admin.query(`begin; set local session_replication_role = replica;
      update ballots set state = 'cancelled' where id = '${broken.id}'; commit`);
  });

  it('and the organiser close it once between them', async () => {
    const ballot = await openBallot(service, council);
    await passTime(service, ballot);
    const process = otherProcess();
    const [answer] = await Promise.all([close(service, council, ballot), process.turns.closeDue(failed)]);
    expect(answer.json<Schemas['Ballot']>()).toMatchObject({ state: 'closed' });
    expect(await closings(ballot.id)).toBe(1);
    await process.end();
  });
});

describe('S10 votes at the same moment', () => {
  it('of one member are one vote, and the log has one entry for each that was another one', async () => {
    const ballot = await openBallot(service, council, draftOf({ revote: false }));
    const [member] = council.members;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => castOpen(service, ballot, member!, { picks: [at % 2 ? 'yes' : 'no'] })),
    );
    const stored = answers.filter(({ statusCode }) => statusCode === 200);
    expect(new Set(stored.map(({ body }) => body)).size).toBe(1);
    expect(stored).toHaveLength(10);
    const { rows } = await service.admin.query(
      `select from council_log where council = $1 and entry like '%"vote-stored"%' and position($2 in entry) > 0`,
      [council.council, ballot.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('with one paper are one vote', async () => {
    const ballot = await openBallot(service, council, draftOf({ secrecy: 'secret', revote: true }));
    const paper = await takePaper(service, ballot, council.members[0]!);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => castSecret(service, ballot, paper, { picks: [at % 2 ? 'yes' : 'no'] })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const { rows } = await service.admin.query<{ count: number }>(
      'select cardinality(receipts) as count from ballot_boxes where ballot = $1',
      [ballot.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('ballots of a council', () => {
  it('are listed the latest first, page by page, and to the public without drafts', async () => {
    const own = await makeCouncil(service, 2);
    const opened = [];
    for (let at = 0; at < 5; at += 1) opened.push((await openBallot(service, own)).id);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.call('listBallots', {
        path: own.path,
        query: { limit: '2', ...(cursor !== undefined && { cursor }) },
      });
      const { items, nextCursor } = page.json<Schemas['BallotPage']>();
      pages.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    } while (cursor !== undefined);
    expect(pages).toEqual(opened.reverse());
  });
});

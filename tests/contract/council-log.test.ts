/** What the service logs of its councils is what `fulian-verify` finds to be right: two rooms that know each other by the rules only. */
import type { BallotRules, Choice } from '@fulian/contract/rules/council';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  castOpen,
  castSecret,
  close,
  draftOf,
  openBallot,
  takePaper,
} from '../../packages/server/src/ballots/ballot-fixture.js';
import { makeCouncil, type TestCouncil } from '../../packages/server/src/councils/council-fixture.js';
import { readConfig } from '../../packages/server/src/config.js';
import { seedDemoBallots } from '../../packages/server/src/demo/council-ballots.js';
import { demoCouncils, seedDemoCouncils } from '../../packages/server/src/demo/councils.js';
import { seedDemoStaff } from '../../packages/server/src/demo/staff-accounts.js';
import { demoTree } from '../../packages/server/src/demo/tree.js';
import { createTestService, newToken, type TestService } from '../../packages/server/src/service-fixture.js';
import { type LogHead, verifyLog } from '../../packages/sdk/src/verify/index.js';

let service: TestService;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

const options = {
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  isSigned(key: string, text: string, signature: string) {
    const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
    const read = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), read, Buffer.from(signature, 'hex'));
  },
};
const pick = (...picks: string[]): Choice => ({ picks });
const [yes, no, abstained] = [pick('yes'), pick('no'), { abstain: true } as const];
const three = ['a', 'b', 'c'].map((id) => ({ id, title: `示例${id}` }));

/** Opens a ballot, lets the members vote one after the other, and closes it. */
async function hold(council: TestCouncil, rules: Partial<BallotRules>, choices: readonly Choice[]) {
  const isMotion = (rules.method ?? 'yes-no') === 'yes-no';
  const draft = draftOf({ ...rules }, isMotion ? {} : { options: three });
  if (!isMotion) delete (draft.rules as { threshold?: unknown }).threshold;
  const ballot = await openBallot(service, council, draft);
  for (const [at, choice] of choices.entries()) {
    const member = council.members[at]!;
    const answer =
      rules.secrecy === 'secret'
        ? await castSecret(service, ballot, await takePaper(service, ballot, member), choice)
        : await castOpen(service, ballot, member, choice);
    expect(answer.statusCode, answer.body).toBe(200);
  }
  return ballot;
}

test('the log of a council with open and secret ballots is right in every entry, and its results are counted again', async () => {
  const council = await makeCouncil(service, 7);
  const all = async (rules: Partial<BallotRules>, choices: readonly Choice[]) => {
    const ballot = await hold(council, rules, choices);
    const closed = await close(service, council, ballot);
    expect(closed.statusCode, closed.body).toBe(200);
    return ballot;
  };

  const first = await hold(council, {}, [yes, yes, no, yes, abstained, no, yes]);
  // Two change their minds, and one sends the same again.
  for (const [at, choice] of [
    [2, yes],
    [5, abstained],
    [5, yes],
    [6, yes],
  ] as const)
    expect((await castOpen(service, first, council.members[at]!, choice)).statusCode).toBe(200);
  expect((await close(service, council, first)).statusCode).toBe(200);

  const tied = await all(
    { method: 'single', tie: 'chair' },
    ['a', 'b', 'a', 'b', 'c', 'a', 'b'].map((id) => pick(id)),
  );
  const decided = await service.call('castDecidingVote', {
    path: tied.path,
    headers: { ...council.members[0]!.headers },
    body: { choice: pick('b') },
  });
  expect(decided.statusCode, decided.body).toBe(200);
  await all({ secrecy: 'secret' }, [yes, no, yes, yes, abstained, no, yes]);
  await all({ secrecy: 'secret', method: 'approval' }, [
    pick('a', 'c'),
    pick('c'),
    pick('b', 'a'),
    ...['a', 'a', 'b', 'c'].map((id) => pick(id)),
  ]);
  await all(
    { method: 'score', scale: { min: 0, max: 3 } },
    Array.from({ length: 7 }, (_, at) => ({ scores: [{ option: 'abc'[at % 3]!, points: at % 4 }] })),
  );
  await all(
    { secrecy: 'secret', method: 'instant-runoff' },
    ['abc', 'bca', 'cab', 'ab', 'a', 'cb', 'bac'].map((order) => ({ ranking: [...order] })),
  );
  const open = await hold(council, {}, [yes, no]);
  expect(open.paperKey).toBeUndefined();

  const path = { councilId: council.id };
  const log = await service.call('getCouncilLog', { path });
  const head = (await service.call('getLogHead', { path })).json<LogHead>();
  const verification = verifyLog(log.body, { ...options, heads: [head], key: head.key });
  expect(verification.findings).toEqual([]);
  expect(verification.ballots.map(({ state, result, recount }) => [state, result?.outcome, recount])).toEqual([
    ['closed', 'passed', 'agrees'],
    ['closed', 'elected', 'agrees'],
    ['closed', 'passed', 'agrees'],
    ['closed', expect.any(String), 'agrees'],
    ['closed', expect.any(String), 'agrees'],
    ['closed', expect.any(String), 'agrees'],
    ['open', undefined, undefined],
  ]);
  expect(verification).toMatchObject({ members: 7, entries: head.seq });
});

test('who leaves, comes, and what is resolved, dropped and called off is right, too; what was posted before still holds', async () => {
  const council = await makeCouncil(service, 6);
  const path = { councilId: council.id };
  const staff = () => ({ ...council.organiser.headers, 'idempotency-key': newToken() });
  const posted = (await service.call('getLogHead', { path })).json<LogHead>();
  const few = await hold(council, { secrecy: 'secret' }, [yes, no, yes]);
  const cancelled = await openBallot(service, council);
  const row = await service.call('getBallotDraft', { path: cancelled.path, headers: { ...council.organiser.headers } });
  const off = await service.call('cancelBallot', {
    path: cancelled.path,
    headers: { ...council.organiser.headers, 'if-match': String(row.headers.etag) },
  });
  expect(off.statusCode, off.body).toBe(204);
  const joined = await service.call('addMember', {
    path,
    headers: staff(),
    body: { name: '新人', role: 'member' },
  });
  expect(joined.statusCode, joined.body).toBe(201);

  // The time of the small ballot is over.
  await service.admin.query(`begin; set local session_replication_role = replica;
    update ballots set closes_at = clock_timestamp() where id = '${few.id}'; commit`);
  const closed = await close(service, council, few);
  expect(closed.statusCode, closed.body).toBe(200);

  const log = await service.call('getCouncilLog', { path });
  const verification = verifyLog(log.body, { ...options, heads: [posted] });
  // That its time is over was done behind the service's back, and does not stay hidden.
  expect(verification.findings.map(({ code }) => code)).toEqual(['ballot-closed-early']);
  expect(verification.ballots.map(({ state, recount }) => [state, recount])).toEqual([
    ['closed', 'destroyed'],
    ['cancelled', undefined],
  ]);
  expect(verification.members).toBe(7);
});

test('the logs of the demo are right in every entry, too, those of the past included', async () => {
  const tree = demoTree();
  await service.admin.query(
    'insert into federations (code, name) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [tree.map((one) => one.code), tree.map((one) => one.name)],
  );
  const parts = { ...service, config: readConfig({ RATE_LIMITS: 'off' }) };
  await seedDemoStaff(parts, 'a long enough password');
  await seedDemoCouncils(parts);
  await seedDemoBallots(parts);
  for (const { id, members } of demoCouncils) {
    const { body } = await service.call('getCouncilLog', { path: { councilId: id } });
    const found = verifyLog(body, options);
    expect([id, found.findings, found.members]).toEqual([id, [], members.length]);
  }
});

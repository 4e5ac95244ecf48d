/**
 * S6 for members of councils: every operation of members × every member who is not one there answers as if the council had never been,
 * and changes no row; what belongs to another council is not found under her own. The matrix is made from the contract.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCouncil, type TestMember } from '../../packages/server/src/councils/council-fixture.js';
import { createTestService, newToken, requestOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { makeCouncilThings, neverCouncilPaths, type CouncilThings } from '../contract/council-things.js';
import { operations, type Operation } from '../contract/document.js';
import { everyRow, tablesOf } from './row-security.js';

const here = '990101001001';
const ofMembers = operations.filter((one) => one.security?.flat().includes('member'));
const pointed = ofMembers.filter((one) => one.path.includes('{councilId}'));
/** Those that name a thing of the council, too. */
const things = ['topicId', 'commentId', 'resolutionId', 'ballotId'] as const;

let service: TestService;
let own: CouncilThings;
let neighbour: CouncilThings;
const strangers = new Map<string, TestMember>();
const who = ['a member of another council of the village', 'a member of a council elsewhere'] as const;

beforeAll(async () => {
  service = await createTestService();
  own = await makeCouncilThings(service, here);
  neighbour = await makeCouncilThings(service, here);
  const elsewhere = await makeCouncil(service, 1, '990102000000');
  strangers.set(who[0], neighbour.member).set(who[1], elsewhere.members[0]!);
});
afterAll(() => service.close());

/** The ballot that an operation is about: drafts are none of members'. */
function ballotOf(id: string, { ballots }: CouncilThings): string {
  return id === 'takeBallotPaper' ? ballots.secret.id : ballots.open.id;
}

const pathsOf = (operation: Operation, { paths, ...rest }: CouncilThings): Record<string, string> => ({
  ...paths,
  ballotId: ballotOf(operation.id, { paths, ...rest }),
});

async function answerOf(operation: Operation, headers: object, path: Readonly<Record<string, string>>) {
  const answer = await service.app.inject(
    requestOf(operation.id as never, {
      path,
      headers: { ...headers, 'idempotency-key': newToken() },
      ...(operation.body && { body: Object.values(operation.body.examples)[0] }),
    }),
  );
  const { 'fulian-request-id': id, date: _, ...rest } = answer.headers;
  return { status: answer.statusCode, body: answer.body.replaceAll(String(id), 'request-id'), headers: rest };
}

describe('S6 a council that she is no member of', () => {
  it.each(pointed.flatMap((operation) => who.map((name) => [operation.id, name, operation] as const)))(
    '%s answers %s as for one that never was, and changes no row',
    async (_, name, operation) => {
      const { headers } = strangers.get(name)!;
      const before = await everyRow(service.admin);
      const known = await answerOf(operation, headers, pathsOf(operation, own));
      const unknown = await answerOf(operation, headers, neverCouncilPaths);
      expect(known.status, known.body).toBe(404);
      expect(known).toEqual(unknown);
      expect(await everyRow(service.admin)).toEqual(before);
    },
  );

  const inside = pointed.flatMap((operation) =>
    things
      .filter((name) => operation.path.includes(`{${name}}`))
      .map((name) => [operation.id, name, operation] as const),
  );

  it.each(inside)('%s does not find the %s of another council under her own', async (_, name, operation) => {
    const { headers } = own.member;
    const mine = pathsOf(operation, own);
    const before = await everyRow(service.admin);
    const known = await answerOf(operation, headers, { ...mine, [name]: pathsOf(operation, neighbour)[name]! });
    const unknown = await answerOf(operation, headers, { ...mine, [name]: neverCouncilPaths[name]! });
    expect(known.status, known.body).toBe(404);
    expect(known).toEqual(unknown);
    expect(await everyRow(service.admin)).toEqual(before);
  });

  it.each(ofMembers.map((one) => [one.id, one] as const))(
    '%s answers a wrong token, none, and one of who left alike',
    async (_, operation) => {
      const left = (await makeCouncil(service, 1, here)).members[0]!;
      await service.admin.query('update council_members set left_at = now() where id = $1', [left.id]);
      const before = await everyRow(service.admin);
      const path = pathsOf(operation, own);
      const answers = [];
      for (const headers of [{}, { 'fulian-member': newToken() }, { 'fulian-member': 'A'.repeat(43) }])
        answers.push(await answerOf(operation, headers, path));
      // In her own ballots who left is still somebody; here she is a stranger, and signing out is hers for ever.
      const isKept = /[bB]allot|Vote|closeMemberSession/.test(operation.id);
      if (!isKept) answers.push(await answerOf(operation, left.headers, path));
      expect(answers[0]!.status, answers[0]!.body).toBe(401);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await everyRow(service.admin)).toEqual(before);
    },
  );

  it('is there for its members, so that this proof can fail', async () => {
    // What takes something away comes last.
    const last = (one: Operation) => Number(one.method === 'DELETE');
    for (const operation of [...pointed].sort((a, b) => last(a) - last(b))) {
      const { status, body } = await answerOf(operation, own.member.headers, pathsOf(operation, own));
      expect([operation.id, [401, 403, 404].includes(status), body]).toEqual([operation.id, false, body]);
    }
  });
});

describe('S6 row-level security, with the checks of the application taken away', () => {
  it('gives a transaction that is pinned to one council, or to one ballot, nothing of another one of the same village', async () => {
    const seen = async (scope: 'council' | 'ballot', { council, ballots }: CouncilThings, of: CouncilThings) => {
      const found: string[] = [];
      for (const table of await tablesOf(service.admin)) {
        await service.admin.query('begin');
        await service.admin.query('set local role fulian_app');
        const settings = { scope, federation: here, council: council.council, ballot: ballots.secret.id };
        for (const [name, value] of Object.entries(settings))
          await service.admin.query('select set_config($1, $2, true)', [`fulian.${name}`, value]);
        const { rowCount } = await service.admin.query(
          `select 1 from ${table} t where strpos(t::text, $1) > 0 limit 1`,
          [of.council.council],
        );
        await service.admin.query('rollback');
        if (rowCount) found.push(table);
      }
      return found;
    };
    for (const scope of ['council', 'ballot'] as const) {
      expect(await seen(scope, own, neighbour)).toEqual([]);
      expect((await seen(scope, own, own)).length).toBeGreaterThan(5);
    }
  });
});

/**
 * S6 for staff: every operation of staff × every federation that does not reach a thing × every role answers as if the thing had
 * never been, and changes no row. The matrix is made from the contract: an operation or parameter that is new is in it, or fails
 * here because nobody said what it is.
 */
import { roles, type StaffOperation } from '../../packages/server/src/staff/roles.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, newToken, requestOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { deskBodyOf } from '../contract/council-things.js';
import { operations, type Operation } from '../contract/document.js';
import { everyRow } from './row-security.js';
import { makeStaffThings, pathOf, stepWith, type StaffThings } from './staff-things.js';

const here = '990101000000';
/** Another county, and a township below: neither reaches what the county has. */
const foreign = ['990102000000', '990101001000'] as const;
const everyRole = ['intake', 'worker', 'supervisor', 'administrator', 'auditor'] as const;
const ofStaff = operations.filter((one) => one.security?.flat().includes('staff'));
/** Those that are about oneself name nothing of anybody else's. */
const pointed = ofStaff.filter((one) => /\{\w+\}/.test(one.path));

let service: TestService;
let own: StaffThings;
const people = new Map<string, TestPerson>();

beforeAll(async () => {
  service = await createTestService({ config: { webhookAllow: ['127.0.0.1'] } });
  own = await makeStaffThings(service, here);
  for (const unit of foreign)
    for (const role of everyRole) people.set(`${unit} ${role}`, await signedIn(service, role, unit, `外 ${role}`));
});
afterAll(() => service.close());

async function answerOf(operation: Operation, who: TestPerson, things: StaffThings) {
  const example = deskBodyOf(operation.id, own.paths) ?? Object.values(operation.body?.examples ?? {})[0];
  const binary = operation.body?.type === 'application/octet-stream';
  const answer = await service.app.inject(
    requestOf(operation.id as never, {
      path: pathOf(operation, things),
      query: stepWith(operation),
      headers: { ...who.headers, 'if-match': '"1"', 'idempotency-key': newToken() },
      ...(operation.body && { body: binary ? Buffer.from('x') : example }),
    }),
  );
  const body = answer.body.replaceAll(String(answer.headers['fulian-request-id']), 'request-id');
  const { 'fulian-request-id': _, date: __, ...headers } = answer.headers;
  return { status: answer.statusCode, body, headers };
}

describe('S6 what belongs to a federation that does not reach it', () => {
  it('is known for every operation of staff', () => {
    expect(ofStaff.map((one) => one.id).sort()).toEqual(Object.keys(roles).sort());
    for (const operation of pointed) expect(() => pathOf(operation, own)).not.toThrow();
  });

  const rows = pointed.flatMap((operation) =>
    foreign.flatMap((unit) => everyRole.map((role) => [operation.id, role, unit, operation] as const)),
  );

  it.each(rows)('%s answers the %s of %s as for what never was', async (id, role, unit, operation) => {
    const who = people.get(`${unit} ${role}`)!;
    const before = await everyRow(service.admin);
    const known = await answerOf(operation, who, own);
    const unknown = await answerOf(operation, who, own.never);
    const may = roles[id as StaffOperation].includes(role);
    expect(known.status, known.body).toBe(may ? 404 : 403);
    expect(known).toEqual(unknown);
    expect(await everyRow(service.admin)).toEqual(before);
  });

  it('is there for those whose it is, so that this proof can fail', async () => {
    // What takes something away comes last.
    const last = (one: Operation) => Number(one.method === 'DELETE');
    for (const operation of [...pointed].sort((a, b) => last(a) - last(b))) {
      const role = roles[operation.id as StaffOperation].find((one) => one !== 'machine')!;
      const who = await signedIn(service, role, here);
      // Streams do not end.
      if (operation.id === 'watchCases') continue;
      const { status, body } = await answerOf(operation, who, own);
      expect([operation.id, status === 404 || status === 403, body]).toEqual([operation.id, false, body]);
    }
  });
});

/**
 * S6 with the application's checks taken away: whoever asks reaches everything, as far as the service's code goes. Row-level
 * security alone still answers nothing.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestService, newToken, requestOf, type TestService } from '../../packages/server/src/service-fixture.js';
import { roles, type StaffOperation } from '../../packages/server/src/staff/roles.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import { operations } from '../contract/document.js';
import { everyRow } from './row-security.js';
import { makeStaffThings, pathOf, stepWith, type StaffThings } from './staff-things.js';

// The mutation: every federation is within every other, and everybody sees every case.
vi.mock('../../packages/server/src/federations/tree.js', async (original) => ({
  ...(await original<object>()),
  isWithin: () => true,
}));
vi.mock('@fulian/contract/rules/case', async (original) => ({
  ...(await original<object>()),
  seesCase: () => true,
  reaches: () => true,
}));

const here = '990101000000';
const foreign = '990102000000';
/** Those that read or change what is there. Places are public but for what visitors said of them. */
const pointed = operations.filter(
  (one) =>
    one.security?.flat().includes('staff') &&
    /\{\w+\}/.test(one.path) &&
    // Streams do not end; and a request may be taken down, or told of, by anybody for any federation: nothing is read.
    !['watchCases', 'registerCase'].includes(one.id),
);

let service: TestService;
let own: StaffThings;
const people = new Map<string, TestPerson>();

beforeAll(async () => {
  service = await createTestService({ config: { webhookAllow: ['127.0.0.1'] } });
  own = await makeStaffThings(service, here);
  for (const operation of pointed) {
    const role = roles[operation.id as StaffOperation].find((one) => one !== 'machine') as TestPerson['role'];
    if (!people.has(role)) people.set(role, await signedIn(service, role, foreign, '外来的干部'));
  }
});
afterAll(() => service.close());

/** The audit log tells of the attempt, and whoever makes it may keep an answer, under a key of her own federation. */
const told = ['audit_entries', 'audit_heads', 'idempotency_keys', 'federation_keys'];

describe('S6 row-level security alone', () => {
  it.each(pointed.map((one) => [one.id, one] as const))(
    '%s gives nothing of another federation',
    async (id, operation) => {
      const role = roles[id as StaffOperation].find((one) => one !== 'machine')!;
      const before = await everyRow(service.admin);
      const answer = await service.app.inject(
        requestOf(operation.id as never, {
          path: pathOf(operation, own),
          query: stepWith(operation),
          headers: { ...people.get(role)!.headers, 'if-match': '"1"', 'idempotency-key': newToken() },
          ...(operation.body && {
            body:
              operation.body.type === 'application/octet-stream'
                ? Buffer.from('x')
                : Object.values(operation.body.examples)[0],
          }),
        }),
      );
      for (const secret of own.secrets) expect(answer.body).not.toContain(secret);
      if (answer.statusCode === 200 && answer.body.startsWith('{')) {
        const { items, total, all } = answer.json<{ items?: unknown[]; total?: number; all?: number }>();
        const isPublic = id.includes('ServicePoint');
        if (!isPublic) expect([items ?? [], total ?? 0, all ?? 0]).toEqual([[], 0, 0]);
      }
      const after = await everyRow(service.admin);
      for (const table of Object.keys(before))
        if (!told.includes(table)) expect([table, after[table]]).toEqual([table, before[table]]);
    },
  );

  it('gives the same to those whose it is, so that this proof can fail', async () => {
    const worker = await signedIn(service, 'worker', here);
    const list = await service.call('listCases', { path: { code: here }, headers: worker.headers });
    expect(list.json<{ total: number }>().total).toBeGreaterThan(0);
    const read = await service.call('getCase', { path: { caseId: own.paths.caseId! }, headers: worker.headers });
    for (const secret of ['这一句谁也不能看到', '不能说的名字']) expect(read.body).toContain(secret);
  });
});

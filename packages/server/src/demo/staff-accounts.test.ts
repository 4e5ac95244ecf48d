import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestService, type TestService } from '../service-fixture.js';
import { demoAccounts, demoStaffPassword, seedDemoStaff } from './staff-accounts.js';

let service: TestService;
let dataDir: string;
beforeAll(async () => {
  service = await createTestService();
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-demo-'));
});
afterAll(async () => {
  await service.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const signIn = async (account: string, password: string) =>
  (await service.call('signInStaff', { body: { account, password } })).statusCode;
const rows = async () => (await service.admin.query('select account, role from staff_accounts order by account')).rows;

it('the demo has every role at four levels, with one password in a file that nobody else reads', async () => {
  const password = demoStaffPassword({ dataDir });
  await seedDemoStaff(service, password);
  const file = join(dataDir, 'demo-staff-accounts');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const { account } of demoAccounts) expect(readFileSync(file, 'utf8')).toContain(account);
  expect(await rows()).toHaveLength(24);
  for (const account of ['demo-worker', 'demo-auditor.city', 'demo-supervisor.township', 'demo-intake.village'])
    expect(await signIn(account, password)).toBe(201);
});

it('the demo’s accounts stay as they are at the next start, and follow the file where it was lost', async () => {
  const before = demoStaffPassword({ dataDir });
  const entries = async () =>
    (
      await service.admin.query<{ all: number }>(
        `select count(*)::int as all from audit_entries where operation = 'demo'`,
      )
    ).rows[0]!.all;
  const written = await entries();
  await seedDemoStaff(service, before);
  expect(await entries()).toBe(written);
  rmSync(join(dataDir, 'demo-staff-accounts'));
  const after = demoStaffPassword({ dataDir });
  await seedDemoStaff(service, after);
  expect(await rows()).toHaveLength(24);
  expect([await signIn('demo-admin', before), await signIn('demo-admin', after)]).toEqual([401, 201]);
});

import type { components } from '@fulian/contract/types';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKeys } from '../keys/keyring.js';
import { county, createTestService, type TestService } from '../service-fixture.js';
import { staffAccountCommand } from './account-command.js';

type Session = components['schemas']['StaffSession'];

const master = Buffer.alloc(32, 7);
let service: TestService;
let dataDir: string;
beforeAll(async () => {
  service = await createTestService({ keys: deriveKeys(master), config: { staffSecondFactor: true } });
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-account-'));
});
afterAll(async () => {
  await service.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  staffAccountCommand(args, {
    DATABASE_URL: service.url,
    DATA_DIR: dataDir,
    FULIAN_MASTER_KEY: master.toString('base64url'),
  });
const signIn = (account: string, password: string) => service.call('signInStaff', { body: { account, password } });

describe('npm run staff-account', () => {
  it('makes the first administrator, who signs in with the password that it prints', async () => {
    const password = await run(county, 'first.admin', '示例主任', 'administrator');
    expect(password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
    expect((await signIn('first.admin', password)).json<Session>()).toMatchObject({
      member: { name: '示例主任', role: 'administrator', federation: { code: county } },
      secondFactorMissing: true,
    });
  });

  it('gives an account a new password, ends its sessions and drops its codes; the log tells', async () => {
    const before = await run(county, 'lost.device', '示例干部', 'worker');
    const { token } = (await signIn('lost.device', before)).json<Session>();
    await service.admin.query(
      `update staff_accounts set totp = 'x', totp_confirmed = true, disabled = true where account = 'lost.device'`,
    );
    const after = await run('lost.device', '--reset');
    expect((await service.call('getStaffSession', { headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(
      401,
    );
    expect((await signIn('lost.device', before)).statusCode).toBe(401);
    expect((await signIn('lost.device', after)).statusCode).toBe(201);
    const { rows } = await service.admin.query(
      `select count(*)::int as entries from audit_entries e join staff_accounts a on a.id = e.account_id
       where a.account = 'lost.device' and e.operation = 'staff-account' and e.actor_kind = 'service'`,
    );
    expect(rows).toEqual([{ entries: 2 }]);
  });

  it('says what is wrong in one line', async () => {
    await run(county, 'taken', '示例干部', 'worker');
    await expect(run(county, 'taken', '示例干部', 'worker')).rejects.toThrow(
      'The account taken or the subject is taken.',
    );
    await expect(run('123456789012', 'somebody', '示例干部', 'worker')).rejects.toThrow('There is no federation');
    await expect(run('nobody', '--reset')).rejects.toThrow('There is no account nobody.');
    await expect(run(county, 'elsewhere', '示例干部', 'worker', '--subject', 'x')).rejects.toThrow('OIDC_ISSUER');
  });

  it.each([
    [[]],
    [[county]],
    [['990101', 'short', 'x', 'worker']],
    [[county, 'UPPER', 'x', 'worker']],
    [[county, 'name', 'x', 'boss']],
    [[county, 'name', ' ', 'worker']],
    [[county, 'name', 'x', 'worker', 'more']],
    [[county, 'name', 'x', 'worker', '--reset']],
    [['--reset']],
  ])('says how it is used for %j', async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run staff-account');
  });

  it('is refused with another master key, before anything is written', async () => {
    await run(county, 'claims.it', '示例干部', 'worker');
    const other = {
      DATABASE_URL: service.url,
      DATA_DIR: dataDir,
      FULIAN_MASTER_KEY: Buffer.alloc(32, 8).toString('base64url'),
    };
    await expect(staffAccountCommand([county, 'other', '示例干部', 'worker'], other)).rejects.toThrow('master key');
  });
});

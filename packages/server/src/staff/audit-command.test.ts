import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveKeys } from '../keys/keyring.js';
import { county, createTestService, type TestService } from '../service-fixture.js';
import { verifyAuditCommand } from './audit-command.js';
import { AuditLog } from './audit.js';

const master = Buffer.alloc(32, 7);
const other = '990102000000';
let service: TestService;
let dataDir: string;
let log: AuditLog;
beforeEach(async () => {
  service = await createTestService({ keys: deriveKeys(master) });
  log = new AuditLog(service.database, service.keys.audit, service.clock);
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-audit-'));
});
afterEach(async () => {
  await service.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  verifyAuditCommand(args, {
    DATABASE_URL: service.url,
    DATA_DIR: dataDir,
    FULIAN_MASTER_KEY: master.toString('base64url'),
  });
const add = (federation: string, times: number) =>
  log.add(
    federation,
    ...Array.from({ length: times }, () => ({ actor: { kind: 'service' }, operation: 'getCase' }) as const),
  );
const headOf = async (federation: string) => {
  const { rows } = await service.admin.query<{ head: string }>(
    `select seq || ':' || encode(hash, 'hex') as head from audit_heads where federation = $1`,
    [federation],
  );
  return rows[0]!.head;
};
const cut = async (federation: string) => {
  await service.admin.query('set session_replication_role = replica');
  await service.admin.query('delete from audit_entries where federation = $1 and seq = 2', [federation]);
  await service.admin.query('set session_replication_role = origin');
};

describe('npm run verify-audit', () => {
  it('S7 prints where each log ends, while the service runs', async () => {
    expect(await run()).toEqual({ lines: ['0 entries of 0 federations are as they were written'], intact: true });
    await add(county, 3);
    await add(other, 1);
    const hash = (await headOf(county)).slice(2);
    const { lines, intact } = await run();
    expect(intact).toBe(true);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`${county}  3 entries, head ${hash}`);
    expect(lines[2]).toBe('4 entries of 2 federations are as they were written');
    expect((await run(other)).lines).toHaveLength(2);
    expect((await run('990000000000')).lines).toEqual(['990000000000  no entries']);
  });

  it('S7 names the first entry that is broken, and does not remember that log as sound', async () => {
    await add(county, 3);
    await run();
    await add(other, 3);
    await cut(county);
    const { lines, intact } = await run();
    expect(intact).toBe(false);
    expect(lines[0]).toBe(`${county}  BROKEN: entry 2 is missing`);
    expect(lines[2]).toBe('1 of 2 logs are not as they were written');
    const kept = JSON.parse(readFileSync(join(dataDir, 'audit-heads.json'), 'utf8'));
    expect(kept.map((one: { federation: string; seq: number }) => [one.federation, one.seq])).toEqual([
      [county, 3],
      [other, 3],
    ]);
    expect(statSync(join(dataDir, 'audit-heads.json')).mode & 0o777).toBe(0o600);
  });

  it('S7 finds a log that is gone whole, unless it is told to begin anew', async () => {
    await add(county, 2);
    await run();
    await service.admin.query('set session_replication_role = replica');
    await service.admin.query('delete from audit_entries');
    await service.admin.query('delete from audit_heads');
    expect(await run()).toMatchObject({
      intact: false,
      lines: [expect.stringContaining('entry 1'), expect.anything()],
    });
    expect((await run('--forget')).intact).toBe(true);
    expect((await run()).intact).toBe(true);
  });

  it('S7 compares with a head that was printed', async () => {
    await add(county, 2);
    const printed = await headOf(county);
    await add(county, 2);
    expect((await run(county, '--head', printed)).intact).toBe(true);
    expect((await run(county, '--head', `2:${'0'.repeat(64)}`)).intact).toBe(false);
    expect((await run(county, '--head', `9${printed.slice(1)}`)).intact).toBe(false);
  });

  it.each([
    [['990101']],
    [[county, 'more']],
    [['--head', `1:${'0'.repeat(64)}`]],
    [[county, '--head', 'x']],
    [['--all']],
  ])('says how it is used for %j', async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run verify-audit');
  });

  it('says what to do where it cannot read what it remembered', async () => {
    writeFileSync(join(dataDir, 'audit-heads.json'), '{');
    await expect(run()).rejects.toThrow('--forget');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKeys } from '../keys/keyring.js';
import { county, createTestService, type TestService } from '../service-fixture.js';
import { staffTokenCommand } from './command.js';

const master = Buffer.alloc(32, 7);
let service: TestService;
let dataDir: string;
beforeAll(async () => {
  service = await createTestService({ keys: deriveKeys(master) });
  service.clock.time = Date.now();
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-token-'));
});
afterAll(async () => {
  await service.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  staffTokenCommand(args, {
    DATABASE_URL: service.url,
    DATA_DIR: dataDir,
    FULIAN_MASTER_KEY: master.toString('base64url'),
  });
const exports = async (token: string) =>
  (
    await service.call('exportServicePoints', {
      query: { format: 'csv' },
      headers: { authorization: `Bearer ${token}` },
    })
  ).statusCode;

describe('npm run staff-token', () => {
  it('makes a token that works for as many days as it was given', async () => {
    const token = await run(county, 'office', '--days', '2');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await exports(token)).toBe(200);
    service.clock.time += 2 * 86_400_000 + 60_000;
    expect(await exports(token)).toBe(401);
    service.clock.time = Date.now();
  });

  it('revokes what was made under a label', async () => {
    const token = await run(county, 'lost phone');
    expect(await run(county, 'lost phone', '--revoke')).toBe('1 revoked');
    service.clock.time = Date.now() + 1_000;
    expect(await exports(token)).toBe(401);
  });

  it('keeps the token nowhere', async () => {
    const token = await run(county, 'kept nowhere');
    const { rows } = await service.admin.query<{ dump: string }>(
      `select string_agg(to_jsonb(t)::text, '') dump from staff_tokens t`,
    );
    expect(rows[0]!.dump).not.toContain(token);
    expect(rows[0]!.dump).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it.each([
    [[]],
    [['990101', 'short code']],
    [[county]],
    [[county, 'x', 'more']],
    [[county, 'x', '--days', '0']],
    [[county, 'x', '--days', 'many']],
    [[county, 'x', '--forever']],
  ])('says how it is used for %j', async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run staff-token');
  });

  it('knows no federation that is not there', async () => {
    await expect(run('123456789012', 'x')).rejects.toThrow('There is no federation');
  });
});

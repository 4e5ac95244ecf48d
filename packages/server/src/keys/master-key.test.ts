import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestService } from '../service-fixture.js';
import { claimDatabase } from './claim-database.js';
import { deriveKeys } from './keyring.js';
import { readMasterKey } from './master-key.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fulian-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'keys', 'master.key');
const read = (given?: string) => readMasterKey({ given, folder: join(folder, 'keys') });

describe('the master key', () => {
  it('is made at the first start, for the owner only, and is the same afterwards', () => {
    const key = read();
    expect(key).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(read().equals(key)).toBe(true);
  });

  it('is taken from the environment first, in base64 or hex, and writes no file', () => {
    const key = Buffer.alloc(32, 0xfb);
    for (const text of [
      key.toString('hex'),
      key.toString('base64'),
      key.toString('base64url'),
      ` ${key.toString('hex')}\n`,
    ])
      expect(read(text).equals(key)).toBe(true);
    expect(() => readFileSync(file())).toThrow('ENOENT');
  });

  it.each(['', 'short', 'x'.repeat(44), 'g'.repeat(64), Buffer.alloc(31).toString('base64')])(
    'is refused as %s',
    (text) => {
      expect(() => read(text)).toThrow('FULIAN_MASTER_KEY is not a key');
    },
  );

  it('is refused from a file that others may read, or that is damaged', () => {
    read();
    chmodSync(file(), 0o644);
    expect(() => read()).toThrow('can be read by others');
    chmodSync(file(), 0o600);
    writeFileSync(file(), 'damaged');
    expect(() => read()).toThrow('is not a key');
  });

  it('is refused where the database belongs to another one', async () => {
    const service = await createTestService();
    await claimDatabase(service.database, service.keys);
    await claimDatabase(service.database, service.keys);
    await expect(claimDatabase(service.database, deriveKeys(Buffer.alloc(32)))).rejects.toThrow(
      'is not the one of this database',
    );
    await service.close();
  });
});

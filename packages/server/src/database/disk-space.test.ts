import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { watchDiskSpace } from './disk-space.js';

describe('watchDiskSpace', () => {
  it('lets writes through while the reserve is free', async () => {
    await expect(watchDiskSpace(tmpdir(), 1).assertFree()).resolves.toBeUndefined();
  });

  it('refuses as a full disk does when the reserve is not free', async () => {
    const full = watchDiskSpace(tmpdir(), Number.MAX_SAFE_INTEGER);
    await expect(full.assertFree()).rejects.toMatchObject({ name: 'DatabaseUnavailable', sqlState: '53100' });
  });

  it('leaves the answer to the database where the disk cannot be asked', async () => {
    await expect(watchDiskSpace('/no/such/folder', 1).assertFree()).resolves.toBeUndefined();
  });
});

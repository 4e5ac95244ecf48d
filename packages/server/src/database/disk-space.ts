import { statfs } from 'node:fs/promises';
import { DatabaseUnavailable } from './failure.js';

/**
 * Bytes that stay free on the disk of the embedded database: four segments of its write-ahead log. A PostgreSQL that
 * cannot write a table refuses the statement and lives on; one that cannot write its log dies, and reads die with it.
 */
export const reservedBytes = 64 * 1_048_576;

/** How long a look at the disk counts, in milliseconds. */
const looksAgainMs = 200;

/** Whether there is room to write. */
export interface DiskSpace {
  /** Rejects with `DatabaseUnavailable` (53100, disk full) while less than the reserve is free. */
  assertFree(): Promise<void>;
}

/** Watches the disk that `folder` lies on. */
export function watchDiskSpace(folder: string, reserve = reservedBytes): DiskSpace {
  let lookedAt = -Infinity;
  let free: Promise<number> | undefined;
  return {
    async assertFree() {
      if (!free || performance.now() - lookedAt > looksAgainMs) {
        lookedAt = performance.now();
        free = statfs(folder).then(({ bavail, bsize }) => bavail * bsize);
      }
      // A disk that cannot be asked is no reason to refuse: the database finds out by itself.
      const bytes = await free.catch(() => Infinity);
      if (bytes < reserve) throw new DatabaseUnavailable('53100');
    },
  };
}

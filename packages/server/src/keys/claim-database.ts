import { timingSafeEqual } from 'node:crypto';
import type { Database } from '../database/database.js';
import { StartError } from '../start-error.js';
import { macOf, type Keyring } from './keyring.js';

/**
 * Ties a database to its master key when it is first used, and throws `StartError` where it belongs to another one:
 * otherwise a lost key file would be noticed only when a case cannot be read any more.
 */
export async function claimDatabase(database: Database, keys: Keyring): Promise<void> {
  const value = macOf(keys.check, 'master key');
  await database.kysely
    .insertInto('service_state')
    .values({ name: 'master-key', value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await database.kysely
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', 'master-key')
    .executeTakeFirstOrThrow();
  if (!timingSafeEqual(stored.value, value))
    throw new StartError(
      'key-mismatch',
      'The master key is not the one of this database: restore the key file or FULIAN_MASTER_KEY.',
    );
}

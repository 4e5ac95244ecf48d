import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from './database.js';

describe('createTestDatabase', () => {
  it('gives databases that do not see each other', async () => {
    const warm = await createTestDatabase();
    const other = await createTestDatabase();
    const one = new Client({ connectionString: warm.url });
    const two = new Client({ connectionString: other.url });
    await one.connect();
    await two.connect();
    await one.query('create table mine (id int)');
    expect((await one.query(`select to_regclass('help_requests') as found`)).rows).toEqual([
      { found: 'help_requests' },
    ]);
    expect((await two.query(`select to_regclass('mine') as found`)).rows).toEqual([{ found: null }]);
    await one.end();
    await two.end();
    await warm.drop();
    await other.drop();
  });
});

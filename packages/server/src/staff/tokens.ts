import { Client } from 'pg';
import { StartError } from '../start-error.js';
import { newStaffToken, staffTokenMac } from './staff.js';

/** A token to be made. */
export interface TokenOrder {
  /** Of the role that owns the tables; the service's own may not write tokens. */
  readonly ownerUrl: string;
  /** Of the keyring's purpose `staff`. */
  readonly macKey: Uint8Array;
  readonly federation: string;
  /** For whom or for what, so that it can be found to be revoked. */
  readonly label: string;
  readonly now: Date;
  readonly days: number;
}

/** Makes a token and answers it; it is nowhere else in plain. Throws `StartError` where there is no such federation. */
export async function makeStaffToken(order: TokenOrder): Promise<string> {
  const { ownerUrl, macKey, federation, label, now, days } = order;
  const token = newStaffToken();
  await asSetup(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from federations where code = $1', [federation]);
    if (rowCount === 0) throw new StartError('federation-unknown', `There is no federation ${federation}.`);
    await client.query(
      `insert into staff_tokens (mac, federation, label, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
      [staffTokenMac(macKey, token), federation, label, now, new Date(now.getTime() + days * 86_400_000)],
    );
  });
  return token;
}

/** Revokes every token of a federation with this label; answers how many that were. */
export async function revokeStaffTokens(
  ownerUrl: string,
  federation: string,
  label: string,
  now: Date,
): Promise<number> {
  let revoked = 0;
  await asSetup(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      'update staff_tokens set revoked_at = $3 where federation = $1 and label = $2 and revoked_at is null',
      [federation, label, now],
    );
    revoked = rowCount ?? 0;
  });
  return revoked;
}

async function asSetup(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('fulian.scope', 'setup', true)`);
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

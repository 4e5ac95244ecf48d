import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { buildApp, type AppParts } from '../app.js';
import { seedDemoCases } from './cases.js';
import { seedDemoBallots } from './council-ballots.js';
import { seedDemoCouncils } from './councils.js';
import { demoReceipt, demoRequest } from './receipt.js';
import { seedDemoPoints } from './seed-points.js';
import { demoPoints } from './service-points.js';
import { seedDemoStaff } from './staff-accounts.js';
import { demoCounty, demoTree } from './tree.js';

/** What one county of the demo sets for itself: no category for cancer aid, and its own word for mediation matters. */
const demoSettings = {
  federation: '990103000000',
  value: {
    categoryChanges: {
      'health-aid': { off: true },
      'family-dispute': { label: { 'zh-CN': '家事调解', en: 'Family mediation' } },
    },
  },
};

/** What seeding needs. */
export interface DemoOptions {
  /** Of the role that owns the tables; the service's own may not write the tree. */
  readonly ownerUrl: string;
  /** What the service is built of. */
  readonly parts: AppParts;
  /** Of the demo's accounts; absent makes none, and neither cases nor ballots. */
  readonly staffPassword?: string;
}

/**
 * Fills a database with the demo tree, its service points, one request for help, accounts, a year's cases and six councils. Skips what is there, so it may
 * run at every start and by many at once. Takes some seconds the first time.
 */
export async function seedDemo({ ownerUrl, parts, staffPassword }: DemoOptions): Promise<void> {
  await seedTree(ownerUrl);
  if (staffPassword !== undefined) await seedDemoStaff(parts, staffPassword);
  await seedDemoPoints(parts, demoPoints());
  await seedRequest(parts);
  if (staffPassword !== undefined) await seedDemoCases(parts, ownerUrl);
  await seedDemoCouncils(parts);
  if (staffPassword !== undefined) await seedDemoBallots(parts);
}

async function seedTree(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from federations where code = $1', [demoCounty]);
    if (rowCount !== 0) return;
    const tree = demoTree();
    const columns = [tree.map((one) => one.code), tree.map((one) => one.name), tree.map((one) => one.phone)];
    await client.query('begin');
    await client.query(`select set_config('fulian.scope', 'setup', true)`);
    await client.query(
      `insert into federations (code, name, phone) select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict do nothing`,
      columns,
    );
    await client.query(
      `insert into federation_settings (federation, name, value) values ($1, 'help-form', $2) on conflict do nothing`,
      [demoSettings.federation, JSON.stringify(demoSettings.value)],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Submits the request by the service itself, so that it is checked, sealed and stored as any other. */
async function seedRequest(parts: AppParts): Promise<void> {
  const { number, secret } = demoReceipt;
  const app = await buildApp({
    ...parts,
    drawNumber: () => number,
    logStream: { write: () => undefined },
    folders: undefined,
  });
  try {
    const receipt = { 'Fulian-Receipt': `${number}.${secret}` };
    const found = await app.inject({ method: 'GET', url: '/v1/own-help-request', headers: receipt });
    if (found.statusCode === 200) return;
    const stored = await app.inject({
      method: 'POST',
      url: `/v1/federations/${demoCounty}/help-requests`,
      headers: { 'Idempotency-Key': randomBytes(16).toString('base64url') },
      payload: demoRequest,
    });
    if (stored.statusCode !== 201) throw new Error(`The demo request was refused (${stored.statusCode})`);
  } finally {
    await app.close();
  }
}

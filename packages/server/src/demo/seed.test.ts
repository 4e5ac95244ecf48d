import { ServicePointDraft } from '@fulian/contract/schemas';
import { chainOf } from '../federations/tree.js';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppParts } from '../app.js';
import { readConfig } from '../config.js';
import { openDatabase, type Database } from '../database/database.js';
import { deriveKeys } from '../keys/keyring.js';
import { faultsOf } from '../service-points/draft.js';
import { createTestService } from '../service-fixture.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { demoReceipt } from './receipt.js';
import { seedDemo } from './seed.js';
import { demoPoints, manyPoints } from './service-points.js';
import { demoTree } from './tree.js';

describe('the demo tree', () => {
  const tree = demoTree();
  const names = new Map(tree.map(({ code, name }) => [code, name]));
  const below = (prefix: string, pattern: RegExp) =>
    tree.filter(({ code }) => code.startsWith(prefix) && pattern.test(code));

  it('has the size of a prefecture city: five counties of ten townships and 270 villages', () => {
    expect(tree).toHaveLength(2 + 5 * (1 + 10 + 270));
    for (const county of ['990101', '990102', '990103', '990104', '990105']) {
      expect(below(county, /(?<!000)000$/)).toHaveLength(10);
      expect(below(county, /(?<!000)$/)).toHaveLength(270);
    }
  });

  it('is the same each time, and another one for another seed', () => {
    expect(demoTree()).toEqual(tree);
    expect(demoTree(1)).not.toEqual(tree);
  });

  it('has the places of the contract’s examples', () => {
    const expected = {
      '990000000000': '云岭省',
      '990100000000': '云溪市',
      '990101000000': '清溪县',
      '990101001000': '柳桥镇',
      '990101002000': '东湖街道',
      '990101003000': '桃源镇',
      '990101001001': '荷塘村',
      '990101001002': '新桥社区',
    };
    for (const [code, name] of Object.entries(expected)) expect(names.get(code)).toBe(name);
    expect(tree.find(({ code }) => code === '990101000000')?.phone).toBe('0990-1212338');
  });

  it('gives every place a parent, a code of its own, and a name that its county has once', () => {
    expect(names.size).toBe(tree.length);
    for (const { code } of tree) for (const one of chainOf(code)) expect(names.has(one), one).toBe(true);
    for (const county of ['990101', '990102', '990103', '990104', '990105']) {
      const own = below(county, /./).map(({ name }) => name);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  it('ends names by their level, and gives out telephone numbers that nobody can have', () => {
    for (const { code, name, phone } of tree.slice(2)) {
      if (code.endsWith('000000')) expect(name).toMatch(/[县区]$/);
      else if (code.endsWith('000')) expect(name).toMatch(/^.{2}(镇|街道)$/);
      else expect(name).toMatch(/^.{2}(村|社区)$/);
      expect(phone).toMatch(/^0990-1\d{6}$/);
    }
    expect(new Set(tree.map(({ phone }) => phone)).size).toBe(tree.length);
  });
});

describe('the demo’s service points', () => {
  const points = demoPoints();

  it('are as many as the reports count, the same each time, and fit the rules', () => {
    const counts: Record<string, number> = {};
    for (const { draft, federation } of points) {
      counts[draft.category] = (counts[draft.category] ?? 0) + 1;
      expect(ServicePointDraft.safeParse(draft).success).toBe(true);
      expect(faultsOf(draft, federation)).toEqual([]);
    }
    expect(counts).toMatchObject({ 'nursing-room': 316, 'womens-home': 100, mediation: 80, shelter: 2 });
    expect(demoPoints()).toEqual(points);
    expect(new Set(points.map((one) => one.id)).size).toBe(points.length);
  });

  it('grow to any number for measuring', () => {
    const many = manyPoints(10_000);
    expect(new Set(many.map((one) => one.id)).size).toBe(10_000);
    expect(many.every(({ draft, federation }) => faultsOf(draft, federation).length === 0)).toBe(true);
  });
});

describe('seedDemo', () => {
  let made: TestDatabase;
  let database: Database;
  let parts: AppParts;
  let admin: Client;
  beforeAll(async () => {
    made = await createTestDatabase();
    database = openDatabase(made.url);
    admin = new Client({ connectionString: made.adminUrl });
    await admin.connect();
    const clock = { now: () => new Date('2026-11-20T03:15:00Z') };
    parts = { database, keys: deriveKeys(randomBytes(32)), clock, config: readConfig({}) };
  });
  afterAll(async () => {
    await admin.end();
    await database.close();
    await made.drop();
  });
  const count = async (table: string) =>
    (await admin.query<{ n: number }>(`select count(*)::int n from ${table}`)).rows[0]!.n;

  it('fills the tree and stores one request, and does nothing when it runs again', async () => {
    await seedDemo({ ownerUrl: made.adminUrl, parts });
    await seedDemo({ ownerUrl: made.adminUrl, parts });
    expect(await count('federations')).toBe(1_407);
    expect(await count('help_requests')).toBe(1);
    expect(await count('federation_settings')).toBe(1);
    expect(await count('service_points')).toBe(525);
    expect(await count('confidential_places')).toBe(2);
  });

  it('S8 stores its request sealed as any other', async () => {
    const { rows } = await admin.query<{ narrative: Buffer }>('select narrative from help_requests');
    expect(rows[0]!.narrative.toString('utf8')).not.toContain('承包地');
  });
});

it('the demo receipt opens the demo request', async () => {
  const service = await createTestService();
  try {
    await service.admin.query('delete from federations');
    const { database, keys, clock } = service;
    await seedDemo({ ownerUrl: service.url, parts: { database, keys, clock, config: readConfig({}) } });
    const headers = { 'Fulian-Receipt': `${demoReceipt.number}.${demoReceipt.secret}` };
    const answer = await service.call('readOwnHelpRequest', { headers });
    expect(answer.json()).toMatchObject({ number: demoReceipt.number, state: 'submitted', category: 'land-rights' });
    const changed = await service.call('getHelpForm', { path: { code: '990103000000' } });
    expect(changed.json<{ categories: { code: string }[] }>().categories.map(({ code }) => code)).not.toContain(
      'health-aid',
    );
  } finally {
    await service.close();
  }
});

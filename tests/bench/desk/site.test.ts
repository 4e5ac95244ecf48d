import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Bench } from '../area.js';
import { siteOf } from './site.js';

const benchWith = (peers: Bench['peers']) => ({ peers }) as Bench;

it('a list without a framework is a page and one script', async () => {
  const { files, bytes } = await siteOf('limit', benchWith(new Map()));
  expect([...files.keys()].sort()).toEqual(['/limit/', '/limit/app.js']);
  expect(files.get('/limit/')).toContain('src="/limit/app.js"');
  expect(bytes).toBeGreaterThan(500);
  expect(bytes).toBeLessThan(3_000);
});

it('our list is made from its source', async () => {
  const { bytes } = await siteOf('fulian-list', benchWith(new Map()));
  expect(bytes).toBeGreaterThan(3_000);
  expect(bytes).toBeLessThan(12_000);
});

it('a peer takes its packages from its own folder, even where the project has one of the same name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fulian-peer-'));
  try {
    for (const [name, text] of [
      ['lit', "export const html = () => 'of the peer'; export const render = () => undefined;"],
      ['@lit-labs/virtualizer', ''],
    ] as const) {
      const home = join(folder, 'node_modules', name);
      await mkdir(home, { recursive: true });
      await writeFile(join(home, 'package.json'), JSON.stringify({ name, type: 'module', main: 'index.js' }));
      await writeFile(join(home, 'index.js'), text);
    }
    const { files } = await siteOf('lit', benchWith(new Map([['lit', { folder }]])));
    expect(Buffer.from(files.get('/lit/app.js')!).toString()).toContain('of the peer');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('says what is missing where a peer was not installed', async () => {
  await expect(siteOf('react', benchWith(new Map([['react', { failure: 'no registry' }]])))).rejects.toThrow(
    'no registry',
  );
});

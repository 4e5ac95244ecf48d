import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeEach, expect, test, vi } from 'vitest';

let isOffline = true;
vi.mock('./submission-schema.js', async (original) => {
  if (isOffline) throw new TypeError('Failed to fetch dynamically imported module');
  return original();
});

beforeEach(() => vi.resetModules());

test('where the file of the schemas cannot be loaded nobody hears of it, and the next call tries again', async () => {
  const { loadSchema, schemaIfLoaded } = await import('./schema.js');
  await loadSchema();
  expect(schemaIfLoaded()).toBeUndefined();
  isOffline = false;
  vi.resetModules();
  vi.doUnmock('./submission-schema.js');
  await loadSchema();
  expect(schemaIfLoaded()).toBeDefined();
});

test('the schemas are made and used without `new Function`, which a strict page reports', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('submission-schema.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'bundle',
    conditions: ['fulian-source'],
    write: false,
  });
  const watch = `
    let tries = 0;
    globalThis.Function = new Proxy(Function, { construct: (...all) => (tries++, Reflect.construct(...all)) });`;
  const use = 'const { success } = bundle.submissionSchema.safeParse({}); ({ success, tries })';
  expect(runInNewContext(`${watch}${outputFiles[0]!.text}${use}`, { URL })).toEqual({ success: false, tries: 0 });
});

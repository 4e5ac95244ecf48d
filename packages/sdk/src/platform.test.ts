import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const room = fileURLToPath(new URL('..', import.meta.url));
const root = join(room, '../..');
const sources = readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(room, 'src', name), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '') }));

async function bundle(entry: string, ...conditions: string[]) {
  const { outputFiles } = await build({
    entryPoints: [join(room, 'src', entry)],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2019',
    conditions: ['fulian-source', ...conditions],
    outdir: 'out',
    write: false,
  });
  return outputFiles.map(({ text }) => text);
}

test('the SDK type-checks without the DOM and without Node', () => {
  const config = JSON.parse(readFileSync(join(room, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: Record<string, string[]>;
  };
  expect(config.compilerOptions.types).toEqual([]);
  expect(config.compilerOptions.lib!.filter((lib) => /dom|worker/i.test(lib))).toEqual([]);
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(room, 'tsconfig.json'), '--noEmit', '--composite', 'false'], {
    cwd: root,
  });
}, 60_000);

test('S2 no source names the DOM, a storage or what old browsers do not know', () => {
  const words = [
    'document|window|navigator|location|history|localStorage|sessionStorage|indexedDB|caches|cookieStore',
    'structuredClone|randomUUID|replaceAll|Array\\.from|Object\\.hasOwn|AbortSignal\\.(?:any|timeout)|Promise\\.any|console',
  ];
  const named = new RegExp(`(?<![\\w.'-])(?:${words.join('|')})(?![\\w'-])`);
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter(({ text }) => named.test(text)).map(({ name }) => name)).toEqual([]);
  expect(named.test('localStorage.setItem("x", 1)')).toBe(true);
});

test('the core is at most 4 kB, without a schema in production and with them in development', async () => {
  const [core] = await bundle('index.ts', 'production');
  expect(gzipSync(core!).length).toBeLessThanOrEqual(4096);
  expect(core).not.toContain('safeParse');
  expect(core).not.toContain('createServicePoint');
  const [development] = await bundle('index.ts', 'development');
  expect(development).toContain('safeParse');
});

test('the help form’s first questions come without the rules, and all of it without zod', async () => {
  const files = await bundle('stores/help-form/index.ts', 'production');
  const withRules = files.filter((text) => text.includes('consent-outdated'));
  expect(withRules).toHaveLength(1);
  expect(files.filter((text) => /ZodMini|safeParse/.test(text))).toEqual([]);
  expect(files[0]).not.toContain('consent-outdated');
  expect(gzipSync(files[0]!).length).toBeLessThanOrEqual(2048);
});

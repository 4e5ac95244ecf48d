/** What there is to be loaded of each way to embed, without a browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Bench } from '../area.js';
import { modulesOf } from '../map/site.js';
import { folderOf } from '../peers.js';
import { messageOf } from '../rounds.js';
import type { Row } from '../rows.js';

const elements = join(import.meta.dirname, '../../../packages/elements/dist');
/** What a page for the public may have on it; the tile layer is the site's. */
export const publicSet = ['quick-exit', 'client', 'help-form', 'service-map', 'case-tracker', 'council', 'ballot'];

/** kB, 1,000 bytes. */
interface Size {
  readonly gzip: number;
  readonly brotli: number;
}

/** Each file by itself, as it goes over the wire. */
function sizeOf(files: readonly (string | Uint8Array)[]): Size {
  const sum = (bytes: (file: string | Uint8Array) => number) =>
    files.reduce((all, file) => all + bytes(file), 0) / 1_000;
  return {
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}

/** A built file of ours. Throws where there is none. */
export function built(path: string): string {
  return readFileSync(join(elements, path), 'utf8');
}

/** All scripts that were built for pages, by their path. */
export function builtScripts(): ReadonlyMap<string, string> {
  const names = readdirSync(elements, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !/^(?:hosted|types)\b/.test(name),
  );
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), built(name)]));
}

/** Our sizes with their goals, and those loaders of others that a package has. */
export async function sizeRows(bench: Bench): Promise<Row[]> {
  const loader = 'loader alone';
  const set = 'quick exit, form, map, tracker and council, in Chinese';
  const withBallot = 'the same with a ballot, in Chinese';
  const ballotScript = () => {
    const names = [...builtScripts().keys()].filter((name) => name.startsWith('fl.iife.ballot-'));
    if (names.length !== 1) throw new Error(`one script of a ballot, not ${names.length}: run \`npm run build\``);
    return built(names[0]!);
  };
  const rows = (
    await Promise.all([
      rowsFor(loader, 'Fulian Kit (fl.js)', () => [built('fl.js')], 3),
      rowsFor(loader, 'Web Awesome', () => [
        bundled(bench, 'webawesome', './node_modules/@awesome.me/webawesome/dist-cdn/webawesome.loader.js'),
      ]),
      // Their frames come from their makers' machines and are in no package.
      rowsFor(loader, 'Stripe (without its frame)', () => [bundled(bench, 'stripe', '@stripe/stripe-js')]),
      rowsFor(loader, 'Typeform (without its frame)', () => [bundled(bench, 'typeform', '@typeform/embed')]),
      rowsFor(set, 'Fulian Kit (modules)', () => modules('without'), 110),
      rowsFor(set, 'Fulian Kit (fl.iife.js)', () => [built('fl.iife.js')], 110),
      rowsFor(withBallot, 'Fulian Kit (modules)', () => modules('with')),
      rowsFor(withBallot, 'Fulian Kit (fl.iife.js)', () => [built('fl.iife.js'), ballotScript()]),
    ])
  ).flat();
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  return metrics.flatMap((metric) => rows.filter((row) => row.metric === metric));
}

/** The modules for the public, without or with a ballot and what it alone brings. */
function modules(ballot: 'with' | 'without'): string[] {
  const entry = 'ballot.js';
  const entries = publicSet.map((name) => `${name}.js`);
  if (ballot === 'with') return modulesOf(entries, built).map(built);
  const others = entries.filter((name) => name !== entry);
  return modulesOf(others, (path) => (path === entry ? '' : built(path)))
    .filter((path) => path !== entry)
    .map(built);
}

async function rowsFor(
  what: string,
  subject: string,
  files: () => readonly (string | Promise<string>)[],
  most?: number,
): Promise<Row[]> {
  const none = { median: null, min: null, max: null, ratio: null, noise: null };
  const row = (kind: keyof Size): Row => ({
    ...none,
    metric: `${what}, ${kind}`,
    subject,
    unit: 'kB',
    ...(most !== undefined && kind === 'gzip' && { goal: `≤ ${most}`, holds: false }),
  });
  try {
    const size = sizeOf(await Promise.all(files().map(async (file) => file)));
    return (['gzip', 'brotli'] as const).map((kind) => {
      const figure = size[kind];
      return {
        ...row(kind),
        median: figure,
        min: figure,
        max: figure,
        ...(most !== undefined && kind === 'gzip' && { holds: figure <= most }),
      };
    });
  } catch (error) {
    return (['gzip', 'brotli'] as const).map((kind) => ({ ...row(kind), note: messageOf(error) }));
  }
}

/** A package's entry with what it imports at once; what it imports later is not counted. */
async function bundled(bench: Bench, peer: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry}';`, resolveDir: folderOf(bench.peers, peer) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    splitting: true,
    outdir: '/',
    entryNames: 'entry',
    logLevel: 'silent',
  });
  return outputFiles.find(({ path }) => path.endsWith('entry.js'))!.text;
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { folderOf } from '../peers.js';
import type { Bench } from '../area.js';

const root = join(import.meta.dirname, '../../..');
const elements = 'packages/elements/dist';
const subjects = join(import.meta.dirname, 'subjects');

/** One subject's files by path; `/<name>/` is its page. */
export interface Site {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** What a visitor's phone has to load of scripts and styles to have all of it, gzip, bytes. */
  readonly bytes: number;
  /** Of ours: of that what only draws the map. */
  readonly drawing?: number;
}

/** Makes the site of one subject, as it would be put on line. Throws what is missing. */
export async function siteOf(name: string, bench: Bench): Promise<Site> {
  if (name === 'fulian') return ownSite();
  const modules = name === 'limit' ? [] : [join(folderOf(bench.peers, name), 'node_modules')];
  const files = new Map<string, Uint8Array | string>();
  for (const { path, contents } of await bundled(`import './${name}.js';`, modules))
    files.set(`/${name}/${path.endsWith('.css') ? 'app.css' : 'app.js'}`, contents);
  if (name === 'maplibre')
    files.set('/maplibre/worker.js', await readFile(join(modules[0]!, 'maplibre-gl/dist/maplibre-gl-worker.mjs')));
  const bytes = [...files.values()].reduce((sum, file) => sum + gzipped(file), 0);
  const styles = files.has(`/${name}/app.css`) ? `<link rel="stylesheet" href="/${name}/app.css">` : '';
  files.set(`/${name}/`, pageOf(`${styles}<script type="module" src="/${name}/app.js"></script>`));
  return { files, bytes };
}

/** The files that `npm run build` made, and what drives them here, which no page needs. */
async function ownSite(): Promise<Site> {
  const folder = join(root, elements);
  if (!existsSync(join(folder, 'service-map.js'))) throw new Error(`${elements} is missing: npm run build`);
  const files = new Map<string, Uint8Array | string>();
  for (const path of await readdir(folder, { recursive: true }))
    if (path.endsWith('.js')) files.set(`/fulian/${path}`, await readFile(join(folder, path)));
  files.set('/fulian/bench.js', await readFile(join(subjects, 'fulian.js')));
  const script = (name: string) => `<script type="module" src="/fulian/${name}.js"></script>`;
  files.set('/fulian/', pageOf(['client', 'service-map', 'bench'].map(script).join('')));
  const text = (path: string) => Buffer.from(files.get(`/fulian/${path}`)!).toString();
  const size = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipped(text(path)), 0);
  const loaded = modulesOf(['client.js', 'service-map.js'], text);
  const drawing = loaded.filter((path) => /service-map-drawing-\w+\.js$/.test(path));
  if (drawing.length !== 1) throw new Error('what draws the map is no module of its own any more');
  return { files, bytes: size(loaded), drawing: size(drawing) };
}

/** Modules with all that they import, at once or while they are used; but of the languages only that of the page. */
export function modulesOf(entries: readonly string[], text: (path: string) => string): string[] {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const [, imported] of text(path).matchAll(/\b(?:from|import)\(?"(\.[^"]+)"/g)) {
      const next = posix.join(posix.dirname(path), imported!);
      if (!/(^|\/)en-[^/]+$/.test(next)) waiting.push(next);
    }
  }
  return [...found];
}

/** Our store for a page, without an element. */
export async function storeModule(): Promise<Uint8Array> {
  const [file] = await bundled(`export * from './store.ts';`, []);
  return file!.contents;
}

async function bundled(contents: string, nodePaths: string[]) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: subjects },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    nodePaths,
    conditions: ['fulian-source', 'production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'empty', '.svg': 'empty' },
    logLevel: 'silent',
  });
  return outputFiles;
}

/** Bytes on the wire of a file that is compressed as well as gzip can. */
export function gzipped(file: Uint8Array | string): number {
  return gzipSync(file, { level: 9 }).length;
}

/** A page has words before it has a map: whose words are the first to need the letters must not make a difference. */
const words =
  '<header><h1>母爱地图</h1><p>哺育室、妇女儿童之家、调解点：<b>12338</b> 找得到、看得见、用得上。</p></header>';

function pageOf(head: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>母爱地图</title><style>body{font:18px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif}#map{position:relative}</style>${head}</head><body>${words}<main><div id="map"></div></main></body></html>`;
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Bench } from '../area.js';
import { gzipped, modulesOf } from '../map/site.js';
import { folderOf } from '../peers.js';

const root = join(import.meta.dirname, '../../..');
const elements = join(root, 'packages/elements/dist');
const subjects = join(import.meta.dirname, 'subjects');

/** One subject's files by path; `/<name>/` is its page. */
export interface Site {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** All scripts that it brings with it, those included that come later, gzip, bytes. */
  readonly bytes: number;
}

/** Makes the site of one subject, as it would be put on line. Throws what is missing. */
export async function siteOf(name: string, bench: Bench): Promise<Site> {
  if (name === 'fulian') return ownSite();
  const isPeer = name === 'react' || name === 'lit';
  const { outputFiles } = await build({
    stdin: { contents: `import './${name}';`, resolveDir: subjects },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    plugins: isPeer ? [packagesOf(folderOf(bench.peers, name))] : [],
    conditions: ['fulian-source', 'production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const { contents } = outputFiles[0]!;
  const files = new Map<string, Uint8Array | string>([
    [`/${name}/app.js`, contents],
    [`/${name}/`, pageOf([`/${name}/app.js`])],
  ]);
  return { files, bytes: gzipped(contents) };
}

/** What a subject imports is the peer's, whatever the project itself has of that name. */
function packagesOf(folder: string): Plugin {
  return {
    name: 'peer',
    setup(bundling) {
      bundling.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) =>
        importer.startsWith(subjects) ? bundling.resolve(path, { resolveDir: folder, kind }) : undefined,
      );
    },
  };
}

/** The files that `npm run build` made, and what drives them here, which no page needs. */
async function ownSite(): Promise<Site> {
  const bytes = await ownModules('case-desk.js');
  const files = new Map<string, Uint8Array | string>();
  for (const path of await readdir(elements, { recursive: true }))
    if (path.endsWith('.js')) files.set(`/fulian/${path}`, await readFile(join(elements, path)));
  files.set('/fulian/bench.js', await readFile(join(subjects, 'fulian.js')));
  files.set('/fulian/', pageOf(['client', 'case-desk', 'bench'].map((name) => `/fulian/${name}.js`)));
  return { files, bytes };
}

/** Bytes, gzip, that an element brings with it: itself, the provider, and whatever they fetch later in the page's language. */
export async function ownModules(element: string): Promise<number> {
  if (!existsSync(join(elements, element))) throw new Error(`${element} is not built: npm run build`);
  const texts = new Map<string, string>();
  for (const path of await readdir(elements, { recursive: true }))
    if (path.endsWith('.js')) texts.set(path, await readFile(join(elements, path), 'utf8'));
  const loaded = modulesOf(['client.js', element], (path) => texts.get(path)!);
  return loaded.reduce((sum, path) => sum + gzipped(texts.get(path)!), 0);
}

function pageOf(scripts: readonly string[]): string {
  const tags = scripts.map((path) => `<script type="module" src="${path}"></script>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>个案</title><style>body{margin:0}</style>${tags}</head><body><main></main></body></html>`;
}

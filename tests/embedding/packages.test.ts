/**
 * What `npm pack` makes of the SDK and the elements, in a project that has nothing else: it installs, is typed, runs in Node,
 * and bundles; nobody needs the private package of the contract, and nothing is left of what is not used.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const npm = async (cwd: string, ...args: string[]) => {
  const { npm_execpath: path } = process.env;
  const { stdout } = path
    ? await run(process.execPath, [path, ...args], { cwd })
    : await run('npm', args, { cwd, shell: process.platform === 'win32' });
  return stdout;
};

let folder: string;
let project: string;

/** Installs as a stranger does, from what lies in npm's cache; where that lacks something, by hand. */
async function install(tarballs: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  try {
    await npm(project, 'install', '--offline', ...quiet, ...tarballs);
  } catch {
    for (const [at, name] of (['sdk', 'elements'] as const).entries()) {
      const place = join(project, 'node_modules/@fulian', name);
      mkdirSync(place, { recursive: true });
      await run('tar', ['-xzf', tarballs[at]!, '-C', place, '--strip-components=1']);
    }
    for (const name of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@types/trusted-types'])
      if (existsSync(join(root, 'node_modules', name)))
        cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), { recursive: true });
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fulian-packages-'));
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  const tarballs: string[] = [];
  for (const room of ['sdk', 'elements']) {
    const told = await npm(
      join(root, 'packages', room),
      'pack',
      '--ignore-scripts',
      '--json',
      '--pack-destination',
      folder,
    );
    const [{ filename }] = JSON.parse(told) as [{ filename: string }];
    tarballs.push(join(folder, filename));
  }
  await install(tarballs);
}, 300_000);
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};
const installed = (name: string) => join(project, 'node_modules/@fulian', name);
const filesOf = (name: string) =>
  readdirSync(installed(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(installed(name).length + 1)
        .replaceAll('\\', '/'),
    );

describe.each(['sdk', 'elements'])('the package of %s', (name) => {
  it('holds what is run and its types, with licences, and neither sources nor leavings of the build', () => {
    const files = filesOf(name);
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'dist/LICENSE.txt', 'dist/THIRD-PARTY.txt']),
    );
    const strange = files.filter(
      (path) =>
        /\.tsbuildinfo$|\.map$|\.(br|gz)$|^src\/|\.test\.|hosted\//.test(path) ||
        (path.endsWith('.ts') && !path.endsWith('.d.ts')),
    );
    expect(strange).toEqual([]);
  });

  it('names no private package, in what it needs and in what it says', () => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    expect(Object.keys(dependencies).sort()).toEqual(name === 'sdk' ? [] : ['@fulian/sdk', 'lit']);
    const naming = filesOf(name)
      .filter((path) => /\.(js|d\.ts|mjs)$/.test(path))
      .filter((path) =>
        /(?:from\s*|import\s*\(?\s*)["']@fulian\/contract/.test(readFileSync(join(installed(name), path), 'utf8')),
      );
    expect(naming).toEqual([]);
  });
});

/** A stranger's code; each line after an expected error must be one. */
const consumer = `
import { createClient, isProblemError, type Client, type Schemas } from '@fulian/sdk';
import { createHelpFormStore } from '@fulian/sdk/stores/help-form';
import { createBallotStore } from '@fulian/sdk/stores/ballot';
import { countBallots } from '@fulian/sdk/tally';
import { FlHelpForm } from '@fulian/elements/help-form';
import '@fulian/elements/client';

export const client: Client = createClient({ baseUrl: 'https://help.example' });
export async function names(code: string): Promise<string[]> {
  const federation: Schemas['Federation'] = await client.getFederation({ path: { code } });
  // @ts-expect-error -- a federation has no such field
  void federation.colour;
  // @ts-expect-error -- the code is needed
  await client.getFederation({ path: {} });
  return [federation.name];
}
export const store = createHelpFormStore({ client, federation: '990101000000' });
// @ts-expect-error -- a number is no code
createHelpFormStore({ client, federation: 990101000000 });
export const form: FlHelpForm = document.createElement('fl-help-form');
form.exitHref = 'https://weather.example/';
// @ts-expect-error -- nothing of this name
form.exitTo = '';
export { isProblemError, createBallotStore, countBallots };
`;

describe('a project that has nothing else', () => {
  it.each([
    ['NodeNext', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
    ['Bundler', { module: 'ESNext', moduleResolution: 'Bundler' }],
  ])('is typed, with libraries checked as well: %s', async (name, options) => {
    write(`types-${name}/consumer.ts`, consumer);
    const compilerOptions = {
      ...options,
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // Lit's own types may say what they like.
      skipLibCheck: false,
    };
    write(`types-${name}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
    const said = await run(process.execPath, [tsc, '-p', `types-${name}`], { cwd: project }).then(
      () => '',
      (error: { stdout?: string }) => error.stdout ?? String(error),
    );
    expect(said).toBe('');
  });

  it('runs the SDK in Node, against the service in memory', async () => {
    write(
      'run.js',
      `import { createClient } from '@fulian/sdk';
       import { createTestServer } from '@fulian/sdk/testing';
       import { createHelpFormStore } from '@fulian/sdk/stores/help-form';
       const client = createClient({ baseUrl: 'https://help.example', fetch: createTestServer().fetch });
       const federation = await client.getFederation({ path: { code: '990101000000' } });
       const store = createHelpFormStore({ client, federation: federation.code });
       console.log(federation.code, typeof store.subscribe);`,
    );
    const { stdout } = await run(process.execPath, ['run.js'], { cwd: project });
    expect(stdout.trim()).toBe('990101000000 function');
  });

  it('verifies a council by the command that comes along', async () => {
    const told = await run(process.execPath, [join(installed('sdk'), 'bin/fulian-verify.mjs')], { cwd: project }).then(
      ({ stdout, stderr }) => stdout + stderr,
      ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
    );
    expect(told).toContain('fulian-verify');
    expect(told).not.toMatch(/ERR_MODULE_NOT_FOUND|Cannot find/);
  });

  /** What rollup makes of a module of the stranger's: its code, and the modules that are missing in it. */
  async function bundle(code: string): Promise<{ code: string; missing: string[] }> {
    write('entry.js', code);
    const plugins = [nodeResolve({ browser: true })];
    const built = await rollup({ input: join(project, 'entry.js'), plugins, onwarn: () => {} });
    const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
    await built.close();
    return { code: output[0].code, missing: output[0].imports };
  }

  it('bundles an element by its name alone', async () => {
    const { code, missing } = await bundle(`import '@fulian/elements/quick-exit';`);
    expect(/customElements\.define\(|fl-quick-exit/.test(code)).toBe(true);
    expect(missing).toEqual([]);
  });

  it.each([
    `import { createClient } from '@fulian/sdk';`,
    `import { createHelpFormStore } from '@fulian/sdk/stores/help-form';`,
    `import { createBallotStore } from '@fulian/sdk/stores/ballot';`,
    `import { createServiceMapStore } from '@fulian/sdk/stores/service-map';`,
    `import { createCaseDeskStore } from '@fulian/sdk/stores/case-desk';`,
    `import { countBallots } from '@fulian/sdk/tally';`,
  ])('has nothing in its bundle of what it imports and does not use: %s', async (code) => {
    expect((await bundle(code)).code.trim()).toBe('');
  });
});

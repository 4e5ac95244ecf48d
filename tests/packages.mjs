/**
 * `npm run check -- packages`: what npm would publish can be found and is typed, for every way in. `publint` and
 * `@arethetypeswrong/cli` are the judges, over what `npm run build` left.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('..', import.meta.url));
const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');

/** Ways in that a pattern (`./*`) stands for: one for each element. */
const elements = readdirSync(join(root, 'packages/elements/src'), { recursive: true })
  .filter((path) => /^[\w-]+[/\\]index\.ts$/.test(path))
  .map((path) => path.replace(/[/\\]index\.ts$/, ''));

/** Only this repository's own tools ask with this condition, and only they have the sources. */
const isOurs = ({ code, path }) => code === 'EXPORTS_GLOB_NO_MATCHED_FILES' && path.includes('fulian-source');

for (const room of ['packages/sdk', 'packages/elements']) {
  const folder = join(root, room);
  const { messages } = await publint({ pkgDir: folder, strict: true });
  const pkg = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const faults = messages.filter((message) => !isOurs(message)).map((message) => formatMessage(message, pkg));
  const entries = room === 'packages/elements' ? ['--include-entrypoints', ...elements] : [];
  const args = ['--pack', folder, '--profile', 'esm-only', '--no-emoji', '--no-color', ...entries];
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, ...args], { encoding: 'utf8' });
  if (status !== 0) faults.push(`attw ends with ${status}:\n${stdout}${stderr}`);
  for (const fault of faults) console.error(`${room}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

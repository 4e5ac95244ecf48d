/**
 * `npm run soak -- <name>`: the long version of one of the proofs under faults, safety, contract, e2e or embedding. Without a name it lists them.
 * The short versions of the same files run in `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const rooms = ['faults', 'safety', 'contract', 'e2e', 'embedding'];
const proofs = new Map();
for (const room of rooms) {
  const folder = new URL(`${room}/`, import.meta.url);
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (!file.endsWith('.test.ts')) continue;
    // Only what has a long version: it asks for it with `scale(short, long)` or `soaking`.
    if (/from '[^']*scale\.js'/.test(readFileSync(new URL(file, folder), 'utf8'))) proofs.set(file.slice(0, -8), room);
  }
}

const [name, ...more] = process.argv.slice(2);
const room = proofs.get(name);
if (!room) {
  console.log(`npm run soak -- <name>, one of: ${[...proofs.keys()].join(', ')}`);
  process.exit(name === undefined ? 0 : 1);
}
const { status } = spawnSync(
  'npx',
  [
    'vitest',
    'run',
    '--project',
    room,
    `tests/${room}/${name}.test.ts`,
    '--testTimeout',
    String(6 * 3_600_000),
    ...more,
  ],
  { stdio: 'inherit', env: { ...process.env, FULIAN_SOAK: '1' }, cwd: new URL('../', import.meta.url) },
);
process.exit(status ?? 1);

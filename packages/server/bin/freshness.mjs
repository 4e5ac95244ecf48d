import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where what is built comes from; everything else cannot change it. */
const sources = ['openapi', 'packages/sdk/src', 'packages/elements/src', 'packages/server/src'];
const settings = [
  'package-lock.json',
  'package.json',
  'rollup.config.mjs',
  'packages/elements/guest-changes.mjs',
  'tsconfig.json',
  'tsconfig.base.json',
];
const rooms = ['openapi', 'packages/sdk', 'packages/elements', 'packages/server'];
/** Without these the service or the portal would not run. */
const results = [
  'packages/server/dist/main.js',
  ...['help-form', 'quick-exit', 'client'].map((name) => `packages/elements/dist/${name}.js`),
];

/** Whether every package of the lock file is in `node_modules` in the right version. */
export function isInstalled(root) {
  const there = readPackages(join(root, 'node_modules/.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!there || !wanted) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, link }]) =>
      !path.includes('node_modules/') || optional || peer || link || there[path]?.version === version,
  );
}

/** Whether the build is the one of these sources. Compared by content: a clone or a branch changes every file's time. */
export function isBuilt(root, stamp) {
  if (results.some((path) => !existsSync(join(root, path)))) return false;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/** Remembers of which sources a build is made; to be taken before it begins and written after it has succeeded. */
export function buildStamp(root, stamp) {
  const before = fingerprint(root);
  return {
    write() {
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, before);
    },
  };
}

function fingerprint(root) {
  const hash = createHash('sha256');
  const own = rooms.flatMap((room) => [`${room}/package.json`, `${room}/tsconfig.json`]);
  for (const path of [...settings, ...own, ...sources.flatMap((folder) => filesBelow(root, folder))]) {
    if (!existsSync(join(root, path))) continue;
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesBelow(root, path);
      return /\.(ts|json|yaml|mjs)$/.test(entry.name) && !/\.(test|story)\.ts$/.test(entry.name) ? [path] : [];
    });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * `npm test`: installs what is missing, builds, and runs every test: Node's, whole journeys with browsers, faults and safety (all
 * vitest), elements in every engine that is found (web-test-runner), and all stories. Says which engines it used; the last line is the
 * count.
 * `npm test -- elements stories` runs those parts alone.
 *
 * Plain JavaScript on Node's own modules, because it begins where nothing is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`npm test: Node 20.19 or later is needed, this is ${process.versions.node}`);
  process.exit(1);
}

const environment = {
  ...process.env,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  // The projects' own count is what matters; colours only where somebody looks.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
};

/** Runs a command and shows what it says. Resolves to whether it ended well, and to its output. Never rejects. */
function run(command, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (piece) => {
      output += piece;
      process.stdout.write(piece);
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ ok: false, output });
    });
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

const npm = (...args) =>
  process.env.npm_execpath ? run(process.execPath, [process.env.npm_execpath, ...args]) : run('npm', args);
const tool = (path, ...args) => run(process.execPath, [join(root, 'node_modules', path), ...args]);

/** Whether every package of the lock file is in `node_modules` in the right version. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { packages: there } = JSON.parse(readFileSync(hidden, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, link }]) =>
      !path.startsWith('node_modules/') || optional || peer || link || there[path]?.version === version,
  );
}

/** Counts of a part; a part that ended badly without naming a failed test has one. */
const result = (ok, passed, failed) => ({ passed, failed: ok ? failed : Math.max(failed, 1) });

/** Projects that start browsers, services and databases of their own: two files at a time, for which every wait is for a condition. */
const walking = ['e2e', 'embedding'];
/** Those that also take time, fill disks and kill: one file at a time, or they starve each other. */
const straining = ['faults', 'safety'];
const all = [...readFileSync(join(root, 'vitest.config.ts'), 'utf8').matchAll(/\bproject\('(\w+)'/g)].map(
  ([, name]) => name,
);

async function vitest(name, ...options) {
  const report = join(root, `.cache/tests/${name}.json`);
  mkdirSync(join(root, '.cache/tests'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await tool('vitest/vitest.mjs', 'run', ...options, ...reporters);
  if (!existsSync(report)) return result(false, 0, 0);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  return result(ok, numPassedTests, numFailedTests);
}

const projects = (names) => names.map((name) => `--project=${name}`);
const nodeTests = () =>
  vitest('node', ...projects(all.filter((name) => !walking.includes(name) && !straining.includes(name))));
const journeyTests = () => vitest('journeys', ...projects(walking), '--maxWorkers=2');
const faultTests = () => vitest('faults', ...projects(straining), '--maxWorkers=1');

async function elementTests() {
  const config = 'packages/elements/web-test-runner.config.mjs';
  const { ok, output } = await tool('@web/test-runner/dist/bin.js', '--config', config);
  const [, passed = 0, failed = 0] = /^elements: (\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  return result(ok, Number(passed), Number(failed));
}

async function storyTests() {
  const { ok } = await npm('run', 'build-storybook');
  if (!ok) return result(false, 0, 0);
  const { runStories } = await import('./stories/run.mjs');
  const { launchChromium } = await import('./browsers.mjs');
  try {
    const { passed, failed } = await runStories(launchChromium);
    return result(passed > 0, passed, failed);
  } catch (error) {
    console.error(error);
    return result(false, 0, 0);
  }
}

const parts = {
  node: nodeTests,
  journeys: journeyTests,
  faults: faultTests,
  elements: elementTests,
  stories: storyTests,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts[name]);
if (unknown.length > 0) {
  console.error(`npm test: no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}

/** One step before the tests; ends everything where it fails. */
async function prepare(title, step) {
  console.log(`\n== ${title}`);
  const { ok } = await step();
  if (ok) return;
  console.log(`\n${title} failed\n0 passed, 1 failed`);
  process.exit(1);
}

const started = performance.now();
if (!isInstalled()) await prepare('Install what is missing', () => npm('ci'));
await prepare('Build', () => npm('run', 'build'));
const { findChromium, findFirefox, findWebKit } = await import('./browsers.mjs');
const engines = [(await findChromium()).name, findFirefox()?.name, findWebKit()?.name].filter(Boolean);
console.log(`\nEngines found: ${engines.join(', ')}`);

let passed = 0;
let failed = 0;
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== Tests: ${name}`);
  const counts = await part();
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\nEngines used: ${engines.join(', ')}; ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * `npm run check`: what can be said about the code without running the product. Prints one line a step with its time, and
 * the whole output of a step that fails; exits with 1 where any did. Two steps run at a time; a step waits for those it
 * names in `after`. `npm run check -- lint house` runs those steps alone.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (path, ...args) => [process.execPath, [join(root, 'node_modules', path), ...args]];

/** Each step: its name, what it runs, and the steps whose files it reads or would overwrite. */
const steps = [
  { name: 'format', run: tool('oxfmt/bin/oxfmt', '--check', '.') },
  { name: 'types', run: tool('@typescript/native/bin/tsc', '-b') },
  { name: 'generated', run: tool('tsx/dist/cli.mjs', 'openapi/generate.ts', '--check') },
  { name: 'tokens', run: tool('tsx/dist/cli.mjs', 'packages/elements/tokens/generate.ts', '--check') },
  { name: 'contract', run: tool('@redocly/cli/bin/cli.js', 'lint') },
  { name: 'lint', run: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'house', run: tool('vitest/vitest.mjs', 'run', '--project', 'house') },
  { name: 'knip', run: tool('knip/bin/knip.js') },
  { name: 'build', run: ['npm', ['run', 'build']], after: ['types'] },
  { name: 'syntax', run: [process.execPath, ['tests/syntax.mjs']], after: ['build'] },
  { name: 'packages', run: [process.execPath, ['tests/packages.mjs']], after: ['build'] },
  { name: 'sizes', run: tool('size-limit/bin.js'), after: ['build'] },
  { name: 'storybook', run: ['npm', ['run', 'build-storybook']], after: ['build'] },
];

const environment = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};

/** Runs one step; resolves to whether it passed. Never rejects. */
function run({ name, run: [command, args] }) {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (piece) => (output += piece));
    child.stderr.on('data', (piece) => (output += piece));
    child.on('error', (error) => (output += `${command}: ${error.message}\n`));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds} s`);
      // Some tools colour their words wherever `CI` is set, whatever else is said.
      if (code !== 0) console.log(stripVTControlCharacters(output).replace(/^(?=.)/gm, '       '));
      resolve(code === 0);
    });
  });
}

/** Runs the steps, `width` at a time, each after those that it waits for; resolves to the names of those that failed. */
async function runAll(wanted, width) {
  const waiting = [...wanted];
  const running = new Map();
  const done = new Map();
  while (waiting.length > 0 || running.size > 0) {
    const ready = (step) =>
      (step.after ?? []).every((name) => done.has(name) || !wanted.some((one) => one.name === name));
    for (const step of waiting.filter(ready).slice(0, width - running.size)) {
      waiting.splice(waiting.indexOf(step), 1);
      const blocked = (step.after ?? []).find((name) => done.get(name) === false);
      if (blocked) {
        console.log(`FAILED ${step.name.padEnd(10)} not run, because ${blocked} failed`);
        done.set(step.name, false);
        continue;
      }
      running.set(
        step.name,
        run(step).then((passed) => {
          done.set(step.name, passed);
          running.delete(step.name);
        }),
      );
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  return [...done].filter(([, passed]) => !passed).map(([name]) => name);
}

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  console.error('check: node_modules is missing; run `npm ci` first');
  process.exit(1);
}
const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`check: no step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`);
  process.exit(1);
}
const started = performance.now();
const wanted = names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps;
const failed = await runAll(wanted, Math.min(2, availableParallelism()));
const total = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  failed.length > 0
    ? `\n${failed.length} failed: ${failed.join(', ')} (${total} s)`
    : `\nAll ${wanted.length} checks passed (${total} s)`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * `npm run check -- syntax`: what is shipped can be read by engines of 2019. `es-check` is the judge, over what
 * `npm run build` left.
 */
import { runChecks } from 'es-check';

const modules = ['packages/elements/dist/*.js', 'packages/elements/dist/chunks/*.js', 'packages/sdk/dist/**/*.js'];
const classic = ['packages/elements/dist/fl.iife*.js'];

/**
 * Newer by the standard's year than by the engines' (Chromium 67 to 71, Firefox 65 to 68, Safari 12.1 to 14): `import()`
 * and `import.meta` came with modules. `ArrayBufferTransfer` is a false alarm: our own methods are called `transfer`.
 */
const known = ['DynamicImport', 'ImportMeta', 'BigInt', 'globalThis', 'ArrayBufferTransfer'].join();

const checks = [
  // Classic scripts: by the letter, and what they call.
  { ecmaVersion: 'es2019', files: classic },
  { ecmaVersion: 'es2019', files: classic, checkFeatures: true, ignore: known },
  // Modules: by the letter of the year that has `import()`, and of what else that year brought, nothing.
  { ecmaVersion: 'es2020', files: modules, not: classic, module: true },
  { ecmaVersion: 'es2019', files: modules, not: classic, module: true, checkFeatures: true, ignore: known },
];

for (const check of checks) {
  const { success, errors = [] } = await runChecks([{ ...check, cache: false }]);
  for (const { file, err } of errors) console.error(`${file} (${check.ecmaVersion}): ${err.message}`);
  if (!success) process.exitCode = 1;
}

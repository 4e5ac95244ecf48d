/**
 * The examples as web sites: built by their own tools where they have any, served with the service in memory in the place of
 * the county's. What a page says of `https://help.qingxi.example` is all that differs from what lies in the folder.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCouncilId, type TestServer } from '@fulian/sdk/testing';
import { fileIn, type JourneyService } from './journeys/service.js';

const here = join(import.meta.dirname, 'examples');
const installed = join(import.meta.dirname, 'node_modules');
const output = join(import.meta.dirname, '../../.cache/embedding');

/** Where the pages believe the service to be. */
const service = 'https://help.qingxi.example';

/** A council of the demo county, in the place of which the one in memory stands. */
const council = '990101001001-3279a376-edeb-8b69-a156-91ef0d3c2f7a';

export const names = ['plain', 'jquery-cms', 'vue', 'react', 'angular', 'svelte'] as const;
export type Example = (typeof names)[number];

/** Those that come as they are. */
const unbuilt: readonly Example[] = ['plain', 'jquery-cms'];

/** Runs a tool in an example's folder, as for production; rejects with what it says where it fails. */
function run(example: Example, script: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { VITEST: _vitest, ...environment } = process.env;
    const child = spawn(process.execPath, [join(installed, script), ...args], {
      cwd: join(here, example),
      env: { ...environment, NODE_ENV: 'production' },
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${example}: ${script}: ${said}`))));
  });
}

/** Builds an example that needs it, of what `install` and `placeElements` have put there. */
export async function buildExample(example: Example): Promise<void> {
  if (unbuilt.includes(example)) return;
  if (example === 'angular') await run(example, '@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', '.');
  await run(
    example,
    'vite/bin/vite.js',
    'build',
    '--outDir',
    join(output, example),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  );
}

/** An example that is on line. */
export interface Site {
  /** Ends with a slash. */
  readonly address: string;
  readonly world: TestServer;
}

/** Serves an example as it lies there, in the place of its production server, with a world of its own. */
export function showExample(example: Example, journeys: JourneyService): Site {
  const visit = journeys.visit({ markup: () => '' });
  const world = visit.address.replace(`${journeys.host}/page/`, `${journeys.service}/world/`);
  const prefix = `/examples/${visit.address.split('/').pop()!}/`;
  const folder = unbuilt.includes(example) ? join(here, example) : join(output, example);
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${example} is not built`);
  const jquery = join(installed, 'jquery-1.12/dist/jquery.min.js');
  journeys.serve(prefix, (rest) => {
    if (rest === 'js/jquery.min.js') return { type: 'text/javascript', body: readFileSync(jquery) };
    const file = fileIn(folder, rest || 'index.html');
    if (!file) return undefined;
    if (rest.endsWith('.svg')) return { type: 'image/svg+xml', body: file.body };
    const text = file.body
      .toString()
      .replaceAll(`${service}/assets/0.1.0/`, `${journeys.service}/assets/`)
      .replaceAll(`-src ${service}`, `-src ${journeys.service}`)
      .replaceAll(service, world)
      .replaceAll(council, testCouncilId());
    return { type: file.type, body: text };
  });
  return { address: journeys.host + prefix, world: visit.world };
}

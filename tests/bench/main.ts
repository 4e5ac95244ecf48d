import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Area, Bench } from './area.js';
import { calibrate } from './calibration.js';
import { installPeers } from './peers.js';
import { startProgress } from './progress.js';
import { runRounds } from './rounds.js';
import type { Row } from './rows.js';
import { median, noise } from './statistics.js';
import { summaryOf, tableOf } from './table.js';

const usage = 'npm run bench -- <area> [--json FILE] [--rounds N] [--only NAME,NAME] [--quick]';

/** The folders here that hold an area. */
function areaNames(): string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, 'area.ts')))
    .map((entry) => entry.name)
    .sort();
}

async function areaOf(name: string): Promise<Area> {
  return ((await import(`./${name}/area.js`)) as { area: Area }).area;
}

async function listAreas(): Promise<void> {
  console.log(`${usage}\n\nAreas:`);
  for (const name of areaNames()) console.log(`  ${name.padEnd(10)} ${(await areaOf(name)).title}`);
}

async function main(): Promise<number> {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (name === undefined) {
    await listAreas();
    return 0;
  }
  if (!areaNames().includes(name)) {
    console.error(`bench: there is no area '${name}'; there are ${areaNames().join(', ')}`);
    return 1;
  }
  const asked = options.rounds === undefined ? undefined : Number(options.rounds);
  if (asked !== undefined && !(Number.isInteger(asked) && asked > 0)) {
    console.error(`bench: --rounds takes a whole number above 0, not '${options.rounds}'`);
    return 1;
  }

  const progress = startProgress(name);
  const tell = (what: string) => progress.tell(what);
  const calibrations: number[] = [];
  const warnings: string[] = [];
  const only = options.only?.split(',');
  for (let warmUp = 0; warmUp < 5; warmUp++) calibrate();
  const bench: Bench = {
    quick: options.quick,
    peers: await installPeers(name, tell),
    tell,
    warn: (what) => warnings.push(what),
    rounds: (subjects, { rounds, warmUps }) =>
      runRounds({
        subjects: subjects.filter((one) => only?.includes(one.name) ?? true),
        rounds: asked ?? rounds,
        warmUps,
        random: Math.random,
        tell,
        between: () => calibrations.push(calibrate()),
      }),
  };
  const area = await areaOf(name);
  const rows = [...(await area.run(bench)), calibrationRow(calibrations)];
  progress.end();

  console.log(tableOf(rows));
  console.log(`\n${summaryOf(rows, noise(calibrations))}`);
  for (const warning of warnings) console.log(`Note: ${warning}`);
  if (options.quick) console.log('A quick run: it shows that everything works; its figures mean little.');
  if (options.json !== undefined) {
    const file = resolve(process.env['INIT_CWD'] ?? '.', options.json);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
    console.log(`Rows written to ${file}`);
  }
  return 0;
}

/** The machine itself as a row: the same fixed work between all measurements. */
function calibrationRow(values: readonly number[]): Row {
  const measured = values.length > 0;
  return {
    metric: 'calibration loop',
    subject: 'this machine',
    unit: 'ms',
    median: measured ? median(values) : null,
    min: measured ? Math.min(...values) : null,
    max: measured ? Math.max(...values) : null,
    ratio: null,
    noise: measured ? noise(values) : null,
  };
}

// Everything is measured and written: a bundler or browser that lingers does not hold the terminal.
process.exit(
  await main().catch((error: unknown) => {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }),
);

import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Area, Bench } from '../area.js';
import { folderOf, workFolder } from '../peers.js';
import type { Subject } from '../rounds.js';
import { atMost, rowsOf, type Metric } from '../rows.js';
import { generateHeyApi } from './hey-api.js';
import type { Question } from './worker.js';

const limit = 'bare fetch';
const ours = 'Fulian Kit';
/** Name in the table → file in `subjects/` and folder of its peer. */
const files: Readonly<Record<string, string>> = {
  [limit]: 'bare-fetch',
  [ours]: 'fulian',
  'openapi-fetch': 'openapi-fetch',
  'hey-api': 'hey-api',
  'Stainless (openai)': 'stainless',
  axios: 'axios',
};
const metrics: readonly Metric[] = [
  { name: 'GET', unit: 'µs', better: 'less' },
  { name: 'keyed POST', unit: 'µs', better: 'less' },
];

/** One call of each client over the same mocked `fetch`: what a client costs beside the network. */
export const area: Area = {
  title: 'one call of the SDK over a mocked fetch, beside bare fetch and other clients',
  async run(bench) {
    const processes: ChildProcess[] = [];
    const subjects = Object.entries(files).map(([name, file]) => subjectOf(bench, name, file, processes));
    try {
      const samples = await bench.rounds(
        subjects,
        bench.quick ? { rounds: 3, warmUps: 1 } : { rounds: 15, warmUps: 3 },
      );
      const goals = metrics.map(({ name }) => ({ metric: name, subject: ours, ...atMost(1.3, limit) }));
      return rowsOf({ metrics, subjects: Object.keys(files), limit, goals, samples });
    } finally {
      for (const child of processes) child.kill();
    }
  },
};

function subjectOf(bench: Bench, name: string, file: string, processes: ChildProcess[]): Subject {
  let child: ChildProcess;
  const milliseconds = bench.quick ? 50 : 300;
  return {
    name,
    async prepare() {
      child = fork(await bundled(bench, file), { execArgv: ['--expose-gc'] });
      processes.push(child);
      await ask(child, { check: true, retries: name === ours });
    },
    measure: async () => ({
      GET: await ask(child, { call: 'get', milliseconds }),
      'keyed POST': await ask(child, { call: 'post', milliseconds }),
    }),
  };
}

/** The subject and its worker as one file, made for production, as an application ships it. */
async function bundled(bench: Bench, file: string): Promise<string> {
  const outfile = join(workFolder, 'sdk', `${file}.mjs`);
  const nodePaths = bench.peers.has(file) ? [join(folderOf(bench.peers, file), 'node_modules')] : [];
  if (file === 'hey-api') nodePaths.push(await generateHeyApi(folderOf(bench.peers, file)));
  await build({
    stdin: {
      contents: `import { createCalls } from './subjects/${file}.js'; import { serve } from './worker.ts'; serve(createCalls);`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['fulian-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    nodePaths,
    outfile,
    logLevel: 'silent',
  });
  return outfile;
}

/** Asks a subject's process and waits for its answer; rejects with its failure, or when it dies. */
function ask(child: ChildProcess, question: Question): Promise<number> {
  return new Promise((resolve, reject) => {
    const exited = (code: number | null) => reject(new Error(`its process ended with ${code}`));
    child.once('exit', exited);
    child.once('message', (answer: { figure?: number; failure?: string }) => {
      child.off('exit', exited);
      if (answer.figure === undefined) reject(new Error(answer.failure));
      else resolve(answer.figure);
    });
    child.send(question);
  });
}

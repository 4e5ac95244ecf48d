import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { workFolder } from '../peers.js';

/** What the load generator is told. */
export interface Load {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn; `secretGap` in them is filled. */
  readonly bodies: readonly string[];
  readonly connections: number;
  /** After that no connection begins another one. */
  readonly milliseconds?: number;
  /** The most that each connection sends; without it as many as the time allows. */
  readonly most?: number;
}

/** What it saw: ms of every answer, all of them 201, and how long it took altogether. */
export interface LoadResult {
  readonly latencies: readonly number[];
  readonly milliseconds: number;
}

/** A load generator in a process of its own, so that what it costs is not counted as the service's event loop. */
export class LoadGenerator {
  private constructor(private readonly child: ChildProcess) {}

  /** `modules` is where `undici` is found. */
  static async start(modules: string): Promise<LoadGenerator> {
    const outfile = join(workFolder, 'server', 'load.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'load.js')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['fulian-source'],
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      nodePaths: [modules],
      outfile,
      logLevel: 'silent',
    });
    return new LoadGenerator(fork(outfile, { execArgv: [] }));
  }

  /** Rejects when anything but 201 comes back. */
  run(load: Load): Promise<LoadResult> {
    return new Promise((resolve, reject) => {
      const exited = () => reject(new Error('the load generator ended'));
      this.child.once('exit', exited);
      this.child.once('message', (answer: LoadResult | { failure: string }) => {
        this.child.off('exit', exited);
        if ('failure' in answer) reject(new Error(answer.failure));
        else resolve(answer);
      });
      this.child.send(load);
    });
  }

  stop(): void {
    this.child.kill();
  }
}

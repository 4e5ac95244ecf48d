import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './area.js';

const root = join(import.meta.dirname, '../..');

/** Warns where a room's built files are older than its source: then what is measured is not what one reads. */
export function warnOfStale(bench: Bench, source: string, built: string): void {
  if (!existsSync(join(root, built))) return;
  const newest = (folder: string, counts: (name: string) => boolean) =>
    Math.max(
      0,
      ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(counts)
        .map((name) => statSync(join(root, folder, name)).mtimeMs),
    );
  const isSource = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts');
  if (newest(source, isSource) > newest(built, (name) => /\.(js|tsbuildinfo)$/.test(name)))
    bench.warn(`${built} is older than ${source}: npm run build`);
}

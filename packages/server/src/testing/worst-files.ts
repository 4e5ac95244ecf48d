import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { inspect } from '../attachments/inspect.js';
import * as sample from './sample-files.js';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#864' } });
const cells = () => Array.from({ length: 500_000 }, (_, row) => `<c r="A${row}"><v>${Math.random()}</v></c>`).join('');

/** The files within 20 MiB whose inspection takes the most memory, by kind. What they show does not matter for that. */
const worst: Record<string, () => Buffer | Promise<Buffer>> = {
  'baseline JPEG of 108 MP, turned': () => plain(12_000, 9_000).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  'progressive JPEG of 25 MP': () =>
    plain(5_000, 5_000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
  'interlaced PNG of 36 MP': () => plain(6_000, 6_000).png({ progressive: true }).toBuffer(),
  'WebP of 28 MP': () => plain(5_600, 5_000).webp({ effort: 0 }).toBuffer(),
  'AVIF of 12 MP': () => plain(4_032, 3_024).avif({ effort: 0 }).toBuffer(),
  'GIF of 18 MP': () => plain(4_200, 4_400).gif({ effort: 1 }).toBuffer(),
  'table of 20 MB unpacked': () => sample.openXmlOf('xlsx', [{ name: 'xl/a.xml', data: cells() }]),
};

/**
 * `worst-files.ts [kind…]` prints one line of JSON a file: `{ file, bytes, megabytes, outcome }`, megabytes above idle at
 * the peak. Each is made in one process and inspected in another, so that neither's memory counts for the other.
 */
const [step, name, path] = process.argv.slice(2);
if (step === 'make') {
  writeFileSync(path!, await worst[name!]!());
} else if (step === 'inspect') {
  const file = readFileSync(path!);
  // What is loaded once is part of idle.
  await inspect(await sample.pictureOf().jpeg().toBuffer());
  const idle = process.memoryUsage.rss();
  const outcome = await inspect(file).then(
    ({ mediaType }) => mediaType,
    (error: Error) => `refused: ${error.message}`,
  );
  const megabytes = Math.round((process.resourceUsage().maxRSS * 1_024 - idle) / 1_048_576);
  process.stdout.write(`${JSON.stringify({ file: name, bytes: file.length, megabytes, outcome })}\n`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'fulian-files-'));
  for (const one of Object.keys(worst).filter((kind) => step === undefined || process.argv.includes(kind))) {
    const target = join(folder, 'file');
    for (const each of ['make', 'inspect'])
      spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, each, one, target], { stdio: 'inherit' });
  }
  rmSync(folder, { recursive: true, force: true });
}

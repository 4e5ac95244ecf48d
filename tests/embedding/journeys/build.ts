/** Builds the driver of the journeys: one classic script for every engine since Chromium 72. */
import { build } from 'esbuild';

let made: Promise<string> | undefined;

/** The script; made once. */
export function buildDriver(): Promise<string> {
  made ??= build({
    entryPoints: [new URL('driver.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2017',
    platform: 'browser',
    charset: 'ascii',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return made;
}

#!/usr/bin/env node
/**
 * `npm run staff-token -- <federation> <label> [--days N]`: prints a token for somebody who works for a federation, once;
 * `--revoke` ends those with that label. Takes DATA_DIR, DATABASE_URL and FULIAN_MASTER_KEY as the service does.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = join(root, 'packages/server/dist/staff/command.js');

try {
  if (!existsSync(command)) throw new Error('run npm run build first.');
  const { staffTokenCommand } = await import(pathToFileURL(command).href);
  const env = { ...process.env, DATA_DIR: process.env.DATA_DIR || join(root, '.data') };
  console.log(await staffTokenCommand(process.argv.slice(2), env));
} catch (error) {
  console.error(`staff-token: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}

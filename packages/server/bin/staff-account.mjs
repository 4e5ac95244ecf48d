#!/usr/bin/env node
/**
 * `npm run staff-account -- <federation> <account> <name> <role> [--subject <sub>]`: adds an account of staff and prints its
 * password, once; `-- <account> --reset` gives it a new one. Takes DATA_DIR, DATABASE_URL and FULIAN_MASTER_KEY as the
 * service does.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = join(root, 'packages/server/dist/staff/account-command.js');

try {
  if (!existsSync(command)) throw new Error('run npm run build first.');
  const { staffAccountCommand } = await import(pathToFileURL(command).href);
  const env = { ...process.env, DATA_DIR: process.env.DATA_DIR || join(root, '.data') };
  console.log(await staffAccountCommand(process.argv.slice(2), env));
} catch (error) {
  console.error(`staff-account: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}

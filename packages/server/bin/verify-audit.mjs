#!/usr/bin/env node
/**
 * `npm run verify-audit -- [<federation> [--head <entries>:<hash>]] [--forget]`: recomputes the audit logs, prints where each
 * ends, and ends with 1 where one is not as it was written. Takes DATA_DIR, DATABASE_URL and FULIAN_MASTER_KEY as the service
 * does.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = join(root, 'packages/server/dist/staff/audit-command.js');

try {
  if (!existsSync(command)) throw new Error('run npm run build first.');
  const { verifyAuditCommand } = await import(pathToFileURL(command).href);
  const env = { ...process.env, DATA_DIR: process.env.DATA_DIR || join(root, '.data') };
  const { lines, intact } = await verifyAuditCommand(process.argv.slice(2), env);
  for (const line of lines) console.log(line);
  if (!intact) process.exitCode = 1;
} catch (error) {
  console.error(`verify-audit: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}

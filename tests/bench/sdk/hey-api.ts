import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workFolder } from '../peers.js';

/**
 * Generates hey-api's client from our contract, because it is published as a generator only. Gives the folder in which
 * `hey-api-generated` is found.
 */
export async function generateHeyApi(installed: string): Promise<string> {
  const folder = join(workFolder, 'sdk', 'generated');
  const contract = join(import.meta.dirname, '../../../openapi/generated/openapi.json');
  const plugins = ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'];
  await promisify(execFile)(join(installed, 'node_modules/.bin/openapi-ts'), [
    '--input',
    contract,
    '--output',
    join(folder, 'hey-api-generated'),
    '--plugins',
    ...plugins,
    '--silent',
  ]);
  return folder;
}

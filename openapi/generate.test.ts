import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const generator = fileURLToPath(new URL('generate.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
let elsewhere: string;

describe('The generator', () => {
  beforeAll(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'fulian-generate-'));
  });
  afterAll(() => rmSync(elsewhere, { recursive: true }));

  // `--check` compares with what an earlier run wrote: it passes only where both runs wrote the same bytes.
  it('writes the same bytes again in another folder, language and time zone', { timeout: 60_000 }, async () => {
    const variables = { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
    const env = { ...process.env, ...variables };
    const { stdout } = await run(process.execPath, ['--import', tsx, generator, '--check'], { cwd: elsewhere, env });
    expect(stdout).toContain('Generated files are fresh');
  });
});

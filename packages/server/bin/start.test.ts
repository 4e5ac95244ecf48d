import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoReceipt } from '../src/demo/receipt.js';
import { startTimeOf, waitUntilGone } from '../src/database/embedded-process.js';

const program = fileURLToPath(new URL('start.mjs', import.meta.url));
let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-start-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

/** `npm start` of what was built last. */
function start(env: NodeJS.ProcessEnv = {}, [command, ...args] = [process.execPath, program, '--no-build']) {
  const child = spawn(command, args, {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  child.stdout.on('data', (piece) => (text += piece));
  child.stderr.on('data', (piece) => (text += piece));
  return {
    child,
    text: () => text,
    ready: () => vi.waitUntil(() => text.includes('Ctrl-C stops everything'), 60_000),
    ended: async () => (await once(child, 'exit')) as [number],
  };
}

/** The ids and start times of the service and of its PostgreSQL. */
function processesOf(folder: string): [number, string][] {
  const claim = readdirSync(join(folder, 'database/lock'))[0]!;
  const service = Number(claim.split('-')[0]);
  const postgres = Number(readFileSync(join(folder, 'database/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return [service, postgres].map((pid) => [pid, startTimeOf(pid)!]);
}

describe('npm start', () => {
  it('says where everything is, answers there, and leaves nothing running after Ctrl-C', async () => {
    const run = start();
    await run.ready();
    const base = /Portal +(http:\/\/127\.0\.0\.1:\d+)\//.exec(run.text())?.[1];
    expect(run.text()).toContain(join(dataDir, 'keys/master.key'));
    const receipt = { 'Fulian-Receipt': `${demoReceipt.number}.${demoReceipt.secret}` };
    expect(run.text()).toContain(receipt['Fulian-Receipt']);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect((await fetch(`${base}/v1/own-help-request`, { headers: receipt })).status).toBe(200);
    const running = processesOf(dataDir);
    run.child.kill('SIGINT');
    expect(await run.ended()).toEqual([0, null]);
    for (const [pid, began] of running) expect(startTimeOf(pid)).not.toBe(began);
  });

  it('takes the service and its database along when it is killed', async () => {
    const run = start();
    await run.ready();
    const running = processesOf(dataDir);
    run.child.kill('SIGKILL');
    for (const [pid, began] of running) expect(await waitUntilGone(pid, began, 10_000)).toBe(true);
  });

  it('stops when the npm that runs it is ended', async () => {
    const run = start({ npm_lifecycle_event: 'start' }, [
      'sh',
      '-c',
      `"${process.execPath}" "${program}" --no-build; true`,
    ]);
    await run.ready();
    const running = processesOf(dataDir);
    run.child.kill('SIGKILL');
    for (const [pid, began] of running) expect(await waitUntilGone(pid, began, 10_000)).toBe(true);
  });

  it.each([
    {
      title: 'the data folder is in use',
      env: async () => {
        await start().ready();
        return {};
      },
      line: /^fulian: The data folder \S+ is in use by another service \(process \d+\)\. .*$/m,
    },
    {
      title: 'the port is taken',
      env: async () => {
        const other = createServer().listen(0, '127.0.0.1');
        await once(other, 'listening');
        other.unref();
        return { PORT: String((other.address() as AddressInfo).port) };
      },
      line: /^npm start: port \d+ on 127\.0\.0\.1 is taken: stop the other program or set PORT\.$/m,
    },
    {
      title: 'the database cannot be reached',
      env: async () => ({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
      line: /^fulian: The database 127\.0\.0\.1:9\/none cannot be used \(ECONNREFUSED\): .*$/m,
    },
  ])('says so in one clear line and exits with 1 when $title', async ({ env, line }) => {
    const run = start(await env());
    const [code] = await run.ended();
    expect(code).toBe(1);
    expect(run.text()).toMatch(line);
    expect(run.text().trim().split('\n')).toHaveLength(1);
  });
});

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cpuOf } from './cpu.js';

/** Uses 200 ms of CPU, says how much it was, and stays. */
const busy = `const used = () => process.cpuUsage().user / 1_000;
while (used() < 200);
process.send(used());
setInterval(() => undefined, 60_000);`;

it('has no figure of a process that is not there', () => {
  expect(cpuOf(2 ** 30)).toBeUndefined();
});

it.runIf(existsSync('/proc/self/stat'))('counts a process with the children that it has and had', async () => {
  const before = cpuOf(process.pid)!;
  const child = spawn(process.execPath, ['-e', busy], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [used] = await new Promise<[number]>((resolve) => {
    child.once('message', (ms) => resolve([ms as number]));
  });
  const meanwhile = cpuOf(process.pid)! - before;
  expect(meanwhile).toBeGreaterThanOrEqual(used - 30);
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
  expect(cpuOf(process.pid)! - before).toBeGreaterThanOrEqual(used - 30);
});

#!/usr/bin/env node
/**
 * `npm start`: from a fresh clone to a running demo. Installs and builds what is missing or stale, starts the service with
 * demo data, says where everything is, and stops all of it on Ctrl-C.
 *
 * Plain JavaScript on Node's own modules, because it begins where nothing is installed. PORT, HOST, DATA_DIR and
 * DATABASE_URL change the obvious; DEMO=off starts without demo data; `npm start -- --no-build` starts what was built last.
 * A production service is `node packages/server/dist/main.js`.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, relative, resolve as absolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildStamp, isBuilt, isInstalled } from './freshness.mjs';
import { runStep, say } from './progress.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const server = join(root, 'packages/server');

/** One clear line, and the end. */
function fail(line) {
  console.error(`npm start: ${line}`);
  process.exit(1);
}

/** npm as it was called, or the one on the PATH. */
function npm(...args) {
  const { npm_execpath: path } = process.env;
  return path?.endsWith('.js')
    ? { command: process.execPath, args: [path, ...args] }
    : { command: 'npm', args, shell: process.platform === 'win32' };
}

async function prepare() {
  const stamp = join(root, '.cache/start/build');
  if (!isInstalled(root)) {
    // Also where NODE_ENV=production leaves out what builds.
    await runStep('Installing packages', 'installed', root, npm('ci', '--include=dev'));
  }
  if (!process.argv.includes('--no-build') && !isBuilt(root, stamp)) {
    const built = buildStamp(root, stamp);
    await runStep('Building', 'built', root, npm('run', 'build'));
    built.write();
  }
}

/** Before the minutes that a first installation takes; the service looks again. */
function assertPortFree(host, port) {
  return new Promise((resolve) => {
    if (!/^\d+$/.test(port) || Number(port) === 0 || Number(port) > 65_535) return resolve();
    const probe = createServer();
    probe.once('error', ({ code }) => {
      if (code === 'EADDRINUSE') fail(`port ${port} on ${host} is taken: stop the other program or set PORT.`);
      resolve();
    });
    probe.listen({ port: Number(port), host }, () => probe.close(resolve));
  });
}

/** Starts the service; resolves to its address when it is ready. It ends with us, however we end. */
function startService(env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(server, 'dist/main.js')], {
      env,
      // Of a process group of its own: Ctrl-C reaches us, and we pass it on once.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let stopping = false;
    const stop = () => {
      if (!stopping) say('\nStopping …');
      // A second Ctrl-C does not wait for requests that run.
      child.kill(stopping ? 'SIGINT' : 'SIGTERM');
      stopping = true;
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    // npm runs us through a shell, which passes no signal on: where npm is ended, we are handed to another parent.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && !stopping && stop(), 500).unref();
    child.once('message', (message) => resolve(message.address));
    child.once('error', (error) => fail(`the service cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (stopping) say('Stopped.');
      else if (code === null) say(`npm start: the service was ended by ${signal}.`);
      process.exit(stopping && code !== 1 ? 0 : 1);
    });
  });
}

async function banner(address, env) {
  const { demoReceipt: receipt } = await import(pathToFileURL(join(server, 'dist/demo/receipt.js')));
  const base = address.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//localhost');
  const place = (...parts) => {
    const path = join(env.DATA_DIR, ...parts);
    const near = relative(process.cwd(), path);
    return near.startsWith('..') ? path : near;
  };
  const groups = (digits) => digits.match(/.{4}/g).join(' ');
  const demo = env.DEMO === 'on';
  const rows = [
    ['Portal', `${base}/`],
    ['Help form', `${base}/help.html`],
    ['API', `${base}/v1/federations/990101000000`],
    ['Health', `${base}/healthz and ${base}/readyz`],
    [],
    env.DATABASE_URL
      ? ['Database', withoutPassword(env.DATABASE_URL)]
      : ['Database', `${place('database')} (PostgreSQL)`],
    env.FULIAN_MASTER_KEY
      ? ['Master key', 'from FULIAN_MASTER_KEY']
      : ['Master key', `${place('keys', 'master.key')} (what is stored cannot be read without it)`],
    ...(demo
      ? [
          [],
          ['Demo data', 'the city 云溪市 with 5 counties, 50 townships and 1,350 villages; all invented'],
          [
            'Map',
            `${base}/v1/federations/990101000000/service-points: 316 nursing rooms, 100 homes, 80 mediation points …`,
          ],
          [
            'Accounts',
            `demo-worker, demo-supervisor, demo-admin …: all with the password in ${place('demo-staff-accounts')}`,
          ],
          ['Staff token', `${place('demo-staff-token')} (more: npm run staff-token -- 990101000000 <label>)`],
          ['Receipt', `number ${groups(receipt.number)}`],
          ['', `secret ${groups(receipt.secret)}`],
          ['', `curl -H 'Fulian-Receipt: ${receipt.number}.${receipt.secret}' ${base}/v1/own-help-request`],
        ]
      : []),
  ];
  say('\n  Fulian Kit is ready.\n');
  for (const [name, value] of rows) say(name === undefined ? '' : `  ${name.padEnd(12)}${value}`);
  say('\n  Ctrl-C stops everything.\n');
}

function withoutPassword(address) {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node 20.19 or later is needed, this is ${process.versions.node}. See https://nodejs.org.`);

const env = {
  LOG_LEVEL: 'warn',
  ...process.env,
  DATA_DIR: absolute(process.env.DATA_DIR || join(root, '.data')),
  DEMO: /^(off|false|0|no)$/i.test(process.env.DEMO ?? '') ? 'off' : 'on',
};
await assertPortFree(env.HOST || '127.0.0.1', env.PORT || '8080');
await prepare();
await banner(await startService(env), env);

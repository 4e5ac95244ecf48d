import { createServer } from 'node:net';
import { buildApp } from './app.js';
import { systemClock } from './clock.js';
import { databaseFolder, keyFolder, readConfig, type Config } from './config.js';
import { assertRole, openDatabase } from './database/database.js';
import { watchDiskSpace } from './database/disk-space.js';
import { startEmbedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { sweep, sweepRegularly } from './database/sweep.js';
import { writeDemoCards } from './demo/council-cards.js';
import { writeDemoToken } from './demo/seed-points.js';
import { seedDemo } from './demo/seed.js';
import { demoStaffPassword } from './demo/staff-accounts.js';
import { factsOf } from './http/log.js';
import { claimDatabase } from './keys/claim-database.js';
import { deriveKeys } from './keys/keyring.js';
import { readMasterKey } from './keys/master-key.js';
import { StartError } from './start-error.js';

/** Requests that run get so long to end, in milliseconds. */
const graceMs = 20_000;

const stopping = new AbortController();
const cleanups: (() => Promise<unknown>)[] = [];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await assertPortFree(config);
  const keys = deriveKeys(readMasterKey({ given: config.masterKey, folder: keyFolder(config) }));
  const url = config.databaseUrl ?? (await startDatabase(config));
  await migrate(url);

  const database = openDatabase(url, {
    connections: config.databaseConnections,
    ...(config.databaseUrl === undefined && { space: watchDiskSpace(databaseFolder(config)) }),
  });
  cleanups.unshift(() => database.close());
  await assertRole(database);
  await claimDatabase(database, keys);

  const parts = { database, keys, clock: systemClock, config };
  if (config.demo) {
    await seedDemo({ ownerUrl: url, parts, staffPassword: demoStaffPassword(config) });
    await writeDemoToken(parts, url);
    await writeDemoCards(parts);
  }
  const app = await buildApp(parts);
  cleanups.unshift(() => app.close());
  sweepRegularly(
    () => sweep(database, systemClock),
    (error) => app.log.warn(factsOf(error), 'sweep failed'),
    stopping.signal,
  );
  await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw portError(config, error);
  });
  const address = app.listeningOrigin;
  app.log.info({ event: 'ready', address }, 'ready');
  process.send?.({ event: 'ready', address });
}

async function startDatabase(config: Config): Promise<string> {
  const say = (level: 'info' | 'warn') => (message: string) => {
    if (config.logLevel !== 'silent')
      process.stdout.write(
        `${JSON.stringify({ level, time: new Date().toISOString(), event: 'database', msg: message })}\n`,
      );
  };
  const embedded = await startEmbedded({
    dataDir: databaseFolder(config),
    log: { info: say('info'), warn: say('warn') },
    signal: stopping.signal,
  });
  cleanups.unshift(() => embedded.stop());
  return embedded.url;
}

/** Before the database is started, which would take seconds only to be stopped again. */
async function assertPortFree({ host, port }: Config): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  }).catch((error: unknown) => {
    throw portError({ host, port }, error);
  });
}

function portError({ host, port }: Pick<Config, 'host' | 'port'>, error: unknown): Error {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE'
    ? new StartError('port-taken', `Port ${port} on ${host} is taken: stop the other program or set PORT.`)
    : new StartError('port-unusable', `Port ${port} on ${host} cannot be used (${code}): set HOST or PORT.`);
}

/** Ends what was started, the last first. One that fails does not keep the others from ending. */
async function stop(): Promise<void> {
  stopping.abort();
  for (const cleanup of cleanups.splice(0)) await cleanup().catch(() => undefined);
}

function stopAndExit(): void {
  setTimeout(() => process.exit(1), graceMs).unref();
  void stop().then(() => process.exit(0));
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second signal does not wait.
    if (stopping.signal.aborted) process.exit(1);
    stopAndExit();
  });
}
// `npm start` runs the service as its child: where that is killed, nobody else would stop us.
process.once('disconnect', stopAndExit);

try {
  await start();
} catch (error) {
  const aborted = stopping.signal.aborted;
  if (!aborted) {
    const known = error instanceof Error && 'code' in error;
    console.error(`fulian: ${(error as Error).message.split('\n')[0]}`);
    if (!known) console.error(factsOf(error).at?.join('\n'));
  }
  await stop();
  process.exit(aborted ? 0 : 1);
}

import { startEmbedded } from '../database/embedded.js';

/**
 * A service that does nothing but hold an embedded database, for tests that kill it: `tsx embedded-service.ts <folder>`.
 * Says `ready <url>` or `failed <code> <message>`, ignores Ctrl-C, and stops in good order on SIGTERM.
 */
process.on('SIGINT', () => undefined);
try {
  const quiet = { info: () => undefined, warn: () => undefined };
  const server = await startEmbedded({ dataDir: process.argv[2]!, log: quiet });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.stdout.write(`ready ${server.url}\n`);
} catch (error) {
  const { code, message } = error as { code: string; message: string };
  process.stdout.write(`failed ${code} ${message}\n`);
  process.exitCode = 1;
}

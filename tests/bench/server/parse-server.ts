import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asking } from './own-service.js';

/** Parse Server on the same PostgreSQL as our service, in a database and a process of its own. */
export interface ParseService {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
  stop(): void;
}

/** What its process runs; it lies beside what was installed, so that the import finds it. */
const program = `
import { createServer } from 'node:http';
import express from 'express';
import { ParseServer } from 'parse-server';

const server = new ParseServer({
  databaseURI: process.env.PARSE_DATABASE,
  appId: 'bench',
  masterKey: 'not-a-secret',
  serverURL: 'http://127.0.0.1:1/parse',
  allowClientClassCreation: true,
  silent: true,
  logLevel: 'error',
  verbose: false,
  directAccess: true,
  enforcePrivateUsers: true,
});
await server.start();
const app = express();
app.use('/parse', server.app);
const listener = createServer(app);
listener.listen(0, '127.0.0.1', () => process.send({ port: listener.address().port }));
`;

/** Starts it; rejects with its complaint. `installed` is the folder that npm filled. */
export async function startParseServer(installed: string, databaseUrl: string): Promise<ParseService> {
  await asking(databaseUrl, async (client) => {
    await client.query('drop database if exists parse');
    await client.query('create database parse');
  });
  const file = join(installed, 'serve.mjs');
  await writeFile(file, program);
  const child = fork(file, {
    cwd: installed,
    env: { ...process.env, NODE_ENV: 'production', PARSE_DATABASE: databaseUrl.replace(/\/[^/]*$/, '/parse') },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr!.on('data', (piece: Buffer) => (complaint += piece.toString()));
  const port = await new Promise<number>((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error('Parse Server did not start within 30 s')), 30_000);
    child.once('exit', (code) => {
      clearTimeout(clock);
      reject(new Error(`Parse Server ended with ${code}: ${complaint.trim().split('\n').at(-1)}`));
    });
    child.once('message', (message: { port: number }) => {
      clearTimeout(clock);
      resolve(message.port);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    path: '/parse/classes/HelpRequest',
    headers: { 'x-parse-application-id': 'bench' },
    stop: () => void child.kill(),
  };
}

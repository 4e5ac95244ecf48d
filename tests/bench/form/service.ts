import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { examples } from '@fulian/contract/examples';
import { findFaults } from '@fulian/contract/rules';
import { HelpRequestSubmission } from '@fulian/contract/schemas';
import type { Site } from './site.js';

type HelpForm = Parameters<typeof findFaults>[0];
/** A request for help as it arrived. */
export type Submission = Record<string, unknown>;

/** A web server for one subject: its files, and the service's answers from the contract's examples. */
export interface FormService {
  readonly origin: string;
  /** The last request that was submitted and found to keep to the contract. */
  readonly submitted: Submission | undefined;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Serves one subject on a loopback port of its own; everything is compressed with gzip once, before it is asked for. */
export async function startService(site: Site): Promise<FormService> {
  const files = new Map([...site].map(([path, body]) => [path, gzipSync(body, { level: 9 })]));
  let submitted: Submission | undefined;
  const server: Server = createServer((request, response) => {
    const path = request.url!.split('?', 1)[0]!;
    const file = files.get(path);
    if (file) {
      const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' }).end(file);
      return;
    }
    answer(request, response, path, (body) => (submitted = body)).catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get submitted() {
      return submitted;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  keep: (body: Submission) => void,
): Promise<void> {
  const send = (status: number, body: object) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync(JSON.stringify(body)));
  if (path.endsWith('/help-form')) return void send(200, examples.getHelpForm.answers.standard);
  if (path.endsWith('/children')) return void send(200, examples.listChildFederations.answers.townships);
  if (path.endsWith('/help-requests')) {
    const body = JSON.parse(await textOf(request)) as Submission;
    const checked = HelpRequestSubmission.parse(body);
    const faults = findFaults(examples.getHelpForm.answers.standard as unknown as HelpForm, checked);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    keep(body);
    return void send(201, examples.submitHelpRequest.answers.stored);
  }
  response.writeHead(404).end();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

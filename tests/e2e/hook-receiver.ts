/** A county's own system: receives webhooks on a loopback port and believes only what is signed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '../../packages/server/src/clock.js';

/** A message that was signed as it should be. */
export interface HookMessage {
  /** The name that the receiver gave to the address. */
  readonly hook: string;
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly caseId: string; readonly state: string; readonly grade?: string; readonly limit?: string };
  /** As it came. */
  readonly text: string;
  /** All headers in one text. */
  readonly headers: string;
}

export interface HookReceiver {
  /** Each once, in the order in which they came. */
  readonly messages: HookMessage[];
  /** What was not signed as it should be, or not of this moment. */
  readonly refused: string[];
  /** How often anything came. */
  readonly calls: number;
  /** The next so many messages are answered with this status, whatever they are. */
  fail(times: number, status?: number): void;
  /** The address of a hook, by a name of ours. */
  addressOf(hook: string): string;
  /** What the service said that it signs with. */
  trust(hook: string, secret: string): void;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startHookReceiver(clock: Clock): Promise<HookReceiver> {
  const secrets = new Map<string, string>();
  const messages: HookMessage[] = [];
  const refused: string[] = [];
  const known = new Set<string>();
  let failures = { left: 0, status: 503 };
  let calls = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      calls += 1;
      if (failures.left > 0) {
        failures.left -= 1;
        return response.writeHead(failures.status).end();
      }
      const hook = request.url!.slice(1);
      const text = Buffer.concat(pieces).toString('utf8');
      try {
        const body = at(clock.now(), () =>
          new Webhook(secrets.get(hook)!).verify(text, request.headers as Record<string, string>),
        ) as Pick<HookMessage, 'type' | 'timestamp' | 'data'>;
        const id = String(request.headers['webhook-id']);
        // At least once is what is promised: the receiver counts each id once.
        if (!known.has(`${hook} ${id}`))
          messages.push({ hook, id, text, headers: JSON.stringify(request.headers), ...body });
        known.add(`${hook} ${id}`);
        return response.writeHead(204).end();
      } catch (error) {
        refused.push(`${hook}: ${String(error)}`);
        return response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    messages,
    refused,
    get calls() {
      return calls;
    },
    fail: (left, status = 503) => void (failures = { left, status }),
    addressOf: (hook) => `${origin}/${hook}`,
    trust: (hook, secret) => void secrets.set(hook, secret),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** Runs what asks the machine for the time, at another time. */
function at<T>(now: Date, run: () => T): T {
  const real = Date.now;
  Date.now = () => now.getTime();
  try {
    return run();
  } finally {
    Date.now = real;
  }
}

/** A bad network between a browser and the service: passes on, or loses what it is told to lose. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one request: it arrives and is answered; it is lost on its way; its answer is lost; nobody is there. */
export type Fate = 'pass' | 'lose-request' | 'lose-answer' | 'refuse';

/** Decides on each request before it goes on. */
export type Decide = (sent: { method: string; path: string }) => Fate;

export interface LossyProxy {
  readonly origin: string;
  /** From now on; the default passes everything. */
  decide: Decide;
  /** Method, path and fate of all that came by. */
  readonly seen: { method: string; path: string; fate: Fate }[];
  stop(): Promise<void>;
}

/** Starts a proxy to a service on a loopback port of its own. */
export async function startLossyProxy(service: string): Promise<LossyProxy> {
  const server = createServer((incoming, answer) => {
    const method = incoming.method!;
    const path = incoming.url!;
    const fate = proxy.decide({ method, path });
    proxy.seen.push({ method, path, fate });
    if (fate === 'pass')
      forward(
        service,
        incoming,
        (reply) => passBack(reply, answer),
        () => answer.destroy(),
      );
    else if (fate === 'lose-answer')
      forward(
        service,
        incoming,
        (reply) => lose(reply, answer),
        () => answer.destroy(),
      );
    else if (fate === 'lose-request') incoming.resume().on('end', () => incoming.socket.destroy());
    else incoming.socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const proxy: LossyProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide: () => 'pass',
    seen: [],
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

type Reply = (reply: IncomingMessage) => void;

function forward(service: string, incoming: IncomingMessage, reply: Reply, broken: () => void): void {
  const { method, url, headers } = incoming;
  const outgoing = request(
    new URL(url!, service),
    { method: method!, headers: { ...headers, host: new URL(service).host } },
    reply,
  );
  outgoing.on('error', broken);
  incoming.pipe(outgoing);
}

function passBack(reply: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(reply.statusCode!, reply.headers);
  reply.pipe(answer);
}

/** The service has answered to the last byte, and nobody hears of it. */
function lose(reply: IncomingMessage, answer: ServerResponse): void {
  reply.resume().on('end', () => answer.destroy());
}

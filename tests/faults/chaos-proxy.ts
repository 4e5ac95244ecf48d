import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy may do to one exchange. */
export type Mischief = 'pass' | 'drop-request' | 'drop-response' | 'duplicate' | 'delay' | 'reset';

/** A network between client and service that loses, repeats and breaks things. */
export interface ChaosProxy {
  /** Give this to the client as its base URL. */
  readonly url: string;
  /** How often each kind of mischief was done. */
  readonly done: Readonly<Record<Mischief, number>>;
  close(): Promise<void>;
}

/** Shares of all exchanges, from 0 to 1; the rest passes. */
export type MischiefShares = Partial<Record<Exclude<Mischief, 'pass'>, number>>;

interface Exchange {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/**
 * Starts an HTTP proxy on 127.0.0.1 in front of `target`.
 *
 * - `drop-request` closes the connection before the service hears of it
 * - `drop-response` lets the service answer and throws the answer away
 * - `duplicate` sends the same request twice at once and passes on either answer
 * - `delay` holds the request for 1 to 20 ms, so that later ones overtake it
 * - `reset` cuts the connection in the middle of the answer
 */
export async function startChaosProxy(
  target: string,
  shares: MischiefShares,
  random: () => number,
): Promise<ChaosProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const done: Record<Mischief, number> = {
    pass: 0,
    'drop-request': 0,
    'drop-response': 0,
    duplicate: 0,
    delay: 0,
    reset: 0,
  };

  const pick = (): Mischief => {
    let left = random();
    for (const [kind, share] of Object.entries(shares) as [Mischief, number][]) {
      left -= share;
      if (left < 0) return kind;
    }
    return 'pass';
  };

  const forward = ({ method, path, headers, body }: Exchange) =>
    new Promise<Answer>((resolve, reject) => {
      const onward = request(new URL(path, target), { method, headers, agent }, (incoming) => {
        collect(incoming).then(
          (answer) => resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: answer }),
          reject,
        );
      });
      onward.on('error', reject);
      onward.end(body);
    });

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const mischief = pick();
    done[mischief] += 1;
    const body = await collect(incoming);
    if (mischief === 'drop-request') {
      response.destroy();
      return;
    }
    const exchange = { method: incoming.method!, path: incoming.url!, headers: incoming.headers, body };
    if (mischief === 'delay') await new Promise((resolve) => setTimeout(resolve, 1 + random() * 19));
    const twin = mischief === 'duplicate' ? forward(exchange) : undefined;
    const first = await forward(exchange);
    const answer = (twin && random() < 0.5 && (await twin)) || first;
    await twin;
    if (mischief === 'drop-response') {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers);
    if (mischief === 'reset') {
      response.write(answer.body.subarray(0, answer.body.length >> 1), () => response.destroy());
      return;
    }
    response.end(answer.body);
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** HTTP without help: what a test sends is what the service gets, byte for byte where it matters. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** One request. */
export interface Sent {
  method: string;
  /** Path and query as they go over the wire; percent-encoded by whoever makes it, or wrongly so on purpose. */
  target: string;
  /** In order; a name may stand twice. */
  headers: [name: string, value: string][];
  body?: Uint8Array | undefined;
}

/** One answer. */
export interface Received {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** Keeps connections, so that a thousand cases take seconds. Destroy it in the end. */
export const connections = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request to the loopback port; rejects where the connection breaks without an answer. */
export function send(port: number, { method, target, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const flat = headers.flat();
    if (body && !headers.some(([name]) => name.toLowerCase() === 'content-length'))
      flat.push('Content-Length', String(body.byteLength));
    flat.push('Host', `127.0.0.1:${port}`);
    const out = request({ host: '127.0.0.1', port, method, path: target, headers: flat, agent: connections });
    out.on('response', (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => {
        const known = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({ status: answer.statusCode!, headers: Object.fromEntries(known), body: Buffer.concat(pieces) });
      });
    });
    out.on('error', reject);
    out.end(body);
  });
}

/** Writes bytes to the loopback port as they are and gives all that comes back until the service hangs up. */
export function sendBytes(port: number, bytes: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(pieces)));
  });
}

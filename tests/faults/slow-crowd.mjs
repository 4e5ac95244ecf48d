/**
 * A crowd of slow clients as a process, so that keeping hundreds of connections does not slow the honest clients that the
 * test measures. Says `ready`; opens all connections at once when it hears `go`; says `cut` with the milliseconds since then
 * when the service holds none of them any more. Plain JavaScript, because Node starts it by itself.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** @type {{ port: number, clients: number, addresses: number, county: string, file: { id: string, receipt: string } }} */
const { port, clients, addresses, county, file } = JSON.parse(process.argv[2]);

/** How a slow client behaves: it never ends its headers, drips its body, or does not read the file that it asked for. */
const kinds = [
  (socket) => {
    socket.resume();
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    setInterval(() => socket.write('X-Slow: 1\r\n'), 1_000);
  },
  (socket) => {
    socket.resume();
    const path = `/v1/federations/${county}/help-requests`;
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`,
    );
    setInterval(() => socket.write(' '), 1_000);
  },
  (socket) => {
    socket.pause();
    const path = `/v1/own-help-request/attachments/${file.id}`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nFulian-Receipt: ${file.receipt}\r\n\r\n`);
  },
];

function open(at) {
  const localAddress = `127.0.0.${1 + (at % addresses)}`;
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  socket.on('error', () => undefined);
  kinds[at % kinds.length](socket);
  return socket;
}

/**
 * Waits until the service holds none of the sockets any more. Asks the system: a client that does not read does not hear
 * that its connection was closed.
 */
async function untilNoneIsHeld(sockets) {
  const waiting = new Set(await Promise.all(sockets.map(nameOf)));
  const established = '01';
  while (waiting.size > 0) {
    const held = new Set();
    for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
      const [, local = '', remote = '', state] = line.trim().split(/\s+/);
      if (Number.parseInt(local.split(':')[1], 16) === port && state === established) held.add(remote);
    }
    for (const one of waiting) if (!held.has(one)) waiting.delete(one);
    await pause(250);
  }
}

/** The client's own end as `/proc/net/tcp` writes it, `0100007F:1F90`. */
async function nameOf(socket) {
  await once(socket, 'connect');
  const bytes = socket.localAddress.split('.').map(Number).toReversed();
  return `${Buffer.from(bytes).toString('hex')}:${socket.localPort.toString(16).padStart(4, '0')}`.toUpperCase();
}

process.once('message', async () => {
  const began = performance.now();
  const sockets = Array.from({ length: clients }, (_, at) => open(at));
  await untilNoneIsHeld(sockets);
  process.send({ cut: performance.now() - began });
});
process.send('ready');

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { county, impatientClient, randomText, submission } from './requester.js';
import { scale, seeded, soaking, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const slowClients = scale(30, 500);
const honestCalls = scale(300, 2_000);
const cutGoal = 15_000;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** How a slow client behaves: it never ends its headers, drips its body, or does not read the file that it asked for. */
const kinds = {
  headers: (socket: Socket) => {
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    return setInterval(() => socket.write('X-Slow: 1\r\n'), 1_000);
  },
  body: (socket: Socket) => {
    const path = `/v1/federations/${county}/help-requests`;
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`,
    );
    return setInterval(() => socket.write(' '), 1_000);
  },
  reading: (socket: Socket, file: StoredFile) => {
    socket.pause();
    const path = `/v1/own-help-request/attachments/${file.id}`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nFulian-Receipt: ${file.receipt}\r\n\r\n`);
    return undefined;
  },
} as const;

/** A file that is larger than what the system takes off the service's hands for a client that does not read. */
interface StoredFile {
  readonly id: string;
  readonly receipt: string;
}

async function storeLargeFile(url: string, random: () => number): Promise<StoredFile> {
  const client = impatientClient(url);
  const bytes = new TextEncoder().encode(`%PDF-1.4\n%${'x'.repeat(16_000_000)}\nstartxref\n9\n%%EOF\n`);
  const draft = randomText(random, 22, letters);
  const { id } = await client.startAttachment({
    path: { code: county },
    draft,
    body: { name: '材料.pdf', size: bytes.length },
  });
  for (let offset = 0; offset < bytes.length; offset += 1_048_576) {
    const body = bytes.slice(offset, offset + 1_048_576).buffer;
    const path = { code: county, attachmentId: id };
    await client.appendAttachment({ path, draft, headers: { 'Upload-Offset': offset }, body });
  }
  const body = submission(random, [id]);
  const { number } = await client.submitHelpRequest({ path: { code: county }, body, draft });
  return { id, receipt: `${number}.${body.receiptSecret}` };
}

describe.skipIf(process.platform !== 'linux')('slow clients', () => {
  let service: FaultyService;
  afterEach(() => service.remove());

  it('are cut off within 15 s and do not slow the others to more than twice', async () => {
    service = await FaultyService.start();
    const random = seeded(11);
    /** From the first try to 'stored', in milliseconds; a 503 is sent again, as a client does, and costs her time. */
    const submit = async () => {
      const began = performance.now();
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomText(random, 22, letters) };
      const body = JSON.stringify(submission(random));
      for (;;) {
        const url = `${service.url}/v1/federations/${county}/help-requests`;
        const response = await fetch(url, { method: 'POST', headers, body });
        await response.arrayBuffer();
        if (response.status === 201) return performance.now() - began;
        expect(response.status).toBe(503);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    /** Slowest but one in a hundred of `calls`, four at a time; milliseconds. */
    const p99 = async (calls: number) => {
      const times: number[] = [];
      let left = calls;
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          while (left > 0) {
            left -= 1;
            times.push(await submit());
          }
        }),
      );
      times.sort((a, b) => a - b);
      return times[Math.ceil(times.length * 0.99) - 1]!;
    };

    const file = await storeLargeFile(service.url, random);
    await p99(honestCalls); // warm-up
    const alone = await p99(honestCalls);

    const began = performance.now();
    const sockets = Array.from({ length: slowClients }, (_, at) => {
      const kind = Object.values(kinds)[at % 3]!;
      const socket = connect(service.port, '127.0.0.1');
      socket.on('error', () => undefined);
      const timer = kind(socket, file);
      if (kind !== kinds.reading) socket.resume();
      return { socket, end: () => clearInterval(timer) };
    });
    const allCut = untilNoneIsHeld(service.port, sockets).then(() => performance.now() - began);
    const beside = await p99(honestCalls);
    const slowest = await allCut;
    for (const { socket, end } of sockets) {
      end();
      socket.destroy();
    }
    tellFigures('slow-clients', {
      'slow clients': slowClients,
      'p99 alone, ms': Math.round(alone),
      'p99 beside them, ms': Math.round(beside),
      ratio: Math.round((beside / alone) * 100) / 100,
      'ratio goal': '<= 2',
      'slowest cut, ms': Math.round(slowest),
      'cut goal, ms': cutGoal,
    });
    // The short run shares the machine with other tests, so it tells the ratio and the long one holds it to the goal.
    if (soaking) expect(beside / alone).toBeLessThanOrEqual(2);
    expect(slowest).toBeLessThan(cutGoal + (soaking ? 1_000 : 15_000));
    expect(await submit()).toBeGreaterThan(0);
  });
});

/**
 * Waits until the service holds none of the sockets any more. Asks the system: a client that does not read does not hear
 * that its connection was closed.
 */
async function untilNoneIsHeld(port: number, clients: readonly { readonly socket: Socket }[]): Promise<void> {
  await Promise.all(clients.map(({ socket }) => once(socket, 'connect')));
  const waiting = new Set(clients.map(({ socket }) => socket.localPort!));
  const established = '01';
  while (waiting.size > 0) {
    const held = new Set<number>();
    for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
      const [, local = '', remote = '', state] = line.trim().split(/\s+/);
      if (portOf(local) === port && state === established) held.add(portOf(remote));
    }
    for (const one of waiting) if (!held.has(one)) waiting.delete(one);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The port of an address as `/proc/net/tcp` writes it, `0100007F:1F90`. */
function portOf(address: string): number {
  return Number.parseInt(address.slice(address.indexOf(':') + 1), 16);
}

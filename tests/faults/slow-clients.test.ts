import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { county, randomText, submission } from './requester.js';
import { scale, seeded, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const slowClients = scale(120, 500);
const honestCalls = scale(300, 2_000);
const cutGoal = 15_000;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** How a slow client behaves: it never ends its headers, drips its body, or does not read its answer. */
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
  reading: (socket: Socket) => {
    socket.pause();
    const call = `GET /v1/federations/${county}/help-form HTTP/1.1\r\nHost: x\r\n\r\n`;
    socket.write(call.repeat(400));
    return undefined;
  },
} as const;

describe('slow clients', () => {
  let service: FaultyService;
  afterEach(() => service.remove());

  it('are cut off within 15 s and do not slow the others to more than twice', async () => {
    service = await FaultyService.start();
    const random = seeded(11);
    const submit = async () => {
      const began = performance.now();
      const response = await fetch(`${service.url}/v1/federations/${county}/help-requests`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomText(random, 22, letters) },
        body: JSON.stringify(submission(random)),
      });
      expect(response.status).toBe(201);
      await response.arrayBuffer();
      return performance.now() - began;
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

    await p99(honestCalls); // warm-up
    const alone = await p99(honestCalls);

    const cut: number[] = [];
    const sockets = Array.from({ length: slowClients }, (_, at) => {
      const kind = Object.values(kinds)[at % 3]!;
      const socket = connect(service.port, '127.0.0.1');
      socket.on('error', () => undefined);
      const began = performance.now();
      const timer = kind(socket);
      if (kind !== kinds.reading) socket.resume();
      return new Promise<void>((resolve) => {
        socket.on('close', () => {
          clearInterval(timer);
          cut.push(performance.now() - began);
          resolve();
        });
        // Somebody who does not read does not hear that the connection was closed, until she looks.
        if (kind === kinds.reading) setTimeout(() => socket.resume(), cutGoal);
      });
    });
    const beside = await p99(honestCalls);
    await Promise.all(sockets);
    const slowest = Math.max(...cut);
    tellFigures('slow-clients', {
      'slow clients': slowClients,
      'p99 alone, ms': Math.round(alone),
      'p99 beside them, ms': Math.round(beside),
      ratio: Math.round((beside / alone) * 100) / 100,
      'ratio goal': '<= 2',
      'slowest cut, ms': Math.round(slowest),
      'cut goal, ms': cutGoal,
    });
    expect(cut).toHaveLength(slowClients);
    expect(slowest).toBeLessThan(cutGoal + 1_000);
    expect(await submit()).toBeGreaterThan(0);
  });
});

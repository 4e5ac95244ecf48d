/**
 * S4: who has not the right receipt learns nothing from trying, is slow at it, and keeps nobody out; and numbers and secrets
 * cannot be foretold. Long version: `npm run soak -- receipts`.
 */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomDigits } from '../../packages/sdk/src/random.js';
import { newCaseNumber } from '../../packages/server/src/help-requests/case-number.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { sendBytes } from '../contract/wire.js';
import { progressOf, scale, seeded, tellFigures } from '../faults/scale.js';
import { makeOwned, type Owned } from './owned.js';
import { chanceOf, chiSquareOf, trimmedEqually, welchT } from './statistics.js';

const county = '990101000000';
const samples = scale(3_000, 100_000);
const drawn = scale(20_000, 1_000_000);
const threshold = 4.5;
/** What chance may bring once in a million runs counts as chance. */
const rare = 1e-6;

let service: TestService;
let hers: Owned;
beforeAll(async () => {
  service = await createTestService({ config: { logLevel: 'silent' } });
  hers = await makeOwned(service, county);
});
afterAll(() => service.close());

const digits = (random: () => number, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const read = (receipt: string, at = service, remoteAddress = '127.0.0.1') =>
  at.app.inject({ method: 'GET', url: '/v1/own-help-request', headers: { 'Fulian-Receipt': receipt }, remoteAddress });

const openCase = (receipt: string) =>
  service.app.inject({ method: 'POST', url: '/v1/own-case-sessions', headers: { 'Fulian-Receipt': receipt } });
/** All that a receipt opens. */
const doors = [
  ['GET', '/v1/own-help-request', 200],
  ['GET', () => `/v1/own-help-request/attachments/${hers.attached}`, 200],
  ['POST', '/v1/own-case-sessions', 201],
] as const;

describe('a wrong number and a wrong secret', () => {
  it('S4 are answered with the same bytes, but for request id and date', async () => {
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = service.app.server.address() as AddressInfo;
    for (const [method, path, right] of doors) {
      const bytesOf = async (receipt: string) => {
        const url = typeof path === 'string' ? path : path();
        const length = method === 'POST' ? 'Content-Length: 0\r\n' : '';
        const head = `${method} ${url} HTTP/1.1\r\nHost: x\r\n${length}Fulian-Receipt: ${receipt}\r\nConnection: close\r\n\r\n`;
        const text = (await sendBytes(port, head)).toString('latin1');
        const [, id] = /^fulian-request-id: ([0-9a-f]{32})\r$/im.exec(text)!;
        return text.replaceAll(id!, 'request-id').replace(/^date: .*$/im, 'date');
      };
      const wrongNumber = await bytesOf(`000000000000.${hers.secret}`);
      const wrongSecret = await bytesOf(`${hers.number}.${'0'.repeat(24)}`);
      const bothWrong = await bytesOf(`000000000001.${'1'.repeat(24)}`);
      expect(wrongNumber).toMatch(/^HTTP\/1\.1 404 /);
      expect(wrongNumber).toContain('receipt-refused');
      expect([wrongSecret, bothWrong]).toEqual([wrongNumber, wrongNumber]);
      expect(await bytesOf(`${hers.number}.${hers.secret}`)).toMatch(new RegExp(`^HTTP/1\\.1 ${right} `));
    }
  });

  /** Milliseconds of each kind of attempt, in random order, after a warm-up. */
  async function timesOf(
    kinds: readonly (() => string)[],
    count: number,
    random: () => number,
    send: (receipt: string) => Promise<unknown> = read,
  ): Promise<number[][]> {
    const times: number[][] = kinds.map(() => []);
    const warm = 50;
    const progress = progressOf('receipts', count);
    for (let one = 0; one < count + warm; one += 1) {
      const kind = Math.floor(random() * kinds.length);
      const receipt = kinds[kind]!();
      const began = process.hrtime.bigint();
      await send(receipt);
      const took = Number(process.hrtime.bigint() - began) / 1e6;
      if (one >= warm) times[kind]!.push(took);
      progress(one);
    }
    return times;
  }

  it.each([
    ['readOwnHelpRequest', (receipt: string) => read(receipt)],
    ['openOwnCase', openCase],
  ] as const)('S4 take the same time at %s: Welch’s t stays below 4.5', async (operation, send) => {
    const random = seeded(4);
    // Who wants to know whether a number exists tries it again and again; so both numbers are as well known to the brake.
    const absent = digits(random, 12);
    const wrongNumber = () => `${absent}.${digits(random, 24)}`;
    const wrongSecret = () => `${hers.number}.${digits(random, 24)}`;
    const [one, two] = (await timesOf([wrongNumber, wrongSecret], samples, random, send)) as [number[], number[]];
    const figures = [1, 0.99, 0.9].map((keep) => welchT(...trimmedEqually(one, two, keep)));
    const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!.toFixed(3);
    tellFigures('receipts', {
      operation,
      samples: one.length + two.length,
      'wrong number ms': median(one),
      'wrong secret ms': median(two),
      't all': figures[0]!.toFixed(2),
      't 99 %': figures[1]!.toFixed(2),
      't 90 %': figures[2]!.toFixed(2),
      goal: `< ${threshold}`,
    });
    for (const t of figures) expect(Math.abs(t)).toBeLessThan(threshold);
  });

  it('would be told apart where one of them did more work than fits into a step, so that this proof can fail', async () => {
    const random = seeded(5);
    const [slow, quick] = [digits(random, 12), digits(random, 12)];
    const wrong = (number: string) => () => `${number}.${digits(random, 24)}`;
    const { database } = service;
    const call = database.call.bind(database);
    database.call = async (name, text, values) => {
      const rows = await call(name, text, values);
      if (values[0] === slow) for (let more = 0; more < 150; more += 1) await call(name, text, values);
      return rows as never;
    };
    try {
      const [one, two] = (await timesOf([wrong(slow), wrong(quick)], 400, random)) as [number[], number[]];
      expect(welchT(...trimmedEqually(one, two, 0.99))).toBeGreaterThan(threshold);
    } finally {
      database.call = call;
    }
  });
});

describe('guessing', () => {
  let guarded: TestService;
  let owner: Owned;
  beforeAll(async () => {
    const guessLimits = { perAddress: 20, perCase: 10 };
    guarded = await createTestService({ config: { guessLimits, logLevel: 'silent' } });
    // The brake waits in real time, hence its clock must go.
    guarded.clock.now = () => new Date();
    owner = await makeOwned(guarded, county);
  });
  afterAll(() => guarded.close());

  const random = seeded(6);
  const guess = (address: string, number = owner.number) => read(`${number}.${digits(random, 24)}`, guarded, address);
  const ownTime = async (address: string) => {
    const began = performance.now();
    const { statusCode } = await read(`${owner.number}.${owner.secret}`, guarded, address);
    return { statusCode, ms: performance.now() - began };
  };
  const timeOf = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };

  it('S4 is slowed for an address, whatever numbers it tries, to one attempt a second', async () => {
    for (let one = 0; one < 20; one += 1) await guess('10.0.0.1', digits(random, 12));
    const took = await timeOf(async () => {
      for (let one = 0; one < 4; one += 1) expect((await guess('10.0.0.1', digits(random, 12))).statusCode).toBe(404);
    });
    expect(took).toBeGreaterThan(2_900);
  });

  it('S4 is slowed for a case, from wherever it comes, and does not keep its owner out', async () => {
    for (let one = 0; one < 50; one += 1) await guess(`10.1.0.${one}`);
    const took = await timeOf(async () => {
      for (let one = 0; one < 3; one += 1) await guess('10.2.0.1');
    });
    expect(took).toBeGreaterThan(1_900);
    const { statusCode, ms } = await ownTime('10.3.0.1');
    expect(statusCode).toBe(200);
    expect(ms).toBeLessThan(900);
  });

  it('S4 does not keep her out who shares the address of the guesser: she waits for seconds and is let in', async () => {
    const flood = await Promise.all(Array.from({ length: 40 }, () => guess('10.4.0.1')));
    const kinds = new Set(flood.map((one) => one.statusCode));
    expect(kinds).toEqual(new Set([404, 429]));
    for (const one of flood.filter(({ statusCode }) => statusCode === 429))
      expect(Number(one.headers['retry-after'])).toBeLessThanOrEqual(7);
    const { statusCode, ms } = await ownTime('10.4.0.1');
    tellFigures('guessing', { 'her own, same address, ms': Math.round(ms) });
    expect(statusCode).toBe(200);
    expect(ms).toBeLessThan(7_000);
  });
});

describe('what is drawn', () => {
  /** Chances of the digits at all places, of each place by itself, and of pairs of neighbours. */
  function chancesOf(texts: readonly string[]): number[] {
    const length = texts[0]!.length;
    const all = Array.from<number>({ length: 10 }).fill(0);
    const places = Array.from({ length }, () => Array.from<number>({ length: 10 }).fill(0));
    const pairs = Array.from<number>({ length: 100 }).fill(0);
    for (const text of texts) {
      for (let at = 0; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        all[digit]! += 1;
        places[at]![digit]! += 1;
        if (at % 2 === 1) pairs[(text.charCodeAt(at - 1) - 48) * 10 + digit]! += 1;
      }
    }
    return [all, ...places, pairs].map((counts) => chanceOf(chiSquareOf(counts), counts.length - 1));
  }

  it.each([
    ['secrets of 24 digits, made by the SDK', 24, () => randomDigits(24)],
    ['case numbers of 12 digits, made by the service', 12, newCaseNumber],
  ] as const)('S4 %s, are uniform and never the same twice', (name, length, draw) => {
    const texts = Array.from({ length: drawn }, draw);
    for (const text of texts) expect(text).toMatch(length === 24 ? /^\d{24}$/ : /^\d{12}$/);
    const chances = chancesOf(texts);
    tellFigures(`uniform-${length}`, {
      drawn,
      'rarest of': chances.length,
      chance: Math.min(...chances).toExponential(1),
    });
    for (const chance of chances) expect(chance, name).toBeGreaterThan(rare);
    // A million numbers of 12 digits meet in half of the runs; secrets never.
    expect(drawn - new Set(texts).size).toBeLessThanOrEqual(length === 24 ? 0 : 12);
  });

  it('would be found not uniform, so that this proof can fail', () => {
    const random = seeded(7);
    // The classic mistake: a byte modulo ten.
    const biased = () => Array.from({ length: 12 }, () => Math.floor(random() * 256) % 10).join('');
    expect(Math.min(...chancesOf(Array.from({ length: 20_000 }, biased)))).toBeLessThan(rare);
    expect(
      Math.min(...chancesOf(Array.from({ length: 20_000 }, (_, at) => String(at).padStart(12, '0')))),
    ).toBeLessThan(rare);
    expect(Math.min(...chancesOf(Array.from({ length: 20_000 }, () => digits(random, 12))))).toBeGreaterThan(rare);
  });
});

describe('the statistics of these proofs', () => {
  it('agree with known values', () => {
    // From tables: the upper 5 % and 0.1 % of chi-square.
    for (const [chiSquare, freedom, chance] of [
      [16.919, 9, 0.05],
      [27.877, 9, 0.001],
      [123.225, 99, 0.05],
      [148.23, 99, 0.001],
    ] as const)
      expect(Math.abs(chanceOf(chiSquare, freedom) / chance - 1)).toBeLessThan(0.1);
    expect(welchT([1, 2, 3, 4], [2, 3, 4, 5])).toBeCloseTo(-1.0954, 4);
  });
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '@fulian/sdk';
import { county, impatientClient, randomText, submission } from './requester.js';
import { scale, seeded, soaking, tellFigures } from './scale.js';
import { FaultyService } from './service.js';

const slowClients = scale(30, 500);
const honestCalls = scale(300, 2_000);
const rounds = scale(1, 5);
const cutGoal = 15_000;
/** Bytes of the files of an honest person. */
const ownSizes = [3_000_000, 2_000_000, 1_000_000];
const letters = 'abcdefghijklmnopqrstuvwxyz';
/** From so many addresses the slow clients come; the honest one who downloads has another one. */
const slowAddresses = 8;
const honestAddress = '127.0.0.99';

/** What one person has on the service. */
interface Stored {
  readonly receipt: string;
  readonly files: readonly string[];
}

async function store(url: string, random: () => number, sizes: readonly number[]): Promise<Stored> {
  const client = impatientClient(url);
  const draft = randomText(random, 22, letters);
  const files = [];
  for (const size of sizes) files.push(await storeFile(client, draft, size));
  const body = submission(random, files);
  const { number } = await client.submitHelpRequest({ path: { code: county }, body, draft });
  return { receipt: `${number}.${body.receiptSecret}`, files };
}

async function storeFile(client: Client, draft: string, size: number): Promise<string> {
  const end = '\nstartxref\n9\n%%EOF\n';
  const bytes = new TextEncoder().encode('%PDF-1.4\n%'.padEnd(size - end.length, 'x') + end);
  const start = { name: '材料.pdf', size: bytes.length };
  const { id } = await client.startAttachment({ path: { code: county }, draft, body: start });
  for (let offset = 0; offset < bytes.length; offset += 1_048_576) {
    const body = bytes.slice(offset, offset + 1_048_576).buffer;
    const path = { code: county, attachmentId: id };
    await client.appendAttachment({ path, draft, headers: { 'Upload-Offset': offset }, body });
  }
  return id;
}

/** Downloads a file from an address of her own. Resolves to the status and how many bytes came. */
async function download(port: number, receipt: string, id: string): Promise<{ status: number; bytes: number }> {
  const ask = request({
    port,
    host: '127.0.0.1',
    localAddress: honestAddress,
    path: `/v1/own-help-request/attachments/${id}`,
    headers: { 'Fulian-Receipt': receipt },
  }).end();
  const [answer] = (await once(ask, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return { status: answer.statusCode!, bytes };
}

/** Slow clients in a process of their own; `open` resolves to when the last of them was cut off, in milliseconds. */
async function startCrowd(port: number, { receipt, files }: Stored) {
  const file = { id: files[0], receipt };
  const plan = { port, clients: slowClients, addresses: slowAddresses, county, file };
  const crowd = fork(new URL('slow-crowd.mjs', import.meta.url), [JSON.stringify(plan)], { execArgv: [] });
  await once(crowd, 'message');
  return {
    async open(): Promise<number> {
      crowd.send('go');
      const [{ cut }] = (await once(crowd, 'message')) as [{ cut: number }];
      return cut;
    },
    end: () => crowd.kill(),
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Memory of a process that is in use now, in megabytes. */
function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024;
}

// Only Linux tells by /proc which sockets the service still holds, and has the whole of 127.0.0.0/8 for addresses.
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

    // More than the system takes off the service's hands for a client that does not read.
    const large = await store(service.url, random, [16_000_000]);
    const own = await store(service.url, random, ownSizes);
    await p99(honestCalls); // warm-up
    const alone = [await p99(honestCalls)];
    const beside: number[] = [];
    const cuts: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const idle = residentMegabytes(service.pid);
      const crowd = await startCrowd(service.port, large);
      const allCut = crowd.open();
      beside.push(await p99(honestCalls));
      memory.push(residentMegabytes(service.pid) - idle);
      const downloads = await Promise.all(own.files.map((id) => download(service.port, own.receipt, id)));
      expect(downloads).toEqual(ownSizes.map((bytes) => ({ status: 200, bytes })));
      cuts.push(await allCut);
      crowd.end();
      alone.push(await p99(honestCalls));
    }
    // Against what the machine could do just before and just after: other work on it comes and goes.
    const ratios = beside.map((one, at) => one / ((alone[at]! + alone[at + 1]!) / 2));
    const ratio = median(ratios);
    const slowest = Math.max(...cuts);
    tellFigures('slow-clients', {
      'slow clients': slowClients,
      rounds,
      'p99 alone, ms (median)': rounded(median(alone)),
      'p99 beside them, ms (median)': rounded(median(beside)),
      'ratio (median)': rounded(ratio),
      ratios: ratios.map(rounded).join(' '),
      'ratio goal': '<= 2',
      'slowest cut, ms': Math.round(slowest),
      'cut goal, ms': cutGoal,
      'memory above idle, MB (highest)': Math.round(Math.max(...memory)),
    });
    // The short run shares the machine with other tests, so it tells the ratio and the long one holds it to the goal.
    if (soaking) expect(ratio).toBeLessThanOrEqual(2);
    expect(slowest).toBeLessThan(cutGoal + (soaking ? 1_000 : 15_000));
    expect(await submit()).toBeGreaterThan(0);
  });
});

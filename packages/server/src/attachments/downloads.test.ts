import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { newKey } from '../keys/seal.js';
import { ProblemError } from '../problem.js';
import { Downloads, type DownloadParts } from './downloads.js';
import { sealPiece } from './file-keys.js';

const megabyte = 1_048_576;
const portal = '990101000000';
const key = newKey();
const bytes = randomBytes(3 * megabyte + 5);

/** Downloads of one file of four pieces, which tell how many of them were read. */
function downloadsOf(size = bytes.length, beforePiece: () => Promise<void> = async () => undefined) {
  const read: number[] = [];
  const parts = {
    receipts: {
      open: async ({ number, secret }: { number: string; secret: string }) => {
        if (secret === 'wrong') throw new ProblemError('receipt-refused');
        return { number, federation: portal, request: `request of ${number}` };
      },
    },
    requests: { own: async () => ({ portal, wrappedCaseKey: Buffer.alloc(1) }) },
    requestFiles: { of: async () => [{ attachment: { id: 'file', size }, key, workingSize: null }] },
    slowClients: { watchAnswer: () => undefined },
    files: {
      async *piecesOfRequest(file: { federation: string; id: string }) {
        for (let position = 0; position < bytes.length; position += megabyte) {
          await beforePiece();
          read.push(position / megabyte);
          const piece = bytes.subarray(position, position + megabyte);
          yield { position, sealed: sealPiece(key, file, { part: 0, position }, piece) };
        }
      },
    },
  };
  return { downloads: new Downloads(parts as unknown as DownloadParts), read };
}

const receipt = { number: '123456789012', secret: 'right' };
/** Somebody who waits for an answer; `leave` cuts the connection. */
function client(ip = '192.0.2.1') {
  const socket = Object.assign(new EventEmitter(), { destroyed: false });
  const raw = Object.assign(new EventEmitter(), {
    destroyed: false,
    writableFinished: false,
    destroy: () => undefined,
  });
  const reply = { raw, request: { ip, raw: { socket } } } as unknown as FastifyReply;
  return { reply, finish: () => raw.emit('finish'), leave: () => socket.emit('close', (socket.destroyed = true)) };
}
/** Lets everything happen that can happen by now. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a download', () => {
  it('is whole', async () => {
    const { downloads, read } = downloadsOf();
    const { stream, size } = await downloads.open(receipt, 'file', client().reply);
    expect((await buffer(stream)).equals(bytes)).toBe(true);
    expect([size, read]).toEqual([bytes.length, [0, 1, 2, 3]]);
  });

  it('costs one piece where nobody reads it, and the next one only when that was taken', async () => {
    const { downloads, read } = downloadsOf();
    const { stream } = await downloads.open(receipt, 'file', client().reply);
    let taken = 0;
    const untilFull = () =>
      new Promise<void>((resolve) => {
        const take = (chunk: Buffer) => {
          taken += chunk.length;
          if (taken % megabyte !== 0) return;
          stream.pause();
          stream.off('data', take);
          resolve();
        };
        stream.on('data', take).resume();
      });
    await untilFull();
    await settled();
    expect(read).toEqual([0]);
    await untilFull();
    await settled();
    expect(read).toEqual([0, 1]);
    stream.destroy();
  });

  it('is handed out in small parts, so that a slow reader is seen to move', async () => {
    const { downloads } = downloadsOf();
    const { stream } = await downloads.open(receipt, 'file', client().reply);
    for await (const chunk of stream) expect((chunk as Buffer).length).toBeLessThanOrEqual(32_768);
  });

  it('reads nothing any more for who left while she waited for her turn', async () => {
    let go = () => undefined as void;
    const first = new Promise<void>((resolve) => (go = resolve));
    const { downloads, read } = downloadsOf(bytes.length, () => first);
    const stays = client();
    const leaves = client();
    const opened = [downloads.open(receipt, 'file', stays.reply), downloads.open(receipt, 'file', leaves.reply)];
    await settled();
    leaves.leave();
    go();
    const [one, two] = await Promise.all(opened);
    expect((await buffer(two!.stream)).length).toBe(0);
    expect(read).toEqual([0]);
    one!.stream.destroy();
  });

  it('ends in an error where a piece is missing, and not as if it were whole', async () => {
    const { downloads } = downloadsOf(bytes.length + 1);
    const { stream } = await downloads.open(receipt, 'file', client().reply);
    await expect(buffer(stream)).rejects.toThrow('missing');
  });
});

describe('downloads at once', () => {
  it('are never refused to a browser, which takes six at a time', async () => {
    const { downloads } = downloadsOf();
    const opened = await Promise.all(Array.from({ length: 6 }, () => downloads.open(receipt, 'file', client().reply)));
    for (const all of await Promise.all(opened.map(({ stream }) => buffer(stream))))
      expect(all.equals(bytes)).toBe(true);
  });

  it('are six of a receipt, from however many addresses, until one of them ends', async () => {
    const { downloads } = downloadsOf();
    const clients = Array.from({ length: 7 }, (_, at) => client(`192.0.2.${at}`));
    const busy = { code: 'unavailable', parts: { retryAfter: 2 } };
    for (const { reply } of clients.slice(0, 6)) await downloads.open(receipt, 'file', reply);
    await expect(downloads.open(receipt, 'file', clients[6]!.reply)).rejects.toMatchObject(busy);
    clients[3]!.finish();
    await downloads.open(receipt, 'file', client('192.0.2.50').reply);
    await expect(downloads.open(receipt, 'file', client('192.0.2.51').reply)).rejects.toMatchObject(busy);
    await downloads.open({ ...receipt, number: '210987654321' }, 'file', client('192.0.2.52').reply);
  });

  it('are twelve of an address, whatever it has receipts for', async () => {
    const { downloads } = downloadsOf();
    const open = (at: number) =>
      downloads.open({ ...receipt, number: String(100_000_000_000 + at) }, 'file', client().reply);
    for (let at = 0; at < 12; at += 1) await open(at);
    await expect(open(12)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are 64 of all, and wrong receipts take none of them', async () => {
    const { downloads } = downloadsOf();
    for (let at = 0; at < 80; at += 1) {
      const guess = downloads.open({ ...receipt, secret: 'wrong' }, 'file', client(`198.51.100.${at}`).reply);
      await expect(guess).rejects.toMatchObject({ code: 'receipt-refused' });
    }
    const open = (at: number) =>
      downloads.open(
        { ...receipt, number: String(100_000_000_000 + (at % 11)) },
        'file',
        client(`192.0.2.${at}`).reply,
      );
    for (let at = 0; at < 64; at += 1) await open(at);
    await expect(open(64)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

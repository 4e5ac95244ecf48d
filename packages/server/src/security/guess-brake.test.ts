import { describe, expect, it } from 'vitest';
import { createTestService, newToken, submissionOf } from '../service-fixture.js';
import { GuessBrake } from './guess-brake.js';

function brakeOf(limits = { perAddress: 3, perCase: 3 }) {
  const clock = { time: 0, now: () => new Date(clock.time) };
  const waits: number[] = [];
  const brake = new GuessBrake(limits, clock, async (ms) => void waits.push(ms));
  const guess = async (address: string, number: string) => {
    await brake.pace(address, number);
    brake.failed(address, number);
  };
  return { clock, waits, brake, guess };
}

describe('guessing receipts', () => {
  it('S4 is slowed to one check a second for an address, whatever numbers it tries', async () => {
    const { waits, guess } = brakeOf();
    for (let at = 0; at < 6; at += 1) await guess('a', String(at));
    expect(waits).toEqual([1_000, 2_000]);
  });

  it('S4 is slowed for a case, from wherever it comes', async () => {
    const { waits, guess } = brakeOf();
    for (const address of ['a', 'b', 'c']) await guess(address, '7');
    await guess('d', '7');
    await guess('d', '7');
    expect(waits).toEqual([1_000]);
  });

  it('S4 does not keep the owner of an attacked case from reading it: her address has a lane of its own', async () => {
    const { waits, guess, brake } = brakeOf();
    for (let at = 0; at < 8; at += 1) await guess('attacker', '7');
    waits.length = 0;
    await brake.pace('hers', '7');
    expect(waits).toEqual([]);
  });

  it('S4 is told to come back where too many checks of one address wait', async () => {
    const { guess, brake, clock } = brakeOf();
    for (let at = 0; at < 9; at += 1) await guess('a', '7');
    await expect(brake.pace('a', '7')).rejects.toMatchObject({ code: 'rate-limited', parts: { retryAfter: 6 } });
    clock.time += 6_000;
    await brake.pace('a', '7');
  });

  it('is forgiven after a quarter of an hour, and can be switched off', async () => {
    const { waits, guess, clock } = brakeOf();
    for (let at = 0; at < 4; at += 1) await guess('a', '7');
    clock.time += 16 * 60_000;
    await guess('a', '7');
    const off = brakeOf({ perAddress: 0, perCase: 0 });
    for (let at = 0; at < 50; at += 1) await off.guess('a', '7');
    expect([...waits, ...off.waits]).toEqual([]);
  });

  it('S4 lets the right receipt pass while wrong ones are slowed', async () => {
    const service = await createTestService({ config: { guessLimits: { perAddress: 2, perCase: 2 } } });
    const submission = submissionOf('anonymous');
    const { number } = (
      await service.call('submitHelpRequest', { headers: { 'idempotency-key': newToken() }, body: submission })
    ).json<{ number: string }>();
    const read = (secret: string) =>
      service.call('readOwnHelpRequest', { headers: { 'fulian-receipt': `${number}.${secret}` } });
    for (let at = 0; at < 3; at += 1) expect((await read('0'.repeat(24))).statusCode).toBe(404);
    service.clock.time += 1_000;
    expect((await read(submission.receiptSecret)).statusCode).toBe(200);
    await service.close();
  });
});

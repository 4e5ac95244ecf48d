import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedBallot, memoryKeeper } from '../../testing/council-fixture.js';
import { testMemberId } from '../../testing/index.js';
import { VirtualTime } from '../../testing/virtual-time.js';

let time: VirtualTime;
beforeAll(() => void (time = new VirtualTime()));
afterAll(() => time.stop());

const day = 86_400_000;

/** Time goes on, and what waits happens. */
async function live(milliseconds: number): Promise<void> {
  const end = time.now + milliseconds;
  await time.run(end);
  time.now = end;
}

/** A ballot that closes in two days, on a device whose clock is wrong by eight hours. */
async function opened(name: 'motion' | 'secret', keep = memoryKeeper()) {
  const [parts] = await Promise.all([loadedBallot(name, 4, { keep, clock: () => time.now - 8 * 3_600_000 }), live(1)]);
  return { ...parts, keep };
}

test(
  'the countdown goes by the service’s clock, and at its end the result comes by itself',
  { timeout: 60_000 },
  async () => {
    const { store, server, ballot } = await opened('motion');
    expect(store.state.countdown).toEqual({ urgency: 'calm', days: 2, hours: 0, minutes: 0, seconds: 0 });
    for (let member = 5; member < 12; member += 1) server.castVote(ballot, testMemberId(member), { picks: ['yes'] });
    await live(2 * day - 90_000);
    expect(store.state.countdown).toMatchObject({ urgency: 'now', minutes: 1 });
    const phases = new Set<string>();
    store.subscribe(() => phases.add(store.state.phase));
    await live(120_000);
    expect([...phases]).toEqual(expect.arrayContaining(['choosing', 'closed']));
    expect(store.state).toMatchObject({ phase: 'closed', ballot: { result: { outcome: 'passed' } } });
    expect(store.state.countdown).toBeUndefined();
    store.stop();
  },
);

test(
  'while nobody answers at the closing, the votes are being counted, and nothing can be chosen',
  { timeout: 60_000 },
  async () => {
    const { store, server } = await opened('motion');
    store.pick('yes');
    server.isOffline = true;
    await live(2 * day + 1000);
    expect(store.state).toMatchObject({ phase: 'counting', refreshError: { code: 'network' } });
    store.pick('no');
    await Promise.all([store.cast(), live(1)]);
    expect(store.state).toMatchObject({ phase: 'counting', draft: { picks: ['yes'] } });
    server.isOffline = false;
    await live(60_000);
    expect(store.state).toMatchObject({ phase: 'closed', ballot: { result: { outcome: 'no-quorum' } } });
    store.stop();
  },
);

test(
  'a vote on its way when the time is over is settled by the result; nothing stays on the device',
  { timeout: 60_000 },
  async () => {
    const { store, server, ballot, keep } = await opened('secret');
    for (let member = 5; member < 10; member += 1) server.castVote(ballot, testMemberId(member), { picks: ['a'] });
    store.pick('b');
    await live(1);
    server.fail('castSecretVote', 'drop-response', Infinity);
    void store.cast();
    await live(1);
    expect(store.state.casting?.status).toBe('unknown');
    server.isOffline = true;
    await live(2 * day);
    expect(store.state).toMatchObject({ phase: 'casting', casting: { status: 'unknown' } });
    server.isOffline = false;
    await live(120_000);
    expect(store.state).toMatchObject({ phase: 'closed', inclusion: { status: 'counted', of: 6 } });
    expect(keep.text).toBeNull();
    store.stop();
  },
);

test('a ballot that is closed early, or cancelled, is noticed', { timeout: 60_000 }, async () => {
  const { store, server, ballot, council } = await opened('motion');
  server.state.councils.find(council)!.ballot(ballot)!.cancel();
  await live(90_000);
  expect(store.state).toMatchObject({ phase: 'closed', ballot: { state: 'cancelled' }, explanation: [] });
  store.stop();
});

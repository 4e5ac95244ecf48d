import { describe, expect, test, vi } from 'vitest';
import { countdownTo, ServerClock } from './server-clock.js';

const minute = 60_000;
const told = '2026-11-20T02:00:00.000Z';
const at = (milliseconds: number) => new Date(Date.parse(told) + milliseconds).toISOString();

describe('the service’s time', () => {
  test('goes on from what an answer told, half of its way added', () => {
    let device = 1e12;
    let steady = 50;
    const clock = new ServerClock(
      () => device,
      () => steady,
    );
    const askedAt = clock.stamp();
    device += 400;
    clock.hear(told, askedAt);
    expect(clock.now()).toBe(Date.parse(told) + 200);
    device += 5000;
    steady += 5000;
    expect(clock.now()).toBe(Date.parse(told) + 5200);
  });

  test('whoever sets the device’s clock back gains nothing', () => {
    let device = 1e12;
    let steady = 50;
    const clock = new ServerClock(
      () => device,
      () => steady,
    );
    clock.hear(told, clock.stamp());
    device -= 7 * 86_400_000;
    steady += 3000;
    expect(clock.now()).toBe(Date.parse(told) + 3000);
    // Nor is one that has slept, and whose steady clock has stood still, believed to be early.
    device += 8 * 86_400_000;
    expect(clock.now()).toBe(Date.parse(told) + 86_400_000);
  });

  test('a device whose clock is wrong by years shows the right time, and a long way of an answer is not believed', () => {
    let device = 0;
    const clock = new ServerClock(
      () => device,
      () => 0,
    );
    expect(clock.now()).toBe(0);
    device = 86_400_000;
    clock.hear(told, 0);
    expect(clock.now()).toBe(Date.parse(told) + minute);
  });
});

describe('a countdown', () => {
  test.each([
    [25 * 60 * minute, { urgency: 'calm', days: 1, hours: 1, minutes: 0, seconds: 0 }],
    [24 * 60 * minute, { urgency: 'soon', days: 1, hours: 0, minutes: 0, seconds: 0 }],
    [61 * minute, { urgency: 'soon', days: 0, hours: 1, minutes: 1, seconds: 0 }],
    [59.2 * minute, { urgency: 'now', days: 0, hours: 1, minutes: 0, seconds: 0 }],
    [2 * minute, { urgency: 'now', days: 0, hours: 0, minutes: 2, seconds: 0 }],
    [61_001, { urgency: 'now', days: 0, hours: 0, minutes: 1, seconds: 2 }],
    [1, { urgency: 'now', days: 0, hours: 0, minutes: 0, seconds: 1 }],
    [0, { urgency: 'over', days: 0, hours: 0, minutes: 0, seconds: 0 }],
    [-minute, { urgency: 'over', days: 0, hours: 0, minutes: 0, seconds: 0 }],
  ] as const)('%d ms before the closing', (left, shown) => {
    expect(countdownTo(at(left), Date.parse(told)).shown).toEqual(shown);
  });

  test('says when it reads differently, and then does', () => {
    for (let left = 3 * minute + 123; left > 0;) {
      const { shown, changesIn } = countdownTo(at(left), Date.parse(told));
      expect(countdownTo(at(left - changesIn + 1), Date.parse(told)).shown).toEqual(shown);
      expect(countdownTo(at(left - changesIn), Date.parse(told)).shown).not.toEqual(shown);
      left -= changesIn;
    }
    expect(countdownTo(at(0), Date.parse(told)).changesIn).toBe(Infinity);
  });
});

test('a countdown goes by the date itself, whatever a page has made of Date.parse, as MooTools does', () => {
  const parse = vi.spyOn(Date, 'parse').mockReturnValue(Number.NaN);
  try {
    const { shown } = countdownTo('2026-11-22T10:00:00Z', Number(new Date('2026-11-20T10:00:00Z')));
    expect(shown.days).toBe(2);
  } finally {
    parse.mockRestore();
  }
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signedIn } from '../../testing/desk-fixture.js';
import { testPassword } from '../../testing/index.js';
import { createCaseDeskStore } from './index.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => void vi.useRealTimers());

describe('a desk', () => {
  test('asks for all that it needs at once', async () => {
    const { server, session, calls } = await signedIn();
    const gate = server.hold('getCaseRules');
    const desk = createCaseDeskStore({ session });
    const loading = desk.load();
    await vi.advanceTimersByTimeAsync(0);
    const asked = ['getHelpForm', 'countCases', 'listCases'].map((operation) => calls(operation).length);
    expect(asked).toEqual([1, 1, 1]);
    gate.open();
    await loading;
    expect(desk.state).toMatchObject({ load: 'complete', queue: { load: 'complete' } });
    expect(calls('listCases')).toHaveLength(1);
  });

  test('that could not be loaded shows no list, and can be loaded again', async () => {
    const { server, session } = await signedIn();
    server.fail('getCaseRules', 'unavailable');
    const desk = createCaseDeskStore({ session });
    await desk.load();
    expect(desk.state).toMatchObject({ load: 'error', queue: { load: 'initial', total: 0 } });
    await desk.load();
    expect(desk.state).toMatchObject({ load: 'complete', queue: { load: 'complete' } });
  });

  test('that was locked before it was loaded is loaded when she is back', async () => {
    const { server, session } = await signedIn();
    const gate = server.hold('getCaseRules');
    const desk = createCaseDeskStore({ session });
    const loading = desk.load();
    await gate.arrived();
    session.lock();
    gate.open();
    await loading;
    expect(desk.state.load).toBe('initial');
    await session.signIn('worker.qingxi', testPassword);
    await desk.load();
    expect(desk.state).toMatchObject({ load: 'complete', queue: { load: 'complete' } });
  });
});

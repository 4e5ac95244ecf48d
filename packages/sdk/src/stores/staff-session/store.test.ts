import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newSession, signedIn } from '../../testing/desk-fixture.js';
import { testCode, testPassword } from '../../testing/index.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const minute = 60_000;

describe('signing in', () => {
  test('with account and password', async () => {
    const { session } = newSession();
    await session.signIn(' Worker.Qingxi ', testPassword);
    expect(session.state).toMatchObject({ phase: 'signed-in', member: { account: 'worker.qingxi', role: 'worker' } });
  });

  test('no password and no token is part of the state', async () => {
    const { session, server } = await signedIn();
    const [token] = [...server.state.sessions.keys()];
    expect(JSON.stringify(session.state)).not.toContain(token);
    expect(JSON.stringify(session.state)).not.toContain(testPassword);
  });

  test('with a wrong password nobody says what is wrong', async () => {
    const { session } = newSession();
    await session.signIn('worker.qingxi', 'wrong');
    expect(session.state).toMatchObject({ phase: 'signed-out', error: { code: 'sign-in-refused' } });
    const { error } = session.state;
    await session.signIn('nobody.here', testPassword);
    expect(session.state.error!.code).toBe(error!.code);
  });

  test('an account with one-time codes is asked for one, and may mistype it', async () => {
    const { session } = newSession();
    await session.signIn('codes.qingxi', testPassword);
    expect(session.state.phase).toBe('code-needed');
    expect(session.state.error).toBeUndefined();
    await session.giveCode('000 000');
    expect(session.state).toMatchObject({ phase: 'code-needed', error: { code: 'sign-in-refused' } });
    await session.giveCode(testCode.replace(/(...)/, '$1 '));
    expect(session.state.phase).toBe('signed-in');
  });

  test('account and password wait two minutes for the code and no longer', async () => {
    const { session, calls } = newSession();
    await session.signIn('codes.qingxi', testPassword);
    await pass(2 * minute);
    expect(session.state.phase).toBe('signed-out');
    await session.giveCode(testCode);
    expect(calls('signInStaff')).toHaveLength(1);
  });

  test('a new account sets one-time codes up before anything else', async () => {
    const { session } = newSession();
    await session.signIn('new.qingxi', testPassword);
    expect(session.state.phase).toBe('setting-up');
    await session.startSecondFactor();
    expect(session.state.secondFactor!.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await session.confirmSecondFactor('999999')).toBe(false);
    expect(session.state).toMatchObject({ phase: 'setting-up', error: { code: 'sign-in-refused' } });
    expect(await session.confirmSecondFactor(testCode)).toBe(true);
    expect(session.state).toMatchObject({ phase: 'signed-in', member: { secondFactor: true } });
    expect(session.state.secondFactor).toBeUndefined();
  });

  test('elsewhere: there and back', async () => {
    const { session } = newSession();
    const started = await session.startOidc('https://county.example/desk.html');
    expect(started!.authorizationUrl).toContain('https://login.county.example/');
    await session.finishOidc(started!.flow, 'https://county.example/desk.html?code=x&state=y');
    expect(session.state.phase).toBe('signed-in');
  });

  test('a late answer changes nothing after she went on', async () => {
    const { session, server } = newSession();
    const gate = server.hold('signInStaff');
    const signing = session.signIn('worker.qingxi', testPassword);
    await gate.arrived();
    await session.signOut();
    gate.open();
    await signing;
    expect(session.state).toMatchObject({ phase: 'signed-out', because: 'left' });
    await expect(session.client.getStaffSession()).rejects.toMatchObject({ code: 'staff-refused' });
  });
});

describe('a session', () => {
  test('is locked without a sign of her, and its token opens nothing any more', async () => {
    const { session, server } = await signedIn();
    session.setIdleMinutes(10);
    await pass(9 * minute);
    expect(session.state.idleSoon).toBe(true);
    session.touch();
    expect(session.state.idleSoon).toBe(false);
    await pass(10 * minute);
    expect(session.state).toMatchObject({ phase: 'locked', because: 'idle', member: { account: 'worker.qingxi' } });
    expect(server.state.sessions.size).toBe(0);
  });

  test('is unlocked by the same person; nothing is forgotten', async () => {
    const { session } = await signedIn();
    const forgotten = vi.fn();
    session.onForget(forgotten);
    session.lock();
    await session.unlock('wrong');
    expect(session.state).toMatchObject({ phase: 'locked', error: { code: 'sign-in-refused' } });
    await session.unlock(testPassword);
    expect(session.state.phase).toBe('signed-in');
    expect(forgotten).not.toHaveBeenCalled();
  });

  test('another person finds nothing of what was there before', async () => {
    const { session } = await signedIn();
    const forgotten = vi.fn();
    session.onForget(forgotten);
    session.lock();
    await session.signIn('worker2.qingxi', testPassword);
    expect(session.state.member!.account).toBe('worker2.qingxi');
    expect(forgotten).toHaveBeenCalledTimes(1);
  });

  test('warns before its time is over, and is locked then', async () => {
    const { session } = await signedIn();
    session.setIdleMinutes(24 * 60);
    await pass(11 * 60 * minute + 49 * minute);
    expect(session.state.expiresSoon).toBe(false);
    await pass(2 * minute);
    expect(session.state.expiresSoon).toBe(true);
    await pass(10 * minute);
    expect(session.state).toMatchObject({ phase: 'locked', because: 'expired' });
  });

  test('that the service has ended is locked by the first answer that says so', async () => {
    const { session, server } = await signedIn();
    server.state.sessions.clear();
    await expect(session.client.countCases({ path: { code: '990101000000' } })).rejects.toMatchObject({ status: 401 });
    expect(session.state).toMatchObject({ phase: 'locked', because: 'ended' });
  });

  test('is not locked by a wrong password of her own', async () => {
    const { session } = await signedIn();
    expect(await session.changePassword('wrong', 'a-new-password-1')).toBe(false);
    expect(session.state).toMatchObject({
      phase: 'signed-in',
      passwordChange: 'failed',
      error: { code: 'sign-in-refused' },
    });
    expect(await session.changePassword(testPassword, 'a-new-password-1')).toBe(true);
    expect(session.state.passwordChange).toBe('done');
  });

  test('that she ends is over here at once, and there', async () => {
    const { session, server } = await signedIn();
    const forgotten = vi.fn();
    session.onForget(forgotten);
    const leaving = session.signOut();
    expect(session.state).toMatchObject({ phase: 'signed-out', because: 'left' });
    expect(session.state.member).toBeUndefined();
    expect(forgotten).toHaveBeenCalledTimes(1);
    await leaving;
    expect(server.state.sessions.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

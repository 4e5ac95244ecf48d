import { expect, test } from 'vitest';
import { memoryKeeper, newCouncilServer } from '../../testing/council-fixture.js';
import { testCouncilId, testInvitation, testVoucher } from '../../testing/index.js';
import { createMemberSession } from './index.js';

function newSession(keep = memoryKeeper()) {
  const parts = newCouncilServer();
  const session = createMemberSession({ client: parts.client, council: parts.council, keep });
  return { ...parts, session, keep };
}

test('a card opens a session, however its digits are typed; S2 nothing is kept unless she asks', async () => {
  const { session, keep } = newSession();
  const digits = testInvitation(4);
  await session.openWithCode(` ${digits.slice(0, 4)}-${digits.slice(4, 8)} ${digits.slice(8)} `.replace(/4/g, '４'));
  expect(session.state).toMatchObject({ phase: 'open', isKept: false, member: { name: '示例戊', role: 'member' } });
  expect(session.token()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(session.state)).not.toContain(session.token());
  expect(keep.text).toBeNull();
});

test('what is typed is looked at before anything is sent', async () => {
  const { session, calls } = newSession();
  for (const [typed, fault] of [
    ['', 'missing'],
    ['4821 9073', 'too-short'],
    [`${testInvitation(4)}1`, 'too-long'],
    ['48219073551648ab', 'digits'],
  ] as const) {
    await session.openWithCode(typed);
    expect(session.state).toEqual({ phase: 'initial', isKept: false, codeFault: fault });
  }
  expect(calls('openMemberSession')).toHaveLength(0);
});

test('S6 a wrong, a used-up and another council’s card look the same', async () => {
  for (const code of ['0000000000000000', testInvitation(10), testInvitation(9), testInvitation(0, 1)]) {
    const { session } = newSession();
    await session.openWithCode(code);
    expect(session.state).toMatchObject({ phase: 'error', error: { code: 'invitation-refused' } });
    expect(session.token()).toBe('');
  }
});

test('a portal vouches for its member once', async () => {
  const { session, client, council } = newSession();
  await session.openWithVoucher(testVoucher(3));
  expect(session.state).toMatchObject({ phase: 'open', member: { name: '示例丁' } });
  const again = createMemberSession({ client, council });
  await again.openWithVoucher(testVoucher(3));
  expect(again.state.phase).toBe('error');
});

test('a session that she keeps goes on with the next page, also without a network, until the service knows it no more', async () => {
  const { session, keep, client, council, server } = newSession();
  await session.openWithCode(testInvitation(4), { remember: true });
  expect(session.state.isKept).toBe(true);
  const next = () => createMemberSession({ client, council, keep });
  const page = next();
  await page.resume();
  expect(page.state).toMatchObject({ phase: 'open', isKept: true, member: { name: '示例戊' } });
  server.isOffline = true;
  const offline = next();
  await offline.resume();
  expect(offline.state).toMatchObject({ phase: 'open', member: { name: '示例戊' } });
  server.isOffline = false;
  server.state.councils.sessions.clear();
  const late = next();
  await late.resume();
  expect(late.state).toEqual({ phase: 'initial', isKept: false, because: 'ended' });
  expect(keep.text).toBeNull();
});

test('leaving ends it here at once, and there; what a keeper holds is gone', async () => {
  const { session, keep, server } = newSession();
  await session.openWithCode(testInvitation(4), { remember: true });
  server.isOffline = true;
  await session.leave();
  expect(session.state).toEqual({ phase: 'initial', isKept: false, because: 'left' });
  expect(session.token()).toBe('');
  expect(keep.text).toBeNull();
  expect(server.state.councils.sessions.size).toBe(1);
  server.isOffline = false;
  await session.openWithCode(testInvitation(4));
  await session.leave();
  expect(server.state.councils.sessions.size).toBe(1);
});

test('a keeper that fails, or holds nonsense, stops nobody', async () => {
  const broken = newSession();
  broken.keep.fails = true;
  await broken.session.openWithCode(testInvitation(4), { remember: true });
  expect(broken.session.state).toMatchObject({ phase: 'open', isKept: false });
  const odd = newSession(memoryKeeper('{"token":5'));
  await odd.session.resume();
  expect(odd.session.state.phase).toBe('initial');
});

test('a session of another council than the one that was asked for is none', async () => {
  const { client, server } = newCouncilServer();
  const session = createMemberSession({ client, council: testCouncilId(1) });
  server.fail('openMemberSession', {
    status: 201,
    body: {
      token: 'x'.repeat(43),
      expiresAt: '2030-01-01T00:00:00Z',
      council: testCouncilId(0),
      member: { id: 'm'.repeat(22), name: '示例甲', role: 'chair' },
    },
  });
  await session.openWithCode(testInvitation(0, 1));
  expect(session.state).toMatchObject({ phase: 'error', error: { code: 'contract' } });
});

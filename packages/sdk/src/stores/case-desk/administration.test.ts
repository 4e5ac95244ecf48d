import { describe, expect, test } from 'vitest';
import { signedIn } from '../../testing/desk-fixture.js';
import { testCaseId } from '../../testing/index.js';
import { createAuditLogStore, createStaffAccountsStore } from './index.js';

const draft = {
  account: 'worker.new',
  name: '示例新人',
  role: 'worker',
  federation: '990101001000',
  password: 'example-password-3',
} as const;

describe('accounts', () => {
  test('are added once, however often an answer is lost', async () => {
    const { session, server } = await signedIn('admin.qingxi');
    const store = createStaffAccountsStore({ session });
    await store.load();
    const { length } = store.state.items;
    server.fail('createStaffAccount', 'drop-response');
    expect(await store.create(draft)).toBe(false);
    expect(store.state.change).toMatchObject({ status: 'unknown' });
    expect(await store.create(draft)).toBe(true);
    expect(store.state.items).toHaveLength(length + 1);
    expect(store.state.items[length]).toMatchObject({ account: 'worker.new', federation: { name: '柳桥镇' } });
    expect(JSON.stringify(store.state)).not.toContain(draft.password);
  });

  test('a name that is taken is refused', async () => {
    const { session } = await signedIn('admin.qingxi');
    const store = createStaffAccountsStore({ session });
    expect(await store.create({ ...draft, account: 'worker.qingxi' })).toBe(false);
    expect(store.state.change).toMatchObject({ status: 'refused', error: { code: 'account-taken' } });
    store.dismissChange();
    expect(store.state.change).toBeUndefined();
  });

  test('a change that was decided on old facts overwrites nothing', async () => {
    const { session, server } = await signedIn('admin.qingxi');
    const store = createStaffAccountsStore({ session });
    await store.load();
    const other = server.state.staff.find(({ member }) => member.account === 'worker2.qingxi')!;
    other.member = { ...other.member, name: '已改名' };
    other.revision += 1;
    expect(await store.change(other.member.id, { disabled: true })).toBe(false);
    expect(store.state.change).toMatchObject({ status: 'refused', error: { code: 'precondition-failed' } });
    expect(store.state.items.find(({ id }) => id === other.member.id)!.name).toBe('已改名');
    expect(await store.change(other.member.id, { disabled: true })).toBe(true);
    expect(other.member.disabled).toBe(true);
  });

  test('are forgotten with the session', async () => {
    const { session } = await signedIn('admin.qingxi');
    const store = createStaffAccountsStore({ session });
    await store.load();
    await session.signOut();
    expect(store.state).toMatchObject({ load: 'initial', items: [] });
  });
});

test('S7 the audit log is read page by page, by its auditor only', async () => {
  const { session, server } = await signedIn('auditor.qingxi');
  for (let at = 0; at < 150; at += 1)
    server.state.audit.push({
      seq: at + 1,
      at: new Date(0).toISOString(),
      actor: { kind: 'staff' },
      operation: 'getCase',
      case: testCaseId(0),
      hash: '0'.repeat(64),
    });
  const log = createAuditLogStore({ session });
  await log.load();
  expect(log.state).toMatchObject({ load: 'complete', hasMore: true });
  await log.more();
  expect(log.state.items.map(({ seq }) => seq)).toEqual([...Array(150).keys()].map((at) => 150 - at));
  const worker = await signedIn('worker.qingxi');
  const refused = createAuditLogStore({ session: worker.session });
  await refused.load();
  expect(refused.state).toMatchObject({ load: 'error', error: { code: 'role-refused' } });
});

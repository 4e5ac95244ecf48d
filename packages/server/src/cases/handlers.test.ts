import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';

type Case = components['schemas']['Case'];
type Step = components['schemas']['CaseStep'];

const township = '990101001000';
let service: TestService;
let worker: TestPerson;
let supervisor: TestPerson;
let second: TestPerson;
let intake: TestPerson;
let helper: TestPerson;

beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.time = Date.parse('2026-11-20T03:15:00Z');
  worker = await signedIn(service, 'worker', county, '王干部');
  supervisor = await signedIn(service, 'supervisor', county, '李主任');
  second = await signedIn(service, 'supervisor', county, '赵主任');
  intake = await signedIn(service, 'intake', county, '接待员');
  helper = await signedIn(service, 'worker', township, '镇干部');
});

async function submit(change = {}): Promise<string> {
  const answer = await service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', change),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const { rows } = await service.admin.query('select federation, id from help_requests where number = $1', [
    answer.json().number,
  ]);
  return `${rows[0].federation}-${rows[0].id}`;
}

const read = async (who: TestPerson, caseId: string) => {
  const answer = await service.call('getCase', { path: { caseId }, headers: who.headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Case>();
};

const send = (who: TestPerson, caseId: string, step: Step, revision: number, key = newToken()) =>
  service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...who.headers, 'if-match': `"${revision}"`, 'idempotency-key': key },
    body: step,
  });

const take = async (who: TestPerson, caseId: string, step: Step) => {
  const { summary } = await read(who, caseId);
  const answer = await send(who, caseId, step, summary.revision);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Case>();
};

describe('a case', () => {
  it('goes from submitted to closed, with the limits met on its way', async () => {
    const caseId = await submit();
    const first = await read(worker, caseId);
    expect(first.summary).toMatchObject({ state: 'submitted', owner: { code: county, name: '清溪县' }, revision: 1 });
    expect(first.may).toContain('accept');
    expect((await take(intake, caseId, { kind: 'accept' })).summary.state).toBe('accepted');
    const claimed = await take(worker, caseId, { kind: 'claim' });
    expect(claimed.summary).toMatchObject({ state: 'in-progress', assignee: { id: worker.id, name: '王干部' } });
    await take(worker, caseId, { kind: 'contact', reached: true, words: '电话中说明了流程。' });
    const measured = await take(worker, caseId, { kind: 'measure', measure: 'mediation', words: '已调解。' });
    expect(measured.limits.find((one) => one.kind === 'first-contact')?.metAt).toBeDefined();
    const resolved = await take(worker, caseId, { kind: 'resolve', words: '双方达成协议。' });
    expect(resolved.summary).toMatchObject({ state: 'resolved', nextLimit: 'follow-up' });
    expect(resolved.followUps).toEqual([{ due: '2026-12-20' }]);
    const followed = await take(worker, caseId, { kind: 'follow-up', outcome: 'stable', words: '平稳。' });
    expect(followed.summary.state).toBe('followed-up');
    const closed = await take(worker, caseId, { kind: 'close' });
    expect(closed.summary).toMatchObject({ state: 'closed', overdue: 0 });
    expect(closed.summary.nextDue).toBeUndefined();
    const history = await service.call('listCaseEvents', { path: { caseId }, headers: worker.headers });
    expect(history.json().items.map((one: { kind: string }) => one.kind)).toEqual([
      'close',
      'follow-up',
      'resolve',
      'measure',
      'contact',
      'claim',
      'accept',
      'submitted',
    ]);
    expect(history.json().items[3]).toMatchObject({ words: '已调解。', by: { name: '王干部' }, internal: false });
  });

  it('changes hands only when the receiver accepts: until then, and after a return, it is the sender’s (C4)', async () => {
    const caseId = await submit();
    await take(worker, caseId, { kind: 'accept' });
    const missing = await service.call('getCase', { path: { caseId }, headers: helper.headers });
    expect(missing.statusCode).toBe(404);
    const offer: Step = { kind: 'offer-transfer', to: { federation: township }, words: '请就近上门。' };
    const offered = await take(worker, caseId, offer);
    expect(offered.summary).toMatchObject({ waiting: 'receiver', owner: { code: county } });
    expect(offered.may).not.toContain('accept-transfer');
    expect((await read(helper, caseId)).may).toEqual(['accept-transfer', 'return-transfer']);
    const key = newToken();
    const give = () =>
      send(helper, caseId, { kind: 'return-transfer', words: '人手不足。' }, offered.summary.revision, key);
    for (const answer of [await give(), await give()]) {
      // Done, and from now on none of hers: what it is about and no more.
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json()).toMatchObject({ may: [], identity: { kind: 'anonymous' }, transfers: [] });
      expect(answer.body).not.toContain('承包地');
    }
    expect((await service.call('getCase', { path: { caseId }, headers: helper.headers })).statusCode).toBe(404);
    const back = await read(worker, caseId);
    expect(back.transfers).toMatchObject([{ state: 'returned', answer: '人手不足。', to: { code: township } }]);
    await take(worker, caseId, offer);
    const accepted = await take(helper, caseId, { kind: 'accept-transfer' });
    expect(accepted.summary).toMatchObject({ owner: { code: township }, state: 'in-progress' });
    expect(accepted.identity).toEqual(back.identity);
    // The county reaches what its township handles.
    expect((await read(worker, caseId)).transfers.map((one) => one.state)).toEqual(['returned', 'accepted']);
  });

  it('that is offered without a name shows the receiver what it is about and no more', async () => {
    const caseId = await submit({ narrative: '说来话长。' });
    await take(worker, caseId, { kind: 'accept' });
    await take(worker, caseId, { kind: 'note', words: '内部。' });
    await take(worker, caseId, {
      kind: 'offer-transfer',
      to: { federation: township },
      named: false,
      words: '能接吗？',
    });
    const veiled = await read(helper, caseId);
    expect(veiled).toMatchObject({
      identity: { kind: 'anonymous' },
      safeContact: { channel: 'none' },
      callAllowed: false,
    });
    expect(JSON.stringify(veiled)).not.toContain('说来话长');
    const history = await service.call('listCaseEvents', { path: { caseId }, headers: helper.headers });
    expect(history.json().items.map((one: { kind: string }) => one.kind)).toEqual(['offer-transfer']);
    await take(helper, caseId, { kind: 'accept-transfer' });
    expect(JSON.stringify(await read(helper, caseId))).toContain('说来话长');
  });

  it('that is red is closed by a second supervisor only (C5)', async () => {
    const caseId = await submit();
    await take(worker, caseId, { kind: 'accept' });
    await take(worker, caseId, { kind: 'claim' });
    await take(worker, caseId, { kind: 'regrade', grade: 'red', words: '有威胁。' });
    await take(worker, caseId, { kind: 'resolve', words: '已安全。' });
    await take(worker, caseId, { kind: 'follow-up', outcome: 'stable' });
    const asked = await take(supervisor, caseId, { kind: 'request-closing' });
    expect(asked.summary.waiting).toBe('approval');
    const own = await send(supervisor, caseId, { kind: 'approve-closing' }, asked.summary.revision);
    expect([own.statusCode, own.json().code]).toEqual([409, 'step-refused']);
    expect((await take(second, caseId, { kind: 'approve-closing' })).summary.state).toBe('closed');
  });

  it('is never changed by two at once: the second is told and has lost nothing', async () => {
    const caseId = await submit();
    const { summary } = await read(worker, caseId);
    const [a, b] = await Promise.all([
      send(worker, caseId, { kind: 'accept' }, summary.revision),
      send(supervisor, caseId, { kind: 'decline', words: '请找法院。' }, summary.revision),
    ]);
    expect(new Set([a.statusCode, b.statusCode])).toEqual(new Set([200, 412]));
    const missing = await service.call('takeCaseStep', {
      path: { caseId },
      headers: { ...worker.headers, 'idempotency-key': newToken() },
      body: { kind: 'note', words: 'x' },
    });
    expect([missing.statusCode, missing.json().code]).toEqual([428, 'precondition-missing']);
  });

  it('takes a step once, however often it is sent', async () => {
    const caseId = await submit();
    const key = newToken();
    const first = await send(worker, caseId, { kind: 'note', words: '一次。' }, 1, key);
    const again = await send(worker, caseId, { kind: 'note', words: '一次。' }, 1, key);
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    const other = await send(worker, caseId, { kind: 'note', words: '两次。' }, 1, key);
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency-key-reused']);
    const { rows } = await service.admin.query(
      `select count(*)::int as count from case_events where request_id = $1 and kind = 'note'`,
      [caseId.slice(13)],
    );
    expect(rows[0].count).toBe(1);
  });

  it('refuses what does not fit, and says what', async () => {
    const caseId = await submit({ exclusion: { units: [township] } });
    const refuse = async (step: Step, who = worker) => {
      const { summary } = await read(who, caseId);
      const answer = await send(who, caseId, step, summary.revision);
      return [answer.statusCode, ...(answer.json().findings ?? []).map((one: object) => Object.values(one).join(' '))];
    };
    expect(await refuse({ kind: 'decline' })).toEqual([422, 'body/words missing']);
    expect(await refuse({ kind: 'accept', grade: 'red' })).toEqual([422, 'body/grade unexpected']);
    expect(await refuse({ kind: 'close' })).toEqual([409]);
    await take(worker, caseId, { kind: 'accept' });
    const offer = (federation: string): Step => ({ kind: 'offer-transfer', to: { federation }, words: '请接。' });
    // C9: a unit that she excluded is refused as one that does not exist.
    expect(await refuse(offer(township))).toEqual(await refuse(offer('123456789012')));
    expect(await refuse(offer(township))).toEqual([422, 'body/to/federation not-offered']);
    expect(await refuse({ kind: 'invite', unit: township })).toEqual([422, 'body/unit not-offered']);
    expect(await refuse({ kind: 'assign', worker: worker.id }, supervisor)).toEqual([200]);
    expect(await refuse({ kind: 'assign', worker: helper.id }, supervisor)).toEqual([422, 'body/worker not-offered']);
    expect((await service.call('getCase', { path: { caseId }, headers: helper.headers })).statusCode).toBe(404);
  });

  it('is taken down by staff on the phone with a receipt, first contact made', async () => {
    const key = newToken();
    const register = () =>
      service.call('registerCase', {
        headers: { ...intake.headers, 'idempotency-key': key },
        body: { channel: 'hotline-12338', submission: submissionOf('anonymous') },
      });
    const answer = await register();
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await register()).json()).toEqual(answer.json());
    const { id, receipt } = answer.json();
    const found = await read(worker, id);
    expect(found.summary).toMatchObject({ number: receipt.number, channel: 'hotline-12338' });
    expect(found.limits[0]).toMatchObject({ kind: 'first-contact', metAt: '2026-11-20T03:15:00.000Z' });
    const history = await service.call('listCaseEvents', { path: { caseId: id }, headers: worker.headers });
    expect(history.json().items[0]).toMatchObject({ kind: 'registered', by: { kind: 'staff', name: '接待员' } });
  });

  it('shows others of the same phone and the same person until somebody has looked at them', async () => {
    const identity = { kind: 'named' as const, name: `重复${newToken().slice(0, 8)}` };
    const safeContact = { channel: 'phone' as const, mayLeaveMessage: false, maySayWhoCalls: false };
    const phone = `139${String(Date.now()).slice(-8)}`;
    const old = await submit({ identity, safeContact: { ...safeContact, value: phone } });
    const caseId = await submit({ identity, safeContact: { ...safeContact, value: `+86 ${phone}` } });
    const { repeats } = await read(worker, caseId);
    expect(repeats).toMatchObject([{ case: { id: old }, same: ['person', 'phone'] }]);
    expect((await take(worker, caseId, { kind: 'dismiss-repeat', repeat: old })).repeats).toEqual([]);
  });
});

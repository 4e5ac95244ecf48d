import { examples } from '@fulian/contract/examples';
import type { OperationId } from '@fulian/contract/operations';
import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { pdfOf } from '../testing/sample-files.js';

type Case = components['schemas']['Case'];
type OwnCase = components['schemas']['OwnCase'];
type Step = components['schemas']['CaseStep'];

let service: TestService;
let worker: TestPerson;
const secret = '483920174650288391047562';

beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());
beforeEach(async () => {
  service.clock.time = Date.parse('2026-11-20T03:15:00Z');
  worker = await signedIn(service, 'worker', county, '王干部');
});

interface Hers {
  readonly caseId: string;
  readonly number: string;
  readonly receipt: string;
}

async function submit(change: Parameters<typeof submissionOf>[1] = {}): Promise<Hers> {
  const answer = await service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', { receiptSecret: secret, ...change }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const { number } = answer.json<{ number: string }>();
  const { rows } = await service.admin.query('select federation, id from help_requests where number = $1', [number]);
  return { caseId: `${rows[0].federation}-${rows[0].id}`, number, receipt: `${number}.${secret}` };
}

const open = async ({ receipt }: Hers) => {
  const answer = await service.call('openOwnCase', { headers: { 'fulian-receipt': receipt } });
  expect(answer.statusCode, answer.body).toBe(201);
  return { 'fulian-case': answer.json<{ token: string }>().token };
};
const read = async (headers: { 'fulian-case': string }) => {
  const answer = await service.call('readOwnCase', { headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<OwnCase>();
};
const post = (id: OperationId, headers: Record<string, string>, body: unknown) =>
  service.call(id, { headers: { 'idempotency-key': newToken(), ...headers }, body });
const take = async (caseId: string, step: Step, headers: Record<string, string> = {}, who = worker) => {
  const seen = await service.call('getCase', { path: { caseId }, headers: who.headers });
  const { revision } = seen.json<Case>().summary;
  const answer = await service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...who.headers, ...headers, 'if-match': `"${revision}"`, 'idempotency-key': newToken() },
    body: step,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Case>();
};
const kindsOf = (own: OwnCase) => own.timeline.map((one) => one.kind);

/** Uploads a file under a draft. */
async function upload(draft: string, name = '材料.pdf'): Promise<string> {
  const file = pdfOf();
  const started = await service.call('startAttachment', {
    headers: { 'fulian-draft': draft, 'idempotency-key': newToken() },
    body: { name, size: file.length },
  });
  const { id } = started.json<{ id: string }>();
  await service.call('appendAttachment', {
    path: { code: county, attachmentId: id },
    headers: { 'fulian-draft': draft, 'upload-offset': '0' },
    body: file,
  });
  return id;
}

describe('her case', () => {
  it('is opened with the receipt and shows what happens next', async () => {
    const hers = await submit();
    const own = await read(await open(hers));
    expect(own).toMatchObject({
      number: hers.number,
      state: 'submitted',
      home: county,
      handledBy: { code: county, name: '清溪县' },
      next: { kind: 'contact', late: false },
      may: ['message', 'withdraw'],
    });
    expect(own.categoryName?.['zh-CN']).toBeTruthy();
    expect(own.timeline).toEqual([{ at: '2026-11-20T03:15:00.000Z', kind: 'submitted', byYou: true }]);
  });

  it('shows what is for her and nothing else: no note, no name of staff, no words of a measure', async () => {
    const hers = await submit();
    const headers = await open(hers);
    await take(hers.caseId, { kind: 'accept', words: '我们已受理。' });
    await take(hers.caseId, { kind: 'claim' });
    await take(hers.caseId, { kind: 'note', words: '内部：怀疑对方有前科。' });
    await take(hers.caseId, { kind: 'measure', measure: 'visit', words: '走访了邻居甲。' });
    await take(hers.caseId, { kind: 'ask', words: '请问您现在安全吗？' });
    const own = await read(headers);
    expect(kindsOf(own)).toEqual(['submitted', 'accepted', 'working', 'measure', 'asked']);
    expect(own.next).toEqual({ kind: 'your-answer' });
    expect(own.timeline[1]!.words).toBe('我们已受理。');
    expect(JSON.stringify(own)).not.toMatch(/内部|前科|邻居|王干部/);
    const answered = await post('sendOwnMessage', headers, { words: '我在娘家，安全。' });
    expect(answered.statusCode, answered.body).toBe(201);
    expect(answered.json<OwnCase>().timeline.at(-1)).toMatchObject({
      kind: 'message',
      byYou: true,
      words: '我在娘家，安全。',
    });
    const seen = await service.call('getCase', { path: { caseId: hers.caseId }, headers: worker.headers });
    expect(seen.json<Case>().summary).toMatchObject({ unread: true });
    expect(seen.json<Case>().summary.waiting).toBeUndefined();
  });

  it('takes a message once, however often it is sent', async () => {
    const hers = await submit();
    const headers = { ...(await open(hers)), 'idempotency-key': newToken() };
    const [first, second] = [
      await post('sendOwnMessage', headers, { words: '一次' }),
      await post('sendOwnMessage', headers, { words: '一次' }),
    ];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(kindsOf(second.json<OwnCase>())).toEqual(['submitted', 'message']);
    expect((await post('sendOwnMessage', headers, { words: '另一句' })).json()).toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('carries her files, and not those that came with a note', async () => {
    const hers = await submit();
    const headers = await open(hers);
    const [mine, theirs] = [newToken(), newToken()];
    const [own, internal] = [await upload(mine), await upload(theirs)];
    const sent = await post(
      'sendOwnMessage',
      { ...headers, 'fulian-draft': mine },
      { words: '见附件', attachments: [own] },
    );
    expect(sent.statusCode, sent.body).toBe(201);
    await take(hers.caseId, { kind: 'note', words: '见附件', attachments: [internal] }, { 'fulian-draft': theirs });
    const seen = await read(headers);
    expect(seen.attachments.map((one) => one.id)).toEqual([own]);
    expect(seen.timeline.at(-1)!.attachments?.map((one) => one.id)).toEqual([own]);
    const receipt = { 'fulian-receipt': hers.receipt };
    const download = (attachmentId: string) =>
      service.app.inject({ method: 'GET', url: `/v1/own-help-request/attachments/${attachmentId}`, headers: receipt });
    expect((await download(own)).statusCode).toBe(200);
    expect((await download(internal)).json()).toMatchObject({ code: 'attachment-unknown' });
    const request = await service.call('readOwnHelpRequest', { headers: receipt });
    expect(request.body).not.toContain(internal);
  });

  it('S8 S3 names its files to her and hands them out, and to nobody else', async () => {
    const hers = await submit();
    const headers = await open(hers);
    const [mine, asked, noted] = [newToken(), newToken(), newToken()];
    const own = await upload(mine);
    // Files are listed in the order in which they were announced: the clock of the tests stands still unless it is moved.
    service.clock.time += 1_000;
    const [theirs, internal] = [await upload(asked, '申请表 空白.pdf'), await upload(noted)];
    await post('sendOwnMessage', { ...headers, 'fulian-draft': mine }, { words: '见附件', attachments: [own] });
    await take(hers.caseId, { kind: 'accept' });
    await take(hers.caseId, { kind: 'ask', words: '请填这张表。', attachments: [theirs] }, { 'fulian-draft': asked });
    await take(hers.caseId, { kind: 'note', words: '内部', attachments: [internal] }, { 'fulian-draft': noted });
    const seen = await read(headers);
    const named = seen.timeline.flatMap(({ attachments = [] }) => attachments.map(({ id, name }) => [id, name]));
    expect(named).toEqual([
      [own, '材料.pdf'],
      [theirs, '申请表 空白.pdf'],
    ]);
    expect(seen.attachments.map(({ name }) => name)).toEqual(['材料.pdf', '申请表 空白.pdf']);
    const download = (attachmentId: string, sent: Record<string, string> = headers) =>
      service.call('downloadOwnCaseAttachment', { path: { attachmentId }, headers: sent });
    for (const id of [own, theirs]) {
      const answer = await download(id);
      expect([answer.statusCode, answer.rawPayload.equals(pdfOf())]).toEqual([200, true]);
      expect(answer.headers).toMatchObject({
        'content-disposition': 'attachment; filename="file.pdf"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
    const other = await open(await submit());
    const refused = (body: string) => JSON.parse(body.replace(/"requestId":"[^"]+"/, '"requestId":""')) as unknown;
    const never = refused((await download('A'.repeat(22))).body);
    expect(never).toMatchObject({ code: 'attachment-unknown', status: 404 });
    expect(refused((await download(internal)).body)).toEqual(never);
    expect(refused((await download(own, other)).body)).toEqual(never);
    expect((await download(own, {})).json()).toMatchObject({ code: 'case-token-refused' });
    // Whoever works on it, and the receipt alone, get no name.
    const forStaff = await service.call('getCase', { path: { caseId: hers.caseId }, headers: worker.headers });
    const events = await service.call('listCaseEvents', { path: { caseId: hers.caseId }, headers: worker.headers });
    const request = await service.call('readOwnHelpRequest', { headers: { 'fulian-receipt': hers.receipt } });
    for (const { body } of [forStaff, events]) expect(body).toContain(own);
    for (const { body } of [forStaff, events, request]) expect(body).not.toMatch(/材料|申请表/);
    expect(service.lines.join('')).not.toMatch(/材料|申请表/);
  });

  it('is reopened where she is not satisfied, and closed to her words where she withdraws', async () => {
    const hers = await submit();
    const headers = await open(hers);
    await take(hers.caseId, { kind: 'accept' });
    await take(hers.caseId, { kind: 'claim' });
    await take(hers.caseId, { kind: 'contact', reached: true });
    await take(hers.caseId, { kind: 'resolve', words: '已化解。' });
    expect((await read(headers)).next.kind).toBe('your-rating');
    const rated = await post('rateOwnCase', headers, { satisfied: false, words: '还没有。' });
    expect(rated.json<OwnCase>()).toMatchObject({ state: 'reopened', satisfied: false });
    expect((await post('rateOwnCase', headers, { satisfied: true })).json()).toMatchObject({ code: 'step-refused' });
    const withdrawn = await post('withdrawOwnCase', headers, {});
    expect(withdrawn.json<OwnCase>()).toMatchObject({ state: 'withdrawn', next: { kind: 'nothing' } });
    expect((await post('withdrawOwnCase', headers, {})).json()).toMatchObject({ code: 'step-refused' });
  });

  it('asks her before named data leaves the federations', async () => {
    const hers = await submit();
    const headers = await open(hers);
    await take(hers.caseId, { kind: 'accept' });
    expect((await post('answerOwnConsent', headers, { given: true })).json()).toMatchObject({ code: 'step-refused' });
    await take(hers.caseId, { kind: 'consent', words: '可以把您的资料转给司法局吗？' });
    expect((await read(headers)).may).toContain('consent');
    const given = await post('answerOwnConsent', headers, { given: true });
    expect(kindsOf(given.json<OwnCase>())).toEqual(['submitted', 'accepted', 'consent-asked', 'consent']);
    expect(given.json<OwnCase>().timeline.map((event) => event.given)).toEqual([undefined, undefined, undefined, true]);
  });

  it('S4 is refused for every token that is not right, the same way', async () => {
    const hers = await submit();
    const headers = await open(hers);
    const bytes = async (token?: string) => {
      const answer = await service.call('readOwnCase', {
        headers: token === undefined ? {} : { 'fulian-case': token },
      });
      expect(answer.statusCode).toBe(401);
      return answer.body.replace(/"requestId":"[^"]+"/, '');
    };
    const other = headers['fulian-case'].replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const all = [await bytes(), await bytes('x'), await bytes(other), await bytes('A'.repeat(84))];
    service.clock.time += 30 * 60_000;
    all.push(await bytes(headers['fulian-case']));
    expect(new Set(all).size).toBe(1);
  });
});

describe('everything about her', () => {
  it('is exported: the case and what she wrote', async () => {
    const submission = submissionOf('anonymous');
    const hers = await submit({ exclusion: { units: ['990101001001'], note: '他在那里上班' } });
    const answer = await service.call('exportOwnCase', { headers: await open(hers) });
    expect(answer.statusCode, answer.body).toBe(200);
    const { case: own, request } = answer.json<components['schemas']['OwnCaseExport']>();
    expect(own.number).toBe(hers.number);
    expect(request).toMatchObject({
      asker: submission.asker,
      identity: submission.identity,
      safeContact: submission.safeContact,
      risk: submission.riskScreen.answers,
      exclusion: { units: ['990101001001'], note: '他在那里上班' },
    });
    expect(request.narrative).toBe(submission.narrative);
    expect(examples.exportOwnCase.answers.all.request).toBeDefined();
  });

  it('S8 is deleted once the case has ended and its time is over: keys, marks and words; counts stay', async () => {
    const hers = await submit();
    const [, id] = [hers.caseId.slice(0, 12), hers.caseId.slice(13)];
    let headers = await open(hers);
    await post('sendOwnMessage', headers, { words: '一句话' });
    expect((await service.call('eraseOwnCase', { headers })).json()).toMatchObject({ code: 'erasure-too-early' });
    await post('withdrawOwnCase', headers, { words: '不需要了' });
    const from = Date.parse((await read(headers)).erasableFrom!);
    service.clock.time = from - 1_000;
    headers = await open(hers);
    expect((await service.call('eraseOwnCase', { headers })).json()).toMatchObject({ code: 'erasure-too-early' });
    service.clock.time = from;
    expect((await read(headers)).may).toContain('erase');
    expect((await service.call('eraseOwnCase', { headers })).statusCode).toBe(204);
    const count = async (table: string) =>
      (await service.admin.query(`select count(*)::int as n from ${table} where request_id = $1`, [id])).rows[0].n;
    expect([await count('case_keys'), await count('case_marks'), await count('case_events')]).toEqual([0, 0, 3]);
    expect((await service.call('readOwnCase', { headers })).json()).toMatchObject({ code: 'case-token-refused' });
    const body = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    const gone = await service.call('openOwnCase', { headers: { 'fulian-receipt': hers.receipt } });
    const wrong = await service.call('openOwnCase', { headers: { 'fulian-receipt': `000000000000.${secret}` } });
    expect([gone.statusCode, body(gone.body)]).toEqual([404, body(wrong.body)]);
    worker = await signedIn(service, 'worker', county);
    const seen = await service.call('getCase', { path: { caseId: hers.caseId }, headers: worker.headers });
    expect(seen.json()).toMatchObject({ code: 'case-unknown' });
  });

  it('S3 leaves no word of it in the log', () => {
    const log = service.lines.join('');
    for (const word of ['内部', '安全', '一句话', secret, '他在那里上班']) expect(log).not.toContain(word);
  });
});

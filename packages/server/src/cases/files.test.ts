import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { pdfOf } from '../testing/sample-files.js';
import { storedEvents, testEngine } from './case-fixture.js';

type Step = components['schemas']['CaseStep'];

let service: TestService;
let worker: TestPerson;
const file = pdfOf('% 调解协议\n');

beforeAll(async () => {
  service = await createTestService();
  worker = await signedIn(service, 'worker', county);
});
afterAll(() => service.close());

async function submit(change = {}): Promise<string> {
  const answer = await service.call('submitHelpRequest', {
    headers: { 'idempotency-key': newToken() },
    body: submissionOf('anonymous', change),
  });
  const { rows } = await service.admin.query('select id from help_requests where number = $1', [answer.json().number]);
  return `${county}-${rows[0].id}`;
}

async function upload(draft: string, bytes = file, size = bytes.length): Promise<string> {
  const headers = { 'fulian-draft': draft };
  const started = await service.call('startAttachment', {
    headers: { ...headers, 'idempotency-key': newToken() },
    body: { name: '调解协议.pdf', size },
  });
  const attachmentId = started.json<{ id: string }>().id;
  const path = { code: county, attachmentId };
  await service.call('appendAttachment', { path, headers: { ...headers, 'upload-offset': '0' }, body: bytes });
  return attachmentId;
}

const send = (who: TestPerson, caseId: string, body: Step, draft: string, revision = 1) =>
  service.call('takeCaseStep', {
    path: { caseId },
    headers: { ...who.headers, 'if-match': `"${revision}"`, 'idempotency-key': newToken(), 'fulian-draft': draft },
    body,
  });

describe('the files of a case', () => {
  it('come with a step, are named by its event, and are read by whoever sees the case', async () => {
    const caseId = await submit();
    const draft = newToken();
    const id = await upload(draft);
    const taken = await send(worker, caseId, { kind: 'note', words: '协议见附件。', attachments: [id] }, draft);
    expect(taken.statusCode, taken.body).toBe(200);
    expect(taken.json().attachments).toMatchObject([{ id, status: 'stored', mediaType: 'application/pdf' }]);
    const history = await service.call('listCaseEvents', { path: { caseId }, headers: worker.headers });
    expect(history.json().items[0]).toMatchObject({ kind: 'note', attachments: [{ id }] });
    const path = { caseId, attachmentId: id };
    const bytes = await service.call('downloadCaseAttachment', { path, headers: worker.headers });
    expect(bytes.rawPayload.equals(file)).toBe(true);
    expect(bytes.headers['content-disposition']).toBe('attachment; filename="file.pdf"');
    const outsider = await signedIn(service, 'worker', '990102000000');
    const refused = await service.call('downloadCaseAttachment', { path, headers: outsider.headers });
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'case-unknown']);
    const other = await service.call('downloadCaseAttachment', {
      path: { caseId: await submit(), attachmentId: id },
      headers: worker.headers,
    });
    expect([other.statusCode, other.json().code]).toEqual([404, 'attachment-unknown']);
    const { rows } = await service.admin.query(
      `select count(*)::int as count from audit_entries where operation = 'downloadCaseAttachment' and request_id = $1`,
      [caseId.slice(13)],
    );
    expect(rows[0].count).toBe(1);
  });

  it('come with a request that staff takes down, and are hers from the start', async () => {
    const draft = newToken();
    const [id, unfinished] = [await upload(draft), await upload(draft, Buffer.from('%PDF-1.4'), 1_000)];
    const register = (attachments: string[], key: string, sent: Record<string, string> = { 'fulian-draft': draft }) =>
      service.call('registerCase', {
        headers: { ...worker.headers, 'idempotency-key': key, ...sent },
        body: { channel: 'visit', submission: submissionOf('anonymous', { attachments }) },
      });
    expect((await register([unfinished], newToken())).json().code).toBe('attachment-unfinished');
    expect((await register([id], newToken(), {})).json().code).toBe('attachment-unknown');
    expect((await register([id], newToken(), { 'fulian-draft': newToken() })).json().code).toBe('attachment-unknown');
    const key = newToken();
    const stored = await register([id], key);
    expect(stored.statusCode, stored.body).toBe(201);
    const again = await register([id], key);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([stored.body, 'true']);
    expect((await register([id], newToken())).json().code).toBe('attachment-unknown');
    const { id: caseId, receipt } = stored.json<components['schemas']['CaseRegistered']>();
    const seen = await service.call('getCase', { path: { caseId }, headers: worker.headers });
    expect(seen.json().attachments).toMatchObject([{ id, mediaType: 'application/pdf' }]);
    const holder = { 'fulian-receipt': `${receipt.number}.${submissionOf('anonymous').receiptSecret}` };
    const bytes = await service.call('downloadOwnAttachment', { path: { attachmentId: id }, headers: holder });
    expect(bytes.rawPayload.equals(file)).toBe(true);
  });

  it('of another draft, that never were or have not arrived keep the step from being taken', async () => {
    const caseId = await submit();
    const draft = newToken();
    const [id, unfinished] = [await upload(draft), await upload(draft, Buffer.from('%PDF-1.4'), 1_000)];
    const note = (attachments: string[]): Step => ({ kind: 'note', words: 'x', attachments });
    const refuse = async (step: Step, key: string) => (await send(worker, caseId, step, key)).json().code;
    expect(await refuse(note([id]), newToken())).toBe('attachment-unknown');
    expect(await refuse(note(['A'.repeat(22)]), draft)).toBe('attachment-unknown');
    expect(await refuse(note([unfinished]), draft)).toBe('attachment-unfinished');
    expect(await refuse({ kind: 'claim', attachments: [id] }, draft)).toBe('step-incomplete');
    expect(await storedEvents(service, caseId.slice(13))).toHaveLength(1);
  });
});

describe('a case that its requester has deleted', () => {
  it('S8 is gone for staff: its key, its marks and what was written; the row stays for the counts', async () => {
    const safeContact = {
      channel: 'phone' as const,
      value: '13911112222',
      mayLeaveMessage: false,
      maySayWhoCalls: false,
    };
    const caseId = await submit({ safeContact, identity: { kind: 'named', name: '要删除的名字' } });
    const [home, id] = [county, caseId.slice(13)];
    const engine = testEngine(service);
    await engine.steps.takeOwn({
      place: { home, id },
      operation: 'withdrawOwnCase',
      key: newToken(),
      step: { kind: 'own-withdraw' },
    });
    const [row] = await service.database.call('erase', 'select erase_case($1, $2, $3, $4) as outcome', [
      home,
      id,
      2,
      service.clock.now(),
    ]);
    expect(row).toEqual({ outcome: 'erased' });
    const read = await service.call('getCase', { path: { caseId }, headers: worker.headers });
    expect([read.statusCode, read.json().code]).toEqual([404, 'case-unknown']);
    const list = await service.call('listCases', { query: { view: 'all', limit: '500' }, headers: worker.headers });
    expect(list.body).not.toContain(id);
    const find = Buffer.from('要删除的名字').toString('base64url');
    const found = await service.call('listCases', {
      query: { view: 'all' },
      headers: { ...worker.headers, 'fulian-find': find },
    });
    expect(found.json().items).toEqual([]);
    const left = await service.admin.query(
      `select (select count(*) from case_keys where request_id = $1) + (select count(*) from case_marks where request_id = $1) as count`,
      [id],
    );
    expect(left.rows[0].count).toBe('0');
  });
});

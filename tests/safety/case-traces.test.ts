/**
 * The day of a case over a network that loses the first answer to everything that is sent (S10); then a search for its words wherever they
 * must not be (S3), in the audit log for every read and change (S7), and in the database before and after she has it deleted (S8).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { verifyAudit } from '../../packages/server/src/staff/verify-audit.js';
import { operations } from '../contract/document.js';
import { china, day } from '../e2e/case-day.js';
import { startCaseHouse, units, type CaseHouse, type Sent } from '../e2e/case-house.js';
import { perform, type Walk } from '../e2e/case-walk.js';
import { herWords, innerWords, laterWords, saidWords } from '../e2e/case-words.js';
import { startLossyProxy, type LossyProxy } from '../e2e/lossy-proxy.js';
import { dumpDatabase } from '../e2e/stored-case.js';
import { until } from '../e2e/visitor.js';
import { readWithAllKeys } from './case-keys.js';
import { searchText } from './search.js';

/** What must count once however often it is sent. */
const keyed = /\/(steps|messages|rating|help-requests|attachments)$/;
const texts = [
  ...Object.values(herWords),
  ...Object.values(innerWords),
  ...Object.values(saidWords),
  ...Object.values(laterWords),
];

let house: CaseHouse;
let network: LossyProxy;
const walk: Walk = { caseId: '', number: '' };
/** Words of the case, and what opens it. */
let words: string[];

beforeAll(async () => {
  house = await startCaseHouse({
    through: async (origin) => (network = await startLossyProxy(origin)),
    retry: { attempts: 3, baseDelay: 1, maxDelay: 2, budget: 1_000 },
  });
  await house.addHook('county', units.county, ['case.submitted', 'case.changed', 'case.overdue', 'case.closed']);
  const lost = new Set<string>();
  network.decide = ({ method, path }) => {
    if (method !== 'POST' || !keyed.test(path)) return 'pass';
    if (lost.delete(path)) return 'pass';
    lost.add(path);
    return 'lose-answer';
  };
  for (const act of day) await perform(house, walk, act);
  words = [...texts, house.she.receipt!.secret, walk.number];
  await askWrongly();
}, 120_000);
afterAll(() => house.stop());

/** Every kind of reading, and mistakes with her words in them: what a problem says must not repeat them. */
async function askWrongly(): Promise<void> {
  const { village } = house.staff;
  const { she } = house;
  const path = { caseId: walk.caseId };
  const { attachments } = await village.client.getCase({ path });
  await village.client.listCaseEvents({ path, query: { limit: 200 } });
  for (const { id } of attachments)
    await village.client.downloadCaseAttachment({ path: { ...path, attachmentId: id } });
  await she.client.exportOwnCase();
  const find = Buffer.from(herWords.name).toString('base64url');
  await village.client.listCases({
    path: { code: units.village },
    query: { view: 'all' },
    headers: { 'Fulian-Find': find },
  });
  const wrong = [
    { kind: innerWords.note },
    { kind: 'note', words: innerWords.note, [innerWords.helper]: innerWords.aim },
    { kind: 'plan', plan: { aim: innerWords.aim, items: innerWords.item } },
    { kind: 'message', words: innerWords.note, grade: innerWords.visit },
    { kind: 'measure', measure: innerWords.visit, words: innerWords.note },
  ];
  for (const body of wrong)
    await expect(
      village.client.takeCaseStep({ path, headers: { 'If-Match': '"1"' }, body: body as never }),
    ).rejects.toMatchObject({ code: expect.any(String) as string });
  await expect(she.client.sendOwnMessage({ body: { words: [laterWords.answer] } as never })).rejects.toThrow();
  await expect(she.client.rateOwnCase({ body: { satisfied: herWords.narrative } as never })).rejects.toThrow();
}

/** The operation of a call. */
function operationOf({ method, path }: Sent): string {
  const found = operations.find(
    (one) =>
      one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0]!),
  );
  if (!found) throw new Error(`${method} ${path} is no operation`);
  return found.id;
}

describe('S10 A network that loses the first answer to everything', () => {
  it('S10 makes nothing happen twice: every event of the day is there once, and nothing else', async () => {
    const { rows } = await house.service.admin.query<{ kind: string; seq: number }>(
      'select kind, seq from case_events where request_id = $1 order by seq',
      [walk.caseId.slice(13)],
    );
    const wanted = day.flatMap(({ does }) => {
      if (does.who === 'clock') return ['overdue'];
      if (does.who !== 'she') return does.refused === undefined ? [does.step.kind] : [];
      if (does.own === 'rate') return [does.satisfied ? 'own-satisfied' : 'own-dissatisfied'];
      return [does.own === 'submit' ? 'submitted' : 'own-message'];
    });
    expect(rows.map((row) => row.kind)).toEqual(wanted);
    expect(rows.map((row) => row.seq)).toEqual(wanted.map((_, at) => at + 1));
    const { rows: counts } = await house.service.admin.query<{ cases: number; files: number }>(
      'select (select count(*)::int from help_requests) as cases, (select count(*)::int from attachments) as files',
    );
    expect(counts).toEqual([{ cases: 1, files: 2 }]);
  });

  it('was as bad as that: every one of them was sent twice, and answered as a replay', () => {
    const stored = day.filter(({ does }) => does.who !== 'clock' && !('refused' in does)).length;
    const ends = house.sent.filter((one) => one.method === 'POST' && keyed.test(one.path) && one.status < 300);
    // Two files came with them.
    expect(ends.length).toBe(stored + 2);
    expect(ends.filter((one) => !one.replayed)).toEqual([]);
    expect(network.seen.filter((one) => one.fate === 'lose-answer').length).toBeGreaterThanOrEqual(stored + 2);
  });
});

describe('S3 The words of a case', () => {
  it.each<[where: string, text: () => string]>([
    ['log line', () => house.service.lines.join('\n')],
    ['address', () => network.seen.map(({ path }) => path).join('\n')],
    ['webhook', () => house.hooks.messages.map(({ text, headers }) => text + headers).join('\n')],
    [
      'event of a stream',
      () => [house.she, ...Object.values(house.staff)].flatMap(({ told }) => told.map(({ data }) => data)).join('\n'),
    ],
    ['problem', () => house.sent.map(({ problem }) => problem).join('\n')],
  ])('S3 stand in no %s', async (where, text) => {
    await until('messages', async () => house.hooks.messages.length > 30);
    expect(text().length).toBeGreaterThan(300);
    expect(searchText(where, text(), words)).toEqual([]);
  });

  it('stand where they belong, so that this proof can fail', async () => {
    const detail = await house.staff.village.client.getCase({ path: { caseId: walk.caseId } });
    const found = searchText('answer', JSON.stringify(detail), words);
    for (const word of [herWords.narrative, herWords.phone, innerWords.aim, walk.number])
      expect(found).toContain(`answer: ${word} as UTF-8`);
  });
});

describe('S7 The audit log', () => {
  /** These name no case and nobody. */
  const silent = new Set(['countCases', 'listCaseWorkers', 'watchCases', 'getStaffSession', 'startSecondFactor']);

  it('S7 holds one entry of each read and each change of the day, and no other', async () => {
    const { rows } = await house.service.admin.query<{ text: string }>(
      `select coalesce(actor_name, '-') || ' ' || operation || coalesce(' ' || step, '') as text
         from audit_entries where operation not in ('signInStaff', 'createStaffAccount')
          and actor_name in (select name from staff_accounts where account like '%.day')
        order by federation, audit_entries.seq`,
    );
    const names = new Map(Object.values(house.staff).map(({ level, name }) => [level as string, name]));
    const steps = day.flatMap(({ does }) => ('step' in does && does.refused === undefined ? [does] : []));
    const wanted = house.sent.flatMap((one) => {
      const name = names.get(one.who);
      const operation = operationOf(one);
      if (name === undefined || one.status >= 400 || !ofStaff.has(operation) || silent.has(operation)) return [];
      if (operation !== 'takeCaseStep') return [`${name} ${operation}`];
      // The step itself, and that she was shown the case when she asked once more.
      return [`${name} takeCaseStep ${steps.shift()!.step.kind}`, `${name} takeCaseStep`];
    });
    expect(steps).toEqual([]);
    expect(rows.map((row) => row.text).sort()).toEqual(wanted.sort());
    const kinds = new Set(wanted.map((one) => one.split(' ')[1]));
    expect(kinds).toEqual(
      new Set([
        'confirmSecondFactor',
        'downloadCaseAttachment',
        'getCase',
        'listCaseEvents',
        'listCases',
        'takeCaseStep',
      ]),
    );
  });

  it('S7 is whole, and says so of what was changed', async () => {
    const { service } = house;
    const faults = async () =>
      (await verifyAudit(service.url, service.keys.audit, undefined)).filter((one) => one.fault);
    expect(await faults()).toEqual([]);
    const change = (to: string) =>
      service.admin.query(`update audit_entries set step = $2 where request_id = $1 and step = $3`, [
        walk.caseId.slice(13),
        ...(to === 'close' ? ['close', 'approve-closing'] : ['approve-closing', 'close']),
      ]);
    await service.admin.query('alter table audit_entries disable trigger all');
    await change('close');
    expect(await faults()).toMatchObject([{ federation: units.county, fault: { kind: 'changed' } }]);
    await change('approve-closing');
    await service.admin.query('alter table audit_entries enable trigger all');
    expect(await faults()).toEqual([]);
  });

  it('S7 is read by an auditor, who is in it then, and holds no word', async () => {
    const auditor = await signedIn(house.service, 'auditor', units.county);
    const read = () => house.service.call('listAuditEntries', { headers: auditor.headers, query: { limit: '200' } });
    await read();
    const second = await read();
    expect(second.json<{ items: { operation: string }[] }>().items[0]).toMatchObject({ operation: 'listAuditEntries' });
    expect(searchText('audit', second.body, words)).toEqual([]);
  });
});

const ofStaff = new Set(operations.filter((one) => one.security?.flat().includes('staff')).map((one) => one.id));

describe('S8 The database', () => {
  it('S8 holds no word of the case that is not sealed', async () => {
    const dump = await dumpDatabase(house.service);
    expect(dump).toContain(walk.number);
    // The number is what she is found by, and no secret.
    expect(
      searchText(
        'dump',
        dump,
        words.filter((word) => word !== walk.number),
      ),
    ).toEqual([]);
  });

  it('S8 holds none that anybody could read once she has it deleted, the master key included', async () => {
    const open = await readWithAllKeys(house.service);
    const there = texts.filter((word) => open.includes(word));
    expect(there).toEqual(texts);

    house.moveTo(china('2027-02-20T10:20'));
    await house.she.present();
    await house.she.client.eraseOwnCase();
    const left = await readWithAllKeys(house.service);
    expect(left.length).toBeGreaterThan(1_000);
    expect(texts.filter((word) => left.includes(word))).toEqual([]);
    const dump = await dumpDatabase(house.service);
    expect(searchText('dump', dump, texts)).toEqual([]);
    expect(await verifyAudit(house.service.url, house.service.keys.audit, units.county)).toEqual([
      expect.not.objectContaining({ fault: expect.anything() as object }),
    ]);
  });
});

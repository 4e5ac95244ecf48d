import { examples } from '@fulian/contract/examples';
import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Receipt = Schemas['HelpRequestReceipt'];

let service: TestService;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

const submit = (body: unknown, key = newToken(), headers = {}) =>
  service.call('submitHelpRequest', { headers: { 'idempotency-key': key, ...headers }, body });
const rows = async (sql: string, ...values: unknown[]) => (await service.admin.query(sql, values)).rows;
const countOf = async (table: string) => Number((await rows(`select count(*) as n from ${table}`))[0].n);

describe('getHelpForm', () => {
  it('answers the standard form with the units of the county, and 304 to who has it', async () => {
    const first = await service.call('getHelpForm');
    const form = first.json<Schemas['HelpForm']>();
    expect(form.federation.parents.map((one) => one.name)).toEqual(['云岭省', '云溪市']);
    expect(form.units.map((one) => one.code)).toEqual([
      '990000000000',
      '990100000000',
      county,
      '990101001000',
      '990101002000',
    ]);
    expect(form.categories).toEqual(examples.getHelpForm.answers.standard.categories);
    const again = await service.call('getHelpForm', { headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('takes over what the federations above have set, the nearest first, and changes single categories', async () => {
    const put = (federation: string, value: unknown) =>
      service.admin.query("insert into federation_settings values ($1, 'help-form', $2)", [federation, value]);
    await put('990000000000', {
      hotlines: [{ number: '110', label: { 'zh-CN': '报警', en: 'Police' } }],
      firstContact: { redHours: 2, otherWorkingDays: 5 },
      words: { a: { 'zh-CN': '省', en: 'p' } },
    });
    await put('990102000000', {
      firstContact: { redHours: 0.5, otherWorkingDays: 2 },
      categoryChanges: { hardship: { off: true }, other: { label: { 'zh-CN': '别的', en: 'Else' } } },
      words: { b: { 'zh-CN': '县', en: 'c' } },
    });
    const form = (await service.call('getHelpForm', { path: { code: '990102000000' } })).json<Schemas['HelpForm']>();
    expect(form.hotlines.map((one) => one.number)).toEqual(['110']);
    expect(form.firstContact).toEqual({ redHours: 0.5, otherWorkingDays: 2 });
    expect(form.categories.map((one) => one.code)).not.toContain('hardship');
    expect(form.categories.find((one) => one.code === 'other')?.label.en).toBe('Else');
    expect(Object.keys(form.words)).toEqual(['a', 'b']);
    await service.admin.query('delete from federation_settings');
  });

  it('answers 404 for a federation that does not exist', async () => {
    const response = await service.call('getHelpForm', { path: { code: '123456789012' } });
    expect([response.statusCode, response.json().code]).toEqual([404, 'federation-unknown']);
  });
});

describe('submitHelpRequest', () => {
  it.each(['anonymous', 'urgent', 'child'] as const)('stores the example %s and answers its receipt', async (name) => {
    const before = await countOf('help_requests');
    const response = await submit(submissionOf(name));
    const receipt = response.json<Receipt>();
    expect(response.statusCode).toBe(201);
    expect(receipt.handledBy.code).toBe(county);
    expect(await countOf('help_requests')).toBe(before + 1);
    const [row] = await rows(
      'select h.*, r.number from help_requests h join receipts r on r.request_id = h.id where r.number = $1',
      receipt.number,
    );
    expect([row.federation, row.grade, row.state]).toEqual([county, receipt.grade, 'submitted']);
  });

  it('computes the grade itself, whatever the client says', async () => {
    const lie = submissionOf('urgent', { riskScreen: { ...submissionOf('urgent').riskScreen, grade: 'none' } });
    const receipt = (await submit(lie)).json<Receipt>();
    expect(receipt.grade).toBe('red');
    expect(receipt.firstContactBy).toBe('2026-11-20T04:15:00.000Z');
    expect((await submit(submissionOf('anonymous'))).json<Receipt>().firstContactBy).toBe('2026-11-23T09:00:00.000Z');
  });

  it.each([
    ['the county', [county], '990100000000'],
    ['county and city', [county, '990100000000'], '990000000000'],
    ['a village', ['990101001001'], county],
  ])('goes to the nearest federation above where she excludes %s', async (_, units, owner) => {
    const receipt = (await submit(submissionOf('anonymous', { exclusion: { units } }))).json<Receipt>();
    expect(receipt.handledBy.code).toBe(owner);
    const [row] = await rows(
      'select federation, portal, excluded_units from help_requests h join receipts r using (federation) where r.number = $1 and h.id = r.request_id',
      receipt.number,
    );
    expect(row).toEqual({ federation: owner, portal: county, excluded_units: units });
  });

  it('is refused where nobody is left', async () => {
    const units = ['990000000000', '990100000000', county];
    const response = await submit(submissionOf('anonymous', { exclusion: { units } }));
    expect(response.json()).toMatchObject({ status: 422, code: 'no-unit-left' });
  });

  it('names what does not fit together, and places that do not exist', async () => {
    const response = await submit(
      submissionOf('anonymous', {
        category: 'no-such-thing',
        division: '990109999000',
        exclusion: { units: ['990101001001', '123456789012'] },
      }),
    );
    expect(response.json()).toMatchObject({
      status: 422,
      code: 'request-incomplete',
      findings: [
        { where: 'body/category', code: 'not-offered' },
        { where: 'body/division', code: 'not-offered' },
        { where: 'body/exclusion/units/1', code: 'not-offered' },
      ],
    });
  });

  it('draws another number where one is taken', async () => {
    const numbers = ['111111111111', '111111111111', '222222222222'];
    const other = await createTestService({ drawNumber: () => numbers.shift()! });
    const ask = () =>
      other.call('submitHelpRequest', { headers: { 'idempotency-key': newToken() }, body: submissionOf('anonymous') });
    expect((await ask()).json().number).toBe('111111111111');
    expect((await ask()).json().number).toBe('222222222222');
    await other.close();
  });
});

describe('the Idempotency-Key of submitHelpRequest', () => {
  it('is asked for after the contract, and must be well formed', async () => {
    const body = submissionOf('anonymous');
    const missing = await service.call('submitHelpRequest', { body });
    expect(missing.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
    const faulty = await service.call('submitHelpRequest', { body: { ...body, category: 7 } });
    expect(faulty.json()).toMatchObject({ status: 400, code: 'invalid-request' });
    expect((await submit(body, 'short')).json()).toMatchObject({
      code: 'invalid-request',
      findings: [{ where: 'header/idempotency-key', code: 'bad-format' }],
    });
  });

  it('answers the same again, in whatever order the fields come', async () => {
    const key = newToken();
    const body = submissionOf('urgent');
    const first = await submit(body, key);
    const count = await countOf('help_requests');
    const turned = Object.fromEntries(Object.entries(body).reverse());
    const again = await submit(turned, key);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect(await countOf('help_requests')).toBe(count);
  });

  it('refuses another body, and another draft', async () => {
    const key = newToken();
    const body = submissionOf('anonymous');
    await submit(body, key);
    const other = await submit({ ...body, narrative: '另一件事' }, key);
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    const draft = await submit(body, key, { 'fulian-draft': newToken() });
    expect(draft.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('still answers what was stored after the category was switched off', async () => {
    const key = newToken();
    const body = submissionOf('anonymous');
    const first = await submit(body, key);
    await service.admin.query("insert into federation_settings values ($1, 'help-form', $2)", [
      county,
      { categoryChanges: { 'land-rights': { off: true } } },
    ]);
    service.clock.time += 60_000;
    expect((await submit(body)).json()).toMatchObject({ code: 'request-incomplete' });
    expect((await submit(body, key)).body).toBe(first.body);
    await service.admin.query('delete from federation_settings');
    service.clock.time += 60_000;
  });

  it('says that a request is running, and lets one of many win', async () => {
    const key = newToken();
    const body = submissionOf('anonymous');
    const count = await countOf('help_requests');
    const answers = await Promise.all(Array.from({ length: 12 }, () => submit(body, key)));
    const stored = answers.filter((one) => one.statusCode === 201);
    const running = answers.filter((one) => one.statusCode !== 201);
    expect(await countOf('help_requests')).toBe(count + 1);
    expect(new Set(stored.map((one) => one.body)).size).toBe(1);
    for (const one of running) {
      expect(one.json()).toMatchObject({ status: 409, code: 'idempotency-key-running', retryAfter: 1 });
      expect(one.headers['retry-after']).toBe('1');
    }
  });

  it('is forgotten after 72 hours', async () => {
    const key = newToken();
    const body = submissionOf('anonymous');
    const first = (await submit(body, key)).json<Receipt>();
    service.clock.time += 72 * 3_600_000 + 1;
    const later = (await submit(body, key)).json<Receipt>();
    expect(later.number).not.toBe(first.number);
  });
});

describe('readOwnHelpRequest', () => {
  const read = (receipt: string) =>
    service.call('readOwnHelpRequest', { headers: receipt === '' ? {} : { 'fulian-receipt': receipt } });

  it('shows what happens, and nothing that was written', async () => {
    const submission = submissionOf('urgent');
    const receipt = (await submit(submission)).json<Receipt>();
    const response = await read(`${receipt.number}.${submission.receiptSecret}`);
    expect(response.json()).toEqual({
      number: receipt.number,
      state: 'submitted',
      category: 'domestic-violence',
      submittedAt: receipt.submittedAt,
      firstContactBy: receipt.firstContactBy,
      handledBy: receipt.handledBy,
      attachments: [],
    });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('S4 answers a wrong number and a wrong secret with the same bytes', async () => {
    const submission = submissionOf('anonymous');
    const { number } = (await submit(submission)).json<Receipt>();
    const wrongSecret = await read(`${number}.000000000000000000000000`);
    const wrongNumber = await read(`000000000000.${submission.receiptSecret}`);
    const bytes = (response: typeof wrongSecret) =>
      JSON.stringify([
        response.statusCode,
        { ...response.headers, 'fulian-request-id': '', date: '' },
        { ...response.json(), requestId: '' },
      ]);
    expect(bytes(wrongSecret)).toBe(bytes(wrongNumber));
    expect(wrongSecret.json()).toMatchObject({ status: 404, code: 'receipt-refused' });
  });

  it.each(['', '12', '604817392255', '604817392255.12', '604817392255.11827465029384756102938x'])(
    'asks for a receipt where %s is sent',
    async (receipt) => {
      expect((await read(receipt)).json()).toMatchObject({ status: 401, code: 'receipt-missing' });
    },
  );

  it('S8 finds nothing once the case key is deleted', async () => {
    const submission = submissionOf('anonymous');
    const { number } = (await submit(submission)).json<Receipt>();
    await service.admin.query(
      'delete from case_keys using receipts r where r.request_id = case_keys.request_id and r.number = $1',
      [number],
    );
    expect((await read(`${number}.${submission.receiptSecret}`)).json()).toMatchObject({ code: 'receipt-refused' });
  });
});

describe('what is stored', () => {
  it('S8 holds no word of what she wrote, nor of who she is', async () => {
    const planted = 'planted-word-7301';
    const submission = submissionOf('urgent', {
      narrative: `${planted} narrative`,
      identity: { kind: 'named', name: planted },
      asker: { role: 'mandatory-reporter', body: 'school', bodyName: planted },
      safeContact: {
        channel: 'phone',
        value: planted,
        coverWords: planted,
        mayLeaveMessage: false,
        maySayWhoCalls: false,
      },
      needs: { note: planted },
      exclusion: { units: ['990101001001'], note: planted },
    });
    await submit(submission);
    for (const table of ['help_requests', 'case_keys', 'receipts', 'idempotency_keys']) {
      const dump = (await rows(`select convert_from(convert_to(t::text, 'utf8'), 'utf8') as text from ${table} t`))
        .map((row) => row.text)
        .join();
      expect(dump).not.toContain(Buffer.from(planted).toString('hex'));
      expect(dump).not.toContain(planted);
      expect(dump).not.toContain(submission.receiptSecret);
    }
  });

  it('S3 leaves no word, receipt, address or path in the log', async () => {
    const submission = submissionOf('urgent', { narrative: 'planted-word' });
    const receipt = (await submit(submission)).json<Receipt>();
    await service.call('readOwnHelpRequest', {
      headers: { 'fulian-receipt': `${receipt.number}.${submission.receiptSecret}` },
    });
    await submit({ ...submission, category: 'planted word' });
    const log = service.lines.join('');
    // 'planted' stands in no random id by chance, as four digits may.
    for (const secret of ['planted', receipt.number, submission.receiptSecret, '127.0.0.1', '/v1/', '示例女士'])
      expect(log).not.toContain(secret);
    expect(JSON.parse(service.lines.at(-1)!)).toMatchObject({
      operationId: 'submitHelpRequest',
      status: 400,
      code: 'invalid-request',
    });
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, isFulianError, isNetworkError, isProblemError } from '../../index.js';
import { emptyFile, federation, filledForm, newForm } from '../../testing/form-fixture.js';
import { sampleAnswers } from '../../testing/sample-answers.js';
import { createHelpFormStore } from './index.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('submitting', () => {
  test('stores the request once and gives the receipt with the secret that only this device knows', async () => {
    const { server, store, cases } = await filledForm();
    const submit = store.submit();
    expect(store.state.submission).toBe('sending');
    await submit;
    expect(store.state.submission).toBe('sent');
    expect(cases).toHaveLength(1);
    const [{ submission, receipt }] = cases as [(typeof cases)[0]];
    expect(store.state.receipt).toEqual({ ...receipt, secret: submission.receiptSecret, isEarlier: false });
    expect(store.state.receipt!.secret).toMatch(/^\d{24}$/);
    const path = { code: federation };
    expect(server.requests.map(({ url }) => url).join()).not.toContain(store.state.receipt!.secret);
    const own = await createClient({ baseUrl: '', fetch: server.fetch }).readOwnHelpRequest({
      receipt: store.state.receipt!,
    });
    expect(own.handledBy.code).toBe(path.code);
  });

  test('S10 a double click is one request', async () => {
    const { store, submits, cases } = await filledForm();
    await Promise.all([store.submit(), store.submit(), store.submit()]);
    await store.submit();
    expect(submits()).toHaveLength(1);
    expect(cases).toHaveLength(1);
  });

  test('S10 a request whose answer was lost is sent again as the same: one case, the same receipt', async () => {
    const { server, store, submits, cases } = await filledForm();
    server.fail('submitHelpRequest', 'drop-response');
    await store.submit();
    expect(store.state.submission).toBe('unsent');
    expect(isNetworkError(store.state.submitError)).toBe(true);
    expect(store.state).not.toHaveProperty('receipt');
    await store.submit();
    expect(store.state.submission).toBe('sent');
    expect(store.state.receipt!.number).toBe(cases[0]!.receipt.number);
    expect(cases).toHaveLength(1);
    const [first, second] = submits();
    expect(second).toEqual({ ...first });
  });

  test('S10 answers that she changes after a try that had arrived are not in the request, and the receipt says so', async () => {
    const { server, store, cases } = await filledForm();
    server.fail('submitHelpRequest', 'drop-response');
    await store.submit();
    store.change('narrative');
    expect(store.state).toMatchObject({ submission: 'editing', step: 'narrative' });
    store.answer({ narrative: 'another story' });
    await store.next();
    await store.submit();
    expect(cases.map(({ submission }) => submission.narrative)).toEqual([sampleAnswers.urgent.narrative]);
    expect(store.state.receipt!.isEarlier).toBe(true);
  });

  test('never claims to have sent what is not stored', async () => {
    for (const fault of ['drop-request', 'unavailable', 'internal', 'rate-limited', 'drop-response'] as const) {
      const { server, store } = await filledForm();
      server.fail('submitHelpRequest', fault);
      await store.submit();
      expect(store.state.submission).toBe('unsent');
      expect(isFulianError(store.state.submitError)).toBe(true);
      expect(store.state.answers).toEqual(sampleAnswers.urgent);
    }
  });

  test('checks every step first and leads to the first with a fault, and from there back', async () => {
    const { store, submits } = await filledForm();
    store.answer({ name: '', contactValue: undefined });
    await store.submit();
    expect(store.state).toMatchObject({
      submission: 'editing',
      step: 'identity',
      changing: true,
      faults: [{ answer: 'name', code: 'missing' }],
    });
    expect(submits()).toEqual([]);
    store.answer({ name: '示例' });
    await store.next();
    expect(store.state.step).toBe('contact');
    store.answer({ contactValue: '000-0000-0001' });
    await store.next();
    expect(store.state.step).toBe('check');
  });

  test('cannot be changed while it is being sent, nor after', async () => {
    const { server, store, cases } = await filledForm();
    const gate = server.hold('submitHelpRequest');
    const submit = store.submit();
    await gate.arrived();
    const change = async () => {
      store.answer({ narrative: 'other' });
      store.change('narrative');
      store.addFiles([emptyFile()]);
      return [store.back(), await store.next()];
    };
    expect(await change()).toEqual([false, false]);
    expect(store.state).toMatchObject({ step: 'check', attachments: [], answers: sampleAnswers.urgent });
    gate.open();
    await submit;
    expect(await change()).toEqual([false, false]);
    expect(cases[0]!.submission.narrative).toBe(sampleAnswers.urgent.narrative);
  });

  test('S2 forgets what she typed as soon as it is stored', async () => {
    const { store } = await filledForm();
    await store.submit();
    const left = JSON.stringify(store.state);
    for (const typed of ['动手', '示例女士', '000-0000-0001', '体检', '晚上', '亲戚'])
      expect(left).not.toContain(typed);
    expect(store.state.answers).toMatchObject({ channel: 'phone', askerRole: 'self' });
  });

  test('off line from the beginning to the end says so and keeps everything', async () => {
    const { server, store } = newForm();
    server.isOffline = true;
    store.answer(sampleAnswers.urgent);
    await store.submit();
    expect(store.state).toMatchObject({ submission: 'unsent', load: 'error', answers: sampleAnswers.urgent });
    server.isOffline = false;
    await store.submit();
    expect(store.state.submission).toBe('sent');
  });
});

describe('what the service finds', () => {
  test('leads to the answer it is about', async () => {
    const { server, store } = await filledForm();
    const findings = [
      { where: 'body/consents', code: 'consent-missing' },
      { where: 'body/safeContact/value', code: 'bad-format' },
      { where: 'body/safeContact/value', code: 'too-short' },
    ];
    server.fail('submitHelpRequest', {
      status: 422,
      body: { type: '', title: '', status: 422, code: 'request-incomplete', findings },
    });
    await store.submit();
    expect(store.state).toMatchObject({
      submission: 'editing',
      step: 'contact',
      changing: true,
      faults: [{ answer: 'contactValue', code: 'bad-format' }],
    });
    expect(store.state).not.toHaveProperty('submitError');
    await store.next();
    await store.submit();
    expect(store.state.submission).toBe('sent');
  });

  test('at a place that she did not answer is told as it is', async () => {
    const { server, store } = await filledForm();
    server.fail('submitHelpRequest', 'invalid-request');
    await store.submit();
    expect(store.state.submission).toBe('unsent');
    expect(isProblemError(store.state.submitError) && store.state.submitError.code).toBe('invalid-request');
  });

  test('about consents whose words have changed: the new words are loaded and she agrees anew', async () => {
    const { server, store } = await filledForm();
    for (const consent of server.state.form.consents) consent.version = '2';
    await store.submit();
    expect(store.state).toMatchObject({ submission: 'editing', step: 'consent', load: 'complete' });
    expect(store.state.faults[0]).toEqual({ answer: 'consentGeneral', code: 'consent-outdated' });
    expect(store.state.form!.consents[0]!.version).toBe('2');
    expect(store.state.answers).not.toHaveProperty('consentGeneral');
    expect(await store.next()).toBe(false);
    store.answer({ consentGeneral: true, consentSensitive: true });
    await store.next();
    await store.submit();
    expect(store.state.submission).toBe('sent');
  });

  test('about a category that was switched off: the new list is loaded and she chooses again', async () => {
    const { server, store } = await filledForm();
    server.state.form = {
      ...server.state.form,
      categories: server.state.form.categories.filter(({ code }) => code !== 'domestic-violence'),
    };
    await store.submit();
    expect(store.state.step).toBe('category');
    expect(store.state.faults).toEqual([{ answer: 'category', code: 'not-offered' }]);
    expect(store.state.form!.categories).toHaveLength(11);
  });

  test('that nobody is left to receive the request is told as it is', async () => {
    const { server, store } = await filledForm();
    server.fail('submitHelpRequest', 'no-unit-left');
    await store.submit();
    expect(store.state).toMatchObject({ submission: 'unsent', submitError: { code: 'no-unit-left' } });
  });
});

describe('S3 errors', () => {
  test('that the store shows carry no word of hers, whatever failed', async () => {
    const words = 'WHAT-SHE-TYPED';
    const boom = () => {
      throw new Error(words);
    };
    const { server } = newForm();
    const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
    const store = createHelpFormStore({ client: { ...client, submitHelpRequest: boom }, federation });
    await store.load();
    store.answer({ ...sampleAnswers.urgent, narrative: words });
    await store.submit();
    expect(isFulianError(store.state.submitError)).toBe(true);
    const { submitError } = store.state;
    expect(JSON.stringify([submitError, String(submitError), submitError!.stack, submitError!.cause])).not.toContain(
      words,
    );
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, isFulianError, isNetworkError, isProblemError } from '../../index.js';
import { createTestServer, sampleAnswers } from '../../testing/index.js';
import { createHelpFormStore } from './index.js';
import { loadSchema } from './schema.js';
import type { FileSource, HelpFormAnswers, HelpFormState, StepId } from './types.js';

const federation = '990101000000';

beforeAll(() => loadSchema());
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const store = createHelpFormStore({ client, federation });
  const submits = () => server.requests.filter(({ operation }) => operation === 'submitHelpRequest');
  return { server, store, submits, cases: server.state.helpRequests };
}

/** A store with the form loaded and all questions answered, on the page that checks them. */
async function filled(answers: HelpFormAnswers = sampleAnswers.urgent) {
  const parts = setUp();
  const { store } = parts;
  await store.load();
  store.answer(answers);
  while (store.state.step !== 'check') if (!(await store.next())) throw new Error(`stuck at ${store.state.step}`);
  return parts;
}

const file = (name = 'photo.jpg', size = 10): FileSource => ({
  name,
  size,
  slice: (from, to) => ({ arrayBuffer: async () => new ArrayBuffer(to - from) }),
});

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const statusesOf = ({ attachments }: HelpFormState) => attachments.map(({ status }) => status);

describe('loading', () => {
  test('sends nothing before it is asked, and then loads the form once', async () => {
    const { server, store } = setUp();
    expect(store.state).toMatchObject({ load: 'initial', step: 'danger', answers: {}, submission: 'editing' });
    expect(server.requests).toEqual([]);
    const loads = [store.load(), store.load()];
    expect(store.state.load).toBe('pending');
    await Promise.all(loads);
    await store.load();
    expect(store.state.load).toBe('complete');
    expect(store.state.form!.federation.code).toBe(federation);
    expect(server.requests).toHaveLength(1);
  });

  test('says why where the form does not come, and tries again when asked', async () => {
    const { server, store } = setUp();
    server.isOffline = true;
    await store.load();
    expect(store.state.load).toBe('error');
    expect(isNetworkError(store.state.loadError)).toBe(true);
    server.isOffline = false;
    await store.load();
    expect(store.state.load).toBe('complete');
    expect(store.state).not.toHaveProperty('loadError');
  });

  test('danger and who asks can be answered without the form; danger is red at once', async () => {
    const { server, store } = setUp();
    server.isOffline = true;
    store.answer({ danger: 'yes' });
    expect(store.state).toMatchObject({ inDanger: true, grade: 'red' });
    expect(await store.next()).toBe(true);
    expect(store.state.step).toBe('asker');
    store.answer({ askerRole: 'self' });
    expect(await store.next()).toBe(false);
    expect(store.state).toMatchObject({ step: 'asker', load: 'error', faults: [] });
    server.isOffline = false;
    expect(await store.next()).toBe(true);
    expect(store.state).toMatchObject({ step: 'category', load: 'complete' });
  });

  test('Continue waits for a form that is on its way, and checks with it', async () => {
    const { server, store } = setUp();
    const gate = server.hold('getHelpForm');
    void store.load();
    store.answer({ danger: 'no', askerRole: 'other' });
    await store.next();
    const next = store.next();
    await gate.arrived();
    expect(store.state.step).toBe('asker');
    gate.open();
    expect(await next).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'relation', code: 'missing' }]);
  });
});

describe('the state', () => {
  test('is replaced by every change, and every listener is told in the same turn, until it undoes it', () => {
    const { store } = setUp();
    const states: HelpFormState[] = [];
    const undo = store.subscribe(() => states.push(store.state));
    const before = store.state;
    store.answer({ danger: 'no' });
    store.answer({ danger: undefined });
    undo();
    store.answer({ danger: 'yes' });
    expect(states).toHaveLength(2);
    expect(new Set([before, ...states]).size).toBe(3);
    expect(before.answers).toEqual({});
    expect(states[1]!.answers).toEqual({});
  });

  test('has a grade that follows every answer', async () => {
    const { store } = setUp();
    await store.load();
    const grade = (change: Parameters<typeof store.answer>[0]) => {
      store.answer(change);
      return store.state.grade;
    };
    expect(grade({ danger: 'no', category: 'land-rights' })).toBe('none');
    expect(grade({ category: 'hardship' })).toBe('pink');
    expect(grade({ category: 'domestic-violence' })).toBe('orange');
    expect(grade({ risks: ['choking'] })).toBe('red');
    expect(store.state.inDanger).toBe(true);
    expect(grade({ category: 'land-rights' })).toBe('none');
    expect(store.state.inDanger).toBe(false);
    expect(grade({ danger: 'unknown' })).toBe('red');
  });
});

describe('going through the steps', () => {
  test.each(Object.entries(sampleAnswers))(
    'the %s answers lead through every step that applies',
    async (_, answers) => {
      const { store } = setUp();
      await store.load();
      store.answer(answers);
      const way: StepId[] = [store.state.step];
      while (store.state.step !== 'check') {
        expect(await store.next()).toBe(true);
        way.push(store.state.step);
      }
      expect(way).toEqual(store.state.steps);
      expect(await store.next()).toBe(false);
    },
  );

  test('Continue with a fault stays and says what; going back shows none', async () => {
    const { store } = setUp();
    expect(await store.next()).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'danger', code: 'missing' }]);
    expect(store.back()).toBe(false);
    store.answer({ danger: 'no' });
    await store.next();
    await store.load();
    await store.next();
    expect(store.state.faults).toHaveLength(1);
    expect(store.back()).toBe(true);
    expect(store.state).toMatchObject({ step: 'danger', faults: [], answers: { danger: 'no' } });
  });

  test('lengths are checked on Continue once the schema is here', async () => {
    const { store } = await filled();
    store.change('narrative');
    store.answer({ narrative: 'x'.repeat(5001) });
    expect(await store.next()).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'narrative', code: 'too-long' }]);
  });

  test('Change leads to one step and back to the check page', async () => {
    const { store } = await filled();
    store.change('identity');
    expect(store.state).toMatchObject({ step: 'identity', changing: true });
    store.answer({ identity: 'anonymous' });
    expect(await store.next()).toBe(true);
    expect(store.state).toMatchObject({ step: 'check', changing: false });
    store.change('identity');
    expect(store.back()).toBe(true);
    expect(store.state).toMatchObject({ step: 'check', changing: false });
  });

  test('a change that opens other questions leads through them first', async () => {
    const { store } = await filled(sampleAnswers.anonymous);
    store.change('category');
    store.answer({ category: 'child-harm' });
    const way = [];
    while (store.state.step !== 'check') {
      await store.next();
      way.push(store.state.step);
      if (store.state.step === 'age') store.answer({ underFourteen: 'no' });
      if (store.state.step === 'risk') store.answer({ risksInstead: 'none' });
      if (store.state.step === 'children') store.answer({ childrenPresent: 'yes' });
    }
    expect(way).toEqual(['age', 'risk', 'children', 'check']);
  });

  test('a step that does not apply cannot be changed to', async () => {
    const { store } = await filled(sampleAnswers.anonymous);
    store.change('contact-safety');
    expect(store.state.step).toBe('check');
  });
});

describe('places', () => {
  test('below a federation are loaded in one go, and remembered', async () => {
    const { server, store } = setUp();
    const names = (await store.placesBelow(federation)).map(({ name }) => name);
    expect(names).toEqual(['柳桥镇', '东湖街道', '桃源镇']);
    await store.placesBelow(federation);
    expect(server.requests.filter(({ operation }) => operation === 'listChildFederations')).toHaveLength(1);
  });

  test('that do not come reject with a FulianError, and may be asked for again', async () => {
    const { server, store } = setUp();
    await store.load();
    server.fail('listChildFederations', 'drop-request');
    expect(isNetworkError(await store.placesBelow(federation).catch((error: unknown) => error))).toBe(true);
    expect(await store.placesBelow(federation)).toHaveLength(3);
  });

  test('cannot be asked for where the form does not come', async () => {
    const { server, store } = setUp();
    server.isOffline = true;
    expect(isFulianError(await store.placesBelow(federation).catch((error: unknown) => error))).toBe(true);
  });
});

describe('submitting', () => {
  test('stores the request once and gives the receipt with the secret that only this device knows', async () => {
    const { server, store, cases } = await filled();
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
    const { store, submits, cases } = await filled();
    await Promise.all([store.submit(), store.submit(), store.submit()]);
    await store.submit();
    expect(submits()).toHaveLength(1);
    expect(cases).toHaveLength(1);
  });

  test('S10 a request whose answer was lost is sent again as the same: one case, the same receipt', async () => {
    const { server, store, submits, cases } = await filled();
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
    const { server, store, cases } = await filled();
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
      const { server, store } = await filled();
      server.fail('submitHelpRequest', fault);
      await store.submit();
      expect(store.state.submission).toBe('unsent');
      expect(isFulianError(store.state.submitError)).toBe(true);
      expect(store.state.answers).toEqual(sampleAnswers.urgent);
    }
  });

  test('checks every step first and leads to the first with a fault, and from there back', async () => {
    const { store, submits } = await filled();
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
    const { server, store, cases } = await filled();
    const gate = server.hold('submitHelpRequest');
    const submit = store.submit();
    await gate.arrived();
    const change = async () => {
      store.answer({ narrative: 'other' });
      store.change('narrative');
      store.addFiles([file()]);
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
    const { store } = await filled();
    await store.submit();
    const left = JSON.stringify(store.state);
    for (const typed of ['动手', '示例女士', '000-0000-0001', '体检', '晚上', '亲戚'])
      expect(left).not.toContain(typed);
    expect(store.state.answers).toMatchObject({ channel: 'phone', askerRole: 'self' });
  });

  test('off line from the beginning to the end says so and keeps everything', async () => {
    const { server, store } = setUp();
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
    const { server, store } = await filled();
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
    const { server, store } = await filled();
    server.fail('submitHelpRequest', 'invalid-request');
    await store.submit();
    expect(store.state.submission).toBe('unsent');
    expect(isProblemError(store.state.submitError) && store.state.submitError.code).toBe('invalid-request');
  });

  test('about consents whose words have changed: the new words are loaded and she agrees anew', async () => {
    const { server, store } = await filled();
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
    const { server, store } = await filled();
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
    const { server, store } = await filled();
    server.fail('submitHelpRequest', 'no-unit-left');
    await store.submit();
    expect(store.state).toMatchObject({ submission: 'unsent', submitError: { code: 'no-unit-left' } });
  });
});

describe('files', () => {
  test('go with the request, and are forgotten with it', async () => {
    const { server, store, cases } = await filled();
    store.addFiles([file('a.jpg'), file('b.jpg')]);
    await settle();
    expect(statusesOf(store.state)).toEqual(['stored', 'stored']);
    await store.submit();
    expect(cases[0]!.submission.attachments).toEqual([...server.state.attachments.keys()]);
    expect([...server.state.attachments.values()].every(({ request }) => request === cases[0]!.receipt.number)).toBe(
      true,
    );
    expect(store.state.attachments).toEqual([]);
  });

  test('that are still on their way keep the request back, and she sees which', async () => {
    const { server, store, submits } = await filled();
    const gate = server.hold('appendAttachment');
    store.addFiles([file()]);
    await gate.arrived();
    await store.submit();
    expect(store.state).toMatchObject({
      submission: 'editing',
      step: 'attachments',
      faults: [{ answer: 'attachments', code: 'unfinished' }],
    });
    expect(submits()).toEqual([]);
    gate.open();
    await settle();
    await store.next();
    await store.submit();
    expect(store.state.submission).toBe('sent');
  });

  test('that failed keep her on their step, until she removes them', async () => {
    const { server, store } = await filled();
    server.fail('startAttachment', 'invalid-request');
    store.addFiles([file()]);
    await settle();
    store.change('attachments');
    expect(await store.next()).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'attachments', code: 'unfinished' }]);
    store.removeFile(store.state.attachments[0]!.key);
    expect(await store.next()).toBe(true);
  });

  test('that the service has deleted meanwhile are to be sent again', async () => {
    const { server, store } = await filled();
    store.addFiles([file()]);
    await settle();
    server.state.attachments.clear();
    await store.submit();
    expect(store.state).toMatchObject({ submission: 'unsent', submitError: { code: 'attachment-unknown' } });
    expect(statusesOf(store.state)).toEqual(['failed']);
    store.retryFile(store.state.attachments[0]!.key);
    await settle();
    await store.submit();
    expect(store.state.submission).toBe('sent');
  });

  test('S10 a lost answer with files is repeated as the same, although the files belong to the request by now', async () => {
    const { server, store, cases } = await filled();
    store.addFiles([file()]);
    await settle();
    server.fail('submitHelpRequest', 'drop-response');
    await store.submit();
    store.change('attachments');
    store.removeFile(store.state.attachments[0]!.key);
    await store.next();
    await store.submit();
    expect(cases).toHaveLength(1);
    expect(store.state.receipt).toMatchObject({ number: cases[0]!.receipt.number, isEarlier: true });
  });
});

describe('the receipt', () => {
  test('S4 is confirmed by typing back one group of the secret; spaces and hyphens do not count', async () => {
    const { store } = await filled();
    store.confirmReceipt('1234');
    expect(store.state.receiptConfirmed).toBe('no');
    await store.submit();
    const { groupToConfirm, receipt } = store.state;
    const group = receipt!.secret.slice(groupToConfirm * 4, groupToConfirm * 4 + 4);
    store.confirmReceipt(group === '0000' ? '1111' : '0000');
    expect(store.state.receiptConfirmed).toBe('wrong');
    store.confirmReceipt('');
    expect(store.state.receiptConfirmed).toBe('wrong');
    store.confirmReceipt(` ${group.slice(0, 2)} - ${group.slice(2)}`);
    expect(store.state.receiptConfirmed).toBe('yes');
  });

  test('S4 asks for any of the six groups', () => {
    const asked = new Set(Array.from({ length: 300 }, () => setUp().store.state.groupToConfirm));
    expect(asked).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });
});

describe('S1 wipe', () => {
  test('forgets everything and is as new, with another secret and another key', async () => {
    const { store, submits } = await filled();
    await store.submit();
    const first = store.state.receipt!;
    let told = 0;
    store.subscribe(() => (told += 1));
    store.wipe();
    expect(told).toBe(1);
    const { groupToConfirm: _, ...state } = store.state;
    const { groupToConfirm: __, ...fresh } = setUp().store.state;
    expect(state).toEqual(fresh);
    await store.load();
    store.answer(sampleAnswers.urgent);
    await store.submit();
    expect(store.state.receipt!.secret).not.toBe(first.secret);
    const keys = submits().map(({ headers }) => headers['idempotency-key'] ?? '');
    expect(new Set(keys).size).toBe(2);
    expect(new Set(submits().map(({ headers }) => headers['fulian-draft'])).size).toBe(2);
  });

  test.each(['getHelpForm', 'submitHelpRequest', 'appendAttachment', 'listChildFederations'] as const)(
    'cancels %s under way, and what comes back later changes nothing',
    async (operation) => {
      const { server, store } = operation === 'getHelpForm' ? setUp() : await filled();
      const gate = server.hold(operation);
      const work: Promise<unknown>[] = [];
      if (operation === 'getHelpForm') work.push(store.load());
      if (operation === 'submitHelpRequest') work.push(store.submit());
      if (operation === 'appendAttachment') store.addFiles([file()]);
      if (operation === 'listChildFederations') work.push(store.placesBelow(federation).catch(() => undefined));
      await gate.arrived();
      store.wipe();
      const wiped = store.state;
      gate.open();
      await settle();
      await Promise.all(work);
      expect(store.state).toBe(wiped);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('leaves nothing that would send or tell something later', async () => {
    const { server, store } = await filled();
    server.isOffline = true;
    store.addFiles([file()]);
    await settle();
    store.wipe();
    const made = server.requests.length;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(server.requests).toHaveLength(made);
    expect(store.state.attachments).toEqual([]);
  });
});

describe('S3 errors', () => {
  test('that the store shows carry no word of hers, whatever failed', async () => {
    const words = 'WHAT-SHE-TYPED';
    const boom = () => {
      throw new Error(words);
    };
    const { server } = setUp();
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

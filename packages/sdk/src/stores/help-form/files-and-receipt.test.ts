import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyFile, federation, filledForm, newForm } from '../../testing/form-fixture.js';
import { sampleAnswers } from '../../testing/sample-answers.js';
import type { HelpFormState } from './types.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const statusesOf = ({ attachments }: HelpFormState) => attachments.map(({ status }) => status);

describe('files', () => {
  test('go with the request, and are forgotten with it', async () => {
    const { server, store, cases } = await filledForm();
    store.addFiles([emptyFile('a.jpg'), emptyFile('b.jpg')]);
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
    const { server, store, submits } = await filledForm();
    const gate = server.hold('appendAttachment');
    store.addFiles([emptyFile()]);
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
    const { server, store } = await filledForm();
    server.fail('startAttachment', 'invalid-request');
    store.addFiles([emptyFile()]);
    await settle();
    store.change('attachments');
    expect(await store.next()).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'attachments', code: 'unfinished' }]);
    store.removeFile(store.state.attachments[0]!.key);
    expect(await store.next()).toBe(true);
  });

  test('that the service has deleted meanwhile are to be sent again', async () => {
    const { server, store } = await filledForm();
    store.addFiles([emptyFile()]);
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
    const { server, store, cases } = await filledForm();
    store.addFiles([emptyFile()]);
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
    const { store } = await filledForm();
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
    const asked = new Set(Array.from({ length: 300 }, () => newForm().store.state.groupToConfirm));
    expect(asked).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });
});

describe('S1 wipe', () => {
  test('forgets everything and is as new, with another secret and another key', async () => {
    const { store, submits } = await filledForm();
    await store.submit();
    const first = store.state.receipt!;
    let told = 0;
    store.subscribe(() => (told += 1));
    store.wipe();
    expect(told).toBe(1);
    const { groupToConfirm: _, ...state } = store.state;
    const { groupToConfirm: __, ...fresh } = newForm().store.state;
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
      const { server, store } = operation === 'getHelpForm' ? newForm() : await filledForm();
      const gate = server.hold(operation);
      const work: Promise<unknown>[] = [];
      if (operation === 'getHelpForm') work.push(store.load());
      if (operation === 'submitHelpRequest') work.push(store.submit());
      if (operation === 'appendAttachment') store.addFiles([emptyFile()]);
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
    const { server, store } = await filledForm();
    server.isOffline = true;
    store.addFiles([emptyFile()]);
    await settle();
    store.wipe();
    const made = server.requests.length;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(server.requests).toHaveLength(made);
    expect(store.state.attachments).toEqual([]);
  });
});

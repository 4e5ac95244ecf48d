import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isFulianError, isNetworkError } from '../../index.js';
import { federation, filledForm, newForm } from '../../testing/form-fixture.js';
import { sampleAnswers } from '../../testing/sample-answers.js';
import type { HelpFormState, StepId } from './types.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('loading', () => {
  test('sends nothing before it is asked, and then loads the form once', async () => {
    const { server, store } = newForm();
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
    const { server, store } = newForm();
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
    const { server, store } = newForm();
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
    const { server, store } = newForm();
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
    const { store } = newForm();
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
    const { store } = newForm();
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
      const { store } = newForm();
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
    const { store } = newForm();
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

  test('lengths are checked on Continue', async () => {
    const { store } = await filledForm();
    store.change('narrative');
    store.answer({ narrative: 'x'.repeat(5001) });
    expect(await store.next()).toBe(false);
    expect(store.state.faults).toEqual([{ answer: 'narrative', code: 'too-long' }]);
  });

  test('Change leads to one step and back to the check page', async () => {
    const { store } = await filledForm();
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
    const { store } = await filledForm(sampleAnswers.anonymous);
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
    const { store } = await filledForm(sampleAnswers.anonymous);
    store.change('contact-safety');
    expect(store.state.step).toBe('check');
  });
});

describe('places', () => {
  test('below a federation are loaded in one go, and remembered', async () => {
    const { server, store } = newForm();
    const names = (await store.placesBelow(federation)).map(({ name }) => name);
    expect(names).toEqual(['柳桥镇', '东湖街道', '桃源镇']);
    await store.placesBelow(federation);
    expect(server.requests.filter(({ operation }) => operation === 'listChildFederations')).toHaveLength(1);
  });

  test('that do not come reject with a FulianError, and may be asked for again', async () => {
    const { server, store } = newForm();
    await store.load();
    server.fail('listChildFederations', 'drop-request');
    expect(isNetworkError(await store.placesBelow(federation).catch((error: unknown) => error))).toBe(true);
    expect(await store.placesBelow(federation)).toHaveLength(3);
  });

  test('cannot be asked for where the form does not come', async () => {
    const { server, store } = newForm();
    server.isOffline = true;
    expect(isFulianError(await store.placesBelow(federation).catch((error: unknown) => error))).toBe(true);
  });
});

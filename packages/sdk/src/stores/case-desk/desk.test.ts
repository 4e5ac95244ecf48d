import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadedDesk } from '../../testing/desk-fixture.js';
import { emptyFile } from '../../testing/form-fixture.js';
import { sampleAnswers, testCaseId, testPassword } from '../../testing/index.js';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 2) }));
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const working = testCaseId(0);
const submitted = testCaseId(4);

/** A desk with one case on the screen. */
async function openedCase(id = working, account = 'worker.qingxi') {
  const parts = await loadedDesk({ account });
  await parts.desk.select(id);
  const facts = () => parts.server.state.cases.all.find((one) => one.id === id)!.facts;
  const kinds = () => parts.server.state.cases.all.find((one) => one.id === id)!.events.map(({ kind }) => kind);
  return { ...parts, facts, kinds, selected: () => parts.desk.state.selected! };
}

describe('one case', () => {
  test('shows what the queue knows at once, and then all of it', async () => {
    const { desk, server } = await loadedDesk();
    const gate = server.hold('getCase');
    const opening = desk.select(working);
    expect(desk.state.selected).toMatchObject({
      load: 'pending',
      summary: { number: desk.rowAt(desk.indexOf(working))!.number },
    });
    gate.open();
    await opening;
    const { selected } = desk.state;
    expect(selected).toMatchObject({ load: 'complete', unseen: 0, events: { load: 'complete' } });
    expect(selected!.case!.safeContact.coverWords).toBeDefined();
    expect(selected!.events.items[0]!.kind).toBe('own-message');
    expect(selected!.case!.repeats[0]).toMatchObject({ same: ['phone'], case: { category: 'domestic-violence' } });
  });

  test('the events that are older come page by page, and all of them for printing', async () => {
    const { desk, server, selected } = await openedCase();
    for (let at = 0; at < 120; at += 1) server.takeStep(working, 'worker.qingxi', { kind: 'note', words: `${at}` });
    await desk.select(undefined);
    await desk.select(working);
    expect(selected().events.items).toHaveLength(50);
    await desk.moreEvents();
    await desk.moreEvents();
    expect(selected().events).toMatchObject({ hasMore: false, load: 'complete' });
    const seqs = selected().events.items.map(({ seq }) => seq);
    expect(seqs).toEqual([...Array(seqs.length).keys()].map((at) => seqs.length - at));
    expect(await desk.allEvents()).toHaveLength(seqs.length);
  });

  test('what happens while the case is being read is read after it: that reading may have begun before', async () => {
    const { server, calls } = await openedCase();
    const before = calls('getCase').length;
    const gate = server.hold('getCase');
    server.takeStep(working, 'worker.qingxi', { kind: 'note', words: 'one' });
    await settle();
    server.takeStep(working, 'worker.qingxi', { kind: 'note', words: 'two' });
    server.takeStep(working, 'worker.qingxi', { kind: 'note', words: 'three' });
    await settle();
    expect(calls('getCase')).toHaveLength(before + 1);
    gate.open();
    await settle();
    expect(calls('getCase')).toHaveLength(before + 2);
  });

  test('what others do is read as it happens, and counted until she has seen it', async () => {
    const { desk, server, selected } = await openedCase();
    server.takeOwnStep(working, { kind: 'own-message', words: '我到娘家了。' });
    await settle();
    expect(selected()).toMatchObject({ unseen: 1, case: { summary: { unread: true } } });
    expect(selected().events.items[0]!.words).toBe('我到娘家了。');
    desk.markSeen();
    expect(selected().unseen).toBe(0);
  });

  test('that is out of reach now is not shown any longer', async () => {
    const { desk, server, selected } = await openedCase(testCaseId(7));
    server.state.cases.all.splice(7, 1);
    await desk.refreshSelected();
    expect(selected()).toMatchObject({ load: 'error', error: { code: 'case-unknown' } });
    expect(selected().case).toBeUndefined();
  });

  test('up and down the queue by keys', async () => {
    const { desk } = await loadedDesk();
    expect(await desk.selectBeside(1)).toBe(true);
    expect(desk.state.selected!.id).toBe(desk.rowAt(0)!.id);
    expect(await desk.selectBeside(-1)).toBe(false);
    await desk.selectBeside(1);
    expect(desk.state.selected!.id).toBe(desk.rowAt(1)!.id);
  });

  test('down the queue beyond the rows that are here', async () => {
    const { desk } = await loadedDesk({ many: 300 });
    await desk.select(desk.rowAt(99)!.id);
    expect(await desk.selectBeside(1)).toBe(true);
    expect(desk.state.selected!.id).toBe(desk.rowAt(100)!.id);
  });
});

describe('a step', () => {
  test('changes the case, its row and what may be done next', async () => {
    const { desk, selected, calls } = await openedCase(submitted);
    expect(await desk.takeStep('accept')).toBe(true);
    expect(selected()).toMatchObject({ step: { kind: 'accept', status: 'done' }, unseen: 0 });
    expect(selected().case!.may).toContain('claim');
    expect(desk.rowAt(desk.indexOf(submitted))!.state).toBe('accepted');
    expect(selected().events.items[0]!.kind).toBe('accept');
    await settle();
    expect(calls('countCases').length).toBeGreaterThan(1);
  });

  test('that lacks something is not sent, and says what it lacks', async () => {
    const { desk, selected, calls } = await openedCase();
    desk.write('offer-transfer', { to: {}, words: '  ' });
    expect(await desk.takeStep('offer-transfer')).toBe(false);
    expect(selected().faultsOf).toBe('offer-transfer');
    expect(selected().faults).toEqual([
      { field: 'words', code: 'missing' },
      { field: 'to', code: 'missing' },
    ]);
    desk.write('offer-transfer', { words: '请就近上门。' });
    expect(selected().faults).toEqual([]);
    desk.write('note', { words: '字'.repeat(5001) });
    await desk.takeStep('note');
    expect(selected().faults).toEqual([{ field: 'words', code: 'too-long' }]);
    expect(calls('takeCaseStep')).toEqual([]);
  });

  test('shows what the service finds fault with', async () => {
    const { desk, selected } = await openedCase();
    desk.write('offer-transfer', { to: { federation: '990101000000' }, words: '给自己' });
    expect(await desk.takeStep('offer-transfer')).toBe(false);
    expect(selected().faults).toEqual([{ field: 'to/federation', code: 'not-offered' }]);
    expect(selected().drafts['offer-transfer']!.words).toBe('给自己');
  });

  test('S10 of which no answer came is sent again with the same key, and counts once', async () => {
    const { desk, server, selected, calls, kinds } = await openedCase();
    const before = kinds().filter((kind) => kind === 'note').length;
    server.fail('takeCaseStep', 'drop-response');
    desk.write('note', { words: '邻居愿意作证。' });
    expect(await desk.takeStep('note')).toBe(false);
    expect(selected()).toMatchObject({ step: { status: 'unknown' }, drafts: { note: { words: '邻居愿意作证。' } } });
    expect(await desk.takeStep('note')).toBe(true);
    expect(kinds().filter((kind) => kind === 'note')).toHaveLength(before + 1);
    expect(new Set(calls('takeCaseStep').map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(selected().drafts.note).toBeUndefined();
  });

  test('S10 that was changed after an answer was lost is not said twice by itself', async () => {
    const { desk, server, selected, kinds } = await openedCase();
    const before = kinds().filter((kind) => kind === 'note').length;
    server.fail('takeCaseStep', 'drop-response');
    desk.write('note', { words: '邻居' });
    await desk.takeStep('note');
    desk.write('note', { words: '邻居愿意作证。' });
    expect(await desk.takeStep('note')).toBe(false);
    expect(selected().step).toMatchObject({ status: 'refused', conflict: { stillAllowed: true } });
    expect(selected().step!.conflict!.events[0]!.words).toBe('邻居');
    expect(kinds().filter((kind) => kind === 'note')).toHaveLength(before + 1);
  });

  test('takes its files along', async () => {
    const { desk, server, selected, calls } = await openedCase();
    desk.addFiles([emptyFile('a.jpg')]);
    desk.write('note', { words: '照片' });
    expect(await desk.takeStep('note')).toBe(false);
    expect(selected().faults).toEqual([{ field: 'attachments', code: 'unfinished' }]);
    await settle();
    expect(selected().files).toMatchObject([{ status: 'stored' }]);
    expect(await desk.takeStep('note')).toBe(true);
    expect(selected().files).toEqual([]);
    expect(selected().case!.attachments).toHaveLength(1);
    expect(calls('takeCaseStep')[1] ?? calls('takeCaseStep')[0]!.headers['fulian-draft']).toBeTruthy();
    const [file] = server.state.attachments.values();
    expect(new Uint8Array(await desk.downloadFile(file!.id))).toHaveLength(10);
  });
});

describe('two workers at once', () => {
  /** The other one acts in the moment before the step arrives, so that no news is here yet. */
  async function raced(
    kind: 'note' | 'message' | 'regrade' | 'claim',
    act: (server: Awaited<ReturnType<typeof openedCase>>['server']) => void,
    id = working,
  ) {
    const parts = await openedCase(id);
    const { desk, server } = parts;
    server.closeStreams();
    if (kind === 'regrade') desk.write('regrade', { grade: 'red', words: '加重' });
    else if (kind !== 'claim') desk.write(kind, { words: '我写的话' });
    act(server);
    const isTaken = await desk.takeStep(kind);
    return { ...parts, isTaken };
  }

  test('what adds something is sent once more by itself', async () => {
    const { isTaken, selected, calls, kinds } = await raced('note', (server) =>
      server.takeStep(working, 'supervisor.qingxi', { kind: 'measure', measure: 'visit' }),
    );
    expect(isTaken).toBe(true);
    expect(calls('takeCaseStep')).toHaveLength(2);
    expect(kinds().slice(-2)).toEqual(['measure', 'note']);
    expect(selected().step).toEqual({ kind: 'note', status: 'done' });
    expect(selected().unseen).toBeGreaterThan(0);
  });

  test('a message is not sent past words of hers that nobody has read', async () => {
    const { isTaken, selected, kinds } = await raced('message', (server) =>
      server.takeOwnStep(working, { kind: 'own-message', words: '不要上门！' }),
    );
    expect(isTaken).toBe(false);
    expect(kinds().slice(-1)).toEqual(['own-message']);
    const { conflict } = selected().step!;
    expect(conflict).toMatchObject({ kind: 'message', stillAllowed: true });
    expect(conflict!.events.map(({ words }) => words)).toEqual(['不要上门！']);
    expect(selected().drafts.message!.words).toBe('我写的话');
  });

  test('a decision comes back as a conflict with everything that was typed, and can be taken again', async () => {
    const { desk, isTaken, selected, facts } = await raced(
      'regrade',
      (server) => server.takeStep(testCaseId(9), 'supervisor.qingxi', { kind: 'note', words: 'x' }),
      testCaseId(9),
    );
    expect(isTaken).toBe(false);
    expect(selected()).toMatchObject({
      step: { status: 'refused', error: { code: 'precondition-failed' }, conflict: { stillAllowed: true } },
      drafts: { regrade: { grade: 'red', words: '加重' } },
    });
    expect(await desk.takeStep('regrade')).toBe(true);
    expect(facts().grade).toBe('red');
  });

  test('who claims second is told who was first', async () => {
    const { isTaken, selected, facts } = await raced(
      'claim',
      (server) => server.takeStep(testCaseId(5), 'worker2.qingxi', { kind: 'claim' }),
      testCaseId(5),
    );
    expect(isTaken).toBe(false);
    expect(selected().step).toMatchObject({ conflict: { stillAllowed: false, events: [{ kind: 'claim' }] } });
    expect(facts().assignee!.name).toBe('示例干部二');
  });
});

describe('what is written', () => {
  test('stays where it was written while other cases are looked at', async () => {
    const { desk, selected } = await openedCase();
    desk.write('note', { words: '写到一半' });
    await desk.select(submitted);
    expect(selected().drafts).toEqual({});
    expect(desk.state.unsent).toEqual([working]);
    await desk.select(working);
    expect(selected().drafts.note!.words).toBe('写到一半');
    desk.discard('note');
    expect(desk.state.unsent).toEqual([]);
  });

  test('survives the lock, and what happened meanwhile is there when she is back', async () => {
    const { desk, session, server, selected } = await openedCase();
    desk.write('note', { words: '写到一半' });
    await pass(6 * 60_000);
    expect(session.state).toMatchObject({ phase: 'locked', because: 'idle' });
    expect(desk.state.live).toBe('off');
    expect(server.state.streams.count).toBe(0);
    server.takeOwnStep(working, { kind: 'own-message', words: '我到了' });
    await session.unlock(testPassword);
    await pass(1000);
    expect(desk.state.live).toBe('streaming');
    expect(selected()).toMatchObject({ unseen: 1, drafts: { note: { words: '写到一半' } } });
  });

  test('S2 is gone with everything else for another person, and after signing out', async () => {
    const { desk, session, server } = await openedCase();
    desk.write('note', { words: '写到一半' });
    session.lock();
    await session.signIn('worker2.qingxi', testPassword);
    expect(desk.state).toMatchObject({ load: 'initial', unsent: [], queue: { load: 'initial', total: 0 } });
    expect(desk.state.selected).toBeUndefined();
    await desk.load();
    await desk.select(working);
    expect(desk.state.selected!.drafts).toEqual({});
    await session.signOut();
    await settle();
    expect(JSON.stringify(desk.state)).not.toContain('示例女士');
    expect(desk.rowAt(0)).toBeUndefined();
    expect(server.state.streams.count).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a session that ended while a step was sent loses no word', async () => {
    const { desk, session, server, selected } = await openedCase();
    desk.write('note', { words: '写完了' });
    server.state.sessions.clear();
    expect(await desk.takeStep('note')).toBe(false);
    expect(session.state).toMatchObject({ phase: 'locked', because: 'ended' });
    await session.unlock(testPassword);
    expect(selected().drafts.note!.words).toBe('写完了');
    expect(await desk.takeStep('note')).toBe(true);
  });
});

describe('taking a request down', () => {
  test('asks what the help form asks, stores it once, and hands out a receipt', async () => {
    const { desk, server } = await loadedDesk({ account: 'intake.qingxi' });
    desk.startRegistration('visit');
    expect(await desk.register()).toBe(false);
    expect(desk.state.registration!.faults.map(({ answer }) => answer)).toContain('category');
    desk.answer(sampleAnswers.urgent);
    expect(desk.state.registration).toMatchObject({ grade: 'red', faults: [] });
    const before = server.state.cases.all.length;
    server.fail('registerCase', 'drop-response');
    expect(await desk.register()).toBe(false);
    expect(desk.state.registration).toMatchObject({ status: 'unsent', error: { code: 'network' } });
    expect(await desk.register()).toBe(true);
    const { receipt, caseId, isEarlier, answers } = desk.state.registration!;
    expect(server.state.cases.all).toHaveLength(before + 1);
    const stored = server.state.cases.all[before]!;
    expect(stored).toMatchObject({ id: caseId, number: receipt!.number, channel: 'visit' });
    expect(stored.submission.receiptSecret).toBe(receipt!.secret);
    expect([isEarlier, answers]).toEqual([false, {}]);
    desk.endRegistration();
    expect(JSON.stringify(desk.state)).not.toContain(receipt!.secret);
  });

  test('takes what she brought along: uploaded meanwhile, stored with the request, and gone from the state', async () => {
    const { desk, server, calls } = await loadedDesk({ account: 'intake.qingxi' });
    const file = (name: string, start = 0) => {
      const bytes = new Uint8Array(4).fill(start);
      return { name, size: bytes.length, slice: () => ({ arrayBuffer: async () => bytes.buffer }) };
    };
    expect(desk.registrationFiles).toBeUndefined();
    desk.startRegistration('visit');
    desk.answer(sampleAnswers.anonymous);
    const gate = server.hold('appendAttachment');
    desk.registrationFiles!.add([file('病历.pdf'), file('坏的.exe', 0x3c)]);
    await gate.arrived();
    expect(await desk.register()).toBe(false);
    expect(desk.state.registration!.faults).toEqual([{ answer: 'attachments', code: 'unfinished' }]);
    gate.open();
    await vi.waitFor(() =>
      expect(desk.state.registration!.files.map(({ status }) => status)).toEqual(['stored', 'failed']),
    );
    expect(await desk.register()).toBe(false);
    desk.registrationFiles!.remove(desk.state.registration!.files[1]!.key);
    expect(desk.state.registration!.faults).toEqual([]);
    server.fail('registerCase', 'drop-response');
    expect(await desk.register()).toBe(false);
    expect(await desk.register()).toBe(true);
    const drafts = calls('registerCase').map(({ headers }) => headers['fulian-draft']);
    expect(drafts).toEqual([expect.stringMatching(/^[\w-]{22,}$/), drafts[0]]);
    const stored = [...server.state.attachments.values()].filter(({ name }) => name === '病历.pdf');
    expect(stored.map(({ request }) => request)).toEqual([desk.state.registration!.receipt!.number]);
    expect(desk.state.registration!.files).toEqual([]);
  });

  test('shows what the service finds fault with at the answer', async () => {
    const { desk, server } = await loadedDesk({ account: 'intake.qingxi' });
    desk.startRegistration('hotline-12338');
    desk.answer(sampleAnswers.anonymous);
    server.state.form = {
      ...server.state.form,
      categories: server.state.form.categories.filter(({ code }) => code !== 'land-rights'),
    };
    expect(await desk.register()).toBe(false);
    expect(desk.state.registration!.faults).toEqual([{ answer: 'category', code: 'not-offered' }]);
  });
});

describe('who and where', () => {
  test('workers of the federation that has the case, asked for once', async () => {
    const { desk, calls } = await openedCase();
    const workers = await desk.workers();
    expect(workers.map(({ account }) => account)).toContain('worker2.qingxi');
    expect(workers.every(({ role }) => ['intake', 'worker', 'supervisor'].includes(role))).toBe(true);
    await desk.workers();
    expect(calls('listCaseWorkers')).toHaveLength(1);
  });

  test('federations by name and by level', async () => {
    const { desk } = await openedCase();
    expect((await desk.findFederations('柳桥')).map(({ code }) => code)).toEqual(['990101001000']);
    expect(await desk.findFederations(' ')).toEqual([]);
    expect((await desk.placesBelow('990101000000')).length).toBe(3);
  });
});

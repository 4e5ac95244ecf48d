import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCouncil, type TestCouncil } from '../councils/council-fixture.js';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { signedIn } from '../staff/staff-fixture.js';
import {
  blindPaper,
  castOpen,
  castSecret,
  close,
  draftOf,
  openBallot,
  passTime,
  takePaper,
  type TestPaper,
} from './ballot-fixture.js';

type Schemas = components['schemas'];

let service: TestService;
let council: TestCouncil;

beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 6);
});
afterAll(() => service.close());

const read = async (id: 'getBallot' | 'getBallotDraft' | 'checkBallot', path: Record<string, string>) =>
  service.call(id, { path, headers: { ...(id !== 'getBallot' && council.organiser.headers) } });
const codes = (answer: { json(): { findings?: { code: string }[] } }) =>
  answer.json().findings?.map(({ code }) => code);
const logOf = async () => {
  const { rows } = await service.admin.query<{ entry: string }>(
    'select entry from council_log where council = $1 order by seq',
    [council.council],
  );
  return rows.map(({ entry }) => JSON.parse(entry) as { kind: string; at: string; body: Record<string, unknown> });
};

describe('a ballot', () => {
  it('is prepared, changed, looked through and opened, and only then the public sees it', async () => {
    const key = newToken();
    const prepare = (body: unknown) =>
      service.call('prepareBallot', {
        path: council.path,
        headers: { ...council.organiser.headers, 'idempotency-key': key },
        body,
      });
    const draft = draftOf();
    const prepared = await prepare(draft);
    const { id, options, eligible } = prepared.json<Schemas['Ballot']>();
    expect(prepared.statusCode).toBe(201);
    expect(options.map((one) => one.id)).toEqual(['yes', 'no']);
    expect(eligible).toBe(6);
    const path = { ...council.path, ballotId: id };
    const again = await prepare(draft);
    expect(again.json<Schemas['Ballot']>().id).toBe(id);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((await prepare(draftOf({ revote: false }))).json<Schemas['Problem']>().code).toBe('idempotency-key-reused');

    expect((await read('getBallot', path)).statusCode).toBe(404);
    expect((await service.call('listBallots', { path: council.path })).json<Schemas['BallotPage']>().items).toEqual([]);
    const desk = await service.call('listAllBallots', { path: council.path, headers: council.organiser.headers });
    expect(desk.json<Schemas['BallotPage']>().items.map((one) => one.id)).toEqual([id]);

    const change = (etag: string | undefined, body: unknown) =>
      service.call('changeBallot', {
        path,
        headers: { ...council.organiser.headers, ...(etag !== undefined && { 'if-match': etag }) },
        body,
      });
    expect((await change(undefined, draft)).statusCode).toBe(428);
    const changed = await change(String(prepared.headers.etag), draftOf({ revote: false }));
    expect(changed.json<Schemas['Ballot']>().rules.revote).toBe(false);
    expect((await change(String(prepared.headers.etag), draft)).statusCode).toBe(412);

    const { checks } = (await read('checkBallot', path)).json<Schemas['BallotCheck']>();
    expect(checks.find((one) => one.id === 'roll-invited')).toMatchObject({ ok: false, blocks: false, number: 6 });

    const open = (etag: string, openKey: string) =>
      service.call('openBallot', {
        path,
        headers: { ...council.organiser.headers, 'idempotency-key': openKey, 'if-match': etag },
      });
    const openKey = newToken();
    expect((await open(String(prepared.headers.etag), newToken())).statusCode).toBe(412);
    const opened = await open(String(changed.headers.etag), openKey);
    expect(opened.json<Schemas['Ballot']>()).toMatchObject({ state: 'open', eligible: 6 });
    expect((await open(String(changed.headers.etag), openKey)).headers['idempotent-replayed']).toBe('true');
    expect((await open(String(opened.headers.etag), newToken())).json<Schemas['Problem']>().code).toBe(
      'ballot-refused',
    );
    expect((await change(String(opened.headers.etag), draft)).json<Schemas['Problem']>().code).toBe('ballot-refused');
    expect((await read('getBallot', path)).json<Schemas['Ballot']>()).toMatchObject({ id, state: 'open' });

    const entry = (await logOf()).at(-1)!;
    expect(entry.kind).toBe('ballot-opened');
    expect(entry.body.members).toEqual(council.members.map((one) => one.id).sort());
  });

  it('is refused as a draft whose rules do not fit or that names what is not there', async () => {
    const prepare = (draft: Schemas['BallotDraft']) =>
      service.call('prepareBallot', {
        path: council.path,
        headers: { ...council.organiser.headers, 'idempotency-key': newToken() },
        body: draft,
      });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const answer = await prepare(
      draftOf(
        { tie: 'lot' },
        { motion: { title: '甲', words: '乙', topic: nowhere, meeting: nowhere }, again: nowhere },
      ),
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Schemas['Problem']>().findings?.map(({ where }) => where)).toEqual([
      'body/rules/lot',
      'body/motion/topic',
      'body/motion/meeting',
      'body/again',
    ]);
  });

  it('is not opened with a time that is over, or secret with fewer than five on the roll', async () => {
    const small = await makeCouncil(service, 4);
    const past = new Date(Date.now() - 1_000).toISOString();
    await expect(openBallot(service, small, draftOf({ secrecy: 'secret' }))).rejects.toThrow('secret-enough');
    await expect(openBallot(service, council, draftOf({}, { closesAt: past }))).rejects.toThrow('closing-ahead');
  });

  it('is neither prepared nor opened in a council that has ended, and can still be closed there', async () => {
    const own = await makeCouncil(service, 2);
    const open = await openBallot(service, own);
    const headers = () => ({ ...own.organiser.headers, 'idempotency-key': newToken() });
    const prepared = await service.call('prepareBallot', { path: own.path, headers: headers(), body: draftOf() });
    await service.admin.query('update councils set ended = true where id = $1', [own.council]);
    const late = await service.call('prepareBallot', { path: own.path, headers: headers(), body: draftOf() });
    expect(late.json<Schemas['Problem']>().code).toBe('council-ended');
    const opened = await service.call('openBallot', {
      path: { ...own.path, ballotId: prepared.json<Schemas['Ballot']>().id },
      headers: { ...headers(), 'if-match': String(prepared.headers.etag) },
    });
    expect(codes(opened)).toEqual(['council-ended']);
    await passTime(service, open);
    expect((await close(service, own, open)).json<Schemas['Ballot']>().state).toBe('closed');
  });

  it('S6 is to staff elsewhere as if it had never been', async () => {
    const ballot = await openBallot(service, council);
    const stranger = await signedIn(service, 'supervisor', '990102000000');
    for (const id of ['getBallotDraft', 'checkBallot', 'closeBallot', 'cancelBallot'] as const) {
      const answer = await service.call(id, {
        path: ballot.path,
        headers: { ...stranger.headers, 'idempotency-key': newToken(), 'if-match': '"2"' },
      });
      expect(answer.json<Schemas['Problem']>().code).toBe('council-unknown');
    }
  });
});

describe('an open ballot', () => {
  it('counts one vote a member, the last one where the rules allow another, and publishes them at the closing', async () => {
    const ballot = await openBallot(service, council);
    const [chair, other, ...rest] = council.members;
    const first = await castOpen(service, ballot, chair!, { picks: ['no'] });
    const same = await castOpen(service, ballot, chair!, { picks: ['no'] });
    expect(same.json()).toEqual(first.json());
    const changed = await castOpen(service, ballot, chair!, { picks: ['yes'] });
    expect(changed.json()).not.toEqual(first.json());
    await castOpen(service, ballot, other!, { abstain: true });
    const own = await service.call('getOwnBallot', { path: ballot.path, headers: chair!.headers });
    expect(own.json()).toEqual({
      eligible: true,
      hasPaper: false,
      hasVoted: true,
      mayVote: true,
      choice: { picks: ['yes'] },
      receipt: changed.json<Schemas['BallotStored']>().receipt,
    });
    expect(codes(await close(service, council, ballot))).toEqual(['everyone-voted', 'time-over']);
    for (const member of rest) await castOpen(service, ballot, member, { picks: ['yes'] });

    const closed = await close(service, council, ballot);
    const shown = closed.json<Schemas['Ballot']>();
    expect(shown).toMatchObject({ state: 'closed', result: { outcome: 'passed', turnout: { cast: 6, abstained: 1 } } });
    expect(shown.votes).toHaveLength(6);
    expect(shown.votes?.find((one) => one.member === chair!.id)).toEqual({
      member: chair!.id,
      name: chair!.name,
      choice: { picks: ['yes'] },
    });
    expect((await read('getBallot', ballot.path)).json<Schemas['Ballot']>().votes).toEqual(shown.votes);
    const list = await service.call('getBallotReceipts', { path: ballot.path });
    const { receipts } = list.json<Schemas['ReceiptList']>();
    expect(receipts).toHaveLength(6);
    expect(receipts).toContain(changed.json<Schemas['BallotStored']>().receipt);
    expect(receipts).not.toContain(first.json<Schemas['BallotStored']>().receipt);
    expect((await castOpen(service, ballot, other!, { picks: ['no'] })).json<Schemas['Problem']>().code).toBe(
      'ballot-not-open',
    );
    const log = (await logOf()).filter(({ body }) => body.ballot === ballot.id);
    expect(log.map(({ kind }) => kind)).toEqual(['ballot-opened', ...Array(7).fill('vote-stored'), 'ballot-closed']);
    expect(log[2]!.body).toEqual({
      ballot: ballot.id,
      receipt: changed.json<Schemas['BallotStored']>().receipt,
      replaces: first.json<Schemas['BallotStored']>().receipt,
    });
  });

  it('keeps the first vote where the rules allow no other', async () => {
    const ballot = await openBallot(service, council, draftOf({ revote: false }));
    const [member] = council.members;
    await castOpen(service, ballot, member!, { picks: ['no'] });
    expect((await castOpen(service, ballot, member!, { picks: ['no'] })).statusCode).toBe(200);
    const answer = await castOpen(service, ballot, member!, { picks: ['yes'] });
    expect(answer.json<Schemas['Problem']>().code).toBe('vote-counted');
  });

  it('refuses what is no vote in it, and who has none', async () => {
    const ballot = await openBallot(service, council);
    const [member] = council.members;
    const other = await makeCouncil(service, 2);
    expect((await castOpen(service, ballot, member!, { picks: ['maybe'] })).json<Schemas['Problem']>().code).toBe(
      'vote-invalid',
    );
    expect(
      (await castOpen(service, ballot, other.members[0]!, { picks: ['yes'] })).json<Schemas['Problem']>().code,
    ).toBe('council-unknown');
    // Whoever joined after the opening has no vote, and whoever left since keeps hers.
    await service.admin.query(`update council_members set left_at = now() where id = $1`, [member!.id]);
    expect((await castOpen(service, ballot, member!, { picks: ['yes'] })).statusCode).toBe(200);
    const later = await openBallot(service, council);
    expect((await castOpen(service, later, member!, { picks: ['yes'] })).json<Schemas['Problem']>().code).toBe(
      'not-eligible',
    );
    await service.admin.query(`update council_members set left_at = null where id = $1`, [member!.id]);
  });

  it('is decided by the chair alone where it is tied and the rules say so', async () => {
    const { threshold: _, ...draft } = draftOf({ method: 'single', tie: 'chair' }).rules;
    const ballot = await openBallot(
      service,
      council,
      draftOf(
        {},
        {
          rules: draft,
          options: [
            { id: 'a', title: '甲' },
            { id: 'b', title: '乙' },
          ],
        },
      ),
    );
    for (const [at, member] of council.members.entries())
      await castOpen(service, ballot, member, { picks: [at % 2 ? 'a' : 'b'] });
    const closed = (await close(service, council, ballot)).json<Schemas['Ballot']>();
    expect(closed).toMatchObject({ state: 'awaiting-chair', result: { outcome: 'tied', winners: [] } });
    const decide = (at: number, pick: string) =>
      service.call('castDecidingVote', {
        path: ballot.path,
        headers: council.members[at]!.headers,
        body: { choice: { picks: [pick] } },
      });
    expect(codes(await decide(1, 'a'))).toEqual(['not-chair']);
    expect((await decide(0, 'c')).json<Schemas['Problem']>().code).toBe('vote-invalid');
    const decided = (await decide(0, 'b')).json<Schemas['Ballot']>();
    expect(decided).toMatchObject({
      state: 'closed',
      result: { outcome: 'elected', winners: ['b'], tie: { chosen: 'b' } },
    });
    expect((await decide(0, 'b')).statusCode).toBe(200);
    expect(codes(await decide(0, 'a'))).toEqual(['not-tied']);
    expect((await logOf()).at(-1)).toMatchObject({ kind: 'casting-vote', body: { member: council.members[0]!.id } });
  });

  it('ends in a tie that is run again by a ballot of its own, once', async () => {
    const ballot = await openBallot(service, council, draftOf({ tie: 'again' }));
    const [one, two] = council.members;
    await castOpen(service, ballot, one!, { picks: ['yes'] });
    await castOpen(service, ballot, two!, { picks: ['no'] });
    await passTime(service, ballot);
    expect((await close(service, council, ballot)).json<Schemas['Ballot']>().result?.outcome).toBe('tied');
    const rerun = await openBallot(service, council, draftOf({}, { again: ballot.id }));
    expect((await read('getBallot', ballot.path)).json<Schemas['Ballot']>().rerun).toBe(rerun.id);
    await expect(openBallot(service, council, draftOf({}, { again: ballot.id }))).rejects.toThrow('body/again');
  });
});

describe('a secret ballot', () => {
  const vote = async (count: number, rules = {}) => {
    const ballot = await openBallot(service, council, draftOf({ secrecy: 'secret', ...rules }));
    const papers: TestPaper[] = [];
    for (const member of council.members.slice(0, count)) papers.push(await takePaper(service, ballot, member));
    return { ballot, papers };
  };

  it('hands each member one paper, counts each paper once, and publishes papers and choices apart', async () => {
    const { ballot, papers } = await vote(6, { revote: false });
    for (const [at, paper] of papers.entries())
      expect((await castSecret(service, ballot, paper, { picks: [at < 4 ? 'yes' : 'no'] })).statusCode).toBe(200);
    expect((await castSecret(service, ballot, papers[0]!, { picks: ['yes'] })).statusCode).toBe(200);
    expect((await castSecret(service, ballot, papers[0]!, { picks: ['no'] })).json<Schemas['Problem']>().code).toBe(
      'vote-counted',
    );
    const closed = (await close(service, council, ballot)).json<Schemas['Ballot']>();
    expect(closed.votes).toBeUndefined();
    expect(closed.result).toMatchObject({
      outcome: 'passed',
      turnout: { eligible: 6, cast: 6, abstained: 0, papers: 6 },
      counts: [
        { option: 'yes', votes: '4' },
        { option: 'no', votes: '2' },
      ],
    });
    const { body } = (await logOf()).at(-1)!;
    expect(body.used).toEqual(papers.map(({ paper }) => paper).sort());
    expect(body.choices).toEqual(['no', 'no', 'yes', 'yes', 'yes', 'yes'].map((one) => ({ picks: [one] })));
    const left = await service.admin.query(
      `select (select count(*) from ballot_boxes where ballot = $1)::int as boxes,
        (select count(*) from ballot_keys where ballot = $1)::int as keys,
        (select blinded from ballot_rolls where ballot = $1) as blinded`,
      [ballot.id],
    );
    expect(left.rows).toEqual([{ boxes: 0, keys: 0, blinded: null }]);
    const own = await service.call('getOwnBallot', { path: ballot.path, headers: council.members[0]!.headers });
    expect(own.json()).toEqual({ eligible: true, hasPaper: true, hasVoted: false, mayVote: false });
    const list = await service.call('getBallotReceipts', { path: ballot.path });
    expect(list.json<Schemas['ReceiptList']>().receipts).toHaveLength(6);
  });

  it('replaces what a paper said where the rules allow that', async () => {
    const { ballot, papers } = await vote(6);
    for (const paper of papers) await castSecret(service, ballot, paper, { picks: ['no'] });
    for (const paper of papers) await castSecret(service, ballot, paper, { picks: ['yes'] });
    const closed = (await close(service, council, ballot)).json<Schemas['Ballot']>();
    expect(closed.result?.counts[0]).toEqual({ option: 'yes', votes: '6' });
  });

  it('answers the same blinded element again and no other one', async () => {
    const { ballot } = await vote(0);
    const one = blindPaper(ballot);
    const take = (blinded: string) =>
      service.call('takeBallotPaper', { path: ballot.path, headers: council.members[0]!.headers, body: { blinded } });
    const first = one.finish((await take(one.blinded)).json<Schemas['PaperAnswer']>());
    expect(one.finish((await take(one.blinded)).json<Schemas['PaperAnswer']>())).toEqual(first);
    expect((await take(blindPaper(ballot).blinded)).json<Schemas['Problem']>().code).toBe('paper-given');
    expect((await take('00'.repeat(32))).json<Schemas['Problem']>().code).toBe('paper-invalid');
    expect((await take('ff'.repeat(32))).json<Schemas['Problem']>().code).toBe('paper-invalid');
    const own = await service.call('getOwnBallot', { path: ballot.path, headers: council.members[0]!.headers });
    expect(own.json()).toEqual({ eligible: true, hasPaper: true, hasVoted: false, mayVote: true });
  });

  it('destroys fewer than five votes uncounted', async () => {
    const { ballot, papers } = await vote(4);
    for (const paper of papers) await castSecret(service, ballot, paper, { abstain: true });
    await passTime(service, ballot);
    const closed = (await close(service, council, ballot)).json<Schemas['Ballot']>();
    expect(closed.result).toMatchObject({
      outcome: 'too-few',
      counts: [],
      turnout: { cast: 4, abstained: 0, papers: 4 },
    });
    const { body } = (await logOf()).at(-1)!;
    expect(Object.keys(body).sort()).toEqual(['ballot', 'key', 'papers', 'result']);
    const list = await service.call('getBallotReceipts', { path: ballot.path });
    expect(list.json<Schemas['ReceiptList']>().receipts).toEqual([]);
  });

  it('is cancelled with all that was in its box', async () => {
    const { ballot, papers } = await vote(5);
    for (const paper of papers) await castSecret(service, ballot, paper, { picks: ['yes'] });
    const { headers } = await read('getBallotDraft', ballot.path);
    const cancelled = await service.call('cancelBallot', {
      path: ballot.path,
      headers: { ...council.organiser.headers, 'if-match': String(headers.etag) },
    });
    expect(cancelled.statusCode).toBe(204);
    expect((await read('getBallot', ballot.path)).json<Schemas['Ballot']>()).toMatchObject({ state: 'cancelled' });
    const { rows } = await service.admin.query('select count(*)::int as count from ballot_boxes where ballot = $1', [
      ballot.id,
    ]);
    expect(rows).toEqual([{ count: 0 }]);
    expect((await logOf()).at(-1)).toMatchObject({ kind: 'ballot-cancelled', body: { ballot: ballot.id } });
    expect((await service.call('getBallotReceipts', { path: ballot.path })).json<Schemas['Problem']>().code).toBe(
      'ballot-refused',
    );
  });
});

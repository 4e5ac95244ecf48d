import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  blindPaper,
  castOpen,
  castSecret,
  close,
  draftOf,
  openBallot,
  passTime,
  takePaper,
  type TestBallot,
  type TestPaper,
} from '../../packages/server/src/ballots/ballot-fixture.js';
import * as paperKeys from '../../packages/server/src/ballots/paper-keys.js';
import { makeCouncil, type TestCouncil } from '../../packages/server/src/councils/council-fixture.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { needlesOf } from './needles.js';

vi.mock('../../packages/server/src/ballots/paper-keys.js', async (original) => {
  const real = await original<typeof paperKeys>();
  return { ...real, isSealed: vi.fn(real.isSealed) };
});

type Schemas = components['schemas'];

let service: TestService;
let council: TestCouncil;
beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 6);
});
afterAll(() => service.close());

const secret = (change = {}) => openBallot(service, council, draftOf({ secrecy: 'secret', ...change }));
const codeOf = (answer: { json(): unknown }) => (answer.json() as Schemas['Problem']).code;

describe('S9 papers', () => {
  let calls: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    calls = vi.spyOn(service.database, 'call');
    vi.mocked(paperKeys.isSealed).mockClear();
  });

  /** What a refusal cost: evaluations of the ballot's key, and statements. */
  const costOf = async (ballot: TestBallot, paper: TestPaper, choice = { picks: ['yes'] }) => {
    // What is remembered of a ballot is read by the first who comes.
    await castSecret(service, ballot, { paper: '0'.repeat(64), seal: '0'.repeat(128) }, choice);
    calls.mockClear();
    vi.mocked(paperKeys.isSealed).mockClear();
    const answer = await castSecret(service, ballot, paper, choice);
    return {
      code: answer.statusCode === 200 ? 'stored' : codeOf(answer),
      evaluations: vi.mocked(paperKeys.isSealed).mock.calls.length,
      statements: calls.mock.calls.length,
    };
  };

  it('that are forged, damaged or for another ballot are refused alike and at the same cost', async () => {
    const ballot = await secret({ revote: false });
    const other = await secret();
    const [one, two] = council.members;
    const good = await takePaper(service, ballot, one!);
    const elsewhere = await takePaper(service, other, two!);
    const flip = (hex: string, at: number) => hex.slice(0, at) + (hex[at] === '0' ? '1' : '0') + hex.slice(at + 1);
    const refused = { code: 'paper-invalid', evaluations: 1, statements: 0 };
    for (const paper of [
      { paper: blindPaper(ballot).paper, seal: good.seal },
      { paper: good.paper, seal: flip(good.seal, 0) },
      { paper: good.paper, seal: flip(good.seal, 127) },
      { paper: flip(good.paper, 63), seal: good.seal },
      { paper: good.paper, seal: '0'.repeat(128) },
      elsewhere,
    ])
      expect(await costOf(ballot, paper)).toEqual(refused);
    expect(await costOf(ballot, good)).toEqual({ code: 'stored', evaluations: 1, statements: 1 });
    // Spent: the same again is the same vote, another one is none.
    expect(await costOf(ballot, good)).toEqual({ code: 'stored', evaluations: 1, statements: 1 });
    expect(await costOf(ballot, good, { picks: ['no'] })).toEqual({
      code: 'vote-counted',
      evaluations: 1,
      statements: 1,
    });
    await passTime(service, ballot);
    expect(await costOf(ballot, good)).toEqual({ code: 'ballot-not-open', evaluations: 1, statements: 1 });
    await close(service, council, ballot);
    expect((await costOf(ballot, good)).code).toBe('ballot-not-open');
    expect((await costOf(ballot, { ...good, seal: flip(good.seal, 5) })).code).toBe('ballot-not-open');
  });

  it('of a ballot that is open to all are none', async () => {
    const ballot = await openBallot(service, council);
    const other = await secret();
    const paper = await takePaper(service, other, council.members[0]!);
    expect(codeOf(await castSecret(service, ballot, paper, { picks: ['yes'] }))).toBe('paper-invalid');
    const answer = await castOpen(service, other, council.members[0]!, { picks: ['yes'] });
    expect(codeOf(answer)).toBe('vote-invalid');
  });

  it('are handed to who is on the roll, once, and only while the ballot is open', async () => {
    const ballot = await secret();
    const take = (headers: Record<string, string>) =>
      service.call('takeBallotPaper', { path: ballot.path, headers, body: { blinded: blindPaper(ballot).blinded } });
    const stranger = await makeCouncil(service, 1);
    expect(codeOf(await take({ ...stranger.members[0]!.headers }))).toBe('council-unknown');
    expect(codeOf(await take({}))).toBe('member-refused');
    const asked = await Promise.all(Array.from({ length: 8 }, () => take({ ...council.members[0]!.headers })));
    expect(asked.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(new Set(asked.filter(({ statusCode }) => statusCode !== 200).map(codeOf))).toEqual(new Set(['paper-given']));
    await passTime(service, ballot);
    expect(codeOf(await take({ ...council.members[1]!.headers }))).toBe('ballot-not-open');
  });
});

describe('S3 the log of the service', () => {
  it('tells of a secret vote the operation, the status and the duration, and no word of paper, seal, choice or member', async () => {
    const ballot = await secret({ revote: false });
    const blinded = new Map(council.members.map((member) => [member, blindPaper(ballot)]));
    const words: string[] = council.members.flatMap(({ id, name, token }) => [id, name, token]);
    service.lines.length = 0;
    // As a page would that traces what it does.
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    for (const [member, one] of blinded) {
      const taken = await service.call('takeBallotPaper', {
        path: ballot.path,
        headers: { ...member.headers, ...headers },
        body: { blinded: one.blinded },
      });
      const paper = one.finish(taken.json<Schemas['PaperAnswer']>());
      for (const pick of ['yes', 'no', 'nobody'])
        await service.call('castSecretVote', {
          path: ballot.path,
          headers,
          body: { ...paper, choice: { picks: [pick] } },
        });
      words.push(one.blinded, paper.paper, paper.seal, taken.json<Schemas['PaperAnswer']>().evaluated);
    }
    await close(service, council, ballot);
    const text = service.lines.join('');
    const found = words.filter((word) => needlesOf(word).some(({ bytes }) => text.includes(bytes.toString('latin1'))));
    expect(found).toEqual([]);
    expect(text).not.toMatch(/picks|nobody|"yes"|"no"/);
    const casts = service.lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ operationId }) => operationId === 'castSecretVote');
    expect(casts).toHaveLength(council.members.length * 3);
    for (const { code, ...line } of casts) {
      expect(Object.keys(line).sort()).toEqual(['level', 'ms', 'msg', 'operationId', 'requestId', 'status', 'time']);
      if (line.status !== 200) expect(['vote-counted', 'vote-invalid']).toContain(code);
    }
    expect(new Set(casts.map(({ status }) => status))).toEqual(new Set([200, 409, 422]));
    // The trace is there where it joins nothing.
    expect(text).toContain(trace);
  });
});

describe('S9 until the closing', () => {
  it.each(['open', 'secret'] as const)(
    'answers about a ballot that is %s are to the byte what they were before anybody voted',
    async (secrecy) => {
      const ballot = await openBallot(service, council, draftOf({ secrecy }));
      const watcher = council.members.at(-1)!;
      const look = async () => {
        const answers = await Promise.all([
          service.call('getBallot', { path: ballot.path }),
          service.call('listBallots', { path: council.path }),
          service.call('getOwnBallot', { path: ballot.path, headers: { ...watcher.headers } }),
          service.call('getBallotDraft', { path: ballot.path, headers: { ...council.organiser.headers } }),
          service.call('listAllBallots', { path: council.path, headers: { ...council.organiser.headers } }),
          service.call('getBallotReceipts', { path: ballot.path }),
          castAgain(),
        ]);
        return answers.map(({ statusCode, body, headers }) => [
          statusCode,
          body.replaceAll(/"serverTime":"[^"]*"/g, '').replaceAll(/"requestId":"[^"]*"/g, ''),
          headers.etag,
          headers['cache-control'],
        ]);
      };
      // A refusal must not tell either.
      const castAgain = () =>
        service.call('castDecidingVote', {
          path: ballot.path,
          headers: { ...watcher.headers },
          body: { choice: { picks: ['yes'] } },
        });
      const before = await look();
      for (const [at, member] of council.members.slice(0, -1).entries()) {
        const choice = { picks: [at % 2 ? 'yes' : 'no'] };
        if (secrecy === 'open') expect((await castOpen(service, ballot, member, choice)).statusCode).toBe(200);
        else {
          const paper = await takePaper(service, ballot, member);
          expect((await castSecret(service, ballot, paper, choice)).statusCode).toBe(200);
        }
        expect(await look()).toEqual(before);
      }
      const own = await service.call('getOwnBallot', {
        path: ballot.path,
        headers: { ...council.members[0]!.headers },
      });
      // Her own choice to herself, where her name stands beside it anyway.
      if (secrecy === 'open') expect(own.json()).toMatchObject({ hasVoted: true, choice: { picks: ['no'] } });
      else expect(own.json()).toEqual({ eligible: true, hasPaper: true, hasVoted: false, mayVote: true });
      await passTime(service, ballot);
      await close(service, council, ballot);
      expect(await look()).not.toEqual(before);
    },
  );
});

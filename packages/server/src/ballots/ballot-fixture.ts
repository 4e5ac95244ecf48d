import type { BallotRules, Choice } from '@fulian/contract/rules/council';
import { paperInput } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { randomBytes } from 'node:crypto';
import type { TestCouncil, TestMember } from '../councils/council-fixture.js';
import { newToken, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];

const { voprf } = ristretto255_oprf;

/** Rules of a motion; a test changes what it is about. */
export const yesNoRules: BallotRules = {
  version: 1,
  method: 'yes-no',
  secrecy: 'open',
  abstain: true,
  revote: true,
  base: 'cast',
  quorum: { share: { numerator: 0, denominator: 1 }, counts: 'cast' },
  threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' },
  tie: 'fails',
};

/** A draft that closes in an hour of the real clock, by which the database goes. */
export function draftOf(
  rules: Partial<BallotRules> = {},
  change: Partial<Schemas['BallotDraft']> = {},
): Schemas['BallotDraft'] {
  return {
    motion: { title: '路灯修缮', words: '同意用村集体经费修好三组的十二盏路灯。' },
    options: [],
    rules: { ...yesNoRules, ...rules },
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...change,
  };
}

/** A ballot of a test, by its path. */
export interface TestBallot {
  readonly path: { readonly councilId: string; readonly ballotId: string };
  readonly id: string;
  readonly paperKey: string | undefined;
  readonly closesAt: Date;
}

/** Prepares and opens a ballot. */
export async function openBallot(
  service: TestService,
  council: TestCouncil,
  draft: Schemas['BallotDraft'] = draftOf(),
): Promise<TestBallot> {
  const prepared = await service.call('prepareBallot', {
    path: council.path,
    headers: { ...council.organiser.headers, 'idempotency-key': newToken() },
    body: draft,
  });
  if (prepared.statusCode !== 201) throw new Error(`prepareBallot: ${prepared.body}`);
  const { id } = prepared.json<Schemas['Ballot']>();
  const path = { ...council.path, ballotId: id };
  const opened = await service.call('openBallot', {
    path,
    headers: {
      ...council.organiser.headers,
      'idempotency-key': newToken(),
      'if-match': String(prepared.headers.etag),
    },
  });
  if (opened.statusCode !== 200) throw new Error(`openBallot: ${opened.body}`);
  const { paperKey, closesAt } = opened.json<Schemas['Ballot']>();
  return { path, id, paperKey, closesAt: new Date(closesAt!) };
}

/** Sends a vote in an open ballot. */
export function castOpen(service: TestService, ballot: TestBallot, member: TestMember, choice: Choice) {
  return service.call('castOpenVote', { path: ballot.path, headers: { ...member.headers }, body: { choice } });
}

/** A paper as its voter has it. */
export interface TestPaper {
  readonly paper: string;
  readonly seal: string;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A paper that is blinded and not sealed yet. */
export function blindPaper(ballot: TestBallot) {
  const paper = randomBytes(32).toString('hex');
  const input = paperInput(paper, ballot.id);
  const { blind, blinded } = voprf.blind(input);
  return {
    paper,
    blinded: hex(blinded),
    /** The seal, once the service has answered; checks its proof. */
    finish: ({ evaluated, proof }: Schemas['PaperAnswer']): TestPaper => {
      const output = voprf.finalize(
        input,
        blind,
        Buffer.from(evaluated, 'hex'),
        blinded,
        Buffer.from(ballot.paperKey!, 'hex'),
        Buffer.from(proof, 'hex'),
      );
      return { paper, seal: hex(output) };
    },
  };
}

/** Lets a member get her paper. */
export async function takePaper(service: TestService, ballot: TestBallot, member: TestMember): Promise<TestPaper> {
  const { blinded, finish } = blindPaper(ballot);
  const answer = await service.call('takeBallotPaper', {
    path: ballot.path,
    headers: { ...member.headers },
    body: { blinded },
  });
  if (answer.statusCode !== 200) throw new Error(`takeBallotPaper: ${answer.body}`);
  return finish(answer.json<Schemas['PaperAnswer']>());
}

/** Puts a paper into the box. */
export function castSecret(service: TestService, ballot: TestBallot, paper: TestPaper, choice: Choice) {
  return service.call('castSecretVote', { path: ballot.path, body: { ...paper, choice } });
}

/** Closes a ballot by the organiser. */
export function close(service: TestService, council: TestCouncil, ballot: TestBallot) {
  return service.call('closeBallot', {
    path: ballot.path,
    headers: { ...council.organiser.headers, 'idempotency-key': newToken() },
  });
}

/** Lets the time of a ballot be over, past the trigger that keeps it; what the log says of it stays. */
export async function passTime(service: Pick<TestService, 'admin'>, ballot: TestBallot): Promise<void> {
  await service.admin.query(`begin; set local session_replication_role = replica;
    update ballots set closes_at = clock_timestamp() where id = '${ballot.id}'; commit`);
}

import { canonicalChoice, findChoiceFaults } from '@fulian/contract/rules/council';
import { evaluateBlindly, sealOf } from '../../ballot-paper/service.js';
import { receiptOf } from '../../ballot-paper.js';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import { type Handler, pageOf, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { councilOf } from './council-handlers.js';
import { randomBytes, type TestBallot } from './test-ballot.js';
import type { TestCouncil, TestMember } from './test-council.js';

const day = 24 * 3_600_000;
const codeLife = 12 * 3_600_000;
const sessionLife = 30 * day;

const openMemberSession: Handler = ({ body }, { state, now }) => {
  const { code, voucher, council: wanted } = body as Schemas['MemberSignIn'];
  if ((code === undefined) === (voucher === undefined))
    throw new TestProblem('invalid-request', { findings: [{ where: 'body/code', code: 'missing' }] });
  const { councils } = state;
  const among = councils.all.filter(({ id }) => wanted === undefined || id === wanted);
  const find = (fits: (one: TestMember) => boolean): readonly [TestCouncil, TestMember] => {
    for (const council of among) for (const member of council.roll) if (fits(member)) return [council, member];
    throw new TestProblem('invitation-refused');
  };
  let found: readonly [TestCouncil, TestMember];
  if (code === undefined) {
    const id = /^test\.([\w-]+)\./.exec(voucher!)?.[1];
    found = find((member) => member.id === id);
    if (councils.vouchers.has(voucher!)) throw new TestProblem('invitation-refused');
    councils.vouchers.add(voucher!);
  } else {
    found = find((member) => member.code === code);
    const [, member] = found;
    if (member.usedAt !== undefined && member.usedAt + codeLife <= now()) throw new TestProblem('invitation-refused');
    member.usedAt ??= now();
  }
  const [council, member] = found;
  const token = (randomKey() + randomKey()).slice(0, 43);
  const expires = now() + sessionLife;
  councils.sessions.set(token, { council, member, expires });
  const { id, name, role } = member;
  return { token, expiresAt: new Date(expires).toISOString(), council: council.id, member: { id, name, role } };
};

/** The ballot in the path, closed by itself where its time is over. */
export function ballotOf(council: TestCouncil, { path }: CheckedRequest): TestBallot {
  const ballot = council.ballot(path.ballotId);
  if (!ballot) throw new TestProblem('ballot-unknown');
  if (ballot.state === 'open' && !ballot.isOpen) ballot.close();
  return ballot;
}

const shownBallot = (request: CheckedRequest, surroundings: Surroundings): TestBallot => {
  const ballot = ballotOf(councilOf(request, surroundings), request);
  if (ballot.state === 'draft') throw new TestProblem('ballot-unknown');
  return ballot;
};

const votable = (request: CheckedRequest, surroundings: Surroundings): TestBallot => {
  const ballot = shownBallot(request, surroundings);
  if (!ballot.isOpen) throw new TestProblem('ballot-not-open');
  return ballot;
};

const eligibleFor = (ballot: TestBallot, { member }: Surroundings): string => {
  if (!ballot.members.includes(member!.member.id)) throw new TestProblem('not-eligible');
  return member!.member.id;
};

const choiceIn = (ballot: TestBallot, choice: Schemas['ballot_Choice']): Schemas['ballot_Choice'] => {
  const findings = findChoiceFaults(choice, ballot.draft.rules, ballot.options);
  if (findings.length > 0) throw new TestProblem('vote-invalid', { findings });
  return canonicalChoice(choice, ballot.draft.rules);
};

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const getOwnBallot: Handler = (request, surroundings) => {
  const ballot = shownBallot(request, surroundings);
  const { id } = surroundings.member!.member;
  const eligible = ballot.members.includes(id);
  const vote = ballot.votes.get(id);
  const hasPaper = ballot.papers.has(id);
  return {
    eligible,
    hasPaper,
    hasVoted: vote !== undefined,
    mayVote: eligible && ballot.isOpen && (vote === undefined || ballot.draft.rules.revote),
    ...(vote && { choice: vote.choice, receipt: vote.receipt }),
  };
};

const castOpenVote: Handler = (request, surroundings) => {
  const ballot = votable(request, surroundings);
  const member = eligibleFor(ballot, surroundings);
  if (ballot.isSecret) throw new TestProblem('ballot-not-open');
  const choice = choiceIn(ballot, (request.body as Schemas['OpenVote']).choice);
  const before = ballot.votes.get(member);
  if (before && !ballot.draft.rules.revote && !isSame(before.choice, choice)) throw new TestProblem('vote-counted');
  return { receipt: ballot.vote(member, choice) };
};

const takeBallotPaper: Handler = (request, surroundings) => {
  const ballot = votable(request, surroundings);
  const member = eligibleFor(ballot, surroundings);
  if (!ballot.isSecret) throw new TestProblem('ballot-not-open');
  const { blinded } = request.body as Schemas['PaperRequest'];
  const before = ballot.papers.get(member);
  if (before !== undefined && before !== blinded) throw new TestProblem('paper-given');
  try {
    const answer = evaluateBlindly(ballot.keys, blinded, randomBytes);
    ballot.papers.set(member, blinded);
    return answer;
  } catch {
    throw new TestProblem('paper-invalid');
  }
};

const castSecretVote: Handler = (request, surroundings) => {
  const ballot = votable(request, surroundings);
  const { paper, seal, choice: given } = request.body as Schemas['SecretVote'];
  if (!ballot.isSecret || sealOf(ballot.keys.secret, paper, ballot.id) !== seal) throw new TestProblem('paper-invalid');
  const choice = choiceIn(ballot, given);
  const before = ballot.box.get(paper);
  if (before && !ballot.draft.rules.revote && !isSame(before, choice)) throw new TestProblem('vote-counted');
  ballot.box.set(paper, choice);
  return { receipt: receiptOf(paper) };
};

const castDecidingVote: Handler = (request, surroundings) => {
  const ballot = shownBallot(request, surroundings);
  const { member } = surroundings.member!;
  const { choice } = request.body as Schemas['OpenVote'];
  const [option = ''] = choice.picks ?? [];
  if (ballot.state === 'closed' && ballot.result?.tie?.chosen === option) return ballot.wire();
  if (member.role !== 'chair' || ballot.state !== 'awaiting-chair') throw new TestProblem('ballot-refused');
  try {
    ballot.decide(member.id, option);
  } catch {
    throw new TestProblem('vote-invalid', { findings: [{ where: 'body/choice/picks/0', code: 'not-offered' }] });
  }
  return ballot.wire();
};

/** A member's session, and voting. */
export const ballotHandlers = {
  openMemberSession,
  getOwnMembership: (_, { member: session }) => {
    const { council, member, expires } = session!;
    const { id, name, role } = member;
    return { council: council.id, member: { id, name, role }, expiresAt: new Date(expires).toISOString() };
  },
  closeMemberSession: ({ memberToken }, { state }) => void state.councils.sessions.delete(memberToken!),
  listBallots: (request, surroundings) => {
    const shown = councilOf(request, surroundings).ballots.filter(({ state }) => state !== 'draft');
    const page = pageOf([...shown].reverse(), request.query as { cursor?: string; limit?: number });
    return { ...page, items: page.items.map((one) => one.wire()) };
  },
  getBallot: (request, surroundings) => {
    const ballot = shownBallot(request, surroundings);
    return new Reply(ballot.wire(), { etag: `"${ballot.revision}"` });
  },
  getOwnBallot,
  castOpenVote,
  takeBallotPaper,
  castSecretVote,
  castDecidingVote,
  getBallotReceipts: (request, surroundings) => {
    const ballot = shownBallot(request, surroundings);
    if (!ballot.result || ballot.result.outcome === 'too-few') throw new TestProblem('ballot-refused');
    return { receipts: ballot.receipts };
  },
} satisfies { readonly [operation: string]: Handler };

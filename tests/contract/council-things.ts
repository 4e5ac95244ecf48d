/** A council with everything that can belong to one, made by calls of the service, for requests that refer to it. */
import {
  castOpen,
  castSecret,
  close,
  draftOf,
  openBallot,
  takePaper,
  type TestBallot,
  type TestPaper,
} from '../../packages/server/src/ballots/ballot-fixture.js';
import { makeCouncil, type TestCouncil, type TestMember } from '../../packages/server/src/councils/council-fixture.js';
import { macOf } from '../../packages/server/src/keys/keyring.js';
import { newToken, type TestService } from '../../packages/server/src/service-fixture.js';
import type { Operation } from './document.js';

/** What requests about councils refer to. */
export interface CouncilThings {
  readonly council: TestCouncil;
  /** Proposed and seconded things; takes part in everything. */
  readonly member: TestMember;
  /** Ids by the name of the path's parameter; the ballot is a draft. */
  readonly paths: Readonly<Record<string, string>>;
  /** An open ballot that is open, one that is closed, and a secret one that is open. */
  readonly ballots: Readonly<Record<'open' | 'closed' | 'secret', TestBallot>>;
  /** A paper that was not put into the box yet. */
  readonly paper: TestPaper;
  /** Cursors by the operation of the listing, one a page. */
  readonly cursors: Readonly<Record<string, string>>;
  /** MACs in hex, as stored, of a card's code and of a portal's word. */
  readonly invitation: string;
  readonly voucher: string;
  /** What is not for everybody. */
  readonly secrets: readonly string[];
}

/** Ids of a council that are well formed and were never given to anything. */
export const neverCouncilPaths: Readonly<Record<string, string>> = {
  councilId: '990101000000-00000000-0000-4000-8000-000000000000',
  topicId: '00000000-0000-4000-8000-000000000001',
  commentId: '00000000-0000-4000-8000-000000000002',
  meetingId: '00000000-0000-4000-8000-000000000003',
  resolutionId: '00000000-0000-4000-8000-000000000004',
  ballotId: '00000000-0000-4000-8000-000000000005',
  memberId: 'H'.repeat(22),
};

/** Makes a council of a federation, and another one beside it that is empty. */
export async function makeCouncilThings(service: TestService, federation: string): Promise<CouncilThings> {
  const council = await makeCouncil(service, 7, federation);
  await makeCouncil(service, 1, federation);
  const [member, second] = council.members as [TestMember, TestMember];
  const post = async (id: Parameters<TestService['call']>[0], headers: object, body: unknown, path: object = {}) => {
    const answer = await service.call(id, {
      path: { ...council.path, ...path },
      headers: { ...headers, 'idempotency-key': newToken() },
      body,
    });
    if (answer.statusCode >= 400) throw new Error(`${id}: ${answer.body}`);
    return answer.json<{ id: string; meeting: { id: string }; items: { code: string }[] }>();
  };
  const desk = council.organiser.headers;
  const suggestion = { title: '还没有公开的意见', words: '还没有公开的话' };
  await post('suggestTopic', {}, suggestion);
  const topic = { title: '路灯', words: '坏了' };
  await post('proposeTopic', member.headers, topic);
  const { id: topicId } = await post('proposeTopic', member.headers, topic);
  await service.call('secondTopic', { path: { ...council.path, topicId }, headers: second.headers });
  const words = { words: '只有成员能看的话' };
  const { id: commentId } = await post('writeComment', member.headers, words, { topicId });
  const meeting = { at: '2026-12-05T01:00:00Z', place: '妇女之家', agenda: [], minutes: '没有公布的记录' };
  await post('createMeeting', desk, meeting);
  const { meeting: held } = await post('createMeeting', desk, { ...meeting, present: [member.id] });
  const draft = { title: '修灯', words: '修好', responsible: '村委会', due: '2026-12-31' };
  await post('recordResolution', desk, draft);
  const { id: resolutionId } = await post('recordResolution', desk, { ...draft, topic: topicId });
  const step = { kind: 'report', words: '好了' };
  await post('takeExecutionStep', desk, step, { resolutionId });
  const resolution = { ...council.path, resolutionId };
  await service.call('rateResolution', { path: resolution, headers: second.headers, body: { points: 5 } });
  const card = await post('inviteMembers', desk, { members: [council.members[6]!.id] });
  const voucher = macOf(service.keys.invitation, 'voucher', newToken());
  await service.admin.query('insert into council_vouchers values ($1, $2, $3)', [
    voucher,
    federation,
    new Date(service.clock.time + 300_000),
  ]);

  const closed = await openBallot(service, council);
  for (const one of council.members) await castOpen(service, closed, one, { picks: ['yes'] });
  await close(service, council, closed);
  const open = await openBallot(service, council);
  await castOpen(service, open, second, { picks: ['yes'] });
  const secret = await openBallot(service, council, draftOf({ secrecy: 'secret' }));
  await castSecret(service, secret, await takePaper(service, secret, second), { picks: ['yes'] });
  const paper = await takePaper(service, secret, council.members[2]!);
  const motion = { title: '还没有开始的表决', words: '还没有公开的动议' };
  const { id: ballotId } = await post('prepareBallot', desk, draftOf({}, { motion }));

  const cursors: Record<string, string> = {};
  const lists = ['listCouncils', 'listTopics', 'listMeetings', 'listResolutions', 'listBallots'] as const;
  for (const id of lists) {
    const page = await service.call(id, { path: { code: federation, ...council.path }, query: { limit: '1' } });
    cursors[id] = page.json<{ nextCursor: string }>().nextCursor;
  }
  return {
    council,
    member,
    paths: {
      councilId: council.id,
      topicId,
      commentId,
      meetingId: held.id,
      resolutionId,
      ballotId,
      memberId: council.members[5]!.id,
    },
    ballots: { open, closed, secret },
    paper,
    cursors,
    invitation: macOf(service.keys.invitation, 'invitation code', card.items[0]!.code).toString('hex'),
    voucher: voucher.toString('hex'),
    secrets: [
      suggestion.title,
      suggestion.words,
      words.words,
      meeting.minutes,
      motion.title,
      motion.words,
      ...council.members.map((one) => one.id),
      ...council.members.map((one) => one.token),
    ],
  };
}

/** What the body of an operation of staff says where the contract's example names what is not there. */
export function deskBodyOf(id: string, { memberId }: Readonly<Record<string, string>>): unknown {
  return id === 'inviteMembers' ? { members: [memberId] } : undefined;
}

/** Which ballot a right request is about; a draft where nothing else is said. */
const ballotFor: Readonly<Record<string, 'open' | 'closed' | 'secret'>> = {
  getBallot: 'closed',
  getBallotReceipts: 'closed',
  getOwnBallot: 'open',
  castOpenVote: 'open',
  castDecidingVote: 'open',
  takeBallotPaper: 'secret',
  castSecretVote: 'secret',
};

/** What a right request to an operation of councils holds; nothing of use where it is about something else. */
export function councilRight({ id }: Operation, things: CouncilThings) {
  const { council, paths, ballots } = things;
  const ballot = ballotFor[id];
  const isTopics = id === 'listTopics' || id === 'listOwnTopics' || id === 'listAllTopics';
  return {
    path: { ...paths, ...(ballot && { ballotId: ballots[ballot].id }) },
    parameters: { after: '0', ...(isTopics && { state: 'collected' }) },
    // Proposed nothing: she may second what others did.
    credentials: { member: council.members[2]!.token },
  };
}

/**
 * Those whose right requests need a tag, a card, a paper or a thing that has come so far, or take away what the others need; they are
 * answered rightly in the service's own tests.
 */
export const councilsElsewhere: readonly string[] = [
  'openMemberSession',
  'closeMemberSession',
  'takeBackComment',
  'answerExecution',
  'changeCouncil',
  'changeMember',
  'inviteMembers',
  'screenTopic',
  'createMeeting',
  'changeMeeting',
  'recordResolution',
  'changeResolution',
  'takeExecutionStep',
  'prepareBallot',
  'changeBallot',
  'cancelBallot',
  'openBallot',
  'closeBallot',
  'takeBallotPaper',
  'castSecretVote',
  'castDecidingVote',
];

import {
  afterDecision,
  afterStep,
  ballotChecks,
  ballotStepsAllowed,
  checksPass,
  executionStepsAllowed,
  findExecutionFaults,
  findRuleFaults,
  findScreeningFaults,
  mayMergeInto,
  mayRunAgain,
  topicDecisionsAllowed,
} from '@fulian/contract/rules/council';
import { reaches } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { federationOf, type Handler, pageOf, Reply } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { ballotOf } from './ballot-handlers.js';
import {
  acceptorOf,
  resolutionChanged,
  resolutionOf,
  topicOf,
  wireComment,
  wireCouncil,
  wireMeeting,
  wireResolution,
  wireTopic,
} from './council-handlers.js';
import { match, own, tagOf } from './roll-handlers.js';
import { TestBallot } from './test-ballot.js';
import { itemId, TestCouncil, type TestMeeting, type TestResolution } from './test-council.js';

type Paging = { cursor?: string; limit?: number };

const screenTopic: Handler = (request, surroundings) => {
  const council = own(request, surroundings);
  const topic = topicOf(council, request);
  const screening = request.body as Schemas['TopicScreening'];
  const findings = findScreeningFaults(screening);
  if (findings.length > 0) throw new TestProblem('invalid-request', { findings });
  const { decision, words, into } = screening;
  const target = council.topics.find(({ id }) => id === into);
  const isMisled = into !== undefined && (!target || into === topic.id || !mayMergeInto(target.state));
  if (!topicDecisionsAllowed(topic.state).includes(decision) || isMisled) throw new TestProblem('topic-refused');
  topic.state = afterDecision(decision);
  if (words !== undefined) topic.answer = words;
  if (into !== undefined) topic.into = into;
  return wireTopic(council, topic);
};

const moderateComment: Handler = (request, surroundings) => {
  const council = own(request, surroundings);
  const comment = topicOf(council, request).comments.find(({ id }) => id === request.path.commentId);
  if (!comment || comment.state === 'taken-back') throw new TestProblem('comment-unknown');
  const { hidden, reason } = request.body as Schemas['CommentModeration'];
  if (hidden && reason === undefined)
    throw new TestProblem('invalid-request', { findings: [{ where: 'body/reason', code: 'missing' }] });
  comment.state = hidden ? 'hidden' : 'shown';
  comment.reported = false;
  if (hidden) comment.reason = reason!;
  else delete comment.reason;
  return wireComment(council, comment);
};

const fileOf = (meeting: TestMeeting): Reply => {
  const { draft, revision } = meeting;
  const { present = [], minutes, publishMinutes = false } = draft;
  const file: Schemas['MeetingFile'] = {
    meeting: wireMeeting(meeting),
    present,
    ...(minutes !== undefined && { minutes }),
    publishMinutes,
  };
  return new Reply(file, tagOf(revision));
};

const meetingOf = (council: TestCouncil, { path }: CheckedRequest): TestMeeting => {
  const meeting = council.meetings.find(({ id }) => id === path.meetingId);
  if (!meeting) throw new TestProblem('meeting-unknown');
  return meeting;
};

const meetingDraft = (council: TestCouncil, { body }: CheckedRequest): Schemas['MeetingDraft'] => {
  const draft = body as Schemas['MeetingDraft'];
  const stranger = draft.present?.findIndex((id) => !council.member(id)) ?? -1;
  if (stranger >= 0)
    throw new TestProblem('meeting-refused', { findings: [{ where: `body/present/${stranger}`, code: 'unknown' }] });
  return draft;
};

const ballotDraft = (council: TestCouncil, { body }: CheckedRequest): Schemas['BallotDraft'] => {
  const draft = body as Schemas['BallotDraft'];
  const findings = findRuleFaults(draft.rules, draft.options);
  const again = draft.again === undefined ? undefined : council.ballot(draft.again);
  if (draft.again !== undefined && !(again && mayRunAgain(again.state, again.result)))
    findings.push({ where: 'body/again', code: 'not-offered' });
  if (findings.length > 0) throw new TestProblem('ballot-refused', { findings });
  return draft;
};

const ballotReply = (ballot: TestBallot) => new Reply(ballot.wire(), tagOf(ballot.revision));

const checksOf = (council: TestCouncil, ballot: TestBallot): Schemas['BallotCheck']['checks'] => {
  const { state, draft, options, present } = ballot;
  const isDraft = state === 'draft';
  return ballotChecks({
    state,
    rules: draft.rules,
    options,
    closesAt: new Date(draft.closesAt),
    now: new Date(council.now()),
    eligible: isDraft ? council.roll.length : ballot.members.length,
    notInvited: council.roll.filter(({ code, subject }) => code === undefined && subject === undefined).length,
    hasChair: council.roll.some(({ role }) => role === 'chair'),
    ...(present !== undefined && { present }),
    voted: ballot.cast,
  });
};

/** Throws where the ballot's state, or a check, stands against a step. */
function pass(council: TestCouncil, ballot: TestBallot, step: 'change' | 'open' | 'close' | 'cancel'): void {
  const checks = step === 'open' || step === 'close' ? checksOf(council, ballot) : [];
  if (ballotStepsAllowed(ballot.state).includes(step) && checksPass(checks)) return;
  const against = checks.filter(({ ok, blocks }) => !ok && blocks);
  throw new TestProblem('ballot-refused', { findings: against.map(({ id }) => ({ where: 'checks', code: id })) });
}

const deskResolution = (council: TestCouncil, one: TestResolution): Schemas['Resolution'] => {
  const mayAccept = executionStepsAllowed(one.state, acceptorOf(council, one).by).includes('accept');
  return { ...wireResolution(council, one), mayAccept };
};

const resolutionReply = (council: TestCouncil, one: TestResolution) =>
  new Reply(deskResolution(council, one), tagOf(one.revision));

const resolutionDraft = (council: TestCouncil, { body }: CheckedRequest): Schemas['ResolutionDraft'] => {
  const draft = body as Schemas['ResolutionDraft'];
  const isKnown = draft.ballot === undefined || council.ballot(draft.ballot)?.result !== undefined;
  if (!isKnown) throw new TestProblem('resolution-refused', { findings: [{ where: 'body/ballot', code: 'unknown' }] });
  return draft;
};

const takeExecutionStep: Handler = (request, surroundings) => {
  const council = own(request, surroundings);
  const one = resolutionOf(council, request);
  const step = request.body as Schemas['ExecutionStep'];
  const findings = findExecutionFaults(step);
  if (findings.length > 0) throw new TestProblem('invalid-request', { findings });
  if (!executionStepsAllowed(one.state, acceptorOf(council, one).by).includes(step.kind))
    throw new TestProblem('execution-refused');
  const at = new Date(council.now()).toISOString();
  if (step.kind === 'add' || step.kind === 'report') one.evidence.push({ at, words: step.words! });
  if (step.kind === 'accept' || step.kind === 'return' || step.kind === 'drop') one.acceptance = step.words!;
  if (step.kind === 'accept') one.acceptedAt = at;
  one.state = afterStep(one.state, step.kind);
  resolutionChanged(council, one);
  return resolutionReply(council, one);
};

/** What an organiser may do, but for the roll. */
export const councilDeskHandlers = {
  createCouncil: (request, surroundings) => {
    const { code } = federationOf(request, surroundings);
    const { state, now, staff } = surroundings;
    if (!reaches(staff!.member.federation.code, code)) throw new TestProblem('federation-unknown');
    const id = `${code}-${itemId(0xc1000 + state.councils.all.length)}`;
    const council = new TestCouncil(id, request.body as Schemas['CouncilDraft'], now);
    state.councils.all.push(council);
    return new Reply(wireCouncil(council, surroundings), tagOf(council.revision));
  },
  changeCouncil: (request, surroundings) => {
    const council = own(request, surroundings);
    match(request, council.revision);
    const { name, words, ended = false } = request.body as Schemas['CouncilDraft'];
    Object.assign(council, { name, words, ended, revision: council.revision + 1 });
    return new Reply(wireCouncil(council, surroundings), tagOf(council.revision));
  },
  listAllTopics: (request, surroundings) => {
    const council = own(request, surroundings);
    const { state } = request.query;
    const found = council.topics.filter((topic) => state === undefined || topic.state === state).reverse();
    const page = pageOf(found, request.query as Paging);
    return { ...page, items: page.items.map((topic) => wireTopic(council, topic)) };
  },
  listAllResolutions: (request, surroundings) => {
    const council = own(request, surroundings);
    const sorted = [...council.resolutions].sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
    const page = pageOf(sorted, request.query as Paging);
    return { ...page, items: page.items.map((one) => deskResolution(council, one)) };
  },
  screenTopic,
  listAllComments: (request, surroundings) => {
    const council = own(request, surroundings);
    const page = pageOf(topicOf(council, request).comments, request.query as Paging);
    return { ...page, items: page.items.map((one) => wireComment(council, one)) };
  },
  moderateComment,
  createMeeting: (request, surroundings) => {
    const council = own(request, surroundings, true);
    const meeting = { id: council.newId(), revision: 1, draft: meetingDraft(council, request) };
    council.meetings.push(meeting);
    return fileOf(meeting);
  },
  getMeeting: (request, surroundings) => fileOf(meetingOf(own(request, surroundings), request)),
  changeMeeting: (request, surroundings) => {
    const council = own(request, surroundings);
    const meeting = meetingOf(council, request);
    match(request, meeting.revision);
    meeting.draft = meetingDraft(council, request);
    meeting.revision += 1;
    return fileOf(meeting);
  },
  listAllBallots: (request, surroundings) => {
    const page = pageOf([...own(request, surroundings).ballots].reverse(), request.query as Paging);
    return { ...page, items: page.items.map((one) => one.wire()) };
  },
  prepareBallot: (request, surroundings) => {
    const council = own(request, surroundings, true);
    const ballot = new TestBallot(council, council.newId(), ballotDraft(council, request));
    council.ballots.push(ballot);
    return ballotReply(ballot);
  },
  getBallotDraft: (request, surroundings) => ballotReply(ballotOf(own(request, surroundings), request)),
  changeBallot: (request, surroundings) => {
    const council = own(request, surroundings);
    const ballot = ballotOf(council, request);
    match(request, ballot.revision);
    pass(council, ballot, 'change');
    ballot.draft = ballotDraft(council, request);
    ballot.revision += 1;
    return ballotReply(ballot);
  },
  cancelBallot: (request, surroundings) => {
    const council = own(request, surroundings);
    const ballot = ballotOf(council, request);
    match(request, ballot.revision);
    pass(council, ballot, 'cancel');
    if (ballot.state === 'draft') council.ballots.splice(council.ballots.indexOf(ballot), 1);
    else ballot.cancel();
  },
  checkBallot: (request, surroundings) => {
    const council = own(request, surroundings);
    return { checks: checksOf(council, ballotOf(council, request)) };
  },
  openBallot: (request, surroundings) => {
    const council = own(request, surroundings);
    const ballot = ballotOf(council, request);
    match(request, ballot.revision);
    pass(council, ballot, 'open');
    ballot.open();
    const again = council.ballot(ballot.draft.again);
    if (again) again.rerun = ballot.id;
    return ballotReply(ballot);
  },
  closeBallot: (request, surroundings) => {
    const council = own(request, surroundings);
    const ballot = ballotOf(council, request);
    pass(council, ballot, 'close');
    ballot.close();
    return ballotReply(ballot);
  },
  recordResolution: (request, surroundings) => {
    const council = own(request, surroundings, true);
    const one: TestResolution = {
      id: council.newId(),
      revision: 1,
      draft: resolutionDraft(council, request),
      decidedAt: new Date(council.now()).toISOString(),
      state: 'assigned',
      evidence: [],
      ratings: new Map(),
    };
    council.resolutions.push(one);
    const { ballot, due } = one.draft;
    council.note('resolution-made', {
      resolution: one.id,
      state: 'assigned',
      due,
      ...(ballot !== undefined && { ballot }),
    });
    return resolutionReply(council, one);
  },
  getResolution: (request, surroundings) => {
    const council = own(request, surroundings);
    return resolutionReply(council, resolutionOf(council, request));
  },
  changeResolution: (request, surroundings) => {
    const council = own(request, surroundings);
    const one = resolutionOf(council, request);
    match(request, one.revision);
    one.draft = resolutionDraft(council, request);
    resolutionChanged(council, one);
    return resolutionReply(council, one);
  },
  takeExecutionStep,
} satisfies { readonly [operation: string]: Handler };

import {
  acceptedBy,
  addCounts,
  findExecutionFaults,
  firstTopicState,
  isLate,
  isTopicShown,
  mayAccept,
  mayComment,
  maySecond,
} from '@fulian/contract/rules/council';
import { reaches } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { federationOf, type Handler, pageOf, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import {
  type TestComment,
  type TestCouncil,
  type TestMeeting,
  type TestResolution,
  type TestTopic,
  todayInChina,
} from './test-council.js';

type Paging = { cursor?: string; limit?: number };

/** The council in the path. */
export function councilOf({ path }: CheckedRequest, { state }: Surroundings): TestCouncil {
  const council = state.councils.find(path.councilId);
  if (!council) throw new TestProblem('council-unknown');
  return council;
}

/** Where something is added. */
export function activeCouncilOf(request: CheckedRequest, surroundings: Surroundings): TestCouncil {
  const council = councilOf(request, surroundings);
  if (council.ended) throw new TestProblem('council-ended');
  return council;
}

/** A council as everybody sees it. */
export function wireCouncil(council: TestCouncil, { world }: Surroundings): Schemas['Council'] {
  const { parents: _, phone: __, ...federation } = world.federation(council.federation)!;
  return {
    id: council.id,
    federation,
    name: council.name,
    ...(council.words !== undefined && { words: council.words }),
    state: council.ended ? 'ended' : 'active',
    members: council.roll.length,
    counts: council.counts,
  };
}

/** The latest first. */
function latest<Item extends { readonly at: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** A topic as `viewer` (a member's id) sees it, or everybody. */
export function wireTopic(council: TestCouncil, topic: TestTopic, viewer?: string): Schemas['Topic'] {
  const { id, title, words, state, at, member, seconds, answer, into, comments } = topic;
  const by = member === undefined ? topic.by : council.member(member)?.name;
  return {
    id,
    title,
    words,
    state,
    at,
    ...(by !== undefined && { by }),
    fromMember: member !== undefined,
    ...(viewer !== undefined && { byYou: member === viewer, secondedByYou: seconds.has(viewer) }),
    seconds: seconds.size,
    ...(answer !== undefined && { answer }),
    ...(into !== undefined && { into }),
    comments: comments.length,
  };
}

const topicsFor = (viewer: (surroundings: Surroundings) => string | undefined): Handler => {
  return (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const { state: wanted } = request.query;
    const shown = latest(council.topics).filter(
      ({ state, member }) =>
        isTopicShown({ state, fromMember: member !== undefined }) && (wanted === undefined || state === wanted),
    );
    const page = pageOf(shown, request.query as Paging);
    return { ...page, items: page.items.map((topic) => wireTopic(council, topic, viewer(surroundings))) };
  };
};

const newTopic = (council: TestCouncil, fields: Pick<TestTopic, 'title' | 'words' | 'member' | 'by'>): TestTopic => {
  const topic: TestTopic = {
    ...fields,
    id: council.newId(),
    at: new Date(council.now()).toISOString(),
    state: firstTopicState(fields.member !== undefined),
    seconds: new Set(),
    comments: [],
  };
  council.topics.push(topic);
  return topic;
};

/** The topic in the path. */
export function topicOf(council: TestCouncil, { path }: CheckedRequest): TestTopic {
  const topic = council.topics.find(({ id }) => id === path.topicId);
  if (!topic) throw new TestProblem('topic-unknown');
  return topic;
}

const seconding = (change: (seconds: Set<string>, member: string) => void): Handler => {
  return (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const { member } = surroundings.member!;
    const topic = topicOf(council, request);
    if (!maySecond(topic.state, topic.member === member.id)) throw new TestProblem('topic-refused');
    change(topic.seconds, member.id);
    return wireTopic(council, topic, member.id);
  };
};

/** A contribution as `viewer` sees it; the organiser (`undefined`) sees hidden words, too. */
export function wireComment(council: TestCouncil, one: TestComment, viewer?: string): Schemas['Comment'] {
  const { id, at, member, words, state, reason, reported } = one;
  const isShown = words !== undefined && (state === 'shown' || (viewer === undefined && state === 'hidden'));
  return {
    id,
    at,
    by: council.member(member)?.name ?? '',
    byYou: member === viewer,
    ...(isShown && { words }),
    state,
    ...(reason !== undefined && { reason }),
    ...(viewer === undefined && { reported }),
  };
}

const ownComment = (request: CheckedRequest, surroundings: Surroundings): TestComment => {
  const { comments } = topicOf(councilOf(request, surroundings), request);
  const comment = comments.find(({ id }) => id === request.path.commentId);
  if (!comment) throw new TestProblem('comment-unknown');
  return comment;
};

/** A meeting as everybody sees it. */
export function wireMeeting({ id, draft }: TestMeeting): Schemas['Meeting'] {
  const { at, place, form, state = 'planned', agenda, present, minutes, publishMinutes } = draft;
  return {
    id,
    at,
    place,
    ...(form && { form }),
    state,
    agenda,
    ...(present && { attendance: present.length }),
    ...(publishMinutes === true && minutes !== undefined && { minutes }),
  };
}

/** Who says whether a resolution was done. */
export function acceptorOf(council: TestCouncil, { draft }: TestResolution) {
  const proposer = council.topics.find(({ id }) => id === draft.topic)?.member;
  const onRoll = council.roll.some(({ id }) => id === proposer);
  return { proposer, by: acceptedBy({ ...(proposer !== undefined && { proposer }), onRoll }) };
}

/** A resolution as `viewer` sees it, or everybody. */
export function wireResolution(council: TestCouncil, one: TestResolution, viewer?: string): Schemas['Resolution'] {
  const { id, draft, decidedAt, state, evidence, acceptedAt, acceptance, ratings } = one;
  const { proposer, by } = acceptorOf(council, one);
  const points = [...ratings.values()];
  const mean = points.reduce((sum, each) => sum + each, 0) / points.length;
  const mine = viewer === undefined ? undefined : ratings.get(viewer);
  return {
    id,
    ...draft,
    decidedAt,
    state,
    isLate: isLate({ state, due: draft.due }, todayInChina(council.now())),
    evidence,
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(acceptance !== undefined && { acceptance }),
    ...(viewer !== undefined && { mayAccept: viewer === proposer && mayAccept(state, by) }),
    ...(mine !== undefined && { yourRating: mine }),
    ratings: { count: points.length, ...(points.length >= 5 && { mean: Math.round(mean * 10) / 10 }) },
  };
}

const resolutionsFor = (viewer: (surroundings: Surroundings) => string | undefined): Handler => {
  return (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const sorted = [...council.resolutions].sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
    const page = pageOf(sorted, request.query as Paging);
    return { ...page, items: page.items.map((one) => wireResolution(council, one, viewer(surroundings))) };
  };
};

/** The resolution in the path. */
export function resolutionOf(council: TestCouncil, { path }: CheckedRequest): TestResolution {
  const resolution = council.resolutions.find(({ id }) => id === path.resolutionId);
  if (!resolution) throw new TestProblem('resolution-unknown');
  return resolution;
}

/** The resolution has changed. */
export function resolutionChanged(council: TestCouncil, one: TestResolution): void {
  one.revision += 1;
  const { id: resolution, state, draft } = one;
  council.note('resolution-changed', { resolution, state, due: draft.due });
}

const getExecutionReport: Handler = (request, surroundings) => {
  const { code } = federationOf(request, surroundings);
  const { state, world } = surroundings;
  const partOf = (unit: string) => {
    const { parents: _, phone: __, ...federation } = world.federation(unit)!;
    const councils = state.councils.all.filter((one) => reaches(unit, one.federation));
    return { federation, councils: councils.length, counts: addCounts(councils.map(({ counts }) => counts)) };
  };
  return { ...partOf(code), children: world.children(code).map((child) => partOf(child.code)) };
};

const viewerOf = ({ member }: Surroundings) => member!.member.id;

/** What everybody and members may do with a council. */
export const councilHandlers = {
  listCouncils: (request, surroundings) => {
    const { code } = federationOf(request, surroundings);
    const words = (request.query.q as string | undefined) ?? '';
    const found = surroundings.state.councils.all.filter(
      ({ federation, name }) => reaches(code, federation) && name.includes(words),
    );
    const page = pageOf(found, request.query as Paging);
    return { ...page, items: page.items.map((one) => wireCouncil(one, surroundings)) };
  },
  getCouncil: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    return new Reply(wireCouncil(council, surroundings), { etag: `"${council.revision}"` });
  },
  getExecutionReport,
  listRoll: (request, surroundings) => {
    const items = councilOf(request, surroundings).roll.map(({ id, name, role }) => ({ id, name, role }));
    return { items: items.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  },
  listTopics: topicsFor(() => undefined),
  listOwnTopics: topicsFor(viewerOf),
  suggestTopic: (request, surroundings) => {
    const { title, words, name } = request.body as Schemas['TopicSuggestion'];
    const council = activeCouncilOf(request, surroundings);
    const { id, state } = newTopic(council, { title, words, ...(name !== undefined && { by: name }) });
    return { id, state };
  },
  proposeTopic: (request, surroundings) => {
    const council = activeCouncilOf(request, surroundings);
    const member = viewerOf(surroundings);
    return wireTopic(council, newTopic(council, { ...(request.body as Schemas['TopicProposal']), member }), member);
  },
  secondTopic: seconding((seconds, member) => seconds.add(member)),
  unsecondTopic: seconding((seconds, member) => seconds.delete(member)),
  listComments: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const page = pageOf(topicOf(council, request).comments, request.query as Paging);
    return { ...page, items: page.items.map((one) => wireComment(council, one, viewerOf(surroundings))) };
  },
  writeComment: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const topic = topicOf(council, request);
    if (!mayComment(topic.state)) throw new TestProblem('topic-refused');
    const member = viewerOf(surroundings);
    const { words } = request.body as Schemas['CommentDraft'];
    const at = new Date(council.now()).toISOString();
    const comment: TestComment = { id: council.newId(), at, member, words, state: 'shown', reported: false };
    topic.comments.push(comment);
    return wireComment(council, comment, member);
  },
  takeBackComment: (request, surroundings) => {
    const comment = ownComment(request, surroundings);
    if (comment.member !== viewerOf(surroundings)) throw new TestProblem('comment-unknown');
    delete comment.words;
    comment.state = 'taken-back';
  },
  reportComment: (request, surroundings) => {
    ownComment(request, surroundings).reported = true;
  },
  listMeetings: (request, surroundings) => {
    const { meetings } = councilOf(request, surroundings);
    return pageOf(latest(meetings.map(wireMeeting)), request.query as Paging);
  },
  listResolutions: resolutionsFor(() => undefined),
  listOwnResolutions: resolutionsFor(viewerOf),
  answerExecution: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const member = viewerOf(surroundings);
    const one = resolutionOf(council, request);
    const { accepted, words } = request.body as Schemas['Acceptance'];
    const findings = findExecutionFaults({ accepted, ...(words !== undefined && { words }) });
    if (findings.length > 0) throw new TestProblem('invalid-request', { findings });
    const wanted = accepted ? 'accepted' : 'working';
    const { proposer, by } = acceptorOf(council, one);
    // The same answer once more is the same answer.
    const isRepeated = proposer === member && one.state === wanted && one.acceptance === (words ?? '');
    if (!isRepeated) {
      if (proposer !== member || !mayAccept(one.state, by)) throw new TestProblem('execution-refused');
      one.state = wanted;
      one.acceptance = words ?? '';
      if (accepted) one.acceptedAt = new Date(council.now()).toISOString();
      resolutionChanged(council, one);
    }
    return wireResolution(council, one, member);
  },
  rateResolution: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const one = resolutionOf(council, request);
    if (one.state !== 'reported' && one.state !== 'accepted') throw new TestProblem('execution-refused');
    one.ratings.set(viewerOf(surroundings), (request.body as Schemas['resolution_Rating']).points);
    return wireResolution(council, one, viewerOf(surroundings));
  },
  getCouncilLog: (request, surroundings) => {
    const council = councilOf(request, surroundings);
    const after = Number(request.query.after ?? 0);
    return { council: council.id, entries: council.log.slice(after), head: headOf(council) };
  },
  getLogHead: (request, surroundings) => headOf(councilOf(request, surroundings)),
} satisfies { readonly [operation: string]: Handler };

/** Nobody has signed it: there is no key here. */
function headOf(council: TestCouncil): Schemas['LogHead'] {
  const { seq, hash } = council.log[council.log.length - 1]!;
  const at = new Date(council.now()).toISOString();
  return { council: council.id, seq, hash, at, key: '0'.repeat(64), signature: '0'.repeat(128) };
}

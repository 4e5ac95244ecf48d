import { publicCache } from '../federations/handlers.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Comments } from './comments.js';
import type { CouncilLogs } from './council-log.js';
import { placeOf } from './council-place.js';
import type { KeptAnswer } from './council-writes.js';
import type { Councils } from './councils.js';
import type { Meetings } from './meetings.js';
import type { Resolutions } from './resolutions.js';
import type { Roll } from './roll.js';
import type { Topics } from './topics.js';

/** What the handlers of councils need. */
export interface CouncilHandlerParts {
  readonly councils: Councils;
  readonly roll: Roll;
  readonly topics: Topics;
  readonly comments: Comments;
  readonly meetings: Meetings;
  readonly resolutions: Resolutions;
  readonly logs: CouncilLogs;
}

type PublicIds =
  | 'listCouncils'
  | 'getCouncil'
  | 'getExecutionReport'
  | 'listTopics'
  | 'suggestTopic'
  | 'listMeetings'
  | 'listResolutions'
  | 'getCouncilLog'
  | 'getLogHead';
type MemberIds =
  | 'listRoll'
  | 'listOwnTopics'
  | 'proposeTopic'
  | 'secondTopic'
  | 'unsecondTopic'
  | 'listComments'
  | 'writeComment'
  | 'takeBackComment'
  | 'reportComment'
  | 'listOwnResolutions'
  | 'answerExecution'
  | 'rateResolution';

/** An answer that was kept for its key, as JSON text. */
export function keptAnswer({ text, replayed }: KeptAnswer) {
  return { text, headers: { ...(replayed && { 'Idempotent-Replayed': 'true' }) } };
}

/** Answers the tag `councils`, whose members see more of the same. Nothing is cached but sums: who has written wants to see it. */
export function councilHandlers(parts: CouncilHandlerParts): HandlersOf<PublicIds | MemberIds> {
  return { ...publicHandlers(parts), ...memberHandlers(parts) };
}

function publicHandlers({ councils, topics, meetings, resolutions, logs }: CouncilHandlerParts): HandlersOf<PublicIds> {
  return {
    async listCouncils({ path: { code }, query }) {
      return { body: await councils.list(code, query) };
    },

    async getCouncil({ path: { councilId } }) {
      return councils.read(councilId);
    },

    async getExecutionReport({ path: { code } }) {
      return { body: await councils.report(code), headers: publicCache };
    },

    async listTopics({ path: { councilId }, query }) {
      return { body: await topics.list(councilId, query) };
    },

    async suggestTopic({ path: { councilId }, header, body }) {
      return keptAnswer(await topics.suggest(councilId, header['idempotency-key']!, body));
    },

    async listMeetings({ path: { councilId }, query }) {
      return { body: await meetings.list(councilId, query) };
    },

    async listResolutions({ path: { councilId }, query }) {
      return { body: await resolutions.list(councilId, query) };
    },

    async getCouncilLog({ path: { councilId }, query: { after } }) {
      const text = await logs.read(placeOf(councilId), after);
      if (text === undefined) throw new ProblemError('council-unknown');
      return { text };
    },

    async getLogHead({ path: { councilId } }) {
      const body = await logs.head(placeOf(councilId));
      if (!body) throw new ProblemError('council-unknown');
      return { body };
    },
  };
}

function memberHandlers({ roll, topics, comments, resolutions }: CouncilHandlerParts): HandlersOf<MemberIds> {
  return {
    async listRoll({ path: { councilId }, member: token }) {
      return { body: await roll.listForMember(token, councilId) };
    },

    async listOwnTopics({ path: { councilId }, query, member: token }) {
      return { body: await topics.listForMember(token, councilId, query) };
    },

    async proposeTopic({ path: { councilId }, header, body, member: token }) {
      return keptAnswer(await topics.propose(token, councilId, header['idempotency-key']!, body));
    },

    async secondTopic({ path: { councilId, topicId }, member: token }) {
      return { body: await topics.second(token, councilId, topicId, true) };
    },

    async unsecondTopic({ path: { councilId, topicId }, member: token }) {
      return { body: await topics.second(token, councilId, topicId, false) };
    },

    async listComments({ path: { councilId, topicId }, query, member: token }) {
      return { body: await comments.list(token, councilId, topicId, query) };
    },

    async writeComment({ path: { councilId, topicId }, header, body, member: token }) {
      return keptAnswer(await comments.write(token, councilId, topicId, header['idempotency-key']!, body));
    },

    async takeBackComment({ path, member: token }) {
      await comments.takeBack(token, path);
      return {};
    },

    async reportComment({ path, member: token }) {
      await comments.report(token, path);
      return {};
    },

    async listOwnResolutions({ path: { councilId }, query, member: token }) {
      return { body: await resolutions.listForMember(token, councilId, query) };
    },

    async answerExecution({ path, body, member: token }) {
      return { body: await resolutions.answer(token, path, body) };
    },

    async rateResolution({ path, body, member: token }) {
      return { body: await resolutions.rate(token, path, body) };
    },
  };
}

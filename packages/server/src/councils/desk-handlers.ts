import type { HandlersOf } from '../routes.js';
import { keptAnswer, type CouncilHandlerParts } from './handlers.js';
import type { Invitations } from './invitations.js';
import type { TaggedAnswer } from './resolutions.js';

/** What the handlers of the organiser need. */
export interface CouncilDeskHandlerParts extends CouncilHandlerParts {
  readonly invitations: Invitations;
}

type DeskIds =
  | 'createCouncil'
  | 'changeCouncil'
  | 'listMembers'
  | 'addMember'
  | 'changeMember'
  | 'inviteMembers'
  | 'listAllTopics'
  | 'listAllResolutions'
  | 'screenTopic'
  | 'listAllComments'
  | 'moderateComment'
  | 'createMeeting'
  | 'getMeeting'
  | 'changeMeeting'
  | 'recordResolution'
  | 'getResolution'
  | 'changeResolution'
  | 'takeExecutionStep';

const tagged = (answer: TaggedAnswer) => ({ ...keptAnswer(answer), etag: answer.etag });

/** Answers the tag `council-desk`, but for ballots. */
export function councilDeskHandlers(parts: CouncilDeskHandlerParts): HandlersOf<DeskIds> {
  const { councils, roll, invitations, topics, comments, meetings, resolutions } = parts;
  return {
    async createCouncil({ path: { code }, header, body, staff: token }) {
      return tagged(await councils.create(token, code, header['idempotency-key']!, body));
    },

    async changeCouncil({ path: { councilId }, header, body, staff: token }) {
      return councils.change(token, councilId, header['if-match'], body);
    },

    async listMembers({ path: { councilId }, staff: token }) {
      return roll.list(token, councilId);
    },

    async addMember({ path: { councilId }, header, body, staff: token }) {
      return keptAnswer(await roll.add(token, councilId, header['idempotency-key']!, body));
    },

    async changeMember({ path, header, body, staff: token }) {
      return roll.change({ token, ...path, ifMatch: header['if-match'] }, body);
    },

    async inviteMembers({ path: { councilId }, header, body, staff: token }) {
      return invitations.print(token, councilId, header['idempotency-key']!, body);
    },

    async listAllTopics({ path: { councilId }, query, staff: token }) {
      return { body: await topics.listForDesk(token, councilId, query) };
    },

    async listAllResolutions({ path: { councilId }, query, staff: token }) {
      return { body: await resolutions.listForDesk(token, councilId, query) };
    },

    async screenTopic({ path: { councilId, topicId }, header, body, staff: token }) {
      return keptAnswer(await topics.screen(token, councilId, topicId, header['idempotency-key']!, body));
    },

    async listAllComments({ path: { councilId, topicId }, query, staff: token }) {
      return { body: await comments.listForDesk(token, councilId, topicId, query) };
    },

    async moderateComment({ path, body, staff: token }) {
      return { body: await comments.moderate(token, path, body) };
    },

    async createMeeting({ path: { councilId }, header, body, staff: token }) {
      return tagged(await meetings.create(token, councilId, header['idempotency-key']!, body));
    },

    async getMeeting({ path, staff: token }) {
      return meetings.read(token, path);
    },

    async changeMeeting({ path, header, body, staff: token }) {
      return meetings.change(token, path, header['if-match'], body);
    },

    async recordResolution({ path: { councilId }, header, body, staff: token }) {
      return tagged(await resolutions.record(token, councilId, header['idempotency-key']!, body));
    },

    async getResolution({ path, staff: token }) {
      return resolutions.read(token, path);
    },

    async changeResolution({ path, header, body, staff: token }) {
      return resolutions.change(token, path, header['if-match'], body);
    },

    async takeExecutionStep({ path, header, body, staff: token }) {
      return tagged(await resolutions.takeStep(token, path, header['idempotency-key']!, body));
    },
  };
}

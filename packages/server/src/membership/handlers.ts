import { addressOf } from '../http/rate-limits.js';
import type { HandlersOf } from '../routes.js';
import type { MemberSessions } from './member-sessions.js';
import type { Members } from './members.js';

/** Answers the tag `membership`. */
export function membershipHandlers(
  sessions: MemberSessions,
  members: Members,
): HandlersOf<'openMemberSession' | 'getOwnMembership' | 'closeMemberSession'> {
  return {
    async openMemberSession({ body, request }) {
      return { body: await sessions.open(body, addressOf(request)) };
    },

    async getOwnMembership({ member: token }) {
      const { councilId, member, expiresAt } = await members.open(token);
      return { body: { council: councilId, member, expiresAt: expiresAt.toISOString() } };
    },

    async closeMemberSession({ member: token }) {
      await sessions.close(token);
      return {};
    },
  };
}

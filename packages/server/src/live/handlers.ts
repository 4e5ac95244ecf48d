import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock.js';
import { isWithin } from '../federations/tree.js';
import type { FederationRepository } from '../federations/repository.js';
import { Places } from '../http/places.js';
import { addressOf } from '../http/rate-limits.js';
import { whenOver } from '../http/when-over.js';
import type { CaseTokens } from '../own-case/case-tokens.js';
import type { OwnCases } from '../own-case/own-case.js';
import { ProblemError } from '../problem.js';
import type { HandlersOf } from '../routes.js';
import type { Staff } from '../staff/staff.js';
import type { CaseFeed, FeedRow } from './case-feed.js';
import type { LiveHub, Subscription } from './hub.js';

/** What the handlers of streams need. */
export interface LiveParts {
  readonly hub: LiveHub;
  readonly feed: CaseFeed;
  readonly staff: Staff;
  readonly federations: FederationRepository;
  readonly tokens: CaseTokens;
  readonly own: OwnCases;
  readonly clock: Clock;
}

/** Streams of a process, and of those behind one address: a county's office shares one. */
const mostStreams = 4_000;
const mostOfAddress = 1_000;
/** Of one member of staff, or of one case: a few windows each. */
const mostOfOne = 8;
const longestMs = 3_600_000;

/** Answers the streams of the tags `cases` and `own-case`. */
export function liveHandlers({
  hub,
  feed,
  staff,
  federations,
  tokens,
  own,
  clock,
}: LiveParts): HandlersOf<'watchCases' | 'watchOwnCase'> {
  const all = new Places(mostStreams, mostOfAddress);
  const each = new Places(Number.POSITIVE_INFINITY, mostOfOne);

  const answer = async (holder: string, reply: FastifyReply, subscription: Subscription) => {
    all.take(addressOf(reply.request), reply);
    each.take(holder, reply);
    const stream = await hub.open(subscription);
    // It rests between events, and beats by itself; a connection that is gone is found by the system.
    const { socket } = reply.request.raw;
    socket.setTimeout?.(0);
    socket.setKeepAlive?.(true, 30_000);
    whenOver(reply, () => stream.destroy());
    return {
      stream,
      mediaType: 'text/event-stream; charset=utf-8',
      headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
    };
  };

  return {
    async watchCases({ path: { code }, header, staff: token, reply }) {
      const member = await staff.openFor(token, 'watchCases', code, 'federation-unknown');
      if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
      const sees = ({ units, excluded }: FeedRow) =>
        units.some((unit) => isWithin(unit, code)) && !excluded.includes(member.federation);
      return answer(`staff ${member.id}`, reply, {
        tell: (row) =>
          sees(row) ? { id: `${row.federation}-${row.request}`, revision: row.revision, kind: row.kind } : undefined,
        missed: (after) => feed.after(after),
        after: idOf(header['last-event-id']),
        until: earlier(member.endsAt, new Date(clock.now().getTime() + longestMs)),
        stillHolds: () => staff.isOpen(token, member),
      });
    },

    async watchOwnCase({ header, case: token, reply }) {
      const { home, id, expiresAt } = tokens.open(token);
      if (!(await own.exists({ home, id }))) throw new ProblemError('case-token-refused');
      return answer(`case ${id}`, reply, {
        // Of what is not for her she is not told that it happened, either.
        tell: (row) =>
          row.request === id && row.federation === home && !row.internal ? { revision: row.revision } : undefined,
        missed: (after) => feed.ofCase(home, id, after),
        after: idOf(header['last-event-id']),
        until: expiresAt,
      });
    },
  };
}

function idOf(text: string | undefined): number | undefined {
  const id = Number(text);
  return text === undefined || !Number.isSafeInteger(id) ? undefined : id;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** The client of who votes, and of a member's session; apart from the core, so that nobody else loads it. */
import type { operationDetails } from '@fulian/contract/operation-details';
import { ballotOperations } from '@fulian/contract/ballot-operations';
import type { BallotOperationId, CouncilOperationId } from '@fulian/contract/operations';
import { type Client, type Methods, methodsFor } from './client.js';
import { optionsOf } from './derived.js';
import type { Exchange } from './exchange.js';

/** A member's token, or what is asked for it before each call; `''` while there is none. A credential: kept nowhere else. */
export type MemberToken = string | (() => string);

/** One method for each operation on ballots, and for a member's session. */
export type BallotClient = Methods<BallotOperationId>;

/** The operations of these that a member's token opens. */
type OfMembers<Ids extends BallotOperationId | CouncilOperationId> = {
  [Id in Ids]: 'member' extends (typeof operationDetails)[Id]['security'][number] ? Id : never;
}[Ids];

/** Which operations the token goes with: exactly those that ask for it. `castSecretVote` is none of them (S9). */
export const ballotOperationsOfMembers: { readonly [Id in OfMembers<BallotOperationId>]: true } = {
  getOwnMembership: true,
  closeMemberSession: true,
  getOwnBallot: true,
  castOpenVote: true,
  takeBallotPaper: true,
  castDecidingVote: true,
};
/** The same of a council's operations; empty values, since only the names count. */
export type CouncilOperationsOfMembers = { readonly [Id in OfMembers<CouncilOperationId>]: true };

/** What adds the token to the calls that ask for it. Nothing of votes and members stays in the browser's cache (S2). */
export function memberPrepare(ofMembers: object, token: MemberToken): (exchange: Exchange) => void {
  return ({ id, init }) => {
    if (id in ofMembers) {
      const given = typeof token === 'string' ? token : token();
      if (given !== '') init.headers['Fulian-Member'] = given;
    }
    if (init.method !== 'GET' || id in ofMembers) init.cache = 'no-store';
  };
}

/** Makes a client for the same service as another one, with its settings. Without a token it reads what everybody may. */
export function ballotClientOf(client: Client | BallotClient, token: MemberToken = ''): BallotClient {
  const prepare = memberPrepare(ballotOperationsOfMembers, token);
  return methodsFor(optionsOf(client), ballotOperations, prepare) as unknown as BallotClient;
}

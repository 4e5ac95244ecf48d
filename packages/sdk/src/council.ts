/** The client of a council, for visitors and members; with the operations on ballots. */
import { ballotOperations } from '@fulian/contract/ballot-operations';
import { councilOperations } from '@fulian/contract/council-operations';
import type { BallotOperationId, CouncilOperationId } from '@fulian/contract/operations';
import {
  type BallotClient,
  ballotOperationsOfMembers,
  type CouncilOperationsOfMembers,
  memberPrepare,
  type MemberToken,
} from './ballot.js';
import { type Client, type Methods, methodsFor } from './client.js';
import { optionsOf } from './derived.js';

/** One method for each operation on a council and its ballots. */
export type CouncilClient = Methods<CouncilOperationId | BallotOperationId>;

const councilOperationsOfMembers: CouncilOperationsOfMembers = {
  listRoll: true,
  listOwnTopics: true,
  proposeTopic: true,
  secondTopic: true,
  unsecondTopic: true,
  listComments: true,
  writeComment: true,
  takeBackComment: true,
  reportComment: true,
  listOwnResolutions: true,
  answerExecution: true,
  rateResolution: true,
};

/** Makes a client for the same service as another one, with its settings. Without a token it does what everybody may. */
export function councilClientOf(client: Client | BallotClient, token: MemberToken = ''): CouncilClient {
  const prepare = memberPrepare({ ...councilOperationsOfMembers, ...ballotOperationsOfMembers }, token);
  const operations = { ...councilOperations, ...ballotOperations };
  return methodsFor(optionsOf(client), operations, prepare) as unknown as CouncilClient;
}

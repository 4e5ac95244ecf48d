// Generated from openapi/ by `npm run generate`. Do not edit.
import { publicOperations } from './public-operations.js';
import { requesterOperations } from './requester-operations.js';
import { councilOperations } from './council-operations.js';
import { ballotOperations } from './ballot-operations.js';
import { staffOperations } from './staff-operations.js';
import { imageOperations } from './image-operations.js';

export { publicOperations, requesterOperations, councilOperations, ballotOperations, staffOperations, imageOperations };

/** All of them. Computed, so that a bundle without it does not hold those for staff. */
export const operations = /* @__PURE__ */ (() => ({ ...publicOperations, ...requesterOperations, ...councilOperations, ...ballotOperations, ...staffOperations, ...imageOperations }) as const)();

/** The name of an operation: the same in the SDK, the server, the tests and the log. */
export type OperationId = keyof typeof operations;

/** The name of one that everybody may call. */
export type PublicOperationId = keyof typeof publicOperations;

/** The name of one for who holds a receipt or reads a report. */
export type RequesterOperationId = keyof typeof requesterOperations;

/** The name of one for a council, of anybody or a member. */
export type CouncilOperationId = keyof typeof councilOperations;

/** The name of one for a ballot, or for a member's session. */
export type BallotOperationId = keyof typeof ballotOperations;

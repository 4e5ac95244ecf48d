import { problemKinds } from '@fulian/contract/operation-details';
import type {
  BallotOperationId,
  CouncilOperationId,
  imageOperations,
  OperationId,
  PublicOperationId,
  RequesterOperationId,
} from '@fulian/contract/operations';
import type { Schemas } from '../operation-types.js';
import * as attachments from './attachments.js';
import { caseHandlers } from './cases/case-handlers.js';
import { ownCaseHandlers } from './cases/own-case-handlers.js';
import { reportHandlers } from './cases/report-handlers.js';
import { staffHandlers } from './cases/staff-handlers.js';
import { ballotHandlers } from './councils/ballot-handlers.js';
import { councilDeskHandlers } from './councils/council-desk-handlers.js';
import { councilHandlers } from './councils/council-handlers.js';
import { rollHandlers } from './councils/roll-handlers.js';
import { federationOf, type Handler, pageOf, type Surroundings } from './handler.js';
import { TestProblem } from './problems.js';
import { servicePointHandlers } from './service-points.js';
import type { CheckedRequest, StoredHelpRequest } from './state.js';
import { submitHelpRequest } from './submit.js';

function ownRequest({ receipt }: CheckedRequest, { state }: Surroundings): StoredHelpRequest {
  const found = state.helpRequests.find((one) => `${one.receipt.number}.${one.submission.receiptSecret}` === receipt);
  if (!found) throw new TestProblem('receipt-refused');
  return found;
}

const readOwnHelpRequest: Handler = (request, surroundings) => {
  const own = ownRequest(request, surroundings);
  const { grade: _, ...receipt } = own.receipt;
  const files = [...surroundings.state.attachments.values()].filter((file) => file.request === receipt.number);
  const { category } = own.submission;
  return { ...receipt, state: own.state, category, attachments: files.map(attachments.wireForm) };
};

const kinds = () =>
  (Object.keys(problemKinds) as Schemas['ProblemCode'][]).sort().map((code) => ({ code, ...problemKinds[code] }));

/** Every operation that everybody, the holder of a receipt or a member of a council may call, and pictures. */
const handlers: {
  readonly [
    Id in
      | PublicOperationId
      | RequesterOperationId
      | CouncilOperationId
      | BallotOperationId
      | keyof typeof imageOperations
  ]: Handler;
} & {
  readonly [id: string]: Handler | undefined;
} = {
  ...caseHandlers,
  ...ownCaseHandlers,
  ...reportHandlers,
  ...staffHandlers,
  ...servicePointHandlers,
  ...councilHandlers,
  ...ballotHandlers,
  ...councilDeskHandlers,
  ...rollHandlers,
  searchFederations: ({ query }, { world }) =>
    pageOf(world.search(String(query.q), query.level as string | undefined), query),
  getFederation: federationOf,
  listChildFederations: (request, surroundings) =>
    pageOf(surroundings.world.children(federationOf(request, surroundings).code), request.query),
  getHelpForm: (request, surroundings) => ({
    ...surroundings.state.form,
    federation: federationOf(request, surroundings),
  }),
  submitHelpRequest,
  readOwnHelpRequest,
  startAttachment: (request, surroundings) =>
    attachments.start(surroundings.state, federationOf(request, surroundings).code, request),
  getAttachment: ({ path, draft }, { state }) =>
    attachments.wireForm(attachments.find(state, path.attachmentId!, draft)),
  appendAttachment: (request, { state }) => attachments.append(state, request),
  removeAttachment: ({ path, draft }, { state }) => attachments.remove(state, path.attachmentId!, draft),
  downloadOwnAttachment: (request, surroundings) => {
    const { number } = ownRequest(request, surroundings).receipt;
    const file = surroundings.state.attachments.get(request.path.attachmentId!);
    if (file?.request !== number) throw new TestProblem('attachment-unknown');
    return file.bytes;
  },
  listProblems: () => ({ items: kinds() }),
  getProblem: ({ path }) => {
    const kind = kinds().find(({ code }) => code === path.problemCode);
    if (!kind) throw new TestProblem('not-found');
    return kind;
  },
  getHealth: () => ({ status: 'ok' }),
  getReadiness: () => ({ status: 'ready' }),
};

/** What answers an operation. Of those for staff some have none: nobody here edits the map or looks after hooks. */
export function handlerOf(id: OperationId): Handler {
  const handler = handlers[id];
  if (!handler) throw new TestProblem('role-refused');
  return handler;
}

import { problemKinds } from '@fulian/contract/operation-details';
import type { imageOperations, PublicOperationId } from '@fulian/contract/operations';
import { findFaults, gradeOf } from '@fulian/contract/rules';
import type { Schemas } from '../operation-types.js';
import { randomDigits } from '../random.js';
import * as attachments from './attachments.js';
import { federationOf, type Handler, pageOf, type Surroundings } from './handler.js';
import { TestProblem } from './problems.js';
import { servicePointHandlers } from './service-points.js';
import type { CheckedRequest, StoredHelpRequest } from './state.js';

const submitHelpRequest: Handler = (request, surroundings) => {
  const federation = federationOf(request, surroundings);
  const { state, world, now } = surroundings;
  const submission = request.body as Schemas['HelpRequestSubmission'];
  const findings = findFaults(state.form, submission);
  if (submission.division !== undefined && !world.federation(submission.division))
    findings.push({ where: 'body/division', code: 'not-offered' });
  if (findings.length > 0) throw new TestProblem('request-incomplete', { findings });
  const files = attachments.ofRequest(state, submission.attachments ?? [], request.draft);
  const excluded = submission.exclusion?.units ?? [];
  const units = world.chain(federation.code).filter(({ code }) => !excluded.includes(code));
  const unit = units[units.length - 1];
  if (!unit) throw new TestProblem('no-unit-left');

  const grade = gradeOf(state.form, submission.category, submission.riskScreen.answers);
  const { redHours, otherWorkingDays } = state.form.firstContact;
  // Every day works here; a real service knows the holidays.
  const hours = grade === 'red' ? redHours : otherWorkingDays * 24;
  const receipt = {
    number: randomDigits(12),
    grade,
    submittedAt: new Date(now()).toISOString(),
    firstContactBy: new Date(now() + hours * 3_600_000).toISOString(),
    handledBy: world.federation(unit.code)!,
  };
  for (const file of files) file.request = receipt.number;
  state.helpRequests.push({ federation: federation.code, submission, receipt, state: 'submitted' });
  return receipt;
};

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

/** An operation that is not for staff. */
export type HandledId = PublicOperationId | keyof typeof imageOperations;

/** Every operation that is not for staff. */
export const handlers: { readonly [Id in HandledId]: Handler } = {
  ...servicePointHandlers,
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

import { findFaults, gradeOf } from '@fulian/contract/rules';
import type { Schemas } from '../operation-types.js';
import { randomDigits } from '../random.js';
import * as attachments from './attachments.js';
import { newCase } from './cases/test-case.js';
import { federationOf, type Handler, type Surroundings } from './handler.js';
import { TestProblem } from './problems.js';
import type { CheckedRequest, StoredAttachment } from './state.js';

/** Checks a request for help as the service does, and makes its receipt. Stores nothing. */
export function receiptFor(
  request: CheckedRequest,
  surroundings: Surroundings,
): { readonly receipt: Schemas['HelpRequestReceipt']; readonly files: readonly StoredAttachment[] } {
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
  return { receipt, files };
}

/** Stores a request; it is a case from now on. */
export const submitHelpRequest: Handler = (request, surroundings) => {
  const { state, now } = surroundings;
  const { receipt, files } = receiptFor(request, surroundings);
  const federation = request.path.code!;
  const submission = request.body as Schemas['HelpRequestSubmission'];
  for (const file of files) file.request = receipt.number;
  const id = surroundings.newCaseId(federation);
  const given = { id, number: receipt.number, channel: 'web' as const, submission };
  const one = newCase(given, { grade: receipt.grade, owner: receipt.handledBy.code, at: new Date(now()) });
  state.cases.add(one);
  state.helpRequests.push({ federation, submission, receipt, state: 'submitted' });
  surroundings.tell(one, 'submitted');
  return receipt;
};

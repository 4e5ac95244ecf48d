import { accessUnits, findStepFaults, findStepMisfits, reaches, stepsAllowed } from '@fulian/contract/rules/case';
import { gradeOf } from '@fulian/contract/rules';
import type { Schemas } from '../../operation-types.js';
import { wireForm } from '../attachments.js';
import * as attachments from '../attachments.js';
import { federationOf, type Handler, pageOf, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { receiptFor } from '../submit.js';
import { standardCaseRules } from './standard-rules.js';
import { detailOf, eventOf, nextDueOf, newCase, overdueOf, summaryOf, takeStep, type TestCase } from './test-case.js';
import { actorOf, type TestStaff } from './test-staff.js';

/** Cases are counted up to here, as the service does. */
const countedUpTo = 1000;
/** And what waits for whom up to here. */
const countsUpTo = 20_000;

const ended = (one: TestCase) => one.facts.endedAt !== undefined;

/** Who may see a case: the federations that handle it and those above them, except those that she excluded (S6). */
function sees({ member }: TestStaff, { facts }: TestCase): boolean {
  const unit = member.federation.code;
  return !facts.excludedUnits.includes(unit) && accessUnits(facts).some((one) => reaches(unit, one));
}

/** A case in the path, as its caller may see it. */
function caseOf({ path }: CheckedRequest, { state, staff }: Surroundings): TestCase {
  const one = state.cases.all.find(({ id }) => id === path.caseId);
  if (!one || !sees(staff!, one)) throw new TestProblem('case-unknown');
  return one;
}

function isIncoming({ member }: TestStaff, { facts }: TestCase): boolean {
  const to = facts.offer?.federation;
  return to !== undefined && reaches(member.federation.code, to) && !reaches(member.federation.code, facts.owner);
}

type View = (one: TestCase, staff: TestStaff, now: number) => boolean;
const views: { readonly [view: string]: View } = {
  open: (one) => !ended(one),
  mine: (one, { member }) => !ended(one) && one.facts.assignee?.id === member.id,
  unassigned: (one) => !ended(one) && one.facts.assignee === undefined,
  incoming: (one, staff) => isIncoming(staff, one),
  overdue: (one, _, now) => !ended(one) && overdueOf(one, now) > 0,
  unread: (one) => one.facts.unread,
  ended,
  all: () => true,
};

const sorts: { readonly [sort: string]: (a: TestCase, b: TestCase) => number } = {
  due: (a, b) => nextDueOf(a) - nextDueOf(b) || 0,
  newest: (a, b) => (a.facts.submittedAt < b.facts.submittedAt ? 1 : -1),
  changed: (a, b) => (a.changedAt < b.changedAt ? 1 : -1),
};

declare const atob: (text: string) => string;

/** What stands in `Fulian-Find`: UTF-8 as base64url. */
function wordsIn(header: unknown): string | undefined {
  if (typeof header !== 'string') return undefined;
  const bytes = atob(header.replace(/-/g, '+').replace(/_/g, '/'));
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return decodeURIComponent(escaped);
}

const digits = (text: string | undefined) => (text ?? '').replace(/\D/g, '');

function isFound({ number, submission }: TestCase, words: string): boolean {
  const { identity, safeContact } = submission;
  if (identity.name === words) return true;
  const typed = digits(words);
  return typed !== '' && (number === typed || digits(safeContact.value) === typed);
}

const listCases: Handler = (request, surroundings) => {
  const { code } = federationOf(request, surroundings);
  const { query, headers } = request;
  const { now, nameOf, state } = surroundings;
  const staff = surroundings.staff!;
  if (!reaches(staff.member.federation.code, code)) throw new TestProblem('federation-unknown');
  const time = now();
  const text = (name: string) => query[name] as string | undefined;
  const one = (name: string) => text(name)?.split(',');
  const [states, grades, categories, channels, ids] = ['states', 'grades', 'categories', 'channels', 'ids'].map(one);
  const words = wordsIn(headers['fulian-find']);
  const view = views[text('view') ?? 'open']!;
  const fits = (each: TestCase) =>
    (accessUnits(each.facts).some((unit) => reaches(code, unit)) || isIncoming(staff, each)) &&
    sees(staff, each) &&
    view(each, staff, time) &&
    (!ids || ids.includes(each.id)) &&
    (!states || states.includes(each.facts.state)) &&
    (!grades || grades.includes(each.facts.grade)) &&
    (!categories || categories.includes(each.facts.category)) &&
    (!channels || channels.includes(each.channel)) &&
    (query.worker === undefined || each.facts.assignee?.id === query.worker) &&
    (query.division === undefined || reaches(text('division')!, each.submission.division ?? '')) &&
    (words === undefined || isFound(each, words));
  const { cursor: _, skip: __, limit: ___, ...filters } = query;
  // Overdue is a matter of time: a minute long the same answer is as good.
  const key = JSON.stringify([code, staff.member.id, words, filters, Math.floor(time / 60_000)]);
  const order = sorts[text('sort') ?? 'due'];
  const found = state.cases.selected(key, (all) => all.filter(fits).sort(order));
  const page = pageOf(found, { ...(query as { cursor?: string; limit?: number }), skip: Number(query.skip ?? 0) });
  return {
    ...page,
    items: page.items.map((each) => summaryOf(each, time, nameOf)),
    ...(query.cursor === undefined && { total: Math.min(found.length, countedUpTo) }),
    ...(query.cursor === undefined && found.length > countedUpTo && { totalIsLower: true }),
  };
};

const countCases: Handler = (request, surroundings) => {
  federationOf(request, surroundings);
  const staff = surroundings.staff!;
  const time = surroundings.now();
  const open = surroundings.state.cases.all.filter((one) => !ended(one) && sees(staff, one));
  const count = (view: View) => open.filter((one) => view(one, staff, time)).length;
  const { mine, unassigned, incoming, overdue, unread } = views;
  const found = {
    all: open.length,
    mine: count(mine!),
    unassigned: count(unassigned!),
    incoming: count(incoming!),
    overdue: count(overdue!),
    unread: count(unread!),
    red: count(({ facts }) => facts.grade === 'red'),
  };
  const names = Object.keys(found) as (keyof typeof found)[];
  const lower = names.filter((name) => found[name] > countsUpTo);
  if (found.all > countsUpTo) lower.push('unassigned', 'overdue', 'red');
  const counts = { ...found };
  for (const name of names) counts[name] = Math.min(found[name], countsUpTo);
  return { ...counts, ...(lower.length > 0 && { lower }) };
};

const caseFrom = (one: TestCase, { now, nameOf, state, staff }: Surroundings): Schemas['Case'] => {
  const time = now();
  const contact = digits(one.submission.safeContact.value);
  const repeats = state.cases.all.filter(
    (other) =>
      other !== one &&
      contact.length > 6 &&
      digits(other.submission.safeContact.value) === contact &&
      sees(staff!, other) &&
      !one.facts.dismissed.includes(other.id),
  );
  return {
    summary: summaryOf(one, time, nameOf),
    ...detailOf(one, actorOf(staff!), time, nameOf),
    attachments: filesOf(state, one),
    repeats: repeats.slice(0, 20).map((other) => ({ case: summaryOf(other, time, nameOf), same: ['phone'] })),
  };
};

function filesOf(state: Surroundings['state'], { number }: TestCase): Schemas['Attachment'][] {
  return [...state.attachments.values()].filter((file) => file.request === number).map(wireForm);
}

const tagOf = ({ facts }: TestCase) => ({ etag: `"${facts.revision}"` });

const getCase: Handler = (request, surroundings) => {
  const one = caseOf(request, surroundings);
  surroundings.note('getCase', one.id);
  return new Reply(caseFrom(one, surroundings), tagOf(one));
};

const takeCaseStep: Handler = (request, surroundings) => {
  const one = caseOf(request, surroundings);
  const { state, now, nameOf } = surroundings;
  const actor = actorOf(surroundings.staff!);
  const step = request.body as Schemas['CaseStep'];
  if (request.headers['if-match'] === undefined) throw new TestProblem('precondition-missing');
  if (request.headers['if-match'] !== `"${one.facts.revision}"`) throw new TestProblem('precondition-failed');
  const faults = findStepFaults(step);
  if (faults.length > 0) throw new TestProblem('step-incomplete', { findings: faults });
  if (!stepsAllowed(one.facts, actor).includes(step.kind)) throw new TestProblem('step-refused');
  const facing = { facts: one.facts, actor, rules: standardCaseRules, now: new Date(now()) };
  const misfits = findStepMisfits(step, facing);
  const target = step.to?.federation ?? step.unit;
  if (target !== undefined && !surroundings.world.federation(target))
    misfits.push({ where: step.unit === undefined ? 'body/to/federation' : 'body/unit', code: 'not-offered' });
  const worker = state.staff.find(({ member }) => member.id === step.worker)?.member;
  if (step.worker !== undefined && !worker) misfits.push({ where: 'body/worker', code: 'not-offered' });
  if (misfits.length > 0) throw new TestProblem('step-incomplete', { findings: misfits });
  const files = attachments.ofRequest(state, step.attachments ?? [], request.draft);
  const given = worker && { id: worker.id, name: worker.name };
  takeStep(one, step, { actor, now: new Date(now()), nameOf, worker: given });
  for (const file of files) file.request = one.number;
  surroundings.note('takeCaseStep', one.id, step.kind);
  surroundings.tell(one, step.kind);
  return new Reply(caseFrom(one, surroundings), tagOf(one));
};

const listCaseEvents: Handler = (request, surroundings) => {
  const { events } = caseOf(request, surroundings);
  const { state, nameOf } = surroundings;
  const page = pageOf([...events].reverse(), request.query as { cursor?: string; limit?: number });
  const withFiles = (event: (typeof events)[number]) => {
    const files = (event.facts.attachments ?? []).flatMap((id) => state.attachments.get(id) ?? []);
    return { ...eventOf(event, nameOf), ...(files.length > 0 && { attachments: files.map(wireForm) }) };
  };
  return { ...page, items: page.items.map(withFiles) };
};

const registerCase: Handler = (request, surroundings) => {
  const { channel, submission } = request.body as Schemas['CaseRegistration'];
  const { code } = federationOf(request, surroundings);
  const made = receiptFor({ ...request, body: submission }, surroundings);
  const { member } = surroundings.staff!;
  const id = surroundings.newCaseId(code);
  const one = newCase(
    { id, number: made.receipt.number, channel, submission },
    {
      grade: gradeOf(surroundings.state.form, submission.category, submission.riskScreen.answers),
      owner: made.receipt.handledBy.code,
      at: new Date(surroundings.now()),
    },
    { kind: 'staff', name: member.name, unit: member.federation },
  );
  for (const file of made.files) file.request = one.number;
  surroundings.state.cases.add(one);
  surroundings.note('registerCase', id);
  surroundings.tell(one, 'registered');
  return { id, receipt: made.receipt };
};

const downloadCaseAttachment: Handler = (request, surroundings) => {
  const { number } = caseOf(request, surroundings);
  const file = surroundings.state.attachments.get(request.path.attachmentId!);
  if (file?.request !== number) throw new TestProblem('attachment-unknown');
  return file.bytes;
};

const listCaseWorkers: Handler = (request, surroundings) => {
  const { code } = federationOf(request, surroundings);
  const { staff } = surroundings.state;
  const workers = staff.filter(
    ({ member }) =>
      member.federation.code === code && !member.disabled && ['intake', 'worker', 'supervisor'].includes(member.role),
  );
  return pageOf(
    workers.map(({ member }) => member),
    request.query as { cursor?: string; limit?: number },
  );
};

const watchCases: Handler = (request, surroundings) => {
  const { code } = federationOf(request, surroundings);
  const { staff, state } = surroundings;
  const scope = (caseId: string, data: unknown) => {
    const one = state.cases.all.find(({ id }) => id === caseId);
    const isIn = one && sees(staff!, one) && accessUnits(one.facts).some((unit) => reaches(code, unit));
    return isIn ? data : undefined;
  };
  return state.streams.open(scope, request.headers['last-event-id'] as string | undefined);
};

/** What who works on cases may call. */
export const caseHandlers = {
  listCases,
  countCases,
  getCase,
  takeCaseStep,
  listCaseEvents,
  registerCase,
  downloadCaseAttachment,
  listCaseWorkers,
  watchCases,
  getCaseRules: (request, surroundings) => {
    federationOf(request, surroundings);
    return standardCaseRules;
  },
} satisfies { readonly [operation: string]: Handler };

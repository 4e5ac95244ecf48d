import {
  erasableFrom,
  isReadByHer,
  nextOf,
  ownActsAllowed,
  ownEventOf,
  type OwnStep,
  reopenUntil,
} from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import * as attachments from '../attachments.js';
import { type Handler, Reply, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import { standardCaseRules } from './standard-rules.js';
import { takeOwnStep, type TestCase } from './test-case.js';

/** Milliseconds. */
const tokenLife = 30 * 60_000;

const openOwnCase: Handler = ({ receipt }, { state, now }) => {
  const one = state.cases.all.find(({ number, submission }) => `${number}.${submission.receiptSecret}` === receipt);
  if (!one) throw new TestProblem('receipt-refused');
  const token = randomKey() + randomKey();
  const expires = now() + tokenLife;
  state.ownTokens.set(token, { case: one, expires });
  return { token, expiresAt: new Date(expires).toISOString() };
};

function ownOf({ caseToken }: CheckedRequest, { state, now }: Surroundings): TestCase {
  const opened = state.ownTokens.get(caseToken ?? '');
  if (!opened || opened.expires <= now() || !state.cases.all.includes(opened.case))
    throw new TestProblem('case-token-refused');
  return opened.case;
}

/** Files of a case that are for her: not those that came with what only staff reads. */
function filesOf(events: TestCase['events'], number: string, { attachments: all }: Surroundings['state']) {
  const hidden = new Set(
    events.flatMap(({ internal, by, kind, facts }) =>
      internal || !(by.kind === 'requester' || isReadByHer(kind)) ? (facts.attachments ?? []) : [],
    ),
  );
  return [...all.values()].filter((file) => file.request === number && !hidden.has(file.id));
}

/** A case as its requester sees it. */
function ownCaseOf(
  { facts, number, events }: TestCase,
  { state, now, world, nameOf }: Surroundings,
): Schemas['OwnCase'] {
  const moment = new Date(now());
  const rules = standardCaseRules;
  const until = reopenUntil(facts, rules.reopenDays);
  const erasable = erasableFrom(facts, rules.eraseAfterDays);
  const partner = (code: string) => rules.partners.find((one) => one.code === code)?.name['zh-CN'];
  const wire = (ids: readonly string[] = []) =>
    ids.flatMap((id) => {
      const file = state.attachments.get(id);
      return file ? [attachments.namedForm(file)] : [];
    });
  const timeline = events.flatMap(
    (event) =>
      ownEventOf({ ...event, by: event.by.kind, attachments: wire(event.facts.attachments) }, (code) =>
        /^\d/.test(code) ? nameOf(code) : partner(code),
      ) ?? [],
  );
  const files = filesOf(events, number, state);
  const categoryName = state.form.categories.find(({ code }) => code === facts.category)?.label;
  return {
    number,
    state: facts.state,
    category: facts.category,
    ...(categoryName && { categoryName }),
    grade: facts.grade,
    submittedAt: facts.submittedAt,
    home: facts.home,
    handledBy: world.federation(facts.owner)!,
    idleMinutes: rules.idleMinutes,
    next: nextOf(facts, moment, rules),
    timeline,
    attachments: files.map(attachments.namedForm),
    ...(facts.satisfied !== undefined && { satisfied: facts.satisfied }),
    ...(until && { reopenUntil: until.toISOString() }),
    ...(erasable && { erasableFrom: erasable.toISOString() }),
    may: ownActsAllowed(facts, moment, rules),
  };
}

const reply = (one: TestCase, surroundings: Surroundings) =>
  new Reply(ownCaseOf(one, surroundings), { etag: `"${one.facts.revision}"` });

/** One of her acts, where she may do it now. */
function act(make: (request: CheckedRequest, surroundings: Surroundings, one: TestCase) => OwnStep): Handler {
  return (request, surroundings) => {
    const one = ownOf(request, surroundings);
    const step = make(request, surroundings, one);
    try {
      takeOwnStep(one, step, new Date(surroundings.now()));
    } catch (error) {
      if (error instanceof RangeError) throw new TestProblem('step-refused');
      throw error;
    }
    surroundings.tell(one, step.kind);
    return reply(one, surroundings);
  };
}

const wordsOf = (words: string | undefined) => (words === undefined ? {} : { words });

/** What a receipt opens. */
export const ownCaseHandlers = {
  openOwnCase,
  readOwnCase: (request, surroundings) => reply(ownOf(request, surroundings), surroundings),
  sendOwnMessage: act(({ body, draft }, { state }, { number, facts }) => {
    const { words, attachments: ids = [] } = body as Schemas['OwnMessage'];
    for (const file of attachments.ofRequest(state, ids, draft)) file.request = number;
    return { kind: 'own-message', words, attachments: ids, uploadedTo: facts.home };
  }),
  rateOwnCase: act(({ body }) => {
    const { satisfied, words } = body as Schemas['OwnRating'];
    return { kind: satisfied ? 'own-satisfied' : 'own-dissatisfied', ...wordsOf(words) };
  }),
  withdrawOwnCase: act(({ body }) => ({
    kind: 'own-withdraw',
    ...wordsOf((body as Schemas['OwnWithdrawal']).words),
  })),
  answerOwnConsent: act(({ body }) => ({ kind: 'consent', given: (body as Schemas['OwnConsent']).given })),
  downloadOwnCaseAttachment: (request, surroundings) => {
    const { events, number } = ownOf(request, surroundings);
    const file = filesOf(events, number, surroundings.state).find(({ id }) => id === request.path.attachmentId);
    if (!file) throw new TestProblem('attachment-unknown');
    return file.bytes;
  },
  exportOwnCase: (request, surroundings) => {
    const one = ownOf(request, surroundings);
    const { narrative, asker, identity, safeContact, riskScreen, concernedPerson, childrenPresent } = one.submission;
    const { needs, exclusion, consents } = one.submission;
    return {
      exportedAt: new Date(surroundings.now()).toISOString(),
      case: ownCaseOf(one, surroundings),
      request: {
        ...(narrative !== undefined && { narrative }),
        asker,
        identity,
        safeContact,
        risk: riskScreen.answers,
        concernedPerson,
        childrenPresent,
        ...(needs && { needs }),
        ...(exclusion && { exclusion }),
        consents,
      },
    };
  },
  eraseOwnCase: (request, surroundings) => {
    const one = ownOf(request, surroundings);
    const { state, now } = surroundings;
    if (!ownActsAllowed(one.facts, new Date(now()), standardCaseRules).includes('erase'))
      throw new TestProblem('erasure-too-early');
    state.cases.all.splice(state.cases.all.indexOf(one), 1);
    state.cases.touch();
  },
  watchOwnCase: (request, surroundings) => {
    const one = ownOf(request, surroundings);
    const scope = (caseId: string, data: unknown) =>
      caseId === one.id ? { revision: (data as { revision: number }).revision } : undefined;
    return surroundings.state.streams.open(scope, request.headers['last-event-id'] as string | undefined);
  },
} satisfies { readonly [operation: string]: Handler };

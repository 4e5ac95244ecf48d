import type { OperationId } from '@fulian/contract/operations';
import type { CaseStep, OwnStep } from '@fulian/contract/rules/case';
import { canonicalChoice, findChoiceFaults } from '@fulian/contract/rules/council';
import { newPaper } from '../ballot-paper.js';
import type { Schemas } from '../operation-types.js';
import type { FetchAnswer, FetchInit, FetchLike, SignalLike } from '../wire.js';
import { type Fault, Faults, Gate, type TestRequest, type Which } from './faults.js';
import { testCaseId } from './cases/sample-cases.js';
import { takeOwnStep, takeStep, type TestCase } from './cases/test-case.js';
import { actorOf } from './cases/test-staff.js';
import type { TestBallot } from './councils/test-ballot.js';
import { TestStream } from './event-streams.js';
import type { Surroundings } from './handler.js';
import { problemOf, type Route, routeOf, serve, type WireRequest } from './service.js';
import { TestProblem } from './problems.js';
import { emptyState, type TestServerState, type WireAnswer } from './state.js';
import { TestWorld } from './world.js';

declare const setTimeout: (run: () => void, milliseconds: number) => unknown;

/** Settings of a test server. */
export interface TestServerOptions {
  /** Milliseconds before each answer, by `setTimeout`. Default 0: no timer is used at all. */
  readonly latency?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/** A service in memory: no network, no database, and every fault on demand. */
export interface TestServer {
  /** Give it to `createClient`; any base URL will do. */
  readonly fetch: FetchLike;
  /** Every request in the order it was made, those included that never arrived. */
  readonly requests: readonly TestRequest[];
  /** What it has stored. */
  readonly state: TestServerState;
  /** While true, every request breaks, and so does every stream when it becomes true. */
  isOffline: boolean;
  /** Milliseconds before each answer; a number for all operations, or by operation. */
  latency: number | Partial<Record<OperationId, number>>;
  /**
   * Makes the next `times` (default 1; `Infinity` for all) requests of an operation fail, or those that a function
   * chooses. The latest call counts first; the returned function takes it back.
   */
  fail(which: Which, fault: Fault | ((request: TestRequest) => Fault | undefined), times?: number): () => void;
  /** Holds requests of an operation in the middle of their work, until the gate lets them go. */
  hold(which: Which): Gate;
  /** Somebody else of staff takes a step, by her account; whoever listens is told. Throws where the rules do not allow it. */
  takeStep(caseId: string, account: string, step: CaseStep): void;
  /** The requester does something. */
  takeOwnStep(caseId: string, step: OwnStep): void;
  /** Closes and counts a ballot now, whatever its time and whoever has not voted. */
  closeBallot(ballotId: string): void;
  /** Somebody else votes: a member of the ballot's council by her id, who has no paper yet. Throws where the choice is none. */
  castVote(ballotId: string, memberId: string, choice: Schemas['ballot_Choice']): void;
  /** Breaks every stream, or ends it as the service does after an hour. */
  closeStreams(how?: 'broken' | 'ended'): void;
}

/**
 * Makes a service in memory from the contract's examples. It answers every operation, checks requests with the contract's
 * schemas and rules, keeps what is submitted, and treats idempotency keys as the real one does. For tests, stories, and
 * whoever builds a portal without a service at hand. It is no model of the service's secrets or speed.
 */
export function createTestServer(options: TestServerOptions = {}): TestServer {
  const { now = Date.now } = options;
  const world = new TestWorld();
  const faults = new Faults();
  const gates: Gate[] = [];
  const requests: TestRequest[] = [];
  const nameOf = (code: string) => world.federation(code)?.name ?? code;
  const state = emptyState(now, nameOf);
  let made = 0x1000000;
  const surroundings: Surroundings = {
    state,
    world,
    now,
    nameOf,
    newCaseId: (home) => home + testCaseId((made += 1)).slice(12),
    tell: ({ id, facts }, kind) => {
      state.cases.touch();
      state.streams.tell(id, { id, revision: facts.revision, kind });
    },
    note: (operation, caseId, step) =>
      void state.audit.push({
        seq: state.audit.length + 1,
        at: new Date(now()).toISOString(),
        actor: { kind: 'staff' },
        operation,
        ...(step && { step }),
        case: caseId,
        hash: String(state.audit.length + 1).padStart(64, '0'),
      }),
  };
  const caseWith = (id: string): TestCase => {
    const one = state.cases.all.find((each) => each.id === id);
    if (!one) throw new Error(`The test server has no case ${id}`);
    return one;
  };

  const ballotWith = (id: string): TestBallot => {
    for (const council of state.councils.all) {
      const ballot = council.ballot(id);
      if (ballot) return ballot;
    }
    throw new Error(`The test server has no ballot ${id}`);
  };

  const handle = async (request: WireRequest, route: Route | undefined, isHeld: boolean): Promise<WireAnswer> => {
    try {
      const arrive = async () => {
        for (const gate of gates) if (isHeld && (gate.which === '*' || gate.which === route?.id)) await gate.pass();
      };
      return await serve(request, route ?? routeOf(request), surroundings, arrive);
    } catch (thrown) {
      return problemOf(thrown, requestId());
    }
  };
  const requestId = () => `test-${requests.length}`;

  /** The whole way of one request: there, through whatever goes wrong, and back. */
  const travel = async (request: WireRequest, url: string): Promise<WireAnswer> => {
    const route = routeIfAny(request);
    const seen = {
      operation: route?.id,
      method: request.method,
      url,
      headers: request.headers,
      body: readable(request),
    };
    requests.push(seen);
    const { latency } = server;
    const wait = typeof latency === 'number' ? latency : ((route && latency[route.id]) ?? 0);
    if (wait > 0) await new Promise<void>((resolve) => void setTimeout(resolve, wait));
    const fault = server.isOffline ? 'drop-request' : faults.next(seen);
    if (fault === 'drop-request') throw new TypeError('Failed to fetch');
    if (fault === 'hang') return new Promise(() => undefined);
    if (typeof fault === 'object') return given(fault);
    if (fault === 'duplicate') await handle(request, route, false);
    else if (fault !== undefined && fault !== 'drop-response') return problemOf(new TestProblem(fault), requestId());
    const answer = await handle(request, route, true);
    if (fault === 'drop-response') throw new TypeError('Failed to fetch');
    return answer;
  };

  let isOffline = false;
  const server: TestServer = {
    requests,
    state,
    get isOffline() {
      return isOffline;
    },
    set isOffline(is) {
      isOffline = is;
      if (is) state.streams.close('broken');
    },
    latency: options.latency ?? 0,
    fail: (which, fault, times = 1) => faults.add(which, fault, times),
    hold(which) {
      const gate = new Gate(which);
      gates.push(gate);
      return gate;
    },
    takeStep(caseId, account, step) {
      const one = caseWith(caseId);
      const staff = state.staff.find(({ member }) => member.account === account);
      if (!staff) throw new Error(`Nobody has the account ${account}`);
      const worker = state.staff.find(({ member }) => member.id === step.worker)?.member;
      const given = worker && { id: worker.id, name: worker.name };
      takeStep(one, step, { actor: actorOf(staff), now: new Date(now()), nameOf, worker: given });
      surroundings.tell(one, step.kind);
    },
    takeOwnStep(caseId, step) {
      const one = caseWith(caseId);
      takeOwnStep(one, step, new Date(now()));
      surroundings.tell(one, step.kind);
    },
    closeBallot: (ballotId) => ballotWith(ballotId).close(),
    castVote(ballotId, memberId, choice) {
      const ballot = ballotWith(ballotId);
      if (findChoiceFaults(choice, ballot.draft.rules, ballot.options).length > 0)
        throw new RangeError('This choice does not fit the ballot');
      if (!ballot.isSecret) return void ballot.vote(memberId, choice);
      ballot.papers.set(memberId, '');
      ballot.box.set(newPaper(), canonicalChoice(choice, ballot.draft.rules));
    },
    closeStreams: (how = 'broken') => state.streams.close(how),
    fetch: async (url, init) => {
      const signal = init.signal as SignalLike | undefined;
      const answer = await untilAborted(travel(wireRequest(url, init), url), signal);
      const id = `test-${requests.length}`;
      return fetchAnswer(answer, id);
    },
  };
  return server;
}

function routeIfAny(request: WireRequest): Route | undefined {
  try {
    return routeOf(request);
  } catch {
    return undefined;
  }
}

function wireRequest(url: string, { method, headers, body }: FetchInit): WireRequest {
  const [path = '', search = ''] = url.replace(/^[a-z]+:\/\/[^/]*/, '').split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=');
    query[decodeURIComponent(name)] = decodeURIComponent(value);
  }
  const lower: Record<string, string> = {};
  for (const name of Object.keys(headers)) lower[name.toLowerCase()] = headers[name]!;
  // What comes before the contract's own paths is a mount point, like /api.
  const own = path.slice(Math.max(0, path.search(/\/(v1\/|healthz$|readyz$)/)));
  const bytes = body === undefined || typeof body === 'string' ? body : new Uint8Array(body);
  return { method, path: own, query, headers: lower, body: bytes };
}

function readable({ body }: WireRequest): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function given({ status, headers = {}, body }: Exclude<Fault, string>): WireAnswer {
  return {
    status,
    headers: { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** What the request does goes on; who asked no longer waits. */
function untilAborted<T>(work: Promise<T>, signal: SignalLike | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(Object.assign(new Error('This operation was aborted'), { name: 'AbortError' }));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const end = () => signal?.removeEventListener('abort', abort);
    work.then(resolve, reject).then(end, end);
  });
}

function fetchAnswer({ status, headers, body }: WireAnswer, requestId: string): FetchAnswer {
  const all: Record<string, string> = { 'fulian-request-id': requestId, ...headers };
  return {
    status,
    headers: { get: (name) => all[name.toLowerCase()] ?? null },
    json: async () => JSON.parse(typeof body === 'string' ? body : ''),
    arrayBuffer: async () => (body instanceof Uint8Array ? body.slice().buffer : new ArrayBuffer(0)),
    body: body instanceof TestStream ? body : null,
  };
}

import { operationDetails } from '@fulian/contract/operation-details';
import { ballotOperations } from '@fulian/contract/ballot-operations';
import { type OperationId, operations } from '@fulian/contract/operations';
import { requestSchemas } from '@fulian/contract/request-schemas';
import { findingsOf, type SchemaIssue } from '../findings.js';
import type { Operation } from '../request.js';
import type { Schemas } from '../operation-types.js';
import { mayCall, type TestStaff } from './cases/test-staff.js';
import type { TestMemberSession } from './councils/councils.js';
import { TestStream } from './event-streams.js';
import { Reply, type Surroundings } from './handler.js';
import { handlerOf } from './handlers.js';
import { problemAnswer, TestProblem } from './problems.js';
import type { CheckedRequest, KeptAnswer, WireAnswer } from './state.js';

/** A request as it arrives. */
export interface WireRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** The operation that a request is for, and the values in its path. */
export interface Route {
  readonly id: OperationId;
  readonly values: Readonly<Record<string, string>>;
}

const table: readonly (readonly [OperationId, Operation])[] = (Object.keys(operations) as OperationId[]).map((id) => [
  id,
  operations[id],
]);

/** Finds the operation. Throws `not-found` or `method-not-allowed`. */
export function routeOf({ method, path }: WireRequest): Route {
  let isKnown = false;
  for (const [id, operation] of table) {
    const values = valuesIn(operation.path, path);
    if (values && operation.method === method) return { id, values };
    isKnown ||= values !== undefined;
  }
  throw new TestProblem(isKnown ? 'method-not-allowed' : 'not-found');
}

function valuesIn(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, piece] of wanted.entries()) {
    if (piece.startsWith('{')) values[piece.slice(1, -1)] = decodeURIComponent(given[at]!);
    else if (piece !== given[at]) return undefined;
  }
  return values;
}

/**
 * Answers one request as the real service does: checks it against the contract, keeps to the idempotency rules, and
 * remembers what it stored. `arrive` is awaited in the middle: after the key is taken and before anything is stored.
 */
export async function serve(
  request: WireRequest,
  { id, values }: Route,
  surroundings: Surroundings,
  arrive: () => Promise<void>,
): Promise<WireAnswer> {
  const staff = staffOf(id, request, surroundings);
  const member = memberOf(id, values, request, surroundings);
  const checked = checkRequest(id, values, request, surroundings);
  const slot = keySlot(id, request, surroundings);
  // Codes that were handed out are not kept.
  if (slot.answer && id === 'inviteMembers') throw new TestProblem('invitation-printed');
  if (slot.answer) return { ...slot.answer, headers: { ...slot.answer.headers, 'idempotent-replayed': 'true' } };
  const { keys } = surroundings.state;
  if (slot.name !== undefined) keys.set(slot.name, slot.kept);
  try {
    await arrive();
    const answer = answerOf(
      id,
      handlerOf(id)(checked, { ...surroundings, ...(staff && { staff }), ...(member && { member }) }),
    );
    slot.kept.answer = answer;
    return answer;
  } catch (error) {
    // A key is bound to what was stored under it; a refused request has stored nothing.
    if (slot.name !== undefined) keys.delete(slot.name);
    throw error;
  }
}

interface Slot {
  /** Absent where the operation takes no key. */
  readonly name: string | undefined;
  readonly kept: KeptAnswer;
  readonly answer: WireAnswer | undefined;
}

function keySlot(id: OperationId, { headers, path, body }: WireRequest, { state }: Surroundings): Slot {
  if (!(operations[id] as Operation).keyed) return { name: undefined, kept: { body: '' }, answer: undefined };
  // A key stands for all that makes it this request, the draft included.
  const kept = { body: [path, headers['fulian-draft'], body].join(' ') };
  const key = headers['idempotency-key'];
  if (key === undefined) throw new TestProblem('idempotency-key-missing');
  const name = `${id} ${key}`;
  const earlier = state.keys.get(name);
  if (earlier && earlier.body !== kept.body) throw new TestProblem('idempotency-key-reused');
  if (earlier && !earlier.answer) throw new TestProblem('idempotency-key-running');
  return { name, kept, answer: earlier?.answer };
}

/** Who calls an operation for staff. */
function staffOf(id: OperationId, request: WireRequest, { state, now }: Surroundings): TestStaff | undefined {
  const schemes: readonly string[] = operationDetails[id].security;
  if (!schemes.includes('staff')) return undefined;
  const session = state.sessions.get(tokenIn(request) ?? '');
  if (!session || session.expires <= now() || session.staff.member.disabled) throw new TestProblem('staff-refused');
  if (!mayCall(session.staff, id)) throw new TestProblem('role-refused');
  return session.staff;
}

/** Who calls an operation for members; another council than hers is none that she knows. */
function memberOf(
  id: OperationId,
  { councilId }: Route['values'],
  { headers }: WireRequest,
  { state, now }: Surroundings,
): TestMemberSession | undefined {
  const schemes: readonly string[] = operationDetails[id].security;
  if (!schemes.includes('member')) return undefined;
  const session = state.councils.sessions.get(headers['fulian-member'] ?? '');
  // Who has left keeps her vote in what was open then.
  const isOnRoll = session?.member.leftAt === undefined || id in ballotOperations;
  if (!session || session.expires <= now() || !isOnRoll) throw new TestProblem('member-refused');
  if (councilId !== undefined && councilId !== session.council.id) throw new TestProblem('council-unknown');
  return session;
}

function tokenIn({ headers }: WireRequest): string | undefined {
  return /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
}

function checkRequest(
  id: OperationId,
  values: Route['values'],
  request: WireRequest,
  { state, now }: Surroundings,
): CheckedRequest {
  const { query, headers, body } = request;
  const operation: Operation = operations[id];
  const schemas: { readonly [place: string]: Schema | undefined } = requestSchemas[id];
  const findings: Schemas['Finding'][] = [];
  const parse = (place: string, value: unknown): unknown => {
    const result = schemas[place]!.safeParse(value, { reportInput: true });
    if (result.error) findings.push(...findingsOf(place, result.error.issues));
    return result.data;
  };
  const draft = headers['fulian-draft'];
  const receipt = headers['fulian-receipt'];
  const schemes: readonly string[] = operationDetails[id].security;
  const caseToken = headers['fulian-case'];
  const opened = state.ownTokens.get(caseToken ?? '');
  if (schemes.includes('case') && (!opened || opened.expires <= now())) throw new TestProblem('case-token-refused');
  if (schemes.includes('receipt') && !/^\d{12}\.\d{24}$/.test(receipt ?? '')) throw new TestProblem('receipt-missing');
  if (schemes.includes('draft') && !schemes.includes('none') && !/^[A-Za-z0-9_-]{22,}$/.test(draft ?? ''))
    throw new TestProblem('draft-missing');
  const checked = {
    path: parse('path', values) as Record<string, string>,
    query: parse('query', query) as Record<string, unknown>,
    headers: parse('header', headers) as Record<string, unknown>,
    body: operation.body ? parse('body', bodyOf(operation.body, headers, body)) : undefined,
    draft,
    receipt,
    caseToken,
    memberToken: headers['fulian-member'],
    token: tokenIn(request),
  };
  if (findings.length > 0) throw new TestProblem('invalid-request', { findings });
  return checked;
}

interface Schema {
  safeParse(
    value: unknown,
    options: { readonly reportInput: boolean },
  ): { readonly data?: unknown; readonly error?: { readonly issues: readonly SchemaIssue[] } | undefined };
}

const mediaTypes = { json: 'application/json', bytes: 'application/octet-stream' };
/** Bytes: a piece of a file, and as much for a JSON body. */
const maxBody = 1 << 20;

function bodyOf(kind: 'json' | 'bytes', headers: WireRequest['headers'], body: WireRequest['body']): unknown {
  if ((headers['content-type'] ?? '').split(';')[0] !== mediaTypes[kind])
    throw new TestProblem('media-type-unsupported');
  if (body === undefined || body.length === 0)
    throw new TestProblem('invalid-request', { findings: [{ where: 'body', code: 'missing' }] });
  if (body.length > maxBody) throw new TestProblem('body-too-large');
  if (kind === 'bytes') return body;
  try {
    return JSON.parse(body as string);
  } catch {
    throw new TestProblem('invalid-request', { findings: [{ where: 'body', code: 'malformed' }] });
  }
}

function answerOf(id: OperationId, result: unknown): WireAnswer {
  const status = operationDetails[id].success;
  if (result instanceof Reply) {
    const answer = answerOf(id, result.body);
    return { ...answer, headers: { ...answer.headers, ...result.headers } };
  }
  if (result === undefined) return { status, headers: {}, body: undefined };
  if (result instanceof TestStream) return { status, headers: { 'content-type': 'text/event-stream' }, body: result };
  if (result instanceof Uint8Array)
    return {
      status,
      headers: {
        'content-type': mediaTypes.bytes,
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
      },
      body: result,
    };
  return { status, headers: { 'content-type': mediaTypes.json }, body: JSON.stringify(result) };
}

/** What was thrown as a problem; a fault of the test server's own goes through. */
export function problemOf(thrown: unknown, requestId: string): WireAnswer {
  if (thrown instanceof TestProblem) return problemAnswer(thrown, requestId);
  throw thrown;
}

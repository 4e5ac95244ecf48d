/** What can be said of any answer by the contract alone, whatever was sent; and what a kind of request allows besides. */
import { complaintsOf, schemaOf, type Operation } from './document.js';

/** An answer, as `inject` or the wire gives it. */
export interface Answered {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, unknown>>;
  body: Buffer;
}

/** What must come of a request. */
export type Expected =
  /** A success, and nothing else. */
  | { outcome: 'accepted' }
  /** A success, or a problem of what is stored; never that the request breaks the contract, but for this code. */
  | { outcome: 'understood'; but?: string }
  /** One of these problems. */
  | { outcome: 'refused'; codes: readonly string[] }
  /** 405 with these methods in `Allow`. */
  | { outcome: 'method'; allowed: readonly string[] };

/** Problems that say that a request breaks the contract. */
const breaches = [
  'invalid-request',
  'media-type-unsupported',
  'body-too-large',
  'idempotency-key-missing',
  'receipt-missing',
  'draft-missing',
  'staff-refused',
  'not-found',
  'method-not-allowed',
];

/** Everything that is wrong with an answer; empty where nothing is. */
export function complaintsAboutAnswer(operation: Operation, answer: Answered, expected: Expected): string[] {
  const wrong: string[] = [];
  const claim = (holds: boolean, complaint: string) => void (holds || wrong.push(complaint));
  const type = String(answer.headers['content-type'] ?? '').split(';')[0]!;
  claim(answer.status < 500, `status ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
  claim(/^[0-9a-f]{32}$/.test(String(answer.headers['fulian-request-id'])), 'no request id');
  claim(answer.headers['x-content-type-options'] === 'nosniff', 'may be sniffed');
  const code = answer.status < 400 ? undefined : checkProblem(operation, answer, type, claim);
  if (code === undefined) checkSuccess(operation, answer, type, claim);
  switch (expected.outcome) {
    case 'accepted':
      claim(answer.status < 300, `refused with ${code}: ${answer.body.toString().slice(0, 300)}`);
      break;
    case 'understood':
      claim(
        !breaches.includes(code ?? '') || answer.status === 404 || code === expected.but,
        `misunderstood: ${code}: ${answer.body.toString().slice(0, 300)}`,
      );
      break;
    case 'refused':
      claim(code !== undefined, `accepted with ${answer.status}`);
      claim(code === undefined || expected.codes.includes(code), `${code} instead of ${expected.codes.join(' or ')}`);
      break;
    case 'method': {
      const named = String(answer.headers.allow ?? '').split(/, ?/);
      claim(code === 'method-not-allowed', `${code} instead of method-not-allowed`);
      for (const method of expected.allowed) claim(named.includes(method), `Allow does not name ${method}`);
      break;
    }
  }
  return wrong;
}

type Claim = (holds: boolean, complaint: string) => void;

function checkProblem(operation: Operation, { status, body }: Answered, type: string, claim: Claim): string {
  claim(type === 'application/problem+json', `a problem as ${type}`);
  const problem = parsed(body) as { status?: number; code?: string } | undefined;
  const complaints = complaintsOf(schemaOf('Problem'), problem);
  claim(complaints.length === 0, `no Problem: ${complaints.join(', ')}`);
  const code = String(problem?.code);
  claim(problem?.status === status, `says ${problem?.status} in a ${status}`);
  const outside = code === 'method-not-allowed' || code === 'not-found';
  claim(outside || operation.problems.includes(code), `${code} is not documented`);
  claim(outside || operation.answers.some((one) => one.status === status), `${status} is not documented`);
  return code;
}

function checkSuccess(operation: Operation, { status, headers, body }: Answered, type: string, claim: Claim): void {
  const documented = operation.answers.find((one) => one.status === status);
  claim(documented !== undefined, `${status} is not documented`);
  if (!documented) return;
  claim(type === (documented.content?.type ?? ''), `${type} instead of ${documented.content?.type ?? 'nothing'}`);
  if (!documented.content) claim(body.length === 0, 'a body where none is documented');
  if (documented.content?.type === 'application/json') {
    const complaints = complaintsOf(documented.content.schema, parsed(body));
    claim(complaints.length === 0, `not the schema: ${complaints.join(', ')}`);
  }
  for (const [name, schema] of Object.entries(documented.headers)) {
    const told = headers[name.toLowerCase()];
    // Stands on a repetition only.
    if (told === undefined && name === 'Idempotent-Replayed') continue;
    claim(complaintsOf(schema, told).length === 0, `header ${name}: ${String(told)}`);
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

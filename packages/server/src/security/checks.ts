import type { operationDetails } from '@fulian/contract/operation-details';
import type { OperationId } from '@fulian/contract/operations';
import type { FastifyRequest } from 'fastify';
import { ProblemError, type ProblemCode } from '../problem.js';

/** A receipt as it was sent; whether it is right is found out by `Receipts`. */
export interface GivenReceipt {
  /** 12 digits. */
  readonly number: string;
  /** 24 digits. */
  readonly secret: string;
}

/** What each security scheme of the contract makes of a request; undefined where it is missing or malformed. */
export const securityChecks = {
  receipt: (request: FastifyRequest): GivenReceipt | undefined => {
    const [, number, secret] = /^(\d{12})\.(\d{24})$/.exec(headerOf(request, 'fulian-receipt')) ?? [];
    return number === undefined || secret === undefined ? undefined : { number, secret };
  },
  draft: (request: FastifyRequest): string | undefined =>
    /^[A-Za-z0-9_-]{22,128}$/.exec(headerOf(request, 'fulian-draft'))?.[0],
  /** A token as it was sent; which case it opens is found out by `CaseTokens`. */
  case: (request: FastifyRequest): string | undefined =>
    /^[A-Za-z0-9_-]{40,400}$/.exec(headerOf(request, 'fulian-case'))?.[0],
  /** A token as it was sent; whose it is is found out by `Staff`. */
  staff: (request: FastifyRequest): string | undefined =>
    /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(headerOf(request, 'authorization'))?.[1],
  /** A token as it was sent; whose it is is found out by `Members`. */
  member: (request: FastifyRequest): string | undefined =>
    /^[A-Za-z0-9_-]{43}$/.exec(headerOf(request, 'fulian-member'))?.[0],
};

type Schemes<Op extends OperationId> = (typeof operationDetails)[Op]['security'][number];
type Given<Op extends OperationId, Scheme extends string, Value> =
  Scheme extends Schemes<Op> ? ('none' extends Schemes<Op> ? Value | undefined : Value) : undefined;

/** What an operation's caller has shown; the contract says which of them must be there. */
export interface Credentials<Op extends OperationId> {
  readonly receipt: Given<Op, 'receipt', GivenReceipt>;
  readonly draft: Given<Op, 'draft', string>;
  readonly case: Given<Op, 'case', string>;
  readonly staff: Given<Op, 'staff', string>;
  readonly member: Given<Op, 'member', string>;
}

/** One check a scheme. */
export type SecurityChecks = Readonly<Record<string, (request: FastifyRequest) => unknown>>;

const problemsWithout: Readonly<Record<string, ProblemCode>> = {
  receipt: 'receipt-missing',
  draft: 'draft-missing',
  case: 'case-token-refused',
  staff: 'staff-refused',
  member: 'member-refused',
};

/** Runs the checks of an operation's schemes. Throws the problem of what is missing. */
export function credentialsOf(schemes: readonly string[], request: FastifyRequest, checks: SecurityChecks): object {
  const credentials: Record<string, unknown> = {};
  for (const scheme of schemes) {
    if (scheme === 'none') continue;
    const value = checks[scheme]?.(request);
    if (value !== undefined) credentials[scheme] = value;
    else if (!schemes.includes('none')) throw new ProblemError(problemsWithout[scheme] ?? 'internal');
  }
  return credentials;
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

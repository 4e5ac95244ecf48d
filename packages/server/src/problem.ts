import { problemKinds } from '@fulian/contract/operation-details';
import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];
/** The stable code of a wire error. */
export type ProblemCode = keyof typeof problemKinds;

/** What a problem may carry besides its code. */
export interface ProblemParts {
  findings?: readonly Schemas['Finding'][];
  /** Seconds, for `Retry-After`. */
  retryAfter?: number;
  /** With `offset-mismatch`. */
  offset?: number;
  /** With `method-not-allowed`: the methods that exist. */
  allow?: string;
  /** What went wrong underneath; for the log, never for the wire. */
  cause?: unknown;
}

/** Thrown where a request ends in a problem of the contract. Carries nothing that was sent (S3). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly parts: ProblemParts;

  constructor(
    readonly code: ProblemCode,
    parts: ProblemParts = {},
  ) {
    super(problemKinds[code].title, 'cause' in parts ? { cause: parts.cause } : undefined);
    this.parts = parts;
  }
}

/** A request that does not keep to the contract in one place; `where` as in the contract's `Finding`. */
export function invalidRequest(where: string, code: string): ProblemError {
  return new ProblemError('invalid-request', { findings: [{ where, code }] });
}

/** The wire form of a problem (RFC 9457), the same for every operation. */
export function problemBody(error: ProblemError, requestId: string): Schemas['Problem'] {
  const { status, title, remedy } = problemKinds[error.code];
  const { findings, retryAfter, offset } = error.parts;
  return {
    type: `/v1/problems/${error.code}`,
    title,
    status,
    code: error.code,
    detail: remedy,
    requestId,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(offset !== undefined && { offset }),
    ...(findings && { findings: findings.slice(0, 100) }),
  };
}

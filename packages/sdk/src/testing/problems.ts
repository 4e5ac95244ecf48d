import { problemKinds } from '@fulian/contract/operation-details';
import type { Schemas } from '../operation-types.js';
import type { WireAnswer } from './state.js';

/** Thrown by the test server's handlers; becomes a problem on the wire. */
export class TestProblem extends Error {
  constructor(
    readonly code: Schemas['ProblemCode'],
    readonly extras: Partial<Schemas['Problem']> = {},
  ) {
    super(code);
  }
}

/** A problem as it goes over the wire. */
export function problemAnswer({ code, extras }: TestProblem, requestId: string): WireAnswer {
  const { status, title, remedy } = problemKinds[code];
  const retryAfter =
    extras.retryAfter ?? ([429, 503].includes(status) || code === 'idempotency-key-running' ? 1 : undefined);
  const problem: Schemas['Problem'] = {
    type: `/v1/problems/${code}`,
    title,
    status,
    code,
    detail: remedy,
    requestId,
    ...extras,
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify(problem),
  };
}

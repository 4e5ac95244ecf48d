import type { OperationId } from '@fulian/contract/operations';
import { AbortedError } from './errors/aborted-error.js';
import { ContractError } from './errors/contract-error.js';
import { NetworkError } from './errors/network-error.js';
import { passes, type Problem, ProblemError } from './errors/problem-error.js';
import { TimeoutError } from './errors/timeout-error.js';
import type { Operation } from './request.js';
import { retryAfterSeconds } from './retry.js';
import type { FetchAnswer, FetchInit, FetchLike, PlatformSignal, SignalLike } from './wire.js';

interface Controller {
  readonly signal: PlatformSignal;
  abort(): void;
}
declare const AbortController: new () => Controller;
declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/**
 * Looks whether an answer keeps to the contract; throws what it finds, as a `ContractError`. `answer` is the parsed body,
 * a problem where `status` is 400 or above.
 */
export type AnswerCheck = (operation: OperationId, call: string, status: number, answer: unknown) => void;

/** One call as all its tries see it. */
export interface Exchange {
  readonly id: OperationId;
  readonly operation: Operation;
  /** The operation's id, method and path template, for messages. */
  readonly call: string;
  readonly url: string;
  readonly init: Omit<FetchInit, 'signal'> & { signal?: PlatformSignal };
  fetch: FetchLike;
  readonly check: AnswerCheck | undefined;
}

/** Waits; ends early with an `AbortedError`. */
export function pause(call: string, milliseconds: number, signal: SignalLike | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new AbortedError(call));
    };
    const timer = setTimeout(() => {
      if (signal) signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal) signal.addEventListener('abort', abort);
  });
}

/**
 * The controller of a call that was read to its end, for the next call: making one costs as much as everything else that a
 * call does beside its `fetch`. For eight calls and not for ever, because what a `fetch` has hung on a signal may stay there.
 */
let spare: Controller | undefined;
let uses = 0;

/**
 * One try. The time limit and the caller's signal end it even where a `fetch` of the host's own takes no notice of them.
 * Rejects with a `FulianError` and nothing else.
 */
export function tryOnce(exchange: Exchange, timeout: number, signal: SignalLike | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const controller = spare ?? new AbortController();
    spare = undefined;
    exchange.init.signal = controller.signal;
    const end = () => {
      clearTimeout(timer);
      if (signal) signal.removeEventListener('abort', abort);
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const abort = () => {
      fail(new AbortedError(exchange.call));
      controller.abort();
    };
    const timer = setTimeout(() => {
      fail(new TimeoutError(exchange.call, timeout));
      controller.abort();
    }, timeout);
    if (signal) signal.addEventListener('abort', abort);
    answerOf(exchange).then((answer) => {
      end();
      uses = (uses + 1) % 8;
      // Aborted after its answer was here, and before this ran: the next request would end before it begins.
      if (uses > 0 && answer !== undefined && !controller.signal.aborted) spare = controller;
      resolve(answer);
    }, fail);
  });
}

async function answerOf({ id, operation, call, url, init, fetch, check }: Exchange): Promise<unknown> {
  let status = 0;
  let response: FetchAnswer | undefined;
  let answer: unknown;
  try {
    response = await fetch(url, init as FetchInit);
    status = response.status;
    if (status < 300 && operation.answer) {
      return operation.answer === 'bytes' ? await response.arrayBuffer() : undefined;
    }
    answer = await response.json();
  } catch (cause) {
    // Readable, but not JSON: a gateway's page with an error status, or something that is not our service at all.
    if (response && cause && (cause as Error).name === 'SyntaxError') throw unreadable(call, response, cause);
    throw new NetworkError(call, { cause });
  }
  if (status >= 400) {
    if (!isProblem(answer)) throw unreadable(call, response);
    if (check) check(id, call, status, answer);
    throw new ProblemError(call, { ...answer, status }, factsOf(response, answer));
  }
  if (check) check(id, call, status, answer);
  return answer;
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && typeof (answer as Problem).code === 'string';
}

function factsOf({ headers }: FetchAnswer, problem?: Problem) {
  return {
    requestId: headers.get('Fulian-Request-Id') ?? problem?.requestId,
    // The header is out of reach on another origin that does not expose it; the problem repeats it.
    retryAfter: retryAfterSeconds(headers.get('Retry-After')) ?? problem?.retryAfter,
  };
}

function unreadable(call: string, response: FetchAnswer, cause?: unknown): Error {
  const { status } = response;
  const facts = { ...factsOf(response), cause };
  return passes(status)
    ? new NetworkError(call, facts, `a gateway answered ${status}`)
    : new ContractError(call, `status ${status} is not an answer of the service; check the base URL`, [], facts);
}

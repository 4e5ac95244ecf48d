/** What an error tells besides its message. */
export interface ErrorFacts {
  /** Seconds after which the service asks to be tried again. */
  readonly retryAfter?: number | undefined;
  /** Names the request in the service's log. */
  readonly requestId?: string | undefined;
  /** What was thrown underneath. Kept without its words, see `FulianError`. */
  readonly cause?: unknown;
}

const brand = Symbol.for('fulian.error');

/**
 * What every call of the SDK may reject with. `isFulianError` recognises one also where a page holds two copies of the
 * SDK; `instanceof` does not.
 *
 * Carries no word of what was sent or answered: the message names the operation, its method and its path template, and
 * `cause` keeps only the kinds and system codes of what was thrown underneath, because the words of foreign errors quote
 * headers, addresses and bodies (S3).
 */
export abstract class FulianError extends Error {
  /** Stable: a problem's code, or `network`, `timeout`, `aborted`, `contract`. */
  declare readonly code: string;
  /** Whether the same call may succeed later. */
  declare readonly retryable: boolean;
  /** Names the request in the service's log. */
  declare readonly requestId: string | undefined;
  /** Seconds after which the service asks to be tried again. */
  declare readonly retryAfter: number | undefined;
  /** Kinds and system codes of what was thrown underneath. */
  declare readonly cause: unknown;

  constructor(name: string, message: string, code: string, retryable: boolean, facts: ErrorFacts = {}) {
    super(message);
    hide(this, brand, true);
    hide(this, 'name', name);
    hide(this, 'cause', withoutWords(facts.cause, 4));
    hide(this, 'retryAfter', facts.retryAfter);
    this.code = code;
    this.retryable = retryable;
    this.requestId = facts.requestId;
  }

  /** What may be logged. */
  toJSON(): Record<string, unknown> {
    const { name, code, message, retryable, requestId } = this;
    return { name, code, message, retryable, requestId };
  }
}

/** Whether something thrown is an error of this SDK, from whichever copy of it. */
export function isFulianError(value: unknown): value is FulianError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** Whether something thrown is the error of this name; the guards of the single classes build on it. */
export function isNamed(value: unknown, name: string): value is FulianError {
  return isFulianError(value) && value.name === name;
}

/** Sets a property that neither JSON nor an inspector prints. */
export function hide(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true });
}

/** The kinds and system codes (`ECONNRESET`) of an error and its causes, as errors without a message and a stack. */
function withoutWords(cause: unknown, depth: number): Error | undefined {
  if (typeof cause !== 'object' || cause === null || depth === 0) return undefined;
  if (isFulianError(cause)) return cause;
  const { name, code, cause: inner } = cause as { name?: unknown; code?: unknown; cause?: unknown };
  // Not made by `new`, which would note a stack that tells of this place only.
  const kind = Object.create(Error.prototype) as Error;
  hide(kind, 'name', /^[A-Z][A-Za-z]{0,40}Error$/.test(String(name)) ? name : 'Error');
  if (/^[A-Z][A-Z0-9_]{2,40}$/.test(String(code))) Object.assign(kind, { code });
  const deeper = withoutWords(inner, depth - 1);
  if (deeper) hide(kind, 'cause', deeper);
  return kind;
}

import { ContractError } from './errors/contract-error.js';
import { toJson } from './json.js';
import { randomKey } from './random.js';
import type { Receipt } from './operation-types.js';
import type { FetchInit } from './wire.js';

/** One row of the contract's operation table. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly body?: 'json' | 'bytes';
  readonly keyed?: boolean;
  /** Default: JSON. */
  readonly answer?: 'bytes' | 'none' | 'stream';
}

/** What any operation takes; `Input` says which of it an operation really takes. */
export interface AnyInput {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string | number | undefined>;
  readonly headers?: Record<string, string | number>;
  readonly body?: unknown;
  readonly draft?: string;
  readonly receipt?: Receipt;
  readonly idempotencyKey?: string;
}

/** Cuts `/v1/federations/{code}/children` into text and parameter names by turns. */
export function cutPath(template: string): string[] {
  return template.split(/[{}]/);
}

/**
 * The address of a call. Throws a `ContractError` where a part of the path is missing or would be taken for a step up
 * (`..`), which no address of the service contains.
 */
export function addressOf(call: string, base: string, pieces: readonly string[], input: AnyInput): string {
  let url = base + pieces[0];
  for (let turn = 1; turn < pieces.length; turn += 2) {
    const value = input.path?.[pieces[turn]!];
    if (value === undefined || /^\.{0,2}$/.test(value))
      throw new ContractError(call, `the path parameter '${pieces[turn]}' is missing`);
    url += encodeURIComponent(value) + pieces[turn + 1];
  }
  if (input.query) {
    let mark = '?';
    for (const name of Object.keys(input.query)) {
      const value = input.query[name];
      if (value === undefined) continue;
      url += `${mark}${name}=${encodeURIComponent(String(value))}`;
      mark = '&';
    }
  }
  return url;
}

/** Everything of a call but its address and its signal. Made once: each try sends the same key and the same bytes. */
export function initOf(operation: Operation, input: AnyInput): Omit<FetchInit, 'signal'> {
  const headers: Record<string, string> = {};
  const init: Omit<FetchInit, 'signal'> = {
    method: operation.method,
    headers,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
  if (input.headers) for (const name of Object.keys(input.headers)) headers[name] = String(input.headers[name]);
  if (operation.body) {
    init.body = operation.body === 'json' ? toJson(input.body) : (input.body as ArrayBuffer);
    headers['Content-Type'] = operation.body === 'json' ? 'application/json' : 'application/octet-stream';
  }
  if (operation.keyed) headers['Idempotency-Key'] = input.idempotencyKey ?? randomKey();
  if (input.draft !== undefined) headers['Fulian-Draft'] = input.draft;
  if (input.receipt) headers['Fulian-Receipt'] = `${input.receipt.number}.${input.receipt.secret}`;
  if (input.draft !== undefined || input.receipt) init.cache = 'no-store';
  return init;
}

import type { operationDetails } from '@fulian/contract/operation-details';
import type { OperationId, operations as wire, PublicOperationId } from '@fulian/contract/operations';
import type { components, operations } from '@fulian/contract/types';
import type { HeadersLike, SignalLike } from './wire.js';

/** The types of the contract's schemas by name, for whoever uses the SDK. */
export type Schemas = components['schemas'];

/** A case number and its secret, as they stand on a receipt. A credential: only ever sent in a header. */
export interface Receipt {
  /** 12 digits. */
  readonly number: string;
  /** 24 digits. */
  readonly secret: string;
}

/** Settings of one call. */
export interface CallOptions {
  /** Ends the call with an `AbortedError`. */
  readonly signal?: SignalLike | undefined;
  /** Milliseconds for each try. Default: the client's. */
  readonly timeout?: number | undefined;
  /** Of the staff client: called with the headers of a success, before its body is read: an `ETag` is there and nowhere else. */
  readonly onHeaders?: ((headers: HeadersLike) => void) | undefined;
}

/** What accepts being left out altogether. */
type Nothing = { readonly [Key in never]: never };
type Flat<T> = { [Key in keyof T]: T[Key] };
type Parameters<Id extends OperationId> = operations[Id]['parameters'];
type OptionalIfEmpty<Key extends string, T> = Nothing extends T ? { [K in Key]?: T } : { [K in Key]: T };
type PathOf<Id extends OperationId> = Parameters<Id> extends { path: infer T } ? { path: T } : unknown;
type QueryOf<Id extends OperationId> =
  Exclude<Parameters<Id>['query'], undefined> extends infer T
    ? [T] extends [never]
      ? unknown
      : OptionalIfEmpty<'query', T>
    : never;
type HeadersOf<Id extends OperationId> =
  Exclude<Parameters<Id>['header'], undefined> extends infer T
    ? [T] extends [never]
      ? unknown
      : [Exclude<keyof T, 'Idempotency-Key'>] extends [never]
        ? unknown
        : 'If-Match' extends keyof T
          ? { headers: Flat<Omit<T, 'Idempotency-Key'>> }
          : OptionalIfEmpty<'headers', Flat<Omit<T, 'Idempotency-Key'>>>
    : never;
type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer T } };
}
  ? { body: T }
  : operations[Id] extends { requestBody: { content: { 'application/octet-stream': unknown } } }
    ? { body: ArrayBuffer }
    : unknown;
type KeyOf<Id extends OperationId> = (typeof wire)[Id] extends { keyed: true }
  ? {
      /** The same for every try of the same request. Default: a new random one for each call. */
      idempotencyKey?: string;
    }
  : unknown;
type Security<Id extends OperationId> = (typeof operationDetails)[Id]['security'][number];
type CredentialsOf<Id extends OperationId> =
  'receipt' extends Security<Id>
    ? { receipt: Receipt }
    : 'draft' extends Security<Id>
      ? 'none' extends Security<Id>
        ? { draft?: string }
        : { draft: string }
      : unknown;

type Parts<Id extends OperationId> = PathOf<Id> &
  QueryOf<Id> &
  HeadersOf<Id> &
  BodyOf<Id> &
  KeyOf<Id> &
  CredentialsOf<Id>;

/** What an operation takes: `path`, `query`, `body`, `headers`, its credential and its key, as far as it has them. */
export type Input<Id extends OperationId> =
  unknown extends Parts<Id> ? { readonly [name: string]: never } : Flat<Parts<Id>>;

type Success<T> = T extends { 200: infer R }
  ? R
  : T extends { 201: infer R }
    ? R
    : T extends { 204: infer R }
      ? R
      : never;

/** What an operation answers with success: a shape of the contract, the bytes of a file, or nothing. */
export type Answer<Id extends OperationId> =
  Success<operations[Id]['responses']> extends { content: infer Content }
    ? Content extends { 'application/json': infer T }
      ? T
      : ArrayBuffer
    : undefined;

/** One event of a stream. */
export interface StreamEvent {
  /**
   * Which; by the contract of each stream. `open` comes first and after each break: the connection stands, and what happened
   * before the first id was seen is not told.
   */
  readonly event: string;
  /** For the next connection to go on after it. */
  readonly id?: string;
  /** Mostly JSON. */
  readonly data: string;
}

/** The operations that answer as things happen. */
export type StreamOperation = {
  [Id in OperationId]: (typeof wire)[Id] extends { answer: 'stream' } ? Id : never;
}[OperationId];

/** Settings of a stream. */
export interface StreamOptions {
  /** Ends the stream; the iteration is over then, without an error. */
  readonly signal?: SignalLike | undefined;
}

/**
 * One operation as a method. Rejects with a `FulianError` and nothing else. A stream is iterated over: it connects anew by
 * itself, and throws a `FulianError` when it was refused or broke several times in a row.
 */
export type Method<Id extends OperationId> = Id extends StreamOperation
  ? (input?: Input<Id>, options?: StreamOptions) => AsyncIterableIterator<StreamEvent>
  : Nothing extends Input<Id>
    ? (input?: Input<Id>, options?: CallOptions) => Promise<Answer<Id>>
    : (input: Input<Id>, options?: CallOptions) => Promise<Answer<Id>>;

type HasCursor<Query> = [Query] extends [never] ? false : 'cursor' extends keyof Query ? true : false;

/** The operations that answer page by page, by default those that everybody may call. */
export type ListOperation<Among extends OperationId = PublicOperationId> = {
  [Id in Among]: HasCursor<Exclude<Parameters<Id>['query'], undefined>> extends true ? Id : never;
}[Among];

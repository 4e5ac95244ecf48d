/** The SDK's core: a typed client of the service and what it throws. */
export { createClient, type Client, type ClientOptions, type Methods } from './client.js';
export type { Answer, CallOptions, Input, ListOperation, Method, Receipt, Schemas } from './operation-types.js';
export type { OperationId, PublicOperationId } from '@fulian/contract/operations';
export type { AnswerCheck } from './exchange.js';
export type { RetrySettings } from './retry.js';
export type { FetchAnswer, FetchInit, FetchLike, HeadersLike, SignalLike } from './wire.js';
export type { Store } from './store.js';
export * from './errors.js';

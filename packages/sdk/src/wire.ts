/**
 * The little that the SDK needs of a platform's `fetch`, declared here because it is written without a DOM: it runs in
 * browsers, in Node and in workers, and portals bring their own.
 */

/** What the SDK asks of a caller's abort signal; every `AbortSignal` has it. */
export interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The platform's `AbortSignal` where the program that uses the SDK knows one. */
export type PlatformSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : SignalLike;

/** How the SDK calls `fetch`. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string | ArrayBuffer;
  signal: PlatformSignal;
  /** No cookies, ever. */
  credentials: 'omit';
  /** The service redirects nothing; what does must not see a request. */
  redirect: 'error';
  /** The address of the host's page is none of the service's business. */
  referrerPolicy: 'no-referrer';
  /** Where a receipt, a draft or a staff token travels, nothing may stay in the browser's cache (S2). */
  cache?: 'no-store';
}

/** What the SDK reads of an answer's headers. */
export interface HeadersLike {
  get(name: string): string | null;
}

/** What the SDK reads of an answer; every `Response` has it. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: HeadersLike;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** What arrives piece by piece; only read where an operation answers a stream. */
  readonly body?: BodyLike | null | undefined;
}

/** The little that is read of a `ReadableStream`. */
export interface BodyLike {
  getReader(): ReaderLike;
}

/** Reads pieces in turn. */
export interface ReaderLike {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  /** Ends the connection. */
  cancel(): Promise<unknown>;
}

/** A `fetch`: the platform's, or one of your own. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchAnswer>;

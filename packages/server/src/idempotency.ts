import type { FederationKeys } from './keys/federation-keys.js';
import { macOf } from './keys/keyring.js';
import { open, seal } from './keys/seal.js';
import { ProblemError } from './problem.js';
import type { Clock } from './clock.js';
import type { Database } from './database/database.js';

/** Hours for which an answer is given again. */
export const keptHours = 72;

/** A key with the request that it stands for, as the database knows them: MACs only, nothing in plain. */
export interface IdempotentRequest {
  readonly federation: string;
  readonly keyMac: Buffer;
  readonly bodyMac: Buffer;
  /** Of the advisory lock that says that a request with this key is running. */
  readonly lock: string;
  /** Answers from before are not given again. */
  readonly freshSince: Date;
}

/** What the database says of a key. */
export interface KeyOutcome {
  readonly outcome: string;
  readonly answer: Buffer | null;
}

/** Seconds after which somebody asks again whose first request is still running. */
const runningSeconds = 1;

/** The rules of `Idempotency-Key`: 409 while it runs, 422 for another body, the same answer again for 72 hours. */
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly macKey: Uint8Array,
    private readonly federationKeys: FederationKeys,
    private readonly clock: Clock,
  ) {}

  /** What identifies a request: its operation, federation, key, and everything that makes it this request. */
  request(operation: string, federation: string, key: string, body: readonly unknown[]): IdempotentRequest {
    const keyMac = macOf(this.macKey, 'key', operation, federation, key);
    return {
      federation,
      keyMac,
      bodyMac: macOf(this.macKey, 'body', operation, federation, ...body.map(canonicalJson)),
      lock: keyMac.readBigInt64BE(0).toString(),
      freshSince: new Date(this.clock.now().getTime() - keptHours * 3_600_000),
    };
  }

  /** Seals an answer to be kept beside the key. */
  async sealAnswer(request: IdempotentRequest, text: string): Promise<Buffer> {
    return seal(await this.federationKeys.of(request.federation), placeOf(request), text);
  }

  /**
   * The kept answer's text where a key was used before with the same body; undefined where it is new. Throws
   * `idempotency-key-running` and `idempotency-key-reused`.
   */
  async resolve(request: IdempotentRequest, { outcome, answer }: KeyOutcome): Promise<string | undefined> {
    if (outcome === 'running') throw new ProblemError('idempotency-key-running', { retryAfter: runningSeconds });
    if (outcome === 'reused') throw new ProblemError('idempotency-key-reused');
    if (outcome !== 'replay' || answer === null) return undefined;
    return open(await this.federationKeys.of(request.federation), placeOf(request), answer).toString('utf8');
  }

  /**
   * Looks a key up without using it: before a request is refused for what has changed since it was first sent (a
   * category that was switched off, a file that is bound by now), because what is stored must be answered again.
   */
  async find(request: IdempotentRequest): Promise<string | undefined> {
    const { federation, keyMac, bodyMac, freshSince } = request;
    const row = await this.database.scoped({ scope: 'visitor', federation }, (db) =>
      db
        .selectFrom('idempotency_keys')
        .select(['body_mac', 'answer'])
        .where('federation', '=', federation)
        .where('key_mac', '=', keyMac)
        .where('created_at', '>', freshSince)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    return this.resolve(request, { outcome: row.body_mac.equals(bodyMac) ? 'replay' : 'reused', answer: row.answer });
  }
}

function placeOf(request: IdempotentRequest): string[] {
  return ['idempotency_keys', 'answer', request.federation, request.keyMac.toString('base64url')];
}

/** JSON with the keys of every object in order, so that two spellings of one body are the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? 'null';
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort()) ordered[name] = inOrder(fields[name]);
  return ordered;
}

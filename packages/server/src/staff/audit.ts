import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { DatabaseFailure, DatabaseUnavailable } from '../database/failure.js';
import { emptyHead, link, type AuditFacts, type AuditHead } from './audit-chain.js';

/** Raised by `append_audit` where somebody else's entry came sooner. */
const grown = 'FL423';
const mostAttempts = 25;
/** Milliseconds that an entry waits for those before it, where all is well and there are only many of them. */
const patienceMs = 15_000;
/** The same behind one for which the database was not there. */
const unluckyMs = 1_000;
/** Entries of reads that are written together. */
const together = 64;
const rememberedHeads = 5_000;

interface Turn {
  readonly facts: readonly AuditFacts[];
  /** Absent for entries that stand by themselves, which can be written together. */
  readonly work?: (audit: string) => Promise<unknown>;
  readonly since: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes the audit log (S7). Each federation has a chain: every entry's hash is an HMAC over it and the hash before, under
 * a key that never reaches the database. Entries of one federation are written one after the other; those of reads that
 * wait for each other go together. Another process may be sooner: then it is done again after its entry.
 */
export class AuditLog {
  readonly #queues = new Map<string, Turn[]>();
  readonly #heads: BoundedCache<AuditHead>;

  constructor(
    private readonly database: Database,
    private readonly key: Uint8Array,
    private readonly clock: Clock,
  ) {
    this.#heads = new BoundedCache(clock, rememberedHeads, 3_600_000);
  }

  /** Writes entries of a read; resolves once they are durable. Answer only then. Rejects with a `DatabaseFailure`. */
  async add(federation: string, ...facts: readonly AuditFacts[]): Promise<void> {
    await this.#enqueue(federation, facts);
  }

  /**
   * Runs a change that writes its own entries: `work` hands `audit` to a function of the database, which calls
   * `append_audit` with it as its last step. Where somebody else's entry came sooner (SQLSTATE FL423, which `work` must let
   * through) nothing was changed, and `work` is called again with new entries. Where `work` changes nothing it need not
   * write them.
   */
  async write<T>(
    federation: string,
    facts: AuditFacts | readonly AuditFacts[],
    work: (audit: string) => Promise<T>,
  ): Promise<T> {
    return (await this.#enqueue(federation, [facts].flat(), work)) as T;
  }

  #enqueue(
    federation: string,
    facts: readonly AuditFacts[],
    work?: (audit: string) => Promise<unknown>,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const turn: Turn = { facts, since: performance.now(), resolve, reject, ...(work && { work }) };
      const queue = this.#queues.get(federation);
      if (queue) queue.push(turn);
      else {
        const fresh = [turn];
        this.#queues.set(federation, fresh);
        void this.#run(federation, fresh);
      }
    });
  }

  async #run(federation: string, queue: Turn[]): Promise<void> {
    for (let patience = patienceMs; queue.length > 0;) {
      const group = takeGroup(queue);
      // A database that hangs answers those that it has by its time-out; those behind them do not wait for that, too.
      if (performance.now() - group[0]!.since > patience) {
        for (const turn of group) turn.reject(new DatabaseUnavailable('waited'));
        continue;
      }
      patience = patienceMs;
      try {
        const facts = group.flatMap((turn) => turn.facts);
        const result = await this.#append(federation, facts, group[0]!.work ?? ((audit) => this.#insert(audit)));
        for (const turn of group) turn.resolve(result);
      } catch (error) {
        if (error instanceof DatabaseUnavailable) patience = unluckyMs;
        for (const turn of group) turn.reject(error);
      }
    }
    this.#queues.delete(federation);
  }

  async #append(
    federation: string,
    facts: readonly AuditFacts[],
    work: (audit: string) => Promise<unknown>,
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const head = this.#heads.get(federation) ?? (await this.#readHead(federation));
      const { text, next } = link(this.key, federation, head, this.clock.now(), facts);
      try {
        const result = await work(text);
        // Where nothing was written after all, the next entry finds out.
        this.#heads.set(federation, next);
        return result;
      } catch (error) {
        this.#heads.delete(federation);
        if (!(error instanceof DatabaseFailure && error.sqlState === grown)) throw error;
        if (attempt === mostAttempts) throw new DatabaseUnavailable(grown);
        // The first time it is usually a head that was remembered too long; then there are several who write.
        if (attempt > 1) await sleep(Math.random() * 5 * attempt);
      }
    }
  }

  async #insert(audit: string): Promise<void> {
    await this.database.call('append-audit', 'select append_audit($1::jsonb)', [audit]);
  }

  async #readHead(federation: string): Promise<AuditHead> {
    const [row] = await this.database.call<{ seq: string; hash: Buffer }>(
      'audit-head',
      'select seq, hash from audit_head($1)',
      [federation],
    );
    return row ? { seq: Number(row.seq), hash: row.hash } : emptyHead;
  }
}

function takeGroup(queue: Turn[]): Turn[] {
  const group = [queue.shift()!];
  if (group[0]!.work) return group;
  while (queue.length > 0 && !queue[0]!.work && group.length < together) group.push(queue.shift()!);
  return group;
}

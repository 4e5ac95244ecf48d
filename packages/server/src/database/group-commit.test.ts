import { describe, expect, it } from 'vitest';
import type { Database } from './database.js';
import { DatabaseFailure, DatabaseUnavailable } from './failure.js';
import { GroupCommit } from './group-commit.js';

/** A database that answers when it is told to, and remembers what it was asked. */
class HeldDatabase {
  readonly asked: { readonly name: string; readonly values: readonly unknown[]; answer(rows: unknown): void }[] = [];
  readonly call = (name: string, _: string, values: readonly unknown[]) =>
    new Promise<never[]>((resolve, reject) => {
      const answer = (rows: unknown) => (rows instanceof Error ? reject(rows) : resolve(rows as never[]));
      this.asked.push({ name, values, answer });
    });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const make = (database: HeldDatabase, patience = 60_000) =>
  new GroupCommit<{ said: string }>(
    database as unknown as Database,
    { name: 'say', arity: 1, columns: ['said'] },
    { together: 4, atOnce: 1, patience },
  );
const rowsOf = (values: readonly unknown[]) => values.map((value, at) => ({ at, said: value }));

describe('GroupCommit', () => {
  it('sends a lone call at once and those that come meanwhile together, no more than fit', async () => {
    const database = new HeldDatabase();
    const commit = make(database);
    const first = commit.run(['a']);
    await turn();
    const others = ['b', 'c', 'd', 'e', 'f'].map((value) => commit.run([value]));
    await turn();
    expect(database.asked.map((one) => one.name)).toEqual(['say-1']);
    database.asked[0]!.answer(rowsOf(['a']));
    expect((await first).said).toBe('a');
    await turn();
    expect(database.asked.map((one) => one.values)).toEqual([['a'], ['b', 'c', 'd', 'e']]);
    database.asked[1]!.answer(rowsOf(['b', 'c', 'd', 'e']).reverse());
    expect((await Promise.all(others.slice(0, 4))).map((row) => row.said)).toEqual(['b', 'c', 'd', 'e']);
    await turn();
    expect(database.asked[2]!.values).toEqual(['f']);
  });

  it('makes each call of a refused group again by itself, so that only the bad one fails', async () => {
    const database = new HeldDatabase();
    const commit = make(database);
    const settled = Promise.allSettled(['good', 'bad', 'fine'].map((value) => commit.run([value])));
    await turn();
    database.asked[0]!.answer(new DatabaseFailure('FL404'));
    for (const value of ['good', 'bad', 'fine']) {
      await turn();
      database.asked.at(-1)!.answer(value === 'bad' ? new DatabaseFailure('FL404') : rowsOf([value]));
    }
    expect((await settled).map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(database.asked.map((one) => one.values.length)).toEqual([3, 1, 1, 1]);
  });

  it('does not ask a database that is gone once more for each, and goes on afterwards', async () => {
    const database = new HeldDatabase();
    const commit = make(database);
    const settled = Promise.allSettled([commit.run(['a']), commit.run(['b'])]);
    await turn();
    database.asked[0]!.answer(new DatabaseUnavailable('57P01'));
    expect((await settled).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    const later = commit.run(['c']);
    await turn();
    database.asked[1]!.answer(rowsOf(['c']));
    expect((await later).said).toBe('c');
  });

  it('lets nobody wait for long behind a database that hangs', async () => {
    const database = new HeldDatabase();
    const commit = make(database, 20);
    const first = commit.run(['a']);
    await turn();
    await expect(commit.run(['b'])).rejects.toBeInstanceOf(DatabaseUnavailable);
    database.asked[0]!.answer(rowsOf(['a']));
    expect((await first).said).toBe('a');
    expect(database.asked).toHaveLength(1);
  });

  it('rejects rather than hand out somebody else’s answer where rows are missing', async () => {
    const database = new HeldDatabase();
    const commit = make(database);
    const settled = Promise.allSettled([commit.run(['a']), commit.run(['b'])]);
    await turn();
    database.asked[0]!.answer(rowsOf(['a']));
    for (let at = 1; at <= 2; at += 1) {
      await turn();
      database.asked[at]!.answer([]);
    }
    expect((await settled).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  });
});

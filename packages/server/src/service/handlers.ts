import { problemKinds } from '@fulian/contract/operation-details';
import type { Database } from '../database/database.js';
import { ProblemError, type ProblemCode } from '../problem.js';
import type { HandlersOf } from '../routes.js';

const problems = Object.entries(problemKinds)
  .map(([code, kind]) => ({ code: code as ProblemCode, ...kind }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** How long one answer of the database counts for everybody who asks whether the service is ready. */
const readinessMs = 500;

/** Answers the tag `service`. */
export function serviceHandlers(
  database: Pick<Database, 'ping'>,
): HandlersOf<'listProblems' | 'getProblem' | 'getHealth' | 'getReadiness'> {
  const headers = { 'Cache-Control': 'public, max-age=3600' };
  let asked: { readonly at: number; readonly answer: Promise<void> } | undefined;
  return {
    listProblems: () => ({ body: { items: problems }, headers }),
    getProblem({ path: { problemCode } }) {
      const found = problems.find((one) => one.code === problemCode);
      if (!found) throw new ProblemError('not-found');
      return { body: found, headers };
    },
    getHealth: () => ({ body: { status: 'ok' } }),
    async getReadiness() {
      const now = performance.now();
      if (!asked || now - asked.at > readinessMs) asked = { at: now, answer: database.ping() };
      await asked.answer;
      return { body: { status: 'ready' } };
    },
  };
}

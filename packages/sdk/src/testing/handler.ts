import type { Schemas } from '../operation-types.js';
import type { TestMemberSession } from './councils/councils.js';
import type { TestCase } from './cases/test-case.js';
import type { TestStaff } from './cases/test-staff.js';
import { TestProblem } from './problems.js';
import type { CheckedRequest, TestServerState } from './state.js';
import type { TestWorld } from './world.js';

/** What a handler works on. */
export interface Surroundings {
  readonly state: TestServerState;
  readonly world: TestWorld;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The name of a federation. */
  readonly nameOf: (code: string) => string;
  /** Who calls, where the operation is for staff. */
  readonly staff?: TestStaff;
  /** Who calls, where the operation is for members of a council. */
  readonly member?: TestMemberSession;
  /** Adds to the audit log. */
  note(operation: string, caseId: string, step?: Schemas['CaseEventKind']): void;
  /** Tells whoever listens that a case has changed. */
  tell(one: TestCase, kind: Schemas['CaseEventKind']): void;
  newCaseId(home: string): string;
}

/** An answer with headers of its own. */
export class Reply {
  constructor(
    readonly body: unknown,
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

/** Answers one operation: JSON, bytes, a stream, or nothing; a `Reply` with headers. Throws a `TestProblem`. */
export type Handler = (request: CheckedRequest, surroundings: Surroundings) => unknown;

/** The federation in the path. */
export function federationOf({ path }: CheckedRequest, { world }: Surroundings): Schemas['Federation'] {
  const federation = world.federation(path.code!);
  if (!federation) throw new TestProblem('federation-unknown');
  return federation;
}

/** A page of a list. Its cursor is the next position; a real one is opaque and signed. */
export function pageOf<T>(
  items: readonly T[],
  { cursor, skip = 0, limit = 100 }: { cursor?: string; skip?: number; limit?: number },
) {
  const from = cursor === undefined ? skip : /^after-\d+$/.test(cursor) ? Number(cursor.slice(6)) : NaN;
  if (Number.isNaN(from)) throw new TestProblem('cursor-invalid');
  const next = from + limit;
  return { items: items.slice(from, next), ...(next < items.length && { nextCursor: `after-${next}` }) };
}

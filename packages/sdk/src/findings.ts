import type { Schemas } from './operation-types.js';

/** What the SDK reads of an issue that a zod schema raises. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly origin?: string | undefined;
  readonly params?: Record<string, unknown> | undefined;
}

/**
 * The issues of a schema as findings of the contract: a place and a stable code, and no value. `place` is where the
 * checked value stands: `body`, `query`, `path` or `header`.
 */
export function findingsOf(place: string, issues: readonly SchemaIssue[]): Schemas['Finding'][] {
  return issues.slice(0, 100).map((issue) => ({ where: pointerTo(place, issue.path), code: codeOf(issue) }));
}

function pointerTo(place: string, path: readonly PropertyKey[]): string {
  return [place, ...path.map((key) => String(key).replace(/~/g, '~0').replace(/\//g, '~1'))].join('/');
}

function codeOf(issue: SchemaIssue): string {
  const measured = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-type';
    case 'too_small':
      return measured ? 'too-short' : 'too-small';
    case 'too_big':
      return measured ? 'too-long' : 'too-big';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'not-a-choice';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'custom':
      return typeof issue.params?.rule === 'string' ? issue.params.rule : 'malformed';
    default:
      return 'bad-format';
  }
}

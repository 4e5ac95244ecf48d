import { requestSchemas } from '@fulian/contract/request-schemas';
import type { OperationId } from '@fulian/contract/operations';
import type { components } from '@fulian/contract/types';
import type * as z from 'zod/mini';
import { ProblemError } from '../problem.js';

type Finding = components['schemas']['Finding'];
type Place = 'path' | 'query' | 'header' | 'body';
type SchemasOf<Op extends OperationId> = (typeof requestSchemas)[Op];
type Parsed<Op extends OperationId, P extends Place> = P extends keyof SchemasOf<Op>
  ? z.output<SchemasOf<Op>[P]>
  : undefined;

/** What a request says, checked by the contract; nothing was coerced but digits in queries and headers. */
export interface Input<Op extends OperationId> {
  readonly path: Parsed<Op, 'path'>;
  readonly query: Parsed<Op, 'query'>;
  readonly header: Parsed<Op, 'header'>;
  readonly body: Parsed<Op, 'body'>;
}

/** A request as it arrived. */
export interface RawInput {
  readonly path: unknown;
  readonly query: unknown;
  readonly header: unknown;
  readonly body: unknown;
}

/** Checks a request against its operation's schemas. Throws `invalid-request` with all findings. */
export function validate<Op extends OperationId>(operation: Op, raw: RawInput): Input<Op> {
  const schemas = requestSchemas[operation] as Partial<Record<Place, z.ZodMiniType>>;
  const findings: Finding[] = [];
  const parsed: Partial<Record<Place, unknown>> = {};
  for (const place of ['path', 'query', 'header', 'body'] as const) {
    const schema = schemas[place];
    if (!schema) continue;
    const result = schema.safeParse(raw[place]);
    if (result.success) parsed[place] = result.data;
    else findings.push(...result.error.issues.map((issue) => findingOf(place, issue, raw[place])));
  }
  if (findings.length > 0) throw new ProblemError('invalid-request', { findings });
  return parsed as unknown as Input<Op>;
}

/** One issue in the contract's words. A key that the contract does not know is not repeated, nor is any value. */
function findingOf(place: Place, issue: z.core.$ZodIssue, input: unknown): Finding {
  const pointer = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { where: `${place}${pointer}`, code: issueCode(issue, input) };
}

/** What is wrong in one place, in the words of the contract's `Finding`. */
export function issueCode(issue: z.core.$ZodIssue, input: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined ? 'missing' : 'wrong-type';
    case 'too_small':
      return sized(issue.origin) ? 'too-short' : 'too-small';
    case 'too_big':
      return sized(issue.origin) ? 'too-long' : 'too-big';
    case 'invalid_value':
      return valueAt(input, issue.path) === undefined ? 'missing' : 'not-a-choice';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'custom':
      if (issue.params?.rule === 'not-unique') return 'not-unique';
      return valueAt(input, issue.path) === undefined ? 'missing' : 'wrong-type';
    default:
      return 'bad-format';
  }
}

function sized(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

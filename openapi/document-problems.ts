/** What `problems.yaml` says. */
export interface ProblemTable {
  /** Codes that every operation may answer. */
  common: string[];
  /** Each code's status, title and remedy. */
  kinds: Record<string, { status: number; title: string; remedy: string }>;
}

interface Reference {
  $ref: string;
}

interface Response {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: object; examples: Record<string, Reference> }>;
}

interface Operation {
  responses: Record<string, Response>;
  'x-problems'?: string[];
  'x-problem-codes'?: string[];
}

/** What problems have in common; each stands once, and operations refer to it. */
interface Components {
  headers: Record<string, object>;
  examples: Record<string, object>;
}

const problemType = 'application/problem+json';

/** Turns `x-problems` into documented responses, one a status, an example a code. */
export function documentProblems(operation: Operation, problems: ProblemTable, components: Components): void {
  const codes = [...(operation['x-problems'] ?? []), ...problems.common];
  delete operation['x-problems'];
  for (const code of codes) {
    const { status, title, remedy } = problems.kinds[code]!;
    const response = (operation.responses[status] ??= {
      description: '',
      headers: { 'Fulian-Request-Id': { $ref: '#/components/headers/requestId' } },
      content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' }, examples: {} } },
    });
    if ([409, 429, 503].includes(status))
      response.headers!['Retry-After'] = { $ref: '#/components/headers/retryAfter' };
    response.description += `${response.description && ' '}\`${code}\`: ${title}.`;
    response.content![problemType]!.examples[code] = { $ref: `#/components/examples/problem-${code}` };
    components.examples[`problem-${code}`] = {
      summary: title,
      value: { type: `/v1/problems/${code}`, title, status, code, detail: remedy },
    };
  }
  operation['x-problem-codes'] = codes.sort();
  Object.assign(components.headers, {
    requestId: { description: 'Names this request in the service’s log.', schema: { type: 'string' } },
    retryAfter: { description: 'Seconds.', schema: { type: 'integer', minimum: 0 } },
  });
}

/** What `problems.yaml` says. */
export interface ProblemTable {
  /** Codes that every operation may answer. */
  common: string[];
  /** Each code's status, title and remedy. */
  kinds: Record<string, { status: number; title: string; remedy: string }>;
}

interface Response {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: object; examples: Record<string, object> }>;
}

interface Operation {
  responses: Record<string, Response>;
  'x-problems'?: string[];
  'x-problem-codes'?: string[];
}

const problemType = 'application/problem+json';

/** Turns `x-problems` into documented responses, one a status, an example a code. */
export function documentProblems(operation: Operation, problems: ProblemTable): void {
  const codes = [...(operation['x-problems'] ?? []), ...problems.common];
  delete operation['x-problems'];
  for (const code of codes) {
    const { status, title, remedy } = problems.kinds[code]!;
    const response = (operation.responses[status] ??= {
      description: '',
      headers: {
        'Fulian-Request-Id': { description: 'Names this request in the service’s log.', schema: { type: 'string' } },
      },
      content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' }, examples: {} } },
    });
    if ([409, 429, 503].includes(status))
      response.headers!['Retry-After'] = { description: 'Seconds.', schema: { type: 'integer', minimum: 0 } };
    response.description += `${response.description && ' '}\`${code}\`: ${title}.`;
    response.content![problemType]!.examples[code] = {
      summary: title,
      value: { type: `/v1/problems/${code}`, title, status, code, detail: remedy },
    };
  }
  operation['x-problem-codes'] = codes.sort();
}

/**
 * Generates what every other room takes from the contract: the bundled document, types, zod schemas, the operation
 * table and the examples. `--check` writes nothing and fails where a generated file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundle, createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { documentProblems, type ProblemTable } from './document-problems.js';
import { shapeOf } from './shape-writer.js';
import { prelude, zodOf, type Schema } from './zod-writer.js';

type Json = Record<string, any>;
const here = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, here), 'utf8');
const header = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';
const methods = ['get', 'put', 'post', 'patch', 'delete'];

const bundled = await bundle({ ref: new URL('openapi.yaml', here).pathname, config: await createConfig({}) });
const doc = bundled.bundle.parsed as Json;
const problems = parse(read('problems.yaml')) as ProblemTable;
const schemas: Record<string, Schema> = doc.components.schemas;

const declared = schemas.ProblemCode!.enum as string[];
const described = Object.keys(problems.kinds);
const odd = [...declared.filter((c) => !described.includes(c)), ...described.filter((c) => !declared.includes(c))];
if (odd.length > 0) throw new Error(`ProblemCode and problems.yaml differ in: ${odd.join(', ')}`);

const deref = (node: Json): Json =>
  typeof node.$ref === 'string'
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at: Json, key: string) => at[key.replaceAll('~1', '/')], doc)
    : node;

const operations: Json[] = [];
for (const [path, item] of Object.entries<Json>(doc.paths)) {
  for (const method of methods.filter((name) => item[name])) {
    const operation = item[method];
    documentProblems(operation, problems, doc.components);
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(deref);
    operations.push({ path, method: method.toUpperCase(), operation, parameters });
  }
}

/** The zod expression of all parameters in one place (`path`, `query`, `header`). */
function parametersOf(op: Json, place: string): string {
  const fields = op.parameters
    .filter((p: Json) => p.in === place)
    .map((p: Json) => {
      const inner = deref(p.schema);
      let value = zodOf(p.schema, `${op.operation.operationId} ${p.name}`);
      if (inner.type === 'integer') value = `z.pipe(digits, ${value})`;
      // A missing key is the business of its own problem, not of the schema.
      return `${JSON.stringify(place === 'header' ? p.name.toLowerCase() : p.name)}: ${p.required && p.name !== 'Idempotency-Key' ? value : `z.exactOptional(${value})`}`;
    });
  return `z.${place === 'header' ? 'object' : 'strictObject'}({ ${fields.join(', ')} })`;
}

const refName = (schema: Json | undefined) => (schema?.$ref ? String(schema.$ref).split('/').pop() : undefined);
const json = (value: unknown) => JSON.stringify(value, null, 2);
const pure = (expression: string) => `/* @__PURE__ */ (() => ${expression})()`;
/** By which client loads them. */
const clients = ['public', 'requester', 'council', 'ballot', 'staff', 'image'];
const wire: Record<string, Json> = Object.fromEntries(clients.map((who) => [who, {}]));
const answerKinds: Json = { 'text/event-stream': 'stream' };
/** Which client loads the operations of a tag that are not for staff: everybody's unless the tag says otherwise. */
const clientOf = Object.fromEntries(doc.tags.map((tag: Json) => [tag.name, tag['x-client'] ?? 'public']));
const details: Json = {};
const examples: Json = {};
let requests = '';
let answers = '';
for (const { path, method, operation, parameters } of operations) {
  const id = operation.operationId as string;
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2'))!;
  const bodyType = Object.keys(operation.requestBody?.content ?? {})[0];
  const body = operation.requestBody?.content[bodyType!];
  const answerType = Object.keys(operation.responses[success].content ?? {})[0];
  const answer = operation.responses[success].content?.[answerType!];
  const keyed = parameters.some((p: Json) => p.name === 'Idempotency-Key');
  const schemes = ((operation.security ?? []) as Json[]).map((need) => Object.keys(need)[0] ?? 'none');
  // A page's `<img>` asks for pictures by the address in another answer: no client calls those.
  const loadedBy = answerType?.startsWith('image/') ? 'image' : clientOf[operation.tags[0]];
  wire[schemes.includes('staff') ? 'staff' : loadedBy]![id] = {
    method,
    path,
    ...(body && { body: bodyType === 'application/json' ? 'json' : 'bytes' }),
    ...(keyed && { keyed }),
    ...(answerType !== 'application/json' && { answer: answerKinds[answerType!] ?? (answer ? 'bytes' : 'none') }),
  };
  details[id] = {
    tag: operation.tags[0],
    success: Number(success),
    security: schemes,
    problems: operation['x-problem-codes'],
  };
  const named = (content: Json | undefined) =>
    Object.fromEntries(Object.entries<Json>(content?.examples ?? {}).map(([name, ref]) => [name, deref(ref).value]));
  examples[id] = { requests: named(body), answers: named(answer) };
  requests += `  ${id}: { path: ${parametersOf({ operation, parameters }, 'path')}, query: ${parametersOf({ operation, parameters }, 'query')}, header: ${parametersOf({ operation, parameters }, 'header')}${body ? `, body: ${zodOf(body.schema, id)}` : ''} },\n`;
  if (refName(answer?.schema)) answers += `  ${id}: ${refName(answer.schema)},\n`;
}

/** Components in the order of their references, so that each constant exists before its use. */
function ordered(): string[] {
  const done: string[] = [];
  const visit = (name: string) => {
    if (done.includes(name)) return;
    for (const [, inner] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) visit(inner!);
    done.push(name);
  };
  Object.keys(schemas).forEach(visit);
  return done;
}

function importsOf(text: string, also: string[] = []): string {
  const names = Object.keys(schemas).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return `import { ${[...also, ...names].join(', ')} } from './schemas.js';\n`;
}

const files: Record<string, string> = {
  'openapi.json': `${json(doc)}\n`,
  'types.ts': header + astToString(await openapiTS(doc as never)),
  'schemas.ts': `${header}${prelude}\n${ordered()
    .map((name) => `export const ${name}: z.ZodMiniType<Schemas['${name}']> = ${pure(zodOf(schemas[name]!, name))};`)
    .join('\n')}\n`,
  'request-schemas.ts': `${header}import * as z from 'zod/mini';\n${importsOf(requests, ['bytes', 'chars', 'digits'])}\n/** What each operation takes. Headers stand in lower case. */\nexport const requestSchemas = {\n${requests}} as const;\n`,
  'answer-schemas.ts': `${header}${importsOf(answers)}\n/** What each operation answers with success. */\nexport const answerSchemas = {\n${answers}} as const;\n`,
  'submission-shape.ts': `${header}/** The schema of a submission without its words, for who checks it without a library. */\nexport const submissionShape = ${json(shapeOf(schemas.HelpRequestSubmission!, schemas, 'HelpRequestSubmission'))} as const;\n`,
  'operations.ts': `${header}${clients.map((who) => `import { ${who}Operations } from './${who}-operations.js';\n`).join('')}\nexport { ${clients.map((who) => `${who}Operations`).join(', ')} };\n\n/** All of them. Computed, so that a bundle without it does not hold those for staff. */\nexport const operations = /* @__PURE__ */ (() => ({ ${clients.map((who) => `...${who}Operations`).join(', ')} }) as const)();\n\n/** The name of an operation: the same in the SDK, the server, the tests and the log. */\nexport type OperationId = keyof typeof operations;\n\n/** The name of one that everybody may call. */\nexport type PublicOperationId = keyof typeof publicOperations;\n\n/** The name of one for who holds a receipt or reads a report. */\nexport type RequesterOperationId = keyof typeof requesterOperations;\n\n/** The name of one for a council, of anybody or a member. */\nexport type CouncilOperationId = keyof typeof councilOperations;\n\n/** The name of one for a ballot, or for a member's session. */\nexport type BallotOperationId = keyof typeof ballotOperations;\n`,
  'operation-details.ts': `${header}/** What a service needs besides: its tag, the status of success, who may call it and its problems. */\nexport const operationDetails = ${json(details)} as const;\n\n/** Every problem's status, title and remedy. */\nexport const problemKinds = ${json(problems.kinds)} as const;\n`,
  'examples.ts': `${header}/** The contract's examples, by operation and name. */\nexport const examples = ${json(examples)} as const;\n`,
};

for (const [who, table] of Object.entries(wire))
  files[`${who}-operations.ts`] =
    `${header}/** What a client needs to call an operation; it answers JSON unless the row says otherwise. A file for each kind of client, so that none loads what it cannot call. */\nexport const ${who}Operations = ${json(table)} as const;\n`;
mkdirSync(new URL('generated/', here), { recursive: true });
let stale = 0;
for (const [name, text] of Object.entries(files)) {
  const url = new URL(`generated/${name}`, here);
  if (existsSync(url) && readFileSync(url, 'utf8') === text) continue;
  stale += 1;
  if (process.argv.includes('--check'))
    console.error(`openapi/generated/${name} is stale: run 'npm run generate' and commit it`);
  else writeFileSync(url, text);
}
if (process.argv.includes('--check') && stale > 0) process.exit(1);
console.log(process.argv.includes('--check') ? 'Generated files are fresh' : `${stale} generated files written`);

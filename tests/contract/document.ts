/**
 * The contract as tests read it: the bundled document itself, not what the generator made of it, so that a fault of
 * the generator cannot hide itself.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A JSON Schema of the document. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
}

/** A parameter with its reference followed. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

/** One media type of a body, its examples by name. */
export interface Content {
  type: string;
  schema: JsonSchema;
  examples: Record<string, unknown>;
}

/** What an operation may answer with one status. */
export interface Answer {
  status: number;
  headers: Record<string, JsonSchema>;
  content?: Content;
}

/** One operation, every reference but those of schemas followed. */
export interface Operation {
  id: string;
  /** In capitals. */
  method: string;
  path: string;
  parameters: Parameter[];
  /**
   * Each way in, as the names of the schemes that it needs; an empty list means that nobody has
   * to say who she is; undefined that the document forgot to say.
   */
  security: string[][] | undefined;
  body?: Content & { required: boolean };
  answers: Answer[];
  problems: string[];
}

interface Reference {
  $ref: string;
}
type Examples = Record<string, { value: unknown } | Reference>;
type RawContent = Record<string, { schema: JsonSchema; examples?: Examples }>;
interface RawOperation {
  operationId: string;
  summary?: string;
  security?: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: RawContent };
  responses: Record<string, { headers?: Record<string, { schema: JsonSchema } | Reference>; content?: RawContent }>;
  'x-problem-codes': string[];
}
const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'] as const;
type PathItem = { parameters?: (Parameter | Reference)[] } & { [Method in (typeof methods)[number]]?: RawOperation };
interface Contract {
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, JsonSchema>;
    securitySchemes: Record<string, { type: string; in?: string; name?: string; scheme?: string }>;
  };
}

/** The bundled document. */
export const contract = JSON.parse(
  readFileSync(new URL('../../openapi/generated/openapi.json', import.meta.url), 'utf8'),
) as Contract;

/** Every component schema by name. */
export const schemas = contract.components.schemas;

/** A reference to a component schema, for what takes a schema. */
export const schemaOf = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** The header that carries each security scheme, by the scheme's name. */
export const schemeHeaders = Object.fromEntries(
  Object.entries(contract.components.securitySchemes).map(([name, scheme]) => [name, scheme.name ?? 'Authorization']),
);

/** The problem of who does not show what a scheme asks for. */
export const problemWithout = (scheme: string): string =>
  ({ staff: 'staff-refused', case: 'case-token-refused', member: 'member-refused' })[scheme] ?? `${scheme}-missing`;

/** The problem of a header that must be there and is not. */
export const problemWithoutHeader = (name: string): string =>
  ({ 'Idempotency-Key': 'idempotency-key-missing', 'If-Match': 'precondition-missing' })[name] ?? 'invalid-request';

/** Follows a reference of the document; anything else is given back as it is. */
export function resolve<T extends object>(node: T | Reference): T {
  if (!('$ref' in node) || typeof node.$ref !== 'string') return node as T;
  const steps = node.$ref.slice(2).split('/');
  let at: unknown = contract;
  for (const step of steps) at = (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  if (at === undefined) throw new Error(`${node.$ref} leads nowhere`);
  return at as T;
}

function contentOf(content: RawContent | undefined): Content | undefined {
  const [first, ...more] = Object.entries(content ?? {});
  if (first === undefined) return undefined;
  if (more.length > 0) throw new Error('these tests expect one media type a body');
  const [type, { schema, examples = {} }] = first;
  const named = Object.entries(examples).map(([name, example]) => [name, resolve(example).value] as const);
  return { type, schema, examples: Object.fromEntries(named) };
}

function operationOf(path: string, item: PathItem, raw: RawOperation, method: string): Operation {
  const body = contentOf(raw.requestBody?.content);
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map((one) => resolve(one)),
    security: raw.security?.map((way) => Object.keys(way)),
    ...(body && { body: { ...body, required: raw.requestBody?.required === true } }),
    answers: Object.entries(raw.responses).map(([status, response]) => {
      const content = contentOf(response.content);
      const headers = Object.entries(response.headers ?? {}).map(([name, one]) => [name, resolve(one).schema] as const);
      return { status: Number(status), headers: Object.fromEntries(headers), ...(content && { content }) };
    }),
    problems: raw['x-problem-codes'],
  };
}

/** Every operation of the document, in its order. */
export const operations: Operation[] = Object.entries(contract.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => (item[method] ? [operationOf(path, item, item[method], method)] : [])),
);

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false, validateSchema: true });
addFormats.default(ajv);
ajv.addVocabulary(['components', 'example']);
ajv.addSchema({ $id: 'https://fulian.invalid/contract', components: { schemas } });

const compiled = new Map<string, ValidateFunction>();

/** Ajv's validator of a schema of the document, made once. References may point into the document's components. */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const key = JSON.stringify(schema).replaceAll('"#/components/', '"https://fulian.invalid/contract#/components/');
  const known = compiled.get(key);
  if (known) return known;
  const made = ajv.compile(JSON.parse(key) as object);
  compiled.set(key, made);
  return made;
}

/** What Ajv finds wrong with a value, in words; empty where it is valid. */
export function complaintsOf(schema: JsonSchema, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
}

/** The path of an operation, its parameters filled in. Values are percent-encoded. */
export function pathOf(operation: Pick<Operation, 'path'>, values: Record<string, string>): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for the path parameter ${name}`);
    return encodeURIComponent(value);
  });
}

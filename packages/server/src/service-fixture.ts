import { answerSchemas } from '@fulian/contract/answer-schemas';
import { examples } from '@fulian/contract/examples';
import { operationDetails } from '@fulian/contract/operation-details';
import { operations, type OperationId } from '@fulian/contract/operations';
import { Problem } from '@fulian/contract/schemas';
import type { components } from '@fulian/contract/types';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { buildApp, type AppParts } from './app.js';
import { readConfig, type Config } from './config.js';
import { openDatabase, type Database } from './database/database.js';
import { deriveKeys, type Keyring } from './keys/keyring.js';
import { makeStaffToken } from './staff/tokens.js';
import { createTestDatabase } from './testing/database.js';

type Submission = components['schemas']['HelpRequestSubmission'];

/** A small tree: a province, a city, two counties, and below the first two townships with a village each. */
export const testTree: readonly (readonly [code: string, name: string])[] = [
  ['990000000000', '云岭省'],
  ['990100000000', '云溪市'],
  ['990101000000', '清溪县'],
  ['990101001000', '柳桥镇'],
  ['990101001001', '荷塘村'],
  ['990101002000', '东湖街道'],
  ['990101002001', '清溪社区'],
  ['990102000000', '石门县'],
];
/** The county of the tree that tests use. */
export const county = '990101000000';

/** What a test asks the service. */
export interface TestCall {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Where it comes from. */
  readonly address?: string;
}

/** A service on a database of its own. */
export interface TestService {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly keys: Keyring;
  /** Sees everything, past row-level security. */
  readonly admin: Client;
  readonly url: string;
  /** All log lines so far. */
  readonly lines: string[];
  /** Moves by hand; begins at 2026-11-20 03:15 UTC, a Friday morning in China. */
  readonly clock: { time: number; now(): Date };
  /** Calls an operation and checks that what comes back keeps to the contract. */
  call(id: OperationId, call?: TestCall): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** What a test may change of the service. */
export interface TestServiceOptions extends Partial<
  Pick<AppParts, 'inspect' | 'drawNumber' | 'drawPointId' | 'drawAreaSeed' | 'argon2' | 'wait' | 'folders' | 'keys'>
> {
  readonly config?: Partial<Config>;
}

/** Starts a service on a fresh database with `testTree`; without limits unless the test wants some. */
export async function createTestService({
  config,
  keys = deriveKeys(randomBytes(32)),
  ...parts
}: TestServiceOptions = {}): Promise<TestService> {
  const made = await createTestDatabase();
  const admin = new Client({ connectionString: made.adminUrl });
  await admin.connect();
  await admin.query('insert into federations (code, name) select * from unnest($1::text[], $2::text[])', [
    testTree.map(([code]) => code),
    testTree.map(([, name]) => name),
  ]);
  const lines: string[] = [];
  const clock = { time: Date.parse('2026-11-20T03:15:00Z'), now: () => new Date(clock.time) };
  const database = openDatabase(made.url);
  const app = await buildApp({
    database,
    keys,
    clock,
    config: { ...readConfig({ RATE_LIMITS: 'off' }), ...config },
    logStream: { write: (line) => void lines.push(line) },
    folders: undefined,
    ...parts,
  });
  return {
    app,
    database,
    keys,
    admin,
    url: made.url,
    lines,
    clock,
    call: async (id, call) => checked(id, await app.inject(requestOf(id, call))),
    async close() {
      await app.close();
      await database.close();
      await admin.end();
      await made.drop();
    },
  };
}

/** The request of an operation; a Buffer is sent as bytes, anything else as JSON. */
export function requestOf(id: OperationId, { path, query, headers, body, address }: TestCall = {}) {
  const { method, path: template } = operations[id];
  const bytes = Buffer.isBuffer(body);
  return {
    method,
    url: template.replaceAll(/\{(\w+)\}/g, (_, name: string) => path?.[name] ?? county),
    headers: {
      ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
      ...headers,
    },
    ...(query && { query }),
    ...(address !== undefined && { remoteAddress: address }),
    ...(body !== undefined && { payload: bytes ? body : JSON.stringify(body) }),
  };
}

function checked(id: OperationId, response: LightMyRequestResponse): LightMyRequestResponse {
  const { success, problems } = operationDetails[id];
  if (!/^[0-9a-f]{32}$/.test(String(response.headers['fulian-request-id']))) throw new Error(`${id}: no request id`);
  if (response.statusCode >= 400) {
    const problem = Problem.parse(response.json());
    const documented: readonly string[] = problems;
    if (!documented.includes(problem.code)) throw new Error(`${id} does not document ${problem.code}`);
    if (!String(response.headers['content-type']).startsWith('application/problem+json'))
      throw new Error(`${id}: a problem of another type`);
    return response;
  }
  if (response.statusCode !== success && response.statusCode !== 304)
    throw new Error(`${id} answered ${response.statusCode}`);
  if (id in answerSchemas && response.statusCode === success)
    answerSchemas[id as keyof typeof answerSchemas].parse(response.json());
  return response;
}

/** A submission from the contract's examples, changed as a test needs it. */
export function submissionOf(
  name: keyof typeof examples.submitHelpRequest.requests,
  change: Partial<Submission> = {},
): Submission {
  return { ...structuredClone(examples.submitHelpRequest.requests[name] as unknown as Submission), ...change };
}

/** The header of a new token of staff of a federation. */
export async function staffHeader(service: TestService, federation = county): Promise<{ authorization: string }> {
  const order = { ownerUrl: service.url, macKey: service.keys.staff, label: 'test', days: 1 };
  const token = await makeStaffToken({ ...order, federation, now: service.clock.now() });
  return { authorization: `Bearer ${token}` };
}

/** A new idempotency or draft key. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

import { AttachmentRepository } from '../../../packages/server/src/attachments/repository.js';
import { CaseRepository } from '../../../packages/server/src/cases/case-repository.js';
import { countedUpTo } from '../../../packages/server/src/cases/queue.js';
import {
  QueueRepository,
  type QueuePage,
  type QueueQuery,
} from '../../../packages/server/src/cases/queue-repository.js';
import { statementsOf } from '../../../packages/server/src/testing/statements.js';
import { county } from '../server/own-service.js';
import type { CaseAddress } from './cases.js';

/** The kinds of questions: the queue as it opens, narrowed down, far down in it, and one case. */
export const kinds = ['queue', 'filtered', 'deep', 'case'] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** A question over HTTP, and the statements with which our service answers it, as one transaction for pgbench. */
export interface Question {
  readonly path: string;
  readonly sql: string;
}

/** Rows of a page: the desk asks for so many. */
export const pageRows = 100;

const filters = [
  { grades: ['red'] },
  { grades: ['red', 'orange'], states: ['in-progress'] },
  { categories: ['domestic-violence'], view: 'unassigned' },
  { view: 'overdue' },
  { channels: ['hotline-12338'], states: ['submitted', 'accepted'] },
] as const;

/** The path of a page of the county's queue. */
export function queuePath(more: Readonly<Record<string, string | number>>): string {
  const query = Object.entries({ ...more, limit: pageRows }).map(([name, value]) => `${name}=${value}`);
  return `/v1/federations/${county}/cases?${query.join('&')}`;
}

/** The first page, and what stands in the address for it. */
export async function queueQuestions(): Promise<Question[]> {
  return [{ path: queuePath({}), sql: await queueSql({}, { skip: 0, limit: pageRows + 1 }, true) }];
}

/** First pages with filters. */
export async function filteredQuestions(): Promise<Question[]> {
  return Promise.all(
    filters.map(async ({ view, ...narrowed }: { view?: QueueQuery['view'] } & Partial<QueueQuery>) => ({
      path: queuePath({
        ...(view && { view }),
        ...Object.fromEntries(Object.entries(narrowed).map(([name, codes]) => [name, String(codes)])),
      }),
      sql: await queueSql({ ...(view && { view }), ...narrowed }, { skip: 0, limit: pageRows + 1 }, true),
    })),
  );
}

/** Pages behind cursors that the service gave. */
export async function deepQuestions(cursors: readonly string[]): Promise<Question[]> {
  return Promise.all(
    cursors.map(async (cursor) => ({
      path: queuePath({ cursor }),
      sql: await queueSql({}, { after: positionIn(cursor), skip: 0, limit: pageRows + 1 }, false),
    })),
  );
}

/** Cases, each opened. */
export async function caseQuestions(cases: readonly CaseAddress[]): Promise<Question[]> {
  return Promise.all(
    cases.map(async ({ federation, id }) => {
      const place = { home: federation, id };
      const scope = { scope: 'staff', federation: county } as const;
      const statements = await statementsOf(async (database) => {
        const repository = new CaseRepository(database);
        await repository.find(scope, place);
        await repository.events(scope, place, {
          limit: 300,
          kinds: ['offer-transfer', 'accept-transfer', 'return-transfer', 'cancel-transfer'],
        });
        await new AttachmentRepository(database).ofCase(scope, place);
        // Nothing about repeats: our cases have no marks, and the service then asks nothing either.
      });
      return { path: `/v1/cases/${federation}-${id}`, sql: transactionOf(statements, 3, false) };
    }),
  );
}

/** Where a cursor goes on: what follows its signature of 16 bytes. */
export function positionIn(cursor: string): NonNullable<QueuePage['after']> {
  const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').subarray(16).toString('utf8')) as [string, string];
  return { at, id };
}

async function queueSql(query: Partial<QueueQuery>, page: QueuePage, withTotal: boolean): Promise<string> {
  const whole: QueueQuery = {
    code: county,
    member: { id: 'w'.repeat(22), federation: county },
    now: new Date(),
    view: 'open',
    sort: 'due',
    ...query,
  };
  const statements = [
    ...(await statementsOf((database) => new QueueRepository(database).page(whole, page))),
    ...(withTotal ? await statementsOf((database) => new QueueRepository(database).total(whole, countedUpTo + 1)) : []),
  ];
  return transactionOf(statements, withTotal ? 2 : 1, true);
}

/** `inOrder`: planned as the service has pages of a queue planned, see `Plan` of the database. */
function transactionOf(statements: readonly string[], expected: number, inOrder: boolean): string {
  if (statements.length !== expected) throw new Error(`${statements.length} statements instead of ${expected}`);
  const scope = `select set_config('fulian.scope', 'staff', true), set_config('fulian.federation', '${county}', true)`;
  const plan = inOrder ? ", set_config('enable_bitmapscan', 'off', true)" : '';
  return ['begin', scope + plan, ...statements, 'commit'].map((one) => `${one};\n`).join('');
}

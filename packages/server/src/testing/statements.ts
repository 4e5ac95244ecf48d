import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
} from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { ServicePointRepository } from '../service-points/repository.js';

/**
 * The statements that questions to repositories become, with their values in them: so that pgbench measures what the service
 * asks, whatever becomes of that. Every answer is empty; what a repository makes of that is not looked at. Throws where a value
 * is none that is written here.
 */
export async function statementsOf(work: (database: Database) => Promise<unknown>): Promise<string[]> {
  const made: CompiledQuery[] = [];
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void made.push(query),
  });
  const database: Pick<Database, 'kysely' | 'scoped'> = { kysely, scoped: (_, transaction) => transaction(kysely) };
  await work(database as Database).catch(() => undefined);
  return made.map(({ sql, parameters }) =>
    sql.replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1])),
  );
}

/** The one statement that a question to the repository of service points becomes. */
export async function statementOf(work: (points: ServicePointRepository) => Promise<unknown>): Promise<string> {
  const [statement, ...more] = await statementsOf((database) => work(new ServicePointRepository(database)));
  if (statement === undefined || more.length > 0) throw new Error(`${more.length + 1} statements instead of one`);
  return statement;
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && /^[\w-]*$/.test(one)))
    return `'{${value.join()}}'`;
  if (typeof value === 'string' && /^[\w:. -]*$/.test(value)) return `'${value}'`;
  throw new Error('a value that no question here has');
}

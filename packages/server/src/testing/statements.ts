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
 * The one statement that a question to the repository of service points becomes, with its values in it: so that pgbench
 * measures what the service asks, whatever becomes of that. Throws where a value is neither a number nor a plain word.
 */
export async function statementOf(work: (points: ServicePointRepository) => Promise<unknown>): Promise<string> {
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
  await work(new ServicePointRepository({ kysely } as unknown as Database));
  const [query] = made;
  if (!query || made.length > 1) throw new Error(`${made.length} statements instead of one`);
  return query.sql.replaceAll(/\$(\d+)/g, (_, place: string) => literal(query.parameters[Number(place) - 1]));
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && /^[0-9A-Za-z_-]*$/.test(value)) return `'${value}'`;
  throw new Error('a value that no question here has');
}

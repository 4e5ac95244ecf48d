import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asking, county } from './own-service.js';

/** Bytes of each sealed column of one stored request, null where the column is; and by how many marks it is found. */
export type RowSizes = Readonly<Record<(typeof sealed)[number], number | null>> & {
  readonly marks: number;
  /** Its time limits, as they are stored. */
  readonly limits: string;
};

/** The columns that hold sealed bytes, by the name of the function's argument. */
const sealed = [
  'answer',
  'salt',
  'mac',
  'case_key',
  'narrative',
  'asker',
  'contact',
  'risk',
  'needs',
  'exclusion_note',
  'consents',
] as const;

/** Reads how large the rows are that our service has stored last. */
export async function storedSizes(databaseUrl: string, count: number): Promise<readonly RowSizes[]> {
  const { rows } = await asking(databaseUrl, (client) =>
    client.query<RowSizes>(
      `select octet_length(k.answer) answer, octet_length(r.salt) salt, octet_length(r.mac) mac,
         octet_length(c.wrapped) case_key, octet_length(h.narrative) narrative, octet_length(h.asker) asker,
         octet_length(h.contact) contact, octet_length(h.risk) risk, octet_length(h.needs) needs,
         octet_length(h.exclusion_note) exclusion_note, octet_length(h.consents) consents,
         cardinality(h.marks) marks, h.limits::text limits
       from help_requests h
       join case_keys c on c.federation = h.federation and c.request_id = h.id
       join receipts r on r.federation = h.federation and r.request_id = h.id
       join idempotency_keys k on k.federation = h.portal and k.created_at = h.submitted_at
       order by h.submitted_at desc limit $1`,
      [count],
    ),
  );
  if (rows.length < count) throw new Error(`${rows.length} of ${count} submitted requests were found in the database`);
  return rows;
}

/** How many requests are stored. */
export function countStored(databaseUrl: string): Promise<number> {
  return asking(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::integer count from help_requests');
    return rows[0]!.count;
  });
}

/**
 * The statement that our service submits with, as a pgbench script: the same function, arguments of the same sizes sent
 * with every call, fresh keys, ids and numbers. `at` keeps the variables of several scripts apart.
 */
export function scriptOf(sizes: RowSizes, at: number): string {
  const bytes = (name: (typeof sealed)[number]) => (sizes[name] === null ? 'null' : `decode(:${name}_${at}, 'hex')`);
  const random = "sha256(convert_to(gen_random_uuid()::text, 'UTF8'))";
  const kinds = ["'phone'", "'name'"].slice(0, sizes.marks);
  // pgbench takes a colon for the begin of a variable.
  const limits = `convert_from(decode('${Buffer.from(sizes.limits).toString('hex')}', 'hex'), 'UTF8')::jsonb`;
  const array = (items: readonly string[], type: string) => `array[${items.join(', ')}]::${type}[]`;
  const call = [
    `'${county}', ${random}, ${random}, (random() * 9e18)::bigint, now(), now() - interval '72 hours', ${bytes('answer')},`,
    `'${county}', gen_random_uuid(), lpad(floor(random() * 1e12)::bigint::text, 12, '0'), ${bytes('salt')}, ${bytes('mac')},`,
    `${bytes('case_key')}, 'domestic-violence', null, 'red', now() + interval '1 hour', '{}', ${bytes('narrative')},`,
    `${bytes('asker')}, ${bytes('contact')}, ${bytes('risk')}, ${bytes('needs')}, ${bytes('exclusion_note')},`,
    `${bytes('consents')}, null, '{}', '{}', 'web', ${limits}, 'first-contact', now() + interval '1 hour',`,
    `now() + interval '2 hours', now() + interval '4 hours', ${array(kinds, 'text')}, ${array(
      kinds.map(() => random),
      'bytea',
    )}, null, null`,
  ];
  return `select outcome, answer from submit_help_request(${call.join('\n  ')});\n`;
}

/** Runs the statement from `clients` connections for whole seconds; as our service's role, so that RLS is on. */
export async function runPgbench(options: {
  readonly databaseUrl: string;
  readonly sizes: readonly RowSizes[];
  readonly clients: number;
  readonly seconds: number;
}): Promise<{ readonly perSecond: number; readonly latencies: readonly number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'fulian-pgbench-'));
  try {
    const variables: string[] = [];
    const files: string[] = [];
    for (const [at, sizes] of options.sizes.entries()) {
      const file = join(folder, `submit-${at}.sql`);
      await writeFile(file, scriptOf(sizes, at));
      files.push('--file', file);
      for (const name of sealed)
        if (sizes[name] !== null) variables.push('--define', `${name}_${at}=${randomHex(sizes[name])}`);
    }
    return await runScripts({
      databaseUrl: options.databaseUrl,
      folder,
      clients: options.clients,
      seconds: options.seconds,
      options: ['--protocol=prepared', ...files, ...variables],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs pgbench as our service's role in a folder of its own, for its logs. */
export async function runScripts(order: {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly clients: number;
  /** How long; or else how many transactions of each client. */
  readonly seconds?: number;
  readonly transactions?: number;
  /** Scripts among them. */
  readonly options: readonly string[];
}): Promise<{ readonly perSecond: number; readonly latencies: readonly number[] }> {
  const { databaseUrl, folder, clients, seconds, transactions, options } = order;
  const length = transactions === undefined ? `--time=${seconds}` : `--transactions=${transactions}`;
  const url = new URL(databaseUrl);
  const { stdout } = await promisify(execFile)(
    findPgbench(),
    ['--no-vacuum', `--client=${clients}`, '--jobs=1', length, '--log', ...options],
    {
      cwd: folder,
      env: {
        ...process.env,
        PGHOST: url.hostname,
        PGPORT: url.port,
        PGUSER: url.username,
        PGPASSWORD: decodeURIComponent(url.password),
        PGDATABASE: url.pathname.slice(1),
        PGOPTIONS: '-c role=fulian_app -c synchronous_commit=on -c timezone=UTC',
      },
      maxBuffer: 10_000_000,
    },
  );
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log'));
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
  return { perSecond, latencies: texts.flatMap(latenciesOf) };
}

/** Ms of each transaction from pgbench's log, whose third column is µs. */
export function latenciesOf(log: string): number[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[2]) / 1_000);
}

/** From the PATH or from where Debian keeps it; throws what to install. */
function findPgbench(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const paths = [
    ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'pgbench')),
    ...versions.map((version) => join(debian, version, 'bin/pgbench')),
  ];
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error('pgbench is missing: install postgresql-contrib or put it on the PATH');
  return found;
}

function randomHex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}

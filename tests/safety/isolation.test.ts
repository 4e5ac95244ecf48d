/**
 * S6 and S8: what belongs to another federation, draft or request is not there, for the application and for the database
 * by itself; and what is deleted cannot be read any more. The matrix is made from the contract and from the database's own
 * catalogue: an operation, a parameter or a table that is new is in it, or fails here because nobody said what it is.
 */
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { staffTokenMac } from '../../packages/server/src/staff/staff.js';
import { roles, type StaffOperation } from '../../packages/server/src/staff/roles.js';
import { signedIn, type TestPerson } from '../../packages/server/src/staff/staff-fixture.js';
import { operations, type Operation } from '../contract/document.js';
import { kindsOfParameters } from './parameters.js';
import { answerOf, makeOwned, ownedBy, type Owned } from './owned.js';
import { everyRow, scopesOf, tablesOf, unguardedTables, type Settings } from './row-security.js';
import { makeStaffThings } from './staff-things.js';

const [here, there] = ['990101000000', '990102000000'] as const;

let service: TestService;
let admin: Client;
/** A request, a draft and listings here; the same in another draft here; and the same at another federation. */
let own: Owned;
let neighbour: Owned;
let foreign: Owned;
/** Somebody of the staff here. */
let person: TestPerson;

beforeAll(async () => {
  service = await createTestService({ config: { webhookAllow: ['127.0.0.1'] } });
  ({ admin } = service);
  own = await makeOwned(service, here);
  neighbour = await makeOwned(service, here);
  foreign = await makeOwned(service, there);
  for (const one of [neighbour, foreign]) one.ballotId = one.council.ballots.closed.id;
  await admin.query(`insert into federation_settings values ($1, 'form', '{}'), ($2, 'form', '{}')`, [here, there]);
  await makeStaffThings(service, here);
  person = await signedIn(service, 'worker', here);
  await service.call('listCases', { path: { code: here }, headers: person.headers });
  // As if it had been offered to itself: what matters is that nobody else sees it.
  await admin.query(
    'insert into case_guests select federation, federation, id from help_requests where federation = $1',
    [here],
  );
});
afterAll(() => service.close());

interface Row {
  title: string;
  operation: Operation;
  /** The same request with something of somebody else's, and with something that never was. */
  others: () => readonly Owned[];
  with: (pointed: Partial<Owned>) => Partial<Owned>;
  never: Partial<Owned>;
}

/** Ids that are well formed and that nobody was ever given. */
const never = {
  uploading: 'A'.repeat(22),
  loose: 'B'.repeat(22),
  attached: 'C'.repeat(22),
  number: '000000000000',
  secret: '0'.repeat(24),
  draft: 'N'.repeat(32),
  childCursor: Buffer.alloc(40, 7).toString('base64url'),
  searchCursor: Buffer.alloc(40, 8).toString('base64url'),
  pointCursor: Buffer.alloc(40, 9).toString('base64url'),
  feedbackCursor: Buffer.alloc(40, 10).toString('base64url'),
  pointId: 'D'.repeat(22),
  feedbackId: 'E'.repeat(22),
  tableVersion: 'F'.repeat(16),
  photoId: 'G'.repeat(22),
  ballotId: '00000000-0000-4000-8000-000000000000',
  councilCursor: Buffer.alloc(40, 11).toString('base64url'),
  topicCursor: Buffer.alloc(40, 12).toString('base64url'),
  meetingCursor: Buffer.alloc(40, 13).toString('base64url'),
  resolutionCursor: Buffer.alloc(40, 14).toString('base64url'),
  ballotCursor: Buffer.alloc(40, 15).toString('base64url'),
};

/** Which cursor belongs to which listing. */
const cursors = {
  searchFederations: 'searchCursor',
  listChildFederations: 'childCursor',
  searchServicePoints: 'pointCursor',
  listServicePointFeedback: 'feedbackCursor',
  listCouncils: 'councilCursor',
  listTopics: 'topicCursor',
  listMeetings: 'meetingCursor',
  listResolutions: 'resolutionCursor',
  listBallots: 'ballotCursor',
} as const;
/** A federation that never was. */
const nowhere = '123456789012';

/**
 * What a token of the operator may do, and who holds a receipt or a draft. What asks for a person of staff is in
 * staff-isolation.test.ts, by role; what asks for a member of a council in member-isolation.test.ts; what asks for an opened case, and
 * can be pointed at nothing besides, beside the service's own tests of it.
 */
const held = operations.filter((one) => {
  const schemes = one.security?.flat() ?? [];
  if (schemes.includes('member')) return false;
  if (schemes.includes('case')) return one.parameters.some(({ name }) => name === 'attachmentId');
  return !schemes.includes('staff') || roles[one.id as StaffOperation].includes('machine');
});

/** One row for each operation and each of the things of somebody else's that it can be pointed at. */
function matrix(): Row[] {
  const everybody = () => [foreign, neighbour];
  return held.flatMap((operation) => {
    const rows: Row[] = [];
    const add = (title: string, keys: readonly (keyof typeof never)[], others = everybody) => {
      const pick = (from: Partial<Owned>) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Owned>;
      rows.push({ title, operation, others, with: pick, never: pick(never) });
    };
    const takes = (name: string) => operation.parameters.some((one) => one.name === name);
    const schemes = operation.security?.flat() ?? [];
    if (takes('attachmentId')) {
      if (schemes.includes('draft')) {
        add('a file that is arriving', ['uploading']);
        add('the key of another draft', ['draft']);
      }
      if (schemes.includes('receipt') || schemes.includes('case')) add('a file of another request', ['attached']);
    }
    if (schemes.includes('receipt')) {
      add('the number of another request', ['number']);
      add('the secret of another request', ['secret']);
    }
    // Staff of one federation reaches all of its points.
    if (takes('pointId')) add('a point of another federation', ['pointId'], () => [foreign]);
    if (takes('feedbackId')) add('what was said elsewhere', ['feedbackId'], () => [foreign]);
    if (takes('photoId')) add('a photo of another federation', ['photoId'], () => [foreign]);
    if (takes('ballotId')) add('a ballot of another council', ['ballotId']);
    if (takes('tableVersion')) add('the table of another federation', ['tableVersion'], () => [foreign]);
    if (takes('cursor'))
      add('the cursor of another listing', [cursors[operation.id as keyof typeof cursors]], () => [
        foreign,
        {
          ...foreign,
          childCursor: own.searchCursor,
          searchCursor: own.childCursor,
          pointCursor: own.feedbackCursor,
          feedbackCursor: own.pointCursor,
          councilCursor: own.topicCursor,
          topicCursor: own.meetingCursor,
          meetingCursor: own.resolutionCursor,
          resolutionCursor: own.ballotCursor,
          ballotCursor: own.councilCursor,
        },
      ]);
    if (operation.id === 'submitHelpRequest') {
      add('a file of another draft', ['loose']);
      add('a file of another request', ['attached']);
      add('the key of another draft', ['draft']);
    }
    return rows;
  });
}

/** The answer that belongs to a thing that is not there. */
const statusOf = ({ id, parameters }: Operation, pointed: Partial<Owned> = {}) => {
  if (id === 'removeAttachment' || (id === 'removeServicePointPhoto' && pointed.photoId)) return 204;
  if (id === 'listServicePointNames') return 410;
  return parameters.some((one) => one.name === 'cursor') ? 400 : 404;
};

describe('S6 what belongs to somebody else', () => {
  it('is known for every parameter and scheme of the contract', () => {
    const names = new Set(operations.flatMap((one) => one.parameters.map((parameter) => parameter.name)));
    expect([...names].filter((name) => !(name in kindsOfParameters))).toEqual([]);
    expect(new Set(operations.flatMap((one) => one.security?.flat() ?? []))).toEqual(
      new Set(['receipt', 'draft', 'staff', 'case', 'member']),
    );
    const rows = new Set(matrix().map((row) => row.operation.id));
    const pointed = held.filter(
      (one) =>
        one.parameters.some((parameter) => kindsOfParameters[parameter.name] !== 'public') ||
        one.security?.some((way) => way.includes('receipt')),
    );
    expect(pointed.map((one) => one.id).filter((id) => !rows.has(id))).toEqual([]);
  });

  it.each(matrix().map((row) => [row.operation.id, row.title, row] as const))(
    '%s answers for %s as for one that never was, and changes no row',
    async (_, __, row) => {
      const before = await everyRow(admin);
      const right = { ...own, ...(row.operation.id === 'submitHelpRequest' && { attached: own.loose }) };
      for (const other of row.others()) {
        const known = await answerOf(service, row.operation, { ...right, ...row.with(other) }, row.with(other));
        const unknown = await answerOf(service, row.operation, { ...right, ...row.never }, row.never);
        expect(known.status, known.body).toBe(statusOf(row.operation, row.never));
        expect(known).toEqual(unknown);
      }
      expect(await everyRow(admin)).toEqual(before);
    },
  );

  it.each(held.filter((one) => /\{code\}.*\{(attachmentId|pointId|feedbackId)\}/.test(one.path)))(
    '$id does not find a thing of its own holder under the code of another federation',
    async (operation) => {
      const before = await everyRow(admin);
      const at = { ...own, federation: there };
      const known = await answerOf(service, operation, at, { pointId: own.pointId });
      const { uploading, pointId, feedbackId } = never;
      const unknown = await answerOf(service, operation, { ...at, uploading, feedbackId }, { pointId });
      expect(known.status).toBe(statusOf(operation));
      expect(known).toEqual(unknown);
      expect(await everyRow(admin)).toEqual(before);
    },
  );

  const ofStaff = held.filter((one) => one.security?.flat().includes('staff'));

  it.each(ofStaff)('$id answers staff of another federation as for a federation that never was', async (operation) => {
    const before = await everyRow(admin);
    const known = await answerOf(service, operation, { ...own, staff: foreign.staff }, {});
    const unknown = await answerOf(service, operation, { ...own, staff: foreign.staff, federation: nowhere }, {});
    expect(known.status, known.body).toBe(404);
    expect(known).toEqual(unknown);
    expect(await everyRow(admin)).toEqual(before);
  });

  it('is there for its holder: every request of the matrix succeeds with the right things', async () => {
    const done = new Set<string>();
    const mine = await makeOwned(service, here);
    for (const { operation } of matrix()) {
      if (done.has(operation.id) || operation.id === 'removeAttachment') continue;
      done.add(operation.id);
      const answer = await answerOf(service, operation, { ...mine, ...ownedBy(operation, mine) }, {});
      expect(answer.status, `${operation.id}: ${answer.body}`).toBeLessThan(300);
    }
    expect(done.size).toBeGreaterThan(5);
  });

  it('is not disturbed: a key that is used at one federation is new at another', async () => {
    const submit = operations.find((one) => one.id === 'submitHelpRequest')!;
    const first = await answerOf(service, submit, { ...own, attached: undefined }, {}, 'k'.repeat(32));
    const second = await answerOf(service, submit, { ...foreign, attached: undefined }, {}, 'k'.repeat(32));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers['idempotent-replayed']).toBeUndefined();
  });
});

describe('S6 row-level security, with the checks of the application taken away', () => {
  /** For everybody to read, and for nobody else to write: what a federation sets for its form, and its map. */
  const publicTables = ['federation_settings', 'service_points', 'service_point_photos', 'service_point_versions'];

  it('guards every table that knows a federation, by its columns and by what is in it', async () => {
    expect(await unguardedTables(admin, [here, there])).toEqual(['federations']);
  });

  it('would miss a table that somebody forgot, so that this proof can fail', async () => {
    await admin.query('begin');
    await admin.query('create table forgotten (federation text primary key)');
    await admin.query('create table hidden (place text primary key)');
    await admin.query('insert into hidden values ($1)', [here]);
    await admin.query('create table unforced (federation text primary key)');
    await admin.query('alter table unforced enable row level security');
    const found = await unguardedTables(admin, [here]);
    await admin.query('rollback');
    expect(found).toEqual(['federations', 'forgotten', 'hidden', 'unforced']);
  });

  /** Sees rows of `here` with these settings, in which tables; and changes them, in which. */
  async function reached(settings: Settings): Promise<string[]> {
    const found: string[] = [];
    const where = `strpos(t::text, '${here}') > 0`;
    for (const table of await tablesOf(admin)) {
      const { rows } = await admin.query<{ row: unknown }>(
        `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
      );
      expect(rows, `${table} has a row to be kept from others`).toHaveLength(1);
      const columns = await writtenColumns(table);
      const attempts: [how: string, text: string, values: unknown[]][] = [
        ['seen', `select 1 from ${table} t where ${where}`, []],
        ['deleted', `delete from ${table} t where ${where}`, []],
        [
          'changed',
          `update ${table} t set ${await firstColumn(table)} = ${await firstColumn(table)} where ${where}`,
          [],
        ],
        [
          'added',
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
          [rows[0]!.row],
        ],
      ];
      for (const [how, text, values] of attempts) {
        if (how === 'seen' && publicTables.includes(table)) continue;
        if (await works(settings, text, values)) found.push(`${table} ${how}`);
      }
    }
    return found;
  }

  /** All but those that the database computes. */
  async function writtenColumns(table: string): Promise<string> {
    const { rows } = await admin.query<{ names: string }>(
      `select string_agg(attname, ', ' order by attnum) as names from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
      [table],
    );
    return rows[0]!.names;
  }

  async function firstColumn(table: string): Promise<string> {
    const { rows } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and attidentity = '' order by attnum limit 1`,
      [table],
    );
    return rows[0]!.name;
  }

  /** Whether a statement does anything as the service's role with these settings. What it does is undone. */
  async function works(settings: Settings, text: string, values: unknown[]): Promise<boolean> {
    await admin.query('begin');
    try {
      await admin.query('set local role fulian_app');
      for (const [name, value] of Object.entries(settings))
        await admin.query('select set_config($1, $2, true)', [`fulian.${name}`, value]);
      return ((await admin.query(text, values)).rowCount ?? 0) > 0;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      // Not allowed, or not by anybody: the audit log only grows.
      if (code === '42501' || code === 'FL405') return false;
      // The row is there already: nothing but that kept it from being added.
      if (code === '23505') return true;
      // What hangs on it keeps it, and nothing else.
      if (code === '23503') return true;
      throw new Error(`${text}: ${code} ${message}`, { cause: error });
    } finally {
      await admin.query('rollback');
    }
  }

  it.each(scopesOf(there))('S6 gives 0 rows to %s', async (_, settings) => {
    expect(await reached(settings({ own: foreign, other: own }))).toEqual([]);
  });

  it.each(scopesOf('990101001000'))('S6 gives 0 rows of a county to its township: %s', async (_, settings) => {
    expect(await reached(settings({ own: foreign, other: own }))).toEqual([]);
  });

  it('S6 lets what sweeps reach what expires, and nothing of a request', async () => {
    const found = (await reached({ scope: 'sweep' })).map((one) => one.split(' ')[0]);
    expect(new Set(found)).toEqual(
      new Set([
        'attachment_pieces',
        'attachments',
        'case_feed',
        'council_sessions',
        'council_vouchers',
        'idempotency_keys',
        'webhook_deliveries',
      ]),
    );
    const { rows } = await admin.query<{ id: string }>('select id from attachments where request_id is not null');
    expect(rows.length).toBeGreaterThan(0);
    expect(await works({ scope: 'sweep' }, 'select 1 from attachments where request_id is not null', [])).toBe(false);
    expect(
      await works({ scope: 'sweep' }, 'select 1 from attachment_pieces where attachment_id = any ($1)', [
        rows.map((row) => row.id),
      ]),
    ).toBe(false);
  });

  it('S6 gives the rows to those whose they are, so that this proof can fail', async () => {
    const scopes: Settings[] = [
      { scope: 'staff', federation: here },
      { scope: 'visitor', federation: here, draft: own.draftMac },
      { scope: 'receipt', federation: here, request: own.request },
      { number: own.number },
      { token: own.tokenMac },
      { token: staffTokenMac(service.keys.staff, person.headers.authorization.slice(7)).toString('hex') },
      { login: person.account },
      { scope: 'audit', audited: here },
      { scope: 'feed' },
      { scope: 'courier' },
      { scope: 'council', federation: here, council: own.council.council.council },
      ...Object.values(own.council.ballots).map(({ id }) => ({
        scope: 'ballot',
        federation: here,
        council: own.council.council.council,
        ballot: id,
      })),
      { voucher: own.council.voucher },
    ];
    const seen = new Set<string>();
    for (const settings of scopes)
      for (const what of await reached(settings)) if (what.endsWith(' seen')) seen.add(what.slice(0, -5));
    const guarded = (await tablesOf(admin)).filter((table) => !publicTables.includes(table));
    expect([...seen].sort()).toEqual(guarded);
  });
});

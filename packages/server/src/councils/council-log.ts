import { canonicalJson, firstHash, headText, type LogBodies, type LogKind } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { councilIdOf, inCouncil, type CouncilPlace } from './council-place.js';

/** The head on the wire. */
export type LogHead = components['schemas']['LogHead'];

/** What was added to a log. */
export interface LoggedEntry {
  readonly seq: number;
  /** The database's time. */
  readonly at: Date;
  readonly hash: Buffer;
}

/** The most entries that are answered at once. */
export const mostEntries = 20_000;

/**
 * Adds an entry to the log of a council (G1, G2), in the transaction that `db` is in, under whatever scope it has. Holds the log
 * until that transaction ends: call it late, but before `append_audit`.
 *
 * @param at for sample data only; default: the database's clock
 */
export async function appendCouncilLog<Kind extends LogKind>(
  db: Kysely<Tables>,
  { federation, council }: CouncilPlace,
  kind: Kind,
  body: LogBodies[Kind],
  at?: Date,
): Promise<LoggedEntry> {
  const { rows } = await sql<LoggedEntry>`select seq, at, hash
    from append_council_log(${federation}, ${council}::uuid, ${kind}, ${canonicalJson(body)}, ${at ?? null}::timestamptz)`.execute(
    db,
  );
  return rows[0]!;
}

/** PKCS 8 of an Ed25519 key, up to its 32 bytes (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicBytes = 32;

/** Reads the logs of councils and signs their heads (G3). */
export class CouncilLogs {
  readonly #key: KeyObject;
  /** The public key of the heads, 64 hex digits. */
  readonly publicKey: string;

  constructor(
    private readonly database: Database,
    /** Of the keyring's purpose `council-log`. */
    seed: Uint8Array,
    private readonly clock: Clock,
  ) {
    this.#key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
    const exported = createPublicKey(this.#key).export({ format: 'der', type: 'spki' });
    this.publicKey = exported.subarray(-publicBytes).toString('hex');
  }

  /** The head, signed now; undefined where there is no such council. */
  async head(place: CouncilPlace): Promise<LogHead | undefined> {
    return inCouncil(this.database, place, async (db) => this.#sign(place, await readHead(db, place)));
  }

  /**
   * The canonical JSON (G1) of a `CouncilLog`: at most 20,000 entries after a number, and the signed head; undefined where there is no
   * such council. Who verifies it demands this very text, so that not a byte of it can be another one.
   */
  async read(place: CouncilPlace, after = 0): Promise<string | undefined> {
    return inCouncil(this.database, place, async (db) => {
      // The head first: what is added meanwhile is more than it says, and is left out.
      const found = await readHead(db, place);
      const head = this.#sign(place, found);
      if (!head) return undefined;
      const rows = await db
        .selectFrom('council_log')
        .select(['entry', 'hash'])
        .where('federation', '=', place.federation)
        .where('council', '=', place.council)
        .where('seq', '>', after)
        .where('seq', '<=', head.seq)
        .orderBy('seq')
        .limit(mostEntries)
        .execute();
      const entries = rows.map(({ entry, hash }) => withHash(entry, hash.toString('hex')));
      return `{"council":"${head.council}","entries":[${entries.join(',')}],"head":${canonicalJson(head)}}`;
    });
  }

  #sign(place: CouncilPlace, found: FoundHead | undefined): LogHead | undefined {
    if (!found) return undefined;
    const facts = {
      council: councilIdOf(place),
      seq: found.seq ?? 0,
      hash: found.hash?.toString('hex') ?? firstHash,
      at: this.clock.now().toISOString(),
    };
    const signature = sign(null, Buffer.from(headText(facts), 'utf8'), this.#key).toString('hex');
    return { ...facts, key: this.publicKey, signature };
  }
}

/** The text of an entry with its hash, which stands before the kind; no text of a body comes after that. */
function withHash(entry: string, hash: string): string {
  const at = entry.lastIndexOf(',"kind":"');
  return `${entry.slice(0, at)},"hash":"${hash}"${entry.slice(at)}`;
}

interface FoundHead {
  readonly seq: number | null;
  readonly hash: Buffer | null;
}

function readHead(db: Kysely<Tables>, { federation, council }: CouncilPlace): Promise<FoundHead | undefined> {
  return db
    .selectFrom('councils')
    .leftJoin('council_log_heads as head', (join) =>
      join.onRef('head.federation', '=', 'councils.federation').onRef('head.council', '=', 'councils.id'),
    )
    .select(['head.seq', 'head.hash'])
    .where('councils.federation', '=', federation)
    .where('councils.id', '=', council)
    .executeTakeFirst();
}

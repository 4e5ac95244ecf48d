import { operations, type OperationId } from '@fulian/contract/operations';
import { paperInput } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { buildApp, type AppParts } from '../app.js';
import { memberTokenMac, newMemberToken } from '../membership/members.js';
import { actorOf } from '../staff/audit-chain.js';
import { AuditLog } from '../staff/audit.js';
import { StaffRepository } from '../staff/repository.js';
import { newStaffToken, staffTokenMac } from '../staff/staff.js';
import { demoBallots, type DemoBallot } from './council-motions.js';
import { demoCouncils, type DemoCouncil } from './councils.js';
import { demoAccounts } from './staff-accounts.js';

type Schemas = components['schemas'];
type Choice = Schemas['ballot_Choice'];

const { voprf } = ristretto255_oprf;
const minutes = 5;
const organiser = demoAccounts.find((one) => one.account === 'demo-supervisor')!;

/**
 * Lets the demo's members vote, by the service itself: ballots are opened, filled and closed now, since nobody but the database's clock says
 * when. Skips a council that has ballots. The sessions that it needs end with it.
 */
export async function seedDemoBallots(parts: AppParts): Promise<void> {
  const { database } = parts;
  const open = new Map<DemoCouncil, readonly DemoBallot[]>();
  for (const [index, council] of demoCouncils.entries()) {
    const { federation } = council;
    const there = await database.scoped({ scope: 'staff', federation }, (db) =>
      db
        .selectFrom('ballots')
        .select('id')
        .where('federation', '=', federation)
        .where('council', '=', council.council)
        .limit(1)
        .execute(),
    );
    if (there.length === 0) open.set(council, demoBallots(council, index));
  }
  if ([...open.values()].every((ballots) => ballots.length === 0)) return;
  const app = await buildApp({ ...parts, logStream: { write: () => undefined }, folders: undefined });
  try {
    await asOrganiser(parts, async (token) => {
      for (const [council, ballots] of open) {
        const hall = new Hall(app, council, token, await signIn(parts, council));
        for (const [at, ballot] of ballots.entries()) await hall.hold(ballot, at);
        await signOut(parts, council);
      }
    });
  } finally {
    await app.close();
  }
}

/** A council that votes. */
class Hall {
  constructor(
    private readonly app: FastifyInstance,
    private readonly council: DemoCouncil,
    private readonly token: string,
    private readonly members: readonly string[],
  ) {}

  /** Prepares a ballot and takes it as far as it is to come. */
  async hold(ballot: DemoBallot, at: number): Promise<void> {
    const desk = (what: string) => ({
      authorization: `Bearer ${this.token}`,
      'idempotency-key': `demo-${this.council.federation}-${what}-${at}`,
    });
    const prepared = await this.#call('prepareBallot', '', desk('prepare'), ballot.draft);
    // Somebody else who starts at the same time is at it.
    if (prepared.headers['idempotent-replayed'] || ballot.until === 'draft') return;
    const { id } = prepared.json<Schemas['Ballot']>();
    const asRead = { 'if-match': String(prepared.headers.etag) };
    const opened = await this.#call('openBallot', id, { ...desk('open'), ...asRead });
    const { paperKey } = opened.json<Schemas['Ballot']>();
    for (const [index, choice] of ballot.choices.entries()) {
      const member = { 'fulian-member': this.members[index]! };
      if (paperKey === undefined) await this.#call('castOpenVote', id, member, { choice });
      else await this.#castSecret(id, paperKey, member, choice);
    }
    if (ballot.until === 'open') return;
    await this.#call('closeBallot', id, desk('close'));
    if (ballot.resolution)
      await this.#call('recordResolution', '', desk('resolve'), { ...ballot.resolution, ballot: id });
  }

  async #castSecret(id: string, paperKey: string, member: Record<string, string>, choice: Choice): Promise<void> {
    const paper = randomBytes(32).toString('hex');
    const input = paperInput(paper, id);
    const { blind, blinded } = voprf.blind(input);
    const asked = { blinded: Buffer.from(blinded).toString('hex') };
    const answer = await this.#call('takeBallotPaper', id, member, asked);
    const { evaluated, proof } = answer.json<Schemas['PaperAnswer']>();
    const bytes = (hex: string) => Buffer.from(hex, 'hex');
    const seal = voprf.finalize(input, blind, bytes(evaluated), blinded, bytes(paperKey), bytes(proof));
    await this.#call('castSecretVote', id, {}, { paper, seal: Buffer.from(seal).toString('hex'), choice });
  }

  async #call(id: OperationId, ballot: string, headers: Record<string, string>, payload?: object) {
    const { method, path } = operations[id];
    const url = path.replace('{councilId}', this.council.id).replace('{ballotId}', ballot);
    const answer = await this.app.inject({ method, url, headers, ...(payload && { payload }) });
    if (answer.statusCode >= 400) throw new Error(`The demo was refused ${id} (${answer.statusCode})`);
    return answer;
  }
}

async function asOrganiser(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  work: (token: string) => Promise<void>,
): Promise<void> {
  const repository = new StaffRepository(database);
  const audit = new AuditLog(database, keys.audit, clock);
  const token = newStaffToken();
  const mac = staffTokenMac(keys.staff, token);
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const facts = { actor: actorOf(organiser), operation: 'demo' };
  const times = { now, expiresAt, idleUntil: expiresAt };
  const session = { ...organiser, ...times, mac, password: undefined, step: undefined, proven: true };
  await audit.write(organiser.federation, facts, (entry) => repository.startSession(session, entry));
  try {
    await work(token);
  } finally {
    await audit.write(organiser.federation, facts, (entry) => repository.endSession(organiser, mac, entry));
  }
}

/** Tokens of all members, for some minutes. */
async function signIn(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  { federation, council, members }: DemoCouncil,
): Promise<string[]> {
  const now = clock.now();
  const expires_at = new Date(now.getTime() + minutes * 60_000);
  const tokens = members.map(newMemberToken);
  const rows = tokens.map((token, at) => ({
    ...{ federation, council, member: members[at]!.id, created_at: now, expires_at },
    mac: memberTokenMac(keys.member, token),
  }));
  await database.scoped({ scope: 'staff', federation }, (db) =>
    db.insertInto('council_sessions').values(rows).execute(),
  );
  return tokens;
}

async function signOut({ database }: Pick<AppParts, 'database'>, { federation, council }: DemoCouncil): Promise<void> {
  await database.scoped({ scope: 'staff', federation }, (db) =>
    sql`delete from council_sessions where federation = ${federation} and council = ${council}
      and expires_at - created_at = make_interval(mins => ${minutes})`.execute(db),
  );
}

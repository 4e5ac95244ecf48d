import type { components } from '@fulian/contract/types';
import { operations, type OperationId } from '@fulian/contract/operations';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import {
  draftOf,
  blindPaper,
  type TestBallot,
  type TestPaper,
} from '../../packages/server/src/ballots/ballot-fixture.js';
import {
  makeCouncil,
  village,
  type TestCouncil,
  type TestMember,
} from '../../packages/server/src/councils/council-fixture.js';
import { openDatabase } from '../../packages/server/src/database/database.js';
import { deriveKeys } from '../../packages/server/src/keys/keyring.js';
import { scale } from './scale.js';
import { FaultyService } from './service.js';

type Schemas = components['schemas'];

/** What an operation answered. */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body & { readonly code?: string };
}

/** What is sent. */
export interface Sent {
  readonly path: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Milliseconds after which whoever insists gives up. In a long run 500 votes are in flight at any time, of which the service answers most that they
 * may come again; the unlucky one comes often.
 */
const patience = scale(180_000, 1_800_000);

/** A service that can be killed, with a council in its database. */
export class BallotHouse {
  private constructor(
    readonly service: FaultyService,
    readonly council: TestCouncil,
  ) {}

  /** Starts the service on a new database with a council of so many members, all signed in. */
  static async start(count: number): Promise<BallotHouse> {
    const master = randomBytes(32);
    const service = await FaultyService.start({ DEMO: 'off', FULIAN_MASTER_KEY: master.toString('hex') });
    const admin = new Client({ connectionString: service.adminUrl });
    await admin.connect();
    const database = openDatabase(service.adminUrl);
    try {
      await admin.query('insert into federations (code, name) values ($1, $2)', [village, '荷塘村']);
      const clock = { time: Date.now(), now: () => new Date() };
      const council = await makeCouncil({ admin, clock, keys: deriveKeys(master), database }, count);
      // A long run takes longer than a desk may be left alone.
      await admin.query(
        `update staff_sessions set idle_until = now() + interval '1 day', expires_at = now() + interval '1 day'`,
      );
      return new BallotHouse(service, council);
    } finally {
      await database.close();
      await admin.end();
    }
  }

  /** Calls an operation once. Rejects where the connection breaks. */
  async call<Body>(id: OperationId, { path, headers, body }: Sent): Promise<Answered<Body> & { etag: string | null }> {
    const { method, path: template } = operations[id];
    const url = `${this.service.url}${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name]!)}`;
    const response = await fetch(url, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    return {
      status: response.status,
      body: (await response.json()) as Answered<Body>['body'],
      etag: response.headers.get('etag'),
    };
  }

  /**
   * The same until the service answers for it: a broken connection and a 503 say nothing of whether it was done. Rejects where nothing answers for
   * so long that nobody is there any more.
   */
  async insist<Body>(id: OperationId, sent: Sent): Promise<Answered<Body> & { etag: string | null }> {
    const until = Date.now() + patience;
    for (;;) {
      if (this.service.ended) throw new Error(this.service.ended);
      const answered = await this.call<Body>(id, sent).catch((error: unknown) => {
        if (Date.now() > until) throw error;
      });
      if (answered && answered.status !== 503 && answered.body.code !== 'idempotency-key-running') return answered;
      if (Date.now() > until) throw new Error(`${id} was answered ${answered?.status ?? 'nothing'} only`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Prepares and opens a ballot. */
  async open(rules: Parameters<typeof draftOf>[0]): Promise<TestBallot> {
    const { path, organiser } = this.council;
    const key = () => ({ 'idempotency-key': randomBytes(24).toString('base64url') });
    const prepared = await this.insist<Schemas['Ballot']>('prepareBallot', {
      path,
      headers: { ...organiser.headers, ...key() },
      body: draftOf(rules, { closesAt: new Date(Date.now() + 24 * 3_600_000).toISOString() }),
    });
    const ballot = { ...path, ballotId: prepared.body.id };
    const opened = await this.insist<Schemas['Ballot']>('openBallot', {
      path: ballot,
      headers: { ...organiser.headers, ...key(), 'if-match': prepared.etag! },
    });
    if (opened.status !== 200) throw new Error(`openBallot: ${JSON.stringify(opened.body)}`);
    return {
      path: ballot,
      id: prepared.body.id,
      paperKey: opened.body.paperKey,
      closesAt: new Date(opened.body.closesAt!),
    };
  }

  /** Asks twice at once for a member's paper, as a page does that was reloaded in between. */
  async paper(ballot: TestBallot, member: TestMember): Promise<TestPaper> {
    const { blinded, finish } = blindPaper(ballot);
    const ask = () =>
      this.insist<Schemas['PaperAnswer']>('takeBallotPaper', {
        path: ballot.path,
        headers: member.headers,
        body: { blinded },
      });
    const [one, other] = await Promise.all([ask(), ask()]);
    if (one.status !== 200 || other.body.evaluated !== one.body.evaluated)
      throw new Error(`takeBallotPaper: ${JSON.stringify([one.body, other.body])}`);
    return finish(one.body);
  }

  /** Closes it, or finds it closed. */
  async close(ballot: TestBallot): Promise<Schemas['Ballot']> {
    const { body } = await this.insist<Schemas['Ballot']>('closeBallot', {
      path: ballot.path,
      headers: { ...this.council.organiser.headers, 'idempotency-key': randomBytes(24).toString('base64url') },
    });
    if (body.result === undefined) throw new Error(`closeBallot: ${JSON.stringify(body)}`);
    return body;
  }

  /** The body of the entry of the log that closed a ballot, and when that was. */
  async closing(ballot: TestBallot): Promise<{ at: string; body: ClosingBody }> {
    const [row] = await this.service.query<{ entry: string }>(
      `select entry from council_log where entry like '%"kind":"ballot-closed"%' and entry like '%${ballot.id}%'`,
    );
    return JSON.parse(row!.entry) as { at: string; body: ClosingBody };
  }
}

/** What the log says of a closing; of an open ballot the votes, of a secret one papers and choices. */
export interface ClosingBody {
  readonly votes?: readonly { readonly member: string; readonly choice: Choice }[];
  readonly used?: readonly string[];
  readonly choices?: readonly Choice[];
}

type Choice = Schemas['ballot_Choice'];

/** Runs a task for each of a list, at most so many at once. */
export async function forEachOf<T>(
  all: readonly T[],
  atOnce: number,
  task: (one: T, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < all.length) {
      const at = next++;
      await task(all[at]!, at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { systemClock } from '../../../packages/server/src/clock.js';
import { openDatabase } from '../../../packages/server/src/database/database.js';
import { FederationKeys } from '../../../packages/server/src/keys/federation-keys.js';
import { deriveKeys } from '../../../packages/server/src/keys/keyring.js';
import { signedIn } from '../../../packages/server/src/staff/staff-fixture.js';
import { county, startOwnService, type OwnService } from '../server/own-service.js';
import { sealCases, writeCases } from './cases.js';
import {
  caseQuestions,
  deepQuestions,
  filteredQuestions,
  kinds,
  pageRows,
  queuePath,
  queueQuestions,
  type Kind,
  type Question,
} from './questions.js';

/** Our service with cases in it, somebody who has signed in, and what she asks. */
export interface QueueService extends OwnService {
  readonly headers: Readonly<Record<string, string>>;
  readonly questions: ReadonlyMap<Kind, readonly Question[]>;
}

/** Starts it with so many cases. Throws where its answers are not those that were written. */
export async function startQueueService(count: number, tell: (what: string) => void): Promise<QueueService> {
  const master = randomBytes(32);
  tell('starting our service with its database');
  const service = await startOwnService({ DEMO: 'off', FULIAN_MASTER_KEY: master.toString('base64') });
  try {
    tell(`writing ${count} cases`);
    await writeCases(service.databaseUrl, count);
    const keys = deriveKeys(master);
    const database = openDatabase(service.databaseUrl);
    const admin = new Client({ connectionString: service.databaseUrl });
    await admin.connect();
    try {
      const cases = await sealCases(service.databaseUrl, new FederationKeys(database, keys.wrapping, systemClock), 300);
      const { headers } = await signedIn({ admin, clock: { ...systemClock, time: 0 }, keys }, 'supervisor', county);
      const ask = askingAs(service.origin, headers);
      const total = await proven(ask, count);
      const cursors: string[] = [];
      for (let at = 1; at <= 20; at += 1) {
        const { nextCursor } = await ask(queuePath({ skip: Math.floor(((total - 2 * pageRows) * at) / 20) }));
        if (nextCursor === undefined) throw new Error('a page in the middle of the queue has no next one');
        cursors.push(nextCursor);
      }
      const questions = {
        queue: await queueQuestions(),
        filtered: await filteredQuestions(),
        deep: await deepQuestions(cursors),
        case: await caseQuestions(cases),
      };
      for (const kind of kinds) await ask(questions[kind][0]!.path);
      return {
        ...service,
        headers,
        questions: new Map(kinds.map((kind) => [kind, questions[kind]])),
      };
    } finally {
      await admin.end();
      await database.close();
    }
  } catch (error) {
    await service.stop();
    throw error;
  }
}

interface CasePage {
  readonly items: readonly { readonly nextDue?: string }[];
  /** Of counts. */
  readonly all?: number;
  readonly nextCursor?: string;
}

function askingAs(origin: string, headers: Readonly<Record<string, string>>) {
  return async (path: string): Promise<CasePage> => {
    const answer = await fetch(origin + path, { headers });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as CasePage;
  };
}

/** The queue has the open cases of the county, the first due first. */
async function proven(ask: (path: string) => Promise<CasePage>, count: number): Promise<number> {
  const { items } = await ask(queuePath({}));
  const { all: total = 0 } = await ask(`/v1/federations/${county}/case-counts`);
  const dues = items.map(({ nextDue }) => Date.parse(nextDue ?? ''));
  if (items.length !== pageRows || dues.some((due, at) => at > 0 && !(due >= dues[at - 1]!)))
    throw new Error('the queue is not in the order of what is due');
  if (total < count * 0.15 || total > count * 0.25) throw new Error(`the queue has ${total} rows of ${count} cases`);
  return total;
}

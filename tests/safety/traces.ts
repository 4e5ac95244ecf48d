/**
 * Takes any journey, walks it in a browser whose profile lies on the disk, and tells everywhere where planted words are
 * left: S2 on her device, S3 in addresses, titles, events and logs, S8 in the files of the database.
 */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestService } from '../../packages/server/src/service-fixture.js';
import { startEnvironment, type Engine, type VisitOptions } from '../e2e/environment.js';
import type { Journey } from '../e2e/journey.js';
import { searchFolder, searchText, type Find } from './search.js';

/** Where words were found, by the kind of place; all empty is as it should be. */
export interface Traces {
  /** The whole profile of the browser, after it has ended in good order. */
  profile: Find[];
  /** Every address that the browser asked for, and what it said from where it came. */
  addresses: Find[];
  /** The title and address of the page, and what our elements told it. */
  page: Find[];
  /** What the service logged. */
  log: Find[];
  /** The files of the database, its write-ahead log included. */
  database: Find[];
}

export interface Walk {
  engine: Engine;
  /** What is done on the page; the tab is closed after it. */
  journey: Journey;
  /** Words that the journey writes and that must be nowhere. */
  words: readonly string[];
  visit?: VisitOptions;
  /** After the journey, while the service still runs; for traces that a test plants itself. */
  afterwards?: (service: TestService) => Promise<void>;
}

/** Walks the journey and searches everything. */
export async function tracesOf({ engine, journey, words, visit, afterwards }: Walk): Promise<Traces> {
  const profile = mkdtempSync(join(tmpdir(), 'fulian-profile-'));
  const house = await startEnvironment(engine, { userDataDir: profile });
  try {
    const made = await house.visit({ ...visit, ownProfile: true, prepare: listen });
    const sent: string[] = [];
    made.page.on('request', (request) => sent.push(`${request.url()} ${request.headers().referer ?? ''}`));
    await journey(made.visitor);
    const seen = await made.page.evaluate(readPage);
    await afterwards?.(house.service);
    await made.end();
    await house.browser.close();
    return {
      profile: searchFolder(profile, words),
      addresses: searchText('an address', [...made.requests, ...sent].join('\n'), words),
      page: searchText('the page', seen, words),
      log: searchText('the log', house.service.lines.join('\n'), words),
      database: await searchDatabase(house.service, words),
    };
  } finally {
    await house.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the page: notes what our elements tell it, on what survives until the end of the page. */
function listen(): void {
  const told: unknown[] = [];
  Object.assign(window, { told });
  for (const name of ['fl-step', 'fl-submitted', 'fl-exited'])
    addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]), true);
}

/** Runs in the page. */
function readPage(): string {
  const { told = [] } = window as { told?: unknown[] };
  return JSON.stringify([document.title, location.href, document.referrer, history.state, window.name, told]);
}

/** The files of the service's own database and the log that all databases of the cluster share. */
async function searchDatabase(service: TestService, words: readonly string[]): Promise<Find[]> {
  await service.admin.query('checkpoint');
  const { rows } = await service.admin.query<{ named: string; pid: number; oid: number }>(
    `select current_setting('data_directory') as named, pg_backend_pid() as pid, oid::int
       from pg_database where datname = current_database()`,
  );
  const { named, pid, oid } = rows[0]!;
  // On Linux the server knows its folder by an open descriptor only; it works inside that folder.
  const folder = named.startsWith('/proc/') ? readlinkSync(`/proc/${pid}/cwd`) : named;
  return [join('base', String(oid)), 'pg_wal'].flatMap((part) => searchFolder(join(folder, part), words));
}

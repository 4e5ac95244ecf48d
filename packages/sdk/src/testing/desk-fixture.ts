import { createClient } from '../client.js';
import { createCaseDeskStore } from '../stores/case-desk/index.js';
import type { FilterKeeper } from '../stores/case-desk/types.js';
import { createStaffSession } from '../stores/staff-session/index.js';
import { testPassword } from './cases/test-staff.js';
import { createTestServer } from './server.js';

/** A session over a test server that nobody has signed in to. A call is tried once. */
export function newSession() {
  const server = createTestServer();
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const session = createStaffSession({ client });
  const calls = (operation: string) => server.requests.filter((one) => one.operation === operation);
  return { server, client, session, calls };
}

/** The same with somebody signed in. */
export async function signedIn(account = 'worker.qingxi') {
  const parts = newSession();
  await parts.session.signIn(account, testPassword);
  return parts;
}

/** A desk with its queue. */
export async function loadedDesk({ account = 'worker.qingxi', many = 0, keep }: DeskSettings = {}) {
  const parts = await signedIn(account);
  if (many > 0) parts.server.state.cases.addMany(many);
  const desk = createCaseDeskStore({ session: parts.session, ...(keep && { keep }) });
  await desk.load();
  return { ...parts, desk };
}

interface DeskSettings {
  readonly account?: string;
  /** Cases besides the samples. */
  readonly many?: number;
  readonly keep?: FilterKeeper;
}

import { createClient } from '../client.js';
import { type BallotStoreOptions, createBallotStore } from '../stores/ballot/index.js';
import { createCouncilStore } from '../stores/council/index.js';
import type { NetworkLike } from '../stores/network.js';
import {
  testBallotId,
  type TestBallotName,
  testCouncilId,
  testInvitation,
  testMemberId,
} from './councils/sample-councils.js';
import { createTestServer, type TestServerOptions } from './server.js';

/** A test server with a client that tries once. */
export function newCouncilServer(options: TestServerOptions = {}) {
  const server = createTestServer(options);
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const calls = (operation: string) => server.requests.filter((one) => one.operation === operation);
  return { server, client, calls, council: testCouncilId() };
}

/** The first council's store with a member signed in; `undefined`: a visitor. */
export async function loadedCouncil(member?: number, network?: NetworkLike) {
  const parts = newCouncilServer();
  const store = createCouncilStore({ client: parts.client, council: parts.council, network });
  if (member !== undefined) await store.openWithCode(testInvitation(member));
  await store.load();
  return { ...parts, store };
}

/** A sample ballot's store with a member signed in. */
export async function loadedBallot(
  name: TestBallotName,
  member: number | null = 4,
  options: Partial<BallotStoreOptions> & TestServerOptions = {},
) {
  const parts = newCouncilServer(options);
  const { client, council, server } = parts;
  const ballot = testBallotId(name);
  const store = createBallotStore({ client, council, ballot, clock: options.now, ...options });
  if (member !== null) await store.session.openWithCode(testInvitation(member));
  await store.load();
  const stored = server.state.councils.find(council)!.ballot(ballot)!;
  return { ...parts, store, stored, ballot, me: testMemberId(member ?? 0) };
}

/** A keeper in memory, as a device's storage. */
export function memoryKeeper(text: string | null = null) {
  const keeper = {
    text,
    fails: false,
    read: () => keeper.text,
    write: (written: string) => {
      if (keeper.fails) throw new Error('no room');
      keeper.text = written;
    },
    remove: () => void (keeper.text = null),
  };
  return keeper;
}

/** A network that is switched by hand. */
export function switchedNetwork(): NetworkLike & { set(isOnline: boolean): void } {
  const listeners = new Set<() => void>();
  let isOnline = true;
  return {
    get isOnline() {
      return isOnline;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(is) {
      isOnline = is;
      for (const listener of listeners) listener();
    },
  };
}

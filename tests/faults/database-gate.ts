import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to connections: they pass, are refused, or stay open and silent. */
export type GateState = 'open' | 'closed' | 'silent';

/** A TCP gate in front of a database, to take the database away from a service and give it back. */
export interface DatabaseGate {
  /** The database's address, through the gate. */
  readonly url: string;
  set(state: GateState): void;
  close(): Promise<void>;
}

/** Starts a gate on 127.0.0.1 in front of the database at `url`. */
export async function openGate(url: string): Promise<DatabaseGate> {
  const behind = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  let state: GateState = 'open';

  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (state === 'closed') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(behind.port), behind.hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
    if (state === 'silent') pause(pair);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: here.href,
    set(next) {
      state = next;
      for (const pair of pairs) {
        if (next === 'closed') for (const socket of pair) socket.resetAndDestroy();
        else if (next === 'silent') pause(pair);
        else for (const socket of pair) socket.resume();
      }
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pause(pair: [Socket, Socket]): void {
  for (const socket of pair) socket.pause();
}

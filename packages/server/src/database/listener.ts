import { Client } from 'pg';

/** A connection that hears of a channel. */
export interface Listening {
  /** Whether it hears now. */
  isHearing(): boolean;
  close(): Promise<void>;
}

const connectMs = 3_000;
const shortestWaitMs = 100;
const longestWaitMs = 5_000;

/**
 * Hears of a channel on a connection of its own and connects again, for ever, where that is lost. `heard` is called for every
 * notification and whenever the connection stands again: what was said in between is lost, so who listens must look by itself.
 */
export function listen(url: string, channel: string, heard: () => void): Listening {
  if (!/^[a-z_]+$/.test(channel)) throw new TypeError('A channel is a plain word');
  let client: Client | undefined;
  let hearing = false;
  let closed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const own = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
      application_name: 'fulian-listen',
      options: '-c role=fulian_app',
    });
    client = own;
    // Told once, whatever of it comes first.
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      hearing = false;
      own.end().catch(() => undefined);
      if (closed) return;
      const most = Math.min(longestWaitMs, shortestWaitMs * 2 ** failures);
      failures += 1;
      // Many processes lose their connections at the same moment.
      timer = setTimeout(() => void connect(), most * (0.5 + Math.random() / 2)).unref();
    };
    own.on('error', again);
    own.on('end', again);
    own.on('notification', heard);
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
    } catch {
      return again();
    }
    if (lost || closed) return;
    failures = 0;
    hearing = true;
    heard();
  };
  void connect();
  return {
    isHearing: () => hearing,
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

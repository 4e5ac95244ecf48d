import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { StartError } from './start-error.js';

/** How many calls a minute; 0 means no limit. */
export interface RateLimits {
  /** Reading what is public, an address. */
  readonly read: number;
  /** Submitting a request, an address. Many phones share the address of one mobile network. */
  readonly submit: number;
  /** Files and their pieces, an address. */
  readonly upload: number;
  /** Reading with a receipt, an address. */
  readonly receipt: number;
  /** What visitors say of service points, an address. */
  readonly feedback: number;
  /** Signing in and what else checks a password, an address. A county's office has one address. */
  readonly signIn: number;
  /** Whatever else staff does, an address. */
  readonly staff: number;
  /** Members of councils, who may all sit in one room behind one address. */
  readonly member: number;
  /** Requests submitted and files announced, and apart from them what is said of places, a federation. */
  readonly federation: number;
}

/** When guessing receipts becomes slow; see `security/guess-brake.ts`. */
export interface GuessLimits {
  /** Wrong receipts from one address within the window before it is slowed; 0 means never. */
  readonly perAddress: number;
  /** Wrong secrets for one case number within the window before guesses at it are slowed; 0 means never. */
  readonly perCase: number;
}

/** What is kept of files that nobody has submitted yet. */
export interface DraftLimits {
  readonly addressFiles: number;
  readonly addressBytes: number;
  readonly federationBytes: number;
}

/** Milliseconds until a slow client is cut off. */
export interface ClientTimes {
  readonly headers: number;
  /** For a JSON body, and until the pace of a piece is looked at. */
  readonly body: number;
  /** Without a byte that a reader of a long answer takes. */
  readonly still: number;
  /** Without a byte in either direction. */
  readonly idle: number;
  /** Bytes a second below which a long upload or download is cut off. */
  readonly pace: number;
}

/** The county's own place to sign in (OpenID Connect). */
export interface OidcConfig {
  /** https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which PKCE protects. */
  readonly clientSecret: string | undefined;
  /** Addresses of pages that may get the provider's answer. */
  readonly returnTo: readonly string[];
}

/** A portal whose word for its signed-in members counts. */
export interface CouncilPortal {
  /** The `iss` of its words. */
  readonly issuer: string;
  /** The `aud` of its words. */
  readonly audience: string;
  /** Public keys: Ed25519 or P-256. */
  readonly keys: readonly JsonWebKey[];
  /** It speaks for councils of this federation and those below it; absent: for all. */
  readonly federation?: string;
}

/** All that the operator decides. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly masterKey: string | undefined;
  readonly logLevel: string;
  /** Addresses or networks of proxies whose `X-Forwarded-For` counts. */
  readonly trustProxy: readonly string[];
  readonly demo: boolean;
  /** Whether whoever signs in with a password needs one-time codes, too. Off only for a demo. */
  readonly staffSecondFactor: boolean;
  readonly oidc: OidcConfig | undefined;
  readonly rateLimits: RateLimits;
  readonly guessLimits: GuessLimits;
  readonly draftLimits: DraftLimits;
  /** The most service points of an area that is downloaded as one table. */
  readonly tablePoints: number;
  readonly clientTimes: ClientTimes;
  /** Hosts, with a port or without, that webhooks may reach although they are not public or not https. */
  readonly webhookAllow: readonly string[];
  readonly councilPortals: readonly CouncilPortal[];
}

type Environment = Readonly<Record<string, string | undefined>>;
const megabyte = 1_048_576;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment. Throws `StartError` on the first value that makes no sense. */
export function readConfig(env: Environment): Config {
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\/[^\s]+$/.test(databaseUrl))
    throw gap('DATABASE_URL', 'postgres://user:password@host:5432/name');
  const logLevel = env.LOG_LEVEL || 'info';
  if (!logLevels.includes(logLevel)) throw gap('LOG_LEVEL', `one of ${logLevels.join(', ')}`);
  const limited = choice(env, 'RATE_LIMITS', 'on');
  const limit = (name: string, fallback: number) => (limited ? whole(env, name, fallback, 1_000_000_000) : 0);
  const demo = choice(env, 'DEMO', databaseUrl === undefined ? 'on' : 'off');
  return {
    host: env.HOST || '127.0.0.1',
    port: whole(env, 'PORT', 8080, 65_535),
    dataDir: resolve(env.DATA_DIR || './.data'),
    databaseUrl,
    databaseConnections: Math.max(1, whole(env, 'DATABASE_CONNECTIONS', 16, 1_000)),
    masterKey: env.FULIAN_MASTER_KEY || undefined,
    logLevel,
    trustProxy: proxies(env.TRUST_PROXY),
    demo,
    staffSecondFactor: choice(env, 'STAFF_SECOND_FACTOR', demo ? 'off' : 'on'),
    oidc: oidcOf(env),
    rateLimits: {
      read: limit('RATE_LIMIT_READ', 1_200),
      submit: limit('RATE_LIMIT_SUBMIT', 60),
      upload: limit('RATE_LIMIT_UPLOAD', 1_200),
      receipt: limit('RATE_LIMIT_RECEIPT', 120),
      feedback: limit('RATE_LIMIT_FEEDBACK', 60),
      signIn: limit('RATE_LIMIT_SIGN_IN', 120),
      staff: limit('RATE_LIMIT_STAFF', 3_000),
      member: limit('RATE_LIMIT_MEMBER', 3_000),
      federation: limit('RATE_LIMIT_FEDERATION', 1_200),
    },
    guessLimits: {
      perAddress: limit('GUESSES_PER_ADDRESS', 20),
      perCase: limit('GUESSES_PER_CASE', 10),
    },
    draftLimits: {
      addressFiles: whole(env, 'DRAFT_FILES_PER_ADDRESS', 200, 1_000_000_000),
      addressBytes: whole(env, 'DRAFT_MEGABYTES_PER_ADDRESS', 1_000, 1_000_000) * megabyte,
      federationBytes: whole(env, 'DRAFT_MEGABYTES_PER_FEDERATION', 20_000, 1_000_000) * megabyte,
    },
    tablePoints: whole(env, 'MAP_TABLE_POINTS', 150_000, 1_000_000),
    webhookAllow: (env.WEBHOOK_ALLOW ?? '')
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
    councilPortals: portalsOf(env.COUNCIL_PORTALS),
    clientTimes: { headers: 8_000, body: 12_000, still: 10_000, idle: 14_000, pace: 4_096 },
  };
}

/** Where the master key lies: never inside the database's folder, which is copied and backed up on its own. */
export function keyFolder(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'keys');
}

/** Where the embedded database lies. */
export function databaseFolder(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'database');
}

function gap(name: string, wanted: string): StartError {
  return new StartError('config', `${name} is not usable: it must be ${wanted}.`);
}

function whole(env: Environment, name: string, fallback: number, most: number): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw gap(name, `a whole number from 0 to ${most}`);
  return value;
}

function choice(env: Environment, name: string, fallback: 'on' | 'off'): boolean {
  const text = env[name]?.trim().toLowerCase() || fallback;
  if (['on', 'true', '1', 'yes'].includes(text)) return true;
  if (['off', 'false', '0', 'no'].includes(text)) return false;
  throw gap(name, 'on or off');
}

function oidcOf(env: Environment): OidcConfig | undefined {
  const issuer = env.OIDC_ISSUER?.trim();
  if (!issuer) return undefined;
  if (!isSecure(issuer))
    throw gap('OIDC_ISSUER', 'the https address of your provider, as it stands in its own description');
  const clientId = env.OIDC_CLIENT_ID?.trim();
  if (!clientId) throw gap('OIDC_CLIENT_ID', 'the id under which your provider knows this service');
  const returnTo = listOf(env.OIDC_RETURN_TO);
  if (returnTo.length === 0 || !returnTo.every((one) => isSecure(one) && !/[?#]/.test(one)))
    throw gap(
      'OIDC_RETURN_TO',
      'the https addresses of the pages to come back to, without ? and #, with commas between',
    );
  return { issuer, clientId, clientSecret: env.OIDC_CLIENT_SECRET || undefined, returnTo };
}

function portalsOf(text: string | undefined): CouncilPortal[] {
  if (!text?.trim()) return [];
  try {
    const portals = JSON.parse(text) as CouncilPortal[];
    if (portals.every(isPortal)) return portals;
  } catch {
    // Told like everything else that does not fit.
  }
  throw gap(
    'COUNCIL_PORTALS',
    'a JSON list of { "issuer", "audience", "keys": [public JWK of Ed25519 or P-256], and where it speaks for a part only "federation" }',
  );
}

function isPortal(portal: CouncilPortal): boolean {
  const { issuer, audience, keys, federation, ...rest } = portal;
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  // A private key has no business here: it would let this service vouch for anybody.
  const isKey = (key: JsonWebKey) =>
    key.d === undefined && ['Ed25519', 'P-256'].includes(key.crv ?? '') && createPublicKey({ key, format: 'jwk' });
  return (
    [issuer, audience].every(isText) &&
    Object.keys(rest).length === 0 &&
    (federation === undefined || /^\d{12}$/.test(federation)) &&
    keys.length > 0 &&
    keys.every(isKey)
  );
}

/** Nobody between here and there can read along. */
function isSecure(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Never `true`: an address that anybody may write into a header would end every limit per address. */
function proxies(text: string | undefined): string[] {
  const list = listOf(text);
  for (const one of list) {
    const [address = '', bits] = one.split('/');
    const named = ['loopback', 'linklocal', 'uniquelocal'].includes(one);
    if (!named && (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))))
      throw gap('TRUST_PROXY', 'a list of addresses or networks of your proxies, such as 10.0.0.0/8');
  }
  return list;
}

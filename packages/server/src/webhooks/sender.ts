import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { isPublicAddress } from './public-addresses.js';

/** A message as it is sent. */
export interface Message {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly payload: string;
}

/** How an attempt went. */
export interface Attempt {
  /** Of the answer; 0 where none came. */
  readonly status: number;
  /** Seconds after which the receiver wants to be asked again. */
  readonly retryAfter?: number;
}

type Found = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
/** As `dns.lookup` with `all`. */
export type Lookup = (host: string, options: LookupOptions & { all: true }, found: Found) => void;

const attemptMs = 10_000;

/**
 * Sends signed messages (standard-webhooks) to addresses that others have entered. They must be https and on the public internet, by what
 * their name means at the moment of the connection, so that nobody reaches the county's own network through us; no redirect is followed and
 * no body of an answer is read. Hosts that the operator allows may be anywhere, and without TLS.
 */
export class WebhookSender {
  constructor(
    /** Hosts, with a port or without. */
    private readonly allowed: readonly string[],
    private readonly lookup: Lookup = systemLookup,
  ) {}

  /** Whether an address can be entered at all; what its name means is looked at with each connection. */
  isUsable(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
    if (this.#isAllowed(url)) return url.protocol === 'https:' || url.protocol === 'http:';
    const host = hostOf(url);
    if (url.protocol !== 'https:') return false;
    return isIP(host) === 0
      ? !/(^|\.)(localhost|local|internal|localdomain)\.?$/i.test(host) && host.includes('.')
      : isPublicAddress(host);
  }

  /** Tries once; never throws for what the receiver does. */
  async send({ url: text, secret, id, payload }: Message, now: Date): Promise<Attempt> {
    if (!this.isUsable(text)) return { status: 0 };
    const url = new URL(text);
    const signal = AbortSignal.timeout(attemptMs);
    return new Promise((resolve) => {
      const sent = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
        method: 'POST',
        agent: false,
        signal,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(payload),
          'User-Agent': 'fulian-webhooks',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
          'webhook-signature': new Webhook(secret).sign(id, now, payload),
        },
        lookup: this.#lookupFor(this.#isAllowed(url)),
      });
      sent.once('response', (answer) => {
        resolve(attemptOf(answer));
        // What it says is nobody's business.
        answer.destroy();
      });
      sent.on('error', () => resolve({ status: 0 }));
      sent.end(payload);
    });
  }

  /** Where the host may be anywhere all its addresses are good; else one that is not public spoils them all. */
  #lookupFor(anywhere: boolean) {
    return (
      host: string,
      options: LookupOptions,
      found: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
    ): void => {
      this.lookup(host, { ...options, all: true }, (error, addresses) => {
        if (error) return found(error, '');
        const [first] = addresses;
        if (!first || (!anywhere && addresses.some(({ address }) => !isPublicAddress(address))))
          return found(Object.assign(new Error('The host is not on the public internet'), { code: 'EPRIVATE' }), '');
        if (options.all) found(null, addresses);
        else found(null, first.address, first.family);
      });
    };
  }

  #isAllowed(url: URL): boolean {
    return this.allowed.includes(url.host) || this.allowed.includes(hostOf(url));
  }
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function attemptOf({ statusCode = 0, headers }: IncomingMessage): Attempt {
  const retryAfter = /^\d{1,6}$/.test(headers['retry-after'] ?? '') ? Number(headers['retry-after']) : undefined;
  return { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) };
}

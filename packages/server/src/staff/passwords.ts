import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { Gate } from '../attachments/gate.js';
import { ProblemError } from '../problem.js';

/** Argon2id with what OWASP recommends: 19 MiB, two passes, one thread. Some 25 ms of a processor. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashes at once: more would take the processors from who asks for help. */
const atOnce = 2;
/** That many wait, about two seconds; who comes then is told to come back. */
const mostWaiting = 100;
const retryAfter = 2;

/** What computes; replaced by tests that count. */
export interface Argon2 {
  readonly hash: typeof hash;
  readonly verify: typeof verify;
}

/** Hashes and checks passwords. A key that is not in the database goes into every hash. */
export class Passwords {
  readonly #gate = new Gate(atOnce, mostWaiting, retryAfter);
  readonly #options: { secret: Buffer; memoryCost: number; timeCost: number; parallelism: number };
  /** Stands in where there is no account; nobody knows its password. */
  #dummy: Promise<string> | undefined;

  constructor(
    secret: Buffer,
    private readonly argon2: Argon2 = { hash, verify },
  ) {
    this.#options = { secret, ...cost };
  }

  /** Throws `unavailable` where too many wait. */
  async hash(password: string): Promise<string> {
    return this.#gate.run(() => this.argon2.hash(normal(password), this.#options));
  }

  /** Without a hash the same work is done, and the answer is no. Throws `unavailable` where too many wait. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const against = stored ?? (await this.#stand());
    const right = await this.#gate.run(() => this.argon2.verify(against, normal(password), this.#options));
    return right && stored !== undefined;
  }

  /** Makes the hash that stands in, so that not the first who guesses waits for it. */
  async prepare(): Promise<void> {
    await this.#stand();
  }

  #stand(): Promise<string> {
    this.#dummy ??= this.hash(randomBytes(24).toString('base64url')).catch((error: unknown) => {
      this.#dummy = undefined;
      throw error instanceof ProblemError ? error : new ProblemError('internal', { cause: error });
    });
    return this.#dummy;
  }
}

/** The same password typed on two keyboards is the same. */
function normal(password: string): string {
  return password.normalize('NFC');
}

/** A password for a first sign-in: 100 random bits in groups that can be written down. */
export function newPassword(): string {
  // Without letters and digits that are taken for each other.
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const drawn = [...randomBytes(20)].map((byte) => alphabet[byte % 32]!).join('');
  return drawn.match(/.{5}/g)!.join('-');
}

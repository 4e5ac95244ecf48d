import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database/database.js';
import { macOf } from '../keys/keyring.js';
import { ProblemError } from '../problem.js';
import type { GivenReceipt } from './checks.js';
import type { GuessBrake } from './guess-brake.js';
import { untilStep } from './refusal-step.js';

/** What is stored of a receipt: never the secret. */
export interface StoredReceipt {
  readonly salt: Buffer;
  readonly mac: Buffer;
}

/** The case that a receipt belongs to. */
export interface ReceiptHolder {
  readonly number: string;
  readonly federation: string;
  readonly request: string;
}

/** Refusals are sent on steps of so many milliseconds after the check began; almost every check fits into the first. */
const refusalStep = 8;

/** Makes and checks receipts (S4). A wrong number and a wrong secret do the same work and answer the same bytes. */
export class Receipts {
  /** Stands in where there is no such number; nobody knows its secret. As long as a real one. */
  readonly #dummy = ['000000000000', '00000000-0000-0000-0000-000000000000', randomBytes(16), randomBytes(32)] as const;

  constructor(
    private readonly database: Database,
    private readonly macKey: Uint8Array,
    private readonly brake: GuessBrake,
  ) {}

  /** A salted HMAC under a key that is not in the database; 80 random bits need no slow hash. */
  store(number: string, secret: string): StoredReceipt {
    const salt = randomBytes(16);
    return { salt, mac: macOf(this.macKey, salt, number, secret) };
  }

  /** Throws `receipt-refused`, the same whatever is wrong. */
  async open({ number, secret }: GivenReceipt, address: string): Promise<ReceiptHolder> {
    const began = performance.now();
    await this.brake.pace(address, number);
    const row = await this.#find(number);
    const matches = timingSafeEqual(macOf(this.macKey, row.salt, number, secret), row.mac);
    if (row.found && matches) return { number, federation: row.federation, request: row.request };
    this.brake.failed(address, number);
    await untilStep(began, refusalStep);
    throw new ProblemError('receipt-refused');
  }

  /** Always one row of the same size, so that the answer of the database does not tell by its length. */
  async #find(number: string) {
    const [row] = await this.database.call<{
      found: boolean;
      federation: string;
      request: string;
      salt: Buffer;
      mac: Buffer;
    }>(
      'find-receipt',
      `(select true as found, federation, request_id as request, salt, mac from find_receipt($1))
      union all (select false, $2, $3::uuid, $4, $5) limit 1`,
      [number, ...this.#dummy],
    );
    return row!;
  }
}

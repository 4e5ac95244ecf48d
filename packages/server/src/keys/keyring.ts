import { createHmac, hkdfSync } from 'node:crypto';

/** Keys that are all derived from the master key, one a purpose, so that no use weakens another. 32 bytes each. */
export interface Keyring {
  /** Wraps the federations' keys. */
  readonly wrapping: Buffer;
  /** Of the HMAC over a receipt's secret (S4). */
  readonly receipt: Buffer;
  /** Of the HMAC over bodies and idempotency keys. */
  readonly idempotency: Buffer;
  /** Signs cursors. */
  readonly cursor: Buffer;
  /** Of the HMAC over draft keys. */
  readonly draft: Buffer;
  /** Of the HMAC over addresses, which are never stored in plain. */
  readonly address: Buffer;
  /** Of the HMAC over the tokens of staff. */
  readonly staff: Buffer;
  /** Of the HMACs that chain the audit log (S7). */
  readonly audit: Buffer;
  /** Goes into the hashes of passwords, so that the database alone does not let anybody try them. */
  readonly password: Buffer;
  /** Seals what a sign-in elsewhere must remember. */
  readonly oidc: Buffer;
  /** Of the MACs that cases are found by. */
  readonly marks: Buffer;
  /** Seals the tokens that open a case for its requester. */
  readonly ownCase: Buffer;
  /** Of the HMAC over the tokens of members of councils. */
  readonly member: Buffer;
  /** Of the HMACs over the codes of invitations, and over the words of portals that were taken. */
  readonly invitation: Buffer;
  /** Signs the heads of councils' logs; the seed of an Ed25519 key. */
  readonly councilLog: Buffer;
  /** Draws the areas of confidential places (S5). */
  readonly area: Buffer;
  /** Tells whether a database was written under the same master key. */
  readonly check: Buffer;
}

/** Derives all keys from a master key of 32 bytes. The purposes below are part of what is stored: never rename one. */
export function deriveKeys(master: Uint8Array): Keyring {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `fulian ${purpose} v1`, 32));
  return {
    wrapping: derive('wrapping'),
    receipt: derive('receipt'),
    idempotency: derive('idempotency'),
    cursor: derive('cursor'),
    draft: derive('draft'),
    address: derive('address'),
    staff: derive('staff'),
    audit: derive('audit'),
    password: derive('password'),
    oidc: derive('oidc'),
    marks: derive('marks'),
    ownCase: derive('own-case'),
    member: derive('member'),
    invitation: derive('invitation'),
    councilLog: derive('council-log'),
    area: derive('area'),
    check: derive('check'),
  };
}

/**
 * HMAC-SHA-256 over several parts. Each part is preceded by its length, so that no two lists of parts share a MAC.
 */
export function macOf(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  const length = Buffer.alloc(4);
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}

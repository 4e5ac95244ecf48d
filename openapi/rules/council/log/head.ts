/** What a head says, without who signed it. */
export interface HeadFacts {
  readonly council: string;
  /** Of the latest entry; 0 where there is none. */
  readonly seq: number;
  /** Of the latest entry; `firstHash` where there is none. */
  readonly hash: string;
  /** When it was signed, RFC 3339 in UTC. */
  readonly at: string;
}

/** **G3** The text that is signed (Ed25519, RFC 8032, over its UTF-8 bytes). */
export function headText({ council, seq, hash, at }: HeadFacts): string {
  return `fulian-log-head\n${council}\n${seq}\n${hash}\n${at}`;
}

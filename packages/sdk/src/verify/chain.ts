import { entryText, firstHash, headText, type LogEntry, type Sha256 } from '@fulian/contract/rules/council';
import type { LogFinding } from './findings.js';
import { isEntry, isHead, type LogHead } from './shapes.js';

/** Whether `signature` (hex) is the Ed25519 signature of the text's UTF-8 bytes under `key` (hex). */
export type IsSigned = (key: string, text: string, signature: string) => boolean;

/** A head that somebody kept, printed or photographed. Of the hash at least the first 20 digits. */
export type KnownHead = LogHead | { readonly seq: number; readonly hash: string };

/**
 * **G1** Checks that the entries follow each other, and gives those that have the form of one. A gap, a change or another order breaks the
 * hash of the entry where it begins.
 */
export function checkChain(
  sha256: Sha256,
  council: string,
  entries: readonly unknown[],
  found: LogFinding[],
): LogEntry[] {
  const read: LogEntry[] = [];
  let hash = firstHash;
  let at = '';
  entries.forEach((entry, index) => {
    const seq = index + 1;
    if (!isEntry(entry)) return found.push({ code: 'entry-malformed', seq });
    if (entry.council !== council) found.push({ code: 'other-council', seq });
    if (entry.seq !== seq) found.push({ code: 'sequence-broken', seq });
    if (entry.at < at) found.push({ code: 'time-goes-back', seq });
    if (sha256(entryText(hash, entry)) !== entry.hash) found.push({ code: 'hash-wrong', seq });
    hash = entry.hash;
    at = entry.at;
    // Where it stands, and not where it says that it stands.
    return read.push({ ...entry, seq });
  });
  return read;
}

/** **G3** Checks the head that came with the log. */
export function checkHead(
  log: { readonly council: string; readonly entries: readonly unknown[]; readonly head: unknown },
  isSigned: IsSigned,
  key: string | undefined,
  found: LogFinding[],
): LogHead | undefined {
  const { council, entries, head } = log;
  if (!isHead(head)) {
    found.push({ code: 'head-malformed' });
    return undefined;
  }
  const last = entries[entries.length - 1];
  const end = last === undefined ? firstHash : isEntry(last) && last.hash;
  if (head.council !== council || head.seq !== entries.length || head.hash !== end)
    found.push({ code: 'head-not-the-end', seq: Math.min(head.seq, entries.length) + 1 });
  if (!isSigned(head.key, headText(head), head.signature)) found.push({ code: 'head-unsigned' });
  if (key !== undefined && head.key !== key) found.push({ code: 'head-other-key' });
  return head;
}

/** Checks that the log still says what it said when a head was kept. */
export function checkKnownHead(
  known: KnownHead,
  { council, entries, key }: { readonly council: string; readonly entries: readonly unknown[]; readonly key?: string },
  isSigned: IsSigned,
  found: LogFinding[],
): void {
  const { seq, hash } = known;
  if ('signature' in known && !isSigned(known.key, headText(known), known.signature))
    found.push({ code: 'known-head-unsigned' });
  if ('signature' in known && key !== undefined && known.key !== key) found.push({ code: 'head-other-key' });
  const entry = entries[seq - 1];
  const there = seq === 0 ? firstHash : isEntry(entry) && entry.hash;
  if (seq > entries.length) found.push({ code: 'known-head-missing', seq: entries.length + 1 });
  else if (!there || !there.startsWith(hash) || ('council' in known && known.council !== council))
    found.push({ code: 'known-head-differs', seq });
}

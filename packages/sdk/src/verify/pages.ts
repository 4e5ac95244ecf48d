/** A long log is answered in pieces (`?after=`); these put them together to the text that a short one would have been. */
import { canonicalJson, isCanonicalJson } from '@fulian/contract/rules/council';
import { isEntry, isHead, isLog } from './shapes.js';

/** After which entry the next piece begins; undefined where this is the last, or is no piece of a log. */
export function nextAfter(text: string): number | undefined {
  const log = parsed(text);
  if (!isLog(log) || !isHead(log.head)) return undefined;
  const last = log.entries[log.entries.length - 1];
  return isEntry(last) && last.seq < log.head.seq ? last.seq : undefined;
}

/** The text of the whole log, with the head of its last piece. Of one piece it is that piece; what is no log in a piece is none then. */
export function joinPages(pages: readonly string[]): string {
  const logs = pages.map(parsed);
  const last = logs[logs.length - 1];
  if (pages.length === 1 || !logs.every(isLog) || !isLog(last)) return pages.join('');
  const entries = logs.flatMap((log) => log.entries);
  try {
    const text = canonicalJson({ council: last.council, entries, head: last.head });
    // A space that was added to a piece is still one too many.
    return pages.every(isCanonicalJson) ? text : `${text} `;
  } catch {
    return pages.join('');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

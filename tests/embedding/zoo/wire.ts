/** What elements have sent, in a form that can be compared. */
import type { Sent } from '../journeys/service.js';

/** Headers that are the same on every page, as the random numbers are. */
const seeded = ['idempotency-key', 'fulian-draft'];

/**
 * Everything that changed something, as text: method, path, keys, and the body byte by byte. Two copies of us draw keys each of its own,
 * in an order of their own: then without keys.
 */
export function changesSent(sent: readonly Sent[], hasKeys: boolean): string[] {
  const changing = sent.filter(({ method }) => method !== 'GET');
  // The service in memory gives each file a random name.
  const files = [...new Set(sent.flatMap(({ path }) => /\/attachments\/([\w-]+)/.exec(path)?.[1] ?? []))];
  const named = (text: string) => files.reduce((all, file, at) => all.replaceAll(file, `file-${at}`), text);
  return changing.map(({ method, path, headers, body }) => {
    const told = [...(hasKeys ? seeded : []), 'content-type', 'upload-offset', 'if-match'].map(
      (name) => headers[name] ?? '-',
    );
    // Latin 1 keeps every byte as it is.
    return named([method, path, ...told, body.toString('latin1')].join(' '));
  });
}

/** What is another thing, line by line; empty where all is the same. */
export function differences(ours: readonly string[], clean: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < Math.max(ours.length, clean.length); at++)
    if (ours[at] !== clean[at]) found.push(`${ours[at] ?? 'nothing'} in the place of ${clean[at] ?? 'nothing'}`);
  return found;
}

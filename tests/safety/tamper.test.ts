/**
 * A council's log: whatever is changed in it is found. Blind changes by the thousand (`npm run soak -- tamper`: 10,000), and those of
 * somebody who knows what the log means, hashes the chain again, or even holds the service's key.
 */
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { type DraftLog, rehash, reseal, sampleLog, textOf } from '../../packages/sdk/src/verify/sample-log.js';
import { verifyLog } from '../../packages/sdk/src/verify/verify-log.js';
import { progressOf, scale, seeded, tellFigures } from '../faults/scale.js';
import { attacks, byteChanges, changed, entryChanges } from './tamper.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const options = {
  sha256,
  isSigned(key: string, text: string, signature: string) {
    const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
    const read = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), read, Buffer.from(signature, 'hex'));
  },
};
const random = seeded(20_261_122);
const tools = {
  random,
  sha256,
  key: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('hex'),
  sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('hex'),
};
const log = sampleLog(tools);
const original = textOf(log);
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The first entry that is another one, from 1; undefined where only the head or the text is. */
function firstChanged(entries: readonly unknown[]): number | undefined {
  const count = Math.max(entries.length, log.entries.length);
  for (let at = 0; at < count; at += 1)
    if (JSON.stringify(entries[at]) !== JSON.stringify(log.entries[at])) return at + 1;
  return undefined;
}

test('the log is right before it is touched', () => {
  expect(verifyLog(original, { ...options, heads: [log.head], key: tools.key }).findings).toEqual([]);
});

const rounds = scale(240, 10_000);

test(`${String(rounds)} blind flips, deletions, additions, reorderings and truncations are all found, and where they begin`, () => {
  const progress = progressOf('tamper', rounds);
  const bytes = Buffer.from(original);
  const blind = [...Object.keys(byteChanges), ...Object.keys(entryChanges)];
  const seen: Record<string, number> = {};
  const missed: string[] = [];
  for (let round = 0; round < rounds;) {
    const name = blind[round % blind.length]!;
    const inBytes = byteChanges[name];
    const draft = inBytes ? undefined : changed(log, (copy) => entryChanges[name]!(copy, random));
    const touched = inBytes ? inBytes(bytes, random) : draft && Buffer.from(textOf(draft));
    if (!touched || touched.equals(bytes)) continue;
    round += 1;
    progress(round);
    seen[name] = (seen[name] ?? 0) + 1;

    let text: string;
    try {
      text = decoder.decode(touched);
    } catch {
      // Who reads it is told that it is no text.
      continue;
    }
    const { findings, firstBroken } = verifyLog(text, options);
    const begins = draft && firstChanged(draft.entries);
    if (findings.length === 0 || (begins !== undefined && firstBroken !== begins))
      missed.push(`${name}: ${JSON.stringify(findings.slice(0, 3))}, begins at ${String(begins)}`);

    // Who hashes the chain again is found by the head, and who can sign a new one by a head that somebody kept.
    if (!draft) continue;
    const covered = { ...draft, entries: [...draft.entries] } as DraftLog;
    try {
      rehash(covered, sha256);
      if (verifyLog(textOf(covered), options).findings.length === 0) missed.push(`${name}, hashed again`);
      reseal(covered, tools);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    if (verifyLog(textOf(covered), { ...options, heads: [log.head] }).findings.length === 0)
      missed.push(`${name}, hashed and signed again`);
  }
  expect(missed).toEqual([]);
  expect(Object.keys(seen)).toHaveLength(blind.length);
  tellFigures('tamper', { changes: rounds, found: rounds - missed.length, kinds: blind.length });
});

test.each(attacks(sha256))('$name: found', ({ isConsistent, change }) => {
  const draft = changed(log, change)!;
  expect(verifyLog(textOf(draft), options).firstBroken).toBe(firstChanged(draft.entries));

  // The chain hashed again: the signed head is not the end of it.
  rehash(draft, sha256);
  expect(verifyLog(textOf(draft), options).findings).not.toEqual([]);

  // Signed again by who holds the key: any head that was posted after it tells.
  reseal(draft, tools);
  const posted = { seq: log.entries.length, hash: log.head.hash.slice(0, 20) };
  const codes = (heads: { seq: number; hash: string }[]) =>
    verifyLog(textOf(draft), { ...options, key: tools.key, heads }).findings.map(({ code }) => code);
  expect(codes([posted]).some((code) => code.startsWith('known-head-'))).toBe(true);
  // Without one, all that is left is whether the log contradicts itself.
  expect(codes([]).length === 0).toBe(isConsistent);
});

test('a head that was posted before the change does not tell of it, and one that was posted after it does', () => {
  const consistent = attacks(sha256).find(({ isConsistent }) => isConsistent)!;
  const draft = changed(log, consistent.change)!;
  const begins = firstChanged(draft.entries)!;
  reseal(draft, tools);
  const at = (seq: number) =>
    verifyLog(textOf(draft), { ...options, heads: [{ seq, hash: log.entries[seq - 1]!.hash }] });
  expect(at(begins - 1).findings).toEqual([]);
  expect(at(begins)).toMatchObject({ findings: [{ code: 'known-head-differs' }], firstBroken: begins });
});

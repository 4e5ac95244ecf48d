import { createHash } from 'node:crypto';
import { canonicalJson } from '@fulian/contract/rules/council';
import { expect, test } from 'vitest';
import { copyOf, type LogTools, rehash, reseal, sampleLog, textOf } from './sample-log.js';
import { verifyLog, type VerifyOptions } from './verify-log.js';

/** Stands for a signature; that of the command and of the soak is Ed25519. */
const signedBy = (key: string, text: string) => sha256(`${key}\n${text}`).repeat(2);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const key = 'ab'.repeat(32);
const options: VerifyOptions = { sha256, isSigned: (key, text, signature) => signature === signedBy(key, text) };
const tools: LogTools = { random: Math.random, sha256, key, sign: (text) => signedBy(key, text) };
const log = sampleLog(tools);

test('a log as the service writes it is found to be right, with all that it says', () => {
  const kept = log.entries[20]!;
  const heads = [log.head, { seq: kept.seq, hash: kept.hash.slice(0, 20) }, { seq: 0, hash: '0'.repeat(64) }];
  const verification = verifyLog(textOf(log), { ...options, key: tools.key, heads });
  expect(verification).toMatchObject({
    findings: [],
    name: '荷塘村妇女议事会',
    members: 9,
    entries: log.entries.length,
  });
  expect(verification.firstBroken).toBeUndefined();
  expect(verification.ballots.map(({ state, result, recount }) => [state, result?.outcome, recount])).toEqual([
    ['closed', 'passed', 'agrees'],
    ['closed', 'elected', 'agrees'],
    ['closed', 'tied', 'agrees'],
    ['closed', 'no-quorum', 'agrees'],
    ['closed', 'passed', 'agrees'],
    ['closed', 'elected', 'agrees'],
    ['closed', 'too-few', 'destroyed'],
    ['closed', 'elected', 'agrees'],
    ['cancelled', undefined, undefined],
    ['open', undefined, undefined],
  ]);
});

test('a council that was just founded, and a log without any entry, are right as well', () => {
  const young = copyOf(log);
  young.entries = young.entries.slice(0, 1);
  reseal(young, tools);
  expect(verifyLog(textOf(young), options).findings).toEqual([]);
  young.entries = [];
  reseal(young, tools);
  expect(verifyLog(textOf(young), options)).toMatchObject({ findings: [], entries: 0, head: { seq: 0 } });
});

test('who re-hashes the chain after a change is found by the head, which cannot be signed without the key', () => {
  const draft = copyOf(log);
  draft.entries[0] = { ...draft.entries[0]!, body: { name: '别的' } };
  rehash(draft, options.sha256);
  const { findings, firstBroken } = verifyLog(textOf(draft), options);
  expect(findings.map(({ code }) => code)).toEqual(['head-not-the-end']);
  expect(firstBroken).toBe(log.entries.length + 1);
});

test('anything that is no log is said to be none, and nothing throws', () => {
  for (const text of ['', 'null', '[]', '{}', '1', '{"council":"","entries":[],"head":{},"more":1}', '{"entries":[]}'])
    expect(verifyLog(text, options).findings, text).toEqual([{ code: 'not-a-log' }]);
  const strange = canonicalJson({ council: '', entries: [null, 1, 'x', [], { body: null }], head: null });
  expect(verifyLog(strange, options).findings.map(({ code, seq }) => [code, seq])).toEqual([
    ['entry-malformed', 1],
    ['council-not-created', 1],
    ['entry-malformed', 2],
    ['entry-malformed', 3],
    ['entry-malformed', 4],
    ['entry-malformed', 5],
    ['head-malformed', undefined],
  ]);
});

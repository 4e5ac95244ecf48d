import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { joinPages, nextAfter } from './pages.js';
import { sampleLog, textOf } from './sample-log.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const log = sampleLog({ random: Math.random, sha256, key: 'ab'.repeat(32), sign: (text) => sha256(text).repeat(2) });
const whole = textOf(log);
const piece = (from: number, to: number) => textOf({ ...log, entries: log.entries.slice(from, to) });

test('pieces of a log are put together to the text of the whole', () => {
  const pages = [piece(0, 30), piece(30, 60), piece(60, 1000)];
  expect(pages.map(nextAfter)).toEqual([30, 60, undefined]);
  expect(joinPages(pages)).toBe(whole);
  expect(joinPages([whole])).toBe(whole);
  expect(nextAfter(whole)).toBeUndefined();
});

test('what was changed in a piece stays changed in the whole', () => {
  const pages = [piece(0, 30), piece(30, 1000)];
  expect(joinPages([pages[0]!.replace('{', '{ '), pages[1]!])).not.toBe(whole);
  expect(joinPages([pages[0]!, pages[1]!.replace('荷塘村', '别的村').replace('同意', '赞成')])).not.toBe(whole);
  expect(joinPages([pages[1]!, pages[0]!])).not.toBe(whole);
  expect(joinPages([pages[0]!, 'x'])).not.toBe(whole);
  for (const text of ['', '{}', '[]', '{"council":"","entries":[null],"head":{}}'])
    expect(nextAfter(text)).toBeUndefined();
});

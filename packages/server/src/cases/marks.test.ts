import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { marksOf, searchMarks } from './marks.js';

const key = randomBytes(32);
const plan = { mayLeaveMessage: false, maySayWhoCalls: false };
const hex = (marks: readonly { mark: Buffer }[]) => marks.map((one) => one.mark.toString('hex'));
const of = (value: string, name?: string) =>
  hex(
    marksOf(key, {
      identity: name === undefined ? { kind: 'anonymous' } : { kind: 'named', name },
      safeContact: { channel: 'phone', value, ...plan },
    }),
  );

describe('what a case is found by', () => {
  it.each([
    '13900001234',
    '139 0000 1234',
    '139-0000-1234',
    '+86 139 0000 1234',
    '0086-13900001234',
    '１３９００００１２３４',
    '(139) 0000.1234',
  ])('is the same number written as %s', (written) => expect(of(written)).toEqual(of('13900001234')));

  it('is the same name with and without spaces, and another for another', () => {
    expect(of('1', '陈 女士')).toEqual(of('1', '陈女士'));
    expect(of('1', '陈女士')).not.toEqual(of('1', '程女士'));
  });

  it('is nothing of who gives neither', () => {
    expect(marksOf(key, { identity: { kind: 'anonymous' }, safeContact: { channel: 'none', ...plan } })).toEqual([]);
  });

  it('is found by the text as it was given, and by nobody without the key', () => {
    const found = searchMarks(key, '+86 139-0000-1234').map((mark) => mark.toString('hex'));
    expect(found).toContain(of('13900001234')[0]);
    const stranger = searchMarks(randomBytes(32), '13900001234').map((mark) => mark.toString('hex'));
    expect(stranger).not.toContain(of('13900001234')[0]);
  });
});

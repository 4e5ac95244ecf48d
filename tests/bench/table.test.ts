import { describe, expect, it } from 'vitest';
import type { Row } from './rows.js';
import { summaryOf, tableOf } from './table.js';

const row = (change: Partial<Row>): Row => ({
  metric: 'time',
  subject: 'ours',
  unit: 'ms',
  median: 1341.4,
  min: 9.5,
  max: 12_345,
  ratio: 1.04,
  noise: 0.012,
  ...change,
});

describe('tableOf', () => {
  it('prints a block a metric with its unit, and each subject’s figures in columns', () => {
    const table = tableOf([row({ subject: 'plain' }), row({}), row({ metric: 'bytes', unit: 'kB' })]).split('\n');
    expect(table).toHaveLength(6);
    expect(table[0]).toMatch(/^time \(ms\) +median +min +max +noise +ratio$/);
    expect(table[1]).toMatch(/^ {2}plain +1,341 +9\.50 +12,345 +1\.2 % +1\.04$/);
    expect(table[3]).toBe('');
    expect(table[4]).toMatch(/^bytes \(kB\)/);
    expect(new Set(table.filter((line) => line !== '').map((line) => line.length)).size).toBe(1);
  });

  it('says whether a goal holds, and by which figures it is missed', () => {
    expect(tableOf([row({ goal: '≤ 1.15 × plain', holds: true })])).toMatch(/holds: ≤ 1\.15 × plain$/);
    expect(tableOf([row({ goal: '≤ 1 × plain', holds: false, note: '5 beside 4 of plain' })])).toMatch(
      /MISSED: ≤ 1 × plain \(5 beside 4 of plain\)$/,
    );
  });

  it('says why a subject has no figure, and that its goal is missed', () => {
    const table = tableOf([row({ median: null, min: null, max: null, ratio: null, noise: null, note: 'not built' })]);
    expect(table).toMatch(/ours +no figure: not built$/);
    expect(tableOf([row({ median: null, note: 'not built', goal: '≤ 1 × plain', holds: false })])).toMatch(
      /no figure: not built {3}MISSED: ≤ 1 × plain$/,
    );
  });

  it('shows a dash for a ratio that cannot be taken', () => {
    expect(tableOf([row({ ratio: null })])).toMatch(/–$/);
  });
});

describe('summaryOf', () => {
  it('counts the goals that hold and tells the noise', () => {
    const rows = [row({}), row({ goal: 'a', holds: true }), row({ goal: 'b', holds: false })];
    expect(summaryOf(rows, 0.012)).toBe("1 of 2 goals hold; the machine's own noise was 1.2 %.");
    expect(summaryOf(rows, 0.08)).toMatch(/8\.0 %: too noisy to tell small differences\.$/);
  });
});

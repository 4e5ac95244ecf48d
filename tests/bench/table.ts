import type { Row } from './rows.js';

/** Rows as text for a terminal: a block a metric, the limit's and our rows where the area put them. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.flatMap((row) => [cells(row.subject), cells(titleOf(row)) - 2])) + 2;
  const lines: string[] = [];
  let metric: string | undefined;
  for (const row of rows) {
    if (row.metric !== metric) {
      if (metric !== undefined) lines.push('');
      metric = row.metric;
      lines.push(
        padded(titleOf(row), width + 2) +
          ['median', 'min', 'max', 'noise', 'ratio'].map((one) => one.padStart(10)).join(''),
      );
    }
    lines.push(`  ${padded(row.subject, width)}${figures(row)}${verdict(row)}`.trimEnd());
  }
  return lines.join('\n');
}

/** One line that says how many goals hold and how noisy the run was. */
export function summaryOf(rows: readonly Row[], machineNoise: number): string {
  const promised = rows.filter((row) => row.goal !== undefined);
  const missed = promised.filter((row) => !row.holds);
  const noisy = machineNoise > 0.05 ? ': too noisy to tell small differences' : '';
  return (
    `${promised.length - missed.length} of ${promised.length} goals hold; ` +
    `the machine's own noise was ${percent(machineNoise)}${noisy}.`
  );
}

const titleOf = (row: Row) => `${row.metric} (${row.unit})`;

function figures(row: Row): string {
  if (row.median === null) return `   no figure: ${row.note ?? 'unknown'}`;
  return [number(row.median), number(row.min), number(row.max), percent(row.noise), number(row.ratio)]
    .map((one) => one.padStart(10))
    .join('');
}

function verdict(row: Row): string {
  if (row.goal === undefined) return '';
  const note = row.median !== null && row.note !== undefined ? ` (${row.note})` : '';
  return `   ${row.holds ? 'holds' : 'MISSED'}: ${row.goal}${note}`;
}

function number(value: number | null): string {
  if (value === null) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)} %`;
}

/** Columns in a terminal: Chinese characters take two. */
function cells(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffdc]/.test(letter) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - cells(text)));
}

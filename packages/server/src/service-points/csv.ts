import { CsvError, parse } from 'csv-parse/sync';

/** What makes a spreadsheet compute a cell, also behind apostrophes and in the full width of a Chinese keyboard. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const escapedFormula = /^'+[=+\-@\t\r＝＋－＠]/;

/** The text is no CSV: a quote is open at its end, or stands in the middle of a cell. `row` counts lines of cells from 0. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken';

  constructor(readonly row: number) {
    super('The text is no CSV');
  }
}

/** Reads CSV (RFC 4180), with or without a byte order mark, with any line ends. Lines without a single cell are left out. */
export function readCsv(text: string): string[][] {
  try {
    const rows = parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      // How many cells there must be is known to who asks.
      relax_column_count: true,
    });
    return rows.map((row) => row.map(withoutGuard));
  } catch (error) {
    if (error instanceof CsvError) throw new CsvBroken(Number(error['records']));
    throw error;
  }
}

/** Writes CSV with a byte order mark, without which spreadsheets take it for another encoding. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** A cell that a spreadsheet takes for text: a guard before what it would compute, which `readCsv` takes away again. */
function cellOf(value: string): string {
  const guarded = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function withoutGuard(value: string): string {
  return escapedFormula.test(value) ? value.slice(1) : value;
}

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
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell, quoted or plain, and what ends it.
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (!found) throw new CsvBroken(rows.length);
    const [, quoted, plain, end] = found;
    row.push(withoutGuard(quoted === undefined ? plain! : quoted.replaceAll('""', '"')));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
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

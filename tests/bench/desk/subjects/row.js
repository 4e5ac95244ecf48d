// What all lists but that of the whole desk share: their looks, and what one row is made of.

/** CSS px. */
export const rowHeight = 56;
/** Rows that are drawn above and below what is in sight. */
export const beyond = 8;

/** The cells of a row in their order; each is a property of a row, too. */
export const cells = ['grade', 'category', 'clock', 'number', 'place', 'worker', 'marks'];

export const looks = `
.rows { height: 616px; width: 640px; overflow: auto; position: relative; font: 15px/1.4 system-ui, sans-serif }
.row { box-sizing: border-box; height: ${rowHeight}px; width: 100%; display: grid; padding: 6px 10px; border-bottom: 1px solid #ccc;
  grid-template: 'grade category clock marks' 1fr 'number place worker marks' 1fr / 5em 1fr 1fr 7em; gap: 0 10px }
.row[hidden] { display: none }
.cell { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.row.red { background: #fff0f0 } .row.orange { background: #fff6ea } .row.active { outline: 2px solid #336; outline-offset: -2px }
.grade { grid-area: grade } .category { grid-area: category } .clock { grid-area: clock } .number { grid-area: number }
.place { grid-area: place } .worker { grid-area: worker } .marks { grid-area: marks }
`;

/** All rows, as the service prepared them for lists that hold them all. */
export async function allRows() {
  return (await fetch('/rows')).json();
}

/** Which row a key goes to from `active`, of so many. */
export function targetOf(key, active, total) {
  if (key === 'ArrowDown') return Math.min(total - 1, active + 1);
  if (key === 'ArrowUp') return Math.max(0, active - 1);
  return undefined;
}

/** Our own row, without a framework. */
export function makeRow() {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = 'row';
  for (const name of cells) {
    const cell = document.createElement('span');
    cell.setAttribute('role', 'gridcell');
    cell.className = `cell ${name}`;
    element.append(cell);
  }
  return element;
}

export function fillRow(element, row, index, isActive) {
  element.className = `row ${row.kind}${isActive ? ' active' : ''}`;
  element.setAttribute('aria-rowindex', index + 2);
  cells.forEach((name, at) => {
    const cell = element.children[at];
    if (cell.textContent !== row[name]) cell.textContent = row[name];
  });
}

/** Registers a list that lies in the page itself. */
export function register(subject) {
  window.bench.register({
    root: () => document,
    scroller: () => document.querySelector('.rows'),
    ...subject,
  });
}

export function makeGrid(total) {
  const style = document.createElement('style');
  style.textContent = looks;
  document.head.append(style);
  const grid = document.createElement('div');
  grid.className = 'rows';
  grid.tabIndex = 0;
  grid.setAttribute('role', 'grid');
  grid.setAttribute('aria-rowcount', total + 1);
  document.querySelector('main').append(grid);
  return grid;
}

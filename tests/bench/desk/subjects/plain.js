// All rows at once, as a page has them that knows nothing of virtual lists.
import { allRows, fillRow, makeGrid, makeRow, register, targetOf } from './row.js';

let rows;

register({
  prepare: async () => void (rows = await allRows()),
  start() {
    const grid = makeGrid(rows.length);
    const all = document.createDocumentFragment();
    rows.forEach((row, index) => {
      const element = makeRow();
      fillRow(element, row, index, false);
      all.append(element);
    });
    grid.append(all);
    let active = -1;
    const go = (target) => {
      grid.children[active]?.classList.remove('active');
      active = target;
      grid.children[active].classList.add('active');
      grid.children[active].scrollIntoView({ block: 'nearest' });
    };
    grid.addEventListener('focus', () => go(Math.max(0, active)));
    grid.addEventListener('keydown', (event) => {
      const target = targetOf(event.key, active, rows.length);
      if (target === undefined) return;
      event.preventDefault();
      go(target);
    });
  },
});

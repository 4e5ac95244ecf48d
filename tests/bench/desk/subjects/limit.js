// What is left when everything is taken away: a pool of rows moved by hand, over rows that lie in memory.
import { allRows, beyond, fillRow, makeGrid, makeRow, register, rowHeight, targetOf } from './row.js';

let rows;

register({
  prepare: async () => void (rows = await allRows()),
  start() {
    const grid = makeGrid(rows.length);
    const spacer = document.createElement('div');
    spacer.style.height = `${rows.length * rowHeight}px`;
    const pane = document.createElement('div');
    const count = Math.ceil(grid.clientHeight / rowHeight) + 2 * beyond;
    pane.append(...Array.from({ length: count }, makeRow));
    spacer.append(pane);
    grid.append(spacer);
    let active = -1;
    let shown;
    const draw = (again) => {
      const first = Math.max(0, Math.min(rows.length - count, Math.floor(grid.scrollTop / rowHeight) - beyond));
      if (first === shown && !again) return;
      shown = first;
      pane.style.transform = `translateY(${first * rowHeight}px)`;
      for (let at = 0; at < count; at++)
        fillRow(pane.children[at], rows[first + at], first + at, first + at === active);
    };
    grid.addEventListener('scroll', () => draw(), { passive: true });
    grid.addEventListener('focus', () => (active = Math.max(0, active)) === 0 && draw(true));
    grid.addEventListener('keydown', (event) => {
      const target = targetOf(event.key, active, rows.length);
      if (target === undefined) return;
      event.preventDefault();
      active = target;
      const top = active * rowHeight;
      if (top < grid.scrollTop) grid.scrollTop = top;
      else if (top + rowHeight > grid.scrollTop + grid.clientHeight)
        grid.scrollTop = top + rowHeight - grid.clientHeight;
      draw(true);
    });
    draw();
  },
});

import { createElement as h, memo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { allRows, beyond, cells, looks, register, rowHeight, targetOf } from './row.js';

let rows;

const Row = memo(({ row, index, start, isActive }) =>
  h(
    'div',
    {
      role: 'row',
      'aria-rowindex': index + 2,
      className: `row ${row.kind}${isActive ? ' active' : ''}`,
      style: { position: 'absolute', top: 0, left: 0, transform: `translateY(${start}px)` },
    },
    cells.map((name) => h('span', { key: name, role: 'gridcell', className: `cell ${name}` }, row[name])),
  ),
);

function List() {
  const grid = useRef(null);
  const [active, setActive] = useState(-1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: beyond,
  });
  const keyed = (event) => {
    const target = targetOf(event.key, active, rows.length);
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
    virtualizer.scrollToIndex(target);
  };
  return h(
    'div',
    {
      ref: grid,
      className: 'rows',
      role: 'grid',
      tabIndex: 0,
      'aria-rowcount': rows.length + 1,
      onKeyDown: keyed,
      onFocus: () => active < 0 && setActive(0),
    },
    h(
      'div',
      { style: { height: virtualizer.getTotalSize(), position: 'relative' } },
      virtualizer
        .getVirtualItems()
        .map(({ key, index, start }) => h(Row, { key, index, start, row: rows[index], isActive: index === active })),
    ),
  );
}

register({
  prepare: async () => void (rows = await allRows()),
  start() {
    const style = document.createElement('style');
    style.textContent = looks;
    document.head.append(style);
    createRoot(document.querySelector('main')).render(h(List));
  },
});

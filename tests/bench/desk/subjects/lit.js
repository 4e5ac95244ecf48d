import { html, render } from 'lit';
import '@lit-labs/virtualizer';
import { allRows, cells, looks, register, targetOf } from './row.js';

let rows;
let active = -1;

const renderItem = (row, index) =>
  html`<div role="row" aria-rowindex=${index + 2} class="row ${row.kind}${index === active ? ' active' : ''}">
    ${cells.map((name) => html`<span role="gridcell" class="cell ${name}">${row[name]}</span>`)}
  </div>`;

function draw() {
  render(
    html`<lit-virtualizer
      scroller
      class="rows"
      role="grid"
      tabindex="0"
      aria-rowcount=${rows.length + 1}
      .items=${rows}
      .renderItem=${(row, index) => renderItem(row, index)}
      @focus=${focused}
      @keydown=${keyed}
    ></lit-virtualizer>`,
    document.querySelector('main'),
  );
}

function focused() {
  if (active >= 0) return;
  active = 0;
  draw();
}

function keyed(event) {
  const target = targetOf(event.key, active, rows.length);
  if (target === undefined) return;
  event.preventDefault();
  active = target;
  draw();
  document.querySelector('lit-virtualizer').element(target).scrollIntoView({ block: 'nearest' });
}

register({
  prepare: async () => void (rows = await allRows()),
  start() {
    const style = document.createElement('style');
    style.textContent = looks;
    document.head.append(style);
    draw();
  },
});

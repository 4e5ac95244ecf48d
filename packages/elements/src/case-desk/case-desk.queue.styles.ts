import { css } from 'lit';

/** The queue: what to look for on top, and rows of one height. */
export const queueStyles = css`
  .queue {
    display: flex;
    flex: 0 0 28em;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-end: 1px solid var(--_line);
    background: var(--_raised);
  }
  .narrow .queue {
    flex: 1;
    border: 0;
  }
  .queue-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: none;
    gap: 0.5em;
    max-height: 70%;
    padding: 0.6em 0.7em;
    overflow: auto;
    border-bottom: 1px solid var(--_line);
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }
  .view {
    padding: 0.1em 0.5em;
    border-color: transparent;
    background: none;
  }
  .count {
    font-variant-numeric: tabular-nums;
  }
  .view.hot .count {
    color: var(--_danger);
  }
  .finder {
    display: flex;
    gap: 0.3em;
  }
  .finder .input {
    flex: 1;
    min-width: 0;
  }
  .desk .input {
    min-height: 2.1em;
    padding: 0.2em 0.5em;
    border-width: 1px;
  }
  .desk select.input {
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .sort .input {
    width: auto;
  }
  .queue-head .total {
    margin-inline-start: auto;
  }
  .filter-panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .filter-grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8em, 1fr));
    gap: 0.4em;
  }
  .several[open] {
    grid-column: 1 / -1;
  }
  .several > summary {
    display: list-item;
    list-style-position: inside;
  }
  .several > .radios {
    margin-block-start: 0.3em;
  }
  .saved-list {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    margin-bottom: 0.4em !important;
  }
  .saved-list li {
    display: flex;
  }
  .saved-list bdi {
    display: inline-block;
    max-width: 10em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .saved .input {
    flex: 1;
  }
  .saved .line {
    flex-wrap: nowrap;
  }
  .moved {
    width: 100%;
    min-height: 2em;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_primary);
    color: var(--_on-primary);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .rows {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overflow-anchor: none;
    contain: strict;
  }
  .rows:focus-visible {
    outline-offset: -3px;
  }
  .spacer {
    position: relative;
    overflow: hidden;
  }
  .pool {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
    will-change: transform;
  }
  .row {
    display: grid;
    grid-template-areas: 'grade category clock clock' 'number place worker marks';
    grid-template-columns: 6.9em minmax(0, 1fr) 4.4em 5.6em;
    grid-template-rows: 1.5em 1.4em;
    align-content: center;
    column-gap: 0.5em;
    height: 4em;
    padding: 0.35em 0.7em;
    overflow: hidden;
    border-bottom: 1px solid var(--_line);
    border-inline-start: 4px solid transparent;
    cursor: pointer;
    contain: strict;
  }
  .row:hover {
    background: var(--_soft);
  }
  .rows:focus .row.active {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .row.selected {
    background: var(--_soft);
    border-inline-start-color: var(--_primary);
  }
  .cell {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .cell.grade {
    grid-area: grade;
    font-weight: 600;
  }
  .cell.category {
    grid-area: category;
    font-weight: 600;
  }
  .row.unread .category {
    font-weight: 800;
  }
  .cell.clock {
    grid-area: clock;
    color: var(--_muted);
    font-size: 0.93em;
    line-height: 1.6;
    text-align: end;
  }
  .cell.soon {
    color: var(--_orange);
    font-weight: 600;
  }
  .cell.now,
  .cell.late {
    color: var(--_danger);
    font-weight: 700;
  }
  .cell.number {
    grid-area: number;
    direction: ltr;
    overflow: visible;
    color: var(--_muted);
    font-size: 0.8em;
    line-height: 1.8;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }
  .cell.place {
    grid-area: place;
    color: var(--_muted);
    font-size: 0.93em;
  }
  .cell.worker {
    grid-area: worker;
    color: var(--_muted);
    font-size: 0.93em;
  }
  .cell.marks {
    grid-area: marks;
    color: var(--_muted);
    font-size: 0.87em;
    line-height: 1.6;
    text-align: end;
  }
  [dir='rtl'] .cell.number {
    text-align: right;
  }
  .cell.nobody {
    font-style: italic;
  }
  .cell.marks.new {
    color: var(--_primary-strong);
    font-weight: 700;
  }
  .cell.marks.new::before {
    content: '●';
    margin-inline-end: 0.3em;
  }
  .narrow .row {
    grid-template-areas: 'grade category category marks' 'clock clock clock clock' 'number number place worker';
    grid-template-columns: 4.2em minmax(0, 1.2fr) minmax(0, 1fr) minmax(5.6em, auto);
    grid-template-rows: 1.5em 1.4em 1.4em;
    height: 5.4em;
  }
  .narrow .cell.clock {
    text-align: start;
  }
  .narrow .cell.worker {
    text-align: end;
  }
`;

import { css } from 'lit';

/** One decision a screen, larger than elsewhere. Needs `tokens`, `controls` and `councilStyles`. */
export const styles = css`
  .heading {
    font-size: 1.6em;
  }
  .step {
    margin-bottom: 0.2em;
  }
  .about {
    color: var(--_muted);
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .words {
    font-size: 1.15em;
  }
  .large {
    min-height: calc(var(--_control) + 8px);
    font-size: 1.15em;
  }
  .closing {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .closing b {
    margin-inline-end: 1em;
  }
  .option {
    width: 100%;
    min-height: calc(var(--_control) + 12px);
    color: inherit;
    font: inherit;
    font-size: 1.15em;
    line-height: 1.4;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .option small {
    display: block;
    font-size: 0.78em;
  }
  .option span {
    min-width: 0;
  }
  .option:focus-within,
  .point:focus-within {
    outline: var(--fl-focus-width, 3px) solid var(--_focus);
    outline-offset: 2px;
  }
  .option.on {
    border-color: var(--_primary);
    background: var(--_soft);
    box-shadow: inset 0 0 0 1px var(--_primary);
  }
  .points {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    grid-gap: 6px;
  }
  .of-2,
  .of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .of-5 {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }
  .point {
    position: relative;
    cursor: pointer;
    touch-action: manipulation;
  }
  .point input {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .point span {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: var(--_control);
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 1.15em;
  }
  .point input:checked + span {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 700;
  }
  .ranked,
  .rest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.5);
  }
  .ranked .card {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    padding: calc(var(--_space) * 0.6);
    border-color: var(--_primary);
  }
  .ranked .title {
    font-size: 1.15em;
  }
  .place {
    flex: none;
    min-width: 2.6em;
    margin-inline-end: 0.5em;
    color: var(--_primary);
    font-weight: 700;
  }
  .moves {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    grid-gap: calc(var(--_space) * 0.4);
  }
  .moves .button {
    padding: 0.2em;
  }
  .empty {
    padding: var(--_space);
    border: 2px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .chosen {
    padding: calc(var(--_space) * 0.8) var(--_space);
    border: 3px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_soft);
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .mine {
    grid-gap: 0.2em;
  }
  .receipt {
    display: grid;
    white-space: nowrap;
  }
  .receipt span:first-child {
    font-weight: 700;
  }
  .outcome {
    font-size: 1.45em;
    font-weight: 700;
    line-height: 1.4;
  }
  table {
    /* Tables inherit none of it in quirks mode. */
    color: inherit;
    font: inherit;
    width: 100%;
    border-collapse: collapse;
    table-layout: auto;
  }
  caption {
    padding: 0.2em 0;
    font-size: 1.1em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: 0.4em 0.2em;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: bottom;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.89em;
  }
  td:last-child,
  thead th:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: 4px;
  }
  .bar rect {
    fill: var(--_primary);
  }
  .order > li {
    list-style: none;
  }
  @media (min-width: 480px) {
    .points {
      grid-template-columns: repeat(auto-fill, minmax(calc(var(--_control) + 8px), 1fr));
    }
  }
  @media (forced-colors: active) {
    .point input:checked + span {
      outline: 3px solid Highlight;
    }
    .bar rect {
      fill: CanvasText;
    }
  }
`;

import { css } from 'lit';

/** Figures first, charts that are tables below them; on paper nothing but those. */
export const styles = css`
  .report {
    padding: var(--_space);
    background: var(--_surface);
  }
  .report > * + * {
    margin-top: var(--_space);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.33em;
    line-height: 1.3;
  }
  h3 {
    margin-bottom: 0.4em;
    font-size: 1.1em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 0.6);
  }
  .tools .input {
    width: auto;
    min-width: 9em;
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .tools .button {
    padding: 0.3em 1em;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
    gap: calc(var(--_space) * 0.75);
  }
  .figure {
    display: grid;
    align-content: start;
    padding: 0.7em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .figure-name {
    color: var(--_muted);
  }
  .figure-value {
    font-size: 1.8em;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24em), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 1.5);
  }
  @supports not (width: min(1px, 2px)) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.3em 0.4em;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.89em;
  }
  tbody th {
    width: 9em;
  }
  .number {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: block;
    width: 100%;
    height: 0.9em;
  }
  .bar-cell {
    min-width: 4em;
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  rect {
    fill: var(--_primary);
  }
  .red rect {
    fill: var(--_danger);
  }
  @media (forced-colors: active) {
    rect {
      fill: CanvasText;
    }
  }
  @media print {
    .tools {
      display: none;
    }
    .report {
      padding: 0;
      background: none;
    }
    .part {
      break-inside: avoid;
    }
  }
`;

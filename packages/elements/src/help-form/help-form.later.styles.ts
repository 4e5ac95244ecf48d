import { css } from 'lit';

/** What only the later steps and the receipt look like. */
export const laterStyles = css`
  .count:empty {
    display: none;
  }
  .instead {
    padding-top: calc(var(--_space) * 0.75);
    border-top: 1px solid var(--_line);
  }
  .options.compact {
    grid-template-columns: repeat(auto-fill, minmax(5.4em, 1fr));
  }
  .compact .choice {
    padding-left: 0.6em;
    padding-right: 0.4em;
  }
  .compact .choice input {
    margin-inline-end: 0.45em;
  }
  .hours {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    grid-gap: calc(var(--_space) * 0.75);
    margin-top: 0.35em;
  }
  select.input {
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .field > .input {
    margin-top: 0.5em;
  }
  textarea.input {
    line-height: 1.6;
  }
  .files {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
    margin: calc(var(--_space) * 0.75) 0;
    padding: 0;
    list-style: none;
  }
  .file {
    padding: 0.6em 0.8em 0.2em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .file-name {
    font-weight: 600;
    word-break: break-all;
    line-height: 1.4;
  }
  .file-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }
  .file-line .hint,
  .file-line .fault {
    flex: 1 1 9em;
    margin: 0;
    font-size: 0.89em;
  }
  .done {
    color: var(--_success);
    font-weight: 700;
  }
  .progress {
    display: block;
    width: 100%;
    height: 10px;
    margin: 0.4em 0 0;
    overflow: hidden;
    border: 0;
    border-radius: 5px;
    background: var(--_line);
    -webkit-appearance: none;
    appearance: none;
  }
  .progress::-webkit-progress-bar {
    background: var(--_line);
  }
  .progress::-webkit-progress-value {
    background: var(--_success);
  }
  .progress::-moz-progress-bar {
    background: var(--_success);
  }
  .choose-file {
    width: 100%;
    margin-top: calc(var(--_space) * 0.75);
  }
  .choose-file:focus-within {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .chosen-place {
    margin-top: calc(var(--_space) * 0.75);
  }
  .chosen-place .hint {
    display: block;
    margin: 0;
  }
  .places {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5em, 1fr));
    grid-gap: calc(var(--_space) * 0.5);
    margin-top: 0.5em;
    padding: 0;
    list-style: none;
  }
  .place {
    width: 100%;
    height: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 0.4em 0.7em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .place:hover {
    border-color: var(--_primary);
  }
  h3.label {
    margin: calc(var(--_space) * 0.75) 0 0.35em;
    font-size: 1.1em;
    line-height: 1.4;
  }
  .summary {
    margin: 0;
    border-top: 1px solid var(--_line);
  }
  .summary-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-column-gap: var(--_space);
    align-items: start;
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
  }
  .summary dt {
    padding-top: 0.15em;
    color: var(--_muted);
    font-size: 0.89em;
  }
  .summary dd {
    grid-column: 1;
    margin: 0;
    white-space: pre-line;
  }
  .summary .summary-change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .unsent > * + *,
  .notice > p + p {
    margin-top: 0.5em;
  }
  .receipt,
  .receipt > .screen-only {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--_space);
  }
  .receipt h3.label {
    margin-top: 0;
  }
  .digits + .digits {
    margin-top: var(--_space);
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    grid-gap: 8px;
    padding: 0;
    list-style: none;
  }
  .group {
    padding: 0.3em 0.2em 0.4em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    text-align: center;
    line-height: 1.3;
  }
  .group-n {
    display: block;
    color: var(--_muted);
    font-size: 0.72em;
  }
  .group-digits,
  .lines {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-variant-numeric: tabular-nums slashed-zero;
    font-weight: 700;
  }
  .group-digits {
    font-size: 1.45em;
    letter-spacing: 0.06em;
  }
  .lines {
    display: grid;
    grid-gap: 0.3em;
    margin: calc(var(--_space) * 0.75) 0 0;
    padding: 0.6em 0.9em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 1.35em;
    list-style: none;
  }
  .lines span {
    display: inline-block;
    margin-inline-end: 0.35em;
  }
  .confirm-line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-gap: 8px;
    margin-top: 0.5em;
  }
  .confirm-line .input {
    font-size: 1.2em;
    letter-spacing: 0.1em;
  }
  .print-only {
    display: none;
  }
  .screen-hidden {
    display: none;
  }
  @media (min-width: 480px) {
    .choose-file {
      width: auto;
    }
  }
  @media (max-width: 359px) {
    .groups {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .choose-file,
    .place,
    .group,
    .file {
      border: 2px solid ButtonText;
    }
    .progress {
      border: 1px solid CanvasText;
    }
  }
  /* On paper: the two numbers, and no word of what they are for. */
  @media print {
    .screen-only,
    .frame-only {
      display: none !important;
    }
    .print-only,
    .screen-hidden {
      display: block;
    }
    .form {
      padding: 0;
      background: none;
    }
    .base {
      color: #000;
    }
    .print-title {
      font-size: 1.3em;
      font-weight: 700;
    }
    .group {
      border-color: #000;
      background: none;
    }
    .group-n {
      color: #000;
    }
  }
`;

import { css } from 'lit';

/** What only the later steps and the receipt look like. */
export const laterStyles = css`
  .count:empty {
    display: none;
  }
  .card {
    width: 100%;
    margin: 0;
    padding: 0.5em 0.7em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.4;
    text-align: start;
  }
  .instead {
    margin-top: calc(var(--_space) * 0.6);
    padding-top: calc(var(--_space) * 0.6);
    border-top: 2px solid var(--_line);
  }
  .files,
  .hours,
  .places,
  .groups {
    display: grid;
    grid-gap: calc(var(--_space) * 0.5);
    margin-top: 0.6em;
  }
  /* Days: the whole field is the box, with a tick in its corner. */
  .days {
    grid-template-columns: repeat(auto-fill, minmax(3.9em, 1fr));
    grid-gap: 8px;
  }
  .days .choice {
    padding: 0.4em;
    text-align: center;
  }
  .days .choice:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .days input {
    position: absolute;
    opacity: 0;
  }
  .days :checked + .choice-text {
    color: var(--_primary);
    font-weight: 700;
  }
  .days :checked + .choice-text::after {
    content: '✓';
    position: absolute;
    top: 0;
    right: 0.25em;
    font-size: 0.78em;
  }
  .hours {
    grid-template-columns: repeat(auto-fit, minmax(7.5em, 1fr));
  }
  /* A line of small words only would be lower in quirks mode. */
  .hours .hint {
    display: block;
  }
  select.input {
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .file b {
    display: block;
    word-break: break-all;
  }
  .file-line {
    display: flex;
    align-items: center;
    font-size: 0.89em;
  }
  .file-line > :first-child {
    flex: 1;
    font-size: 1em;
  }
  .done {
    color: var(--_success);
    font-weight: 600;
  }
  .choose-file {
    margin: 0.8em 0 0.4em;
  }
  .choose-file:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .chosen-place {
    display: grid;
    justify-items: start;
    margin-top: 0.6em;
    padding-bottom: 0;
  }
  .chosen-place .button {
    padding: 0;
  }
  .places {
    grid-template-columns: repeat(auto-fill, minmax(7.2em, 1fr));
  }
  .place {
    min-height: var(--_control);
    height: 100%;
    cursor: pointer;
    touch-action: manipulation;
  }
  .place:hover {
    border-color: var(--_primary);
  }
  h3 {
    margin: 0;
    font-size: 1.1em;
  }
  .field h3 {
    padding-top: 0.8em;
  }
  .summary {
    margin: 0;
    border-top: 1px solid var(--_line);
  }
  .summary-row {
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr) auto;
    grid-column-gap: var(--_space);
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
  }
  dt {
    padding-top: 0.4em;
    color: var(--_muted);
    font-size: 0.89em;
  }
  dd {
    grid-column: 1;
    margin: 0;
  }
  .said {
    white-space: pre-line;
  }
  .summary-change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .notice > * + * {
    margin-top: 0.5em;
  }
  .screen-only {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--_space);
  }
  .groups {
    grid-template-columns: repeat(auto-fill, minmax(4.4em, 1fr));
    max-width: 18em;
    margin-bottom: var(--_space);
  }
  .group {
    padding: 0.2em;
    text-align: center;
    white-space: nowrap;
  }
  .group .hint {
    display: block;
    font-size: 0.72em;
  }
  .digits {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 1.35em;
    letter-spacing: 0.05em;
  }
  .lines {
    display: grid;
    grid-gap: 0.2em;
    font-weight: 700;
  }
  .lines span {
    display: inline-block;
    margin-inline-end: 0.3em;
  }
  .confirm-line {
    display: grid;
    grid-template-columns: minmax(0, 6em) auto;
    justify-content: start;
    grid-gap: 8px;
    margin-top: 0.5em;
  }
  .print-only {
    display: none;
  }
  /* On paper: number and code, and no word of what they are for. */
  @media print {
    .screen-only,
    .emergency-row,
    slot {
      display: none !important;
    }
    .print-only {
      display: block;
    }
    .form {
      padding: 0;
      border: 0;
      background: none;
    }
  }
`;

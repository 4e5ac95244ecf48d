import { css } from 'lit';

// Grid for stacks, because flexbox has no `gap` before Chromium 84; long-hand where a short logical form is younger than
// Chromium 79. What others wrote is cut off at the edge of its box: no sign can paint over its neighbours.

/** What the elements of a council share. Needs `tokens` and `controls`. */
export const councilStyles = css`
  .notice > .button {
    margin-top: 0.6em;
  }
  .sheet {
    max-width: 38em;
    margin: 0 auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  p,
  h2,
  h3,
  h4,
  ol,
  ul,
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  h2,
  h3,
  h4,
  .said,
  .hint,
  bdi,
  dd,
  th,
  .title {
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  bdi {
    display: inline-block;
    max-width: 100%;
    vertical-align: bottom;
  }
  h2 {
    font-size: 1.45em;
    line-height: 1.4;
    text-wrap: balance;
  }
  h3 {
    font-size: 1.1em;
    line-height: 1.45;
  }
  .screen,
  section,
  .card,
  .actions,
  .field,
  .stack,
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
  }
  .screen {
    grid-gap: calc(var(--_space) * 1.25);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }
  .tools .plain {
    margin-inline-start: auto;
  }
  .card {
    padding: var(--_space);
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .label {
    margin: 0;
  }
  .said {
    white-space: pre-wrap;
  }
  .title {
    display: block;
    line-height: 1.45;
  }
  .plain:not(.button) {
    padding-inline-start: 1.2em;
  }
  .plain > li {
    margin: 0.2em 0;
    list-style: disc;
  }
  .digits {
    font:
      1.2em / 1.6 ui-monospace,
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
  }
  textarea.input {
    min-height: 0;
  }
  .input.digits {
    max-width: 14em;
    min-height: var(--_control);
    overflow: hidden;
    resize: none;
  }
  summary {
    padding: calc((var(--_control) - 1.5em) / 2) 0;
    color: var(--_primary);
    line-height: 1.5;
    cursor: pointer;
  }
  .done {
    color: var(--_success);
    font-weight: 600;
  }
  .found:empty,
  .done:empty {
    display: none;
  }
  @media (max-width: 639px) {
    .sheet {
      padding: var(--_space);
      border: 0;
      border-radius: 0;
    }
  }
  @media (min-width: 480px) {
    .actions {
      grid-template-columns: repeat(3, auto) 1fr;
      align-items: center;
    }
  }
`;

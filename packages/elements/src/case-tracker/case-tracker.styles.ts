import { css } from 'lit';

// Grid for stacks, because flexbox has no `gap` before Chromium 84; long-hand where a short logical form is younger than
// Chromium 79. What others wrote is cut off at the edge of its box: no sign can paint over its neighbours.

/** Number and secret, and the case. Needs `tokens` and `controls`. */
export const styles = css`
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
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: hidden;
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
  .events,
  .files,
  .calls,
  details[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
  }
  .screen {
    grid-gap: calc(var(--_space) * 1.5);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  /* Where both do not fit into one line, the button comes first. */
  .top {
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: flex-end;
  }
  .top h2 {
    flex: 1 1 7.4em;
    padding-top: 0.15em;
  }
  .top .button {
    margin-bottom: auto;
    margin-inline-start: auto;
  }
  .strip {
    position: -webkit-sticky;
    position: sticky;
    z-index: 2;
    top: var(--fl-sticky-top, 0);
  }
  .strip .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    margin-bottom: calc(var(--_space) * 0.6);
    padding: 0.3em 1em;
    box-shadow: var(--_shadow);
  }
  /* Three groups a line, as they stand on her paper. */
  .input.digits {
    max-width: 11.2em;
    min-height: 0;
    font:
      1.2em / 1.6 ui-monospace,
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
    overflow: hidden;
    resize: none;
  }
  textarea.input {
    min-height: 6em;
  }
  .field {
    display: grid;
    grid-gap: 0.3em;
  }
  .label {
    margin: 0;
  }
  summary {
    min-height: var(--_control);
    color: var(--_primary);
    line-height: var(--_control);
    cursor: pointer;
  }
  .card {
    padding: var(--_space);
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .call {
    flex-wrap: wrap;
    justify-content: flex-start;
    padding: 0.4em 0.8em;
    text-align: start;
  }
  .call > * {
    max-width: 100%;
  }
  .call-number {
    margin-inline-end: 0.6em;
    font-size: 1.1em;
  }
  .said {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .title {
    display: block;
    overflow: hidden;
    line-height: 1.45;
  }
  .events {
    grid-gap: 0;
  }
  .event {
    padding: 0.5em 0.8em;
    border-inline-start: 4px solid var(--_line);
  }
  /* A line of small words only would be lower in quirks mode. */
  .event time {
    display: block;
  }
  .events > :first-child {
    border-color: var(--_primary);
  }
  .hers {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_soft);
  }
  .done {
    color: var(--_success);
    font-weight: 600;
  }
  .done:empty {
    display: none;
  }
  .choose-file:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .file-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }
  .more {
    padding-top: var(--_space);
    border-top: 1px solid var(--_line);
  }
  .more .plain {
    padding: 0.4em 0;
    text-align: start;
  }
  /* On a phone the quick exit lies over the lower edge of the window: the end stays clear of it. */
  @media (max-width: 639px) {
    .sheet {
      padding: var(--_space);
      padding-bottom: calc(var(--_control) + 40px);
      border: 0;
      border-radius: 0;
    }
    .sheet * {
      scroll-margin: 5em 0 calc(var(--_control) + 40px);
    }
  }
  @media (min-width: 480px) {
    .actions {
      grid-template-columns: auto auto 1fr;
      align-items: center;
    }
    .screen > .button,
    .end {
      justify-self: start;
    }
    .calls {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  /* Where there is hardly any height (400 % zoom, a phone on its side) nothing may lie over the page. */
  @media (max-height: 479px) {
    .strip {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .more .plain {
      padding: 0.4em;
    }
  }
`;

import { css } from 'lit';

// Grid for stacks, because flexbox has no `gap` before Chromium 84; physical and long-hand where a short logical form is
// younger than Chromium 79.

/** The frame of the form and its first question. Needs `tokens` and `controls`. */
export const styles = css`
  .form {
    max-width: 36em;
    margin: 0 auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .screen,
  .options,
  .reveal,
  .calls,
  .actions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
  }
  .screen {
    grid-gap: calc(var(--_space) * 1.5);
  }
  .progress {
    margin-bottom: calc(var(--_space) * 1.25);
    color: var(--_muted);
    font-size: 0.89em;
  }
  progress {
    display: block;
    width: 100%;
    height: 0.5em;
    margin-top: 0.4em;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 1em;
    background: var(--_soft);
    color: var(--_primary);
    -webkit-appearance: none;
    appearance: none;
    forced-color-adjust: none;
  }
  ::-webkit-progress-bar {
    background: var(--_soft);
  }
  ::-webkit-progress-value {
    background: var(--_primary);
  }
  ::-moz-progress-bar {
    background: var(--_primary);
  }
  .heading {
    margin: 0;
    font-size: 1.45em;
    line-height: 1.4;
    text-wrap: balance;
  }
  .heading .label {
    font: inherit;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .optional {
    display: inline-block;
    color: var(--_muted);
    font-size: 0.89em;
    font-weight: 400;
  }
  .field {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    display: block;
    width: 100%;
    padding: 0;
  }
  .field .label {
    margin: 0;
    line-height: 1.45;
    text-wrap: balance;
  }
  .heading + .hint,
  .field > .hint,
  .field > .fault,
  .field > p {
    margin-top: 0.25em;
  }
  .field > .input,
  .options {
    margin-top: 0.6em;
  }
  .choice {
    position: relative;
    z-index: 0;
    line-height: 1.45;
  }
  .choice-text {
    flex: 1;
    min-width: 0;
  }
  .choice .hint {
    display: block;
  }
  /* Chosen: drawn behind the words, so that no class or attribute tells what she chose. */
  :checked + .choice-text::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: -2px;
    right: -2px;
    bottom: -2px;
    left: -2px;
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .reveal {
    grid-gap: var(--_space);
    margin-top: calc(var(--_space) * 0.6);
    padding: 0.2em 0;
    padding-inline-start: var(--_space);
    border-inline-start: 4px solid var(--_line);
  }
  .safety {
    font-size: 0.89em;
  }
  .safety li {
    position: relative;
    padding-inline-start: 1em;
  }
  .safety li::before {
    content: '·';
    position: absolute;
    margin-inline-start: -0.8em;
    font-weight: 700;
  }
  .calls {
    margin-top: 0.6em;
  }
  .reveal > .danger {
    margin-inline-start: calc(-4px - var(--_space));
  }
  .call {
    flex-wrap: wrap;
    justify-content: flex-start;
    min-height: calc(var(--_control) * 1.15);
    text-align: start;
  }
  .call-number {
    min-width: 3.2em;
    margin-inline-end: 0.5em;
    font-size: 1.3em;
    white-space: nowrap;
  }
  .emergency-row {
    position: -webkit-sticky;
    position: sticky;
    z-index: 2;
    top: var(--fl-sticky-top, 0);
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(3.6em, 1fr));
    grid-gap: 8px;
    margin-bottom: var(--_space);
    padding: 8px 0;
    background: var(--_surface);
  }
  .emergency-row .call {
    flex-direction: column;
    justify-content: center;
    min-height: var(--_control);
    padding: 0.2em;
    border-color: var(--_danger);
    background: var(--_danger-soft);
    color: var(--_danger);
    line-height: 1.25;
    text-align: center;
  }
  .emergency-row .call-number {
    min-width: 0;
    margin: 0;
    font-size: 1em;
  }
  .emergency-row .call-label {
    font-size: 0.72em;
    text-wrap: balance;
  }
  .actions .hint:empty {
    display: none;
  }
  .error-summary {
    padding: 0.8em 1em 0.4em;
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
  }
  .error-summary .button {
    justify-content: flex-start;
    padding: 0.2em 0;
    color: var(--_danger);
    text-align: start;
  }
  /* On a phone the quick exit lies over the lower edge of the window: the end of the form stays clear of it. */
  @media (max-width: 639px) {
    .form {
      padding: var(--_space);
      padding-bottom: calc(var(--_control) + 40px);
      border: 0;
      border-radius: 0;
    }
    .form * {
      scroll-margin: 5em 0 calc(var(--_control) + 40px);
    }
  }
  @media (min-width: 480px) {
    .actions {
      grid-template-columns: auto auto 1fr;
      align-items: center;
    }
    .actions .button:first-child {
      min-width: 9em;
    }
    .actions .hint {
      grid-column: 1 / -1;
    }
  }
  /* Where there is hardly any height (400 % zoom, a phone on its side) nothing may lie over the question. */
  @media (max-height: 479px) {
    .emergency-row {
      position: static;
    }
  }
  /* No keyboard, no keys to remember. */
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
`;

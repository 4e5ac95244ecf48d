import { css } from 'lit';

// Grid for stacks, because flexbox has no `gap` before Chromium 84; physical and long-hand where a short logical form is
// younger than Chromium 79.

/** The frame of the form and its first questions. Needs `tokens` and `controls`. */
export const styles = css`
  .form {
    max-width: 36em;
    margin: 0 auto;
    padding: calc(var(--_space) * 1.25);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    text-wrap: pretty;
  }
  p,
  ul,
  ol {
    margin: 0;
  }
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 1.25);
  }
  .progress-words {
    margin-bottom: calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: 0.89em;
  }
  .steps {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: 6px;
    overflow: hidden;
    border: 0;
    border-radius: 3px;
    background: var(--_line);
    color: var(--_primary);
    -webkit-appearance: none;
    appearance: none;
  }
  .steps::-webkit-progress-bar {
    background: var(--_line);
  }
  .steps::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_primary);
  }
  .steps::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_primary);
  }
  .heading {
    margin: 0;
    font-size: 1.45em;
    font-weight: 700;
    line-height: 1.35;
    text-wrap: balance;
  }
  .heading:focus,
  .error-summary:focus {
    outline: none;
  }
  .heading .label {
    margin: 0;
    font-weight: 700;
  }
  .heading .optional,
  .label .optional {
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
  .field legend {
    display: block;
    width: 100%;
    padding: 0;
  }
  .field .hint,
  .field .fault {
    margin: 0.25em 0 0;
  }
  .options {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
    margin-top: calc(var(--_space) * 0.75);
  }
  .choice {
    position: relative;
    z-index: 0;
    align-items: center;
    line-height: 1.45;
  }
  .choice input {
    margin-top: 0;
    margin-bottom: 0;
  }
  .choice-text {
    flex: 1;
    min-width: 0;
  }
  .choice-text .hint {
    display: block;
    margin: 0;
  }
  /* Chosen: drawn behind the words, so that no class or attribute tells what she chose. */
  .choice input:checked + .choice-text::before {
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
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: var(--_space);
    margin-top: calc(var(--_space) * 0.6);
    padding: 0.2em 0;
    padding-inline-start: var(--_space);
    border-inline-start: 4px solid var(--_line);
  }
  .safety {
    font-size: 0.89em;
  }
  .safety-title,
  .notice-title,
  .emergency-title {
    font-weight: 700;
  }
  .safety ul {
    margin: 0.25em 0 0;
    padding: 0;
    padding-inline-start: 1.15em;
  }
  .emergency {
    margin: 0;
  }
  .emergency-title {
    font-size: 1.1em;
  }
  .calls {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.6);
    margin: calc(var(--_space) * 0.6) 0;
  }
  .call {
    justify-content: flex-start;
    min-height: calc(var(--_control) * 1.15);
  }
  .call-number {
    min-width: 3.2em;
    margin-inline-end: 0.6em;
    font-size: 1.3em;
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  .emergency-row {
    position: -webkit-sticky;
    position: sticky;
    z-index: 2;
    top: var(--fl-sticky-top, 0);
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(5em, 1fr));
    grid-gap: 8px;
    margin: 0 calc(var(--_space) * -0.5) calc(var(--_space) * 0.75);
    padding: 8px calc(var(--_space) * 0.5);
    background: var(--_surface);
  }
  .call.small {
    flex-direction: column;
    justify-content: center;
    padding: 0.25em 0.4em;
    line-height: 1.2;
  }
  .call.small .call-number {
    min-width: 0;
    margin: 0;
    font-size: 1.1em;
  }
  .call.small .call-label {
    font-size: 0.72em;
    font-weight: 400;
  }
  .actions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.5);
    margin-top: calc(var(--_space) * 0.25);
  }
  .actions .hint {
    text-align: center;
  }
  .hotline > p {
    margin-bottom: 0.4em;
  }
  .error-summary {
    padding: 0.8em 1em;
    border: 2px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
  }
  .error-summary ul {
    padding: 0;
    list-style: none;
  }
  .error-link {
    min-height: 44px;
    padding: 0.3em 0;
    color: var(--_danger);
    text-align: start;
    justify-content: flex-start;
  }
  .error-link:hover {
    background: none;
    color: var(--_danger-strong);
    text-decoration-thickness: 2px;
  }
  .waiting {
    padding: 2em 0;
  }
  .heading.quiet {
    color: var(--_muted);
    font-size: 1.1em;
    font-weight: 400;
  }
  /* On a phone the quick exit lies over the lower edge of the window: the end of the form stays clear of it. */
  @media (max-width: 639px) {
    .form {
      padding: var(--_space);
      padding-bottom: calc(var(--_control) + 40px);
      border-radius: 0;
    }
  }
  @media (min-width: 480px) {
    .calls {
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    }
    .calls .call {
      flex-direction: column;
      align-items: center;
      justify-content: center;
      text-align: center;
      line-height: 1.3;
    }
    .calls .call-number {
      min-width: 0;
      margin: 0;
      text-align: center;
    }
    .actions {
      grid-template-columns: auto auto;
      justify-content: start;
      align-items: center;
    }
    .actions .button:first-child {
      min-width: 9em;
    }
    .actions .hint {
      grid-column: 1 / -1;
      text-align: start;
    }
  }
  /* Where there is hardly any height (400 % zoom, a phone on its side) nothing may lie over the question. */
  @media (max-height: 479px) {
    .emergency-row {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .choice input:checked + .choice-text::before {
      border-color: Highlight;
    }
    .error-summary {
      border-color: CanvasText;
    }
    .steps {
      border: 1px solid CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button:active {
      transform: none;
    }
  }
`;

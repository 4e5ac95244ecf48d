import { css } from 'lit';

// Few sizes and weights of type: each one more is looked up anew for every script on the page, before anything is seen.
// Grid for stacks, because flexbox has no `gap` before Chromium 84; physical and long-hand where a short logical form is
// younger than Chromium 79.

/** The frame, the filters and the list. Needs `tokens` and `controls`. */
export const styles = css`
  :host {
    /* One colour a category, dark enough for white characters in every theme: 7:1. */
    --_nursing-room: #992b55;
    --_womens-home: #7d4307;
    --_mediation: #1b6141;
    --_legal-aid: #1f4e8c;
    --_counselling: #5b3a99;
    --_shelter: #5a4f4b;
    --_open: #1b6141;
  }
  .sheet {
    max-width: 72em;
    margin: 0 auto;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  .heading {
    margin: 0;
    font-size: 1.45em;
    line-height: 1.4;
    text-wrap: balance;
  }
  h3 {
    margin: 0;
    font-size: 1.1em;
    line-height: 1.4;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .stack,
  .filters,
  .find,
  .panes,
  .points {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-gap: calc(var(--_space) * 0.75);
  }
  .filters {
    margin-top: var(--_space);
  }
  .row,
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin: -4px;
  }
  .row > *,
  .chips > * {
    margin: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    min-height: calc(var(--_control) - 4px);
    padding: 0.2em 0.9em 0.2em 0.5em;
    border: 2px solid var(--_line);
    border-radius: 2em;
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-size: 0.89em;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .chip.bare {
    padding: 0.2em 0.9em;
  }
  [dir='rtl'] .chip:not(.bare) {
    padding: 0.2em 0.5em 0.2em 0.9em;
  }
  .chip.fold {
    justify-self: start;
  }
  .chip:hover {
    border-color: var(--_primary);
  }
  .chip[aria-pressed='true'],
  .chip[aria-expanded='true'] {
    border-color: var(--_primary);
    background: var(--_soft);
    color: var(--_primary);
    font-weight: 600;
  }
  .chip[aria-pressed='true']::after {
    content: '✓';
    margin-inline-start: 0.4em;
  }
  .sign {
    flex: none;
    width: 1.8em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--_sign);
    color: #fff;
    font-size: 0.89em;
    font-weight: 600;
    line-height: 1.8;
    text-align: center;
  }
  .chip .sign {
    font-size: 1em;
  }
  .nursing-room {
    --_sign: var(--_nursing-room);
  }
  .womens-home {
    --_sign: var(--_womens-home);
  }
  .mediation {
    --_sign: var(--_mediation);
  }
  .legal-aid {
    --_sign: var(--_legal-aid);
  }
  .counselling {
    --_sign: var(--_counselling);
  }
  .shelter {
    --_sign: var(--_shelter);
  }
  .find {
    grid-template-columns: auto minmax(0, 1fr);
    grid-gap: 12px;
    align-items: center;
  }
  .township {
    display: block;
    max-width: 22em;
  }
  select.input {
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .facility-choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    grid-gap: 8px;
    padding: 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .facility-choices .choice {
    min-height: 0;
    padding: 0.35em 0.5em;
    border-color: transparent;
    background: none;
    font-size: 0.89em;
    line-height: 1.3;
  }
  .switch {
    display: grid;
    grid-template-columns: 1fr 1fr;
    margin-top: var(--_space);
    padding: 4px;
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_soft);
  }
  .switch .button {
    min-height: calc(var(--_control) - 4px);
    background: transparent;
    color: var(--_primary);
  }
  .switch .button[aria-pressed='true'] {
    border-color: var(--_line);
    background: var(--_raised);
    box-shadow: 0 1px 3px rgba(60, 30, 40, 0.25);
    color: var(--_primary-strong);
  }
  .panes {
    margin-top: var(--_space);
  }
  .said {
    color: var(--_muted);
    font-size: 0.89em;
  }
  .points {
    grid-gap: 8px;
    margin-top: 8px;
  }
  .point-card {
    display: flex;
    align-items: flex-start;
    width: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 0.65em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.45;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .point-card:hover {
    border-color: var(--_primary);
  }
  .point-card .sign {
    margin-top: 0.1em;
    margin-inline-end: 0.7em;
  }
  .point-text {
    flex: 1;
    min-width: 0;
  }
  .point-kind {
    display: block;
    color: var(--_muted);
    font-size: 0.89em;
  }
  .point-kind .state {
    font-size: 1em;
  }
  .point-name {
    display: block;
    font-weight: 600;
  }
  .point-far {
    flex: none;
    margin-inline-start: 0.6em;
    color: var(--_muted);
    font-size: 0.89em;
    white-space: nowrap;
  }
  .state {
    font-size: 0.89em;
    color: var(--_muted);
  }
  .state.open {
    color: var(--_success);
    font-weight: 600;
  }
  .more {
    justify-self: start;
    margin-top: 8px;
  }
  .empty {
    display: grid;
    grid-gap: 0.6em;
    justify-items: start;
    padding: var(--_space);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .calls {
    margin-top: 0.6em;
  }
  /* On a phone the choices are one row that is pushed aside, so that the list begins on the first screen. */
  :host(:not([elder])) .base:not(.wide) .chips {
    flex-wrap: nowrap;
    overflow-x: auto;
    margin: -4px calc(var(--_space) * -1);
    padding: 4px calc(var(--_space) - 4px);
    -webkit-overflow-scrolling: touch;
    scrollbar-width: none;
  }
  :host(:not([elder])) .base:not(.wide) .chip {
    flex: none;
  }
  .switch {
    scroll-margin-top: var(--fl-sticky-top, 0);
  }
  /* One place at a time: on a phone nothing else is in the way. */
  .detailed:not(.wide) .filters,
  .detailed:not(.wide) .intro {
    display: none;
  }
  .wide .filters {
    grid-template-columns: auto minmax(0, 1fr);
    grid-column-gap: calc(var(--_space) * 2);
    align-items: start;
  }
  .wide .chips,
  .wide .facility-choices {
    grid-column: 1 / -1;
  }
  .wide .switch {
    display: none;
  }
  .wide .panes {
    grid-template-columns: minmax(17em, 5fr) minmax(0, 8fr);
    grid-gap: calc(var(--_space) * 1.25);
    align-items: start;
  }
  .base:not(.wide) .aside {
    display: none;
  }
  /* On a phone the quick exit lies over the lower edge of the window: the end of the sheet stays clear of it. */
  @media (max-width: 639px) {
    .sheet {
      padding: var(--_space);
      padding-bottom: calc(var(--_control) + 40px);
      border: 0;
      border-radius: 0;
    }
    .sheet * {
      scroll-margin-bottom: calc(var(--_control) + 40px);
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .switch .button[aria-pressed='true'],
    .point-card[aria-current] {
      border-color: Highlight;
    }
    .sign {
      border: 1px solid ButtonText;
      color: ButtonText;
    }
  }
  /* On paper: the list, and no word of what was asked for. */
  @media print {
    .filters,
    .switch,
    .map-pane,
    .more,
    .back,
    .screen-only {
      display: none !important;
    }
    .base .aside {
      display: block;
    }
    .sheet {
      padding: 0;
      border: 0;
      background: none;
    }
    .wide .panes {
      display: block;
    }
    .point-card {
      break-inside: avoid;
    }
  }
`;

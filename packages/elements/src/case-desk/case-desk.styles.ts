import { css } from 'lit';

const light = css`
  --_red: var(--fl-desk-red, #a8201a);
  --_orange: var(--fl-desk-orange, #8f4300);
  --_orange-soft: var(--fl-desk-orange-soft, #fff1e2);
  --_pink: var(--fl-desk-pink, #9a1f5c);
  --_note-soft: var(--fl-desk-note-soft, #f3f1ec);
`;
const dark = css`
  --_red: var(--fl-desk-red, #ffb4aa);
  --_orange: var(--fl-desk-orange, #ffbd80);
  --_orange-soft: var(--fl-desk-orange-soft, #40290f);
  --_pink: var(--fl-desk-pink, #f7a9cf);
  --_note-soft: var(--fl-desk-note-soft, #2f2b28);
`;
const contrast = css`
  --_red: #7a0000;
  --_orange: #5c2b00;
  --_orange-soft: #fff;
  --_pink: #5c0033;
  --_note-soft: #fff;
`;

/** The desk: dense, calm, the same height as the window; colours of grades besides the house's. */
export const styles = css`
  :host {
    ${light}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([appearance])) {
      ${dark}
    }
  }
  :host([appearance='dark']) {
    ${dark}
  }
  @media (prefers-contrast: more) {
    :host(:not([appearance])) {
      ${contrast}
    }
  }
  :host([appearance='contrast']) {
    ${contrast}
  }
  .desk {
    --_control: 2.3em;
    --_space: 0.8em;
    display: flex;
    flex-direction: column;
    height: var(--fl-desk-height, 100vh);
    min-height: 30em;
    overflow: hidden;
    background: var(--_surface);
    font-size: calc(var(--_size) * 0.83);
    line-height: 1.45;
  }
  .gate {
    flex: 1;
    overflow: auto;
    padding: 1em;
    font-size: 1.1em;
  }
  .desk p {
    margin: 0;
  }
  .desk ul,
  .desk ol,
  .desk dl,
  .desk dd,
  .desk h1,
  .desk h2,
  .desk h3 {
    margin: 0;
    padding: 0;
  }
  .desk h2 {
    font-size: 1.2em;
    line-height: 1.3;
  }
  .desk h3 {
    font-size: 1em;
  }
  .desk ol,
  .plain,
  .desk ul {
    list-style: none;
  }
  .desk .faults {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .desk fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .desk legend {
    padding: 0;
  }
  .hint {
    font-size: 0.93em;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.6em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 1em;
    padding: 0.4em 0.8em;
    border-bottom: 1px solid var(--_line);
    background: var(--_raised);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    min-width: 0;
    overflow: hidden;
  }
  .who-unit {
    font-weight: 700;
  }
  .live {
    display: flex;
    align-items: center;
    gap: 0.4em;
    color: var(--_muted);
    font-size: 0.93em;
  }
  .dot {
    width: 0.6em;
    height: 0.6em;
    border: 2px solid var(--_muted);
    border-radius: 50%;
  }
  .live.streaming .dot {
    border-color: var(--_success);
    background: var(--_success);
  }
  .live.offline {
    color: var(--_danger);
    font-weight: 600;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    margin-inline-start: auto;
  }
  .tool,
  .view,
  .pen {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.3em;
    min-height: 2em;
    min-width: 2em;
    margin: 0;
    padding: 0.15em 0.65em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.3;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-appearance: none;
    appearance: none;
  }
  .tool:hover,
  .view:hover,
  .pen:hover {
    border-color: var(--_primary);
    background: var(--_soft);
  }
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'],
  .view[aria-pressed='true'] {
    border-color: var(--_primary);
    background: var(--_soft);
    color: var(--_primary-strong);
    font-weight: 700;
  }
  .tool[aria-disabled='true'] {
    opacity: 0.6;
  }
  .tool.first,
  .tool.lock {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 600;
  }
  .tool.first:hover,
  .tool.lock:hover {
    background: var(--_primary-strong);
  }
  .desk .button {
    padding: 0.3em 1em;
  }
  .desk .button.plain {
    padding: 0.3em 0;
  }
  .warn {
    border-radius: 0;
  }
  .panes {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .side {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .narrow .aside > .queue,
  .narrow .panes:not(.aside) > .side {
    display: none;
  }
  .narrow #open-shortcuts {
    display: none;
  }
  .narrow.busy .tools .tool:not(.lock) {
    display: none;
  }
  .narrow .bar .tool {
    padding: 0.15em 0.45em;
  }
  .wide .narrow-only {
    display: none;
  }
  .desk .saying {
    max-width: 36em;
    margin: auto;
    padding: 2em 1em;
    text-align: center;
  }
  .saying > * + * {
    margin-top: 0.8em;
  }
  .sign {
    margin-inline-end: 0.25em;
  }
  .red .sign,
  .grade-mark.red {
    color: var(--_red);
  }
  .orange .sign,
  .grade-mark.orange {
    color: var(--_orange);
  }
  .pink .sign,
  .grade-mark.pink {
    color: var(--_pink);
  }
  .grade-mark {
    font-weight: 700;
    white-space: nowrap;
  }
  .panel {
    flex: 1;
    min-height: 0;
    padding: 1em;
    overflow: auto;
  }
  .panel > * + *,
  .panel form > * + * {
    margin-top: 0.8em;
  }
  .panel-title,
  .overlay-title,
  .step-title {
    flex: 1;
  }
  .table-box {
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .table {
    width: 100%;
    border-collapse: collapse;
    background: var(--_raised);
  }
  .table th,
  .table td {
    padding: 0.4em 0.6em;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .table thead th {
    color: var(--_muted);
    font-weight: 600;
    white-space: nowrap;
  }
  .table .off {
    color: var(--_muted);
  }
  .code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
  }
  .overlay {
    position: fixed;
    z-index: 10;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: grid;
    place-items: center;
    padding: 1em;
    overflow: auto;
    background: rgba(20, 10, 14, 0.5);
  }
  .overlay-box {
    width: 100%;
    max-width: 44em;
    max-height: 100%;
    padding: 1.2em;
    overflow: auto;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .overlay-box > * + * {
    margin-top: 0.8em;
  }
  .keys {
    columns: 2 16em;
    column-gap: 2em;
  }
  .key {
    display: flex;
    gap: 0.8em;
    padding: 0.25em 0;
    border-bottom: 1px solid var(--_line);
    break-inside: avoid;
  }
  .key dt {
    flex: 0 0 8.5em;
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-weight: 700;
  }
  .paper {
    display: none;
  }
  @media (forced-colors: active) {
    .tool,
    .view,
    .pen {
      border-color: ButtonText;
    }
    /* A border that nobody sees would be seen here: only the chosen row has one. */
    .desk .row {
      border-inline-start-color: Canvas;
    }
    .desk .row.selected {
      border-inline-start-color: Highlight;
    }
    .pen[aria-selected='true'] {
      border-width: 3px;
    }
    .tool.first,
    .tool.lock,
    .tool[aria-pressed='true'],
    .view[aria-pressed='true'] {
      border-width: 3px;
    }
    .overlay-box {
      border: 3px solid CanvasText;
    }
  }
`;

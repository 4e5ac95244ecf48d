import { css } from 'lit';

/** The desk: one column, one thing at a time, type that is read without glasses; the bar stays in sight. */
export const styles = css`
  .desk {
    --_control: 2.6em;
    --_space: 1em;
    min-height: 30em;
    background: var(--_surface);
    font-size: calc(var(--_size) * 0.94);
    line-height: 1.5;
  }
  .gate {
    padding: 1em;
  }
  .desk p,
  .desk h2,
  .desk h3,
  .desk h4,
  .desk table {
    margin: 0;
  }
  .desk ul,
  .desk ol,
  .desk dl,
  .desk dd,
  .desk fieldset {
    margin: 0;
    padding: 0;
  }
  .desk ul,
  .desk ol {
    list-style: none;
  }
  .desk fieldset {
    min-width: 0;
    border: 0;
  }
  .desk legend {
    padding: 0;
  }
  .desk h2 {
    font-size: 1.35em;
    line-height: 1.3;
  }
  .desk h3 {
    font-size: 1.12em;
    line-height: 1.35;
  }
  .desk h4 {
    font-size: 1em;
  }
  /* What others wrote is cut off at the edge of its box: no sign can paint over its neighbours. */
  .desk bdi {
    display: inline-block;
    max-width: 100%;
    overflow: hidden;
    vertical-align: bottom;
  }
  .desk h2,
  .desk h3,
  .desk .said,
  .desk .hint {
    overflow: hidden;
  }
  .desk bdi,
  .said {
    overflow-wrap: anywhere;
  }
  .said {
    overflow: hidden;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  /* What gets the focus does not come to lie under the bar, nor under the button that saves. */
  .desk :focus {
    scroll-margin: 6em 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.7em;
  }
  .search {
    align-items: flex-end;
  }
  .search .tool {
    min-height: var(--_control);
  }
  .push {
    margin-inline-start: auto;
  }
  .bar {
    position: sticky;
    z-index: 2;
    top: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 1em;
    padding: 0.4em 1em;
    border-bottom: 1px solid var(--_line);
    background: var(--_raised);
  }
  .who {
    min-width: 0;
    overflow: hidden;
  }
  .who-unit {
    margin-inline-end: 0.5em;
    font-weight: 700;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-inline-start: auto;
  }
  .tool,
  .tab {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.35em;
    min-height: 2.35em;
    min-width: 2.35em;
    margin: 0;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-appearance: none;
    appearance: none;
  }
  .tool:hover,
  .tab:hover {
    border-color: var(--_primary);
    background: var(--_soft);
  }
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    border-color: var(--_primary);
    background: var(--_soft);
    color: var(--_primary-strong);
    font-weight: 700;
  }
  .tool[aria-disabled='true'] {
    opacity: 0.6;
  }
  .tool.lock {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 600;
  }
  .tool.lock:hover {
    background: var(--_primary-strong);
  }
  .tool.risky {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .tool.risky:hover {
    background: var(--_danger-soft);
  }
  .desk .button {
    padding: 0.35em 1.1em;
  }
  .warn {
    border-radius: 0;
  }
  .room {
    max-width: 62em;
    margin: 0 auto;
    padding: 1em;
  }
  .desk .room > * + *,
  .desk .stacked > * + * {
    margin-top: 1em;
  }
  .desk .council-head > * + * {
    margin-top: 0.5em;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    padding-bottom: 0.6em;
    border-bottom: 3px solid var(--_primary);
  }
  .tab[aria-current='page'] {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 700;
  }
  .count {
    display: inline-block;
    min-width: 1.5em;
    padding: 0 0.35em;
    border-radius: 1em;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 0.85em;
    font-weight: 700;
    text-align: center;
  }
  .tab[aria-current='page'] .count {
    background: var(--_on-primary);
    color: var(--_primary);
  }
  .tick-line {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-width: 0;
    min-height: 2.35em;
    cursor: pointer;
  }
  .tick {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin: 0;
    accent-color: var(--_primary);
  }
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3em;
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .item-title {
    display: inline;
    margin: 0;
    padding: 0.3em 0;
    border: 0;
    background: none;
    color: var(--_primary);
    font: inherit;
    font-size: 1.08em;
    font-weight: 700;
    line-height: 1.35;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
    touch-action: manipulation;
    overflow-wrap: anywhere;
  }
  .item-title:hover {
    color: var(--_primary-strong);
  }
  .state {
    display: inline-block;
    padding: 0 0.6em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    background: var(--_surface);
    font-size: 0.9em;
    white-space: nowrap;
  }
  .state.alive {
    border-color: var(--_success);
    background: var(--_success-soft);
    color: var(--_success);
    font-weight: 700;
  }
  .state.waits {
    border-color: var(--_danger);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: 700;
  }
  .state.over {
    color: var(--_muted);
  }
  .saying {
    padding: 2em 1em;
    text-align: center;
  }
  .desk .saying > * + * {
    margin-top: 0.8em;
  }
  .block {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .desk .block > * + * {
    margin-top: 0.7em;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
    gap: 0.3em 1em;
  }
  .facts dt {
    color: var(--_muted);
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
    padding: 0.5em 0.7em;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .table thead th {
    color: var(--_muted);
    font-weight: 600;
  }
  .table .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .mono {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    overflow-wrap: anywhere;
  }
  .clock {
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .outcome {
    font-size: 1.35em;
    font-weight: 700;
    line-height: 1.3;
  }
  .checks li {
    display: grid;
    grid-template-columns: 1.6em minmax(0, 1fr);
    padding: 0.35em 0;
    border-bottom: 1px solid var(--_line);
  }
  .sign {
    font-weight: 700;
  }
  .stands .sign,
  .stands {
    color: var(--_danger);
    font-weight: 600;
  }
  .fine .sign {
    color: var(--_success);
  }
  @media (forced-colors: active) {
    .tool,
    .tab,
    .item,
    .block {
      border-color: ButtonText;
    }
    .tab[aria-current='page'],
    .tool[aria-pressed='true'] {
      border-width: 3px;
    }
    .overlay-box {
      border: 3px solid CanvasText;
    }
  }
`;

import { css } from 'lit';

/** Where something is written, and what is asked before something that nothing undoes. */
export const formStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    max-width: 44em;
  }
  .desk .field .hint,
  .desk .field .fault {
    margin-top: 0.25em;
  }
  .field .label {
    margin-bottom: 0.2em;
  }
  .desk textarea.input {
    min-height: 0;
  }
  /* Its arrow tells that there is a list behind it. */
  .desk select.input {
    padding-inline-end: 0.4em;
    -webkit-appearance: menulist;
    appearance: auto;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8em;
  }
  .pair > * {
    flex: 1 1 11em;
    min-width: 0;
  }
  .pair .small {
    flex: 0 1 7em;
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.45em;
  }
  .choices.short {
    display: flex;
    flex-wrap: wrap;
  }
  .choice {
    align-items: flex-start;
    min-height: 0;
    padding: 0.5em 0.8em;
  }
  .choice input {
    margin-top: 0.1em;
  }
  .choice b {
    display: block;
  }
  .choice .hint {
    display: block;
  }
  .ticks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: 0.45em;
  }
  .fraction .input {
    width: 5em;
  }
  .exact {
    padding: 0.7em 1em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .exact summary {
    padding: 0.3em 0;
    color: var(--_primary);
    font-weight: 600;
    cursor: pointer;
  }
  .desk .exact[open] > * + * {
    margin-top: 0.9em;
  }
  .options {
    display: grid;
    gap: 0.6em;
  }
  .add-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.4em;
  }
  .option-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.4em;
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--_line);
  }
  .option-row > .input {
    grid-column: 1;
  }
  .plain-rules li {
    padding: 0.15em 0;
    padding-inline-start: 1.1em;
    text-indent: -1.1em;
  }
  .plain-rules li::before {
    content: '·';
    display: inline-block;
    width: 1.1em;
    font-weight: 700;
    text-indent: 0;
  }
  .send-line {
    position: sticky;
    z-index: 1;
    bottom: 0;
    padding: 0.6em 0;
    background: var(--_surface);
  }
  .block .send-line,
  .item .send-line {
    background: var(--_raised);
  }
  .theirs {
    padding: 0.6em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .desk .notice > * + * {
    margin-top: 0.5em;
  }
  .agenda li,
  .comments li {
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .desk .comments li > * + * {
    margin-top: 0.3em;
  }
  .agenda li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.6em;
  }
  .agenda .agenda-title {
    flex: 1 1 12em;
    min-width: 0;
  }
  .moves {
    display: flex;
    gap: 0.3em;
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
    max-width: 34em;
    max-height: 100%;
    padding: 1.2em;
    overflow: auto;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .desk .overlay-box > * + * {
    margin-top: 0.9em;
  }
`;

import { css } from 'lit';

/** Where something is written: notes and messages in other colours, forms of steps, taking a request down, the receipt. */
export const formStyles = css`
  .composer {
    flex: none;
    max-height: 55%;
    padding: 0.6em 0.9em;
    overflow: auto;
    border-top: 3px solid var(--_border);
    background: var(--_note-soft);
  }
  .composer.message,
  .composer.ask {
    border-color: var(--_primary);
    background: var(--_soft);
  }
  .composer.step {
    background: var(--_raised);
  }
  .composer > * + *,
  .composer form > * + * {
    margin-top: 0.4em;
  }
  .narrow .composer {
    max-height: none;
  }
  .pens {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }
  .pen[aria-selected='true'] {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
    font-weight: 600;
  }
  .pen.message[aria-selected='true'],
  .pen.ask[aria-selected='true'] {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .desk textarea.input {
    min-height: 0;
  }
  .desk textarea.words.hers {
    border: 2px solid var(--_primary);
  }
  .desk textarea.words.own {
    border: 2px dashed var(--_border);
  }
  .field-label {
    display: block;
    margin-bottom: 0.15em;
    font-weight: 600;
  }
  .field + .field {
    margin-top: 0.6em;
  }
  .small-field {
    display: inline-block;
    width: 14em;
    max-width: 100%;
    margin-inline-end: 0.8em;
    vertical-align: top;
  }
  .filter-grid .small-field {
    width: auto;
    margin: 0;
  }
  .radios {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
  }
  .radio {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2em;
    padding: 0.1em 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
  }
  .radio input {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--_primary);
  }
  .send-line {
    position: sticky;
    bottom: -0.6em;
    padding: 0.3em 0;
    background: inherit;
  }
  .composer form,
  .pen-panel {
    background: inherit;
  }
  .composer.note .send {
    border-color: var(--_text);
    background: var(--_text);
    color: var(--_surface);
  }
  .audience.hers {
    color: var(--_primary-strong);
    font-weight: 700;
  }
  .audience.own {
    color: var(--_muted);
  }
  .step-said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.7em;
    padding: 0.3em 0.6em;
    border-inline-start: 4px solid var(--_success);
    background: var(--_raised);
  }
  .step-said.refused,
  .step-said.unknown {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .conflict {
    flex: 0 0 100%;
  }
  .file-choose:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .plan-edit {
    display: grid;
    gap: 0.4em;
  }
  .plan-row {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 1.5fr) auto auto auto;
    gap: 0.3em;
  }
  .narrow .plan-row {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .helper .input {
    width: auto;
  }
  .narrow-form {
    max-width: 26em;
  }
  .grid-form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
    align-items: end;
    gap: 0.6em;
  }
  .grid-form > * {
    margin: 0 !important;
  }
  .register form {
    max-width: 46em;
  }
  .register-grade {
    position: sticky;
    z-index: 1;
    top: -1em;
    padding: 0.3em 0;
    background: var(--_surface);
  }
  .receipt .screen-only > * + * {
    margin-top: 0.5em;
  }
  .receipt > .field-label {
    margin-top: 1em;
  }
  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    max-width: 30em;
    margin: 0.3em 0 1em !important;
  }
  .groups .digits {
    padding: 0.15em 0.5em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 1.9em;
    font-weight: 700;
  }
`;

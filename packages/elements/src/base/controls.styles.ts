import { css } from 'lit';

/** How buttons, links, inputs, choices and notices look in every element. Needs `tokens`. */
export const controls = css`
  a {
    color: var(--_primary);
    text-underline-offset: 0.2em;
  }
  a:hover {
    color: var(--_primary-strong);
    text-decoration-thickness: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--_control);
    min-width: var(--_control);
    margin: 0;
    padding: 0.4em 1.2em;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_primary);
    color: var(--_on-primary);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    -webkit-appearance: none;
    appearance: none;
  }
  .button:hover {
    background: var(--_primary-strong);
    color: var(--_on-primary);
  }
  .button:active {
    transform: translateY(1px);
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .button.secondary {
    border-color: var(--_primary);
    background: transparent;
    color: var(--_primary);
  }
  .button.secondary:hover {
    background: var(--_soft);
    color: var(--_primary-strong);
  }
  .button.plain {
    padding: 0.4em;
    background: transparent;
    color: var(--_primary);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .button.danger {
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .button.danger:hover {
    background: var(--_danger-strong);
  }
  .input {
    display: block;
    width: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 0.5em 0.7em;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    -webkit-appearance: none;
    appearance: none;
  }
  textarea.input {
    min-height: 9em;
    resize: vertical;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .choice {
    display: flex;
    align-items: center;
    min-height: var(--_control);
    padding: 0.55em 0.8em;
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
    touch-action: manipulation;
  }
  .choice:hover {
    border-color: var(--_primary);
  }
  .choice input {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin: 0;
    margin-inline-end: 0.7em;
    accent-color: var(--_primary);
    font: inherit;
  }
  .label {
    display: block;
    margin: 0 0 0.35em;
    font-weight: 600;
  }
  .hint {
    color: var(--_muted);
    font-size: 0.89em;
  }
  .fault {
    color: var(--_danger);
    font-weight: 600;
  }
  .notice {
    padding: 0.8em 1em;
    border: 0 solid var(--_primary);
    border-inline-start-width: 5px;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .notice.danger {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .notice.success {
    border-color: var(--_success);
    background: var(--_success-soft);
  }
  @media (forced-colors: active) {
    .button,
    .choice,
    .notice {
      border: 2px solid ButtonText;
    }
  }
`;

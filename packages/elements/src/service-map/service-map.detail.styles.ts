import { css } from 'lit';

/** What only one place with all that is known of it looks like. */
export const detailStyles = css`
  .detail {
    grid-gap: var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .button.back {
    justify-self: start;
    min-height: 0;
    padding: 0.2em 0;
  }
  .back svg {
    width: 1em;
    margin-inline-end: 0.3em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
  }
  [dir='rtl'] .back svg {
    transform: scaleX(-1);
  }
  .detail-head {
    display: flex;
    align-items: flex-start;
  }
  .detail-head .sign {
    margin-top: 0.15em;
    margin-inline-end: 0.6em;
    font-size: 1em;
  }
  .fact-name {
    margin: 0 0 0.2em;
    color: var(--_muted);
    font-size: 0.89em;
    font-weight: 400;
  }
  .detail .state {
    font-size: 1em;
  }
  .call {
    flex-wrap: wrap;
    justify-content: flex-start;
    text-align: start;
  }
  .call-number {
    font-size: 1.15em;
    white-space: nowrap;
  }
  .call-label {
    margin-inline-end: 0.6em;
    margin-inline-start: 0.6em;
  }
  .call > :first-child {
    margin-inline-start: 0;
  }
  .ways .plain {
    padding-inline-start: 0.4em;
  }
  .ways .button {
    min-height: calc(var(--_control) - 4px);
    padding: 0.3em 0.9em;
    font-size: 0.94em;
  }
  .week {
    width: 100%;
    border-collapse: collapse;
    /* Tables inherit none in quirks mode. */
    color: inherit;
    font-size: 0.94em;
    line-height: 1.4;
  }
  .week th,
  .week td {
    padding: 0.25em 0;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .week td {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .week .today th,
  .week .today td {
    font-weight: 700;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    margin: -3px;
  }
  .badge {
    margin: 3px;
    padding: 0.15em 0.65em;
    border-radius: 2em;
    background: var(--_soft);
    font-size: 0.89em;
  }
  .feedback {
    margin-top: 0.8em;
  }
  .feedback-choices {
    display: grid;
    grid-gap: 8px;
  }
  .feedback-choices.rate {
    grid-template-columns: repeat(auto-fit, minmax(5.2em, 1fr));
  }
  .feedback-choices .choice {
    padding: 0.35em 0.7em;
  }
  textarea.input {
    min-height: 5em;
    margin-top: 0.35em;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid ButtonText;
    }
  }
`;

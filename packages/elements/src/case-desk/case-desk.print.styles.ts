import { css } from 'lit';

/** On paper: the case file, or a receipt, and nothing of the desk around it. */
export const printStyles = css`
  @media print {
    .desk {
      height: auto;
      overflow: visible;
      background: none;
    }
    .printing > :not(.paper) {
      display: none !important;
    }
    .printing > .paper {
      display: block;
      color: #000;
    }
    .paper > * + *,
    .paper .block {
      margin-top: 0.7em;
    }
    .paper .tool {
      min-height: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
    }
    .paper .repeat .tool ~ .tool {
      display: none;
    }
    .bar,
    .queue,
    .overlay,
    .screen-only,
    .register > .line {
      display: none !important;
    }
    .panes,
    .side,
    .panel {
      display: block !important;
      overflow: visible;
    }
  }
`;

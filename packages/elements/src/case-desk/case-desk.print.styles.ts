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
    /* On the screen the pane around them cuts off what paints beyond its line. */
    .paper bdi {
      display: inline-block;
      max-width: 100%;
      overflow: hidden;
      overflow-wrap: anywhere;
      vertical-align: bottom;
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

import { css } from 'lit';

/** On paper: cards to cut out, or a notice, and nothing of the desk around them. Cards are measured for A4 with its usual margins. */
export const printStyles = css`
  .paper {
    display: none;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: 0.6em;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.25em;
    padding: 0.8em 1em;
    border: 1px dashed var(--_border);
    background: var(--_raised);
    overflow: hidden;
  }
  .card-name {
    font-size: 1.2em;
    font-weight: 700;
  }
  .card-code {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 1.45em;
    font-weight: 700;
    line-height: 1.3;
    white-space: nowrap;
  }
  .card-code span + span {
    margin-inline-start: 0.5em;
  }
  .card small {
    font-size: 0.85em;
  }
  @media print {
    .desk {
      min-height: 0;
      background: none;
    }
    .printing > :not(.paper) {
      display: none !important;
    }
    .printing > .paper {
      display: block;
      color: #000;
      font-size: 12pt;
      line-height: 1.5;
    }
    .desk .paper > * + *,
    .desk .paper section > * + * {
      margin-top: 0.6em;
    }
    .paper h2 {
      text-align: center;
    }
    .paper section,
    .paper tr,
    .paper li {
      break-inside: avoid;
    }
    /* Black on white, in whichever colours the screen is. */
    .desk .paper * {
      border-color: #000;
      background: none;
      color: #000;
    }
    .paper .block,
    .paper .exact,
    .paper .table-box {
      padding: 0;
      border: 0;
    }
    .paper .table th,
    .paper .table td {
      padding: 0.15em 0.5em;
      border: 1px solid #000;
    }
    .paper .exact summary {
      list-style: none;
    }
    .paper .exact summary::-webkit-details-marker {
      display: none;
    }
    .desk .paper .seal-line {
      margin-top: 2em;
      text-align: end;
    }
    .paper bdi,
    .paper .said {
      display: inline-block;
      max-width: 100%;
      overflow: hidden;
      vertical-align: bottom;
    }
    .paper .said {
      display: block;
    }
    /* A sheet holds eight: 2 × 90 mm wide, 4 × 64 mm high, with the dashed lines to cut along. */
    .sheet {
      display: grid;
      grid-template-columns: 90mm 90mm;
      grid-auto-rows: 64mm;
      gap: 0;
      margin: 0;
      break-after: page;
      break-inside: avoid;
    }
    .desk .sheet + .sheet {
      margin: 0;
    }
    .sheet:last-child {
      break-after: auto;
    }
    .sheet .card {
      padding: 4mm 5mm;
      border: 0.3mm dashed #666;
      background: none;
      color: #000;
      font-size: 11pt;
      line-height: 1.35;
    }
    .sheet .card + .card {
      margin: 0;
    }
    .sheet .card small {
      font-size: 9pt;
      line-height: 1.3;
    }
  }
`;

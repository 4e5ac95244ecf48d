import { css } from 'lit';

/** The playground: what can be changed on the left, what it does on the right; on a phone one after the other. */
export const playgroundStyles = css`
  :host {
    display: block;
    color: #1f2328;
    background: #f4f5f7;
    font:
      15px/1.55 system-ui,
      'PingFang SC',
      'Microsoft YaHei',
      sans-serif;
  }
  * {
    box-sizing: border-box;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 25rem) minmax(0, 1fr);
    min-height: 100vh;
  }
  .panel {
    height: 100vh;
    padding: 20px;
    overflow: auto;
    border-right: 1px solid #cfd4da;
    background: #fff;
  }
  .preview {
    position: sticky;
    top: 0;
    height: 100vh;
    padding: 12px;
    overflow: auto;
  }
  iframe {
    display: block;
    width: 100%;
    height: 100%;
    margin: 0 auto;
    border: 1px solid #cfd4da;
    background: #fff;
  }
  iframe.phone {
    width: 362px;
    max-width: 100%;
  }
  h1,
  h2 {
    margin: 0 0 8px;
    line-height: 1.3;
  }
  h1 {
    font-size: 22px;
  }
  h2 {
    margin-top: 28px;
    font-size: 17px;
  }
  p {
    margin: 0 0 12px;
  }
  fieldset {
    margin: 0 0 14px;
    padding: 0;
    border: 0;
  }
  legend,
  .label {
    display: block;
    margin: 0 0 4px;
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    margin-right: 16px;
  }
  .choice input {
    width: 18px;
    height: 18px;
    margin: 0 6px 0 0;
  }
  .token {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7.5em 40px;
    grid-gap: 2px 8px;
    align-items: center;
    padding: 6px 0;
    border-top: 1px solid #e6e9ed;
  }
  .token label {
    font-weight: 600;
    line-height: 1.35;
  }
  .token code {
    display: block;
    color: #57606a;
    font-size: 12px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .token .fault,
  .token .faint {
    grid-column: 1 / -1;
  }
  .faint {
    padding-left: 10px;
    border-left: 4px solid #a84c00;
    color: #7a3700;
    font-size: 13px;
  }
  .size {
    grid-template-columns: minmax(0, 1fr) 7.5em;
  }
  input[type='text'],
  textarea,
  button {
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid #6e7781;
    border-radius: 5px;
    background: #fff;
    color: inherit;
    font: inherit;
  }
  input[type='text'],
  textarea {
    width: 100%;
  }
  input[type='color'] {
    width: 40px;
    height: 36px;
    padding: 2px;
    border: 1px solid #6e7781;
    border-radius: 5px;
    background: #fff;
  }
  textarea,
  code,
  .token input {
    font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 13px;
  }
  [aria-invalid='true'] {
    border: 2px solid #b0201b !important;
  }
  button {
    margin: 0 8px 8px 0;
    border-color: #14549f;
    color: #14549f;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: #ebf3fc;
  }
  button[aria-disabled='true'] {
    border-color: #afb8c1;
    background: #f4f5f7;
    color: #57606a;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid #a84c00;
    outline-offset: 2px;
  }
  .fault {
    color: #b0201b;
  }
  .note {
    padding: 10px 14px;
    border-left: 5px solid #14624a;
    background: #e6f5ef;
  }
  .note.warning {
    border-color: #a84c00;
    background: #fff2e3;
  }
  .note p,
  .note ul {
    margin: 0;
  }
  ul {
    padding-left: 20px;
    overflow-wrap: anywhere;
  }
  @media (max-width: 899px) {
    main {
      display: flex;
      flex-direction: column;
    }
    .panel {
      height: auto;
      border: 0;
    }
    /* What has the focus never hides behind the preview. */
    .panel * {
      scroll-margin: 42vh 0 20px;
    }
    .preview {
      z-index: 1;
      order: -1;
      height: 38vh;
      min-height: 200px;
      padding: 0;
      border-bottom: 2px solid #cfd4da;
      background: #f4f5f7;
    }
  }
`;

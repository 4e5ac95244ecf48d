import { css } from 'lit';

/** What photos look like. Fetched with them, and put beside the element's own styles. */
export const photoStyles = css`
  .photos {
    display: flex;
    overflow-x: auto;
    margin: 0 -4px;
    padding: 4px;
  }
  .photo {
    margin-inline-end: 8px;
    padding: 0;
    border: 1px solid var(--_line);
    background: var(--_soft);
    cursor: zoom-in;
  }
  .photo img {
    display: block;
    width: auto;
    height: 120px;
  }
  .viewer {
    display: none;
    flex-direction: column;
    align-items: flex-start;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    padding: 12px 12px calc(var(--_control) + 28px);
    border: 0;
    background: var(--_surface);
    color: var(--_text);
  }
  .viewer[open] {
    display: flex;
  }
  .viewer img {
    flex: 1;
    width: 100%;
    height: 0;
    margin: 12px 0;
    object-fit: contain;
  }
  .viewer .row {
    align-self: center;
  }
`;

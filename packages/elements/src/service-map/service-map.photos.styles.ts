import { css } from 'lit';

/** What photos look like. Fetched with the panel of one place, and put beside the element's own styles. */
export const photoStyles = css`
  .photos {
    display: flex;
    overflow-x: auto;
    margin: 0 -4px;
    padding: 4px;
    -webkit-overflow-scrolling: touch;
  }
  .photos li {
    flex: none;
  }
  .photos li + li {
    margin-inline-start: 8px;
  }
  .photo {
    display: block;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_soft);
    cursor: zoom-in;
  }
  .photo img {
    display: block;
    width: auto;
    height: 120px;
  }
  .viewer {
    position: fixed;
    z-index: 1;
    top: 0;
    left: 0;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 12px;
    padding-bottom: calc(var(--_control) + 28px);
    border: 0;
    background: var(--_ground);
    color: var(--_text);
  }
  .viewer[open] {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  .viewer:not([open]) {
    display: none;
  }
  .viewer img {
    flex: 1;
    width: 100%;
    height: 0;
    margin: 12px 0;
    object-fit: contain;
  }
  .steps {
    align-self: center;
    align-items: center;
  }
`;
